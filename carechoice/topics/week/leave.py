"""Leave from work, as the law grants it."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.inputs.citations import with_sources
from carechoice.language.formats import count
from carechoice.language.sentences import say


def leave() -> list[str]:
    """What the law grants people whose work is in the way."""
    number = {key: row.value or 0 for key, row in catalog().figures.items()}
    fmla = say(
        "leave.fmla",
        weeks=count(number["fmla_weeks"], "week"),
        people=count(number["fmla_employees"], "person"),
        miles=count(number["fmla_miles"], "mile"),
        hours=count(number["fmla_hours"], "hour"),
    )
    pfml = say("leave.pfml", weeks=count(number["ma_pfml_weeks"], "week"))
    # The row on employers has the sources of all that is told of the law.
    return [_as_in(fmla, "fmla_employees"), _as_in(pfml, "ma_pfml_weeks"), say("leave.ask")]


def _as_in(sentence: str, figure: str) -> str:
    """A sentence with the sources of a figure in it."""
    row = catalog().figures[figure]
    return with_sources(sentence, row.source, is_quoted=row.basis == "quoted")
