"""What is doubtful about the weeks of care: hours and days that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.catalog.in_use import catalog
from carechoice.catalog.pathway_rows import PlannedPhase
from carechoice.catalog.rows import CARES
from carechoice.comparison.compare import PATHWAYS, pathways
from carechoice.comparison.doubts.doubt import Doubt, doubt_of
from carechoice.comparison.visits.care_days import exact, weekdays_counted
from carechoice.comparison.visits.course import (
    days_per_week,
    hours_per_week,
    named_weekdays,
    program_week,
    session_hours,
    sessions_per_week,
)
from carechoice.comparison.words import day_length
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import count, hours, weekdays


def about_the_week(scenario: Scenario) -> Iterator[Doubt]:
    """What is doubtful about sessions, program days and the days of the week."""
    yield from _about_the_sessions(scenario)
    yield from _about_the_program(scenario)
    yield from _about_weekdays(scenario)


def _about_weekdays(scenario: Scenario) -> Iterator[Doubt]:
    """Named days of the week that are more or fewer than the days that are counted."""
    third_pathways = pathways(scenario)[len(PATHWAYS) :]
    of_its_own = (s for key in third_pathways for s in catalog().pathways[key].phases if s.rhythm)
    for phase in (*(PlannedPhase(care, 1, None) for care in CARES), *of_its_own):
        named, number = named_weekdays(scenario, phase.care), days_per_week(scenario, phase)
        if named and len(named) != number:
            yield doubt_of(
                f"warn.{phase.care}_weekdays",
                picked=len(named),
                hours=hours(hours_per_week(scenario, phase)),
                number=count(number, "day"),
                days=weekdays(weekdays_counted(scenario.start_date, number, named)),
            )


def _about_the_sessions(scenario: Scenario) -> Iterator[Doubt]:
    """Hours that are no whole number of sessions, not even in four weeks: no one books those."""
    pace = sessions_per_week(scenario)
    in_four_weeks = exact(4 * pace)
    if scenario.therapy.sessions > 1 and not in_four_weeks.is_integer():
        yield doubt_of(
            "warn.sessions_uneven",
            hours=hours(scenario.therapy.hours_per_week),
            pace=count(round(pace, 1), "session"),
            length=hours(session_hours(scenario)),
        )


def _about_the_program(scenario: Scenario) -> Iterator[Doubt]:
    week, longest = program_week(scenario), scenario.iop.hours_per_day
    usual = catalog().parameters["iop_hours_per_day"].high or longest
    days = {"counted": count(len(week.hours_by_day), "day"), "per_day": day_length(week)}
    least = hours(week.least_hours)
    is_short = week.hours_by_day[0] < week.least_hours
    if longest < week.least_hours and not is_short:
        yield doubt_of("warn.program_day_too_short", least=least, longest=hours(longest), **days)
    elif not week.days_fit:
        yield doubt_of("warn.program_days_do_not_fit", **days)
    elif is_short or week.hours_by_day[0] > usual:
        yield doubt_of("warn.program_day_unusual", usual=_lengths(week.least_hours, usual), **days)


def _lengths(least: float, longest: float) -> str:
    """From the shortest to the longest program day; one length where they are the same."""
    if least == longest:
        return hours(least)
    return catalog().say("range", low=hours(least), high=hours(longest))
