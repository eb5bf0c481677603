"""The benefits of an eligibility answer -> values of the inputs, and what has to be asked.

What an EB segment's codes mean is by X12 005010X279A1. Amounts are read for one person and for a
family, in network; whatever is not known to count here and now is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from carechoice.documents.contradictions import paper_of
from carechoice.documents.eligibility.benefit import Benefit
from carechoice.documents.eligibility.limits import limit_field, limits
from carechoice.documents.eligibility.said import (
    Said,
    ask,
    found,
    is_now,
    is_of_year,
    of_one_person,
    why_not_read,
)
from carechoice.documents.eligibility.services import closest_to_therapy, program, therapy
from carechoice.documents.eligibility.subject import (
    ACTIVE,
    COPAY,
    DEDUCTIBLE,
    MAXIMUM,
    SHARE,
    is_for_mental_health,
    is_for_therapy,
    is_general,
    is_near_program,
    is_near_therapy,
    is_of_plan,
)
from carechoice.documents.limits.met_by_now import as_of_now
from carechoice.documents.paper import Ask, Field, Paper, RefusedError, Why, unsure
from carechoice.documents.terms.codes import PROGRAM
from carechoice.documents.terms.values import IOP_INPUTS, THERAPY_INPUTS, ServiceInputs

_AMOUNTS = (SHARE, COPAY, DEDUCTIBLE, MAXIMUM)
_INACTIVE = ("6", "7", "8")
_PENDING, _EXCLUDED, _NOT_COVERED = "5", "E", "I"
_NOT_PAID = (*_INACTIVE, _PENDING, _EXCLUDED, _NOT_COVERED)
# Another company is to be asked about the care, or looks after it: its terms can be others.
_OTHER_COMPANY = ("MC", "U")
# What is to be asked whatever care it names.
_OF_THE_PERSON: Mapping[str, Why] = {"R": "other_payer", "Y": "spend_down"}
# What is to be asked where a benefit of this kind is about the care, or about the whole plan.
_WHY: Mapping[str, Why] = {
    **dict.fromkeys((*_INACTIVE, _PENDING), "inactive"),
    _EXCLUDED: "excluded",
    _NOT_COVERED: "excluded",
    "F": "limit",
    **dict.fromkeys(_OTHER_COMPANY, "carve_out"),
}
# What changes no bill: active cover, no limit, a doctor's name, where it is said or given.
_CHANGES_NOTHING = (*ACTIVE, "H", "L", "P", "W", "X")
# Several times what an answer has; each can become a question.
_MOST_BENEFITS = 2_000


def read_eligibility(benefits: Sequence[Benefit], *, today: date) -> Paper:
    """What the benefits say today. Raises RefusedError if the plan is inactive, or of too many."""
    if len(benefits) > _MOST_BENEFITS:
        raise RefusedError("much_text")
    benefits = of_one_person(benefits)
    of_plan = [each for each in benefits if is_of_plan(each)]
    inactive = [each for each in of_plan if each.code in _INACTIVE]
    if inactive and not any(each.code in (*ACTIVE, _PENDING) for each in of_plan):
        raise RefusedError("inactive")
    told_on = _told_on(benefits)
    said = list(as_of_now(list(_said(benefits, today)), lambda _: told_on, today=today))
    doubted = [*_not_active(benefits, today), *_undated(benefits, today)]
    return paper_of("eligibility", [*doubted, *(map(unsure, said) if doubted else said)])


def _told_on(benefits: Sequence[Benefit]) -> date | None:
    """The first of the days that the answer says it is of; None where it names none."""
    days = {span.told_on for each in benefits for span in each.spans}
    return min(filter(None, days), default=None)


def _not_active(benefits: Sequence[Benefit], today: date) -> list[Ask]:
    """What says that the plan may not pay for care today at all."""
    doubted = [each for each in benefits if each.code in _NOT_PAID and is_general(each)]
    active = [each for each in benefits if each.code in ACTIVE]
    of_care = [each for each in active if is_general(each) or is_near_therapy(each)]
    past = [] if any(is_now(each, today) for each in of_care) else of_care
    return [
        *(ask(_WHY[each.code], each) for each in doubted),
        *(ask("time", each) for each in past[:1]),
        *(ask("inactive", each) for each in active[:1] if not of_care),
    ]


def _undated(benefits: Sequence[Benefit], today: date) -> list[Ask]:
    """That nothing says of which year the amounts are, where nothing does."""
    is_dated = any(is_of_year(each, today) for each in benefits)
    return (
        [] if is_dated or not any(each.code in _AMOUNTS for each in benefits) else [Ask("undated")]
    )


def _said(benefits: Sequence[Benefit], today: date) -> Said:
    reasons = [(each, why_not_read(each, today)) for each in benefits if each.code in _AMOUNTS]
    counted = [each for each, why in reasons if why is None]
    of_plan = [each for each in counted if is_of_plan(each)]
    for code in (DEDUCTIBLE, MAXIMUM):
        said = limits(of_plan, code)
        yield from map(unsure, said) if _has_own(counted, of_plan, code) else said
    yield from _unless_refused(therapy(counted), benefits, is_near_therapy)
    yield from _unless_refused(program(counted), benefits, is_near_program)
    yield from _not_covered(benefits)
    yield from _not_read([(each, why) for each, why in reasons if why], counted)
    yield from _around(benefits)


def _has_own(counted: Sequence[Benefit], of_plan: Sequence[Benefit], code: str) -> bool:
    """Whether mental health care has a limit of its own that is none of the plan's."""
    plans = {each.amount_usd for each in of_plan if each.code == code}
    own = [each for each in counted if each.code == code and is_for_mental_health(each)]
    return any(each.network != "oon" and each.amount_usd not in plans for each in own)


def _unless_refused(
    said: Said, benefits: Sequence[Benefit], is_near: Callable[[Benefit], bool]
) -> Said:
    """What is said of care, which is not sure where the plan may not pay for care like it.

    Nor is it where another company looks after mental health care.
    """
    is_refused = any(
        (each.code in _NOT_PAID and is_near(each))
        or (each.code in _OTHER_COMPANY and is_for_mental_health(each))
        for each in benefits
    )
    yield from map(unsure, said) if is_refused else said


def _not_covered(benefits: Sequence[Benefit]) -> Said:
    for each in benefits:
        inputs = _inputs_named(each) if each.code == _NOT_COVERED else None
        if inputs:
            yield found(inputs.not_covered, value=True, each=each, is_sure=False)
            yield ask("carve_out", each, inputs.not_covered)


def _inputs_named(each: Benefit) -> ServiceInputs | None:
    """The inputs of the care that it is for, where it is for that and for no wider kind."""
    if is_for_therapy(each):
        return THERAPY_INPUTS
    return IOP_INPUTS if each.procedure in PROGRAM else None


def _not_read(left_out: Sequence[tuple[Benefit, Why]], counted: Sequence[Benefit]) -> Said:
    """Amounts in network that may be for the care and do not count as they stand."""
    nearest, doubt = closest_to_therapy(counted)
    is_near = is_for_therapy if nearest and doubt != "general" else is_near_therapy
    for each, why in left_out:
        field = _field(each, is_near)
        if field and each.network != "oon":
            yield ask(why, each, field)


def _field(each: Benefit, is_for_sessions: Callable[[Benefit], bool]) -> Field | None:
    """The input that an amount may be for."""
    if each.code in (DEDUCTIBLE, MAXIMUM):
        return limit_field(each) if is_of_plan(each) else None
    if not (is_for_sessions(each) or is_near_program(each)):
        return None
    inputs = THERAPY_INPUTS if is_for_sessions(each) else IOP_INPUTS
    return inputs.copay if each.code == COPAY else inputs.pays


def _around(benefits: Sequence[Benefit]) -> Said:
    """What stands beside the amounts and can change what a visit costs."""
    for each in benefits:
        if why := _why_around(each):
            yield ask(why, each)
        if each.approval and is_for_mental_health(each):
            yield ask("approval", each)


def _why_around(each: Benefit) -> Why | None:
    is_about_it = is_near_therapy(each) or is_near_program(each) or is_general(each)
    if each.code in _OF_THE_PERSON:
        return _OF_THE_PERSON[each.code]
    if each.code in (DEDUCTIBLE, MAXIMUM):
        has_its_own = is_for_mental_health(each) and not is_of_plan(each)
        return "separate" if has_its_own else None
    if each.code in (*_AMOUNTS, *_CHANGES_NOTHING) or not is_about_it or not each.words:
        return None
    is_told = each.code == _NOT_COVERED and _inputs_named(each)
    return None if is_told else _WHY.get(each.code, "remark")
