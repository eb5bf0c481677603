"""Two sessions of one server, each in its own language and with its own numbers."""

import pytest
from page_reader import MAIN, PAGES, PATIENCE_SECONDS
from spanish import spanish_centre
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from carechoice.catalog.in_use import catalog
from carechoice.ui import state
from carechoice.web.middleware import WithCatalog
from carechoice.web.routes.api import ROUTES

START = {"start_date": "2027-01-04"}
OURS, THEIRS = "Typical employer plan", "Plan del trabajo"


@pytest.fixture(scope="module")
def spanish(tmp_path_factory):
    return spanish_centre(tmp_path_factory.mktemp("centre"))


def session_of(data):
    """A session that speaks from this catalog."""
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_SECONDS)
    app.session_state[state.CATALOG] = data
    app.session_state[state.PLAIN_SLIDERS] = True
    app.session_state["more_therapy"] = True
    app.query_params.update(START)
    return app.run()


def plans(app):
    return app.selectbox(key="plan").options


def texts(app):
    return "\n".join(block.value for block in app.markdown)


def test_each_session_speaks_its_own_language_from_its_own_numbers(spanish):
    ours, theirs = session_of(catalog()), session_of(spanish)
    assert OURS in plans(ours)
    assert THEIRS in plans(theirs)
    assert ours.session_state["therapy_price_usd"] == 130.23
    assert theirs.session_state["therapy_price_usd"] == 100
    assert "usted paga quizás de 486\xa0US" in texts(theirs)
    assert "$486" in texts(ours).replace("\\", "")


def test_a_change_is_answered_in_the_language_of_its_session(spanish):
    """The framework calls back before the page begins, in a thread of its own each time."""
    ours, theirs = session_of(catalog()), session_of(spanish)
    for app in (theirs, ours):
        app.slider(key="therapy_sessions").set_value(20).run()
        app.selectbox(key="plan").select("medicare").run()
        assert not app.exception
        assert app.session_state["therapy_sessions"] == 20
        assert app.session_state["plan"] == "medicare"
    assert THEIRS in plans(theirs)
    assert OURS in plans(ours)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_another_language(spanish, page):
    app = session_of(spanish)
    if page != PAGES[0]:
        app.switch_page(page).run()
    assert not app.exception
    assert "¿Terapia semanal o un programa?" in texts(app)


def answered(data):
    app = Starlette(routes=ROUTES, middleware=[Middleware(WithCatalog, catalog=lambda: data)])
    return TestClient(app).get("/api/compare?start_date=2027-01-04").json()


def test_each_request_is_answered_from_the_catalog_that_is_handed_in_with_it(spanish):
    assert answered(spanish)["scenario"]["therapy_price_usd"] == 100
    assert answered(catalog())["scenario"]["therapy_price_usd"] == 130.23
