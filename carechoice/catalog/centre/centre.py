"""The centre that shows the pages: its name and colors, and the tables of what it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self
from unicodedata import category

from pydantic import field_validator, model_validator

from carechoice.catalog.centre.cells import LONGEST_NAME, NOT_SHOWN, read_word
from carechoice.catalog.centre.logo import Logo
from carechoice.catalog.centre.rows import (
    LogoFile,
    Name,
    Named,
    OfAPayer,
    Payer,
    PayerPlan,
    Program,
    Site,
    Sites,
    TherapyPrice,
    key_of_name,
)
from carechoice.catalog.rows import Record

# What a centre has of its own: the file's name without .csv, and what a row looks like.
OF_A_CENTRE: Mapping[str, type[Named]] = {
    "sites": Site,
    "programs": Program,
    "therapists": TherapyPrice,
    "payers": Payer,
    "payer_plans": PayerPlan,
}
# WCAG 2: the least contrast of text with what it stands on.
LEAST_CONTRAST = 4.5


class Centre(Record):
    """The single row of centre.csv; empty cells are not shown.

    ``color`` fills title bars and draws rules, ``text_color`` is that of the words on it. The
    options keep their own colours, so that neither looks like the centre's. ``logo``: the name of
    a picture beside the file, for which the name is read out. ``framed_by``: origins of the sites
    whose pages may show ours in a frame, beside our own. ``first_program`` and ``first_payer``:
    names of what is picked already where a visit begins without a link.
    """

    name: str = ""
    color: str = ""
    text_color: str = "#FFFFFF"
    logo: LogoFile = ""
    framed_by: Sites = ()
    first_program: Name = ""
    first_payer: Name = ""

    @field_validator("name")
    @classmethod
    def _fits_on_a_line(cls, name: str) -> str:
        read_word(name)
        if len(name) > LONGEST_NAME:
            raise ValueError(
                f"the name has {len(name)} characters. Shorten it to {LONGEST_NAME} at most."
            )
        if any(category(sign) in NOT_SHOWN for sign in name):
            raise ValueError("the name has a line break or another invisible character. Remove it.")
        return name

    @field_validator("color", "text_color")
    @classmethod
    def _is_a_color(cls, color: str) -> str:
        if read_word(color) and not _is_hex(color):
            raise ValueError(
                f"{color!r} is not a color. Write # and six digits or letters from A to F, such as "
                "#1F5558."
            )
        return color.upper()

    @model_validator(mode="after")
    def _words_on_the_color_can_be_read(self) -> Self:
        found = contrast(self.text_color, self.color) if self.color else LEAST_CONTRAST
        if found < LEAST_CONTRAST:
            raise ValueError(
                f"columns color, text_color: words in {self.text_color} on {self.color} have a "
                f"contrast of {found:.2f}:1 and need {LEAST_CONTRAST}:1. "
                "Choose a darker color, or dark words on a light one."
            )
        return self

    @model_validator(mode="after")
    def _logo_has_a_name(self) -> Self:
        if self.logo and not self.name:
            raise ValueError(
                "columns name, logo: a logo is read out by the name to those who do not see it. "
                "Fill in the name."
            )
        return self

    def first_picks(self) -> Mapping[str, str]:
        """The choices that a visit starts with, by the input's key."""
        named = {"program": self.first_program, "payer": self.first_payer}
        return {choice: key_of_name(name) for choice, name in named.items() if name}


@dataclass(frozen=True)
class Own:
    """What the centre has of its own, rows by key in the order of their file; often nothing."""

    sites: Mapping[str, Site]
    programs: Mapping[str, Program]
    therapists: Mapping[str, TherapyPrice]
    payers: Mapping[str, Payer]
    payer_plans: Mapping[str, PayerPlan]
    logo: Logo | None = None

    @cached_property
    def coverages(self) -> Mapping[str, OfAPayer]:
        """The payers and plans that a person can have, those of a payer one after the other.

        What holds for all plans of a payer is no plan of its own where each plan has its amounts.
        """
        named = {key: row for key, row in self.payer_plans.items() if row.plan}
        rows = {**self.payers, **named}
        by_payer: dict[str, list[OfAPayer]] = {}
        for row in rows.values():
            by_payer.setdefault(row.payer, []).append(row)
        return {row.key: row for of_one in by_payer.values() for row in of_one}

    def agreed(self, coverage: str) -> Payer | None:
        """What is agreed on for a payer's plan: for it alone, else for all plans of the payer."""
        return next((self.payers[key] for key in self._keys(coverage) if key in self.payers), None)

    def terms(self, coverage: str) -> PayerPlan | None:
        """The known terms of a payer's plan: its own, else those of all plans of the payer."""
        keys = (key for key in self._keys(coverage) if key in self.payer_plans)
        return next((self.payer_plans[key] for key in keys), None)

    def _keys(self, coverage: str) -> Iterator[str]:
        row = self.coverages.get(coverage)
        yield from (coverage, key_of_name(row.payer)) if row else ()


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2, from 1 to 21."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _is_hex(color: str) -> bool:
    digits = color.removeprefix("#")
    return len(color) == 7 and len(digits) == 6 and set(digits) <= set("0123456789abcdefABCDEF")


def _luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
