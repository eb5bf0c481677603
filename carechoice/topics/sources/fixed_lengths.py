"""How long the parts of a third way are where no input says it, each with its source."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.catalog.pathway_rows import PathwayRow
from carechoice.inputs.evidence import COUNTED, Line
from carechoice.inputs.scenario import field_of
from carechoice.language.formats import count, listed
from carechoice.language.sentences import option_name


def fixed_lengths() -> list[Line]:
    """A line for each third way whose row of paths.csv holds numbers of its own."""
    rows = [catalog().paths[way] for way in catalog().third_ways]
    return [
        Line(option_name(row.key), listed(lengths), "", row.basis, row.source, row.note)
        for row in rows
        if (lengths := _lengths(row))
    ]


def _lengths(row: PathwayRow) -> list[str]:
    units = {care: catalog().parameters[field_of("length", care)].unit for care, _ in row.steps}
    return [
        count(length, COUNTED[units[care]]) for care, length in row.steps if isinstance(length, int)
    ]
