"""Making up one's mind: how sure the person is, what a clinician asks, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping

from carechoice.catalog.rows import CARES
from carechoice.comparison.compare import PATHWAYS, Comparison
from carechoice.inputs.coverage import has_plan, is_covered
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.self_questions import SURE
from carechoice.language.formats import day, hours, listed
from carechoice.language.sentences import say

ASKED = ("severe", "safe", "time", "support", "tried")
STEPS = ("ask", "book", "first_week")


def sure_questions() -> Mapping[str, str]:
    """The questions on how sure the person is, to be answered with yes or no."""
    return {name: say(f"sure.{name}") for name in SURE}


def after_no(name: str) -> str:
    """What the person can do who answered the question ``name`` with no."""
    return say(f"sure.{name}.no", page=say("page.compare"))


def assessment(comparison: Comparison) -> Mapping[str, str]:
    """What a clinician asks, and what to think over before; the hours are the person's own."""
    return {name: say(f"assess.{name}", **_hours(comparison)) for name in ASKED}


def next_steps(comparison: Comparison, *, is_printed: bool = False) -> list[str]:
    """What to do next, in order, for either option.

    ``is_printed``: on the sheet that has the list of what to ask, and not on a page.
    """
    first_day = min(comparison.options[pathway].first_day for pathway in PATHWAYS)
    blanks = {**_hours(comparison), "start": day(first_day)}
    where = "next.where.sheet" if is_printed else "next.where.page"
    steps = {"call": _call(comparison, say(where, page=say("page.bill")))}
    steps |= {name: say(f"next.{name}", **blanks) for name in STEPS}
    if comparison.scenario.beside.visits_online:
        steps["first_week"] = say("next.first_week.online", **blanks)
    return list(steps.values())


def _call(comparison: Comparison, where: str) -> str:
    """Whom to ask what the options cost: the plan on those it pays for, else who gives the care."""
    covered = [care for care in CARES if is_covered(comparison.scenario, care)]
    if len(covered) == len(PATHWAYS):
        return say("next.call", where=where)
    if not covered:
        return say("next.call.self_pay", where=where)
    programs = listed([say(f"note.during.{each.words_key}") for each in comparison.programs])
    names = {"therapy": say("note.during.therapy"), "iop": programs}
    (other,) = set(PATHWAYS) - set(covered)
    return say("next.call.one", covered=names[covered[0]], other=names[other], where=where)


def phone_list_label(scenario: Scenario) -> str:
    """The link to what to ask, by whom to ask."""
    return say("next.phone_list" if has_plan(scenario) else "next.phone_list.self_pay")


def _hours(comparison: Comparison) -> dict[str, str]:
    return {pathway: hours(comparison.options[pathway].hours_per_week) for pathway in PATHWAYS}
