"""What one row of each file in data/ looks like. A row that breaks its rules does not load."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, HttpUrl, model_validator

Basis = Literal["published", "derived", "assumed", "yours"]
Unit = Literal[
    "",
    "hours",
    "minutes",
    "sessions",
    "weeks",
    "days",
    "usd",
    "percent",
    "date",
    "people",
    "combinations",
    "o_clock",
]
Kind = Literal["amount", "count", "choice", "yes_no", "date", "answers", "week"]
Pathway = Literal["therapy", "iop"]


def _split(cell: Any) -> Any:
    return tuple(cell.split("|")) if isinstance(cell, str) else cell


def _yes_no(cell: Any) -> Any:
    return {"yes": True, "no": False}.get(cell, cell)


Keys = Annotated[tuple[str, ...], BeforeValidator(_split)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]


class Record(BaseModel):
    """Any line of a file: no unknown columns, and not to be changed once loaded."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Row(Record):
    """A line with a key that no other line of its file has."""

    key: str


class Sourced(Row):
    """A row that states a fact: what it rests on, and where that stands."""

    basis: Basis
    source: Keys
    note: str = ""


class Parameter(Sourced):
    """One input: a slider, a switch, a choice or a date. Its key is the field's name everywhere."""

    section: Literal["therapy", "iop", "course", "insurance", "other", "other_plan", "week"]
    place: Literal["main", "more"]
    kind: Kind
    label: str
    help: str
    unit: Unit = ""
    default: str = ""
    low: float | None = None
    high: float | None = None
    minimum: str = ""
    maximum: str = ""
    step: float = Field(default=1, gt=0)
    options: Keys = ()

    @property
    def is_number(self) -> bool:
        """Whether the field holds a number; then minimum and maximum are numbers too."""
        return self.kind in ("amount", "count")

    @property
    def bounds(self) -> tuple[float, float]:
        """(minimum, maximum) of a number field."""
        return float(self.minimum), float(self.maximum)

    @model_validator(mode="after")
    def _numbers_are_in_order(self) -> Self:
        if not self.is_number:
            return self
        try:
            minimum, maximum = self.bounds
            default = float(self.default)
        except ValueError as error:
            raise ValueError("columns default, minimum, maximum: all must be numbers") from error
        stated = [value for value in (self.low, default, self.high) if value is not None]
        if not minimum <= min(stated) <= max(stated) <= maximum:
            raise ValueError("columns default, low, high: all must lie between minimum and maximum")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("columns low, high: low must not be above high")
        return self


class ExampleWeek(Sourced):
    """What is fixed in a week that many people have, to start from."""

    label: str
    fixed_hours: str = ""


class Price(Sourced):
    """What a therapy visit of so many minutes, or a program day, costs in one price list."""

    price_list: str
    service: Pathway
    minutes: int | None = None
    low: float
    typical: float
    high: float

    @model_validator(mode="after")
    def _prices_are_in_order(self) -> Self:
        if not 0 <= self.low <= self.typical <= self.high:
            raise ValueError("columns low, typical, high: they must rise in this order")
        return self


class Plan(Row):
    """An example plan a person can start from."""

    label: str
    note: str = ""
    price_list: str


class PlanTerm(Record):
    """One field an example plan fills; fields it does not name keep their default."""

    plan: str
    field: str
    value: str
    basis: Basis
    source: Keys
    note: str = ""


class Figure(Sourced):
    """A researched number that is not an input."""

    label: str
    unit: Unit
    low: float | None = None
    value: float | None = None
    high: float | None = None


class Level(Sourced):
    """One rung of the ladder of care. Rungs around the clock have no weekly hours."""

    label: str
    short_label: str
    minimum_hours_per_week: float | None = None
    below_hours_per_week: float | None = None
    around_the_clock: YesNo
    meaning: str
    includes: Keys


class Service(Sourced):
    """Something that fills the hours: how many parts of a week, out of all parts of the option."""

    label: str
    meaning: str
    therapy_parts: float = Field(ge=0)
    iop_parts: float = Field(ge=0)


class Feature(Sourced):
    """One good or hard side of an option, as a sentence."""

    option: Pathway
    kind: Literal["positive", "negative"]
    text: str


class CrisisLine(Sourced):
    """Where to turn in danger."""

    name: str
    action: str
    phone: str


class Sentence(Row):
    """A sentence with {blanks}."""

    text: str


class Source(Row):
    """Where a number stands."""

    publisher: str
    title: str
    url: HttpUrl | None = None
    published: str = ""
    accessed: date


class ReleaseNote(Row):
    """The data's version, its date and when it is to be looked through again."""

    value: str
