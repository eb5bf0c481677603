"""The charts of the handout."""

from __future__ import annotations

from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.comparison.level_words import level_caption
from carechoice.files.documents.drawing import cost_drawing, level_drawing, time_drawing
from carechoice.inputs.coverage import has_plan
from carechoice.language.sentences import say
from carechoice.topics.dashboard import captions


def charts(comparison: Comparison) -> dict[str, Any]:
    """The three charts, each with its caption and what it shows in words."""
    return {"charts_title": say("export.charts"), "charts": _charts(comparison)}


def _charts(comparison: Comparison) -> dict[str, Any]:
    self_pay = not has_plan(comparison.scenario)
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
            "key": say("export.cost.key.self_pay" if self_pay else "export.cost.key"),
            **cost_drawing(comparison),
        },
        "level": {
            "title": say("level.title"),
            "caption": level_caption(comparison),
            "alt": captions.level_alt(comparison),
            **level_drawing(comparison),
        },
    }
