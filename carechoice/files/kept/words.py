"""Scenarios kept by name, side by side in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from carechoice.catalog.rounding import half_up
from carechoice.catalog.rows import Pathway
from carechoice.catalog.time_units import DAYS_PER_WEEK
from carechoice.comparison.compare import Comparison, Option, compare
from carechoice.comparison.cost_gap import Gap, gap_text, likely_gap
from carechoice.comparison.other_costs import others_usd
from carechoice.comparison.words import (
    cost,
    cost_or_range,
    has_other_costs,
    hours_by_phase,
    without_other,
)
from carechoice.inputs.handed_on.kept import KeptScenarios
from carechoice.language.formats import count, day, hours, in_a_row, listed, money
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say, short_name

# A scenario alone differs from nothing.
LEAST_COMPARED = 2


class KeptComparison(NamedTuple):
    """A kept scenario: its name as typed, and what comes out of it."""

    name: str
    comparison: Comparison


def compared(kept: KeptScenarios) -> list[KeptComparison]:
    """The kept scenarios, worked out, in the order they were kept."""
    return [KeptComparison(each.name, compare(each.scenario)) for each in kept]


def beside(row: KeptComparison, first: KeptComparison) -> list[list[str]]:
    """What a kept scenario asks, options as columns, and how it differs from the first one."""
    options = row.comparison.options
    has_others = any(map(has_other_costs, (first.comparison, row.comparison)))
    others = [say("figures.other_costs"), *(money(others_usd(o)) for o in options.values())]
    return [
        [say("figures.hours_per_week"), *map(hours_by_phase, options.values())],
        [say("figures.patient"), *map(cost, options.values())],
        *([others] if has_others else []),
        [say("pins.column.end"), *(day(option.last_day) for option in options.values())],
        [say("pins.column.difference"), *(apart(row, first, pathway) for pathway in options)],
    ]


def apart(row: KeptComparison, first: KeptComparison, pathway: Pathway) -> str:
    """How an option of a kept scenario differs from the same one in the first."""
    if row is first:
        return say("pins.first")
    was = first.comparison.options.get(pathway)
    now = row.comparison.options[pathway]
    return difference(was, now) if was else say("pins.not_in_first")


def time(option: Option) -> str:
    """Hours a week and the last day."""
    return say("pins.time", hours=hours_by_phase(option), end=day(option.last_day))


def difference(first: Option, other: Option) -> str:
    """How an option differs from another: costs, hours a week and end, in a few words."""
    weekly = other.hours_per_week - first.hours_per_week
    days = (other.last_day - first.last_day).days
    others = others_usd(other) - others_usd(first)
    parts = [
        *_cost_apart(first, other),
        *_by("other", others, money(abs(others))),
        *_by("hours", weekly, hours(abs(weekly))),
        *_later_hours_apart(first, other),
        *_by("end", days, _span(abs(days))),
    ]
    return in_a_row(parts) or say("pins.same")


def _cost_apart(first: Option, other: Option) -> list[str]:
    """How much more is paid, nothing where it is the same; what the first costs under other plans.

    Where other plans are drawn for the one than for the other, nothing is subtracted.
    """
    gap = _gap(first, other)
    if gap is None:
        was = cost_or_range(first)
        return [] if was == cost_or_range(other) else [say("pins.cost.first", amount=was)]
    if gap.is_none:
        return []
    kind, amounts = gap_text(gap, is_known=first.is_cost_known and other.is_cost_known)
    return [say(f"pins.cost.{kind}", **amounts)]


def _later_hours_apart(first: Option, other: Option) -> Iterator[str]:
    """How many hours a week more or less each phase has that follows the first one."""
    for was, now in zip(first.phases[1:], other.phases[1:], strict=False):
        weekly = now.hours_per_week - was.hours_per_week
        yield from _by("hours.then", weekly, hours(abs(weekly)))


def _gap(first: Option, other: Option) -> Gap | None:
    usd = half_up(other.patient_total_usd) - half_up(first.patient_total_usd)
    if first.is_cost_known and other.is_cost_known:
        return Gap(usd, usd)
    likely = likely_gap(first.scenario, other.scenario, other.pathway, here_usd=usd)
    is_told = not (first.is_range_alone or other.is_range_alone)
    return likely or (Gap(usd, usd) if is_told else None)


def _by(what: str, by: float, amount: str) -> list[str]:
    return [say(f"pins.{what}.{'more' if by > 0 else 'less'}", amount=amount)] if by else []


def _span(days: int) -> str:
    weeks, rest = divmod(days, DAYS_PER_WEEK)
    return count(days, "day") if rest else count(weeks, "week")


def chart_caption(rows: Sequence[KeptComparison]) -> str:
    """What the chart of kept scenarios shows; names as markdown."""
    names = listed([say("pins.named", name=for_markdown(row.name)) for row in rows])
    others = dict.fromkeys(left for row in rows for left in without_other(row.comparison))
    return " ".join([say("pins.caption", names=names), *others])


def chart_alt(rows: Sequence[KeptComparison]) -> str:
    """The chart of kept scenarios for people who cannot see it, with all amounts."""
    sentences = [
        say(
            "pins.alt.row",
            name=row.name,
            options="; ".join(
                say(
                    "pins.alt.option",
                    option=short_name(option.words_key),
                    cost=cost(option),
                    time=time(option),
                )
                for option in row.comparison.options.values()
            ),
        )
        for row in rows
    ]
    return say("pins.alt", rows=" ".join(sentences))
