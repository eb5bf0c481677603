"""What fills the hours of a week: as a centre states it of its program, or as we assume it."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import Option, Phase
from carechoice.comparison.course import hours_by_service
from carechoice.inputs.beside import in_way


def hours_filled(option: Option, phase: Phase) -> dict[str, float]:
    """Hours a week by key of services.csv, largest first; they add up to the week of the phase."""
    return _stated(option, phase) or hours_by_service(phase.care, phase.hours_per_week)


def is_stated(option: Option, phase: Phase) -> bool:
    """Whether a centre states what fills the hours; it does so for its own number of hours."""
    return bool(_stated(option, phase))


def _stated(option: Option, phase: Phase) -> dict[str, float]:
    picked = in_way(option.scenario, option.pathway).centre.program
    program = catalog().own.programs.get(picked)
    if program is None or phase.care != "iop" or phase.hours_per_week != program.hours_per_week:
        return {}
    return dict(sorted(program.hours_filled, key=lambda filled: -filled[1]))
