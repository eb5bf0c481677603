"""What clients of a centre would see with new numbers, beside what they see now, in dollars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, load, shipped
from carechoice.catalog.tables import Catalog
from carechoice.inputs.centre_terms import NO_PAYER, NO_PROGRAM
from carechoice.language.choices import choice_label
from carechoice.setup.checked import Checked
from carechoice.setup.picked_bill import AMOUNTS, amounts, not_stated

# The one pick where a centre has neither programs nor payers.
NOTHING = (NO_PROGRAM, NO_PAYER)


def preview_of(checked: Checked, folder: Path, today: date) -> Iterator[str]:
    """The preview of a workbook without mistakes, in place of a folder's data or of ours."""
    before = load([folder, DEFAULT_FOLDER]) if folder.is_dir() else shipped()
    after = replace(before, own=checked.own, centre=checked.centre)
    return preview(before, after, today)


def preview(before: Catalog, after: Catalog, today: date) -> Iterator[str]:
    """A line for each program with each payer, and without insurance: amounts, and what changes.

    That nothing differs comes first, where it does not. The person behind the bills is the one that
    the page begins with. What the bills rest on and the centre does not state is named, so that
    nobody takes ours for theirs.
    """
    if (before.own, before.centre) == (after.own, after.centre):
        yield "Nothing differs from the numbers in use."
    has_been = _picks(before)
    is_first = has_been == [NOTHING]
    for pick in _picks(after):
        name = _name(after, *pick)
        now = amounts(before, *pick, today) if pick in has_been else {}
        then = amounts(after, *pick, today)
        if now == then:
            yield f"{name}: as before"
            continue
        mark = "" if now or is_first else " (new)"
        text = "; ".join(f"{each} {_step(now.get(each), then[each])}" for each in AMOUNTS)
        yield f"{name}{mark}: {text}{not_stated(after, *pick, today)}"
    gone = [pick for pick in has_been if pick not in (*_picks(after), NOTHING)]
    yield from (f"{_name(before, *pick)}: no longer there" for pick in gone)


def _picks(data: Catalog) -> list[tuple[str, str]]:
    """Each program with each payer; without programs, or without payers, what there is."""
    programs = [*data.own.programs] or [NO_PROGRAM]
    return [(program, payer) for program in programs for payer in (*data.own.coverages, NO_PAYER)]


def _name(data: Catalog, program: str, payer: str) -> str:
    with using(data):
        paid = choice_label("payer", payer) if payer != NO_PAYER else "without insurance"
        return f"{choice_label('program', program)}, {paid}" if program != NO_PROGRAM else paid


def _step(now: str | None, then: str) -> str:
    """An amount with what it was, where it was another."""
    return then if now in (None, then) else f"{then} (was {now})"
