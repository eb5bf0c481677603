"""An input that is drawn looks up its own value, and not the values of all inputs.

For each text field and each choice the framework collects everything a session holds, to look up
one key of it. That was much of the work of a page whose inputs are all open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from streamlit.runtime.state.common import is_element_id
from streamlit.runtime.state.session_state import SessionState, _is_internal_key

HELD = "filtered_state"
_GATHERED: property = vars(SessionState)[HELD]


class Held(Mapping[str, Any]):
    """The values of a session by the keys of pages, gathered only if all are asked for."""

    def __init__(self, session: SessionState) -> None:
        self._session = session

    def __getitem__(self, key: str) -> Any:
        """The value under a key. Raises KeyError where there is none, or it is the framework's."""
        if is_element_id(key) or _is_internal_key(key):
            raise KeyError(key)
        return self._session[key]

    def __iter__(self) -> Iterator[str]:
        """All keys that hold something."""
        return iter(_GATHERED.__get__(self._session))

    def __len__(self) -> int:
        """How many keys hold something."""
        return len(_GATHERED.__get__(self._session))


def look_up_one_key() -> None:
    """Install the change for every input that a page of this process draws from now on."""
    setattr(SessionState, HELD, property(Held))
