"""What clients of a centre would see with new numbers, beside what they see now, in dollars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, load, shipped
from carechoice.catalog.tables import Catalog
from carechoice.comparison.compare import compare
from carechoice.inputs.of_centre import NO_PAYER, NO_PROGRAM
from carechoice.inputs.ours import SELF_PAY
from carechoice.inputs.scenario import Scenario
from carechoice.language.choices import choice_label
from carechoice.language.formats import money_exact
from carechoice.setup.checked import Checked

# What is shown of each pick.
AMOUNTS = ("session", "program day", "therapy in all", "program in all")


def preview_of(checked: Checked, folder: Path, today: date) -> Iterator[str]:
    """The preview of a workbook without mistakes, in place of a folder's data or of ours."""
    before = load([folder, DEFAULT_FOLDER]) if folder.is_dir() else shipped()
    after = replace(before, own=checked.own, centre=checked.centre)
    return preview(before, after, today)


def preview(before: Catalog, after: Catalog, today: date) -> Iterator[str]:
    """A line for each program with each payer, and without insurance: amounts, and what changes.

    The person behind the bills is the one that the page begins with.
    """
    for program, payer in _picks(after):
        now, then = (_amounts(data, program, payer, today) for data in (before, after))
        told = "; ".join(f"{name} {_step(now.get(name), then[name])}" for name in AMOUNTS)
        yield f"{_name(after, program, payer)}: {'as before' if now == then else told}"
    left = [*_picks(after), (NO_PROGRAM, NO_PAYER)]
    gone = [pick for pick in _picks(before) if pick not in left]
    yield from (f"{_name(before, *pick)}: no longer there" for pick in gone)


def _picks(data: Catalog) -> list[tuple[str, str]]:
    """Each program with each payer; without programs, or without payers, what there is."""
    programs = [*data.own.programs] or [NO_PROGRAM]
    return [(program, payer) for program in programs for payer in (*data.own.coverages, NO_PAYER)]


def _name(data: Catalog, program: str, payer: str) -> str:
    with using(data):
        paid = choice_label("payer", payer) if payer != NO_PAYER else "without insurance"
        return f"{choice_label('program', program)}, {paid}" if program != NO_PROGRAM else paid


def _amounts(data: Catalog, program: str, payer: str, today: date) -> Mapping[str, str]:
    """The amounts with these picks, as they are written; none where one is not there."""
    if (program, payer) not in _picks(data):
        return {}
    paid = {"payer": payer, **({"network": SELF_PAY} if payer == NO_PAYER else {})}
    with using(data):
        scenario = Scenario.from_query({"program": program, **paid}, today=today).scenario
        options = compare(scenario).options
        totals = [options[care].patient_total_usd for care in ("therapy", "iop")]
        amounts = (scenario.therapy.price_usd, scenario.iop.price_per_day_usd, *totals)
        return dict(zip(AMOUNTS, map(money_exact, amounts), strict=True))


def _step(now: str | None, then: str) -> str:
    """An amount with what it was, where it was another."""
    if now is None:
        return f"{then} (new)"
    return then if now == then else f"{then} (was {now})"
