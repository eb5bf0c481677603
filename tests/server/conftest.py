"""One client of the real server for all tests here: the framework starts once in a process.

And two processes behind each proxy. A test that ends one starts it again: all of a file share them.
"""

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from certificate import make_certificate
from fleets import COUNTS, FLEETS
from running_server import running_server
from starlette.testclient import TestClient
from streamlit.runtime import Runtime

from app import app
from carechoice.web.lifetime import garbage
from carechoice.web.operating.operation import ACCESS_LOG, COUNT, METRICS
from deploy.fleet import Fleet, before, processes
from deploy.servers import Server

# A day, which no run of the tests takes.
NEVER = 86_400


@pytest.fixture(scope="session")
def running() -> Iterator[tuple[TestClient, Runtime]]:
    """A client of the app, and the framework's runtime that the app began.

    It does not tidy up by itself: that would fail, and be logged, in the middle of a test elsewhere
    in this process, as a test of a page leaves no runtime in its place.
    """
    with pytest.MonkeyPatch.context() as timing:
        timing.setattr(garbage, "SECONDS_BETWEEN_LOOKS", NEVER)
        with TestClient(app, raise_server_exceptions=False) as client:
            yield client, Runtime.instance()


@pytest.fixture
def client(running: tuple[TestClient, Runtime], monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The client with that runtime in its place, which a test of a page leaves empty (AppTest)."""
    client, runtime = running
    monkeypatch.setattr(Runtime, "_instance", runtime)
    return client


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The port of a server that the tests of a module have for themselves."""
    with running_server() as address:
        yield urlsplit(address).port


@pytest.fixture(scope="module")
def two() -> Iterator[Sequence[Server]]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(METRICS, "on")
        environment.setenv(ACCESS_LOG, "on")
        environment.setenv(COUNT, COUNTS)
        with processes() as started:
            yield started


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module", params=FLEETS)
def fleet(
    request: pytest.FixtureRequest, two: Sequence[Server], certificate: Path
) -> Iterator[Fleet]:
    proxy, has_tls = FLEETS[request.param]
    with before(two, proxy, certificate=certificate if has_tls else None) as started:
        yield started


@pytest.fixture
def unlooked() -> Iterator[None]:
    """Python does not look for what is held by nothing but itself."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()
