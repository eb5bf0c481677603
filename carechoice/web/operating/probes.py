"""What machines ask the server about itself: whether it is alive, whether it can answer, how much.

These stand before all limits, or a server with much to do would be taken for a dead one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from carechoice.web.operating.counts import Counts
from carechoice.web.operating.ready import Readiness, look_at_all

if TYPE_CHECKING:
    from carechoice.web.operating.metrics import Metrics

ALIVE, READY, METRICS = "/healthz", "/readyz", "/metrics"
PROBES = (ALIVE, READY, METRICS)
HEADERS = {"Cache-Control": "no-store"}

Answer = Callable[[Request], Awaitable[Response]]


def probes(metrics: Metrics | None, counts: Counts | None) -> Iterable[Route]:
    """The routes, those of metrics and counts only where there are any."""
    yield Route(ALIVE, _alive, methods=["GET"])
    yield Route(READY, ready_route(Readiness(look_at_all)), methods=["GET"])
    if metrics is not None:
        yield Route(METRICS, _text_route(metrics), methods=["GET"])
    if counts is not None:
        yield Route(counts.address, _text_route(counts), methods=["GET"])


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("ok", headers=HEADERS)


def ready_route(readiness: Readiness) -> Answer:
    """Answers "ok", or 503 with the reason."""

    async def ready(_request: Request) -> Response:
        problem = await readiness.problem()
        status = 503 if problem else 200
        return PlainTextResponse(problem or "ok", status_code=status, headers=HEADERS)

    return ready


def _text_route(source: Metrics | Counts) -> Answer:
    async def counted(_request: Request) -> Response:
        return Response(source.as_text(), media_type=source.content_type, headers=HEADERS)

    return counted
