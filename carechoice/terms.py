"""What a plan says and what a provider bills: Plan, Network, Rule, Claim.

They read the format of tests/published/cost_sharing.json as it is, so that a published case, a
saved plan and a test share one schema. Amounts are in dollars.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Dollars = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1)]


class _Terms(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rule(_Terms):
    """What a plan asks for one service. ``coinsurance`` is the patient's share."""

    copay: Dollars = 0
    copay_per: Literal["visit", "day"] = "visit"
    coinsurance: Share = 0
    deductible_applies: bool = True
    coinsurance_base: Literal["remainder", "after_deductible", "allowed"] = "remainder"
    order: Literal["deductible_first", "copay_first", "copay_in_deductible"] = "deductible_first"
    visit_limit: int | None = Field(default=None, ge=0)


class Network(_Terms):
    """The accumulators of one network, and its rules by service; ``"*"`` is the default rule.

    The amounts met count for the first plan year of the claims only.
    """

    deductible: Dollars = 0
    deductible_met: Dollars = 0
    oop_max: Dollars | None = None
    oop_met: Dollars = 0
    coinsurance_cap: Dollars | None = None
    rules: Mapping[str, Rule]


class Family(_Terms):
    """A limit for all members together, with each member's own limit embedded in it."""

    oop_max: Dollars | None = None


class Plan(_Terms):
    """A plan's terms by network ("in", "oon"). ``plan_year_start`` is month-day."""

    networks: Mapping[str, Network] = {}
    family: Family | None = None
    self_pay: bool = False
    plan_year_start: Annotated[str, Field(pattern=r"^\d\d-\d\d$")] = "01-01"


class Claim(NamedTuple):
    """One visit or program day as billed. ``billed`` left out means billed = allowed.

    A plain record, because a course has many; ``model_validate`` reads and checks one from
    outside, like the models above.
    """

    service: str
    allowed: Dollars
    network: str = "in"
    billed: Dollars | None = None
    covered: bool = True
    date: datetime.date | None = None
    member: str = "1"
    units: Annotated[int, Field(ge=1)] = 1

    @classmethod
    def model_validate(cls, value: object) -> Claim:
        """The claim in a mapping of its fields. Raises pydantic.ValidationError."""
        return _CLAIM.validate_python(value)


_CLAIM = TypeAdapter(Claim)
