"""Published rates in words: the note beside a row, what differs from the workbook, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from carechoice.catalog.centre.cells import MARKS_OF_A_REMARK
from carechoice.catalog.centre.numbers import read_number
from carechoice.language.formats import in_a_row, listed, money_exact
from carechoice.language.markup import MOST_NAMED, cut_to_show, on_one_line
from carechoice.language.sentences import say
from carechoice.price_files.rate import About, PublishedRate, Service
from carechoice.setup.filled_rows import Filled
from carechoice.setup.form import SheetForm, plain
from carechoice.setup.published import COLUMN_OF, SOURCE_OF, Open, PayerRow, Question, in_cents

_SOURCE = "price_file.into.source"
# What a hospital or its file is called at most, so that the sentence fits into its cell.
_LONGEST_NAME = 90
# How much is shown of words that an amount depends on: a hospital's note can be a page long.
_LONGEST_CONDITION = 200
# How long the sessions are that rates of therapy are for.
_MINUTES: Mapping[Service, int] = {"therapy_30": 30, "therapy_45": 45, "therapy_60": 60}


def sources_of(row: PayerRow, *, file: str, about: About) -> dict[str, str]:
    """Where the amounts of a row are from, by column, in words that clients may read.

    The amounts stand there as the file has them, so that one that staff change later is no more
    the file's.
    """
    day = _name(about.updated_on)
    when = say(f"{_SOURCE}.day", day=day) if day else say(f"{_SOURCE}.no_day")
    hospital = _name(about.hospital) or say(f"{_SOURCE}.no_name")
    return {
        column: say(
            _SOURCE,
            hospital=hospital,
            file=_name(file),
            day=when,
            amounts=listed([_priced(rate) for rate in rates]),
        )
        for column, rates in row.by_source()
    }


def _priced(rate: PublishedRate) -> str:
    price = money_exact(in_cents(rate))
    if rate.service in _MINUTES:
        return say(f"{_SOURCE}.session", price=price, minutes=_MINUTES[rate.service])
    return say(f"{_SOURCE}.program", price=price)


def _name(printed: str) -> str:
    """A name from outside, without marks that no cell of a centre may have."""
    shown = on_one_line(printed[:_LONGEST_NAME])
    return " ".join("".join(" " if sign in MARKS_OF_A_REMARK else sign for sign in shown).split())


def note_of(row: PayerRow, form: SheetForm, *, file: str, updated_on: str) -> str:
    """Where the row is from: the file with its day, the codes of each amount, and what is open."""
    labels = _labels(form)
    name = on_one_line(file)
    day = cut_to_show(updated_on)
    sentences = [
        say("price_file.into.from", file=name, day=day)
        if day
        else say("price_file.into.from_undated", file=name)
    ]
    for column, rate in row.written.items():
        codes, place = on_one_line(rate.billed_as), rate.place_in_file
        label = labels[column]
        sentences.append(say("price_file.into.amount", column=label, codes=codes, place=place))
    return " ".join([*sentences, *(_open(each, labels[each.column]) for each in row.open)])


def differences(
    row: PayerRow, there: Filled, form: SheetForm, *, file: str, about: About
) -> Iterator[str]:
    """A sentence for each cell of a row that stays in which the file has something else.

    Where an amount does, so does the cell that says where it is from.
    """
    payer = in_a_row(filter(None, (row.payer, row.plan)))
    place = {"sheet": form.title, "row": there.number, "payer": payer}
    labels, stays = _labels(form), there.cells
    cells = row.cells()
    others = {each for each in cells if not _is_same(stays.get(each, ""), cells[each])}
    for column in (each for each in cells if each in others - {"payer", "plan"}):
        value = cells[column]
        yield say(
            "price_file.into.differs",
            **place,
            column=labels[column],
            there=stays.get(column) or say("price_file.into.nothing"),
            published=value if isinstance(value, str) else f"{value:.2f}",
        )
    for column, source in sources_of(row, file=file, about=about).items():
        if others.intersection(COLUMN_OF[service] for service in SOURCE_OF[column]):
            yield say("price_file.into.source_too", **place, column=labels[column], source=source)


def open_lines(rows: Sequence[PayerRow]) -> Iterator[str]:
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
    amount = say(
        "price_file.into.one",
        price=money_exact(in_cents(rate)),
        unit=say(f"price_file.unit.{rate.unit}"),
        codes=on_one_line(rate.billed_as),
        place=rate.place_in_file,
    )
    if not rate.condition:
        return amount
    condition = on_one_line(rate.condition[:_LONGEST_CONDITION])
    return say("price_file.into.one_with", amount=amount, condition=condition)


def _is_same(cell: str, value: str | float) -> bool:
    if isinstance(value, str):
        return plain(cell) == plain(value)
    with suppress(ValueError):
        return read_number(cell) == value
    return False


def _labels(form: SheetForm) -> Mapping[str, str]:
    return {column.key: column.label for column in form.columns}
