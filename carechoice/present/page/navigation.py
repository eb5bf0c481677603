"""The navigation of a presentation: back, next, which screen this is, and out."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from carechoice.inputs.scenario import EXPLORE
from carechoice.language.sentences import say
from carechoice.present import screens as presentation
from carechoice.present.page.kept import switch_to
from carechoice.present.screens import SCREENS
from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.components.keys import Reach, keys
from carechoice.ui.session import entered
from carechoice.ui.session.keeping import all_kept


def navigation(today: date) -> None:
    """Back, next, which screen this is, the switch for the sliders, and the way out."""
    number = shown_number()
    last = len(SCREENS) - 1
    with st.container(horizontal=True, vertical_alignment="center", key="way_through"):
        _step("present.back", to=number - 1)
        _step("present.next", to=number + 1)
        keys(
            Reach(
                screen=number,
                last=last,
                place=presentation.place(_asked()),
                kept=len(all_kept()),
            ),
            on_key=_go,
            on_kept=partial(switch_to, today=today),
            on_leave=_leave,
        )
        st.space("stretch")
        _to_sources(number, last)
        st.toggle(say("present.change"), key="change")
        st.button(
            say("present.leave"),
            type="tertiary",
            on_click=_leave,
        )


def _to_sources(number: int, last: int) -> None:
    """The last screen has the sources of what all others show."""
    st.button(
        presentation.title(SCREENS[last]),
        key="present.sources",
        type="tertiary",
        on_click=_go,
        args=(last,),
        disabled=number == last,
    )


@atomic()
def _leave() -> None:
    entered.set_mode(EXPLORE)


def shown_number() -> int:
    """The number of the screen that is shown, from 0."""
    return presentation.within(_asked())


def _asked() -> int:
    """The number that the address asked for, or a step led to; there may be no such screen."""
    asked: int = st.session_state.get(state.SCREEN, 0)
    return asked


def _step(key: str, *, to: int) -> None:
    st.button(
        say(key),
        key=key,
        on_click=_go,
        args=(to,),
        disabled=presentation.within(to) != to,
    )


@atomic()
def _go(to: Any) -> None:
    """Show another screen; what a browser sends is taken if it is the number of one."""
    if isinstance(to, int):
        st.session_state[state.SCREEN] = presentation.within(to)
