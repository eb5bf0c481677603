"""The bill visit by visit, a sentence for each run of visits that are billed alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.ledger import HALF_A_CENT, Restart, cost_share, restarts
from carechoice.inputs.coverage import is_charged_above
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import day, money_exact
from carechoice.language.sentences import say
from carechoice.topics.bill.facts import BillStep, steps


def step_sentences(comparison: Comparison, pathway: Pathway) -> list[str]:
    """The bill of an option, a sentence for each run of visits that are billed alike."""
    lost = {restart.day: restart for restart in restarts(comparison, pathway)}
    return list(_step_sentences(steps(comparison, pathway), lost, comparison.scenario))


def _step_sentences(
    found: Sequence[BillStep], lost: Mapping[date, Restart], scenario: Scenario
) -> Iterator[str]:
    for step in found:
        if step.new_year:
            restart = lost.get(step.new_year)
            yield " ".join(_new_year(step.new_year, restart, counts_anew=step.counts_anew))
        yield _step_sentence(step, scenario)


def _new_year(start: date, restart: Restart | None, *, counts_anew: bool) -> Iterator[str]:
    """What starts again with a new plan year: limits, what is counted, or nothing."""
    if not restart:
        yield say(f"step.new_year.{'visits' if counts_anew else 'nothing'}", day=day(start))
        return
    yield say(f"step.new_year.{restart.limits}", day=day(start))
    if restart.deductible and restart.carried:
        yield say("note.plan_year.carried")
    if counts_anew:
        yield say("step.new_year.visits_too")


def _step_sentence(step: BillStep, scenario: Scenario) -> str:
    """What a visit of the step costs, and by how much approval and the charge raise it."""
    entry, form = step.entry, _form(step)
    sentence = _priced(step, scenario)
    if entry.penalty_usd and step.kind != "penalty":
        penalty = money_exact(entry.penalty_usd)
        sentence = say(f"step.no_approval.{form}", sentence=sentence, penalty=penalty)
    if entry.balance_usd < HALF_A_CENT or _owes_balance_alone(step):
        return sentence
    balance = money_exact(entry.balance_usd)
    return say(f"step.balance.{form}", sentence=sentence, balance=balance)


def _priced(step: BillStep, scenario: Scenario) -> str:
    """What is paid of a visit without what a sentence of its own adds, unless that is all."""
    entry, is_alone = step.entry, _owes_balance_alone(step)
    added_usd = 0 if is_alone else entry.balance_usd + entry.penalty_usd
    kind = "above" if is_alone else _kind_key(step, scenario)
    return say(
        f"step.{kind}.{_form(step)}",
        visits=_visits(step),
        patient=money_exact(entry.patient_usd - added_usd),
        price=money_exact(entry.price_usd - entry.balance_usd),
        plan=money_exact(entry.plan_usd),
        deductible=money_exact(entry.deductible_usd),
        rest=money_exact(cost_share(entry) - entry.deductible_usd),
        penalty=money_exact(entry.penalty_usd),
    )


def _visits(step: BillStep) -> str:
    """Which visits the step is of, by their numbers and days."""
    return say(
        f"step.visits.{step.entry.care}.{_form(step)}",
        first=step.first,
        last=step.last,
        start=day(step.entry.date),
        end=day(step.last_day),
    )


def _kind_key(step: BillStep, scenario: Scenario) -> str:
    """What the plan allows is not the full price where more is charged, or may be."""
    is_less = step.kind == "full" and is_charged_above(scenario, step.entry.care)
    return "full.oon" if is_less else step.kind


def _owes_balance_alone(step: BillStep) -> bool:
    """Whether all that is owed is what the charge is above the plan's amount."""
    return step.entry.balance_usd != 0 and step.kind in ("free", "past_max")


def _form(step: BillStep) -> str:
    return "one" if step.first == step.last else "other"
