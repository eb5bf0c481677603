"""The rates of a price file, written while it is read: as text, as CSV for a review, as JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import TextIO

from carechoice.language.formats import in_a_row, money_exact
from carechoice.language.markup import for_csv, on_one_line
from carechoice.language.sentences import say
from carechoice.price_files.beside_rates import Rest, rates_of
from carechoice.price_files.rate import PublishedRate, Said


def write_text(said: Iterable[Said], out: TextIO) -> Rest:
    """A line for each rate, then what was left out."""
    rest = Rest()
    count = 0
    for rate in rates_of(said, rest):
        count += 1
        out.write(on_one_line(_line(rate)) + "\n")
    for sentence in [say("price_file.found", count=count), *rest.sentences()]:
        out.write(sentence + "\n")
    return rest


def write_csv(said: Iterable[Said], out: TextIO) -> Rest:
    """The rates as a table to look over; what was left out is told by what is given back."""
    rest = Rest()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(each.name for each in fields(PublishedRate))
    for rate in rates_of(said, rest):
        values = asdict(rate).values()
        table.writerow(for_csv(each) if isinstance(each, str) else each for each in values)
    return rest


def write_json(said: Iterable[Said], out: TextIO) -> Rest:
    """An object with the rates, and with what is said beside them."""
    rest = Rest()
    out.write('{"rates": [')
    for at, rate in enumerate(rates_of(said, rest)):
        out.write((",\n" if at else "\n") + json.dumps(asdict(rate), ensure_ascii=False))
    ending = json.dumps(rest.as_json(), ensure_ascii=False, indent=1)
    out.write("\n],\n" + ending.removeprefix("{\n") + "\n")
    return rest


def _line(rate: PublishedRate) -> str:
    """Payer and plan with the price, what it is for, where it stands, and what is beside it."""
    line = say(
        "price_file.rate",
        payer=rate.payer,
        plan=rate.plan,
        service=say(f"price_file.service.{rate.service}"),
        price=money_exact(rate.price_usd),
        unit=say(f"price_file.unit.{rate.unit}"),
        codes=rate.billed_as,
        setting=in_a_row(filter(None, (rate.setting, rate.billing_class))),
        place=rate.place_in_file,
    )
    if not rate.condition:
        return line
    return say("price_file.rate_with", rate=line, condition=rate.condition)
