"""What the framework's page is told about the server."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_routes import create_host_config_routes

from carechoice.web.host_config import PATH


def asked(client, host="care.example.org"):
    answer = client.get(PATH, headers={"Host": host})
    assert answer.status_code == 200
    return answer


def of_the_framework():
    """The answer of a server that has the framework's own address and no other."""
    return TestClient(Starlette(routes=create_host_config_routes(None))).get(PATH).json()


def test_the_page_is_never_covered_by_a_dialog_for_developers(client):
    assert asked(client).json()["blockErrorDialogs"] is True


@pytest.mark.parametrize("host", ["care.example.org", "localhost:8501"])
def test_only_our_own_page_may_tell_the_frameworks_page_anything(client, host):
    assert asked(client, host).json()["allowedOrigins"] == [f"http://{host}", f"https://{host}"]


@pytest.mark.parametrize("named", ["care.example.org", "care.example.org, 127.0.0.1:8501"])
def test_behind_a_proxy_our_page_is_at_the_host_that_the_browser_asked(client, named):
    """Apache sends its own name for the server as Host, and the browser's beside it."""
    headers = {"Host": "127.0.0.1:8501", "X-Forwarded-Host": named}
    allowed = client.get(PATH, headers=headers).json()["allowedOrigins"]
    assert "https://care.example.org" in allowed
    assert {origin.partition("://")[2] for origin in allowed} == {
        "care.example.org",
        "127.0.0.1:8501",
    }


def test_the_answer_has_every_part_of_the_frameworks_own(client):
    ours, theirs = asked(client).json(), of_the_framework()
    assert set(ours) == set(theirs)


def test_no_cache_keeps_it_and_a_page_has_none_of_its_own(client):
    assert "no-store" in asked(client).headers["Cache-Control"]
    assert client.get(f"/bill{PATH}").status_code == 404
