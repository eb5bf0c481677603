"""What can be taken along, in sentences: the frozen scenario, kept scenarios, the note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, get_args

from carechoice.catalog.load import catalog
from carechoice.catalog.rounding import half_up
from carechoice.catalog.rows import Care, Parameter, Pathway
from carechoice.comparison.compare import Comparison, Entry, Option, compare
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.plan_words import assumption
from carechoice.comparison.words import cost, hours_by_phase, plan_cost
from carechoice.inputs.coverage import (
    confirmable,
    counts,
    has_plan,
    is_in_use,
    is_out_of_network,
    used,
)
from carechoice.inputs.evidence import shown
from carechoice.inputs.kept import Pins
from carechoice.inputs.link import Frozen
from carechoice.inputs.scenario import CHARGE_OF, OWN_PLAN, PRICES, Scenario
from carechoice.inputs.standing import Standing, standing
from carechoice.language.everywhere import crisis
from carechoice.language.formats import count, day, hours, listed, money
from carechoice.language.levels import level_hours
from carechoice.language.markup import (
    for_markdown,
)
from carechoice.language.sentences import option_name, say, short_name

DAYS_PER_WEEK = 7
# What a visit is counted as.
VISIT_OF: Mapping[Care, str] = {"therapy": "session", "iop": "day"}


class Kept(NamedTuple):
    """A kept scenario: its name as typed, and what comes out of it."""

    name: str
    comparison: Comparison


def kept(pins: Pins) -> list[Kept]:
    """The kept scenarios, worked out, in the order they were kept."""
    return [Kept(pin.name, compare(pin.scenario)) for pin in pins]


def beside(row: Kept, first: Kept) -> list[list[str]]:
    """What a kept scenario asks, options as columns, and how it differs from the first one."""
    options = row.comparison.options
    return [
        [say("figures.hours_per_week"), *map(hours_by_phase, options.values())],
        [say("figures.patient"), *map(cost, options.values())],
        [say("pins.column.end"), *(day(option.last_day) for option in options.values())],
        [say("pins.column.difference"), *(apart(row, first, path) for path in options)],
    ]


def apart(row: Kept, first: Kept, pathway: Pathway) -> str:
    """How an option of a kept scenario differs from the same one in the first."""
    if row is first:
        return say("pins.first")
    was = first.comparison.options.get(pathway)
    now = row.comparison.options[pathway]
    return difference(was, now) if was else say("pins.not_in_first")


def time(option: Option) -> str:
    """Hours a week and the last day."""
    return say("pins.time", hours=hours_by_phase(option), end=day(option.last_day))


def difference(first: Option, other: Option) -> str:
    """How an option differs from another: cost, hours a week and end, in a few words."""
    usd = half_up(other.patient_usd.likely) - half_up(first.patient_usd.likely)
    weekly = other.hours_per_week - first.hours_per_week
    days = (other.last_day - first.last_day).days
    parts = [
        *_by("cost", usd, money(abs(usd))),
        *_by("hours", weekly, hours(abs(weekly))),
        *_by("end", days, _span(abs(days))),
    ]
    return ", ".join(parts) or say("pins.same")


def _by(what: str, by: float, amount: str) -> list[str]:
    return [say(f"pins.{what}.{'more' if by > 0 else 'less'}", amount=amount)] if by else []


def _span(days: int) -> str:
    weeks, rest = divmod(days, DAYS_PER_WEEK)
    return count(days, "day") if rest else count(weeks, "week")


def chart_caption(rows: Sequence[Kept]) -> str:
    """What the chart of kept scenarios shows; names as markdown."""
    names = listed([say("pins.named", name=for_markdown(row.name)) for row in rows])
    return say("pins.caption", names=names)


def chart_alt(rows: Sequence[Kept]) -> str:
    """The same with all amounts, as plain text."""
    told = [
        say(
            "pins.alt.row",
            name=row.name,
            options="; ".join(
                say(
                    "pins.alt.option", option=short_name(path), cost=cost(option), time=time(option)
                )
                for path, option in row.comparison.options.items()
            ),
        )
        for row in rows
    ]
    return say("pins.alt", rows=" ".join(told))


def value_of(field: str, scenario: Scenario) -> str:
    """Any input's value in words, also those that belong to a page of their own."""
    row, value = catalog().parameters[field], getattr(scenario, field)
    if not row.is_on_one_page_only:
        return shown(row, value)
    if row.kind == "answers":
        told = _answers(value)
    else:
        told = _topics(value) if row.kind == "topics" else _labels(value)
    return told or say("share.nothing")


def _topics(keys: Sequence[str]) -> str:
    return ", ".join(catalog().topics[key].label for key in keys)


def _labels(fields: Sequence[str]) -> str:
    return ", ".join(catalog().parameters[field].label for field in fields)


def _answers(answers: Sequence[tuple[str, date]]) -> str:
    labels = catalog().parameters
    return "; ".join(
        say("share.confirmed", label=labels[field].label, day=day(when)) for field, when in answers
    )


def contents(frozen: Frozen) -> list[list[str]]:
    """Rows of everything a link or a file holds: what it is, its value, and if that counts."""
    inputs = [[row.label, _held(row, frozen.scenario)] for row in catalog().parameters.values()]
    return [
        *inputs,
        [say("share.contents.data"), frozen.data],
        [say("share.contents.made"), day(frozen.made)],
    ]


def _held(row: Parameter, scenario: Scenario) -> str:
    value = value_of(row.key, scenario)
    return value if counts(row.key, scenario) else say("share.contents.not_counted", value=value)


def contents_in_short(frozen: Frozen) -> list[str]:
    """What a link or a file holds, in a few sentences; the person's own values one by one."""
    scenario = frozen.scenario
    own = [row for row in catalog().parameters.values() if _is_own(row, scenario)]
    listed = "; ".join(
        say("share.pair", label=row.label, value=value_of(row.key, scenario)) for row in own
    )
    return [
        say("share.holds", n=len(catalog().parameters), version=frozen.data, day=day(frozen.made)),
        say("share.holds.own", list=listed) if own else say("share.holds.start"),
        say("share.holds.private"),
    ]


def _is_own(row: Parameter, scenario: Scenario) -> bool:
    if row.kind == "fields":
        # Each of them stands there with its value.
        return False
    if row.is_on_one_page_only:
        return bool(getattr(scenario, row.key))
    is_theirs = row.kind == "date" or standing(row.key, scenario) in ("yours", "confirmed")
    return is_theirs and is_in_use(row.key, scenario)


def note(comparison: Comparison, frozen: Frozen) -> str:
    """A few lines of plain text for a record."""
    options = comparison.options
    lines = [
        say("note.record.title", day=day(frozen.made)),
        *(_note_line(comparison, path, option) for path, option in options.items()),
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
    plan = catalog().plans[scenario.plan]
    payer = say(
        f"note.record.payer.{'own' if scenario.plan == OWN_PLAN else 'example'}",
        plan=plan.label,
        network=say(f"network.{scenario.network}"),
    )
    return " ".join(filter(None, [payer, plan.note]))


def _counted_with(scenario: Scenario) -> Iterator[str]:
    """Each number of the bill once, by how sure it is: a line for those that are equally sure."""
    fields = _noted(scenario) or tuple(PRICES)
    if is_out_of_network(scenario):
        fields += tuple(CHARGE_OF.values())
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
    counts = {*used(scenario), *dict(scenario.confirmed)}
    return tuple(field for field in confirmable(scenario) if field in counts)


def _note_value(field: str, scenario: Scenario) -> str:
    row = catalog().parameters[field]
    value = shown(row, getattr(scenario, field))
    if field in CHARGE_OF.values() and not getattr(scenario, field):
        value = say("note.record.no_charge")
    if standing(field, scenario) != "confirmed":
        return say("share.pair", label=row.label, value=value)
    when = day(dict(scenario.confirmed)[field])
    return say("note.record.answer", label=row.label, value=value, day=when)


def version_line(frozen: Frozen) -> str:
    """Which data the numbers come from."""
    return say("note.record.version", version=frozen.data)
