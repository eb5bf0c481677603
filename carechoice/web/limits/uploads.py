"""Limits on uploaded files: for a visit and in all, those still on their way included."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from starlette.types import Message, Receive, Scope
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from carechoice.language.sentences import say
from carechoice.web.limits.bodies import BrokenOffError
from carechoice.web.limits.refusal import Refused
from carechoice.web.limits.settings import Limits

UPLOADS = "/_stcore/upload_file/"
BYTES_PER_MB = 1_000_000


def is_upload(scope: Scope, path: str) -> bool:
    """Whether a request brings a file; ``path`` is that from the app's root."""
    return scope.get("method") in ("PUT", "POST") and path.startswith(UPLOADS)


def visit_of(path: str) -> str:
    """The name of the visit that a file is for."""
    return path.removeprefix(UPLOADS).partition("/")[0]


class Uploads:
    """Files as they stay while a visit lasts, and the parts of those that have begun to come."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._coming_bytes = 0

    def refused(self, path: str) -> Refused | None:
        """Status and reason where a file is not taken, because of those that are there."""
        if len(_files_by_visit().get(visit_of(path), ())) >= self._limits.uploads_per_visit:
            most = int(self._limits.uploads_per_visit)
            return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, say("busy.uploads", most=most))
        return None if self._has_room_for(1) else _no_room()

    @contextmanager
    def counted(self, receive: Receive) -> Iterator[Receive]:
        """A ``receive`` that counts the parts of a file until the file is there or given up.

        What is handed out raises BrokenOffError at the part that no longer fits.
        """
        came_bytes = 0

        async def receive_counted() -> Message:
            nonlocal came_bytes
            message = await receive()
            part_bytes = len(message.get("body", b""))
            if not self._has_room_for(part_bytes):
                raise BrokenOffError(_no_room())
            came_bytes += part_bytes
            self._coming_bytes += part_bytes
            return message

        try:
            yield receive_counted
        finally:
            self._coming_bytes -= came_bytes

    def _has_room_for(self, more_bytes: int) -> bool:
        held_bytes = sum(
            len(file.data)
            for files in _files_by_visit().values()
            # A visit that ends on another thread takes its files away meanwhile.
            for file in tuple(files.values())
        )
        most_bytes = self._limits.uploaded_mb * BYTES_PER_MB
        return held_bytes + self._coming_bytes + more_bytes <= most_bytes


def _no_room() -> Refused:
    return Refused(HTTPStatus.SERVICE_UNAVAILABLE, say("busy.server"))


def _files_by_visit() -> dict[str, dict[str, UploadedFileRec]]:
    manager = Runtime.instance().uploaded_file_mgr if Runtime.exists() else None
    if not isinstance(manager, MemoryUploadedFileManager):
        return {}
    return dict(manager.file_storage)
