"""The line of an option in a note for a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from carechoice.catalog.rows import Pathway
from carechoice.comparison.centre_words import program_line
from carechoice.comparison.compare import Comparison, Entry, Option
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.words import cost, hours_by_phase, plan_cost_likely, visits_told
from carechoice.inputs.coverage import has_plan
from carechoice.language.choices import choice_label
from carechoice.language.formats import count, days_from_to, hours, listed
from carechoice.language.levels import level_hours
from carechoice.language.sentences import option_name, say


def program(comparison: Comparison, made: date) -> Iterator[str]:
    """The program of a centre that was picked, as the centre states it; nothing where none was."""
    told = program_line(comparison.scenario, made)
    if told:
        name = choice_label("program", comparison.scenario.centre.program)
        yield say("note.record.program", program=name, told=told)


def course_line(comparison: Comparison, pathway: Pathway, option: Option) -> str:
    """What an option asks of the client: its hours, visits, days, cost and level."""
    key = "plan" if has_plan(comparison.scenario) else "self_pay"
    return say(
        f"note.record.option.{key}",
        option=option_name(option.words_key),
        course=_course(option, _visits(entries_of(comparison, pathway))),
        when=days_from_to(option.first_day, option.last_day),
        you=cost(option),
        plan=plan_cost_likely(option),
        level=option.level.label,
        level_hours=level_hours(option.level),
    )


def _course(option: Option, visits: str) -> str:
    """How much care an option is; of one visit there is no pace, however long the wait for it."""
    if option.visits == 1:
        return visits
    weeks = count(option.weeks, "week")
    return say("note.record.course", hours=hours_by_phase(option), weeks=weeks, visits=visits)


def _visits(entries: Sequence[Entry]) -> str:
    """How many visits of which length an option has, as they are billed."""
    lengths = Counter((entry.care, entry.hours) for entry in entries)
    return listed(
        [
            say("note.record.visits", visits=visits_told(care, n), length=hours(length))
            for (care, length), n in lengths.items()
        ]
    )
