"""The input: everything the person chose, frozen; to and from URL and JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from carechoice.catalog import Catalog, catalog
from carechoice.rows import Price
from carechoice.values import NEXT_MONDAY, UnusableError, read, write

PLAN_TERMS = (
    "network",
    "plan_pays_percent",
    "deductible_usd",
    "oop_max_applies",
    "oop_max_usd",
    "therapy_copay_usd",
    "therapy_deductible_applies",
    "iop_copay_per_day_usd",
    "iop_deductible_applies",
)
PRICES = {"therapy_price_usd": "therapy", "iop_price_per_day_usd": "iop"}
OWN_PLAN = "own"


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
    iop_hours_per_week: float
    iop_weeks: int
    iop_hours_per_day: float
    iop_price_per_day_usd: float
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

    @classmethod
    def default(cls, today: date, data: Catalog | None = None) -> Scenario:
        """The scenario the page opens with on ``today``."""
        return cls.from_query({}, today=today, data=data).scenario

    @classmethod
    def from_query(
        cls, query: Mapping[str, str], *, today: date, data: Catalog | None = None
    ) -> Reading:
        """Read URL parameters. What is missing or unusable takes its default, and is named.

        The defaults of the insurance fields and prices are those of the example plan asked
        for; a given value that differs from them makes the plan the person's own.
        """
        data = data or catalog()
        given: dict[str, Any] = {}
        problems: list[Problem] = []
        for field, text in query.items():
            try:
                given[field] = read_value(field, text, today=today, data=data)
            except ValueError as error:
                problems.append(Problem(field, text, str(error)))
        defaults = {
            field: read_value(field, row.default, today=today, data=data)
            for field, row in data.parameters.items()
        }
        base = defaults | given
        if base["plan"] != OWN_PLAN:
            base |= plan_values(base, data=data, network=given.get("network")) | given
        return Reading(cls(**settled(base, data=data)), tuple(problems))

    @classmethod
    def from_json(cls, text: str, *, today: date, data: Catalog | None = None) -> Reading:
        """Read what ``to_json`` wrote.

        Raises ValueError when the text is not a JSON object; values that cannot be used are
        named as in ``from_query``.
        """
        loaded = json.loads(text)
        if not isinstance(loaded, dict):
            raise ValueError("A scenario is a JSON object with a value for each input.")
        query = {field: write(value) for field, value in loaded.items()}
        return cls.from_query(query, today=today, data=data)

    @classmethod
    def from_values(
        cls, values: Mapping[str, Any], *, today: date, data: Catalog | None = None
    ) -> Scenario:
        """The scenario that widgets hold; a value out of bounds or missing takes its default."""
        query = {field: write(value) for field, value in values.items()}
        return cls.from_query(query, today=today, data=data).scenario

    def to_values(self) -> dict[str, Any]:
        """Field names and values, as the widgets hold them."""
        return {field: getattr(self, field) for field in FIELDS}

    def to_query(self) -> dict[str, str]:
        """Every field as URL parameters, also those that equal their default."""
        return {field: write(value) for field, value in self.to_values().items()}

    def to_json(self) -> str:
        """The scenario as a JSON object; dates are written year-month-day."""
        return json.dumps(self.to_values(), default=write)


FIELDS = tuple(field.name for field in fields(Scenario))


def read_value(field: str, text: str, *, today: date, data: Catalog | None = None) -> Any:
    """The value of ``field`` written as ``text``, as the type the Scenario holds.

    Raises ValueError with the reason as a phrase that finishes "... was not used: ".
    """
    data = data or catalog()
    row = data.parameters.get(field)
    if row is None:
        raise ValueError(data.say("problem.unknown"))
    if text == NEXT_MONDAY and row.kind == "date":
        return today + timedelta(days=7 - today.weekday())
    try:
        return read(row, text, data.options(field))
    except UnusableError as error:
        raise ValueError(data.say(error.reason, **error.blanks)) from None


def standard_price(field: str, *, plan: str, network: str, minutes: int, data: Catalog) -> Price:
    """The listed price behind ``field`` for a plan, way of paying and session length."""
    price_list = data.plans[plan].price_list
    if network == "self_pay":
        price_list = "self_pay"
    elif price_list == "self_pay":
        price_list = data.plans[OWN_PLAN].price_list
    return data.price(price_list, PRICES[field], minutes)


def _standard_prices(values: Mapping[str, Any], data: Catalog) -> dict[str, float]:
    return {
        field: standard_price(
            field,
            plan=values["plan"],
            network=values["network"],
            minutes=values["therapy_session_minutes"],
            data=data,
        ).typical
        for field in PRICES
    }


def plan_values(
    values: Mapping[str, Any], *, data: Catalog, network: str | None = None
) -> dict[str, Any]:
    """The terms and prices the example plan in ``values`` fills in.

    ``network`` stands in for the plan's own way of paying when the person gave one.
    """
    said = data.terms_of(values["plan"])
    terms = {
        field: read_value(
            field, said.get(field, data.parameters[field].default), today=date.min, data=data
        )
        for field in PLAN_TERMS
    }
    if network is not None:
        terms["network"] = network
    return terms | _standard_prices({**values, **terms}, data)


def settled(values: Mapping[str, Any], *, data: Catalog) -> dict[str, Any]:
    """The values with ``plan`` set to the person's own where they left the plan's terms."""
    if values["plan"] == OWN_PLAN:
        return dict(values)
    filled = plan_values(values, data=data)
    differs = any(values[field] != value for field, value in filled.items())
    return {**values, "plan": OWN_PLAN} if differs else dict(values)


def after_change(
    values: Mapping[str, Any], changed: str, *, data: Catalog | None = None
) -> dict[str, Any]:
    """What the inputs become once the person has changed the field ``changed``.

    A new plan fills its terms and prices. A new session length or way of paying moves a price
    that was a listed one to the new list; a price the person typed stays.
    """
    data = data or catalog()
    if changed == "plan":
        return (
            {**values, **plan_values(values, data=data)}
            if values["plan"] != OWN_PLAN
            else dict(values)
        )
    moved = dict(values)
    if changed in ("therapy_session_minutes", "network"):
        for field, price_usd in _standard_prices(values, data).items():
            rows = (row for row in data.prices.values() if row.service == PRICES[field])
            if values[field] in {row.typical for row in rows}:
                moved[field] = price_usd
    return settled(moved, data=data)
