"""What a plan says and what a provider bills: Plan, Network, Rule, Claim.

They read the format of tests/published/cost_sharing.json as it is, so that a published case, a
saved plan and a test share one schema. Amounts are in dollars.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

Dollars = Annotated[float, Field(ge=0, allow_inf_nan=False)]
# Month and day; no day that some years lack.
DAY_OF_ANY_YEAR = (
    r"^((0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)$"
)
Share = Annotated[float, Field(ge=0, le=1)]


class _Terms(BaseModel):
    # How claims are checked is worked out when the first is read, and not at the import.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Rule(_Terms):
    """What a plan asks for one service. ``coinsurance`` is the patient's share.

    A copayment per day or unit is asked for each of the claim's units. ``limit_counts`` says which
    visits use up a visit limit: all covered ones, or those alone for which the plan paid.
    ``first_terms`` hold for the first ``first_visits`` covered visits of a plan year. Of either
    so many are ``visits_used`` up before the first claim, in the plan year of the amounts met.
    """

    copay: Dollars = 0
    copay_per: Literal["visit", "day", "unit"] = "visit"
    coinsurance: Share = 0
    deductible_applies: bool = True
    coinsurance_base: Literal["remainder", "after_deductible", "allowed"] = "remainder"
    order: Literal["deductible_first", "copay_first", "copay_in_deductible"] = "deductible_first"
    visit_limit: int | None = Field(default=None, ge=0)
    limit_counts: Literal["covered", "paid"] = "covered"
    visits_used: int = Field(default=0, ge=0)
    first_visits: int = Field(default=0, ge=0)
    first_terms: Rule | None = None

    @model_validator(mode="after")
    def _first_visits_have_terms(self) -> Self:
        if bool(self.first_visits) != (self.first_terms is not None):
            raise ValueError("first_visits, first_terms: give both or neither")
        return self


class Network(_Terms):
    """The accumulators of one network, and its rules by service; ``"*"`` is the default rule.

    The amounts met count in one plan year only, see ``Plan``. What goes to the deductible in the
    last ``carry_over_months`` of a plan year counts toward the next one's as well; of the amount
    met so much is ``deductible_met_late``. What is paid here also counts in the networks named in
    ``credits``.
    """

    deductible: Dollars = 0
    deductible_met: Dollars = 0
    oop_max: Dollars | None = None
    oop_met: Dollars = 0
    coinsurance_cap: Dollars | None = None
    carry_over_months: int = Field(default=0, ge=0)
    deductible_met_late: Dollars = 0
    credits: tuple[str, ...] = ()
    rules: Mapping[str, Rule]


class Family(_Terms):
    """Limits for all members together, with each member's own limits embedded in them.

    The amounts met count in one plan year only, see ``Plan``.
    """

    deductible: Dollars | None = None
    deductible_met: Dollars = 0
    oop_max: Dollars | None = None
    oop_met: Dollars = 0


class Plan(_Terms):
    """A plan's terms by network ("in", "oon"). ``plan_year_start`` is month-day.

    The amounts met belong to the plan year of the day ``met_on``, which may be over when the first
    claim comes; without a day, to that of the first claim.
    """

    networks: Mapping[str, Network] = {}
    family: Family | None = None
    self_pay: bool = False
    plan_year_start: Annotated[str, Field(pattern=DAY_OF_ANY_YEAR)] = "01-01"
    met_on: datetime.date | None = None

    @model_validator(mode="after")
    def _credits_name_other_networks(self) -> Self:
        for name, network in self.networks.items():
            if name in network.credits or not set(network.credits) <= self.networks.keys():
                raise ValueError("credits: name other networks of the plan")
        return self


class Claim(NamedTuple):
    """One visit or program day as billed. ``billed`` left out means billed = allowed.

    ``covered`` is false as well where the plan denied authorisation. ``penalty`` is a fixed amount
    the plan pays less, for care not authorised in time; it stands outside all limits.

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
    penalty: Dollars = 0

    @classmethod
    def model_validate(cls, value: object) -> Claim:
        """The claim in a mapping of its fields. Raises pydantic.ValidationError."""
        return _CLAIM.validate_python(value)


_CLAIM = TypeAdapter(Claim)
