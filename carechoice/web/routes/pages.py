"""The pages' own addresses: each answers with its page as HTML, which says the answer at once."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from carechoice.inputs import clock
from carechoice.ui import pages
from carechoice.web.early.content import page_content
from carechoice.web.early.document import document
from carechoice.web.routes.form import form_route
from carechoice.web.work import off_the_loop

# The answer holds a person's numbers, so nothing between server and person may keep it.
HEADERS = {"Cache-Control": "no-store"}
# Whoever searches should find the pages, and nobody's numbers.
NOT_TO_BE_FOUND = {"X-Robots-Tag": "noindex"}


def _html(page: str, query: str) -> str:
    return document(page_content(page, query, today=clock.today()))


def _route(page: str) -> Route:
    async def answer(request: Request) -> Response:
        query = request.url.query
        headers = HEADERS | (NOT_TO_BE_FOUND if query else {})
        return HTMLResponse(await off_the_loop(_html, page, query), headers=headers)

    return Route("/" if page == pages.FIRST else f"/{page}", answer, methods=["GET"])


ROUTES = [
    *(_route(page) for page in pages.PAGES),
    Route("/api/form", form_route, methods=["GET"]),
]
