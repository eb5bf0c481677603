"""The first page of the handout: the answer, what it assumes, and the three charts."""

from __future__ import annotations

from typing import Any

from carechoice.comparison import words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.comparison.weeks import fit
from carechoice.drawing.style import COLOR
from carechoice.files.drawing import level_drawing, time_drawing
from carechoice.files.handout.cost_drawing import cost_drawing
from carechoice.files.pdf import titled_list
from carechoice.language.pieces import pieces
from carechoice.language.sentences import option_name, say
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.level import level_alt


def answer_page(comparison: Comparison) -> dict[str, Any]:
    """The answer in the options' colours with what it assumes, the key figures, and the charts."""
    answers = words.answer(comparison)
    return {
        "answer": titled_list(say("export.answer"), answers.values()),
        "colors": [COLOR[pathway] for pathway in answers],
        "assumption": pieces(main_assumption(comparison.scenario)),
        "estimate": say("answer.estimate"),
        "fits": pieces(fit.fit_sentence(comparison)),
        "figures": _figures(comparison),
        "charts_title": say("export.charts"),
        "charts": _charts(comparison),
    }


def _figures(comparison: Comparison) -> dict[str, Any]:
    names = (option_name(option.words_key) for option in comparison.options.values())
    return {
        "title": say("figures.title"),
        "header": [say("figures.question"), *names],
        "rows": key_figures(comparison),
    }


def _charts(comparison: Comparison) -> dict[str, Any]:
    """The three charts, each with its caption and what it shows in words."""
    return {
        "time": {
            "title": say("time.title"),
            "caption": captions.time_caption(comparison),
            "alt": captions.time_alt(comparison),
            **time_drawing(comparison),
        },
        "cost": {
            "title": say("cost.title"),
            "caption": captions.cost_caption(comparison),
            "alt": captions.cost_alt(comparison),
            **cost_drawing(comparison),
        },
        "level": {
            "title": say("level.title"),
            "caption": level_caption(comparison),
            "alt": level_alt(comparison),
            **level_drawing(comparison),
        },
    }
