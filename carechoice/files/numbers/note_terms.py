"""What a note for a record says of the plan, and of how sure its numbers are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from carechoice.catalog.in_use import catalog
from carechoice.catalog.tables import OWN_PLAN
from carechoice.comparison.plan_words import plan_note, ways_of_paying
from carechoice.inputs.answer_words import when_text
from carechoice.inputs.counting import confirmable, is_in_use, used
from carechoice.inputs.coverage import has_plan, is_out_of_network
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import Standing, standing
from carechoice.inputs.value_text import value_text
from carechoice.language.sentences import say


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
