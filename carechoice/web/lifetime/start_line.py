"""The first lines that the server writes of itself: version, data, where it listens, settings.

What is set and is no setting is said by its name alone: a limit that is mistyped is none, and what
stands in it may be a secret.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from ipaddress import ip_network

from carechoice.catalog.folder import NAMED_IN
from carechoice.catalog.tables import Catalog
from carechoice.web.lifetime.endpoint import Endpoint
from carechoice.web.lifetime.listening import DEFAULT_PORT
from carechoice.web.lifetime.variables import (
    ADDRESS,
    ITS_PORT,
    KEPT_TO_ONESELF,
    OURS,
    PLACE,
    PORT,
    PROXIES,
    mistaken,
)
from carechoice.web.operating.observed import NOT_SHOWN

NOTES = "docs/operating.md"
# Asks the system to pick a port.
ANY_PORT = 0
ANY_PROXY = "*"


def start_lines(
    data: Catalog, environment: Mapping[str, str], endpoint: Endpoint | None
) -> list[str]:
    """A line on what is in effect, and one on each setting that is not, though somebody set it.

    ``endpoint`` is None where another server than the framework's knows it.
    """
    given = {name: text for name, text in environment.items() if text.strip()}
    return [
        _what_holds(data, given, endpoint),
        *_what_was_taken(endpoint),
        *_what_is_unheeded(given, endpoint),
        *_what_is_mistaken(given),
        *_who_is_no_proxy(given),
    ]


def _what_holds(data: Catalog, given: Mapping[str, str], endpoint: Endpoint | None) -> str:
    version, day = (data.release[key].value for key in ("version", "data_date"))
    folder = given.get(NAMED_IN, "the folder it comes with")
    shown = (
        f"{name}={NOT_SHOWN if name in KEPT_TO_ONESELF else given[name]}"
        for name in sorted(OURS.intersection(given))
    )
    settings = ", ".join(shown) or "none"
    where = _where(endpoint)
    return f"CareChoice {version}, data of {day} from {folder}, {where}, settings: {settings}"


def _where(endpoint: Endpoint | None) -> str:
    if endpoint is None:
        return "where the server says that it runs"
    below = f" below /{endpoint.base}" if endpoint.base else ""
    return f"at port {endpoint.port} of {endpoint.address}{below}"


def _what_was_taken(endpoint: Endpoint | None) -> Iterator[str]:
    if endpoint and endpoint.is_moved:
        yield (
            f"Port {DEFAULT_PORT} is taken, so it is at port {endpoint.port}. A port that is set "
            "is always used as it is."
        )


def _what_is_unheeded(given: Mapping[str, str], endpoint: Endpoint | None) -> Iterator[str]:
    unheeded = [name for name in PLACE if name in given and not _is_heeded(name, given, endpoint)]
    if unheeded:
        names = ", ".join(unheeded)
        yield f"Not heeded by this way to start: {names}. {NOTES} says what is."


def _is_heeded(name: str, given: Mapping[str, str], endpoint: Endpoint | None) -> bool:
    text = given[name].strip()
    if endpoint is None:
        return False
    if name in (PORT, ITS_PORT):
        return text.isdecimal() and int(text) in (endpoint.port, ANY_PORT)
    return text == endpoint.address if name == ADDRESS else text.strip("/") == endpoint.base


def _what_is_mistaken(given: Mapping[str, str]) -> Iterator[str]:
    if names := sorted(mistaken(given)):
        # A name can hold anything, the end of a line too.
        listed = ", ".join(ascii(name)[1:-1] for name in names)
        yield (
            f"Not settings of CareChoice, so they have no effect: {listed}. {NOTES} has the names "
            "that there are."
        )


def _who_is_no_proxy(given: Mapping[str, str]) -> Iterator[str]:
    names = [part.strip() for part in given.get(PROXIES, "").split(",")]
    if unmatched := [name for name in names if name and not _is_address(name)]:
        listed = ", ".join(ascii(name)[1:-1] for name in unmatched)
        yield (
            f"{PROXIES} has what is no address and no network, so no proxy is trusted for it: "
            f"{listed}. Write such as 10.0.0.5 or 10.0.0.0/8."
        )


def _is_address(text: str) -> bool:
    """Whether it is an address, or a network by its first address; * is any."""
    with suppress(ValueError):
        return text == ANY_PROXY or bool(ip_network(text))
    return False
