"""What is doubtful about the first day: it has passed, or the picked program starts on others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.comparison.doubt import Doubt, doubt_of
from carechoice.inputs.scenario import Scenario
from carechoice.language.choices import choice_label
from carechoice.language.formats import day, listed


def about_the_first_day(scenario: Scenario, today: date) -> Iterator[Doubt]:
    """Both options begin on the first day; a program beside them on a start date of its own."""
    if scenario.start_date < today:
        yield doubt_of("warn.first_day_passed", day=day(scenario.start_date))
        return
    picked = scenario.centre.program
    program = catalog().own.programs.get(picked)
    starts = [each for each in program.start_dates if each >= today] if program else []
    if starts and scenario.start_date not in starts:
        yield doubt_of(
            "warn.first_day_of_program",
            program=choice_label("program", picked),
            starts=listed([day(each) for each in starts]),
        )
