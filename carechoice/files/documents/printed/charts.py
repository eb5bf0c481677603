"""The charts of the handout."""

from __future__ import annotations

from typing import Any

from carechoice.comparison.compare import Comparison
from carechoice.comparison.level_words import level_caption
from carechoice.files.documents.cost_drawing import cost_drawing
from carechoice.files.documents.drawing import level_drawing, time_drawing
from carechoice.language.sentences import say
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.level_words import level_alt


def charts(comparison: Comparison) -> dict[str, Any]:
    """The three charts, each with its caption and what it shows in words."""
    return {"charts_title": say("export.charts"), "charts": _charts(comparison)}


def _charts(comparison: Comparison) -> dict[str, Any]:
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
