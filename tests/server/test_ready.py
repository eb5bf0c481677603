"""Whether the server can answer: what is run, how often, and what is said where it cannot."""

import pytest
from awaited import awaited
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from carechoice.catalog.in_use import using
from carechoice.catalog.load import served
from carechoice.ui import pages, stage
from carechoice.web.operating import ready
from carechoice.web.operating.probes import ready_route
from carechoice.web.operating.ready import SECONDS_BETWEEN_LOOKS, Readiness


@pytest.fixture
def look(running, client):
    """What a look at all finds, in the server's own loop and with its catalog."""
    opened, _ = running

    async def found():
        with using(served()):
            return await ready.look_at_all()

    return lambda: opened.portal.call(found)


def test_where_a_comparison_and_each_page_run_nothing_is_found(look):
    assert look() == ""


@pytest.mark.parametrize("name", ["compare", "bill", "sources"])
def test_a_page_that_fails_is_named(look, monkeypatch, name):
    show = stage.show

    def show_but_for_one(page, day):
        is_it = page.url_path == ("" if name == pages.FIRST else name)
        return 1 / 0 if is_it else show(page, day)

    monkeypatch.setattr(stage, "show", show_but_for_one)
    assert look() == f"The page {name!r} does not run."


def test_a_comparison_that_fails_is_named_without_what_it_says(look, monkeypatch):
    monkeypatch.setattr(ready, "compare", lambda _scenario: int("mon:09-17"))
    assert look() == "No comparison can be worked out: ValueError."


def test_a_server_that_cannot_answer_says_503_and_why():
    async def look():
        return "The page 'bill' does not run."

    routes = [Route("/readyz", ready_route(Readiness(look)))]
    answer = TestClient(Starlette(routes=routes)).get("/readyz")
    assert (answer.status_code, answer.text) == (503, "The page 'bill' does not run.")


def test_whoever_asks_meanwhile_gets_what_was_found_last():
    looks = []

    async def look():
        looks.append(len(looks))
        return ""

    async def three_questions():
        readiness = Readiness(look)
        return [await readiness.problem() for _ in range(3)]

    assert awaited(three_questions()) == ["", "", ""]
    assert looks == [0]
    assert SECONDS_BETWEEN_LOOKS >= 30


def test_the_first_question_waits_for_the_first_look():
    async def look():
        return f"{pages.FIRST} does not run."

    assert awaited(Readiness(look).problem()) == "compare does not run."
