"""What a good faith estimate of an option states: its visits, phase by phase, and their charges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Care, Pathway
from carechoice.comparison.compare import Comparison, Entry, Phase
from carechoice.comparison.ledger import entries_of
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.pathways import scenario_for
from carechoice.inputs.scenario import Scenario, field_of
from carechoice.inputs.standing import standing
from carechoice.insurance.plan_year import months_later

# The source of a price that is no provider's own.
USUAL = ("start", "example")


@dataclass(frozen=True, slots=True)
class Part:
    """The visits of a phase that the estimate covers: how many, how often, and what each costs.

    ``is_typical``: the charge is a usual fee, and neither the centre nor anybody else has said the
    provider's own.
    """

    care: Care
    visits: int
    visits_per_week: float
    first_day: date
    last_day: date
    charge_usd: float
    is_typical: bool

    @property
    def total_usd(self) -> float:
        """All charges of the part."""
        return self.visits * self.charge_usd


@dataclass(frozen=True, slots=True)
class Facts:
    """The parts that the estimate covers, up to ``ends``, and how many visits come after that.

    ``program`` is that of the centre which the option has, by its key.
    """

    pathway: Pathway
    parts: tuple[Part, ...]
    ends: date
    later: tuple[tuple[Care, int], ...]
    program: str

    @property
    def first_day(self) -> date:
        """The day of the first visit."""
        return self.parts[0].first_day

    @property
    def cares(self) -> tuple[Care, ...]:
        """The kinds of care, each once, in their order."""
        return tuple(dict.fromkeys(part.care for part in self.parts))

    @property
    def total_usd(self) -> float:
        """All expected charges."""
        return sum(part.total_usd for part in self.parts)

    def parts_of(self, care: Care) -> tuple[Part, ...]:
        """The parts of a kind of care, which one provider or facility gives, in their order."""
        return tuple(part for part in self.parts if part.care == care)

    def total_usd_of(self, care: Care) -> float:
        """All expected charges of a kind of care."""
        return sum(part.total_usd for part in self.parts_of(care))


def estimated(comparison: Comparison) -> list[Pathway]:
    """The options that no plan pays a part of."""
    return [
        pathway
        for pathway, option in comparison.options.items()
        if not has_plan(comparison.scenario, *(phase.care for phase in option.phases))
    ]


def facts(comparison: Comparison, pathway: Pathway) -> Facts:
    """What the estimate of an option states; visits after the longest time it may cover are apart.

    Source: 45 CFR 149.610(b)(1) on visits that come again, as quoted in data/sources.csv.
    """
    own = scenario_for(comparison.scenario, pathway)
    phases = list(_with_visits(comparison, pathway))
    first = phases[0][1][0].date
    months = int(catalog().figures["estimate_months"].value or 0)
    # The last day of that many months, counted from the first.
    ends = months_later(first, months) - timedelta(days=1)
    parts, later = [], []
    for phase, entries in phases:
        covered = [entry for entry in entries if entry.date <= ends]
        if covered:
            parts.append(_part(own, phase, covered))
        if len(covered) < len(entries):
            later.append((phase.care, len(entries) - len(covered)))
    return Facts(pathway, tuple(parts), ends, tuple(later), own.centre.program)


def _with_visits(
    comparison: Comparison, pathway: Pathway
) -> Iterator[tuple[Phase, Sequence[Entry]]]:
    entries = entries_of(comparison, pathway)
    for phase in comparison.options[pathway].phases:
        yield phase, entries[: phase.visits]
        entries = entries[phase.visits :]


def _part(own: Scenario, phase: Phase, entries: Sequence[Entry]) -> Part:
    hours_per_visit = sum(entry.hours for entry in entries) / len(entries)
    return Part(
        care=phase.care,
        visits=len(entries),
        visits_per_week=phase.hours_per_week / hours_per_visit,
        first_day=entries[0].date,
        last_day=entries[-1].date,
        charge_usd=entries[0].price_usd,
        is_typical=standing(field_of("price", phase.care), own) in USUAL,
    )
