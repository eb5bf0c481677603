"""The address of our pages as the browser sees it, which links to share begin with."""

from __future__ import annotations

from urllib.parse import urlsplit

from streamlit.runtime.scriptrunner import get_script_run_ctx

NOWHERE = "/"


def page_address() -> str:
    """The address of one of our pages, as the browser shows it; "/" without a browser.

    Only the browser knows it whole: a proxy may put a path in front that the server never sees.
    Not ``st.context.url``, which takes the names of pages off the end of whatever is there: of
    https://clinic.example/care/ and of https://our.care it leaves https://clinic.example/ and
    https://our. What the browser says may still be the page before, which lies beside this one.
    """
    run = get_script_run_ctx()
    context = run.context_info if run else None
    url = context.url if context else ""
    return url if url and _is_address(url) else NOWHERE


def _is_address(url: str) -> bool:
    """Whether the browser sent an address that links can begin with."""
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False
