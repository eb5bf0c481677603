"""The week in words: what happens when, what clashes, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.catalog.time_units import MINUTES_PER_HOUR
from carechoice.catalog.weekdays import WORKING_DAYS
from carechoice.comparison.compare import PATHWAYS, Comparison
from carechoice.comparison.visits.course import travel_minutes
from carechoice.comparison.weeks.closed_words import closed_text
from carechoice.comparison.weeks.planned_week import (
    Block,
    PlannedWeek,
    clash_minutes_by_time_of_day,
    clash_minutes_online,
    days_that_fit,
    is_fixed_at_night,
    minutes,
)
from carechoice.inputs.scenario import FLOATING, Scenario
from carechoice.language.formats import (
    clock_span,
    fixed_hours,
    hours,
    listed,
    weekday,
    weekdays,
)
from carechoice.language.sentences import as_text, in_order, option_name, say, short_name

Weeks = Mapping[Pathway, Sequence[PlannedWeek]]


def set_up(scenario: Scenario) -> list[str]:
    """What is fixed, and the way there, as entered."""
    fold = say("controls.more.other")
    way = travel_minutes(scenario, "therapy")
    if scenario.beside.visits_online:
        sentence = say("week.way.online")
    else:
        sentence = say("week.way" if way else "week.way.none", minutes=time(way), fold=fold)
    parts = [say("week.fixed", fixed=fixed_hours(scenario.week.fixed_hours)), sentence]
    parts.append(say("week.days", fold=say("controls.more.care")))
    parts += filter(None, [closed_text(scenario)])
    return [*parts, say("clash.night")] if is_fixed_at_night(scenario) else parts


def figures(weeks: Weeks) -> list[tuple[str, ...]]:
    """Question and answer of each option: what one week asks of the person and leaves them."""
    rows: dict[str, Callable[[PlannedWeek], str]] = {
        "when": when,
        "care": lambda week: time(minutes(week.visits)),
        "travel": _travel,
        "all": lambda week: time(minutes([*week.visits, *week.travel])),
        "clash": _clash,
        "free": lambda week: time(week.free_minutes),
    }
    return [
        (
            say(f"week.figures.{key}"),
            *(in_order([tell(week) for week in phases]) for phases in weeks.values()),
        )
        for key, tell in rows.items()
    ]


def how_counted() -> str:
    """How many waking hours are counted, and what free means."""
    awake = catalog().figures["waking_hours_per_day"].value or 0
    return say("week.figures.count", awake=hours(awake))


def time(number: float) -> str:
    """Minutes as hours and minutes, or that there is none."""
    return hours(number / MINUTES_PER_HOUR) if number else say("week.nothing")


def when(week: PlannedWeek) -> str:
    """The days and times of care: days with the same time as one."""
    by_time: dict[tuple[int, int], list[int]] = {}
    for block in week.visits:
        by_time.setdefault((block.start_minutes, block.end_minutes), []).append(block.day)
    parts = (
        say("week.when", days=weekdays(days), spans=clock_span(*span))
        for span, days in by_time.items()
    )
    return "; ".join(parts)


def caption(week: PlannedWeek) -> str:
    """When care is in the week, and with what it clashes."""
    parts = [say(f"week.caption.{week.called}", when=when(week))]
    if week.fixed:
        parts.append(_clashes(week))
    if not week.is_like_others:
        parts.append(say("week.caption.uneven", week=week.number, weeks=week.last_week))
    return " ".join(parts)


def title(week: PlannedWeek) -> str:
    """Whose week the calendar shows; of a third pathway also which of its weeks."""
    return _title_alone(week) if _is_alone(week) else as_text(name(week))


def lasting_title(week: PlannedWeek, number: int) -> str:
    """Whose week it is; of a third pathway the phase's number, which no slider moves."""
    if _is_alone(week):
        return _title_alone(week)
    return say("week.phase.number", option=short_name(week.words_key), number=number)


def _is_alone(week: PlannedWeek) -> bool:
    """Whether all weeks of the option are like this one."""
    return week.pathway in PATHWAYS or bool(catalog().program_of(week.pathway))


def _title_alone(week: PlannedWeek) -> str:
    return say(f"week.{week.words_key}.title")


def name(week: PlannedWeek) -> str:
    """The option the week belongs to, **bold**; of a third pathway also which of its weeks."""
    if _is_alone(week):
        return f"**{option_name(week.words_key)}**"
    key = "week.phase.one" if week.first_week == week.last_week else "week.phase"
    option = short_name(week.words_key)
    return say(key, option=option, first=week.first_week, last=week.last_week)


def about_clashes(comparison: Comparison, week: PlannedWeek) -> list[str]:
    """What clashes and what else could be tried, in the same order for both options."""
    if not week.clashes:
        return [_clashes(week) if week.fixed else say("clash.none")]
    found = [
        say("clash.now", time=time(minutes(week.clashes)), days=_days(week.clashes)),
        *_other_times(comparison, week),
        _other_days(comparison, week),
    ]
    if week.travel:
        found.append(_online(comparison, week))
    return found


def calendar_lead(scenario: Scenario) -> str:
    """What the calendar file holds, what happens to the visits of an older one, in whose time."""
    if scenario.week.time_zone == FLOATING:
        zone = say("ics.floating")
    else:
        zone = say("ics.zone", zone=say(f"time_zone.{scenario.week.time_zone}"))
    return f"{say('ics.lead', name=say('ics.name'))} {say('ics.again')} {zone}"


def block_name(kind: str) -> str:
    """What a block of the calendar is: fixed, travel, clash, or care of an option."""
    return say(f"week.what.{kind}")


def hover(block: Block, kind: str) -> str:
    """What a pointer on a block of the calendar is told."""
    span = clock_span(block.start_minutes, block.end_minutes)
    return say("week.hover", day=weekday(block.day), what=block_name(kind), span=span)


def _days(blocks: Iterable[Block]) -> str:
    return weekdays(block.day for block in blocks)


def _travel(week: PlannedWeek) -> str:
    return time(minutes(week.travel)) if week.travel else say("week.figures.no_travel")


def _clash(week: PlannedWeek) -> str:
    return time(minutes(week.clashes)) if week.clashes else say("week.figures.no_clash")


def _clashes(week: PlannedWeek) -> str:
    if not week.clashes:
        return say("week.caption.no_clash")
    return say("week.caption.clash", days=_days(week.clashes), time=time(minutes(week.clashes)))


def _other_times(comparison: Comparison, week: PlannedWeek) -> list[str]:
    """What the visits would clash with at other times of day; nothing if they have their own."""
    chosen = comparison.scenario.value(f"{week.care}_time_of_day")
    sentences = [
        say(
            "clash.time.clash" if clash else "clash.time.no_clash",
            time_of_day=say(f"clash.time.{time_of_day}"),
            time=time(clash),
        )
        for time_of_day, clash in clash_minutes_by_time_of_day(comparison, week).items()
        if time_of_day != chosen
    ]
    return [say("clash.times", times=listed(sentences))] if sentences else []


def _other_days(comparison: Comparison, week: PlannedWeek) -> str:
    # No input puts care on another day.
    days = days_that_fit(comparison, week, days=WORKING_DAYS)
    return say(f"clash.{'days' if days else 'no_days'}.{week.care}", days=weekdays(days))


def _online(comparison: Comparison, week: PlannedWeek) -> str:
    left = clash_minutes_online(comparison, week)
    if not left:
        return say("clash.online.none")
    if left == minutes(week.clashes):
        return say("clash.online.same")
    return say("clash.online", rest=time(left))
