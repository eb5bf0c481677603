"""What a page says of a comparison before it is live: the answer, and the key figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carechoice.catalog.rows import Pathway
from carechoice.comparison import first_day, fit, key_figures, words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.main_assumption import main_assumption
from carechoice.language.sentences import option_name, say
from carechoice.ui.text import TEXT_COLOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The answer in parts, plain and bold in turn; what stands below it; the key figures."""

    answer: Mapping[Pathway, Sequence[str]]
    colors: Mapping[Pathway, str]
    rests_on: Sequence[str]
    header: Sequence[str]
    figures: Sequence[Sequence[str]]


def answered(comparison: Comparison) -> Answered:
    """The same sentences and figures as on the live page."""
    return Answered(
        answer=words.answer_parts(comparison),
        colors={pathway: TEXT_COLOR[pathway] for pathway in comparison.options},
        rests_on=rests_on(comparison),
        header=(say("figures.question"), *map(option_name, comparison.options)),
        figures=key_figures.key_figures(comparison),
    )


def rests_on(comparison: Comparison) -> tuple[str, ...]:
    """What the answer rests on, and what else would change it or speaks for or against it."""
    assumed = f"{main_assumption(comparison.scenario)} {say('answer.estimate')}"
    return tuple(filter(None, [assumed, first_day.told(comparison), fit.told(comparison)]))
