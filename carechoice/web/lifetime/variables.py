"""The environment variables that are settings, by name.

A closed list: what only begins like one of them may be the secret of another program, or a slip of
the pen that limits nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from carechoice.catalog.folder import NAMED_IN
from carechoice.inputs import clock
from carechoice.web.limits.settings import PREFIX, Limits
from carechoice.web.operating.operation import ACCESS_LOG, COUNT, METRICS

# What staff type to put a workbook in place (setup/hand_in_route.py).
STAFF_SECRET = "CARECHOICE_STAFF_SECRET"  # noqa: S105 (the name of a variable)
# The proxies whose word is believed on who asks. The server below reads it.
PROXIES = "FORWARDED_ALLOW_IPS"
OURS = frozenset(
    {
        NAMED_IN,
        PROXIES,
        clock.VARIABLE,
        *(ACCESS_LOG, METRICS, COUNT, STAFF_SECRET),
        *(f"{PREFIX}{field.name.upper()}" for field in fields(Limits)),
    }
)
# Their values are secrets of whoever set them.
KEPT_TO_ONESELF = frozenset({COUNT, STAFF_SECRET})
# Where the server listens. Which of these count depends on how it is started.
PORT, ADDRESS = "PORT", "STREAMLIT_SERVER_ADDRESS"
ITS_PORT, BASE = "STREAMLIT_SERVER_PORT", "STREAMLIT_SERVER_BASE_URL_PATH"
PLACE = (PORT, ADDRESS, BASE, ITS_PORT)


def mistaken(names: Iterable[str]) -> Iterable[str]:
    """Names that look like one of ours and are none."""
    return (name for name in names if _is_like_ours(name) and name not in OURS)


def _is_like_ours(name: str) -> bool:
    return _bare(name).startswith(_bare(PREFIX))


def _bare(name: str) -> str:
    return name.upper().replace("_", "")
