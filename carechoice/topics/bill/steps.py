"""The bill visit by visit, a sentence for each run of visits that are billed alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from carechoice.catalog.rows import Care, Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.ledger import HALF_A_CENT
from carechoice.inputs.coverage import has_deductible, has_maximum, is_charged_above
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import day, money_exact
from carechoice.language.sentences import say
from carechoice.topics.bill.facts import Step, steps


def told_steps(comparison: Comparison, pathway: Pathway) -> list[str]:
    """The bill of an option, a sentence for each run of visits that are billed alike."""
    found = steps(comparison, pathway)
    return list(_told_steps(found, comparison.scenario))


def _told_steps(found: list[Step], scenario: Scenario) -> Iterator[str]:
    cares = {step.entry.care for step in found}
    for step in found:
        if step.new_year:
            yield _new_year(scenario, cares, step.new_year)
        yield _told(step, scenario)


def _new_year(scenario: Scenario, cares: Collection[Care], start: date) -> str:
    """What of the plan's terms for these kinds of care starts again on a day."""
    deductible, maximum = has_deductible(scenario, *cares), has_maximum(scenario)
    what = "both" if deductible and maximum else "deductible" if deductible else "maximum"
    return say(f"step.new_year.{what}", day=day(start))


def _told(step: Step, scenario: Scenario) -> str:
    entry, form = step.entry, "one" if step.first == step.last else "other"
    visits = say(
        f"step.visits.{entry.care}.{form}",
        first=step.first,
        last=step.last,
        start=day(entry.date),
        end=day(step.last_day),
    )
    only_balance = entry.balance_usd and step.kind in ("free", "past_max")
    # What the plan allows is not the full price where more is charged, or may be.
    is_less = step.kind == "full" and is_charged_above(scenario, entry.care)
    full = "full.oon" if is_less else step.kind
    sentence = say(
        f"step.{'above' if only_balance else full}.{form}",
        visits=visits,
        patient=money_exact(entry.patient_usd - (0 if only_balance else entry.balance_usd)),
        price=money_exact(entry.price_usd - entry.balance_usd),
        plan=money_exact(entry.plan_usd),
        deductible=money_exact(entry.deductible_usd),
        rest=money_exact(entry.patient_usd - entry.balance_usd - entry.deductible_usd),
    )
    if entry.balance_usd < HALF_A_CENT or only_balance:
        return sentence
    balance = money_exact(entry.balance_usd)
    return say(f"step.balance.{form}", sentence=sentence, balance=balance)
