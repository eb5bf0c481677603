"""The answer and the key figures, as a page says them before it is live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carechoice.catalog.rows import Pathway
from carechoice.comparison import words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan_year import first_day
from carechoice.comparison.side_by_side import key_figures
from carechoice.comparison.weeks import fit
from carechoice.language.sentences import option_name, say
from carechoice.ui.pages import FIRST
from carechoice.ui.text import TEXT_COLOR
from carechoice.web.early.charts import ChartPlace, chart_places


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyAnswer:
    """The answer in parts, plain and bold in turn; what stands below it; the key figures.

    ``fits`` says whether care fits the week, which the first page says beside the choice of one,
    and of many options below its charts (``fits_below``); ``charts`` are those that the page
    begins with.
    """

    answer: Mapping[Pathway, Sequence[str]]
    colors: Mapping[Pathway, str]
    rests_on: str
    fits: str
    fits_below: str
    header: Sequence[str]
    figures: Sequence[Sequence[str]]
    charts: Sequence[ChartPlace]


def answered(comparison: Comparison, page: str) -> EarlyAnswer:
    """The same sentences and figures as on the live page with this key."""
    fits, is_below = fit.fit_sentence(comparison), page == FIRST and fit.is_long(comparison)
    return EarlyAnswer(
        answer=words.answer_parts(comparison),
        colors={pathway: TEXT_COLOR[pathway] for pathway in comparison.options},
        rests_on=rests_on(comparison),
        fits="" if is_below else fits,
        fits_below=fits if is_below else "",
        header=(
            say("figures.question"),
            *(option_name(each.words_key) for each in comparison.options.values()),
        ),
        figures=key_figures.key_figures(comparison),
        charts=chart_places(page, comparison),
    )


def rests_on(comparison: Comparison) -> str:
    """What the answer rests on."""
    return f"{main_assumption(comparison.scenario)} {say('answer.estimate')}"


def below_the_answer(comparison: Comparison) -> tuple[str, ...]:
    """What the answer rests on, what else would change it, and the times of day that fit."""
    sentences = (
        rests_on(comparison),
        fit.fit_sentence(comparison),
        first_day.sentence(comparison),
    )
    return tuple(filter(None, sentences))
