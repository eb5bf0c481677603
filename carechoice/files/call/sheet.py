"""What stands on the sheet for a call: what to write down of it, and what to ask, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carechoice.comparison.compare import PATHWAYS, Comparison
from carechoice.comparison.plan_questions import question, with_all_there_may_be
from carechoice.documents.call_record import HEAD, Asked, CallRecord, Head
from carechoice.inputs.counting import confirmable
from carechoice.inputs.coverage import is_in_other_network, is_term_out_of_network
from carechoice.inputs.scenario import OUT_OF_NETWORK
from carechoice.language.formats import money
from carechoice.language.sentences import say
from carechoice.topics.unknown.questions import questions
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
ASKED_OUT_OF_NETWORK = ("allowed_basis", "who_is_paid", "deadline")


@dataclass(frozen=True, slots=True)
class Line:
    """One question on the sheet. ``stake`` says how many dollars depend on it, where any do."""

    asked: Asked
    stake: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet: of the call itself label and text by name, then the questions in their order.

    ``lead`` says for which network all answers are.
    """

    lead: str
    head: tuple[tuple[Head, str, str], ...]
    lines: tuple[Line, ...]
    is_out_of_network: bool


def sheet(comparison: Comparison, record: CallRecord | None = None) -> Sheet:
    """The sheet for this comparison, with what a record of the call has for it.

    What most dollars depend on comes first, then the other numbers of the plan, then what no number
    here says. What was written down for a question that is no longer asked stands at the end.
    """
    written = {each.key: each for each in record.asked} if record else {}
    lines = tuple(_filled(line, written) for line in _lines(comparison))
    keys = {line.asked.key for line in lines}
    left = tuple(Line(each) for key, each in written.items() if key not in keys)
    texts = record.head if record else {}
    head = tuple((name, say(f"call.head.{name}"), texts.get(name, "")) for name in HEAD)
    scenario = comparison.scenario
    is_out = record.is_out_of_network if record else scenario.plan.network == OUT_OF_NETWORK
    others = [care for care in PATHWAYS if is_in_other_network(scenario, care)]
    lead = [say(f"call.lead.{'oon' if is_out else 'in'}")]
    lead += [say(f"call.lead.other.{care}") for care in others]
    return Sheet(" ".join(lead), head, (*lines, *left), is_out)


def _filled(line: Line, written: dict[str, Asked]) -> Line:
    """The line as it was filled in; the question is the one that was asked then."""
    return Line(written.get(line.asked.key, line.asked), line.stake)


def _lines(comparison: Comparison) -> Iterator[Line]:
    scenario = comparison.scenario
    is_out = scenario.plan.network == OUT_OF_NETWORK
    first = [
        each
        for each in questions(scenario, swings(scenario))
        if is_term_out_of_network(each.field, scenario) == is_out
    ]
    for each in first:
        stake = say("call.stake", dollars=money(each.stake_usd)) if each.stake_usd else ""
        yield Line(Asked(each.field, each.text), stake)
    asked = {each.field for each in first}
    for field in confirmable(with_all_there_may_be(scenario)):
        if field not in asked and is_term_out_of_network(field, scenario) == is_out:
            yield Line(Asked(field, question(field, scenario)))
    code = say(f"code.therapy.{scenario.therapy.session_minutes}")
    for name in (*BESIDE, *(ASKED_OUT_OF_NETWORK if is_out else ())):
        yield Line(Asked(name, say(f"call.ask.{name}", code=code)))
