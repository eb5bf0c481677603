"""The answer on the handout, and its key figures."""

from __future__ import annotations

from typing import Any

from carechoice.comparison import fit, words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.key_figures import key_figures
from carechoice.comparison.main_assumption import main_assumption
from carechoice.drawing.style import COLOR
from carechoice.files.pdf import titled_list
from carechoice.language.pieces import pieces
from carechoice.language.sentences import option_name, say


def answer(comparison: Comparison) -> dict[str, Any]:
    """The answer in the options' colours with what it assumes, and the key figures."""
    answers = words.answer(comparison)
    return {
        "answer": titled_list(say("export.answer"), answers.values()),
        "colors": [COLOR[pathway] for pathway in answers],
        "assumption": pieces(main_assumption(comparison.scenario)),
        "estimate": say("answer.estimate"),
        "fits": pieces(fit.fit_sentence(comparison)),
        "figures": _figures(comparison),
    }


def _figures(comparison: Comparison) -> dict[str, Any]:
    names = (option_name(option.words_key) for option in comparison.options.values())
    return {
        "title": say("figures.title"),
        "header": [say("figures.question"), *names],
        "rows": key_figures(comparison),
    }
