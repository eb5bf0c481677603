"""What a centre has of its own, as rows: sites, programs, therapists' prices, payers, their plans.

None of it comes along with ours. A row goes by its name, so that whoever fills it in needs no keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self, get_args

from pydantic import BeforeValidator, model_validator

from carechoice.catalog.centre.cells import (
    read_answer_to,
    read_clock,
    read_closed_days,
    read_dates,
    read_day_of_year,
    read_days,
    read_hours_of,
    read_list,
    read_name,
    read_remark,
    read_word,
)
from carechoice.catalog.centre.framing import read_sites
from carechoice.catalog.centre.logo import read_file_name
from carechoice.catalog.centre.numbers import (
    read_allowed_amount,
    read_maximum,
    read_number,
    read_percent,
)
from carechoice.catalog.outside_text import set_apart
from carechoice.catalog.rows import Care, Record, Row
from carechoice.catalog.time_units import HOURS_PER_DAY, MINUTES_PER_HOUR
from carechoice.catalog.weekdays import ANY_DAY

Where = Literal["in_person", "online"]
InOrOut = Literal["in", "oon"]
WAYS: Mapping[str, str] = {"in network": "in", "out of network": "oon"}
PLACES: Mapping[str, str] = {"in person": "in_person", "online": "online"}
# An NPI is ten digits, the last a check digit over the others behind this prefix (45 CFR 162.406).
NPI = re.compile(r"[12][0-9]{9}")
NPI_PREFIX = "80840"
TIN = re.compile(r"[0-9]{2}-?[0-9]{7}")
# The states, the District of Columbia and the territories, as the Postal Service writes them.
STATES = """
AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE
NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY
"""


class Picked(NamedTuple):
    """What the cells of a column are picked from in a workbook."""

    names: tuple[str, ...]


def _of_text(read: Callable[[str], object]) -> BeforeValidator:
    """A reader of cells; a value that is not text is left as it is."""
    return BeforeValidator(lambda cell: read(cell) if isinstance(cell, str) else cell)


def _of_words(read: Callable[[str], object]) -> BeforeValidator:
    """A reader of cells that hold no numbers; a mark that says nothing, such as n/a, is refused."""
    return _of_text(lambda cell: read(read_word(cell)))


def _one_of(names: Mapping[str, str]) -> BeforeValidator:
    def read(cell: str) -> str:
        # Hyphens come in several lengths, and with a web page as one that keeps its line.
        name = " ".join(re.sub("[_\u2010-\u2014-]", " ", cell.casefold()).split())
        if name not in names and cell not in names.values():
            raise ValueError(f"{cell!r} is neither. Write {' or '.join(names)}.")
        return names.get(name, cell)

    return _of_words(read)


def _npi(cell: str) -> str:
    if not NPI.fullmatch(cell) or not _has_check_digit(NPI_PREFIX + cell):
        raise ValueError(
            f"{cell!r} is not an NPI. Write its ten digits as the NPI registry has them."
        )
    return cell


def _has_check_digit(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (Luhn)."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def _tin(cell: str) -> str:
    if not TIN.fullmatch(cell):
        raise ValueError(f"{cell!r} is not a tax number. Write nine digits, such as 12-3456789.")
    return cell


def _state(cell: str) -> str:
    if cell.upper() not in STATES.split():
        raise ValueError(f"{cell!r} is not a state. Write its two letters, such as MA.")
    return cell.upper()


Name = Annotated[str, _of_words(read_name)]
Remark = Annotated[str, _of_words(read_remark)]
Names = Annotated[tuple[str, ...], _of_words(read_list)]
Number = Annotated[float, _of_text(read_number)]
AllowedAmount = Annotated[float, _of_text(read_allowed_amount)]
Maximum = Annotated[float, _of_text(read_maximum)]
Percent = Annotated[float, _of_text(read_percent)]
Answer = Annotated[bool, _of_words(read_answer_to), Picked(("yes", "no"))]
Days = Annotated[str, _of_words(read_days)]
Clock = Annotated[str, _of_words(read_clock)]
Dates = Annotated[tuple[date, ...], _of_words(read_dates)]
ClosedDays = Annotated[tuple[date, ...], _of_words(read_closed_days)]
HoursOf = Annotated[tuple[tuple[str, float], ...], _of_words(read_hours_of)]
Place = Annotated[Where, _one_of(PLACES), Picked(tuple(PLACES))]
Way = Annotated[InOrOut, _one_of(WAYS), Picked(tuple(WAYS))]
Npi = Annotated[str, _of_words(_npi)]
Tin = Annotated[str, _of_words(_tin)]
State = Annotated[str, _of_words(_state)]
Sites = Annotated[tuple[str, ...], _of_words(read_sites)]
LogoFile = Annotated[str, _of_words(lambda cell: read_file_name(cell) if cell else "")]
MonthDay = Annotated[str, _of_words(read_day_of_year)]


def key_of_name(*names: str) -> str:
    """What a link calls the row of these names: lower case, with low lines between the words."""
    return "_".join(re.findall(r"\w+", " ".join(names).casefold())).strip("_")


class Named(Row):
    """A row that goes by its names; two rows of a file have different ones.

    ``fills`` has the columns that are values of an input, each with its key: one that the input
    could not have is no value of the row either.
    """

    fills: ClassVar[Mapping[str, str]] = {}

    @model_validator(mode="before")
    @classmethod
    def _goes_by_its_names(cls, cells: Any) -> Any:
        names = [str(cells.get(column, "")) for column in cls.named_by()]
        key = key_of_name(*names)
        if any(names) and not key:
            raise ValueError(
                f"column {cls.named_by()[0]}: {names[0]!r} has no letter. Write a name with one."
            )
        return {"key": key, **cells}

    @classmethod
    def named_by(cls) -> tuple[str, ...]:
        """The columns whose cells make the key."""
        return ("name",)


class Site(Named):
    """A place of the centre. What an estimate has to name stands here: NPI, tax number, state."""

    name: Name
    address: Name = ""
    state: State = ""
    npi: Npi = ""
    tin: Tin = ""


class Program(Named):
    """A program of the centre: when it is, how long, and the price of a day without insurance.

    ``hours_filled`` says how many hours a week each service fills. Without ``start_dates`` one can
    begin in any week. On ``closed_days`` there is no program, whatever it does on public holidays.
    """

    fills: ClassVar[Mapping[str, str]] = {
        "hours_per_day": "iop_hours_per_day",
        "weeks": "iop_weeks",
        "price_per_day_usd": "iop_price_per_day_usd",
        "days": "iop_weekdays",
    }
    name: Name
    site: Name = ""
    place: Place = "in_person"
    days: Days
    starts_at: Clock
    hours_per_day: Number
    weeks: Number
    price_per_day_usd: Number | None = None
    start_dates: Dates = ()
    closed_on_holidays: Answer | None = None
    closed_days: ClosedDays = ()
    languages: Names = ()
    hours_filled: HoursOf = ()

    @model_validator(mode="after")
    def _has_days(self) -> Self:
        if self.days == ANY_DAY:
            raise ValueError("column days: write the days of the program, such as Mon, Wed, Fri.")
        return self

    @property
    def name_in_sentence(self) -> str:
        """Its name as it stands in a sentence."""
        return set_apart(self.name)

    @property
    def ends_after_midnight(self) -> bool:
        """Whether its hours go on into the next day."""
        hour, _, minute = self.starts_at.partition(":")
        return int(hour) + int(minute) / MINUTES_PER_HOUR + self.hours_per_day > HOURS_PER_DAY

    @property
    def days_per_week(self) -> int:
        """On how many days of a week it is."""
        return len(self.days.split("_"))

    @property
    def hours_per_week(self) -> float:
        """Its hours in a week."""
        return self.days_per_week * self.hours_per_day


class TherapyPrice(Named):
    """The price of a session by its length, for people who pay for it themselves."""

    fills: ClassVar[Mapping[str, str]] = {
        "session_minutes": "therapy_session_minutes",
        "price_usd": "therapy_price_usd",
    }
    session_minutes: Number
    price_usd: Number

    @classmethod
    def named_by(cls) -> tuple[str, ...]:
        """One price a length."""
        return ("session_minutes",)


class OfAPayer(Named):
    """A row on a payer, or on one of its plans. Without a plan it is on each that has no row."""

    payer: Name
    plan: Name = ""

    @classmethod
    def named_by(cls) -> tuple[str, ...]:
        """A plan goes by its payer's name, too."""
        return ("payer", "plan")


class Payer(OfAPayer):
    """What the centre has agreed on with a payer: its network, and the amounts it allows.

    ``therapy_source`` and ``program_source`` say where the amounts are from, in words for clients.
    """

    fills: ClassVar[Mapping[str, str]] = {
        "therapy_30_usd": "therapy_price_usd",
        "therapy_45_usd": "therapy_price_usd",
        "therapy_60_usd": "therapy_price_usd",
        "program_day_usd": "iop_price_per_day_usd",
    }
    therapy_network: Way
    program_network: Way
    therapy_30_usd: AllowedAmount | None = None
    therapy_45_usd: AllowedAmount | None = None
    therapy_60_usd: AllowedAmount | None = None
    program_day_usd: AllowedAmount | None = None
    therapy_source: Remark = ""
    program_source: Remark = ""

    def network(self, care: Care) -> InOrOut:
        """The network that a kind of care is in."""
        return self.program_network if care == "iop" else self.therapy_network

    def source(self, care: Care) -> str:
        """Where the amounts for a kind of care are from; "" where the centre does not say it."""
        return self.program_source if care == "iop" else self.therapy_source

    def rate_usd(self, care: Care, minutes: int) -> float | None:
        """The amount that the payer allows for a session of this length, or for a program day."""
        if care == "iop":
            return self.program_day_usd
        rate: float | None = getattr(self, f"therapy_{minutes}_usd", None)
        return rate


TERMS = (
    "deductible_usd",
    "oop_max_usd",
    "plan_pays_percent",
    "therapy_copay_usd",
    "therapy_deductible_applies",
    "iop_copay_per_day_usd",
    "iop_deductible_applies",
    "plan_year_start",
)


class PayerPlan(OfAPayer):
    """What a plan of a payer says, as far as the centre knows it. A column is an input's key."""

    fills: ClassVar[Mapping[str, str]] = {field: field for field in TERMS}
    deductible_usd: Number | None = None
    oop_max_usd: Maximum | None = None
    plan_pays_percent: Percent | None = None
    therapy_copay_usd: Number | None = None
    therapy_deductible_applies: Answer | None = None
    iop_copay_per_day_usd: Number | None = None
    iop_deductible_applies: Answer | None = None
    plan_year_start: MonthDay | None = None

    @model_validator(mode="after")
    def _deductible_is_within_the_maximum(self) -> Self:
        deductible, maximum = self.deductible_usd, self.oop_max_usd
        if deductible is not None and maximum is not None and deductible > maximum:
            raise ValueError(
                f"column deductible_usd: a deductible of {deductible:g} is more than the "
                f"out-of-pocket maximum of {maximum:g}, of which it is a part. Correct one of them."
            )
        return self


def picked_from(kind: type[Record], column: str) -> tuple[str, ...]:
    """What a cell of the column is picked from; nothing where it is written freely."""
    field = kind.model_fields[column]
    types = get_args(field.annotation)
    marks = [
        *field.metadata,
        *(mark for each in types for mark in getattr(each, "__metadata__", ())),
    ]
    return next((mark.names for mark in marks if isinstance(mark, Picked)), ())
