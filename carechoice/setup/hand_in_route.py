"""The address where staff hand a workbook in; it is there only where an operator set a secret.

Who has the secret may change what all visitors see, so it is compared in constant time, wrong or
right it is tried so often a minute and no more, and it stands in the body of a request, which no
log has.
"""

from __future__ import annotations

import asyncio
import hmac
from base64 import b64decode
from binascii import Error as NoBase64Error
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from carechoice.catalog.file_kinds import MEDIA_TYPES
from carechoice.catalog.folder import NAMED_IN
from carechoice.inputs import clock
from carechoice.language.sentences import say
from carechoice.setup.hand_in import Outcome, empty_workbook, look_at, put
from carechoice.setup.hand_in_page import page
from carechoice.turns.queue import ASKED_BY
from carechoice.web.addresses import FOR_STAFF
from carechoice.web.buckets import Buckets
from carechoice.web.early.document import no_such_page
from carechoice.web.lifetime.variables import STAFF_SECRET
from carechoice.web.work import off_the_loop

# Long enough that nobody can guess the secret of an operator who follows docs/operating.md.
LEAST_CHARACTERS = 24
METHODS = ("GET", "POST")
# Many times a filled template, also where it stands in a form and is a third longer. What is as
# short as this is read in memory, and no file is written for it.
MOST_BODY_BYTES = 1_000_000
# Tries by address: enough for somebody who mends one mistake after the other.
TRIES_AT_ONCE, TRIES_PER_SECOND = 20, 1 / 15
# What an address asks the empty workbook by.
EMPTY = "empty"
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


def hand_in_route(environment: Mapping[str, str]) -> Route:
    """The route, which answers 404 where no secret is set.

    Raises SystemExit where nobody can type the secret or anybody guess it, or there is no data
    folder.
    """
    secret, folder = environment.get(STAFF_SECRET, ""), environment.get(NAMED_IN, "")
    if not secret:
        return Route(FOR_STAFF, _no_page, methods=METHODS)
    if len(secret) < LEAST_CHARACTERS:
        raise SystemExit(
            f"CareChoice did not start. {STAFF_SECRET} must have {LEAST_CHARACTERS} characters or "
            "more that nobody can guess. `openssl rand -hex 16` makes one."
        )
    # What is not comes as halves of characters, which no browser can send.
    if not secret.isprintable():
        raise SystemExit(
            f"CareChoice did not start. {STAFF_SECRET} must be characters that staff can type, in "
            "UTF-8. `openssl rand -hex 16` makes one that is."
        )
    # As ${...}, $(...), $... or %...%, whichever a file that starts a server puts a value in for.
    if STAFF_SECRET in secret:
        raise SystemExit(
            f"CareChoice did not start. {STAFF_SECRET} is the name of a variable and no secret: "
            f"{secret}. What starts CareChoice did not put in its value; give it the value itself."
        )
    if not folder:
        raise SystemExit(
            f"CareChoice did not start. {STAFF_SECRET} lets staff change a centre's own data. Name "
            f"its folder in {NAMED_IN}, too."
        )
    return Route(FOR_STAFF, HandIn(secret, Path(folder)).answer, methods=METHODS)


async def _no_page(_request: Request) -> Response:
    return HTMLResponse(no_such_page("./"), status_code=HTTPStatus.NOT_FOUND)


class _Given(NamedTuple):
    """A workbook as it was handed in.

    ``compared_with`` is what its preview compared with; None where none was shown.
    """

    name: str
    content: bytes
    compared_with: str | None = None


class HandIn:
    """Answers staff of a centre with one data folder and one secret."""

    def __init__(self, secret: str, folder: Path) -> None:
        self._secret = secret.encode()
        self._folder = folder
        self._tries = Buckets(per_second=TRIES_PER_SECOND, at_once=TRIES_AT_ONCE)

    async def answer(self, request: Request) -> Response:
        """The page, the empty workbook, or what became of the workbook that was handed in."""
        if request.method != "POST" and EMPTY not in request.query_params:
            return _html(page())
        now = asyncio.get_running_loop().time()
        if self._tries.take(ASKED_BY.get(), now=now):
            return _refused(HTTPStatus.TOO_MANY_REQUESTS, say("hand_in.often"))
        if request.method != "POST":
            return await off_the_loop(_empty)
        return await self._handed_in(request)

    async def _handed_in(self, request: Request) -> Response:
        if not 0 < _announced_bytes(request) <= MOST_BODY_BYTES:
            return _refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, say("hand_in.large"))
        bounds = {"max_files": 1, "max_fields": 4, "max_part_size": MOST_BODY_BYTES}
        try:
            async with request.form(**bounds) as form:
                is_staff, given = self._is_secret(form), await _given(form)
        except HTTPException:
            is_staff, given = False, None
        if not is_staff:
            return _refused(HTTPStatus.FORBIDDEN, say("hand_in.wrong"))
        if given is None:
            return _refused(HTTPStatus.BAD_REQUEST, say("hand_in.nothing"))
        return _html(await off_the_loop(self._page_for, given))

    def _is_secret(self, form: FormData) -> bool:
        typed = form.get("secret")
        return isinstance(typed, str) and hmac.compare_digest(typed.encode(), self._secret)

    def _page_for(self, given: _Given) -> str:
        name, content = given.name, given.content
        what = (name, content, self._folder, clock.today())
        if given.compared_with is not None:
            return page(put(*what, compared_with=given.compared_with))
        return page(look_at(*what), name, content)


async def _given(form: FormData) -> _Given | None:
    """The workbook of a form, freshly chosen or looked at before; None where there is none."""
    chosen, looked_at = form.get("workbook"), form.get("looked_at")
    if isinstance(chosen, UploadFile):
        content = await chosen.read()
        return _Given(chosen.filename or "", content)
    if not isinstance(looked_at, str):
        return None
    try:
        content = b64decode(looked_at, validate=True)
    except NoBase64Error:
        return None
    return _Given(str(form.get("name", "")), content, str(form.get("compared_with", "")))


def _empty() -> Response:
    """The empty workbook. It holds nothing of the centre, so it takes no secret."""
    return Response(empty_workbook(), media_type=MEDIA_TYPES[".xlsx"], headers=HEADERS)


def _announced_bytes(request: Request) -> int:
    """How long the body is by its head, which the server holds it to; 0 where that is not said."""
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() else 0


def _refused(status: HTTPStatus, why: str) -> Response:
    return _html(page(Outcome("refused", (why,))), status)


def _html(page: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return HTMLResponse(page, status_code=status, headers=HEADERS)
