"""Undo: what was done last, beside the button that takes it back, and the key for it.

The framework's buttons can have a key each, but take it from a field that is typed in, too.
"""

from __future__ import annotations

from carechoice.language.sentences import say
from carechoice.ui.component import STATUS, component

# The container that the line stands in, with the button.
UNDO = "undo_line"
BUTTON = "undo_step"

_undo_line = component("undo_line", STATUS)


def undo_line(sentence: str, *, has_way_back: bool) -> None:
    """Say what was done, or nothing; to be drawn also while there is nothing to say.

    With a way back Ctrl+Z presses the button (Command+Z on a Mac), as the line says.
    """
    keys = {name: say(f"undo.key.{name}") for name in ("mac", "other")} if has_way_back else {}
    presses = f".st-key-{BUTTON} button" if has_way_back else ""
    _undo_line(key="undo_told", data={"told": sentence, "keys": keys, "presses": presses})
