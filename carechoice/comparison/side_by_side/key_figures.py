"""The key figures: a question, with the answer for each option. Picked topics come first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from carechoice.catalog.decision_rows import FigureName
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.other_costs import others_usd
from carechoice.comparison.words import by_phase, cost, total_price_likely, week_text
from carechoice.inputs.picked import figures_in_order
from carechoice.language.formats import count, day, hours, money
from carechoice.language.sentences import say


def key_figures(comparison: Comparison) -> list[list[str]]:
    """Rows of question and answer of each option, in the same order for all.

    What the person picked as mattering comes first. Other costs stand there once one was entered.
    """
    names = figures_in_order(comparison.scenario, tuple(KEY_FIGURES))
    has_others = any(map(others_usd, comparison.options.values()))
    return [key_figure(name, comparison) for name in names if name != "other_costs" or has_others]


def key_figure(name: FigureName, comparison: Comparison) -> list[str]:
    """Question and answer of each option for one of ``KEY_FIGURES``."""
    options = comparison.options.values()
    return [say(f"figures.{name}"), *map(KEY_FIGURES[name], options)]


KEY_FIGURES: Mapping[FigureName, Callable[[Option], str]] = {
    "hours_per_week": week_text,
    "weeks": lambda option: say(
        "figures.weeks.value", weeks=count(option.weeks, "week"), end=day(option.last_day)
    ),
    "total_hours": lambda option: hours(option.total_hours),
    "total_price": total_price_likely,
    "patient": cost,
    "other_costs": lambda option: money(others_usd(option)),
    "level": lambda option: by_phase(option, lambda phase: phase.level.short_label),
}
