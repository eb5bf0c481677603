"""What a price file says: rates of payers, and what was left out with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# A session of individual therapy by its minutes; a program, or a group session in one.
Service = Literal["therapy_30", "therapy_45", "therapy_60", "program", "program_group"]
PROGRAMS: tuple[Service, ...] = ("program", "program_group")
# What one rate is for. "not_stated" is to be asked: an hour, 15 minutes or a day.
Unit = Literal["session", "day", "hour", "quarter_hour", "not_stated"]
# Why something that has one of our codes is no rate; the last two, why a rate has no place among
# those of a centre.
LeftOutReason = Literal[
    "other_kind_of_code",
    "other_service",
    "several_services",
    "other_level",
    "other_session",
    "any_level",
    "whole_course",
    "group_elsewhere",
    "list_price",
    "percent",
    "formula",
    "placeholder",
    "unreadable",
    "no_amount",
    "no_payer",
    "same_heading",
    "unknown_column",
    "shifted",
    "run_together",
    "inpatient",
    "group_session",
]
# Why nothing of a file is used, or nothing more.
RefusedReason = Literal[
    "empty",
    "web_page",
    "workbook",
    "several_files",
    "packed",
    "other_file",
    "no_charges",
    "nested",
    "damaged",
    "broken",
]


@dataclass(frozen=True, slots=True)
class About:
    """Whose file it is and how old, in its own words; "" where its beginning does not say so."""

    hospital: str = ""
    updated_on: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class PublishedRate:
    """What a payer pays for one unit of a service, as a hospital publishes it.

    ``price_usd`` is the negotiated amount in dollars as it is printed, which may have parts of a
    cent. ``billed_as`` has the codes that the rate was found by, each behind its kind, and the
    modifiers. ``setting`` and ``billing_class`` are the file's own words, in small letters, or "".
    ``condition`` has what is printed beside the amount and may change it, such as "days 1-3", or a
    modifier that we do not know: who uses the amount has to read it first.
    """

    payer: str
    plan: str
    service: Service
    billed_as: str
    price_usd: float
    unit: Unit
    setting: str
    place_in_file: str
    billing_class: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line with one of our codes, or a payer's part of one, that gives no rate."""

    reason: LeftOutReason
    billed_as: str
    place_in_file: str


# What a file says, part by part. What it is about comes first, and again where its end says more.
Said = About | PublishedRate | LeftOut


class RefusedError(ValueError):
    """The file cannot be read, or not on from ``place``; what was given before it stands."""

    def __init__(self, reason: RefusedReason, place: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place
