"""The rows of each file in data/, typed. A row that breaks its rules does not load."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, HttpUrl, model_validator

from carechoice.catalog.conditions import Conditions
from carechoice.catalog.plain_numbers import PLAIN_NUMBER, Above0, Dollars, Number, Whole, no_number

Basis = Literal["published", "derived", "quoted", "assumed", "yours", "centre"]
Unit = Literal[
    "",
    "hours",
    "minutes",
    "sessions",
    "weeks",
    "months",
    "days",
    "usd",
    "percent",
    "date",
    "people",
    "miles",
    "combinations",
    "o_clock",
]
# Of these there are no parts; of sessions a year there are, on average.
COUNTED: tuple[Unit, ...] = ("days", "months", "people", "combinations")
# There is no more of these: of all tries, of a day, of months that a course may be told over, and
# of combinations that a page can try while somebody waits.
MOST: Mapping[Unit, int] = {"percent": 100, "o_clock": 24, "months": 120, "combinations": 50_000}
# Kinds of inputs that hold one value a person may know.
Said = Literal["amount", "count", "choice", "day_of_year", "weekdays", "yes_no", "date", "week"]
OfOnePage = Literal["answers", "topics", "fields", "example"]
Kind = Literal[Said, OfOnePage]
SAID = get_args(Said)
# The two kinds of care, which are the two options of the decision.
Care = Literal["therapy", "iop"]
CARES: tuple[Care, ...] = get_args(Care)
# A pathway through care, by its key in paths.csv: either kind of care, or one after the other.
Pathway = str
# Where a plan and its terms stand: all of it, and what few plans have or holds for one of two.
OfAPlan = Literal["insurance", "therapy_terms", "iop_terms", "visits", "other_network", "family"]
SECTIONS_OF_A_PLAN = get_args(OfAPlan)
Section = Literal[
    OfAPlan,
    "centre", "therapy", "iop", "course", "other", "other_plan", "third", "topics", "week", "mode",
]  # fmt: skip


def split_cell(cell: Any) -> Any:
    """The keys in a cell, which stand apart by bars."""
    return tuple(cell.split("|")) if isinstance(cell, str) else cell


def _yes_no(cell: Any) -> Any:
    return {"yes": True, "no": False}.get(cell, cell)


# Marks a column that holds words and no value: its text stands in data/words/.
IN_WORDS = "in words"
Words = Annotated[str, IN_WORDS]
Keys = Annotated[tuple[str, ...], BeforeValidator(split_cell)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]


# How lines are checked is worked out when the first is read, and not at the import.
class Record(BaseModel, frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True):
    """Any line of a file: no unknown columns, and not to be changed once loaded."""


class Row(Record):
    """A row with a key that is unique in its file."""

    key: str

    @classmethod
    def named_by(cls) -> tuple[str, ...]:
        """The columns whose cells make the key."""
        return ("key",)


class Sourced(Row):
    """A row that states a fact, with its basis and its sources."""

    basis: Basis
    source: Keys
    note: Words = ""


class Traits(Record):
    """What an input is, whatever its value. What a centre's row leaves open here is as in ours.

    ``role`` is its part in the bill, of the kind of ``care`` that it belongs to if any; without a
    role no bill depends on it, unless a row of paths.csv is as long as it says. A plan that one
    starts from fills it in (``filled_by_plan``): always, or only if the plan states it. It
    ``stands_for`` a term of one's own plan where it is the same term of the plan to compare with.
    There is such an input where all it ``needs`` holds; ``disabled_when`` says when it is there and
    has no effect. It may be anything ``up_to`` another input. Until somebody gives one it has the
    value of the input that it ``follows``, and the simulation of what is not known varies it if
    ``drawn``.
    """

    care: Care | None = None
    role: str = ""
    filled_by_plan: Literal["", "always", "if_stated"] = ""
    stands_for: str = ""
    needs: Conditions = ()
    disabled_when: Conditions = ()
    up_to: str = ""
    follows: str = ""
    drawn: YesNo = False
    link_name: str = ""


class Parameter(Traits, Sourced):
    """One input: a slider, a switch, a choice or a date. Its key is the field's name everywhere."""

    section: Section
    place: Literal["main", "more"]
    kind: Kind
    label: Words
    help: Words
    # Where little room is, as in a row of buttons on a phone; else the label stands there.
    short: Words = ""
    unit: Unit = ""
    default: str = ""
    low: Number | None = None
    high: Number | None = None
    minimum: str = ""
    maximum: str = ""
    step: Above0 = 1
    options: Keys = ()

    @property
    def is_number(self) -> bool:
        """Whether the field holds a number; then minimum and maximum are numbers too."""
        return self.kind in ("amount", "count")

    @property
    def is_picked(self) -> bool:
        """Whether the field holds one of several keys, which its row or other rows list."""
        return self.kind in ("choice", "day_of_year", "weekdays")

    @property
    def is_on_one_page_only(self) -> bool:
        """Whether the input belongs to a page of its own and not to the column of inputs."""
        return self.kind not in SAID

    @property
    def is_plan_term(self) -> bool:
        """Whether only a plan has it. One's plan and how one pays stand without a plan, too."""
        is_way_of_paying = self.role == "network"
        return self.is_about_insurance and bool(self.needs) and not is_way_of_paying

    @property
    def is_about_insurance(self) -> bool:
        """Whether it is about a plan: which one, how one pays, or a term of it."""
        return self.section in SECTIONS_OF_A_PLAN

    @property
    def is_said(self) -> bool:
        """Whether a person gives it, so that it is kept whether they did."""
        return self.kind in SAID and not self.is_look

    @property
    def is_look(self) -> bool:
        """Whether the input is about how the pages look, and about no number."""
        return self.section == "mode"

    @property
    def bounds(self) -> tuple[float, float]:
        """(minimum, maximum) of a number field."""
        return float(self.minimum), float(self.maximum)

    @model_validator(mode="after")
    def _has_numbers(self) -> Self:
        if not self.is_number:
            return self
        for column in ("default", "minimum", "maximum"):
            text = getattr(self, column)
            if not PLAIN_NUMBER.fullmatch(text):
                raise ValueError(f"column {column}: {no_number(text)}")
        return self


class ExampleWeek(Sourced):
    """What is fixed in a week that many people have, to start from."""

    label: Words
    fixed_hours: str = ""


class Price(Sourced):
    """What a therapy visit of so many minutes, or a program day, costs in one price list."""

    price_list: str
    service: Care
    minutes: Whole | None = None
    low: Dollars
    typical: Dollars
    high: Dollars

    @model_validator(mode="after")
    def _prices_are_in_order(self) -> Self:
        if not self.low <= self.typical <= self.high:
            raise ValueError("columns low, typical, high: they must rise in this order")
        return self


class Plan(Row):
    """An example plan a person can start from. Nobody has to ask for terms that are set by law."""

    label: Words
    note: Words = ""
    price_list: str
    set_by_law: YesNo = False


class PlanTerm(Record):
    """One field an example plan fills; fields it does not name keep their default."""

    plan: str
    field: str
    value: str
    basis: Basis
    source: Keys
    note: Words = ""


class CentreTerm(Record):
    """What a centre states of an input by a ``choice``; its ``note`` says where it has it from."""

    field: str
    value: str
    choice: Literal["program", "payer", "therapists"]
    basis: Basis = "centre"
    source: Keys = ()
    note: str = ""


class Figure(Sourced):
    """A researched number that is not an input: above 0, since pages share by it or count to it."""

    label: Words
    unit: Unit
    low: Number | None = None
    value: Number | None = None
    high: Number | None = None

    @model_validator(mode="after")
    def _can_be_worked_with(self) -> Self:
        stated = {name: getattr(self, name) for name in ("low", "value", "high")}
        given = {name: number for name, number in stated.items() if number is not None}
        for name, number in given.items():
            if not number:
                raise ValueError(f"column {name}: write a number above 0.")
            if self.unit in COUNTED and not number.is_integer():
                raise ValueError(f"column {name}: write a whole number.")
            if number > MOST.get(self.unit, number):
                raise ValueError(f"column {name}: write {MOST[self.unit]} or less.")
        if sorted(given.values()) != [*given.values()]:
            raise ValueError("columns low, value, high: they must rise in this order")
        return self


class Level(Sourced):
    """One rung of the ladder of care. Rungs around the clock have no weekly hours.

    ``includes`` are services that are a part of it, ``may_include`` those that are in some places.
    """

    label: Words
    short_label: Words
    minimum_hours_per_week: Number | None = None
    below_hours_per_week: Number | None = None
    around_the_clock: YesNo
    meaning: Words
    includes: Keys
    may_include: Keys = ()
    setting: Words
    who_for: Words

    @property
    def is_treatment(self) -> bool:
        """Whether it is care for people who are ill; prevention has no hours of any kind."""
        return self.around_the_clock or self.minimum_hours_per_week is not None


class Service(Sourced):
    """Something that fills the hours: how many parts of a week, out of all parts of the option."""

    label: Words
    meaning: Words
    therapy_parts: Number
    iop_parts: Number


class CrisisLine(Sourced):
    """Where to turn in danger."""

    name: Words
    action: Words
    phone: str


class Term(Sourced):
    """A word that is not everyday language, and what it means; some are words of plans only."""

    term: Words
    meaning: Words
    of_a_plan: YesNo = False


class Text(Row):
    """A text with {blanks}; ``note`` tells whoever translates it what they are."""

    text: str
    note: str = ""


class Source(Row):
    """Where a number stands."""

    publisher: Words
    title: Words
    url: HttpUrl | None = None
    published: str = ""
    accessed: date


class Tracker(Row):
    """What others put into a link to see who followed it: a name, or how names begin with ``*``."""

    owner: str


class ReleaseNote(Row):
    """The data's version, its date and when it is to be looked through again."""

    value: str
