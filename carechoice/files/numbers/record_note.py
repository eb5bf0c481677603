"""The note for a record, as plain text: each option, whose terms, and how sure they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.catalog.tables import OWN_PLAN
from carechoice.comparison.compare import Comparison, Entry, Option
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.plan.centre import program_line
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan.words import plan_note, ways_of_paying
from carechoice.comparison.words import cost, hours_by_phase, plan_cost_likely, visits_text
from carechoice.documents.call_record import HEAD, CallRecord
from carechoice.inputs.answer_words import when_text
from carechoice.inputs.coverage import has_plan, is_out_of_network
from carechoice.inputs.handed_on.link import Frozen
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import Standing, standing
from carechoice.inputs.value_text import value_text
from carechoice.inputs.what_counts import confirmable, is_in_use, used
from carechoice.language.choices import choice_label
from carechoice.language.everywhere import crisis_line_as_text
from carechoice.language.formats import count, day, days_from_to, hours, listed
from carechoice.language.levels import level_hours
from carechoice.language.markup import on_one_line
from carechoice.language.sentences import option_name, say


def note(
    comparison: Comparison,
    frozen: Frozen,
    call: CallRecord | None = None,
    since: Sequence[str] = (),
) -> str:
    """A few lines of plain text for a record; ``call`` is that to the plan.

    ``since`` are lines on an earlier day.
    """
    options = comparison.options
    lines = [
        say("note.record.title", day=day(frozen.made)),
        *program(comparison, frozen.made),
        *(course_line(comparison, pathway, option) for pathway, option in options.items()),
        payer(comparison.scenario),
        *counted_with(comparison.scenario),
        *(_call_lines(call) if call else ()),
        *since,
        main_assumption(comparison.scenario),
        version_line(frozen),
        say("answer.estimate"),
        crisis_line_as_text(),
    ]
    return "\n".join(lines)


def version_line(frozen: Frozen) -> str:
    """Which data the numbers come from."""
    return say("note.record.version", version=frozen.data)


def _call_lines(record: CallRecord) -> Iterator[str]:
    """The call in a line, and what is to be asked again in another; none where nothing is known."""
    head = {name: on_one_line(text) for name, text in record.head.items()}
    sentences = [
        say("share.pair", label=say(f"call.head.{name}"), value=head[name])
        for name in HEAD
        if head.get(name)
    ]
    if sentences:
        yield say("note.record.call", list="; ".join(sentences))
    unclear = [on_one_line(each.question) for each in record.asked if each.status == "unclear"]
    if unclear:
        yield say("note.record.unclear", list=" ".join(unclear))


def program(comparison: Comparison, made: date) -> Iterator[str]:
    """The program of a centre that was picked, as the centre states it; nothing where none was."""
    text = program_line(comparison.scenario, made)
    if text:
        name = choice_label("program", comparison.scenario.centre.program)
        yield say("note.record.program", program=name, told=text)


def course_line(comparison: Comparison, pathway: Pathway, option: Option) -> str:
    """What an option asks of the client: its hours, visits, days, cost and level."""
    key = "plan" if has_plan(comparison.scenario) else "self_pay"
    return say(
        f"note.record.option.{key}",
        option=option_name(option.words_key),
        course=_course(option, _visits(entries_of(comparison, pathway))),
        when=days_from_to(option.first_day, option.last_day),
        you=cost(option),
        plan=plan_cost_likely(option),
        level=option.level.label,
        level_hours=level_hours(option.level),
    )


def _course(option: Option, visits: str) -> str:
    """How much care an option is; of one visit there is no pace, however long the wait for it."""
    if option.visits == 1:
        return visits
    weeks = count(option.weeks, "week")
    return say("note.record.course", hours=hours_by_phase(option), weeks=weeks, visits=visits)


def _visits(entries: Sequence[Entry]) -> str:
    """How many visits of which length an option has, as they are billed."""
    lengths = Counter((entry.care, entry.hours) for entry in entries)
    return listed(
        [
            say("note.record.visits", visits=visits_text(care, n), length=hours(length))
            for (care, length), n in lengths.items()
        ]
    )


def payer(scenario: Scenario) -> str:
    """Whose terms the bill has, and how it is paid."""
    if not has_plan(scenario):
        return say("note.record.payer.self_pay")
    plan = catalog().plans[scenario.plan.key]
    if is_in_use("payer", scenario):
        named = value_text(catalog().parameters["payer"], scenario.value("payer"))
        return say("note.record.payer.centre", payer=named, network=ways_of_paying(scenario))
    payer = say(
        f"note.record.payer.{'own' if scenario.plan.key == OWN_PLAN else 'example'}",
        plan=plan.label,
        network=ways_of_paying(scenario),
    )
    return " ".join(filter(None, [payer, plan_note(scenario)]))


def counted_with(scenario: Scenario) -> Iterator[str]:
    """Each number of the bill once, by how sure it is: a line for those that are equally sure."""
    fields = _noted(scenario) or tuple(catalog().inputs.care_of_price)
    fields += tuple(
        field
        for care, field in catalog().inputs.by_care("charge").items()
        if is_out_of_network(scenario, care)
    )
    alike: dict[str, list[str]] = {}
    for field in fields:
        alike.setdefault(standing(field, scenario), []).append(_note_value(field, scenario))
    if "confirmed" not in alike and has_plan(scenario):
        yield say("note.record.unconfirmed")
    for sure in get_args(Standing)[::-1]:
        if sure in alike:
            yield say(f"note.record.{sure}", list="; ".join(alike[sure]))


def _noted(scenario: Scenario) -> tuple[str, ...]:
    """What the plan confirmed, and the numbers of it that count all the same."""
    counts = {*used(scenario), *dict(scenario.origins.confirmed)}
    return tuple(field for field in confirmable(scenario) if field in counts)


def _note_value(field: str, scenario: Scenario) -> str:
    row = catalog().parameters[field]
    value = value_text(row, scenario.value(field))
    if row.role == "charge" and not scenario.value(field):
        value = say("note.record.no_charge")
    answer = dict(scenario.origins.confirmed).get(field)
    if not answer:
        return say("share.pair", label=row.label, value=value)
    return say("note.record.answer", label=row.label, value=value, day=when_text(answer))
