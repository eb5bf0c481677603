"""Which screen of a presentation is shown, and the arrow keys that step through it.

The framework's buttons can have a key each, but take it from a slider that has the focus too, and
write it beside their name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from carechoice.ui import state
from carechoice.ui.assets import component
from carechoice.ui.part import part
from carechoice.ui.whole import whole

KEY = "keys"

_keys = part(
    "keys",
    html='<p role="status"></p>',
    css=component("keys.css"),
    script="keys.js",
)


def keys(
    *,
    screen: int,
    last: int,
    place: str,
    on_key: Callable[[Any], None],
    on_leave: Callable[[], None],
) -> None:
    """Say the place and listen; ``on_key(screen)`` gets what the browser sent, a number if honest.

    Screens are counted from 0 to ``last``. ``on_leave()`` runs when the person wants out.
    """
    _keys(
        key=KEY,
        data={"screen": screen, "last": last, "place": place},
        width="content",
        on_screen_change=partial(_pressed, on_key),
        on_leave_change=on_leave,
    )


@whole()
def _pressed(on_key: Callable[[Any], None]) -> None:
    on_key(state.sent(KEY, "screen"))
