"""A hospital's published rates as rows of payers: amounts by column, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from carechoice.catalog.centre.cells import MARKS
from carechoice.catalog.centre.rows import WAYS, key_of_name
from carechoice.catalog.rounding import half_up
from carechoice.language.markup import on_one_line
from carechoice.price_files.rate import LeftOut, LeftOutReason, PublishedRate, Service

# The column that the rate of a service stands in, and the one with its network.
COLUMN_OF: Mapping[Service, str] = {
    "therapy_30": "therapy_30_usd",
    "therapy_45": "therapy_45_usd",
    "therapy_60": "therapy_60_usd",
    "program": "program_day_usd",
}
_PROGRAM_DAY = COLUMN_OF["program"]
# The columns that say where amounts are from, with the services whose amounts those are.
SOURCE_OF: Mapping[str, tuple[Service, ...]] = {
    "therapy_source": ("therapy_30", "therapy_45", "therapy_60"),
    "program_source": ("program",),
}
_INPATIENT = "inpatient"
# Why a rate is not written: it is asked for, or somebody has to decide.
Question = Literal["unit_not_stated", "other_unit", "condition", "several"]
_SAID_NETWORK: Mapping[str, re.Pattern[str]] = {
    "in": re.compile(r"\bin[- ]network\b", re.IGNORECASE),
    "oon": re.compile(r"\bout[- ]of[- ]network\b", re.IGNORECASE),
}
_NO_NAME = re.compile(f"[{re.escape(MARKS)}_]")


@dataclass(frozen=True, slots=True)
class Open:
    """What a person has to settle of a column: the rates that are not written, and why."""

    column: str
    question: Question
    rates: Sequence[PublishedRate]


@dataclass(frozen=True, slots=True)
class PayerRow:
    """A plan of a payer with the rates that are written, by column, and those that are not.

    ``networks`` are cells by column, as far as the file states them.
    """

    payer: str
    plan: str
    written: Mapping[str, PublishedRate]
    open: Sequence[Open]
    networks: Mapping[str, str]

    @property
    def key(self) -> str:
        """What the row goes by in the sheet of payers."""
        return key_of_name(self.payer, self.plan)

    def cells(self) -> dict[str, str | float]:
        """What is written by column; amounts in dollars, in whole cents."""
        amounts = {column: in_cents(rate) for column, rate in self.written.items()}
        return {"payer": self.payer, "plan": self.plan, **self.networks, **amounts}

    def by_source(self) -> Iterator[tuple[str, list[PublishedRate]]]:
        """The rates that are written, by the column that says where they are from."""
        for column, services in SOURCE_OF.items():
            rates = [rate for rate in self.written.values() if rate.service in services]
            if rates:
                yield column, rates


def in_cents(rate: PublishedRate) -> float:
    """The rate in dollars, rounded to whole cents: files print parts of one."""
    return half_up(rate.price_usd * 100) / 100


def why_no_row(rate: PublishedRate) -> LeftOut | None:
    """Why a rate has no place in the sheet: both options are for people who live at home."""
    reason: LeftOutReason | None = None
    if rate.setting == _INPATIENT:
        reason = "inpatient"
    elif rate.service not in COLUMN_OF:
        reason = "group_session"
    return LeftOut(reason, rate.billed_as, rate.place_in_file) if reason else None


def payer_rows(rates: Iterable[PublishedRate]) -> list[PayerRow]:
    """A row for each plan of a payer, in the order of the file. All rates have a column."""
    of_plan: dict[str, list[PublishedRate]] = {}
    for rate in rates:
        of_plan.setdefault(key_of_name(*_names(rate)), []).append(rate)
    return [_row(of_one) for of_one in of_plan.values()]


def _row(rates: Sequence[PublishedRate]) -> PayerRow:
    by_column = {
        column: [rate for rate in rates if rate.service == service]
        for service, column in COLUMN_OF.items()
    }
    fitting = {
        column: [each for each in found if each.unit == _unit(column) and not each.condition]
        for column, found in by_column.items()
    }
    written = {
        column: found[0] for column, found in fitting.items() if len(set(map(in_cents, found))) == 1
    }
    several = [
        Open(column, "several", found)
        for column, found in fitting.items()
        if found and column not in written
    ]
    others = [each for column, found in by_column.items() for each in _asked(column, found)]
    return PayerRow(*_names(rates[0]), written, [*several, *others], _networks(rates))


def _unit(column: str) -> str:
    return "day" if column == _PROGRAM_DAY else "session"


def _asked(column: str, rates: Sequence[PublishedRate]) -> Iterator[Open]:
    """Rates of a column that depend on something, or are for another unit, or for none stated."""
    if hanging := [each for each in rates if each.condition]:
        yield Open(column, "condition", hanging)
    rates = [each for each in rates if not each.condition]
    if unstated := [each for each in rates if each.unit == "not_stated"]:
        yield Open(column, "unit_not_stated", unstated)
    if others := [each for each in rates if each.unit not in ("not_stated", _unit(column))]:
        yield Open(column, "other_unit", others)


def _names(rate: PublishedRate) -> tuple[str, str]:
    """Payer and plan without marks that no name of ours has; a plan called as its payer is none."""
    payer, plan = _name(rate.payer), _name(rate.plan)
    return payer, "" if key_of_name(plan) == key_of_name(payer) else plan


def _name(printed: str) -> str:
    line = on_one_line(printed)
    return " ".join(_NO_NAME.sub(" ", line).split()) or line


def _networks(rates: Sequence[PublishedRate]) -> dict[str, str]:
    """The network where the name of payer or plan states one, for the kinds of care with a rate."""
    said = f"{rates[0].payer} {rates[0].plan}"
    found = [way for way, words in _SAID_NETWORK.items() if words.search(said)]
    if len(found) != 1:
        return {}
    label = next(label for label, way in WAYS.items() if way == found[0])
    kinds = {"program" if rate.service == "program" else "therapy" for rate in rates}
    return {f"{kind}_network": label for kind in sorted(kinds)}
