"""What both options cost under another plan, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rounding import half_up
from carechoice.comparison.compare import Comparison, Option
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import day_of_year, money
from carechoice.language.sentences import say, short_name


def how_the_other_plan_is_counted(other: Scenario) -> str:
    """What is the same and what is not known where the same care is under another plan."""
    has_own_year = "plan_year_start" in catalog().terms_of(other.other_plan.key)
    return say(
        f"other_plan.lead.{other.plan.network}",
        fold=say("controls.more.other_plan"),
        plan_year=say(
            f"other_plan.year.{'own' if has_own_year else 'same'}",
            day=day_of_year(other.plan.year_start),
        ),
    )


def under_another_plan(now: Comparison, then: Comparison) -> list[str]:
    """What each option costs under both plans, and the difference, a sentence each."""
    kind = "plan" if has_plan(then.scenario) else "self_pay"
    blanks = {name: say(f"other_plan.{name}.{kind}") for name in ("there", "both")}
    return [
        _change(option, then.options[pathway], blanks) for pathway, option in now.options.items()
    ]


def _change(now: Option, then: Option, blanks: Mapping[str, str]) -> str:
    gap_usd = half_up(then.patient_total_usd) - half_up(now.patient_total_usd)
    kind = "same" if not gap_usd else "more" if gap_usd > 0 else "less"
    return say(
        f"other_plan.{kind}",
        option=short_name(now.told_as),
        now=money(now.patient_total_usd),
        then=money(then.patient_total_usd),
        dollars=money(abs(gap_usd)),
        **blanks,
    )
