"""What a new plan year during an option costs the person, or may cost, in sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.ledger import Restarting, restarts
from carechoice.comparison.plan.nothing_paid import Limit, limits_that_may_count
from carechoice.comparison.plan_year.during_care import (
    begun,
    depends_on_the_plan,
    may_take_something,
)
from carechoice.inputs.pathways import scenario_for
from carechoice.language.formats import listed, same_day_of_years
from carechoice.language.sentences import say

# The new plan years within options and what starts again with them; the options of each.
During = dict[tuple[tuple[date, ...], Restarting], list[Pathway]]


def new_plan_year_note(comparison: Comparison) -> str:
    """What a new plan year takes; of each option that depends on the plan, that it may."""
    open_ = [each for each, option in comparison.options.items() if depends_on_the_plan(option)]
    known = [each for each in comparison.options if each not in open_]
    return " ".join([*_may_be_taken(comparison, open_), *_is_taken(comparison, known)])


def plan_year_note(comparison: Comparison) -> str:
    """What a new plan year takes by the terms that are shown."""
    return " ".join(_is_taken(comparison, comparison.options))


def _may_be_taken(comparison: Comparison, pathways: Iterable[Pathway]) -> Iterator[str]:
    """That it may take what is paid toward the limits that an option can count toward."""
    during: During = {}
    for pathway in pathways:
        days = tuple(begun(comparison, pathway))
        cares = {phase.care for phase in comparison.options[pathway].phases}
        limits = limits_that_may_count(scenario_for(comparison.scenario, pathway), cares)
        if days and limits and may_take_something(comparison, pathway):
            during.setdefault((days, _both_or_one(limits)), []).append(pathway)
    yield from _sentences(comparison, "note.plan_year.may", during)
    is_deductible = any(limits != "maximum" for _, limits in during)
    if is_deductible and comparison.scenario.plan.deductible_carries_over:
        yield say("note.plan_year.may.carried")


def _is_taken(comparison: Comparison, pathways: Iterable[Pathway]) -> Iterator[str]:
    """That it takes the deductible or the maximum paid so far, with each option where it does."""
    found = {pathway: restarts(comparison, pathway) for pathway in pathways}
    during: During = {}
    for pathway, each in found.items():
        for limits in dict.fromkeys(restart.limits for restart in each):
            days = tuple(restart.day for restart in each if restart.limits == limits)
            during.setdefault((days, limits), []).append(pathway)
    yield from _sentences(comparison, "note.plan_year", during)
    if any(restart.deductible and restart.carried for each in found.values() for restart in each):
        yield say("note.plan_year.carried")


def _both_or_one(limits: Collection[Limit]) -> Restarting:
    """The limits as the end of a key of a sentence."""
    return "both" if len(limits) > 1 else next(iter(limits))


def _sentences(comparison: Comparison, key: str, during: During) -> Iterator[str]:
    for (days, limits), pathways in during.items():
        options = [say(f"note.during.{comparison.options[each].words_key}") for each in pathways]
        yield say(
            f"{key}.{limits}",
            restart=same_day_of_years(days),
            options=listed(options),
        )
