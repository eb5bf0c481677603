"""A name for each figure, so that a browser which has one is not sent it again."""

from __future__ import annotations

import json
from hashlib import sha256

from carechoice.drawing.style import Figure

# Long enough that no two figures of a visit have the same.
LETTERS = 16


def figure_name(figure: Figure) -> str:
    """The same for figures that are drawn the same."""
    return sha256(json.dumps(figure, default=str).encode()).hexdigest()[:LETTERS]
