"""A benefit of an eligibility answer as what a paper says: values, and what has to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from carechoice.documents.eligibility.benefit import Benefit
from carechoice.documents.eligibility.subject import (
    COPAY,
    DEDUCTIBLE,
    MAXIMUM,
    SHARE,
    is_near_therapy,
)
from carechoice.documents.paper import Ask, Field, Found, Value, Why

Said = Iterator[Found | Ask]
ONE_PERSON, FAMILY, _EMPLOYEE_ONLY = "IND", "FAM", "EMP"
# The kinds of cover a plan of one's own is (EB04): commercial, exclusive providers, a group's, an
# HMO's (of Medicare's too), indemnity, an individual's, preferred providers, point of service.
_OF_A_PLAN = ("", "C1", "EP", "GP", "HM", "HN", "IN", "IP", "PR", "PS")
_OFFICE = "11"


def why_not_read(each: Benefit, today: date) -> Why | None:
    """Why an amount is not read, as far as it does not hang on the others.

    Only what is known to count here and now, for one's own plan and without a condition, is read.
    """
    if each.is_unread:
        return "not_understood"
    if each.level not in ("", ONE_PERSON, FAMILY):
        return "other_person"
    if each.insurance not in _OF_A_PLAN:
        return "insurance"
    if not is_now(each, today):
        return "time"
    if each.is_limited or not _is_at_any_place(each):
        return "condition"
    return None


def of_one_person(benefits: Sequence[Benefit]) -> list[Benefit]:
    """The same, where those of an employee alone are those of the one person that is covered.

    That is so where no benefit is of more people; else they are another's terms, who has nobody
    covered beside themselves.
    """
    is_alone = {each.level for each in benefits} <= {"", ONE_PERSON, _EMPLOYEE_ONLY}
    return [
        replace(each, level=ONE_PERSON) if is_alone and each.level == _EMPLOYEE_ONLY else each
        for each in benefits
    ]


def is_now(each: Benefit, today: date) -> bool:
    """Whether its dates have today among them."""
    of_a_year = each.code in (DEDUCTIBLE, MAXIMUM)
    return all(span.holds(today, of_a_year=of_a_year) for span in each.spans)


def is_of_year(each: Benefit, today: date) -> bool:
    """Whether its dates say that it was not said for an earlier year."""
    return any(span.is_of_year(today) for span in each.spans)


def _is_at_any_place(each: Benefit) -> bool:
    """Whether it holds at each place of care; for therapy, which is at an office, also there."""
    is_of_visits = each.code in (COPAY, SHARE) and is_near_therapy(each)
    return not each.places or (is_of_visits and _OFFICE in each.places)


def nearest_network(benefits: Sequence[Benefit]) -> tuple[list[Benefit], Why | None]:
    """Those in network; where none says so those that name no network, with the doubt on them."""
    inside = [each for each in benefits if each.network in ("in", "both")]
    unsaid = [each for each in benefits if each.network is None]
    return (inside, None) if inside else (unsaid, "network" if unsaid else None)


def doubts(benefits: Sequence[Benefit], field: Field, doubt: Why | None) -> Said:
    """What makes all of these unsure, then what stands beside each of them."""
    if doubt and benefits:
        yield ask(doubt, benefits[0], field)
    yield from (ask("note", each, field) for each in benefits if each.has_note)


def found(field: Field, value: Value, each: Benefit, *, is_sure: bool) -> Found:
    """A value from this benefit; a text beside it may be a condition."""
    sure = is_sure and not each.has_note
    return Found(field, value, each.words, each.place, sure=sure)


def ask(why: Why, each: Benefit, field: Field | None = None) -> Ask:
    """What this benefit leaves open."""
    return Ask(why, field, each.words, each.place)


def shown(benefits: Sequence[Benefit]) -> tuple[str, str]:
    """The words and the place of the first of them."""
    return (benefits[0].words, benefits[0].place) if benefits else ("", "")
