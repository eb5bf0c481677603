"""What a line says of a service -> values of the inputs, and what has to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carechoice.documents.line import LineTerms
from carechoice.documents.line_words import Service
from carechoice.documents.paper import Ask, Field, Found, Value, Why


@dataclass(frozen=True, slots=True)
class ServiceInputs:
    """The inputs that the terms of one service fill."""

    copay: Field
    share_too: Field
    pays: Field
    deductible: Field
    not_covered: Field


THERAPY_INPUTS = ServiceInputs(
    "therapy_copay_usd",
    "therapy_share_too",
    "therapy_pays_percent",
    "therapy_deductible_applies",
    "therapy_not_covered",
)
IOP_INPUTS = ServiceInputs(
    "iop_copay_per_day_usd",
    "iop_share_too",
    "iop_pays_percent",
    "iop_deductible_applies",
    "iop_not_covered",
)
# Therapy is an office visit. A program day is most likely one of the other services.
INPUTS_OF: dict[Service, ServiceInputs] = {
    "office_visit": THERAPY_INPUTS,
    "other_outpatient": IOP_INPUTS,
}


def said_of_service(
    terms: LineTerms, inputs: ServiceInputs, *, words: str, place: str, is_sure: bool
) -> Iterator[Found | Ask]:
    """Each value the terms give for these inputs, and what they leave open."""

    def found(field: Field, value: Value) -> Found:
        return Found(field, value, words, place, sure=is_sure)

    if not terms.covered:
        yield Found(inputs.not_covered, value=True, words=words, place=place, sure=False)
        yield Ask("carve_out", inputs.not_covered, words, place)
        return
    if terms.copay_per == "stay" or terms.copay_first:
        why: Why = "stay" if terms.copay_per == "stay" else "copay_first"
        yield Ask(why, inputs.copay, words, place)
        return
    yield found(inputs.copay, terms.copay_usd or 0.0)
    if terms.copay_usd:
        yield found(inputs.share_too, value=bool(terms.coinsurance_percent))
    share = terms.coinsurance_percent
    if share is not None:
        yield found(inputs.pays, round(100 - share, 4))
    elif not terms.copay_usd:
        yield Ask("zero_copay", inputs.pays, words, place)
    if terms.deductible_applies is None:
        yield Ask("missing", inputs.deductible, words, place)
    else:
        yield found(inputs.deductible, terms.deductible_applies)
