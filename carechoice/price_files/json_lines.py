"""A price file in JSON -> its lines with one of our codes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from carechoice.price_files.billed import is_looked_for
from carechoice.price_files.codes import Code, codes_of
from carechoice.price_files.line import PayerOffer, PricedLine
from carechoice.price_files.rate import RefusedError

_CHARGES = "standard_charge_information"
# What a single charge begins with, where a file has them without the hospital around.
_OF_A_CHARGE = ("description", "code_information", "standard_charges", "drug_information")
_MOST_DIGITS = 30
_LIST, _ONE_BY_ONE = "item", ""


class Bytes(Protocol):
    """What bytes of UTF-8 are read from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; none at the end."""


def lines_of_json(content: Bytes, beginning: str) -> Iterator[PricedLine]:
    """Its lines with one of our codes, in order; one item of the file is held at a time.

    ``beginning``: its first signs, which tell where the items are. Raises RefusedError where it has
    no charges, or cannot be read on.
    """
    import ijson
    from ijson.common import JSONError

    number, found = 0, False
    try:
        for item in ijson.items(content, _place_of_items(beginning), multiple_values=True):
            number += 1
            found = found or _is_charge(item)
            yield from _lines(item, number)
    except (JSONError, InvalidOperation):
        raise RefusedError("broken", f"item {number + 1}") from None
    if not found:
        raise RefusedError("no_charges")


def _place_of_items(beginning: str) -> str:
    """In the hospital's object, which may stand in a list; or in a list, or one after the other."""
    import ijson
    from ijson.common import JSONError

    with suppress(JSONError, InvalidOperation):
        for place, kind, value in ijson.parse(beginning.encode(), multiple_values=True):
            if kind == "map_key" and place in (_LIST, _ONE_BY_ONE):
                if value == _CHARGES:
                    break
                if value in _OF_A_CHARGE:
                    return str(place)
            if kind == "end_map" and place == _ONE_BY_ONE:
                return _ONE_BY_ONE
    is_list = beginning.lstrip().startswith("[")
    return ".".join([*([_LIST] if is_list else []), _CHARGES, "item"])


def _is_charge(item: Any) -> bool:
    return isinstance(item, dict) and any(name in item for name in _OF_A_CHARGE)


def _lines(item: Any, number: int) -> Iterator[PricedLine]:
    fields = item if isinstance(item, dict) else {}
    codes = [
        code
        for each in _dicts(fields, "code_information")
        for code in codes_of(_text(each, "code"), _text(each, "type"))
    ]
    if any(is_looked_for(each.code) for each in codes):
        charges = _dicts(fields, "standard_charges") or [{}]
        for charge in charges:
            yield _line(fields, tuple(codes), charge, f"item {number}")


def _line(
    item: dict[str, Any], codes: tuple[Code, ...], charge: dict[str, Any], place: str
) -> PricedLine:
    notes = _text(charge, "additional_generic_notes")
    return PricedLine(
        description=_text(item, "description"),
        codes=codes,
        offers=[_offer(payer, notes, place) for payer in _dicts(charge, "payers_information")],
        setting=_text(charge, "setting").casefold(),
        billing_class=_text(charge, "billing_class").casefold(),
        modifiers=_text(charge, "modifiers") or _text(charge, "modifier_code"),
        has_list_price=bool(_text(charge, "gross_charge") or _text(charge, "discounted_cash")),
        is_shifted=False,
        place=place,
    )


def _offer(payer: dict[str, Any], notes: str, place: str) -> PayerOffer:
    return PayerOffer(
        payer=_text(payer, "payer_name"),
        plan=_text(payer, "plan_name"),
        dollars=_text(payer, "standard_charge_dollar"),
        percentage=_text(payer, "standard_charge_percentage"),
        formula=_text(payer, "standard_charge_algorithm"),
        notes=(_text(payer, "methodology"), _text(payer, "additional_payer_notes"), notes),
        place=place,
    )


def _dicts(fields: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The objects of a list; one that stands alone is such a list too."""
    found = fields.get(name)
    listed = found if isinstance(found, list) else [found]
    return [each for each in listed if isinstance(each, dict)]


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if isinstance(value, list):
        return " | ".join(str(each).strip() for each in value if each is not None)
    if isinstance(value, Decimal):
        # Written out, 1e999999999 would fill the memory.
        return f"{value:f}" if abs(value.adjusted()) < _MOST_DIGITS else str(value)
    return "" if value is None else str(value).strip()
