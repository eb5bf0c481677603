"""The cost chart: who pays what for each option, on one axis."""

from __future__ import annotations

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison
from carechoice.drawing.cost_bars import cost_bar, cost_key
from carechoice.drawing.style import BAR, Chart, note, rows_of_bars
from carechoice.inputs.coverage import has_plan
from carechoice.language.sentences import say
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.cost_table import cost_table


def cost_chart(comparison: Comparison) -> Chart:
    """Who pays what for each option: one bar each on one axis, with the range of your part."""
    options = list(comparison.options.values())[::-1]
    most = max(option.total_likely_usd.high for option in options)
    with_plan = has_plan(comparison.scenario)
    bars = (cost_bar(option, row, with_plan=with_plan) for row, option in enumerate(options))
    figure = {
        "data": [*(part for bar in bars for part in bar), *cost_key(options, with_plan=with_plan)],
        "layout": rows_of_bars(
            rows=len(options),
            most_usd=most,
            has_key=True,
            barmode="stack",
            annotations=[
                note(0, position + BAR / 2, words.cost_label(option, comparison.scenario))
                for position, option in enumerate(options)
            ],
        ),
    }
    return Chart(
        "cost",
        say("cost.title"),
        figure,
        captions.cost_caption(comparison),
        captions.cost_alt(comparison),
        cost_table(comparison),
    )
