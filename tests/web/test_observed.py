"""What becomes of an answer is told as it went out, an error of ours too."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from carechoice.web.operating.observed import Observed


class Watching:
    def __init__(self):
        self.told = []

    def answered(self, answer):
        self.told.append((answer.path, answer.status))


@pytest.mark.parametrize("path", ["/bill", "/broken-off"])
def test_an_error_is_told_as_500_and_not_as_a_client_that_has_gone(path):
    """An answer that has begun keeps the status that it went out with."""

    async def fails(_request):
        raise ValueError

    async def breaks_off(_request):
        async def parts():
            yield b"a part"
            raise ValueError

        return StreamingResponse(parts())

    watching = Watching()
    app = Starlette(
        routes=[Route("/bill", fails), Route("/broken-off", breaks_off)],
        middleware=[Middleware(Observed, watchers=[watching])],
    )
    TestClient(app, raise_server_exceptions=False).get(path)
    assert watching.told == [(path, 500 if path == "/bill" else 200)]
