"""What else the answer could be: from a later first day on, or with the same terms for both."""

from __future__ import annotations

from carechoice.comparison import alike, first_day, plan_words
from carechoice.comparison.compare import Comparison


def told(comparison: Comparison) -> list[str]:
    """A paragraph for each, with what both options cost then; none where it changes nothing."""
    return [*filter(None, [first_day.told(comparison), alike.told(comparison)])]


def after_the_assumption(comparison: Comparison) -> list[str]:
    """What the answer rests on most, and then the same, for paper and slides."""
    return [plan_words.assumption(comparison.scenario), *told(comparison)]
