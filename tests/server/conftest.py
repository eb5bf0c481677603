"""One client of the real server for all tests here: the framework starts once in a process."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient
from streamlit.runtime import Runtime

from app import app


@pytest.fixture(scope="session")
def running() -> Iterator[tuple[TestClient, Runtime]]:
    """A client of the app, and the framework's runtime that the app began."""
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client, Runtime.instance()


@pytest.fixture
def client(running: tuple[TestClient, Runtime], monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The client with that runtime in its place, which a test of a page leaves empty (AppTest)."""
    client, runtime = running
    monkeypatch.setattr(Runtime, "_instance", runtime)
    return client
