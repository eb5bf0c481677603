"""Where numbers come from: each as a line with value, range, basis and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Basis, Parameter, Source
from carechoice.inputs.counting import is_in_use
from carechoice.inputs.ours import read_value
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import stated_range, stating
from carechoice.language.choices import choice_label
from carechoice.language.formats import (
    Unit,
    clock,
    count,
    day,
    fixed_hours,
    hours,
    in_a_row,
    money_exact,
    percent,
)
from carechoice.language.levels import level_hours, level_includes
from carechoice.language.sentences import say, short_name

# What a number in a unit of the data counts.
COUNTED: Mapping[str, Unit] = {
    "combinations": "combination",
    "days": "day",
    "minutes": "minute",
    "people": "person",
    "miles": "mile",
    "sessions": "session",
    "weeks": "week",
}
# Signs that end a link in markdown, as an address may have them too.
BRACKETS = {ord(sign): f"%{ord(sign):X}" for sign in "()[]"}


@dataclass(frozen=True, slots=True)
class Line:
    """One number. ``sources`` are keys of sources.csv; ``spread`` is empty where there is none.

    The sources of a number that a person gave are those of its usual range, and of what ours is.
    """

    label: str
    value: str
    spread: str
    basis: Basis
    sources: tuple[str, ...]
    note: str

    def __str__(self) -> str:
        """The number in one paragraph: value, usual range, how sure it is, its sources as links."""
        return say(
            self._form(),
            label=self.label,
            value=self.value or self.spread,
            spread=self.spread,
            basis=say(f"basis.{self.basis}"),
            sources=in_a_row(source_link(catalog().sources[key]) for key in self.sources),
            note=self.note,
        ).strip()

    def _form(self) -> str:
        whose = ".yours" if self.basis == "yours" else ""
        return f"sources.line{'.range' if self.spread else ''}{whose}"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text, a link where it has an address."""

    text: str
    url: str = ""

    def __str__(self) -> str:
        return f"[{self.text}]({self.url})" if self.url else self.text


def inputs(scenario: Scenario) -> list[Line]:
    """The inputs in use with the person's values; what they gave counts as theirs."""
    return [
        _input(row, scenario)
        for row in catalog().parameters.values()
        if not (row.is_on_one_page_only or row.is_look) and is_in_use(row.key, scenario)
    ]


def inputs_named(fields: Iterable[str], scenario: Scenario) -> list[Line]:
    """The same for those of these inputs that are in use, in this order."""
    rows = (catalog().parameters[field] for field in fields if is_in_use(field, scenario))
    return [_input(row, scenario) for row in rows]


def prices() -> list[Line]:
    """The price lists."""
    return [
        Line(
            say(
                f"price.{row.service}",
                price_list=say(f"price_list.{row.price_list}"),
                minutes=row.minutes,
            ),
            money_exact(row.typical),
            _between(money_exact(row.low), money_exact(row.high)),
            row.basis,
            row.source,
            row.note,
        )
        for row in catalog().prices.values()
    ]


def plan_terms() -> list[Line]:
    """What each example plan changes; its other terms are the inputs' defaults."""
    plans, parameters = catalog().plans, catalog().parameters
    return [
        Line(
            f"{plans[term.plan].label}: {parameters[term.field].label}",
            shown(parameters[term.field], read_value(term.field, term.value, today=date.min)),
            "",
            term.basis,
            term.source,
            term.note,
        )
        for term in catalog().plan_terms
    ]


def figures() -> list[Line]:
    """Researched numbers that are not inputs."""
    return [
        Line(
            row.label,
            amount(row.value, row.unit) if row.value is not None else "",
            _spread(row.low, row.high, row.unit),
            row.basis,
            row.source,
            row.note,
        )
        for row in catalog().figures.values()
    ]


def levels() -> list[Line]:
    """The levels of care and their weekly hours."""
    return [
        Line(
            row.label,
            level_hours(row),
            "",
            row.basis,
            row.source,
            f"{row.meaning} {say('level.place', setting=row.setting, who_for=row.who_for)} "
            f"{level_includes(row)} {row.note}",
        )
        for row in catalog().levels.values()
    ]


def services() -> list[Line]:
    """What fills the hours of an IOP week."""
    return [
        Line(
            row.label,
            count(row.iop_parts, "parts"),
            "",
            row.basis,
            row.source,
            f"{row.meaning} {row.note}",
        )
        for row in catalog().services.values()
    ]


def features() -> list[Line]:
    """What is said to be good and hard about each option."""
    return [
        Line(short_name(row.option), row.text.rstrip("."), "", row.basis, row.source, row.note)
        for row in catalog().features.values()
    ]


def topics() -> list[Line]:
    """What can matter, and what it means for each option."""
    return [
        Line(
            row.label,
            say("sources.topic", therapy=row.therapy, iop=row.iop).rstrip("."),
            "",
            row.basis,
            row.source,
            row.note,
        )
        for row in catalog().topics.values()
    ]


def aspects() -> list[Line]:
    """How the two options differ, question by question."""
    return [
        Line(
            row.question.rstrip("?"),
            say(
                "sources.aspect",
                therapy_name=short_name("therapy"),
                therapy=row.therapy,
                iop_name=short_name("iop"),
                iop=row.iop,
            ).rstrip("."),
            "",
            row.basis,
            row.source,
            row.note,
        )
        for row in catalog().aspects.values()
    ]


def research() -> list[Line]:
    """The studies the pages tell of."""
    return [
        Line(row.title, row.people.rstrip("."), "", row.basis, row.source, f"{row.kind} {row.note}")
        for row in catalog().research.values()
    ]


def weeks() -> list[Line]:
    """The example weeks: what is fixed in each."""
    return [
        Line(row.label, fixed_hours(row.fixed_hours), "", row.basis, row.source, row.note)
        for row in catalog().weeks.values()
    ]


def crisis() -> list[Line]:
    """The crisis lines."""
    return [
        Line(row.name, row.phone, "", row.basis, row.source, row.note)
        for row in catalog().crisis.values()
    ]


def shown(row: Parameter, value: object) -> str:
    """A field's value as a person reads it."""
    if row.kind in ("yes_no", "week"):
        return fixed_hours(value) if isinstance(value, str) else say("yes" if value else "no")
    if isinstance(value, date):
        return day(value)
    if row.kind == "example":
        return catalog().plans[str(value)].label
    if row.is_picked:
        return choice_label(row.key, str(value))
    is_unknown = row.role == "charge" and not value
    return say("charge.unknown") if is_unknown else amount(float(str(value)), row.unit)


def help_runs(row: Parameter) -> list[list[Run]]:
    """What an input means, and the value it starts from with where that comes from.

    A list of paragraphs, each a list of pieces of text of which some are links.
    """
    start = read_value(row.key, row.default, today=date.min)
    told = say(
        "help.start",
        value=say("help.next_monday") if row.kind == "date" else shown(row, start),
        basis=say(f"basis.{row.basis}"),
    )
    links: list[Run] = []
    for key in row.source:
        source = catalog().sources[key]
        links += [Run(", ")] if links else []
        links.append(Run(_short_name_of(source), _url_of(source)))
    before, after = say("help.source", sources="|").split("|")
    return [[Run(row.help)], [Run(f"{told} {before}"), *links, Run(after)]]


def help_text(row: Parameter) -> str:
    """The same as markdown."""
    return "\n\n".join("".join(map(str, paragraph)) for paragraph in help_runs(row))


def source(row: Source) -> str:
    """A source in full, linked where it has an address."""
    key = "source.line.link" if row.url else "source.line"
    if row.title.endswith(("?", "!")):
        key = f"{key}.marked"
    return say(
        key, publisher=row.publisher, title=row.title, url=_url_of(row), published=row.published
    ).strip()


def source_link(row: Source) -> str:
    """A source in short, for a cell of a table: its publisher's first words, linked."""
    return str(Run(_short_name_of(row), _url_of(row)))


def _url_of(row: Source) -> str:
    """Where a source stands, without the signs that would end a link in markdown."""
    return str(row.url or "").translate(BRACKETS)


def _short_name_of(row: Source) -> str:
    return row.publisher.split(" (")[0].split(", ")[0]


def _input(row: Parameter, scenario: Scenario) -> Line:
    value = scenario.value(row.key)
    stated = stating(row.key, scenario)
    origin = stated or row
    unit = row.unit
    spread = _spread(*stated_range(row.key, origin), unit)
    return Line(
        row.label,
        shown(row, value),
        spread,
        origin.basis if stated else "yours",
        origin.source,
        # Why ours is what it is says nothing of theirs, but for the range that theirs may lie in.
        origin.note if stated or spread else "",
    )


def _spread(low: float | None, high: float | None, unit: str) -> str:
    if low is None or high is None:
        return ""
    return _between(amount(low, unit), amount(high, unit))


def _between(low: str, high: str) -> str:
    return say("range", low=low, high=high)


def amount(value: float, unit: str) -> str:
    """A number of the data with what it counts: 180 days, 72 hours, $400."""
    if unit == "usd":
        return money_exact(value)
    if unit == "percent":
        return percent(value)
    if unit == "hours":
        return hours(value)
    if unit == "o_clock":
        return clock(60 * value)
    return count(value, COUNTED[unit])
