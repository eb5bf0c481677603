"""Who may show our pages in a frame: pages of ours, and of the sites that the centre names."""

from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from carechoice.catalog.centre.centre import Centre
from carechoice.catalog.in_use import catalog
from carechoice.language.sentences import say
from carechoice.web.limits.settings import Limits
from carechoice.web.middleware import middleware

SITES = ("https://www.example.org", "https://example.org:8443")


def policy(answer):
    """The parts of the content policy of an answer, each by its name."""
    parts = answer.headers["content-security-policy"].split("; ")
    return dict(part.partition(" ")[::2] for part in parts)


def answer_of_a_centre(sites):
    """A page of a server whose centre names these sites."""

    async def page(_request):
        return PlainTextResponse("done")

    named = replace(catalog(), centre=Centre(framed_by=sites))
    layers = middleware(base_path="", allowed_origins=[], catalog=lambda: named, limits=Limits())
    return TestClient(Starlette(routes=[Route("/", page)], middleware=layers)).get("/")


def test_as_shipped_no_other_site_shows_our_pages_in_a_frame(client):
    answer = client.get("/")
    assert policy(answer)["frame-ancestors"] == "'self'"
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"


def test_the_sites_that_the_centre_names_may_and_no_other():
    answer = answer_of_a_centre(SITES)
    assert policy(answer)["frame-ancestors"] == f"'self' {' '.join(SITES)}"
    # This header can name no site, and would keep them out.
    assert "x-frame-options" not in answer.headers


def test_what_else_the_policy_says_is_the_same_for_every_centre(client):
    ours, theirs = policy(client.get("/")), policy(answer_of_a_centre(SITES))
    assert {**ours, "frame-ancestors": ""} == {**theirs, "frame-ancestors": ""}


@pytest.mark.parametrize("origin", SITES)
def test_a_site_that_shows_our_pages_may_open_no_connection_itself(origin):
    async def page(_request):
        return PlainTextResponse("changed")

    named = replace(catalog(), centre=Centre(framed_by=SITES))
    layers = middleware(base_path="", allowed_origins=[], catalog=lambda: named, limits=Limits())
    app = Starlette(routes=[Route("/", page, methods=["POST"])], middleware=layers)
    assert TestClient(app).post("/", headers={"Origin": origin}).status_code == 403
    # The page in the frame is ours, and so is the origin that its browser names.
    assert TestClient(app).post("/", headers={"Origin": "http://testserver"}).text == "changed"


def test_our_own_page_uploads_a_file_without_a_cookie(client):
    """Which goes as far as the question whose visit it belongs to."""
    own = {"Origin": "http://testserver"}
    answer = client.put("/_stcore/upload_file/a/b", headers=own, files={"file": b"x"})
    assert answer.text == say("busy.no_visit")
    assert answer.status_code == 400
