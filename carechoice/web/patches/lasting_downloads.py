"""A download button stays the same while the content of its file changes.

The framework gives a file that is made on a click a new name in every run of a page, so every such
button was sent again with every move of a slider. Here it has one name for as long as a visit
lasts, and the name stands for its latest version, which a process beside this one makes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from typing import Any

from streamlit.runtime import runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from carechoice.catalog.in_use import Work
from carechoice.web.file_process.parent import FileProcess

# Long enough that nobody can guess one.
LETTERS = 32


class LastingDownloads(MediaFileManager):
    """Files for browsers, as the framework keeps them, under a lasting name for each button."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        # The framework's names by the lasting ones.
        self._latest: dict[str, str] = {}
        self._beside = FileProcess()

    def add_deferred(
        self,
        data_callable: Callable[[], Any],
        mimetype: str | None,
        coordinates: str,
        file_name: str | None = None,
        *,
        element_id: str = "",
    ) -> str:
        """Take the button's latest way to make its file; return the name it has had before."""
        if isinstance(data_callable, Work):
            self._beside.begin()
            data_callable = partial(self._beside.make, data_callable)
        latest: str = super().add_deferred(
            data_callable, mimetype, coordinates, file_name, element_id=element_id
        )
        lasting = _lasting_name(element_id)
        with self._lock:
            self._latest[lasting] = latest
        return lasting

    def execute_deferred(self, file_id: str) -> str:
        """Make the latest file of the name; return its address."""
        address: str = super().execute_deferred(self._latest.get(file_id, file_id))
        return address

    def has(self, name: str) -> bool:
        """Whether a page that is open has a button for a file of this name."""
        return name in self._latest

    def remove_orphaned_files(self) -> None:
        """Forget the files and names of buttons that no page shows now."""
        super().remove_orphaned_files()
        with self._lock:
            gone = {
                name for name, id_ in self._latest.items() if id_ not in self._deferred_callables
            }
            for name in gone:
                del self._latest[name]


def keep_names() -> None:
    """Install the change for the server that this process begins from now on."""
    setattr(runtime, MediaFileManager.__name__, LastingDownloads)


def _lasting_name(element_id: str) -> str:
    """A name that no other visit has: it is made from the session's, known to its browser alone."""
    context = get_script_run_ctx()
    session = context.session_id if context else ""
    return sha256(f"{session} {element_id}".encode()).hexdigest()[:LETTERS]
