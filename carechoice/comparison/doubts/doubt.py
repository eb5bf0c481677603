"""A doubt, the input that it is shown at, and several doubts in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from carechoice.catalog.in_use import catalog
from carechoice.inputs.coverage import OF_OTHER_NETWORK, limit_field
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import is_assumed
from carechoice.inputs.what_counts import is_in_use
from carechoice.language.choices import choice_label
from carechoice.language.formats import count, listed, money_exact

# The input at which each doubt is said: the one a person would look at again.
SHARE = "plan_pays_percent"
INPUT_OF: Mapping[str, str] = {
    "warn.first_day_passed": "start_date",
    "warn.first_day_of_program": "start_date",
    "warn.new_plan_year": "deductible_met_usd",
    "warn.first_visit_in_new_year": "deductible_met_usd",
    "warn.first_visit_in_new_year.some": "deductible_met_usd",
    "warn.new_plan_year.carried": "deductible_met_usd",
    "warn.first_visit_in_new_year.carried": "deductible_met_usd",
    "warn.first_visit_in_new_year.some.carried": "deductible_met_usd",
    "warn.said_long_ago": "deductible_met_usd",
    "warn.deductible_met": "deductible_met_usd",
    "warn.deductible_met_late": "deductible_met_late_usd",
    "warn.deductible_met_too_early": "deductible_met_late_usd",
    "warn.oop_met": "oop_met_usd",
    "warn.oop_below_deductible_met": "oop_met_usd",
    "warn.oop_below_deductible_met.none": "oop_met_usd",
    "warn.plan_share": SHARE,
    "warn.plan_share_part_of_one": SHARE,
    "warn.deductible_above_oop": "deductible_usd",
    "warn.oop_above_legal": "oop_max_usd",
    "warn.oop_of_nothing": "oop_max_usd",
    "warn.family_deductible_usd": "family_deductible_usd",
    "warn.family_oop_max_usd": "family_oop_max_usd",
    "warn.family_deductible_above_oop": "family_deductible_usd",
    "warn.family_oop_above_legal": "family_oop_max_usd",
    "warn.family_deductible_met_usd.above": "family_deductible_met_usd",
    "warn.family_oop_met_usd.above": "family_oop_met_usd",
    "warn.family_deductible_met_usd": "family_deductible_met_usd",
    "warn.family_oop_met_usd": "family_oop_met_usd",
    "warn.family_deductible_met_usd.none": "family_deductible_met_usd",
    "warn.family_oop_met_usd.none": "family_oop_met_usd",
    "warn.therapy_visits_used": "therapy_visits_used",
    "warn.iop_days_used": "iop_days_used",
    "warn.therapy_visits_used.new_year": "therapy_visits_used",
    "warn.iop_days_used.new_year": "iop_days_used",
    "warn.therapy_visits_used.too_early": "therapy_visits_used",
    "warn.iop_days_used.too_early": "iop_days_used",
    "warn.price_of_nothing": "therapy_price_usd",
    "warn.therapy_copay": "therapy_copay_usd",
    "warn.iop_copay": "iop_copay_per_day_usd",
    "warn.charge_unknown": "network",
    "warn.therapy_charge": "therapy_charge_usd",
    "warn.iop_charge": "iop_charge_per_day_usd",
    "warn.sessions_uneven": "therapy_session_minutes",
    "warn.program_day_too_short": "iop_hours_per_day",
    "warn.program_day_unusual": "iop_hours_per_day",
    "warn.program_days_do_not_fit": "iop_hours_per_week",
    "warn.therapy_weekdays": "therapy_weekdays",
    "warn.iop_weekdays": "iop_weekdays",
    "warn.program_price": "iop_price_per_day_usd",
}


@dataclass(frozen=True)
class Doubt:
    """What is doubtful about an input, in a sentence that can stand by itself."""

    field: str
    sentence: str


def doubt_of(key: str, **blanks: object) -> Doubt:
    """The doubt with this key of ``INPUT_OF``, its blanks filled in."""
    return Doubt(INPUT_OF[key], catalog().say(key, **blanks))


def of_network(doubts: Iterable[Doubt], scenario: Scenario, *, is_other: bool) -> Iterator[Doubt]:
    """Those about limits that the bill depends on, each at the input of its network."""
    for doubt in doubts:
        field = limit_field(doubt.field, is_other=is_other)
        if is_in_use(field, scenario):
            yield replace(doubt, field=field)


def amount_of(field: str, scenario: Scenario) -> str:
    """The amount of an input that a doubt is about, told as assumed where nobody gave it."""
    amount = money_exact(scenario.value(field))
    return catalog().say("assumed", amount=amount) if is_assumed(field, scenario) else amount


def none_entered(field: str, scenario: Scenario) -> str:
    """The end of a key of a sentence on an amount that was paid, where nobody entered any."""
    return "" if field in scenario.given else ".none"


def can_be_doubted(field: str) -> bool:
    """Whether there is a doubt that would be said at this input.

    A share of one kind of care or of another plan is doubted like the plan's, and a limit of the
    other network like that of the first.
    """
    if field in [*shares(), *catalog().inputs.by_care("penalty_share").values()]:
        return True
    like = catalog().parameters[field].stands_for or field.removeprefix(OF_OTHER_NETWORK)
    return like in INPUT_OF.values()


def shares() -> list[str]:
    """The inputs that are the share a plan pays: for all care, for one kind, of another plan."""
    inputs = catalog().inputs
    of_other = (field for field, term in inputs.other_terms.items() if term == SHARE)
    return [SHARE, *inputs.by_care("share").values(), *of_other]


def folded(place: str, doubts: Sequence[Doubt]) -> str:
    """A line that names the inputs in doubt that are folded away under the label ``place``."""
    labels = dict.fromkeys(catalog().parameters[doubt.field].label for doubt in doubts)
    return catalog().say("warn.folded", place=place, inputs=listed(list(labels)))


def inputs_line(scenario: Scenario, doubts: Sequence[Doubt]) -> str:
    """The inputs in one line, which leads to them; whether one of them is in doubt."""
    return catalog().say(
        "inputs.in_short.doubt" if doubts else "inputs.in_short",
        sessions=count(scenario.therapy.sessions, "session"),
        weeks=count(scenario.iop.weeks, "week"),
        plan=_plan_named(scenario),
    )


def _plan_named(scenario: Scenario) -> str:
    """The plan as it is picked: that of a payer of the centre, or an example."""
    if is_in_use("payer", scenario):
        return choice_label("payer", scenario.centre.payer)
    return catalog().plans[scenario.plan.key].label
