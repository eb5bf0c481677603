"""What a line says of a service -> values of the inputs, and what has to be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from functools import partial

from carechoice.documents.paper import Ask, Field, Found
from carechoice.documents.terms.owed import LineTerms
from carechoice.documents.terms.words import Service

_FoundThere = Callable[..., Found]
_AskThere = Callable[..., Ask]


@dataclass(frozen=True, slots=True)
class ServiceInputs:
    """The inputs that the terms of one service fill."""

    copay: Field
    share_too: Field
    share_of_rest: Field
    pays: Field
    deductible: Field
    not_covered: Field

    @property
    def fields(self) -> tuple[Field, ...]:
        """All of them."""
        return astuple(self)


THERAPY_INPUTS = ServiceInputs(
    "therapy_copay_usd",
    "therapy_share_too",
    "therapy_share_of_rest",
    "therapy_pays_percent",
    "therapy_deductible_applies",
    "therapy_not_covered",
)
IOP_INPUTS = ServiceInputs(
    "iop_copay_per_day_usd",
    "iop_share_too",
    "iop_share_of_rest",
    "iop_pays_percent",
    "iop_deductible_applies",
    "iop_not_covered",
)
# Therapy is an office visit. A program day is most likely one of the other services.
INPUTS_OF: dict[Service, ServiceInputs] = {
    "office_visit": THERAPY_INPUTS,
    "other_outpatient": IOP_INPUTS,
}


def inputs_with(field: Field) -> ServiceInputs | None:
    """The inputs of the service that this one is among; None where it is about no service."""
    return next((inputs for inputs in INPUTS_OF.values() if field in inputs.fields), None)


def said_of_service(
    terms: LineTerms, inputs: ServiceInputs, *, words: str, place: str, is_sure: bool
) -> Iterator[Found | Ask]:
    """Each value the terms give for these inputs, and what they leave open."""
    found: _FoundThere = partial(Found, words=words, place=place, sure=is_sure)
    ask: _AskThere = partial(Ask, words=words, place=place)
    if not terms.covered:
        yield Found(inputs.not_covered, value=True, words=words, place=place, sure=False)
        yield ask("carve_out", inputs.not_covered)
    elif terms.copay_per == "stay" or terms.copay_first:
        yield ask("stay" if terms.copay_per == "stay" else "copay_first", inputs.copay)
    else:
        yield found(inputs.copay, terms.copay_usd or 0.0)
        yield from _share(terms, inputs, found, ask)
        if terms.deductible_applies is None:
            yield ask("missing", inputs.deductible)
        else:
            yield found(inputs.deductible, terms.deductible_applies)


def _share(
    terms: LineTerms, inputs: ServiceInputs, found: _FoundThere, ask: _AskThere
) -> Iterator[Found | Ask]:
    """The share that is owed, alone or beside a copayment."""
    share = terms.coinsurance_percent
    if terms.copay_usd:
        yield found(inputs.share_too, value=bool(share))
    if terms.copay_usd and share:
        of_rest = inputs.share_of_rest
        yield found(of_rest, value=True) if terms.share_of_rest else ask("missing", of_rest)
    if share is not None:
        yield found(inputs.pays, round(100 - share, 4))
    elif not terms.copay_usd:
        yield ask("zero_copay", inputs.pays)
