"""The value of an input written as text, as data files, links and JSON write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from math import inf, isfinite

from carechoice.catalog.answers import Answer, Answers, in_order, read_answer, write_answer
from carechoice.catalog.fixed_hours import read_fixed_hours, write_fixed_hours
from carechoice.catalog.rounding import half_up
from carechoice.catalog.rows import Parameter

NEXT_MONDAY = "next-monday"
# How many of its smallest parts a unit has: money is paid in cents, a day is planned in minutes.
SMALLEST_PARTS = {"usd": 100, "minutes": 1}
# The longest value there is, with all that a plan can answer read in a paper, has about half.
LONGEST_VALUE = 4_000
# How an answer that is yes or no is written.
YES_NO = {"yes": True, "true": True, "no": False, "false": False}

# The digits of any other script, and what else Python takes for a number or a date, are neither.
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# What matters to the person: keys of topics.csv, what was picked first at the front.
Topics = tuple[str, ...]
# Which inputs the person gave, in the order of the inputs.
Fields = tuple[str, ...]
Value = float | int | bool | str | date | Answers | Topics | Fields


class NotUsedError(ValueError):
    """A value from outside that is not used: the key of the sentence that says why, its blanks."""

    def __init__(self, reason: str, **blanks: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.blanks = blanks


class UnusableError(NotUsedError):
    """A text that its input cannot have as its value."""


def read(row: Parameter, text: str, options: Sequence[str] = ()) -> Value:
    """The value of ``row`` written as ``text``; ``options`` are the keys of a choice.

    Raises UnusableError.
    """
    if len(text) > LONGEST_VALUE:
        raise UnusableError("problem.too_long", most=LONGEST_VALUE)
    if text != text.strip():
        raise UnusableError("problem.space")
    if row.is_number:
        return _number(row, text)
    readers: dict[str, Callable[[], Value]] = {
        "yes_no": lambda: _yes_no(text),
        "date": lambda: _date(row, text),
        "day_of_year": lambda: _one_of(options, text, "problem.day_of_year"),
        "weekdays": lambda: _one_of(options, text, "problem.weekdays"),
        "answers": lambda: _answers(text, options),
        "topics": lambda: _topics(row, text, options),
        "fields": lambda: _fields(text, options),
        "week": lambda: _week(text),
    }
    if row.kind in readers:
        return readers[row.kind]()
    if text not in options:
        raise UnusableError("problem.choice", options=", ".join(options))
    return text


def write(value: Value) -> str:
    """The text that ``read`` reads as ``value``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else _digits(value)
    if isinstance(value, tuple):
        return "|".join(each if isinstance(each, str) else write_answer(*each) for each in value)
    return str(value)


def read_day(text: str) -> date:
    """The day written year-month-day. Raises UnusableError."""
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise UnusableError("problem.not_a_date")


def _digits(value: float) -> str:
    """A number without an exponent; what is no finite number as Python writes it."""
    return f"{Decimal(repr(value)):f}"


def _number(row: Parameter, text: str) -> float | int:
    minimum, maximum = row.bounds
    if not NUMBER.fullmatch(text):
        raise _no_number(text)
    value = float(text)
    if text.startswith("-") or not minimum <= value <= maximum:
        raise UnusableError("problem.bounds", minimum=f"{minimum:g}", maximum=f"{maximum:g}")
    if row.kind == "count" and (value - minimum) % row.step:
        raise UnusableError("problem.step", minimum=f"{minimum:g}", step=f"{row.step:g}")
    kept = write(to_smallest_part(row, value))
    if row.unit in SMALLEST_PARTS and Decimal(text) != Decimal(kept):
        raise UnusableError(f"problem.part.{row.unit}")
    # Cents may end in a zero, as prices are written; three digits there could be thousands.
    if text != kept and (row.unit != "usd" or len(text.partition(".")[2]) > 2):
        raise UnusableError("problem.form", text=kept)
    return int(value) if row.kind == "count" else value


def _no_number(text: str) -> UnusableError:
    """Why a text is no number as we write it: 012, +12 and .5 could be one, and are asked."""
    try:
        could_be = float(text)
    except ValueError:
        could_be = inf
    if isfinite(could_be):
        return UnusableError("problem.form", text=write(could_be))
    return UnusableError("problem.not_a_number")


def to_smallest_part(row: Parameter, number: float) -> float:
    """A number that a person typed, to the cent or the minute where its unit has such parts."""
    parts = SMALLEST_PARTS.get(row.unit)
    return half_up(number * parts) / parts if parts and isfinite(number * parts) else number


def as_moved(row: Parameter, text: str) -> str:
    """What a person moved a number to, as it is taken: to the smallest part of its unit.

    A text that is not a number stays as it is.
    """
    is_number = row.is_number and NUMBER.fullmatch(text)
    return write(to_smallest_part(row, float(text))) if is_number else text


def _yes_no(text: str) -> bool:
    if text not in YES_NO:
        raise UnusableError("problem.yes_no")
    return YES_NO[text]


def _one_of(keys: Sequence[str], text: str, reason: str) -> str:
    """One of more keys than a sentence could name: the ``reason`` says their form."""
    if text not in keys:
        raise UnusableError(reason)
    return text


def _parts(text: str) -> list[str]:
    """The parts of a list; no text is a list of none."""
    return text.split("|") if text else []


def _answers(text: str, fields: Sequence[str]) -> Answers:
    answers: dict[str, Answer] = {}
    for part in _parts(text):
        field, _, said = part.partition(":")
        if field not in fields:
            raise UnusableError("problem.choice", options=", ".join(fields))
        if field in answers:
            raise UnusableError("problem.repeated")
        answers[field] = _answer(said)
    return in_order(answers, fields)


def _answer(text: str) -> Answer:
    """What is said of one field: the day, and of what was read in a paper which one, and where."""
    day, _, rest = text.partition(":")
    answer = read_answer(read_day(day), rest)
    if answer is None:
        raise UnusableError("problem.not_an_answer")
    return answer


def _topics(row: Parameter, text: str, keys: Sequence[str]) -> Topics:
    topics = tuple(_parts(text))
    if not set(topics) <= set(keys):
        raise UnusableError("problem.topics", options=", ".join(keys))
    if len(set(topics)) < len(topics):
        raise UnusableError("problem.repeated")
    if len(topics) > int(row.maximum):
        raise UnusableError("problem.too_many", most=row.maximum)
    return topics


def _fields(text: str, fields: Sequence[str]) -> Fields:
    given = _parts(text)
    if not set(given) <= set(fields):
        raise UnusableError("problem.unknown")
    if len(set(given)) < len(given):
        raise UnusableError("problem.repeated")
    return tuple(field for field in fields if field in given)


def _week(text: str) -> str:
    """The text in its one shortest form, so that equal weeks are equal values."""
    try:
        return write_fixed_hours(read_fixed_hours(text))
    except ValueError:
        raise UnusableError("problem.week") from None


def _date(row: Parameter, text: str) -> date:
    value = read_day(text)
    if not row.minimum <= value.isoformat() <= row.maximum:
        raise UnusableError("problem.bounds", minimum=row.minimum, maximum=row.maximum)
    return value
