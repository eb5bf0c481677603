"""A new plan year within an option: what it takes under the plan, or may take under any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.ledger import entries_of, restarts
from carechoice.comparison.nothing_paid import may_have_limits
from carechoice.comparison.plan_words import plan_year_note
from carechoice.inputs.beside import in_way
from carechoice.inputs.coverage import has_maximum, is_covered
from carechoice.insurance.plan_year import plan_year_start
from carechoice.language.formats import day, listed
from carechoice.language.sentences import say


def new_plan_years(comparison: Comparison, pathway: Pathway) -> list[date]:
    """The new plan years within an option that take something from the person, or may.

    Under any plan each may: what the example takes says nothing of the person's own.
    """
    if _is_of_any_plan(comparison.options[pathway]):
        return _begun(comparison, pathway)
    return [restart.day for restart in restarts(comparison, pathway)]


def _is_of_any_plan(option: Option) -> bool:
    """Whether any plan may be the person's, and pays for a part of the option."""
    own = in_way(option.scenario, option.pathway)
    return option.is_range_alone and any(is_covered(own, phase.care) for phase in option.phases)


def _begun(comparison: Comparison, pathway: Pathway) -> list[date]:
    """The first day of each plan year with visits of the option, but for that of its first."""
    begins = comparison.scenario.plan.year_start
    visits = entries_of(comparison, pathway)
    _, *later = dict.fromkeys(plan_year_start(visit.date, begins) for visit in visits)
    return later


def new_plan_year_note(comparison: Comparison) -> str:
    """What a new plan year takes from the person; under any plan, within which options one begins.

    Under any plan it names each option alike: in the example's terms one alone may lose something.
    """
    ranges = [each for each, option in comparison.options.items() if _is_of_any_plan(option)]
    known = [each for each in comparison.options if each not in ranges]
    told = list(_under_any_plan(comparison, ranges)) if may_have_limits(comparison.scenario) else []
    if told and comparison.scenario.plan.deductible_carries_over:
        told.append(say("note.plan_year.any.carried"))
    return " ".join(filter(None, [*told, plan_year_note(comparison, known)]))


def _under_any_plan(comparison: Comparison, pathways: Sequence[Pathway]) -> Iterator[str]:
    """A sentence for the options that the same new plan years lie within."""
    during: dict[tuple[date, ...], list[str]] = {}
    for pathway in pathways:
        if days := tuple(_begun(comparison, pathway)):
            option = comparison.options[pathway]
            during.setdefault(days, []).append(say(f"note.during.{option.told_as}"))
    key = "any" if has_maximum(comparison.scenario) else "any.deductible"
    for days, options in during.items():
        start = listed([day(each) for each in days])
        yield say(f"note.plan_year.{key}", restart=start, options=listed(options))
