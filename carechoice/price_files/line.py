"""A line of a price file, whatever its format -> its rates, and what is left out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carechoice.catalog.centre.numbers import PLACEHOLDER_USD
from carechoice.price_files.billed import NoService, billed_as, service_of
from carechoice.price_files.codes import Code
from carechoice.price_files.conditions import conditions_of
from carechoice.price_files.other_level import names_other_level
from carechoice.price_files.payer_names import names_payer
from carechoice.price_files.rate import PROGRAMS, LeftOut, LeftOutReason, PublishedRate, Service
from carechoice.price_files.units import is_for_whole_course, names_other_length, unit_of

# A share of up to the whole, in percent, that stands where the dollars should.
_WHOLE_PERCENT = 100.0
_BY_SHARE = re.compile(r"\bpercent(?:age)? of\b", re.IGNORECASE)
_SHARE = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?) ?(?:%|percent\b)", re.IGNORECASE)
# Where nobody knows an amount, files print nines, too.
_NINES = re.compile(r"9{4,}(?:\.9*|\.0*)?")
# Digits as this country writes them, and not so many that no number holds them. In 1.350 the point
# can be that of other countries' thousands; no price of ours has one digit before it.
_AMOUNT = re.compile(
    r"(?!\$? ?[0-9]\.[0-9]{3}\Z)"
    r"\$? ?((?:[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.[0-9]*)?|\.[0-9]+)"
)


@dataclass(frozen=True, slots=True)
class PayerOffer:
    """What one plan of a payer pays, as it is printed; "" where nothing is.

    ``notes``: how the rate is worked out ("per diem"), and what else is said of it. ``is_double``:
    its column stands twice, so it is not known which of the two holds.
    """

    payer: str
    plan: str
    dollars: str
    percentage: str
    formula: str
    notes: tuple[str, ...]
    place: str
    is_double: bool = False


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with one of our codes. Its offers are those of which anything is printed.

    ``unknown_at``: where a charge stands under a heading that the form does not have, or "".
    """

    description: str
    codes: tuple[Code, ...]
    offers: Sequence[PayerOffer]
    setting: str
    billing_class: str
    modifiers: str
    has_list_price: bool
    is_shifted: bool
    place: str
    unknown_at: str = ""

    @property
    def billed_as(self) -> str:
        """Its codes and modifiers as text."""
        return billed_as(self.codes, self.modifiers)


def said_of(line: PricedLine) -> Iterator[PublishedRate | LeftOut]:
    """Each rate of the line, and each part of it that is none."""
    service = service_of(line.codes, line.description)
    reason = _left_out_whole(line, service)
    if reason:
        yield LeftOut(reason, line.billed_as, line.place)
    elif service and not isinstance(service, NoService):
        if line.unknown_at:
            yield LeftOut("unknown_column", line.billed_as, line.unknown_at)
        for offer in line.offers:
            yield _said_of_offer(line, service, offer)


def _left_out_whole(line: PricedLine, service: Service | NoService | None) -> LeftOutReason | None:
    if service is None:
        return None
    if isinstance(service, NoService):
        return service.reason
    if line.is_shifted:
        return "shifted"
    if line.offers or line.unknown_at:
        return None
    return "list_price" if line.has_list_price else "no_amount"


def _said_of_offer(
    line: PricedLine, service: Service, offer: PayerOffer
) -> PublishedRate | LeftOut:
    price_usd = _price_usd(offer.dollars)
    said = (line.description, *offer.notes, offer.formula)
    reason = _no_rate(offer, price_usd) or _of_other_care(service, offer, said)
    if reason or price_usd is None:
        return LeftOut(reason or "no_amount", line.billed_as, offer.place)
    return PublishedRate(
        offer.payer,
        offer.plan,
        service,
        line.billed_as,
        price_usd,
        unit_of(service, line.codes, said),
        line.setting,
        offer.place,
        line.billing_class,
        " | ".join(dict.fromkeys(_conditions(line, offer, service))),
    )


def _conditions(line: PricedLine, offer: PayerOffer, service: Service) -> Iterator[str]:
    if names_other_length(service, line.description):
        yield line.description
    yield from conditions_of(
        line.description,
        offer.notes,
        formula=offer.formula,
        modifiers=(line.modifiers, *(each.modifiers for each in line.codes)),
        setting=line.setting,
    )


def _of_other_care(
    service: Service, offer: PayerOffer, said: Sequence[str]
) -> LeftOutReason | None:
    """Why an amount is not that of one session or day, by the words beside it."""
    if service in PROGRAMS and names_other_level(*offer.notes, offer.formula):
        return "other_level"
    return "whole_course" if is_for_whole_course(said) else None


def _no_rate(offer: PayerOffer, price_usd: float | None) -> LeftOutReason | None:
    """Why an offer is no rate. A share of a charge is not worked out: the charge may be another."""
    if price_usd is None:
        return _no_amount(offer)
    if offer.is_double:
        return "same_heading"
    if price_usd <= _WHOLE_PERCENT and _is_share(offer, price_usd):
        return "percent"
    if price_usd <= PLACEHOLDER_USD or _NINES.fullmatch(f"{price_usd:.2f}"):
        return "placeholder"
    return None if names_payer(offer.payer) else "no_payer"


def _no_amount(offer: PayerOffer) -> LeftOutReason:
    if offer.percentage:
        return "percent"
    if offer.formula:
        return "formula"
    return "unreadable" if offer.dollars else "no_amount"


def _is_share(offer: PayerOffer, price_usd: float) -> bool:
    """Whether the dollars can be the share that a payer pays by: none stands elsewhere, or it."""
    said = (*offer.notes, offer.formula)
    shares = {float(share[1]) for each in said for share in _SHARE.finditer(each)}
    if share := _price_usd(offer.percentage):
        shares.add(share)
    is_by_share = not offer.percentage and any(map(_BY_SHARE.search, offer.notes))
    return is_by_share or price_usd in shares


def _price_usd(printed: str) -> float | None:
    amount = _AMOUNT.fullmatch(printed)
    return float(amount[1].replace(",", "")) if amount else None
