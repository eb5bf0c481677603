"""Sources as text with links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Source
from carechoice.language.formats import day, in_a_row
from carechoice.language.sentences import say

# Signs that end a link in markdown, as an address may have them too.
BRACKETS = {ord(sign): f"%{ord(sign):X}" for sign in "()[]"}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text, a link where it has an address."""

    text: str
    url: str = ""

    def __str__(self) -> str:
        return f"[{self.text}]({self.url})" if self.url else self.text


def source(row: Source) -> str:
    """A source in full, linked where it has an address."""
    key = "source.line.link" if row.url else "source.line"
    if row.title.endswith(("?", "!")):
        key = f"{key}.marked"
    return say(
        key, publisher=row.publisher, title=row.title, url=_url_of(row), published=_published(row)
    ).strip()


def _published(row: Source) -> str:
    """The day in words; a year, or whatever else stands there, as it is."""
    try:
        return day(date.fromisoformat(row.published))
    except ValueError:
        return row.published


def source_link(row: Source) -> str:
    """A source in short, for a cell of a table: its publisher's first words, linked."""
    return str(_in_short(row))


def with_sources(text: str, keys: Iterable[str], *, is_quoted: bool) -> str:
    """Sentences with the sources they stand in behind them, or with those that quote others."""
    links = in_a_row(source_link(catalog().sources[key]) for key in keys)
    return say(f"sourced.{'quoted' if is_quoted else 'published'}", text=text, sources=links)


def sources_in_short(keys: Iterable[str]) -> list[Run]:
    """The sources with these keys in short, one after the other."""
    runs: list[Run] = []
    for key in keys:
        runs += [Run(", ")] if runs else []
        runs.append(_in_short(catalog().sources[key]))
    return runs


def _in_short(row: Source) -> Run:
    return Run(row.publisher.split(" (")[0].split(", ")[0], _url_of(row))


def _url_of(row: Source) -> str:
    """Where a source stands, without the signs that would end a link in markdown."""
    return str(row.url or "").translate(BRACKETS)
