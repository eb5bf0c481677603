"""Which of the kept scenarios a presentation shows, picked by name or by the key of its number."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui.atomic import atomic
from carechoice.ui.session import undo
from carechoice.ui.session.keeping import all_kept, show_kept
from carechoice.ui.text import plain


def kept_to_show(scenario: Scenario, today: date) -> None:
    """A button for each kept scenario, which says if it is the one shown; nothing without any.

    Below them stands the way back to numbers that were not kept, as long as there is one.
    """
    kept = all_kept()
    if not kept:
        return
    with st.container(horizontal=True, key="presented"):
        for number, each in enumerate(kept):
            # No choice of one: that would take the arrow keys from the screens.
            st.button(
                _label(number, each, is_shown=each.holds(scenario)),
                key=f"present_kept_{number}",
                on_click=switch_to,
                args=(number, today),
            )
    if undo.kept():
        undo.offer()


@atomic()
def switch_to(number: Any, today: date) -> None:
    """Show the kept scenario of this number, from 0; of what a browser sends only such a number."""
    kept = all_kept()
    if isinstance(number, int) and 0 <= number < len(kept):
        show_kept(kept[number].scenario, today)


def _label(number: int, each: KeptScenario, *, is_shown: bool) -> str:
    """The key that shows it, and its name as it was typed."""
    key = "present.kept.shown" if is_shown else "present.kept"
    return plain(say(key, n=number + 1, name=for_markdown(each.name)))
