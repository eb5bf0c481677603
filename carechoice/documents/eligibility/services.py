"""What an eligibility answer says of a visit to therapy and of a program day -> values, questions.

There is no service type for an intensive outpatient program: its terms are read where a program
day's own billing code is named, and asked about otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from carechoice.documents.eligibility.benefit import Benefit
from carechoice.documents.eligibility.limits import YEARS
from carechoice.documents.eligibility.said import Said, ask, doubts, found, nearest_network
from carechoice.documents.eligibility.subject import (
    CLOSE_TO_THERAPY,
    COPAY,
    SHARE,
    THERAPY,
    is_near_program,
    is_of_hospital_too,
)
from carechoice.documents.paper import Ask, Why
from carechoice.documents.terms.codes import PROGRAM, PROGRAM_FOR_SUBSTANCE_USE, SESSIONS
from carechoice.documents.terms.values import IOP_INPUTS, THERAPY_INPUTS, ServiceInputs

_DAY, _VISIT = "7", "27"
# Payers send the plan's share, too, where the patient's should stand: 0.8 of a plan that pays 80 %.
_EITHERS_SHARE = 0.5
# What one visit is, as a copayment is told for it.
_ONE: Mapping[ServiceInputs, tuple[str, ...]] = {
    THERAPY_INPUTS: ("", _VISIT),
    IOP_INPUTS: ("", _VISIT, _DAY),
}


def therapy(benefits: Sequence[Benefit]) -> Said:
    """What a session costs, by the terms that are closest to it."""
    yield from _service(closest_to_therapy(benefits), THERAPY_INPUTS)


def closest_to_therapy(benefits: Sequence[Benefit]) -> tuple[list[Benefit], Why | None]:
    """The terms that are closest to a therapy session, and why they may not be meant for it."""
    terms = [each for each in benefits if each.code in (SHARE, COPAY)]
    nearest, doubt = nearest_network([each for each in terms if each.procedure in SESSIONS])
    if nearest:
        return nearest, doubt
    for service in THERAPY:
        named = [each for each in terms if service in each.services and not each.procedure]
        nearest, doubt = nearest_network(named)
        if nearest:
            return nearest, _doubt_of_service(nearest, service) or doubt
    return [], None


def _doubt_of_service(nearest: Sequence[Benefit], service: str) -> Why | None:
    """Why terms that are told for a service type may not be those of a visit to therapy."""
    if service not in CLOSE_TO_THERAPY:
        return "general"
    is_of_stay = any(each.code == COPAY and is_of_hospital_too(each) for each in nearest)
    return "service" if is_of_stay else None


def program(benefits: Sequence[Benefit]) -> Said:
    """What a program day costs where one is named, or what may have to do with it."""
    terms = [each for each in benefits if each.code in (SHARE, COPAY)]
    nearest, doubt = nearest_network([each for each in terms if each.procedure in PROGRAM])
    if nearest:
        codes = {each.procedure for each in nearest}
        is_of_substance_use = codes == {PROGRAM_FOR_SUBSTANCE_USE}
        yield from _service((nearest, "service" if is_of_substance_use else doubt), IOP_INPUTS)
        return
    near = [each for each in terms if is_near_program(each) and not each.procedure]
    yield from (ask("iop_hint", each, IOP_INPUTS.pays) for each in near)
    yield Ask("missing", IOP_INPUTS.copay)
    yield Ask("missing", IOP_INPUTS.pays)


def _service(terms: tuple[Sequence[Benefit], Why | None], inputs: ServiceInputs) -> Said:
    nearest, doubt = terms
    copays = [each for each in nearest if each.code == COPAY and each.amount_usd is not None]
    shares = [each for each in nearest if each.code == SHARE and each.patient_share is not None]
    if not copays and not shares:
        yield Ask("missing", inputs.copay)
        yield Ask("missing", inputs.pays)
        yield Ask("missing", inputs.deductible)
        return
    yield from doubts([*copays, *shares], inputs.copay if copays else inputs.pays, doubt)
    yield from _copays(copays, inputs, is_sure=doubt is None, has_share=bool(shares))
    yield from _shares(shares, inputs, is_sure=doubt is None)
    if any(each.amount_usd for each in copays):
        share = next((each for each in shares if each.patient_share), None)
        if share:
            yield found(inputs.share_too, value=True, each=share, is_sure=False)
            yield Ask("missing", inputs.share_of_rest)
        else:
            yield Ask("missing", inputs.share_too)
    yield Ask("missing", inputs.deductible)


def _copays(
    copays: Sequence[Benefit], inputs: ServiceInputs, *, is_sure: bool, has_share: bool
) -> Said:
    for each in copays:
        if each.period not in _ONE[inputs]:
            yield ask("period", each, inputs.copay)
        elif not each.amount_usd and not has_share:
            # $0 is sent for "no charge" and for "no copayment, but a share".
            yield ask("zero_copay", each, inputs.copay)
        else:
            yield found(inputs.copay, each.amount_usd or 0.0, each, is_sure=is_sure)


def _shares(shares: Sequence[Benefit], inputs: ServiceInputs, *, is_sure: bool) -> Said:
    for each in shares:
        share = each.patient_share or 0.0
        if share > 1:
            yield ask("share", each, inputs.pays)
        elif share > _EITHERS_SHARE:
            yield ask("who_pays", each, inputs.pays)
        elif each.period not in (*YEARS, *_ONE[inputs]):
            yield ask("period", each, inputs.pays)
        else:
            yield found(inputs.pays, round(100 - 100 * share, 4), each, is_sure=is_sure)
