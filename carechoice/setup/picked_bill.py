"""What a preview shows of a program with a payer: prices, bills, and which use our numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from carechoice.catalog.centre.rows import TERMS
from carechoice.catalog.in_use import using
from carechoice.catalog.tables import SELF_PAY, Catalog
from carechoice.comparison.compare import compare
from carechoice.inputs.centre_terms import NO_PAYER
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.inputs.what_counts import is_in_use
from carechoice.language.formats import money_exact

# The figures shown for each choice.
AMOUNTS = ("session", "program day", "therapy in all", "program in all")


def amounts(data: Catalog, program: str, payer: str, today: date) -> Mapping[str, str]:
    """The amounts with these picks, as they are written."""
    with using(data):
        scenario = _scenario(program, payer, today)
        options = compare(scenario).options
        totals = [options[care].patient_total_usd for care in ("therapy", "iop")]
        found = (scenario.therapy.price_usd, scenario.iop.price_per_day_usd, *totals)
        return dict(zip(AMOUNTS, map(money_exact, found), strict=True))


def not_stated(data: Catalog, program: str, payer: str, today: date) -> str:
    """The prices and terms of these bills that are ours, by their labels; "" where none is."""
    with using(data):
        scenario = _scenario(program, payer, today)
        ours = [
            row.label
            for field, row in data.parameters.items()
            if (row.role in ("price", "charge") or field in TERMS)
            and is_in_use(field, scenario)
            and standing(field, scenario) != "centre"
        ]
    return f". Not stated by you, so ours: {', '.join(ours)}" if ours else ""


def _scenario(program: str, payer: str, today: date) -> Scenario:
    paid = {"payer": payer, **({"network": SELF_PAY} if payer == NO_PAYER else {})}
    return Scenario.from_query({"program": program, **paid}, today=today).scenario
