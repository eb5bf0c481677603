"""Kept scenarios as text: for a browser to hold, and behind the inputs in one link or file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode

from carechoice.inputs.handed_on.kept import MOST_KEPT, KeptScenarios, with_kept
from carechoice.inputs.handed_on.link import (
    KEPT,
    LARGEST_FILE_BYTES,
    LONGEST_LINK,
    Frozen,
    RefusedError,
    file_pairs,
    open_link,
    query_pairs,
)
from carechoice.inputs.scenario import Scenario

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class KeptInText:
    """Kept scenarios that were read, and how many more there were that cannot be used."""

    scenarios: KeptScenarios = ()
    lost: int = 0


def write_scenarios(kept: KeptScenarios) -> list[tuple[str, str]]:
    """The name of each and its inputs as a query; ``read_scenarios`` reads it."""
    return [(each.name, urlencode(each.scenario.to_short_query())) for each in kept]


def read_scenarios(entries: Pairs, *, today: date) -> KeptInText:
    """Those of which every value can be used; of more than there are places for, the first ones."""
    kept: KeptScenarios = ()
    for name, scenario in _scenarios(entries[:MOST_KEPT], today):
        kept = with_kept(kept, name, scenario)
    return KeptInText(kept, lost=len(entries) - len(kept))


def link_with_kept(frozen: Frozen, kept: KeptScenarios, page_address: str) -> str:
    """The link of a frozen scenario with kept ones; empty where it would be too long to be used."""
    behind = urlencode({KEPT: urlencode(write_scenarios(kept))})
    link = f"{frozen.to_link(page_address)}&{behind}"
    return link if len(link) <= LONGEST_LINK else ""


def file_with_kept(frozen: Frozen, kept: KeptScenarios) -> str:
    """The file of a frozen scenario with kept ones; ``kept_in_file`` reads them."""
    values = json.loads(frozen.to_json())
    return json.dumps({**values, KEPT: urlencode(write_scenarios(kept))}, indent=1)


def without_kept(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parameters of an address that are inputs, and not kept scenarios."""
    return [(name, text) for name, text in pairs if name != KEPT]


def kept_in(pairs: Iterable[tuple[str, str]], *, today: date) -> KeptInText:
    """The kept scenarios of an address; none where it is not clear which are meant."""
    return _kept_in(pairs, LONGEST_LINK, today)


def kept_in_file(content: bytes, *, today: date) -> KeptInText:
    """The kept scenarios of a file. Raises RefusedError where it is too large to be looked at."""
    return _kept_in(file_pairs(content), LARGEST_FILE_BYTES, today)


def _kept_in(pairs: Iterable[tuple[str, str]], longest: int, today: date) -> KeptInText:
    texts = [text for name, text in pairs if name == KEPT]
    if not texts:
        return KeptInText()
    if len(texts) > 1 or len(texts[0]) > longest:
        return KeptInText(lost=len(texts))
    entries = parse_qsl(texts[0], keep_blank_values=True)
    read = read_scenarios([entry for entry in entries if _is_whole(*entry)], today=today)
    return KeptInText(read.scenarios, lost=max(len(entries), 1) - len(read.scenarios))


def _is_whole(name: str, query: str) -> bool:
    """Whether an entry has a name and the first day, which a query of ours has at its end."""
    return bool(name) and query.rpartition("&")[2].startswith("start_date=")


def _scenarios(entries: Pairs, today: date) -> Iterator[tuple[str, Scenario]]:
    for name, query in entries:
        with suppress(RefusedError):
            opened = open_link(query_pairs(query), today=today)
            if not opened.problems:
                yield name, opened.scenario
