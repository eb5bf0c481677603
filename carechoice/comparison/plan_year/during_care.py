"""A new plan year that begins during an option: whether it costs the person something, or may."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison, Option, patient_total_usd
from carechoice.comparison.ledger import entries_of, restarts
from carechoice.comparison.visits.course import new_plan_year_within
from carechoice.inputs.scenario import Scenario
from carechoice.insurance.plan_year import plan_year_start


def new_plan_years(comparison: Comparison, pathway: Pathway) -> list[date]:
    """The new plan years within an option that take something from the person, or may.

    Where that depends on the plan, each may: the example's terms say nothing of the person's own.
    """
    if depends_on_the_plan(comparison.options[pathway]):
        return begun(comparison, pathway)
    return [restart.day for restart in restarts(comparison, pathway)]


def depends_on_the_plan(option: Option) -> bool:
    """Whether the plan pays for a part of the option, by terms that are not known and matter.

    They matter also where its bill is the same under each of them, because it lies in two plan
    years: in one it may come to a maximum that it does not reach in either of the two.
    """
    from carechoice.comparison.draws.simulation import own_part

    if not option.has_covered_care or not _may_be_otherwise(option):
        return False
    _, _, open_ = own_part(option.scenario, option.pathway)
    return bool(open_.terms)


def _may_be_otherwise(option: Option) -> bool:
    """Whether what is not known can change the bill as it is, or as it is in one plan year."""
    from carechoice.comparison.draws.simulation import may_be_otherwise

    if not option.is_cost_known:
        return True
    is_in_two = new_plan_year_within(option.scenario, option.first_day, option.last_day)
    return bool(is_in_two) and may_be_otherwise(_in_one_plan_year(option), option.pathway)


def _in_one_plan_year(option: Option) -> Scenario:
    """The option's scenario with a plan year that begins with the month of the first day."""
    return option.scenario.but(plan_year_start=f"{option.scenario.start_date:%m}-01")


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
    in_one = _in_one_plan_year(option)
    if new_plan_year_within(in_one, first_day, option.last_day):
        return True
    here_usd = patient_total_usd(in_one, pathway) - option.patient_total_usd
    gap = likely_gap(option.scenario, in_one, pathway, here_usd=here_usd)
    return gap is None or not gap.is_none
