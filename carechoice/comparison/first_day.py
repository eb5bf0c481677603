"""What the bill would be if care began with the next plan year instead of before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.carried_over import deductible_met_usd
from carechoice.comparison.compare import Comparison, Option, patient_total_usd
from carechoice.comparison.ledger import restarts
from carechoice.inputs.changes import nothing_paid
from carechoice.inputs.coverage import limit_field
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import approximate_money, day, listed, money
from carechoice.language.sentences import say


@dataclass(frozen=True, slots=True)
class LaterStart:
    """A later first day, and by how much each option's bill would be higher for the person."""

    first_day: date
    more_usd: Mapping[Pathway, float]


def later_start(comparison: Comparison) -> LaterStart | None:
    """The first Monday of the plan year that begins within an option, and what it changes.

    What was paid this plan year does not count in the next, but for what is carried over to it.

    None where no option runs into a new plan year that takes something from the person, where the
    first day cannot be that late, or where no bill would be another in whole dollars.
    """
    days = [each.day for pathway in comparison.options for each in restarts(comparison, pathway)]
    if not days:
        return None
    first_day = _monday_from(min(days))
    if first_day > date.fromisoformat(catalog().parameters["start_date"].maximum):
        return None
    then = _starting(comparison.scenario, first_day)
    more_usd = {
        pathway: patient_total_usd(then, pathway) - option.patient_total_usd
        for pathway, option in comparison.options.items()
    }
    is_another = any(money(abs(usd)) != money(0) for usd in more_usd.values())
    return LaterStart(first_day, more_usd) if is_another else None


def _starting(scenario: Scenario, first_day: date) -> Scenario:
    """The same care from the first days of a later plan year on."""
    then = {"start_date": first_day, **nothing_paid()}
    for is_other in (False, True):
        field = limit_field("deductible_met_usd", is_other=is_other)
        then[field] = deductible_met_usd(scenario, first_day, is_other=is_other)
    return scenario.but(**then)


def told(comparison: Comparison) -> str:
    """What a later first day changes, in a sentence; nothing where it changes nothing."""
    later = later_start(comparison)
    if later is None:
        return ""
    changes = [_change(comparison.options[each], usd) for each, usd in later.more_usd.items()]
    return say("first_day", day=day(later.first_day), changes=listed(changes))


def _change(option: Option, more_usd: float) -> str:
    is_same = money(abs(more_usd)) == money(0)
    kind = "same" if is_same else "more" if more_usd > 0 else "less"
    amount = approximate_money(abs(more_usd), is_known=option.is_cost_known)
    return say(f"first_day.{kind}", option=say(f"note.during.{option.told_as}"), amount=amount)


def _monday_from(earliest: date) -> date:
    """The first Monday that is no earlier."""
    return earliest + timedelta(days=-earliest.weekday() % 7)
