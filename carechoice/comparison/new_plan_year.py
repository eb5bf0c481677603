"""A new plan year that begins during an option: whether it costs the person something, or may."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison, Option, patient_total_usd
from carechoice.comparison.course import new_plan_year_within
from carechoice.comparison.ledger import entries_of, restarts
from carechoice.insurance.plan_year import plan_year_start


def new_plan_years(comparison: Comparison, pathway: Pathway) -> list[date]:
    """The new plan years within an option that take something from the person, or may.

    Where that depends on the plan, each may: the example's terms say nothing of the person's own.
    """
    if depends_on_the_plan(comparison.options[pathway]):
        return begun(comparison, pathway)
    return [restart.day for restart in restarts(comparison, pathway)]


def depends_on_the_plan(option: Option) -> bool:
    """Whether the plan pays for a part of the option, by terms that are not known and matter."""
    from carechoice.comparison.simulation import own_part

    if option.is_cost_known or not option.has_covered_care:
        return False
    _, _, open_ = own_part(option.scenario, option.pathway)
    return bool(open_.terms)


def begun(comparison: Comparison, pathway: Pathway) -> list[date]:
    """The first day of each plan year with visits of the option, but for that of its first."""
    begins = comparison.scenario.plan.year_start
    visits = entries_of(comparison, pathway)
    _, *later = dict.fromkeys(plan_year_start(visit.date, begins) for visit in visits)
    return later


def may_take_something(comparison: Comparison, pathway: Pathway) -> bool:
    """Whether a new plan year within the option takes something, by what is not known of the plan.

    It may where it does by the terms that are shown, and where the same visits may cost something
    else in a plan year that begins with the month of the first day. No plan year holds a longer
    course, so that one always may.
    """
    from carechoice.comparison.cost_gap import likely_gap

    option = comparison.options[pathway]
    if option.is_range_alone or restarts(comparison, pathway):
        return True
    first_day = option.scenario.start_date
    in_one = option.scenario.but(plan_year_start=f"{first_day:%m}-01")
    if new_plan_year_within(in_one, first_day, option.last_day):
        return True
    here_usd = patient_total_usd(in_one, pathway) - option.patient_total_usd
    gap = likely_gap(option.scenario, in_one, pathway, here_usd=here_usd)
    return gap is None or not gap.is_none
