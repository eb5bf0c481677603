"""What a row of topics.csv and of audit.csv looks like."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from carechoice.catalog.rows import Keys, Row, Sourced, Words, split_cell

# What can be told of both options in a number or a name: key figures, and what topics add.
FigureName = Literal[
    "hours_per_week",
    "weeks",
    "total_hours",
    "total_price",
    "patient",
    "level",
    "visits_per_week",
    "visits",
    "one_to_one",
    "group",
    "travel_hours",
]
ChartName = Literal["", "time", "cost", "level"]


class Topic(Sourced):
    """Something that can matter to a person, and what it means for each option.

    ``figures`` are shown with it and stand before the others when it is picked, as ``chart`` does.
    """

    label: Words
    question: Words
    therapy: Words
    iop: Words
    figures: Annotated[tuple[FigureName, ...], BeforeValidator(split_cell)]
    chart: ChartName = ""


class AuditItem(Row):
    """Items of the checklist for decision aids; the key is their numbers, such as 1 or 13-16.

    ``tests`` are files with a function: tests/comparison/test_words.py::test_the_answer.
    """

    item: Words
    status: Literal["met", "open", "not_applicable"]
    how: Words
    where: Words = ""
    tests: Keys = ()

    @property
    def numbers(self) -> range:
        """The numbers of the items in the checklist."""
        first, _, last = self.key.partition("-")
        return range(int(first), int(last or first) + 1)

    @model_validator(mode="after")
    def _what_is_met_is_shown_and_tested(self) -> Self:
        if (self.status == "met") != bool(self.tests and self.where):
            raise ValueError("columns where, tests: an item that is met, and no other, needs both")
        return self
