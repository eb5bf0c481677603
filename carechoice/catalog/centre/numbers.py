"""Numbers in a centre's tables: read as staff write them, or refused with what to write instead.

As in centre_cells, nothing is guessed: an amount that could be two is refused with the clear form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from unicodedata import numeric

from carechoice.catalog.centre.cells import DAY, NUMBER, says_nothing
from carechoice.catalog.plain_numbers import why_not_plain

# No spreadsheet leaves the 0 there; in some countries it is a number of thousands.
COULD_BE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{2}0")
CURRENCY = re.compile(r"[$€£]|\b(?:USD|dollars?)\b", re.IGNORECASE)
SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]{1,2})?")
# As Switzerland writes thousands, and some programs.
PARTED = re.compile(r"[0-9]{1,3}(?:(?P<sign>['\u2019_])[0-9]{3})(?:(?P=sign)[0-9]{3})*")
WITH_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}")
IN_PARTS = re.compile(r"([0-9]*) ?([½¼¾]|[0-9]/[1-9])")
HOURS_AND_MINUTES = re.compile(r"([0-9]{1,2})(?::| ?h ?)([0-5][0-9])(?::00| ?m(?:in)?)?")
THOUSANDS_IN_SHORT = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?k", re.IGNORECASE)
NO_DIGIT_BEFORE: Mapping[str, re.Pattern[str]] = {
    "point": re.compile(r"\.([0-9]+)"),
    "comma": re.compile(r",([0-9]{1,2})"),
}
# What only looks like several numbers: letters or points between digits, or a point too many.
RUN_TOGETHER = re.compile(r"[0-9](?:[^\W\d]+|\.[0-9]+\.)[0-9]|(?<![0-9])[.,]+[0-9]")
# Letters that are typed for the digits they look like.
LIKE_DIGITS = str.maketrans("OoIlS", "00115")
THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}")
# All signs of currencies but those of dollars and cents (Unicode's kind Sc), and whose dollars.
OTHER_CURRENCY = re.compile(
    r"[\u00a3-\u00a5\u058f\u060b\u09f2\u09f3\u0e3f\u17db\u20a0-\u20c0\ufdfc\uffe1\uffe5\uffe6]"
    r"|\b(?!US\$)[A-Z]{1,3}\$|\bdollars of another country\b"
    r"|\b(?:EUR|GBP|CAD|AUD|CHF|JPY|MXN|CNY|INR)(?![A-Z])|\b(?:euros?|pounds?|pesos?)\b",
    re.IGNORECASE,
)
NO_LIMIT = ("unlimited", "no limit", "no maximum", "no max", "none", "no")
NOTHING_PAID = frozenset(("none", "no", "zero", "free", "waived", "no charge"))
# What stands where a payer pays by another rule, or where nobody knows: so much or less.
PLACEHOLDER_USD = 1.0
# A word behind a number, which may be of another unit than the column's.
UNIT = re.compile(r"[0-9] ?(?:/ ?|per |an? )?([^\W\d_]+)", re.IGNORECASE)


def read_number(cell: str) -> float:
    """A number that is written with a point and nothing beside it. Raises ValueError."""
    text = cell.strip()
    if NUMBER.fullmatch(text) and not COULD_BE_THOUSANDS.fullmatch(text):
        return float(text)
    raise ValueError(_why_no_number(text))


def read_maximum(cell: str) -> float:
    """The most that somebody pays. Raises ValueError, also if there is said to be no maximum."""
    instead = "Leave the cell empty, and with each client of this plan set that it has no maximum."
    if cell.strip().casefold() in NO_LIMIT:
        raise ValueError(f"{cell!r} is not an amount. {instead}")
    if not (most := read_number(cell)):
        raise ValueError(f"{cell!r} would leave nothing to pay. If there is none: {instead}")
    return most


def read_allowed_amount(cell: str) -> float:
    """What a payer allows for a visit, which is never nothing. Raises ValueError."""
    text = cell.strip()
    if text.casefold() in NOTHING_PAID or (amount := read_number(text)) <= PLACEHOLDER_USD:
        raise ValueError(
            f"{text!r} stands for no amount. Write the amount that you agreed on, or leave the "
            "cell empty."
        )
    return amount


def read_percent(cell: str) -> float:
    """A percentage, with its sign or without. Raises ValueError."""
    text = cell.strip().removesuffix("%")
    if "%" in text:
        raise ValueError(
            f"{cell!r} has more than a share. Write the share that this column asks for as a "
            "number alone, such as 80."
        )
    percent = read_number(text)
    if 0 < percent <= 1:
        raise ValueError(
            f"{cell!r} could be a part of 1 as well as a percentage. Write {100 * percent:g} where "
            f"{100 * percent:g}% is meant, or a number above 1."
        )
    return percent


def _why_no_number(text: str) -> str:
    return _what_stands_instead(text) or _what_is_wrong_with(text)


def _what_stands_instead(text: str) -> str:
    """Text that is not a number for this column, with what to do about it; "" otherwise."""
    if text.casefold() in NOTHING_PAID:
        return (
            f"{text!r} is not a number. Write 0 where nothing is paid, or leave the cell empty "
            "where it is not known."
        )
    if says_nothing(text):
        return f"{text!r} is not a number. Leave the cell empty where there is none."
    if OTHER_CURRENCY.search(text):
        return f"{text!r} is in another currency. Write the amount in US dollars."
    if "%" in text:
        return f"{text!r} is a share, and this column has none. Leave it empty, or write a number."
    if DAY.fullmatch(text):
        return f"{text!r} is a date. Set the cell to the format Number, and type the number again."
    return ""


def _what_is_wrong_with(text: str) -> str:
    """What is too much in a number, and how to write it instead."""
    amount = CURRENCY.sub("", text).strip()
    if COULD_BE_THOUSANDS.fullmatch(amount):
        return f"{text!r} is unclear. Write {amount.replace('.', '')} or {float(amount):g}."
    without = {
        "currency sign": amount,
        "space": text.replace(" ", "") if SPACED.fullmatch(text) else text,
        "comma": text,
    }
    for sign, bare in without.items():
        number = _plain(bare.strip())
        if number and (bare != text or sign == "comma"):
            return f"{text!r} has a {sign}. Write {number}."
    return _what_is_in_a_digits_place(text, amount)


def _what_is_in_a_digits_place(text: str, amount: str) -> str:
    """What a number is written with that no plain number has; ``amount``: without its currency."""
    digits = amount.translate(LIKE_DIGITS)
    if digits != amount and NUMBER.search(amount) and NUMBER.fullmatch(digits):
        return f"{text!r} has a letter for a digit. Write {digits}."
    if said := why_not_plain(amount):
        return f"{text!r} {said}"
    for sign, form in NO_DIGIT_BEFORE.items():
        if found := form.fullmatch(amount):
            return f"{text!r} has no digit before its {sign}. Write 0.{found[1]}."
    if found := PARTED.fullmatch(amount):
        without = amount.replace(found["sign"], "")
        return f"{text!r} has a sign between its digits. Write {without}."
    if found := THOUSANDS_IN_SHORT.fullmatch(amount):
        return f"{text!r} has a k for thousands. Write {1000 * float(found[1]):.12g}."
    return _what_is_in_parts(text) or _what_is_beside(text)


def _what_is_in_parts(text: str) -> str:
    """What to write instead of a fraction or a time; "" for anything else."""
    if found := IN_PARTS.fullmatch(text):
        part = float(Fraction(found[2])) if "/" in found[2] else numeric(found[2])
        return f"{text!r} has a fraction. Write {int(found[1] or 0) + part:g}."
    if found := HOURS_AND_MINUTES.fullmatch(text):
        hours = int(found[1]) + int(found[2]) / 60
        return f"{text!r} has hours and minutes. Write {hours:.4g}, if hours are meant."
    return ""


def _what_is_beside(text: str) -> str:
    """What to write instead of a cell with words or more numbers next to a number."""
    found = NUMBER.findall(text)
    unit = UNIT.search(text)
    is_one = len(found) == 1 and not RUN_TOGETHER.search(text)
    if is_one and unit:
        return (
            f"{text!r} has a word next to the number. Write {found[0]}, if {unit[1]!r} is what "
            "this column counts in."
        )
    if is_one:
        return f"{text!r} has more than a number. Write {found[0]}."
    if found and not RUN_TOGETHER.search(text):
        return f"{text!r} is more than one number. Write one of them."
    return f"{text!r} is not a number. Write one in digits, such as 3 or 3.5."


def _plain(text: str) -> str:
    """The number as it should be written; "" if the text is no number, or could be two."""
    if NUMBER.fullmatch(text):
        return text
    if THOUSANDS.fullmatch(text):
        return text.replace(",", "")
    if WITH_POINTS.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", ".") if DECIMAL_COMMA.fullmatch(text) else ""
