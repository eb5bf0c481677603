"""The input: everything the person chose, frozen; to and from URL and JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.catalog.inputs import Role
from carechoice.catalog.rows import Care, Price
from carechoice.catalog.values import (
    NEXT_MONDAY,
    Answers,
    Fields,
    Topics,
    UnusableError,
    read,
    write,
)
from carechoice.inputs.said import said

OWN_PLAN = "own"
SAME_PLAN = "same_plan"
NO_THIRD_PATH = "off"
SELF_PAY = "self_pay"
IN_NETWORK = "in"
OUT_OF_NETWORK = "oon"
# A time that shows as it is in any calendar, whatever its time zone.
FLOATING = "floating"
EXPLORE, TOGETHER, PRESENT = "explore", "together", "present"


@dataclass(frozen=True, slots=True)
class Problem:
    """A given value that cannot be used: the field, what was given, and why, as a phrase."""

    field: str
    given: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A scenario read from outside, and what of it could not be used."""

    scenario: Scenario
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What the person chose. Field names are the keys of parameters.csv.

    Money is in dollars, shares in percent. Nothing writes into a scenario; a variation is a
    copy (``dataclasses.replace``).
    """

    therapy_hours_per_week: float
    therapy_sessions: int
    therapy_session_minutes: int
    therapy_price_usd: float
    therapy_charge_usd: float
    iop_hours_per_week: float
    iop_weeks: int
    iop_hours_per_day: float
    iop_price_per_day_usd: float
    iop_charge_per_day_usd: float
    start_date: date
    plan: str
    plan_pays_percent: float
    deductible_usd: float
    deductible_met_usd: float
    oop_max_applies: bool
    oop_max_usd: float
    oop_met_usd: float
    therapy_copay_usd: float
    therapy_deductible_applies: bool
    iop_copay_per_day_usd: float
    iop_deductible_applies: bool
    network: str
    plan_year_start: str
    travel_usd_per_visit: float
    travel_minutes_per_visit: float
    unpaid_usd_per_hour: float
    child_care_usd_per_hour: float
    confirmed: Answers
    said: Fields
    third_path: str
    step_down_sessions: int
    step_up_sessions: int
    visits_online: bool
    fixed_hours: str
    therapy_time_of_day: str
    iop_time_of_day: str
    time_zone: str
    other_plan: str
    other_plan_pays_percent: float
    other_deductible_usd: float
    other_oop_max_usd: float
    other_therapy_copay_usd: float
    other_iop_copay_per_day_usd: float
    topics: Topics
    mode: str

    @classmethod
    def default(cls, today: date) -> Scenario:
        """The scenario the page opens with on ``today``."""
        return cls.from_query({}, today=today).scenario

    @classmethod
    def from_query(cls, query: Mapping[str, str], *, today: date) -> Reading:
        """Read URL parameters. What is missing or unusable takes its default, and is named.

        The defaults of the insurance fields and prices are those of the example plan asked
        for; a given value that differs from them makes the plan the person's own.
        """
        return cls.from_pairs(query.items(), today=today)

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[str, str]], *, today: date) -> Reading:
        """Read URL parameters as they stand in the address, where one can stand twice.

        A field given more than once is not used: no one can know which value is meant. Nor is a
        start that is another one on another day.
        """
        pairs = list(pairs)
        times = Counter(field for field, _ in pairs)
        given: dict[str, Any] = {}
        problems: dict[str, Problem] = {}
        for field, text in pairs:
            try:
                if times[field] > 1:
                    raise ValueError(catalog().say("problem.repeated"))
                given[field] = read_value(field, "" if text == NEXT_MONDAY else text, today=today)
            except ValueError as error:
                problems[field] = Problem(field, text, str(error))
        base = _defaults(today) | given
        if base["plan"] != OWN_PLAN:
            base |= plan_values(base, network=given.get("network"))
        base |= other_terms(base) | given
        held = settled(base)
        held["said"] = _said_in_link(given, filled=plan_values(base), values=held)
        return Reading(cls(**held), tuple(problems.values()))

    @classmethod
    def from_json(cls, text: str, *, today: date) -> Reading:
        """Read what ``to_json`` wrote.

        Raises ValueError if the text is no JSON object; what cannot be used is named as elsewhere.
        """
        loaded = json.loads(text, parse_constant=str)
        if not isinstance(loaded, dict):
            raise ValueError("A scenario is a JSON object with a value for each input.")
        query = {field: write(value) for field, value in loaded.items()}
        return cls.from_query(query, today=today)

    @classmethod
    def from_values(cls, values: Mapping[str, Any], *, today: date) -> Scenario:
        """The scenario that widgets hold; a value out of bounds or missing takes its default."""
        query = {field: write(value) for field, value in values.items()}
        return cls.from_query(query, today=today).scenario

    def of(self, role: Role, care: Care) -> Any:
        """What has this part in the bill of a kind of care: its price, the hours a week, ..."""
        return getattr(self, field_of(role, care))

    @property
    def given(self) -> frozenset[str]:
        """The fields whose value the person or the plan gave, though it may equal one of ours."""
        return frozenset((*self.said, *dict(self.confirmed)))

    def to_values(self) -> dict[str, Any]:
        """Field names and values, as the widgets hold them."""
        return {field: getattr(self, field) for field in FIELDS}

    def numbers(self) -> dict[str, float]:
        """The values of the inputs that are numbers."""
        rows = catalog().parameters
        return {field: value for field, value in self.to_values().items() if rows[field].is_number}

    def to_query(self) -> dict[str, str]:
        """Every field as URL parameters, also those that equal their default."""
        return {field: write(value) for field, value in self.to_values().items()}

    def to_short_query(self) -> dict[str, str]:
        """The URL parameters that differ from their default: what the address shows.

        The default of the first day is another one next week, so that day always goes along. It
        stands at the end, where an address that was cut short has none or half of one.
        """
        query = self.to_query()
        first_day = query.pop("start_date")
        query.pop("said")
        rows = catalog().parameters
        differing = {
            field: text
            for field, text in query.items()
            if getattr(self, field) != read_value(field, rows[field].default, today=date.min)
            # What another plan fills in is no default: all of it goes along.
            or (rows[field].stands_for and self.other_plan != SAME_PLAN)
            or field in self.said
        }
        short = {**differing, "start_date": first_day}
        read = Scenario.from_query(short, today=date.min).scenario
        # Where what is given is not just what the person gave, that goes along too.
        return short if read.said == self.said else {"said": write(self.said), **short}

    def to_json(self) -> str:
        """The scenario as a JSON object; dates are written year-month-day."""
        lists = {field: write(getattr(self, field)) for field in ("confirmed", "said", "topics")}
        values = self.to_values() | lists
        return json.dumps(values, default=write)


FIELDS = tuple(field.name for field in fields(Scenario))


def field_of(role: Role, care: Care) -> str:
    """The field that has this part in the bill of a kind of care, as parameters.csv says."""
    return catalog().inputs.of(role, care)


def read_value(field: str, text: str, *, today: date) -> Any:
    """The value of ``field`` written as ``text``, as the type the Scenario holds.

    Raises ValueError with the reason as a phrase that finishes "... was not used: ".
    """
    row = catalog().parameters.get(field)
    if row is None:
        raise ValueError(catalog().say("problem.unknown"))
    if text == NEXT_MONDAY and row.kind == "date":
        next_monday = today + timedelta(days=7 - today.weekday())
        return min(next_monday, date.fromisoformat(row.maximum))
    try:
        return read(row, text, catalog().options(field))
    except UnusableError as error:
        raise ValueError(catalog().say(error.reason, **error.blanks)) from None


def _said_in_link(
    given: Mapping[str, Any], *, filled: Mapping[str, Any], values: Mapping[str, Any]
) -> Fields:
    """What a link's writer gave: as the link says, else all that is not filled in by its plan.

    ``filled`` is what that plan fills in, ``values`` what is held once all of the link is read.
    """
    if "said" in given:
        return said(set(given["said"]) & set(given), values)
    if "plan" not in given:
        filled = {}
    own = (field for field in given if field not in filled or given[field] != filled[field])
    return said(own, values)


def listed_price(field: str, price_usd: float, minutes: int) -> Price | None:
    """The row of prices.csv whose typical price ``price_usd`` is; None for a price of one's own."""
    service = catalog().inputs.care_of_price[field]
    return next(
        (
            row
            for row in catalog().prices.values()
            if row.service == service
            and row.typical == price_usd
            and row.minutes in (None, minutes)
        ),
        None,
    )


def plan_values(values: Mapping[str, Any], *, network: str | None = None) -> dict[str, Any]:
    """The terms and prices the example plan in ``values`` fills in.

    ``network`` stands in for the plan's own way of paying when the person gave one.
    """
    plan = values["plan"]
    said = catalog().terms_of(plan)
    rows = catalog().parameters
    terms = {
        field: read_value(field, said.get(field, rows[field].default), today=date.min)
        for field in dict.fromkeys((*catalog().inputs.always_filled_by_a_plan, *said))
    }
    terms["network"] = network or terms["network"]
    price_list = price_list_of(catalog().plans[plan].price_list, terms["network"])
    minutes = values["therapy_session_minutes"]
    prices = {
        field: catalog().price(price_list, service, minutes).typical
        for field, service in catalog().inputs.care_of_price.items()
    }
    return terms | prices


def settled(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with ``plan`` set to the person's own where they left the plan's terms."""
    if values["plan"] == OWN_PLAN:
        return dict(values)
    differs = any(values[field] != value for field, value in plan_values(values).items())
    return {**values, "plan": OWN_PLAN} if differs else dict(values)


def other_terms(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the plan to compare with fills in."""
    plan = values["other_plan"]
    if plan == SAME_PLAN:
        return {}
    terms = plan_values({**values, "plan": plan})
    return {field: terms[term] for field, term in catalog().inputs.other_terms.items()}


def _defaults(today: date) -> dict[str, Any]:
    return {
        field: read_value(field, row.default, today=today)
        for field, row in catalog().parameters.items()
    }


def price_list_of(price_list: str, network: str) -> str:
    """The price list for a way of paying: self-pay fees without a plan, and only then."""
    if network == SELF_PAY:
        return SELF_PAY
    return catalog().plans[OWN_PLAN].price_list if price_list == SELF_PAY else price_list
