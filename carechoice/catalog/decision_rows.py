"""Rows for the decision: features, studies, topics, ways out of a bill, the self-audit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, model_validator

from carechoice.catalog.conditions import Conditions
from carechoice.catalog.plain_numbers import Number
from carechoice.catalog.rows import Care, Figure, Keys, Row, Sourced, Words, YesNo, split_cell
from carechoice.catalog.words import blanks_of

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
Part = Literal["denied", "dear"]


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


class Recourse(Sourced):
    """A right or a way out: where a plan says no ("denied"), or where a bill is too much ("dear").

    It is there where all it ``needs`` holds: for people of ``only_plans``, if any are named, and
    for none of ``not_plans``, each by the example plan they started from. ``text`` has a blank for
    each key in ``figures``, whose value is told there.
    """

    part: Part
    text: Words
    needs: Conditions = ()
    only_plans: Keys = ()
    not_plans: Keys = ()
    figures: Keys = ()

    def is_for(self, plan: str) -> bool:
        """Whether people who started from this example plan can use it."""
        return plan in (self.only_plans or (plan,)) and plan not in self.not_plans

    def problems(self, figures: Mapping[str, Figure]) -> Iterator[str]:
        """A sentence for each figure or blank that the row names and that is not there.

        A plan that a centre does not have is nobody's, and no mistake.
        """
        place = f"recourses.csv, row {self.key!r}, column"
        for figure in self.figures:
            if figure not in figures or figures[figure].value is None:
                yield f"{place} figures: there is no {figure!r} with a value in figures.csv."
        for blank in sorted(blanks_of(self.text)):
            if blank not in self.figures:
                yield f"{place} text: there is no blank {{{blank}}} here."
