"""Published rates in words: the note beside a row, what differs from the workbook, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from carechoice.catalog.centre_cells import read_number
from carechoice.language.formats import in_a_row, money_exact
from carechoice.language.markup import MOST_NAMED, in_short, on_one_line
from carechoice.language.sentences import say
from carechoice.price_files.rate import PublishedRate
from carechoice.setup.filled_rows import Filled
from carechoice.setup.form import SheetForm, plain
from carechoice.setup.published import Open, PayerRow, Question, in_cents


def note_of(row: PayerRow, form: SheetForm, *, file: str, updated_on: str) -> str:
    """Where the row is from: the file with its day, the codes of each amount, and what is open."""
    labels = _labels(form)
    name = on_one_line(file)
    day = in_short(updated_on)
    told = [
        say("price_file.into.from", file=name, day=day)
        if day
        else say("price_file.into.from_undated", file=name)
    ]
    for column, rate in row.written.items():
        codes, place = on_one_line(rate.billed_as), rate.place_in_file
        label = labels[column]
        told.append(say("price_file.into.amount", column=label, codes=codes, place=place))
    return " ".join([*told, *(_open(each, labels[each.column]) for each in row.open)])


def differences(row: PayerRow, there: Filled, form: SheetForm) -> Iterator[str]:
    """A sentence for each cell of a row that stays in which the file has something else."""
    labels = _labels(form)
    for column, value in row.cells().items():
        cell = there.cells.get(column, "")
        if column in ("payer", "plan") or _is_same(cell, value):
            continue
        yield say(
            "price_file.into.differs",
            sheet=form.title,
            row=there.number,
            payer=in_a_row(filter(None, (row.payer, row.plan))),
            column=labels[column],
            there=cell or say("price_file.into.nothing"),
            published=value if isinstance(value, str) else f"{value:.2f}",
        )


def open_told(rows: Sequence[PayerRow]) -> Iterator[str]:
    """A sentence for each question that rows leave open, with how many have it."""
    payers: dict[Question, list[str]] = {}
    for row in rows:
        name = in_a_row(filter(None, (row.payer, row.plan)))
        for question in dict.fromkeys(each.question for each in row.open):
            payers.setdefault(question, []).append(name)
    for question, names in payers.items():
        yield say(
            "price_file.into.open",
            count=len(names),
            reason=say(f"price_file.into.{question}"),
            payers="; ".join(names[:MOST_NAMED]),
        )


def _open(one: Open, label: str) -> str:
    amounts = [_amount(rate) for rate in one.rates[:MOST_NAMED]]
    reason = say(f"price_file.into.{one.question}")
    return say(
        "price_file.into.not_written", column=label, amounts="; ".join(amounts), reason=reason
    )


def _amount(rate: PublishedRate) -> str:
    return say(
        "price_file.into.one",
        price=money_exact(in_cents(rate)),
        unit=say(f"price_file.unit.{rate.unit}"),
        codes=on_one_line(rate.billed_as),
        place=rate.place_in_file,
    )


def _is_same(cell: str, value: str | float) -> bool:
    if isinstance(value, str):
        return plain(cell) == plain(value)
    with suppress(ValueError):
        return read_number(cell) == value
    return False


def _labels(form: SheetForm) -> Mapping[str, str]:
    return {column.key: column.label for column in form.columns}
