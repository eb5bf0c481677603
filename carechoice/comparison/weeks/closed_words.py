"""Days on which providers are closed, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from carechoice.catalog.rows import CARES, Care
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.visits.closed_days import runs
from carechoice.comparison.visits.course import visits_left_out, weeks_by_closed_days
from carechoice.inputs.centre_terms import has_closed_days
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import count, days_from_to, listed
from carechoice.language.sentences import say


def when_closed(scenario: Scenario, care: Care) -> str:
    """What becomes of a visit of this kind of care on a day on which its provider is closed."""
    return say(f"closed.{care}.{scenario.of('when_closed', care)}")


def closed_text(scenario: Scenario) -> str:
    """That providers are closed on some days, and what becomes of visits; "" where they are not."""
    has_own = has_closed_days(scenario.value)
    if scenario.week.closed_on_holidays:
        what = {care: when_closed(scenario, care) for care in CARES}
        return say("week.closed.both" if has_own else "week.closed", **what)
    return say("week.closed.own", iop=when_closed(scenario, "iop")) if has_own else ""


def closed_days_text(days: Iterable[date]) -> str:
    """How many of the days that are planned are closed; a visit that is put off may plan more."""
    return count(len(set(days)), "closed_day")


def longer_text(comparison: Comparison) -> str:
    """How much longer, or shorter, closed days make the options; "" where they change no weeks."""

    def part(option: Option, name: str) -> str:
        weeks = weeks_by_closed_days(comparison.scenario, option.pathway)
        key = "closed.longer.part" if weeks > 0 else "closed.shorter.part"
        return say(key, option=name, weeks=count(abs(weeks), "week")) if weeks else ""

    parts = _of_each_option(comparison, part)
    return say("closed.longer", parts=parts) if parts else ""


def left_out_text(comparison: Comparison) -> str:
    """How many visits of the options closed days leave out; "" where they leave out none."""

    def part(option: Option, name: str) -> str:
        visits = visits_left_out(comparison.scenario, option.pathway)
        text = count(visits, "visit")
        return say("closed.left_out.part", option=name, visits=text) if visits else ""

    parts = _of_each_option(comparison, part)
    return say("closed.left_out", parts=parts) if parts else ""


def _of_each_option(comparison: Comparison, part: Callable[[Option, str], str]) -> str:
    """The parts of a sentence that ``part`` says of an option and its name, as a list in words."""
    options = comparison.options.values()
    parts = (part(option, say(f"note.during.{option.words_key}")) for option in options)
    return listed([each for each in parts if each])


def days_text(days: Sequence[date]) -> str:
    """Days in order, those that follow each other by the first and the last."""
    return listed([days_from_to(first, last) for first, last in runs(days)])
