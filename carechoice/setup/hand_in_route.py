"""Where staff hand a workbook in: an address that is there only where an operator set a secret.

Who has the secret may change what all visitors see, so it is compared in constant time, wrong or
right it is tried so often a minute and no more, and it stands in the body of a request, which no
log has.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from carechoice.catalog.folder import NAMED_IN
from carechoice.setup.handing_in import HandIn
from carechoice.web.addresses import FOR_STAFF
from carechoice.web.early.document import no_such_page
from carechoice.web.variables import STAFF_SECRET

# Long enough that nobody can guess the secret of an operator who follows docs/operating.md.
LEAST_CHARACTERS = 24
METHODS = ("GET", "POST")


def hand_in_route(environment: Mapping[str, str]) -> Route:
    """The route, which answers 404 where no secret is set.

    Raises SystemExit where the secret is short or known to all, or there is no data folder.
    """
    secret, folder = environment.get(STAFF_SECRET, ""), environment.get(NAMED_IN, "")
    if not secret:
        return Route(FOR_STAFF, _no_page, methods=METHODS)
    if len(secret) < LEAST_CHARACTERS:
        raise SystemExit(
            f"CareChoice did not start. {STAFF_SECRET} must have {LEAST_CHARACTERS} characters or "
            "more that nobody can guess. `openssl rand -hex 16` makes one."
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
