"""What a plan is asked in a call, line by line: what most dollars depend on comes first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES, Care
from carechoice.comparison.plan.questions import as_asked, question, with_all_there_may_be
from carechoice.documents.call_record import Asked
from carechoice.inputs.coverage import (
    has_plan,
    is_covered,
    is_in_other_network,
    is_term_out_of_network,
)
from carechoice.inputs.scenario import OUT_OF_NETWORK, Scenario
from carechoice.inputs.what_counts import are_terms_set_by_law, confirmable, is_in_use
from carechoice.language.formats import money
from carechoice.language.sentences import say
from carechoice.topics.unknown.questions import Question, questions
from carechoice.topics.unknown.swings import swings

# What a plan is asked beside its numbers, for either network and for care out of it.
BESIDE = (
    "plan_type",
    "carve_out",
    "therapist_in_network",
    "program_in_network",
    "therapy_codes",
    "telehealth",
    "referral",
    "therapy_approval",
    "iop_approval",
    "penalty",
    "counts_toward_maximum",
    "own_deductible",
    "exclusions",
)
# What the law has answered of a plan that it sets, such as Medicare.
ANSWERED_BY_LAW = ("plan_type", "counts_toward_maximum", "own_deductible")
# Those that are about one kind of care, and those about whatever care the plan pays for.
OF_CARE: Mapping[str, Care] = {
    "therapist_in_network": "therapy",
    "program_in_network": "iop",
    "therapy_codes": "therapy",
    "telehealth": "therapy",
    "therapy_approval": "therapy",
    "iop_approval": "iop",
}
OF_COVERED_CARE = ("referral", "penalty", "counts_toward_maximum", "own_deductible")
_ROLE_OF_ALL, _ROLES_OF_OTHER = "not_covered", "other_"
ASKED_OUT_OF_NETWORK = ("allowed_basis", "who_is_paid", "deadline")


@dataclass(frozen=True, slots=True)
class CallLine:
    """One question on the sheet. ``stake`` says how many dollars depend on it, where any do.

    ``is_unused``: it is about a term that the bill does not use as things stand.
    """

    asked: Asked
    stake: str = ""
    is_unused: bool = False


def lines(scenario: Scenario) -> Iterator[CallLine]:
    """What is asked about this scenario, each question once.

    What most dollars depend on comes first, then the other numbers that the bill uses, what no
    number here says, and terms that the bill does not use yet; a plan that the law sets has none.
    """
    first = _at_stake(scenario)
    numbers = [*first, *_other_numbers(scenario, {line.asked.key for line in first})]
    yield from (line for line in numbers if not line.is_unused)
    is_by_law = are_terms_set_by_law(scenario)
    for name in _beside(scenario):
        if not (is_by_law and name in ANSWERED_BY_LAW):
            yield CallLine(Asked(name, as_asked(f"call.ask.{name}", scenario)))
    yield from (line for line in numbers if line.is_unused and not is_by_law)


def _beside(scenario: Scenario) -> Iterator[str]:
    """What is asked beside the numbers, of care that the plan pays for in this call's network."""
    paid = [
        care
        for care in CARES
        if is_covered(scenario, care) and not is_in_other_network(scenario, care)
    ]
    for name in BESIDE:
        care = OF_CARE.get(name)
        if care in paid if care else paid or name not in OF_COVERED_CARE:
            yield name
    if paid and scenario.plan.network == OUT_OF_NETWORK:
        yield from ASKED_OUT_OF_NETWORK


def _at_stake(scenario: Scenario) -> list[CallLine]:
    return [
        CallLine(
            Asked(each.field, each.text),
            _stake(each),
        )
        for each in questions(scenario, swings(scenario))
        if _is_of_call(each.field, scenario)
    ]


def _stake(asked: Question) -> str:
    """By how much an answer may change a bill, in short; nothing where it is known."""
    low, high = asked.stake_usd
    key = "call.stake" if low == high else "call.stake.likely"
    return say(key, dollars=money(high)) if high else ""


def _other_numbers(scenario: Scenario, asked: Collection[str]) -> Iterator[CallLine]:
    for field in confirmable(with_all_there_may_be(scenario)):
        if field not in asked and _is_of_call(field, scenario):
            yield CallLine(
                Asked(field, question(field, scenario)),
                # Whether care is covered at all is for everybody.
                is_unused=not is_in_use(field, scenario) and _role(field) != _ROLE_OF_ALL,
            )


def _is_of_call(field: str, scenario: Scenario) -> bool:
    """Whether it is asked in a call about this network; of another only where care is in one.

    Of care that the plan does not cover only that is asked: no term of it counts until it does.
    """
    if not _may_count(field, scenario):
        return False
    is_out = scenario.plan.network == OUT_OF_NETWORK
    is_there = not _role(field).startswith(_ROLES_OF_OTHER) or is_in_other_network(scenario)
    return is_there and is_term_out_of_network(field, scenario) == is_out


def _may_count(field: str, scenario: Scenario) -> bool:
    """Whether it is about care that the plan covers, or is whether it covers care."""
    care = catalog().parameters[field].care
    cares = (care,) if care else CARES
    if _role(field) == _ROLE_OF_ALL:
        return has_plan(scenario, *cares)
    return any(is_covered(scenario, each) for each in cares)


def _role(field: str) -> str:
    return catalog().parameters[field].role
