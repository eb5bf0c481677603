"""The answer on the handout, its key figures, and what they rest on."""

from __future__ import annotations

from typing import Any

from carechoice.comparison import fit, words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.key_figures import key_figures
from carechoice.comparison.main_assumption import main_assumption
from carechoice.drawing.style import COLOR
from carechoice.files.documents import content
from carechoice.files.documents.printed.part import part
from carechoice.language.pieces import pieces
from carechoice.language.sentences import option_name, say


def answer(comparison: Comparison) -> dict[str, Any]:
    """The answer in the options' colours, the key figures, and what they rest on."""
    answers = words.answer(comparison)
    return {
        "answer": part(say("export.answer"), answers.values()),
        "colors": [COLOR[pathway] for pathway in answers],
        "assumption": pieces(main_assumption(comparison.scenario)),
        "estimate": say("answer.estimate"),
        "fits": pieces(fit.told(comparison)),
        "figures": _figures(comparison),
        "rests_on": _rests_on(comparison),
    }


def _figures(comparison: Comparison) -> dict[str, Any]:
    names = map(option_name, comparison.options)
    return {
        "title": say("figures.title"),
        "header": [say("figures.question"), *names],
        "rows": key_figures(comparison),
    }


def _rests_on(comparison: Comparison) -> dict[str, Any]:
    return {
        "title": say("export.rests_on"),
        "header": [say(f"bill.inputs.{name}") for name in ("input", "value", "standing")],
        "rows": content.rests_on(comparison),
    }
