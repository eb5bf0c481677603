"""What a benefit of an eligibility answer is about: the whole plan, therapy, a program, or neither.

Service types are those of X12 005010X279A1 (EB03). There is none for an intensive outpatient
program.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from carechoice.documents.eligibility.benefit import Benefit
from carechoice.documents.terms.codes import PROGRAM, SESSIONS

SHARE, COPAY, DEDUCTIBLE, MAXIMUM = "A", "B", "C", "G"
ACTIVE = ("1", "2", "3", "4")
WHOLE_PLAN = "30"
# Service types of a session, from the closest on: psychotherapy, mental health, psychiatric
# outpatient, mental health provider outpatient, psychiatric, office visit.
THERAPY = ("A6", "MH", "A8", "CF", "A4", "98")
CLOSE_TO_THERAPY = ("A6", "MH", "A8", "CF")
_OFFICE_VISIT = "98"
# Care in a hospital: inpatient, its room and board, outpatient and emergency care, and psychiatric
# inpatient care.
_HOSPITAL = ("47", "48", "49", "50", "51", "52", "53", "86", "A5", "A7", "CE", "CG")
# Service types that can have to do with a program.
NEAR_PROGRAM = ("CH", "CJ", "BB", "BC", "AI")
# Medical care and general benefits, which care like this is part of.
_MEDICAL = ("1", "60")


def is_of_plan(each: Benefit) -> bool:
    """Whether it is of no care in particular."""
    return not each.procedure and (not each.services or WHOLE_PLAN in each.services)


def of_the_active_plan(named: Sequence[tuple[Benefit, str]]) -> list[Benefit]:
    """The benefits, of which each stands with a plan's name, or with "".

    One of a plan by another name than the active one's has a note: it may be of another plan, as
    each is where several are active, also one without a name. The names themselves are let go.
    """
    active = {_name(plan) for each, plan in named if each.code in ACTIVE and is_of_plan(each)}
    are_several = len(active - {""}) > 1
    own = active if len(active - {""}) == 1 else set()
    return [
        replace(each, has_note=True) if are_several or (plan and _name(plan) not in own) else each
        for each, plan in named
    ]


def _name(plan: str) -> str:
    return " ".join(plan.casefold().split())


def is_general(each: Benefit) -> bool:
    """Whether it is of all medical care, or of no care in particular."""
    return is_of_plan(each) or _is_of(each, _MEDICAL)


def is_for_therapy(each: Benefit) -> bool:
    """Whether it is for therapy, and not only for visits to an office or psychiatric care."""
    return each.procedure in SESSIONS or _is_of(each, CLOSE_TO_THERAPY)


def is_near_therapy(each: Benefit) -> bool:
    """Whether it can be for therapy."""
    return each.procedure in SESSIONS or _is_of(each, THERAPY)


def is_of_hospital_too(each: Benefit) -> bool:
    """Whether it is for care in a hospital, too: a copayment can be that of a stay."""
    return _is_of(each, _HOSPITAL)


def is_near_program(each: Benefit) -> bool:
    """Whether it can be for a program."""
    return each.procedure in PROGRAM or _is_of(each, NEAR_PROGRAM)


def is_for_mental_health(each: Benefit) -> bool:
    """Whether it is for care of this kind, and not only for visits to an office."""
    types = tuple(service for service in (*THERAPY, *NEAR_PROGRAM) if service != _OFFICE_VISIT)
    return each.procedure in (*SESSIONS, *PROGRAM) or _is_of(each, types)


def _is_of(each: Benefit, services: tuple[str, ...]) -> bool:
    return not each.procedure and not set(services).isdisjoint(each.services)
