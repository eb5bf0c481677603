"""The charts that follow a slider before the page does are the page's own."""

import json

from scenarios import TODAY
from starlette.applications import Starlette
from starlette.testclient import TestClient

from carechoice.charts import charts
from carechoice.comparison import compare
from carechoice.scenario import Scenario
from carechoice.server.api import ROUTES

CLIENT = TestClient(Starlette(routes=ROUTES))
START = {"start_date": "2027-01-04"}


def page_charts(**query):
    found = charts(compare(Scenario.from_query({**START, **query}, today=TODAY).scenario))
    drawn = {chart.key: {"figure": chart.figure, "alt": chart.alt} for chart in found}
    return json.loads(json.dumps(drawn))


def moved(field, to, **query):
    return CLIENT.get("/api/dashboard", params={**START, **query, "moved": field, "to": to})


def test_a_moved_slider_gets_the_charts_its_page_will_show():
    answer = moved("iop_weeks", "9", therapy_sessions="20")
    assert answer.json()["charts"] == json.loads(
        json.dumps(page_charts(iop_weeks="9", therapy_sessions="20"))
    )


def test_a_longer_session_brings_its_listed_price_along():
    """60 minutes have another listed price than 45; on the page the price moves with them."""
    answer = moved("therapy_session_minutes", "60")
    typed = page_charts(therapy_session_minutes="60")
    assert answer.json()["charts"]["cost"] == typed["cost"]


def test_a_value_outside_the_sliders_range_is_refused_with_a_reason():
    answer = moved("iop_weeks", "5000")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "iop_weeks"


def test_an_unknown_input_is_refused():
    assert moved("no_such_input", "1").status_code == 422
