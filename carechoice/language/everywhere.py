"""Text of every page: the crisis line, the footer, the glossary."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.outside_text import set_apart
from carechoice.language.formats import day
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say


def crisis_line() -> str:
    """The numbers to call, for the top of every page."""
    return say("crisis.line", **_numbers_to_call())


def crisis_entries() -> list[str]:
    """Where to turn, one sentence a line."""
    return [
        say("crisis.entry", name=line.name, phone=line.phone, action=line.action)
        for line in catalog().crisis.values()
    ]


def glossary(*, with_plan: bool) -> list[str]:
    """The words that are not everyday language and what they mean; those of plans if asked."""
    return [
        say("glossary.entry", term=row.term, meaning=row.meaning)
        for row in catalog().glossary.values()
        if with_plan or not row.of_a_plan
    ]


def footer() -> list[str]:
    """What the numbers are and are not, who shows them, and how old they are."""
    release = catalog().released
    dates = {key: day(date.fromisoformat(release[key])) for key in ("data_date", "review_by")}
    return [
        *(say(f"footer.{key}") for key in ("estimate", "privacy")),
        who_shows_it(),
        say("footer.data", version=release["version"], **dates),
    ]


def page_title(page: str) -> str:
    """What a browser's tab, a bookmark and a link's preview say of the page with this name."""
    centre = catalog().centre.name
    key = "page.title.shown_by" if centre else "page.title"
    return say(key, page=page, app=say("app.name"), **({"centre": centre} if centre else {}))


def shown_by(as_shown: Callable[[str], str] = set_apart) -> list[str]:
    """Who shows this, as plain text or otherwise; nothing where the centre gives no name."""
    name = catalog().centre.name
    return [say("footer.shown_by", name=as_shown(name))] if name else []


def who_shows_it() -> str:
    """Who shows this, where the centre gives a name, and that they may sell what is compared."""
    return " ".join([*shown_by(for_markdown), say("footer.interest")])


def is_marked() -> bool:
    """Whether the centre has a mark: a logo, or a colour for its name to stand on."""
    centre = catalog().centre
    return bool(catalog().own.logo or (centre.name and centre.color))


def review_overdue(today: date) -> str:
    """That the numbers are due to be looked through again, once they are; else nothing."""
    review_by = date.fromisoformat(catalog().release["review_by"].value)
    return say("footer.overdue", review_by=day(review_by)) if today > review_by else ""


def crisis_line_as_text() -> str:
    """The crisis line without markdown, for files that know none."""
    return say("note.record.crisis", **_numbers_to_call())


def made_on(today: date) -> str:
    """When the file was made, and from which data."""
    release = catalog().released
    checked = day(date.fromisoformat(release["data_date"]))
    return say("export.made", day=day(today), version=release["version"], data_date=checked)


def _numbers_to_call() -> dict[str, str]:
    """The phone of each crisis line, by its key."""
    return {key: line.phone for key, line in catalog().crisis.items()}
