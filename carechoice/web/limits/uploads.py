"""Files that people give: so many a visit, and so much in all, as they stay while a visit lasts."""

from __future__ import annotations

from http import HTTPStatus

from starlette.types import Scope
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from carechoice.language.sentences import say
from carechoice.web.limits.refusal import Refused
from carechoice.web.limits.settings import Limits

UPLOADS = "/_stcore/upload_file/"
BYTES_PER_MB = 1_000_000


def refused_upload(scope: Scope, path: str, limits: Limits) -> Refused | None:
    """Status and reason where a file is not taken, because of those that are there."""
    if scope.get("method") not in ("PUT", "POST") or not path.startswith(UPLOADS):
        return None
    manager = Runtime.instance().uploaded_file_mgr if Runtime.exists() else None
    if not isinstance(manager, MemoryUploadedFileManager):
        return None
    visit = path.removeprefix(UPLOADS).partition("/")[0]
    if len(manager.file_storage.get(visit, ())) >= limits.uploads_per_visit:
        most = int(limits.uploads_per_visit)
        return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, say("busy.uploads", most=most))
    held = sum(
        len(file.data) for files in list(manager.file_storage.values()) for file in files.values()
    )
    if held >= limits.uploaded_mb * BYTES_PER_MB:
        return Refused(HTTPStatus.SERVICE_UNAVAILABLE, say("busy.server"))
    return None
