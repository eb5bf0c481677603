"""The ledger as a table, visit by visit."""

from __future__ import annotations

from carechoice.comparison.compare import Comparison
from carechoice.comparison.ledger import entries_of, running_usd
from carechoice.drawing.tables import Column, Table, Value
from carechoice.inputs.coverage import has_plan
from carechoice.language.formats import day, money_exact
from carechoice.language.sentences import say, short_name

# Columns of the file with the visits only; without a plan the price alone.
DETAILS = (
    "price", "deductible", "copay", "coinsurance", "balance", "not_covered", "penalty", "plan",
)  # fmt: skip


def visits_table(comparison: Comparison) -> Table:
    """The ledger, visit by visit."""
    details = DETAILS if has_plan(comparison.scenario) else DETAILS[:1]
    columns = (
        Column(say("bill.visits.option")),
        Column(say("bill.visits.date"), day),
        Column(say("bill.visits.you"), money_exact),
        Column(say("bill.visits.paid"), money_exact),
        *(Column(say(f"bill.visits.{name}"), in_file_only=True) for name in details),
    )
    rows: list[tuple[Value, ...]] = []
    for pathway, option in comparison.options.items():
        entries = entries_of(comparison, pathway)
        for entry, paid_usd in zip(entries, running_usd(entries), strict=True):
            rows.append(
                (
                    short_name(option.told_as),
                    entry.date,
                    entry.patient_usd,
                    paid_usd,
                    *(getattr(entry, f"{name}_usd") for name in details),
                )
            )
    return Table(columns, tuple(rows))
