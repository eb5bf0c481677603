"""A paper as plain data and back, for the way from one process to another."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from carechoice.documents.paper import Ask, Cell, Field, Found, Paper


def as_data(paper: Paper) -> dict[str, Any]:
    """The paper as values that JSON has."""
    return asdict(paper)


def from_data(data: dict[str, Any]) -> Paper:
    """The paper that this was."""
    return Paper(
        data["document"],
        tuple(_found(each) for each in data["read"]),
        tuple(Ask(**_with_cell(each)) for each in data["ask"]),
        tuple(tuple(_found(each) for each in values) for values in data["contradictory"]),
        data["refused"],
    )


def cells_of(paper: Paper) -> dict[Cell, Field]:
    """Each cell that values were read from, with the first of them."""
    return {found.cell: found.field for found in reversed(paper.read) if found.cell}


def _found(data: dict[str, Any]) -> Found:
    return Found(**_with_cell(data))


def _with_cell(data: dict[str, Any]) -> dict[str, Any]:
    cell = data["cell"]
    return {**data, "cell": cell and Cell(cell["page"], tuple(cell["box"]))}
