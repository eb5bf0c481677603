"""The times of day at which care fits the person's week: nothing fixed is in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.catalog.time_units import MINUTES_PER_HOUR
from carechoice.comparison.compare import Comparison, Entry
from carechoice.comparison.visits.course import travel_minutes
from carechoice.comparison.weeks.planned_week import (
    TIMES_OF_DAY,
    at_time,
    clashes_of_visits,
    has_own_time,
    is_fixed_at_night,
    minutes,
    phases_of,
    start_minutes,
    times_of_day,
)
from carechoice.inputs.example_weeks import example_with
from carechoice.inputs.pathways import scenario_for
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import clock, hours, listed
from carechoice.language.sentences import in_order, say

# Of more options than these a low window would show what fits and no whole chart.
MOST_ABOVE_CHARTS = 3


class WeeklyClash(NamedTuple):
    """Minutes of clash in a week of a phase: in the week with the fewest, and with the most."""

    least_minutes: int
    most_minutes: int


# By each of the times of day; of a program of the centre by its own alone.
PhaseFit = Mapping[str, WeeklyClash]


def fits(comparison: Comparison) -> dict[Pathway, tuple[PhaseFit, ...]]:
    """What each phase of each option clashes with over all of its weeks; nothing if none is fixed.

    The way there counts as it is entered. A time of day fits where its most minutes are 0.
    """
    if not comparison.scenario.week.fixed_hours:
        return {}
    return {
        pathway: tuple(
            _phase_fit(scenario_for(comparison.scenario, pathway), phase)
            for phase in phases_of(comparison, pathway)
        )
        for pathway in comparison.options
    }


def is_long(comparison: Comparison) -> bool:
    """Whether it is told of so many options that no room for it is left above charts."""
    return len(comparison.options) > MOST_ABOVE_CHARTS


def fit_sentence(comparison: Comparison) -> str:
    """At which times of day the options fit, as one text; nothing where nothing is fixed."""
    return " ".join(sentences(comparison))


def sentences(comparison: Comparison) -> list[str]:
    """At which times of day the options fit, in a sentence for those that fit alike."""
    scenario, found = comparison.scenario, fits(comparison)
    if not found:
        return []
    week = _week_named(scenario)
    alike: dict[str, list[str]] = {}
    for pathway, phases in found.items():
        fitting = in_order(_phase_text(phase, week) for phase in phases)
        alike.setdefault(fitting, []).append(comparison.options[pathway].words_key)
    fit_of_options = [_options_text(names, fitting) for fitting, names in alike.items()]
    night = [say("clash.night")] if is_fixed_at_night(scenario) else []
    counted = _counted(scenario, found.values())
    return [*fit_of_options, counted, *_past_midnight(comparison, found), *night]


def _past_midnight(
    comparison: Comparison, found: Mapping[Pathway, Sequence[PhaseFit]]
) -> list[str]:
    """At which starts a day of an option would go on past midnight, and so is not tried."""
    lines = []
    for time_of_day in TIMES_OF_DAY:
        names = [
            say(f"note.during.{comparison.options[pathway].words_key}")
            for pathway, phases in found.items()
            if any(time_of_day not in phase and not _is_of_program(phase) for phase in phases)
        ]
        if names:
            start = clock(start_minutes(time_of_day))
            lines.append(say("fit.past_midnight", start=start, options=listed(names)))
    return lines


def _options_text(words_key: Iterable[Pathway], fitting: str) -> str:
    options = listed([say(f"note.during.{each}") for each in words_key])
    return say("fit.options", options=options, found=fitting)


def _phase_fit(scenario: Scenario, phase: Sequence[Entry]) -> PhaseFit:
    care, kinds = phase[0].care, _kinds_of_week(phase)
    found = {}
    own = scenario.value(f"{care}_time_of_day")
    each_kind = list(chain.from_iterable(kinds))
    times = (own,) if has_own_time(scenario, care) else times_of_day(scenario, each_kind)
    for time_of_day in times:
        at = at_time(scenario, care, time_of_day)
        clashes = [minutes(clashes_of_visits(at, visits)) for visits in kinds]
        found[time_of_day] = WeeklyClash(min(clashes), max(clashes))
    return found


def _kinds_of_week(phase: Sequence[Entry]) -> list[list[Entry]]:
    """The visits of the phase's weeks, once for all weeks with the same ones on the same days."""
    by_week: dict[int, list[Entry]] = {
        week: [] for week in range(phase[0].week, phase[-1].week + 1)
    }
    for entry in phase:
        by_week[entry.week].append(entry)
    kinds = {
        tuple((entry.date.weekday(), entry.hours) for entry in visits): visits
        for visits in by_week.values()
    }
    return list(kinds.values())


def _phase_text(phase: PhaseFit, week: str) -> str:
    if _is_of_program(phase):
        (clash,) = phase.values()
        return _program_text(clash, week)
    fitting = [time for time, clash in phase.items() if not clash.most_minutes]
    if fitting:
        key = "fit.when.only" if len(fitting) == 1 else "fit.when"
        return say(key, week=week, times=_times(fitting))
    most = min(clash.most_minutes for clash in phase.values())
    least = {time: clash for time, clash in phase.items() if clash.most_minutes == most}
    key = "fit.clash" if len(least) == len(phase) else "fit.clash.least"
    return say(key, week=week, times=_times(least), time=_weekly(least.values(), most))


def _is_of_program(phase: PhaseFit) -> bool:
    return len(phase) == 1


def _program_text(clash: WeeklyClash, week: str) -> str:
    if not clash.most_minutes:
        return say("fit.when.program", week=week)
    return say("fit.clash.program", week=week, time=_weekly([clash], clash.most_minutes))


def _times(times_of_day: Iterable[str]) -> str:
    return listed([say(f"clash.time.{time}") for time in times_of_day])


def _weekly(clashes: Iterable[WeeklyClash], most_minutes: int) -> str:
    """The hours of the week with the most, and that others have less where they do."""
    text = hours(most_minutes / MINUTES_PER_HOUR)
    is_always = all(clash.least_minutes == most_minutes for clash in clashes)
    return text if is_always else say("up_to", amount=text)


def _week_named(scenario: Scenario) -> str:
    """What the fixed hours are called: the name of the example week they are, if any."""
    key = example_with(scenario.week.fixed_hours)
    return say("fit.example", name=catalog().weeks[key].label) if key else say("fit.own")


def _counted(scenario: Scenario, found: Iterable[Sequence[PhaseFit]]) -> str:
    """Which times of day and which way there were tried."""
    visits = _visits_counted(found)
    if scenario.beside.visits_online:
        return say("fit.starts.online", visits=visits)
    way = travel_minutes(scenario, "therapy")
    return say("fit.starts" if way else "fit.starts.no_way", visits=visits)


def _visits_counted(found: Iterable[Sequence[PhaseFit]]) -> str:
    starts = listed([clock(start_minutes(time)) for time in TIMES_OF_DAY])
    has_program = any(_is_of_program(phase) for phases in found for phase in phases)
    return say("fit.visits.program" if has_program else "fit.visits", starts=starts)
