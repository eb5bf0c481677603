"""What both options cost under another plan, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rounding import half_up
from carechoice.catalog.rows import CARES
from carechoice.catalog.tables import SELF_PAY
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.words import cost_or_range
from carechoice.inputs.coverage import has_plan, is_out_of_network, network_of
from carechoice.inputs.scenario import IN_NETWORK, OUT_OF_NETWORK, Scenario
from carechoice.language.formats import approximate_money, day_of_year
from carechoice.language.sentences import say, short_name


def how_the_other_plan_is_counted(other: Scenario) -> str:
    """What is the same and what is not known where the same care is under another plan."""
    has_own_year = "plan_year_start" in catalog().terms_of(other.other_plan.key)
    return say(
        f"other_plan.lead.{_way(other)}",
        fold=say("controls.more.other_plan"),
        plan_year=say(
            f"other_plan.year.{'own' if has_own_year else 'same'}",
            day=day_of_year(other.plan.year_start),
        ),
    )


def _way(other: Scenario) -> str:
    """How care is paid under the other plan: all of it, in part out of network, or without it."""
    insured = [care for care in CARES if network_of(other, care) != SELF_PAY]
    if not insured:
        return SELF_PAY
    out = [is_out_of_network(other, care) for care in insured]
    if len(insured) < len(CARES):
        return "part_oon" if any(out) else "part_in"
    if all(out):
        return OUT_OF_NETWORK
    return "some" if any(out) else IN_NETWORK


def under_another_plan(now: Comparison, then: Comparison) -> list[str]:
    """What each option costs under both plans, and the difference, a sentence each."""
    kind = "plan" if has_plan(then.scenario) else "self_pay"
    blanks = {name: say(f"other_plan.{name}.{kind}") for name in ("there", "both")}
    return [
        _change(option, then.options[pathway], blanks) for pathway, option in now.options.items()
    ]


def _change(now: Option, then: Option, blanks: Mapping[str, str]) -> str:
    values = {
        "option": short_name(now.words_key),
        "now": cost_or_range(now),
        "then": cost_or_range(then),
        **blanks,
    }
    if values["now"] == values["then"] or _is_the_same_without_plans(now, then):
        return say("other_plan.same", **values)
    if now.is_range_alone or then.is_range_alone:
        return say("other_plan.apart", **values)
    known = now.is_cost_known and then.is_cost_known
    gap_usd = half_up(then.patient_total_usd) - half_up(now.patient_total_usd)
    if not gap_usd:
        both = approximate_money(now.patient_total_usd, is_known=known)
        return say("other_plan.same", **values | {"now": both})
    dollars = approximate_money(abs(gap_usd), is_known=known)
    return say(f"other_plan.{'more' if gap_usd > 0 else 'less'}", **values, dollars=dollars)


def _is_the_same_without_plans(now: Option, then: Option) -> bool:
    """Whether no plan changes what is paid, now or then: no more is known of it then."""
    is_equal = half_up(now.patient_total_usd) == half_up(then.patient_total_usd)
    return is_equal and now.is_paid_by_no_plan and then.is_paid_by_no_plan
