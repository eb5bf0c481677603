"""Which screen of a presentation is shown, and the keys that lead to others and to kept scenarios.

The framework's buttons can have a key each, but take it from a slider that has the focus too, and
write it beside their name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from carechoice.ui import state
from carechoice.ui.atomic import atomic
from carechoice.ui.component import STATUS, component

KEY = "keys"

_keys = component("keys", STATUS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Where keys lead: which screen is shown, the ``last`` there is, and how many are ``kept``.

    Screens are counted from 0. ``place`` says which one is shown.
    """

    screen: int
    last: int
    place: str
    kept: int


def keys(
    reach: Reach,
    *,
    on_key: Callable[[Any], None],
    on_kept: Callable[[Any], None],
    on_leave: Callable[[], None],
) -> None:
    """Say the place and listen.

    ``on_key(screen)`` and ``on_kept(number)`` get what the browser sent, a number from 0 if honest.
    ``on_leave()`` runs when the person wants out.
    """
    _keys(
        key=KEY,
        data=asdict(reach),
        width="content",
        on_screen_change=partial(_pressed, on_key, "screen"),
        on_kept_change=partial(_pressed, on_kept, "kept"),
        on_leave_change=on_leave,
    )


@atomic()
def _pressed(on_key: Callable[[Any], None], name: str) -> None:
    on_key(state.sent(KEY, name))
