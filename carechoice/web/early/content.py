"""Everything a page says before it is live: its links, its text, the centre's mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.comparison.plan_year import first_day
from carechoice.language.everywhere import crisis_line, footer, is_marked, review_overdue
from carechoice.ui import pages
from carechoice.ui.assets import logo_address
from carechoice.web.early.answer import EarlyAnswer, answered
from carechoice.web.early.form import Form, form
from carechoice.web.early.presentation import Presented, presented
from carechoice.web.early.query import opening

# What care costs is their subject: what a later first day would change stands below their charts
# (pages/compare.py, pages/bill.py).
TELL_OF_A_LATER_START = (pages.FIRST, "bill")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to a page of ours, from the page that shows it."""

    address: str
    name: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """What one page says, in sentences with our marks.

    ``later`` is what a later first day would change. ``notes`` tell of the link that was opened,
    ``presented`` is the screen of a presentation that it shows. ``query`` is what the page hands
    on, as the text behind the question mark; ``whole`` is the address of all pages with it, where
    another site shows this one in a frame. ``is_entered`` says whether anything stands there in
    its own address.
    """

    page: str
    name: str
    keeps_scenarios: bool
    links: Sequence[Link]
    crisis: str
    answered: EarlyAnswer
    later: str
    notes: Sequence[str]
    form: Form
    footer: Sequence[str]
    mark: Mark | None
    query: str
    is_framed: bool
    whole: str
    is_entered: bool
    presented: Presented | None

    @property
    def has_charts(self) -> bool:
        """Whether it or its screen has a chart to be drawn."""
        return bool(self.answered.charts or (self.presented and self.presented.chart))


def page_content(page: str, query: str, *, today: date) -> PageContent:
    """The content of the page with this key, for the inputs in the query of its address."""
    found = opening(query, today=today)
    opened, scenario = found.address, found.address.scenario
    comparison = compare(scenario)
    handed_on = urlencode(scenario.to_short_query(), safe=":")
    return PageContent(
        page=page,
        name=pages.name(page),
        keeps_scenarios=page == pages.FIRST,
        links=() if found.is_framed else _links(page, handed_on if query else ""),
        crisis=crisis_line(),
        answered=answered(comparison, page),
        later=first_day.sentence(comparison) if page in TELL_OF_A_LATER_START else "",
        notes=(*opened.notes, *([opened.about.line] if opened.about else [])),
        form=form(scenario, found.typed),
        footer=tuple(filter(None, [review_overdue(today), *footer()])),
        mark=mark(),
        query="&".join(filter(None, [handed_on, urlencode(found.marks)])),
        is_framed=found.is_framed,
        whole=_address(page, handed_on),
        is_entered=bool(query),
        presented=presented(comparison, found.screen),
    )


def _links(page: str, query: str) -> tuple[Link, ...]:
    """The links to all pages, which carry what was entered, as there is no session yet."""
    return tuple(
        Link(address=_address(key, query), name=pages.name(key), is_here=key == page)
        for key in pages.PAGES
    )


def _address(page: str, query: str) -> str:
    path = pages.path(page)
    return f"{path}?{query}" if query else path


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A logo that is read out as the name, or the name alone where ``address`` is empty."""

    name: str
    address: str = ""
    width_px: int = 0
    height_px: int = 0


def mark() -> Mark | None:
    """The mark of the catalog in use, if its centre has one."""
    if not is_marked():
        return None
    name, logo = catalog().centre.name, catalog().own.logo
    if not logo:
        return Mark(name=name)
    width_px, height_px = logo.on_a_page_px()
    address = logo_address(logo.content)
    return Mark(name=name, address=address, width_px=width_px, height_px=height_px)
