"""Rows for the decision: what speaks for each option, studies, topics, the self-audit."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from carechoice.catalog.plain_numbers import Number
from carechoice.catalog.rows import Care, Keys, Row, Sourced, Words, YesNo, split_cell

# What can be told of both options in a number or a name: key figures, and what topics add.
FigureName = Literal[
    "hours_per_week",
    "weeks",
    "total_hours",
    "total_price",
    "patient",
    "other_costs",
    "level",
    "visits_per_week",
    "visits",
    "one_to_one",
    "group",
    "travel_hours",
]
ChartName = Literal["", "time", "cost", "level"]
Subject = Literal["options", "stopping", "waiting"]


class Feature(Sourced):
    """One good or hard side of an option, as a sentence.

    Where it names hours a week, ``from_hours`` and ``to_hours`` are these; ``is_dearer`` marks one
    that calls the option's price the higher one, and ``services`` are those that it says the hours
    have. So what is otherwise in a scenario can be said.
    """

    option: Care
    kind: Literal["positive", "negative"]
    text: Words
    from_hours: Number | None = None
    to_hours: Number | None = None
    is_dearer: YesNo = False
    services: Keys = ()


class Aspect(Sourced):
    """A question a person may ask, and its answer for each option."""

    question: Words
    therapy: Words
    iop: Words


class Study(Sourced):
    """A study: who, what was compared, what was found, over what time and how.

    ``found`` has a blank for each key in ``figures``, whose value is a share in percent.
    """

    topic: Subject
    title: Words
    people: Words
    compared: Words
    found: Words
    figures: Keys = ()
    period: Words
    kind: Words


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
