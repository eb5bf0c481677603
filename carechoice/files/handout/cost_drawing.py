"""The cost chart as plain numbers and labels, for a drawing on paper; parts differ by filling."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.cost_parts import cost_parts, estimate_usd, rest_named
from carechoice.drawing.style import COLOR
from carechoice.files.drawing import Drawing, total_price_ticks
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import money
from carechoice.language.pieces import pieces
from carechoice.language.sentences import say

# What can stand in a row, in the order of the key.
PARTS = ("you", "may", "plan", "estimate")


def cost_drawing(comparison: Comparison) -> Drawing:
    """Who pays what, a bar an option, with the range of the patient's part."""
    options = comparison.options.values()
    rows = [_row(option, comparison.scenario) for option in options]
    return {
        "rows": rows,
        "key": _key(rows, rest_named(options)),
        "along": [[value, money(value)] for value in total_price_ticks(options)],
    }


def _row(option: Option, scenario: Scenario) -> Drawing:
    you, may, plan = cost_parts(option)
    estimate = estimate_usd(option)
    return {
        "label": pieces(words.cost_label(option, scenario)),
        "color": COLOR[option.pathway],
        "you": you,
        "may": may,
        "plan": plan if has_plan(scenario) else 0,
        "estimate": [] if estimate is None else [estimate],
    }


def _key(rows: Sequence[Drawing], rest: str) -> str:
    """What the parts of the bars stand for: those that some bar has."""
    names = {**dict(zip(PARTS, PARTS, strict=True)), "plan": rest}
    there = (names[part] for part in PARTS if any(row[part] for row in rows))
    return " ".join(say(f"export.cost.key.{part}") for part in there)
