"""One client of the real server for all tests here: the framework starts once in a process."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app import app


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    with TestClient(app, raise_server_exceptions=False) as running:
        yield running
