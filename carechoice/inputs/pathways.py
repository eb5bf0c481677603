"""The pathways that are compared with therapy and the program, and the inputs of each.

A program of the centre may be compared with the one that was picked. It is worked out as if it
were the one, so that all there is to say of an option is said of it, from inputs of its own.
"""

from __future__ import annotations

from datetime import date

from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.rows import Pathway
from carechoice.catalog.tables import BESIDE
from carechoice.inputs.centre_terms import first_start
from carechoice.inputs.changes import after_change
from carechoice.inputs.scenario import NO_PATHWAY, Scenario

# One comparison asks for two of them, and a page for those of a few slider positions.
CACHED_SCENARIOS = 64


def scenario_for(scenario: Scenario, pathway: Pathway) -> Scenario:
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


def compared_pathways(scenario: Scenario) -> tuple[Pathway, ...]:
    """The pathways beside therapy and the program, in their places: none, one or two.

    A program that stands there already does not stand there again.
    """
    chosen = (scenario.compared.third, scenario.compared.fourth)
    there, beside = {scenario.centre.program}, list[Pathway]()
    for pathway in (each for each in chosen if each != NO_PATHWAY):
        program = catalog().program_of(pathway)
        if program not in there:
            beside.append(pathway)
        there |= {program} - {""}
    return tuple(beside)


def is_program(pathway: Pathway) -> bool:
    """Whether a pathway is a program of the centre beside the one that was picked."""
    return bool(catalog().program_of(pathway))


def words_key(scenario: Scenario, pathway: Pathway) -> str:
    """Whose words an option has: its own, or those of any program with the name of the picked one.

    The picked program has its name where others of its centre stand beside it, as these have. So
    has a pathway that the picked one is a part of, such as step-down: ``step_down.program_day``.
    """
    picked = scenario.centre.program
    beside = any(map(catalog().program_of, compared_pathways(scenario)))
    if picked not in catalog().own.programs or not beside:
        return pathway
    named = f"{BESIDE['third_path']}{picked}"
    if pathway in catalog().third_pathways:
        return f"{pathway}.{named}"
    return named if pathway == "iop" else pathway


@remembered(CACHED_SCENARIOS)
def _with_program(scenario: Scenario, program: str) -> Scenario:
    picked = after_change({**scenario.to_values(), "program": program}, "program")
    return Scenario.holding({**picked, "start_date": scenario.start_date})
