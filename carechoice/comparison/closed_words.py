"""Days on which providers are closed, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from carechoice.catalog.rows import CARES, Care
from carechoice.comparison.closed_days import runs
from carechoice.comparison.compare import Comparison
from carechoice.comparison.course import visits_left_out, weeks_by_closed_days
from carechoice.inputs.of_centre import has_closed_days
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import count, days_from_to, listed
from carechoice.language.sentences import say


def when_closed(scenario: Scenario, care: Care) -> str:
    """What becomes of a visit of this kind of care on a day on which its provider is closed."""
    return say(f"closed.{care}.{scenario.of('when_closed', care)}")


def closed_told(scenario: Scenario) -> str:
    """That providers are closed on some days, and what becomes of visits; "" where they are not."""
    has_own = has_closed_days(scenario.value)
    if scenario.week.closed_on_holidays:
        what = {care: when_closed(scenario, care) for care in CARES}
        return say("week.closed.both" if has_own else "week.closed", **what)
    return say("week.closed.own", iop=when_closed(scenario, "iop")) if has_own else ""


def closed_days_told(days: Iterable[date]) -> str:
    """How many of the days that are planned are closed; a visit that is put off may plan more."""
    return count(len(set(days)), "closed_day")


def longer_told(comparison: Comparison) -> str:
    """How much longer, or shorter, closed days make the options; "" where they change no weeks."""
    weeks = {
        option.told_as: weeks_by_closed_days(comparison.scenario, option.pathway)
        for option in comparison.options.values()
    }
    parts = [
        say(
            "closed.longer.part" if change > 0 else "closed.shorter.part",
            option=say(f"note.during.{told_as}"),
            weeks=count(abs(change), "week"),
        )
        for told_as, change in weeks.items()
        if change
    ]
    return say("closed.longer", parts=listed(parts)) if parts else ""


def left_out_told(comparison: Comparison) -> str:
    """How many visits of the options closed days leave out; "" where they leave out none."""
    left_out = {
        option.told_as: visits_left_out(comparison.scenario, option.pathway)
        for option in comparison.options.values()
    }
    parts = [
        say(
            "closed.left_out.part",
            option=say(f"note.during.{told_as}"),
            visits=count(visits, "visit"),
        )
        for told_as, visits in left_out.items()
        if visits
    ]
    return say("closed.left_out", parts=listed(parts)) if parts else ""


def days_told(days: Sequence[date]) -> str:
    """Days in order, those that follow each other by the first and the last."""
    return listed([days_from_to(first, last) for first, last in runs(days)])
