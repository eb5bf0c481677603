"""A summary of benefits and coverage held against today: it is of the plan year that it names."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from carechoice.documents.days.plan import days_of_plan
from carechoice.documents.paper import Ask, Paper

_BEGINNING = re.compile(r": *beginning (?:on or after )?", re.IGNORECASE)


def held_against(paper: Paper, today: date) -> Paper:
    """The paper; of one whose coverage period has not ``today`` in it nothing is sure."""
    other = [each for each in paper.ask if each.why == "plan_year" and _is_of_other(each, today)]
    if not other:
        return paper
    asked = tuple(Ask("time", words=each.words, place=each.place) for each in other)
    read = tuple(replace(found, sure=False) for found in paper.read)
    return replace(paper, read=read, ask=(*asked, *paper.ask))


def _is_of_other(said: Ask, today: date) -> bool:
    days = days_of_plan(_BEGINNING.sub(" begins ", said.words))
    return days is not None and not days.holds(today)
