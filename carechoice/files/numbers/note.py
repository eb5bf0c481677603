"""The note for a record, as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Care, Pathway
from carechoice.comparison.compare import Comparison, Entry, Option
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.plan_words import assumption
from carechoice.comparison.words import cost, hours_by_phase, plan_cost
from carechoice.inputs.coverage import confirmable, has_plan, is_out_of_network, used
from carechoice.inputs.evidence import shown
from carechoice.inputs.link import Frozen
from carechoice.inputs.ours import OWN_PLAN
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import Standing, standing
from carechoice.language.everywhere import crisis
from carechoice.language.formats import Unit, count, day, hours, listed
from carechoice.language.levels import level_hours
from carechoice.language.sentences import option_name, say

# What a visit is counted as.
VISIT_OF: Mapping[Care, Unit] = {"therapy": "session", "iop": "day"}


def note(comparison: Comparison, frozen: Frozen) -> str:
    """A few lines of plain text for a record."""
    options = comparison.options
    lines = [
        say("note.record.title", day=day(frozen.made)),
        *(_note_line(comparison, pathway, option) for pathway, option in options.items()),
        _payer(comparison.scenario),
        *_counted_with(comparison.scenario),
        assumption(comparison.scenario),
        version_line(frozen),
        say("answer.estimate"),
        crisis(),
    ]
    return "\n".join(lines)


def _note_line(comparison: Comparison, pathway: Pathway, option: Option) -> str:
    key = "plan" if has_plan(comparison.scenario) else "self_pay"
    return say(
        f"note.record.option.{key}",
        option=option_name(pathway),
        hours=hours_by_phase(option),
        weeks=count(option.weeks, "week"),
        visits=_visits(entries_of(comparison, pathway)),
        start=day(option.first_day),
        end=day(option.last_day),
        you=cost(option),
        plan=plan_cost(option),
        level=option.level.label,
        level_hours=level_hours(option.level),
    )


def _visits(entries: Sequence[Entry]) -> str:
    """How many visits of which length an option has, as they are billed."""
    lengths = Counter((entry.care, entry.hours) for entry in entries)
    return listed(
        [
            say("note.record.visits", visits=count(n, VISIT_OF[care]), length=hours(length))
            for (care, length), n in lengths.items()
        ]
    )


def _payer(scenario: Scenario) -> str:
    """Whose terms the bill has, and how it is paid."""
    if not has_plan(scenario):
        return say("note.record.payer.self_pay")
    plan = catalog().plans[scenario.plan.key]
    payer = say(
        f"note.record.payer.{'own' if scenario.plan.key == OWN_PLAN else 'example'}",
        plan=plan.label,
        network=say(f"network.{scenario.plan.network}"),
    )
    return " ".join(filter(None, [payer, plan.note]))


def _counted_with(scenario: Scenario) -> Iterator[str]:
    """Each number of the bill once, by how sure it is: a line for those that are equally sure."""
    fields = _noted(scenario) or tuple(catalog().inputs.care_of_price)
    if is_out_of_network(scenario):
        fields += tuple(catalog().inputs.by_care("charge").values())
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
    value = shown(row, scenario.value(field))
    if row.role == "charge" and not scenario.value(field):
        value = say("note.record.no_charge")
    if standing(field, scenario) != "confirmed":
        return say("share.pair", label=row.label, value=value)
    when = day(dict(scenario.origins.confirmed)[field])
    return say("note.record.answer", label=row.label, value=value, day=when)


def version_line(frozen: Frozen) -> str:
    """Which data the numbers come from."""
    return say("note.record.version", version=frozen.data)
