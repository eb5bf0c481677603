"""The record of a call whose sheet was brought back, on the page "Your bill"."""

from __future__ import annotations

from carechoice.files.call.record_text import record_text
from carechoice.language.sentences import say
from carechoice.ui.brought import brought
from carechoice.ui.components.hand_on import to_copy
from carechoice.ui.text import text


def record() -> None:
    """What was written down, to be copied; nothing where no sheet was brought back."""
    held = brought()
    if held and held.paper.call:
        text(f"### {say('call.record.header')}")
        text(say("call.record.lead"))
        to_copy("call", text=record_text(held.paper.call), copy=say("call.record.copy"))
