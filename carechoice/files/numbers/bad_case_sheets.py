"""The bad case as sheets: months, a plan that stops paying, and what to do about a no or a bill."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import get_args

from carechoice.catalog.decision_rows import Part, Recourse
from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan.recourses import recourses, text_of
from carechoice.files.numbers.cells import Cell, Sheet
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import option_name, say
from carechoice.topics.bill.bad_case.charts import has_months
from carechoice.topics.bill.bad_case.stopping import if_it_stops_usd, stopping_applies
from carechoice.topics.bill.facts import Month, months

RECOURSE_COLUMNS = ("when", "what", "basis", "sources", "note")


def bad_case_sheets(comparison: Comparison) -> Iterator[Sheet]:
    """As far as any is owed, a plan may stop, and there is something to be done."""
    if has_months(comparison):
        yield _months(comparison)
    if stopping_applies(comparison):
        yield _stopping(comparison)
    rows = [
        _recourse(part, row)
        for part in get_args(Part)
        for row in recourses(comparison.scenario, part)
    ]
    if rows:
        header = [say(f"sheet.ways_out.{name}") for name in RECOURSE_COLUMNS]
        yield Sheet(say("sheet.ways_out"), header, rows)


def _months(comparison: Comparison) -> Sheet:
    """One row a month, to the cent."""
    header = [say("bill.months.month")]
    for option in comparison.options.values():
        name = option_name(option.words_key)
        header += [say(f"sheet.{who}", option=name) for who in ("you", "plan")]
    rows = [[Cell(each.first_day, "month"), *_paid(each)] for each in months(comparison)]
    return Sheet(say("sheet.months"), header, rows)


def _paid(month: Month) -> Iterator[Cell]:
    for pathway, patient_usd in month.patient_usd.items():
        yield Cell(round(patient_usd, 2), "usd")
        yield Cell(round(month.plan_usd[pathway], 2), "usd")


def _stopping(comparison: Comparison) -> Sheet:
    """One row a number of visits that the plan covers; blank past an option's last one."""
    header = [say("stopping.axis")]
    names = [option_name(option.words_key) for option in comparison.options.values()]
    header += [say("sheet.you", option=name) for name in names]
    columns = [if_it_stops_usd(comparison, pathway) for pathway in comparison.options]
    rows = [
        [Cell(covered, "count"), *(Cell(usd, "usd") for usd in totals_usd)]
        for covered, totals_usd in enumerate(zip_longest(*columns))
    ]
    return Sheet(say("sheet.stopping"), header, rows)


def _recourse(part: Part, row: Recourse) -> list[Cell]:
    return [
        Cell(say(f"recourse.{part}")),
        Cell(without_marks(text_of(row))),
        Cell(say(f"basis.{row.basis}")),
        Cell(", ".join(row.source)),
        Cell(row.note),
    ]
