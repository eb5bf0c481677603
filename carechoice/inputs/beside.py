"""The ways beside therapy and the program, and what the inputs are for each of them.

A program of the centre may be compared with the one that was picked. It is worked out as if it
were the one, so that all there is to say of an option is said of it, from inputs of its own.
"""

from __future__ import annotations

from datetime import date

from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.rows import Pathway
from carechoice.inputs.changes import after_change
from carechoice.inputs.of_centre import first_start
from carechoice.inputs.scenario import NO_THIRD_PATH, Scenario

# One comparison asks for two of them, and a page for those of a few slider positions.
REMEMBERED = 64


def in_way(scenario: Scenario, pathway: Pathway) -> Scenario:
    """The inputs that count for an option: those of the scenario, or with another program picked.

    What that program does not state stays as it is, and so does the day from which all options are
    counted (``begins_on``).
    """
    program = catalog().program_of(pathway)
    if not program or program == scenario.centre.program:
        return scenario
    return _with_program(scenario, program)


def begins_on(scenario: Scenario, pathway: Pathway) -> date:
    """The day an option begins from: the first day, or the program's next start date after it."""
    first_day = scenario.start_date
    return first_start(catalog().program_of(pathway), on_or_after=first_day) or first_day


def ways_beside(scenario: Scenario) -> tuple[Pathway, ...]:
    """The ways to set beside therapy and the program, in their places: none, one or two.

    A program that stands there already does not stand there again.
    """
    chosen = (scenario.third_way.pathway, scenario.third_way.fourth)
    there, beside = {scenario.centre.program}, list[Pathway]()
    for way in (each for each in chosen if each != NO_THIRD_PATH):
        program = catalog().program_of(way)
        if program not in there:
            beside.append(way)
        there |= {program} - {""}
    return tuple(beside)


def name_beside_others(scenario: Scenario) -> str:
    """The name of the program that was picked where others stand beside it; "" where none does."""
    program = catalog().own.programs.get(scenario.centre.program)
    others = any(map(catalog().program_of, ways_beside(scenario)))
    return program.name if program and others else ""


@remembered(REMEMBERED)
def _with_program(scenario: Scenario, program: str) -> Scenario:
    picked = after_change({**scenario.to_values(), "program": program}, "program")
    return Scenario.holding({**picked, "start_date": scenario.start_date})
