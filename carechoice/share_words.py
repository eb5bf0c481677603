"""What can be taken along, in sentences: the frozen scenario, kept scenarios, the note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from carechoice.bill_words import standing_of
from carechoice.catalog import catalog
from carechoice.comparison import Comparison, Option, compare
from carechoice.coverage import has_plan, is_in_use
from carechoice.evidence import shown
from carechoice.formats import count, day, hours, listed, money
from carechoice.frozen import Frozen, Opened, RefusedError, version
from carechoice.pins import Pins
from carechoice.plan_words import assumption
from carechoice.rows import Parameter, Pathway
from carechoice.scenario import Problem, Scenario
from carechoice.standing import standing
from carechoice.typed import for_markdown
from carechoice.words import (
    cost,
    hours_by_phase,
    level_hours,
    option_name,
    plan_cost,
    say,
    short_name,
    unused_values,
)

DAYS_PER_WEEK = 7
# More names than this in one sentence are not read.
MOST_NAMED = 5
LONGEST_NAMED = 40


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
    usd = _whole(other.patient_usd.likely) - _whole(first.patient_usd.likely)
    weekly = other.hours_per_week - first.hours_per_week
    days = (other.last_day - first.last_day).days
    parts = [
        *_by("cost", usd, money(abs(usd))),
        *_by("hours", weekly, hours(abs(weekly))),
        *_by("end", days, _span(abs(days))),
    ]
    return ", ".join(parts) or say("pins.same")


def _whole(usd: float) -> int:
    # As formats.money rounds, so that a difference is that of the amounts beside it.
    return int(usd + 0.5)


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
    told = _topics(value) if row.kind == "topics" else _answers(value)
    return told or say("share.nothing")


def _topics(keys: Sequence[str]) -> str:
    return ", ".join(catalog().topics[key].label for key in keys)


def _answers(answers: Sequence[tuple[str, date]]) -> str:
    labels = catalog().parameters
    return "; ".join(
        say("share.confirmed", label=labels[field].label, day=day(when)) for field, when in answers
    )


def contents(frozen: Frozen) -> list[list[str]]:
    """Rows of everything a link or a file holds: what it is, its value."""
    rows = catalog().parameters
    inputs = [[row.label, value_of(field, frozen.scenario)] for field, row in rows.items()]
    return [
        *inputs,
        [say("share.contents.data"), frozen.data],
        [say("share.contents.made"), day(frozen.made)],
    ]


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
    if row.is_on_one_page_only:
        return bool(getattr(scenario, row.key))
    is_theirs = row.kind == "date" or standing(row.key, scenario) in ("yours", "confirmed")
    return is_theirs and is_in_use(row.key, scenario)


def opened_notes(opened: Opened, *, is_file: bool) -> tuple[str, ...]:
    """What is to be said of a link or a file that was opened; nothing where all is well."""
    return tuple(_opened_notes(opened, "file" if is_file else "link"))


def _opened_notes(opened: Opened, kind: str) -> Iterator[str]:
    if opened.problems:
        unused = unused_values(opened.problems)
        yield _unused_of_file(opened.problems) if kind == "file" else unused
    if opened.missing:
        labels = [catalog().parameters[field].label for field in opened.missing]
        named = "; ".join(labels[:MOST_NAMED])
        key = "all" if len(labels) <= MOST_NAMED else "some"
        yield say(f"share.missing.{kind}.{key}", n=len(labels), list=named)
    if opened.data_changed:
        yield say("share.data_changed", then=opened.data, now=version())


def _unused_of_file(problems: Sequence[Problem]) -> str:
    named = (
        say("note.unused_value", field=problem.field, reason=problem.reason) for problem in problems
    )
    return say("share.file.unused", list="; ".join(named))


def refused(error: RefusedError) -> str:
    """Why a file was not used at all."""
    return say(error.reason, **{name: _blank(value) for name, value in error.blanks.items()})


def _blank(value: Any) -> Any:
    """Names from a foreign file: a few, in short, as they stand there."""
    if not isinstance(value, list):
        return value
    return ", ".join(for_markdown(name[:LONGEST_NAMED]) for name in value[:MOST_NAMED])


def note(comparison: Comparison, frozen: Frozen) -> str:
    """A few lines of plain text for a record."""
    options = comparison.options
    lines = [
        say("note.record.title", day=day(frozen.made)),
        *(_note_line(option, comparison.scenario) for option in options.values()),
        assumption(comparison.scenario),
        *_standing_line(comparison),
        version_line(frozen),
        say("answer.estimate"),
        crisis(),
    ]
    return "\n".join(lines)


def _note_line(option: Option, scenario: Scenario) -> str:
    return say(
        "note.record.option" if has_plan(scenario) else "note.record.option.self_pay",
        option=option_name(option.pathway),
        hours=hours_by_phase(option),
        weeks=count(option.weeks, "week"),
        start=day(option.first_day),
        end=day(option.last_day),
        you=cost(option),
        plan=plan_cost(option),
        level=option.level.label,
        level_hours=level_hours(option.level),
    )


def _standing_line(comparison: Comparison) -> Iterator[str]:
    """What the plan confirmed; nothing where there is no plan."""
    answers = comparison.scenario.confirmed
    if not has_plan(comparison.scenario):
        return
    if not answers:
        yield say("note.record.unconfirmed")
        return
    labels = catalog().parameters
    listed = "; ".join(
        say("share.pair", label=labels[field].label, value=standing_of(field, comparison))
        for field, _ in answers
    )
    yield say("note.record.confirmed", list=listed)


def version_line(frozen: Frozen) -> str:
    """Which data the numbers come from."""
    return say("note.record.version", version=frozen.data)


def crisis() -> str:
    """The crisis line as plain text."""
    return say("note.record.crisis", **{key: row.phone for key, row in catalog().crisis.items()})
