"""Where a number comes from: its value, range, basis and sources; and what an input means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Basis, Parameter, PlanTerm, Sourced
from carechoice.inputs.citations import Run, source_link, sources_in_short
from carechoice.inputs.read_value import read_value
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import stated_range, stating
from carechoice.inputs.value_text import amount_text, value_text
from carechoice.inputs.what_counts import is_in_use
from carechoice.language.formats import in_a_row
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One number. ``sources`` are keys of sources.csv; ``spread`` is empty where there is none.

    The sources of a number that a person gave are those of its usual range, and of what ours is.
    """

    label: str
    value: str
    spread: str
    basis: Basis
    sources: tuple[str, ...]
    note: str

    @classmethod
    def of(
        cls, row: Sourced | PlanTerm, label: str, value: str, *, spread: str = "", about: str = ""
    ) -> Self:
        """What a row of the data states; what is told ``about`` it comes before its note."""
        note = " ".join(filter(None, [about, row.note]))
        return cls(label, value, spread, row.basis, row.source, note)

    def __str__(self) -> str:
        """The number in one paragraph: value, usual range, how sure it is, its sources as links."""
        return say(
            self._form(),
            label=self.label,
            value=self.value or self.spread,
            spread=self.spread,
            basis=say(f"basis.{self.basis}"),
            sources=self.links,
            # A centre types what ours writes as markdown.
            note=for_markdown(self.note) if self.basis == "centre" else self.note,
        ).strip()

    @property
    def links(self) -> str:
        """Its sources in short, each as a link."""
        return in_a_row(source_link(catalog().sources[key]) for key in self.sources)

    def _form(self) -> str:
        if self.basis == "centre":
            return "sources.line.centre"
        whose = ".yours" if self.basis == "yours" else ""
        return f"sources.line{'.range' if self.spread else ''}{whose}"


def inputs(scenario: Scenario) -> list[EvidenceLine]:
    """The inputs in use with the person's values; what they gave counts as theirs."""
    return [
        _input(row, scenario)
        for row in catalog().parameters.values()
        if not (row.is_on_one_page_only or row.is_look) and is_in_use(row.key, scenario)
    ]


def inputs_named(fields: Iterable[str], scenario: Scenario) -> list[EvidenceLine]:
    """A line for each of these inputs that is in use, in their order."""
    rows = (catalog().parameters[field] for field in fields if is_in_use(field, scenario))
    return [_input(row, scenario) for row in rows]


def _input(row: Parameter, scenario: Scenario) -> EvidenceLine:
    value = scenario.value(row.key)
    stated = stating(row.key, scenario)
    origin = stated or row
    unit = row.unit
    between = spread(*stated_range(row.key, origin), unit)
    return EvidenceLine(
        row.label,
        value_text(row, value),
        between,
        origin.basis if stated else "yours",
        origin.source,
        # Why ours is what it is says nothing of theirs, but for the range that theirs may lie in.
        origin.note if stated or between else "",
    )


def spread(low: float | None, high: float | None, unit: str) -> str:
    """Between what a number lies; nothing where that is not known."""
    if low is None or high is None:
        return ""
    return say("range", low=amount_text(low, unit), high=amount_text(high, unit))


def help_runs(row: Parameter) -> list[list[Run]]:
    """What an input means, and the value it starts from with where that comes from.

    A list of paragraphs, each a list of pieces of text of which some are links.
    """
    sentence = say("help.start", value=_start(row), basis=say(f"basis.{row.basis}"))
    before, after = say("help.source", sources="|").split("|")
    return [
        [Run(row.help)],
        [Run(f"{sentence} {before}"), *sources_in_short(row.source), Run(after)],
    ]


def _start(row: Parameter) -> str:
    if row.follows:
        return say("help.as_much_as", label=catalog().parameters[row.follows].label)
    if row.kind == "date":
        return say("help.next_monday")
    return value_text(row, read_value(row.key, row.default, today=date.min))


def help_text(row: Parameter) -> str:
    """What an input means, as markdown."""
    return "\n\n".join("".join(map(str, paragraph)) for paragraph in help_runs(row))
