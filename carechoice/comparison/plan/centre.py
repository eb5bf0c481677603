"""What was picked of a centre, in words: its program, and what rests on the payer."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.centre.rows import Program
from carechoice.catalog.in_use import catalog
from carechoice.catalog.time_units import MINUTES_PER_HOUR
from carechoice.comparison.weeks.closed_words import days_text
from carechoice.inputs.centre_terms import CHOICES, starts_at_minutes
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import has_terms_of_its_own, is_in_use
from carechoice.language.choices import choice_label
from carechoice.language.formats import clock_span, day, in_a_row, listed, weekdays_of_choice
from carechoice.language.sentences import say


def program_line(scenario: Scenario, today: date) -> str:
    """The program that was picked, as the centre states it; "" where none was."""
    program = catalog().own.programs.get(scenario.centre.program)
    if program is None:
        return ""
    start = starts_at_minutes(program)
    hours = clock_span(start, start + MINUTES_PER_HOUR * program.hours_per_day)
    where = say(f"program.place.{program.place}")
    sentences = [
        say("program.when", days=weekdays_of_choice(program.days), hours=hours),
        say("program.site", where=where, site=program.site) if program.site else f"{where}.",
    ]
    if program.languages:
        sentences.append(say("program.languages", list=listed(program.languages)))
    if program.start_dates:
        sentences.append(_starts(program, today))
    if to_come := [each for each in program.closed_days if each >= today]:
        sentences.append(say("program.closed", days=days_text(to_come)))
    return " ".join(sentences)


def _starts(program: Program, today: date) -> str:
    """On which days one can still begin; those that the centre states pass while it shows them."""
    left = [day(each) for each in program.start_dates if each >= today]
    return say("program.starts", list=listed(left)) if left else say("program.starts.none")


def payer_assumption(scenario: Scenario) -> str:
    """That the centre states the terms of the plan; "" where it states none of a picked payer."""
    payer = scenario.centre.payer
    if not is_in_use("payer", scenario) or catalog().own.terms(payer) is None:
        return ""
    key = "assumption.payer.changed" if has_terms_of_its_own(scenario) else "assumption.payer"
    return say(key, payer=choice_label("payer", payer))


def picks_text(scenario: Scenario) -> str:
    """What is picked of the centre's programs and payers in one line, or that they can be."""
    picks = [
        choice_label(choice, scenario.value(choice))
        for choice in CHOICES
        if is_in_use(choice, scenario)
    ]
    return in_a_row(picks) or say("controls.centre")
