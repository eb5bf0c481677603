"""What the bill would be if care began with the next plan year."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.catalog.time_units import DAYS_PER_WEEK
from carechoice.comparison.compare import Comparison, Option, patient_total_usd
from carechoice.comparison.cost_gap import Gap, gap_text, likely_gap
from carechoice.comparison.draws.simulation import may_be_otherwise
from carechoice.comparison.plan_year.during_care import new_plan_years
from carechoice.comparison.visits.carried_over import starting
from carechoice.comparison.visits.course import visits
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import count, day, listed
from carechoice.language.sentences import say


@dataclass(frozen=True, slots=True)
class LaterStart:
    """A later first day, and by how much each option's bill would be higher for the person.

    Both ends are the same where its bill is ``known`` now and then: what reaches a maximum this
    year may hang on terms that nobody gave in the next. ``visits`` has those options alone that
    have another number of visits then, as other days are closed and left out.
    """

    first_day: date
    more_usd: Mapping[Pathway, Gap]
    known: Set[Pathway]
    visits: Mapping[Pathway, int]


def later_start(comparison: Comparison) -> LaterStart | None:
    """The first Monday of the plan year that begins within an option, and what it changes.

    What was paid this plan year does not count in the next, but for what is carried over to it.

    None where no option runs into a new plan year that takes something from the person, or may take
    it, where the first day cannot be that late, or where each bill is likely the same in whole
    dollars.
    """
    days = [each for pathway in comparison.options for each in new_plan_years(comparison, pathway)]
    if not days:
        return None
    first_day = _monday_from(min(days))
    if first_day > date.fromisoformat(catalog().parameters["start_date"].maximum):
        return None
    then = starting(comparison.scenario, first_day)
    options = comparison.options.items()
    known = {each for each, option in options if _is_known(option, then)}
    more_usd = {each: _more(option, then, is_known=each in known) for each, option in options}
    if all(gap.is_likely_none for gap in more_usd.values()):
        return None
    return LaterStart(first_day, more_usd, known, _other_visits(comparison, then))


def _is_known(option: Option, then: Scenario) -> bool:
    """Whether nothing that is not known can change what an option costs now, or then."""
    return option.is_cost_known and not may_be_otherwise(then, option.pathway)


def _other_visits(comparison: Comparison, then: Scenario) -> dict[Pathway, int]:
    """How many visits each option has in another scenario where it has not as many as here."""
    found = {each: len(visits(then, each)) for each in comparison.options}
    return {each: n for each, n in found.items() if n != comparison.options[each].visits}


def _more(option: Option, then: Scenario, *, is_known: bool) -> Gap:
    """How much more an option costs in another scenario that has the same plan."""
    here_usd = patient_total_usd(then, option.pathway) - option.patient_total_usd
    likely = (
        None if is_known else likely_gap(option.scenario, then, option.pathway, here_usd=here_usd)
    )
    return likely or Gap(here_usd, here_usd)


def sentence(comparison: Comparison) -> str:
    """What a later first day changes, in a sentence; nothing where it changes nothing."""
    later = later_start(comparison)
    if later is None:
        return ""
    changes = [
        _change(comparison.options[each], gap, is_known=each in later.known)
        for each, gap in later.more_usd.items()
    ]
    changed = say("first_day", day=day(later.first_day), changes=listed(changes))
    parts = [_visits(comparison.options[each], then) for each, then in later.visits.items()]
    return say("first_day.visits", told=changed, parts=listed(parts)) if parts else changed


def _change(option: Option, gap: Gap, *, is_known: bool) -> str:
    kind, amounts = gap_text(gap, is_known=is_known)
    return say(f"first_day.{kind}", option=say(f"note.during.{option.words_key}"), **amounts)


def _visits(option: Option, then: int) -> str:
    return say(
        f"first_day.visits.part{'.in_turn' if len(option.phases) > 1 else ''}",
        option=say(f"note.during.{option.words_key}"),
        then=count(then, "visit"),
        now=option.visits,
    )


def _monday_from(earliest: date) -> date:
    """The first Monday that is no earlier."""
    return earliest + timedelta(days=-earliest.weekday() % DAYS_PER_WEEK)
