"""The content of the sheet for a call: what to write down of it, and what to ask, in order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from carechoice.catalog.rows import CARES
from carechoice.comparison.compare import Comparison
from carechoice.documents.call_record import HEAD, Asked, CallRecord, Head
from carechoice.files.call.lines import CallLine, lines
from carechoice.inputs.coverage import is_in_other_network
from carechoice.inputs.scenario import OUT_OF_NETWORK
from carechoice.language.sentences import say


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet: of the call itself label and text by name, then the questions in their order.

    ``lead`` says for which network all answers are.
    """

    lead: str
    head: tuple[tuple[Head, str, str], ...]
    lines: tuple[CallLine, ...]
    is_out_of_network: bool


def sheet(comparison: Comparison, record: CallRecord | None = None) -> Sheet:
    """The sheet for this comparison, with what a record of the call has for it.

    What was written down for a question that is no longer asked stands at the end.
    """
    written = {each.key: each for each in record.asked} if record else {}
    asked = tuple(_filled(line, written) for line in lines(comparison.scenario))
    keys = {line.asked.key for line in asked}
    left = tuple(CallLine(each, is_unused=True) for key, each in written.items() if key not in keys)
    texts = record.head if record else {}
    head = tuple((name, say(f"call.head.{name}"), texts.get(name, "")) for name in HEAD)
    scenario = comparison.scenario
    is_out = record.is_out_of_network if record else scenario.plan.network == OUT_OF_NETWORK
    others = [care for care in CARES if is_in_other_network(scenario, care)]
    lead = [say(f"call.lead.{'oon' if is_out else 'in'}")]
    lead += [say("call.lead.dollars")] if any(line.stake for line in asked) else []
    lead += [say(f"call.lead.other.{care}") for care in others]
    return Sheet(" ".join(lead), head, (*asked, *left), is_out)


def _filled(line: CallLine, written: dict[str, Asked]) -> CallLine:
    """The line as it was filled in; the question is the one that was asked then."""
    return replace(line, asked=written.get(line.asked.key, line.asked))
