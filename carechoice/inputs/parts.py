"""The parts of a scenario, each a type of its own, and the part that each input is in.

Links, files, the API and the data name an input by one flat name. ``PLACES`` is the one table from
these names to the parts. The parts are named tuples: to make eleven dataclasses
takes three times as long, at each import of the model.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from carechoice.catalog.answers import Answers
from carechoice.catalog.values import Fields, Topics


class OfCentre(NamedTuple):
    """Which of the centre's programs and payers the person picked, by key."""

    program: str
    payer: str


class Therapy(NamedTuple):
    """Weekly therapy: how much of it, and what a session costs. A charge of 0 is not known."""

    hours_per_week: float
    sessions: int
    session_minutes: int
    price_usd: float
    charge_usd: float


class Program(NamedTuple):
    """The program: how much of it, and what a day costs. A charge of 0 is not known."""

    hours_per_week: float
    weeks: int
    hours_per_day: float
    price_per_day_usd: float
    charge_per_day_usd: float


class ServiceTerms(NamedTuple):
    """What a plan says of one kind of care. A copayment of 0: there is none, the share applies.

    With ``share_too`` a copayment is on top of the share, which is one of the price or, with
    ``share_of_rest``, of what the copayment leaves. The share is the plan's for all care, or
    with ``has_own_share`` the one that stands here. ``network`` is how this care is paid, where
    that is another way than all care.

    A plan year has ``visit_limit`` visits, with ``visits_used`` of them used before the first day;
    with ``only_paid_count`` so many that the plan pays a part of. It stops paying after so many of
    this course; 0 is no limit. The ``first_visits`` of a plan year have a copayment of their own,
    which may be nothing, and neither deductible nor share.

    For a visit without approval the plan pays less, by an amount and by a share of what it allows.
    """

    copay_usd: float
    deductible_applies: bool
    share_too: bool
    share_of_rest: bool
    has_own_share: bool
    pays_percent: float
    not_covered: bool
    visit_limit: int
    visits_used: int
    only_paid_count: bool
    stops_after: int
    first_visits: int
    first_copay_usd: float
    penalty_usd: float
    penalty_percent: float
    network: str


class NetworkLimits(NamedTuple):
    """The limits of the network that not all care is in, and what was paid toward them.

    Of what was paid toward the deductible so much was paid late: in the last months of a plan year.
    """

    deductible_usd: float
    deductible_met_usd: float
    deductible_met_late_usd: float
    oop_max_applies: bool
    oop_max_usd: float
    oop_met_usd: float


class FamilyLimits(NamedTuple):
    """Limits for all members of a family together, and what all of them paid; 0: there is none.

    They hold in the network of all care, beside the person's own limits there.
    """

    deductible_usd: float
    deductible_met_usd: float
    oop_max_usd: float
    oop_met_usd: float


class PlanTerms(NamedTuple):
    """The plan's terms and how the bill is paid; ``key``: an example plan, or the person's own."""

    key: str
    network: str
    pays_percent: float
    deductible_usd: float
    oop_max_applies: bool
    oop_max_usd: float
    year_start: str
    deductible_carries_over: bool
    therapy: ServiceTerms
    iop: ServiceTerms
    other_network: NetworkLimits
    family: FamilyLimits


class Met(NamedTuple):
    """What was paid toward the plan's limits in the plan year that the first day falls in.

    Of what was paid toward the deductible so much was paid late: in the last months of that year.
    """

    deductible_usd: float
    deductible_late_usd: float
    oop_usd: float


class BesideThePrice(NamedTuple):
    """What a visit asks beside its price: the way there, and the hours away."""

    travel_usd_per_visit: float
    travel_minutes_per_visit: float
    unpaid_usd_per_hour: float
    child_care_usd_per_hour: float
    visits_online: bool


class Origins(NamedTuple):
    """Whose the values are: given by the person, confirmed by the plan, else filled in for them."""

    said: Fields
    confirmed: Answers
    filled_by: str


class ComparedPathways(NamedTuple):
    """Pathways beside the two options, and the lengths that those of paths.csv may name.

    There is a ``fourth`` where a centre has programs.
    """

    third: str
    step_down_sessions: int
    step_up_sessions: int
    fourth: str


class OtherPlan(NamedTuple):
    """The plan to compare with, as far as its numbers are the person's to change."""

    key: str
    pays_percent: float
    deductible_usd: float
    oop_max_usd: float
    therapy_copay_usd: float
    iop_copay_per_day_usd: float


class Week(NamedTuple):
    """What is fixed in the person's week, and when care would be."""

    fixed_hours: str
    therapy_weekdays: str
    iop_weekdays: str
    closed_on_holidays: bool
    therapy_when_closed: str
    iop_when_closed: str
    therapy_time_of_day: str
    iop_time_of_day: str
    time_zone: str


class View(NamedTuple):
    """What comes first on the pages, and how they are shown."""

    topics: Topics
    mode: str


# Where each input stands, in the order of links and files.
PLACES: Mapping[str, str] = {
    "program": "centre.program",
    "payer": "centre.payer",
    "therapy_hours_per_week": "therapy.hours_per_week",
    "therapy_sessions": "therapy.sessions",
    "therapy_session_minutes": "therapy.session_minutes",
    "therapy_price_usd": "therapy.price_usd",
    "therapy_charge_usd": "therapy.charge_usd",
    "iop_hours_per_week": "iop.hours_per_week",
    "iop_weeks": "iop.weeks",
    "iop_hours_per_day": "iop.hours_per_day",
    "iop_price_per_day_usd": "iop.price_per_day_usd",
    "iop_charge_per_day_usd": "iop.charge_per_day_usd",
    "start_date": "start_date",
    "therapy_weekdays": "week.therapy_weekdays",
    "iop_weekdays": "week.iop_weekdays",
    "closed_on_holidays": "week.closed_on_holidays",
    "therapy_when_closed": "week.therapy_when_closed",
    "iop_when_closed": "week.iop_when_closed",
    "plan": "plan.key",
    "plan_pays_percent": "plan.pays_percent",
    "deductible_usd": "plan.deductible_usd",
    "deductible_met_usd": "met.deductible_usd",
    "oop_max_applies": "plan.oop_max_applies",
    "oop_max_usd": "plan.oop_max_usd",
    "oop_met_usd": "met.oop_usd",
    "therapy_copay_usd": "plan.therapy.copay_usd",
    "therapy_deductible_applies": "plan.therapy.deductible_applies",
    "therapy_share_too": "plan.therapy.share_too",
    "therapy_share_of_rest": "plan.therapy.share_of_rest",
    "therapy_own_share": "plan.therapy.has_own_share",
    "therapy_pays_percent": "plan.therapy.pays_percent",
    "therapy_not_covered": "plan.therapy.not_covered",
    "therapy_visit_limit": "plan.therapy.visit_limit",
    "therapy_visits_used": "plan.therapy.visits_used",
    "therapy_only_paid_count": "plan.therapy.only_paid_count",
    "therapy_stops_after": "plan.therapy.stops_after",
    "therapy_first_visits": "plan.therapy.first_visits",
    "therapy_first_copay_usd": "plan.therapy.first_copay_usd",
    "therapy_penalty_usd": "plan.therapy.penalty_usd",
    "therapy_penalty_percent": "plan.therapy.penalty_percent",
    "therapy_network": "plan.therapy.network",
    "iop_copay_per_day_usd": "plan.iop.copay_usd",
    "iop_deductible_applies": "plan.iop.deductible_applies",
    "iop_share_too": "plan.iop.share_too",
    "iop_share_of_rest": "plan.iop.share_of_rest",
    "iop_own_share": "plan.iop.has_own_share",
    "iop_pays_percent": "plan.iop.pays_percent",
    "iop_not_covered": "plan.iop.not_covered",
    "iop_day_limit": "plan.iop.visit_limit",
    "iop_days_used": "plan.iop.visits_used",
    "iop_only_paid_count": "plan.iop.only_paid_count",
    "iop_stops_after": "plan.iop.stops_after",
    "iop_first_days": "plan.iop.first_visits",
    "iop_first_copay_usd": "plan.iop.first_copay_usd",
    "iop_penalty_per_day_usd": "plan.iop.penalty_usd",
    "iop_penalty_percent": "plan.iop.penalty_percent",
    "iop_network": "plan.iop.network",
    "network": "plan.network",
    "other_net_deductible_usd": "plan.other_network.deductible_usd",
    "other_net_deductible_met_usd": "plan.other_network.deductible_met_usd",
    "other_net_deductible_met_late_usd": "plan.other_network.deductible_met_late_usd",
    "other_net_oop_max_applies": "plan.other_network.oop_max_applies",
    "other_net_oop_max_usd": "plan.other_network.oop_max_usd",
    "other_net_oop_met_usd": "plan.other_network.oop_met_usd",
    "family_deductible_usd": "plan.family.deductible_usd",
    "family_deductible_met_usd": "plan.family.deductible_met_usd",
    "family_oop_max_usd": "plan.family.oop_max_usd",
    "family_oop_met_usd": "plan.family.oop_met_usd",
    "plan_year_start": "plan.year_start",
    "deductible_carries_over": "plan.deductible_carries_over",
    "deductible_met_late_usd": "met.deductible_late_usd",
    "travel_usd_per_visit": "beside.travel_usd_per_visit",
    "travel_minutes_per_visit": "beside.travel_minutes_per_visit",
    "unpaid_usd_per_hour": "beside.unpaid_usd_per_hour",
    "child_care_usd_per_hour": "beside.child_care_usd_per_hour",
    "confirmed": "origins.confirmed",
    "said": "origins.said",
    "filled_by": "origins.filled_by",
    "third_path": "compared.third",
    "step_down_sessions": "compared.step_down_sessions",
    "step_up_sessions": "compared.step_up_sessions",
    "fourth_path": "compared.fourth",
    "visits_online": "beside.visits_online",
    "fixed_hours": "week.fixed_hours",
    "therapy_time_of_day": "week.therapy_time_of_day",
    "iop_time_of_day": "week.iop_time_of_day",
    "time_zone": "week.time_zone",
    "other_plan": "other_plan.key",
    "other_plan_pays_percent": "other_plan.pays_percent",
    "other_deductible_usd": "other_plan.deductible_usd",
    "other_oop_max_usd": "other_plan.oop_max_usd",
    "other_therapy_copay_usd": "other_plan.therapy_copay_usd",
    "other_iop_copay_per_day_usd": "other_plan.iop_copay_per_day_usd",
    "topics": "view.topics",
    "mode": "view.mode",
}
