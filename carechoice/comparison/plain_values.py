"""A comparison as plain values, as the JSON route answers with them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from carechoice.comparison.compare import Comparison, Option

# The fields of an option, in the order in which JSON has them.
_FIELDS = (
    "pathway", "phases", "hours_per_week", "level", "visits", "weeks", "first_day", "last_day",
    "total_hours", "price_usd", "total_price_usd", "total_likely_usd", "patient_usd", "plan_usd",
    "plan_likely_usd", "hours_by_week", "plan_year_restarts",
)  # fmt: skip

# Those of them with a low, a likely and a high end.
_RANGES = ("price_usd", "total_likely_usd", "patient_usd", "plan_likely_usd")


def plain_values(comparison: Comparison) -> dict[str, Any]:
    """The scenario, the options by pathway and the ledger; a level of care is given by its key.

    Amounts are in dollars. Days are ``date`` objects, for whoever writes the JSON to put as text.
    """
    return {
        "scenario": comparison.scenario.to_values(),
        "options": {pathway: _option(each) for pathway, each in comparison.options.items()},
        "ledger": [entry._asdict() for entry in comparison.ledger],
    }


def _option(option: Option) -> dict[str, Any]:
    return {name: getattr(option, name) for name in _FIELDS} | {
        "phases": [asdict(phase) | {"level": phase.level.key} for phase in option.phases],
        "level": option.level.key,
        **{name: asdict(getattr(option, name)) for name in _RANGES},
    }
