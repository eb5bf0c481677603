"""What fills the hours of a week: as a centre states it of its program, or as we assume it."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rounding import whole_parts
from carechoice.catalog.rows import Care
from carechoice.catalog.time_units import MINUTES_PER_HOUR
from carechoice.comparison.compare import Option, Phase
from carechoice.comparison.visits.care_days import exact
from carechoice.inputs.pathways import scenario_for

QUARTERS_PER_HOUR = 4


def hours_filled(option: Option, phase: Phase) -> dict[str, float]:
    """Hours a week by key of services.csv, largest first; they add up to the week of the phase."""
    return _stated(option, phase) or hours_by_service(phase.care, phase.hours_per_week)


def is_stated(option: Option, phase: Phase) -> bool:
    """Whether a centre states what fills the hours; it does so for its own number of hours."""
    return bool(_stated(option, phase))


def hours_by_service(care: Care, hours_per_week: float) -> dict[str, float]:
    """Hours a week by key of services.csv, in the parts it gives, largest first.

    Our split is no more exact than a quarter of an hour; a week that is no whole number of quarters
    is split to the minute. The parts add up to the week.
    """
    parts = {
        row.key: row.therapy_parts if care == "therapy" else row.iop_parts
        for row in catalog().services.values()
    }
    whole = sum(parts.values())
    in_quarters = exact(hours_per_week * QUARTERS_PER_HOUR) % 1 == 0
    per_hour = QUARTERS_PER_HOUR if in_quarters else MINUTES_PER_HOUR
    filling = sorted(((part, key) for key, part in parts.items() if part), reverse=True)
    counted = whole_parts(hours_per_week * per_hour * part / whole for part, _ in filling)
    return {key: number / per_hour for number, (_, key) in zip(counted, filling, strict=True)}


def _stated(option: Option, phase: Phase) -> dict[str, float]:
    picked = scenario_for(option.scenario, option.pathway).centre.program
    program = catalog().own.programs.get(picked)
    if program is None or phase.care != "iop" or phase.hours_per_week != program.hours_per_week:
        return {}
    return dict(sorted(program.hours_filled, key=lambda filled: -filled[1]))
