"""Which sites may show our pages in a frame: their origins, read as people write them."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

MOST_SITES = 10
# For trying a page out on the machine itself, which has no TLS.
OF_THIS_MACHINE = ("localhost", "127.0.0.1")
# A name of the internet with a dot in it, or a number of four parts; longer ones there are not.
HOST = re.compile(r"(?=.{1,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+")
BETWEEN = re.compile(r"[\s,;|]+")
LIKE = "https://www.example.org"


def read_sites(cell: str) -> tuple[str, ...]:
    """Origins such as ``https://www.example.org``, each once, in their order.

    Sites stand with blanks, commas, semicolons or bars between; a scheme may be left out. Raises
    ValueError with a sentence on the first that is no site.
    """
    sites = tuple(dict.fromkeys(_site(text) for text in BETWEEN.split(cell) if text))
    if len(sites) > MOST_SITES:
        raise ValueError(f"{len(sites)} sites stand here. Write {MOST_SITES} at most.")
    return sites


def _site(text: str) -> str:
    """The origin of one site. Raises ValueError."""
    if "*" in text:
        raise ValueError(
            f"{text!r} stands for more than one site. Write each by its own name, such as {LIKE}."
        )
    parts = _parts(text)
    host = _host(text, parts)
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError(f"{text!r} is a page of a site. Write the site alone: {_origin(parts)}.")
    if parts.scheme == "http" and host not in OF_THIS_MACHINE:
        raise ValueError(
            f"{text!r} begins with http, so anybody on the way could change its page. Let the site "
            f"have https, and write https://{parts.netloc.lower()}."
        )
    return f"{parts.scheme}://{host}{_port(parts)}"


def _parts(text: str) -> SplitResult:
    """The parts of an address; one without a scheme is of the web. Raises ValueError."""
    scheme, separator, _ = text.partition("://")
    if separator and scheme.lower() not in ("http", "https"):
        raise ValueError(f"{text!r} is not a website. Write one such as {LIKE}.")
    try:
        parts = urlsplit(text if separator else f"https://{text}")
        _ = parts.port
    except ValueError:
        raise ValueError(
            f"{text!r} is not the address of a site. Write one such as {LIKE}."
        ) from None
    return parts


def _host(text: str, parts: SplitResult) -> str:
    """The host as browsers name it: in lower case and ASCII. Raises ValueError."""
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except UnicodeError:
        host = ""
    is_known = host in OF_THIS_MACHINE or HOST.fullmatch(host)
    if not is_known or "@" in parts.netloc:
        raise ValueError(f"{text!r} is not the address of a site. Write one such as {LIKE}.")
    return host


def _origin(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _port(parts: SplitResult) -> str:
    """The port in an address; "" if it names none, or the default port of its scheme."""
    is_usual = parts.port in (None, {"http": 80, "https": 443}[parts.scheme])
    return "" if is_usual else f":{parts.port}"
