"""The charts that follow a slider before the page does are the page's own."""

import json

import pytest
from scenarios import TODAY
from starlette.applications import Starlette
from starlette.testclient import TestClient

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.inputs.scenario import Scenario
from carechoice.topics.dashboard.charts import charts
from carechoice.web.api import ROUTES

CLIENT = TestClient(Starlette(routes=ROUTES))
START = {"start_date": "2027-01-04"}
ASKED = {"inputs": [], "moves": {"iop_weeks": "9"}}


def page_charts(**query):
    found = charts(compare(Scenario.from_query({**START, **query}, today=TODAY).scenario))
    drawn = {chart.key: {"figure": chart.figure, "alt": chart.alt} for chart in found}
    return json.loads(json.dumps(drawn))


def moved(moves, **query):
    asked = {"inputs": list({**START, **query}.items()), "moves": moves}
    return CLIENT.post("/api/dashboard", json=asked)


def sent(body, **headers):
    headers = {"Content-Type": "application/json", **headers}
    return CLIENT.post("/api/dashboard", content=body, headers=headers)


def reason(key, **blanks):
    return {"errors": [{"reason": catalog().say(key, **blanks)}]}


def test_a_moved_slider_gets_the_charts_its_page_will_show():
    answer = moved({"iop_weeks": "9"}, therapy_sessions="20")
    assert answer.json()["charts"] == page_charts(iop_weeks="9", therapy_sessions="20")


def test_moves_of_several_sliders_are_all_in_the_charts():
    answer = moved({"iop_weeks": "9", "therapy_sessions": "20", "plan_pays_percent": "60"})
    assert answer.json()["charts"] == page_charts(
        iop_weeks="9", therapy_sessions="20", plan_pays_percent="60"
    )


def test_a_longer_session_brings_its_listed_price_along():
    """60 minutes have another listed price than 45; on the page the price moves with them."""
    answer = moved({"therapy_session_minutes": "60"})
    typed = page_charts(therapy_session_minutes="60")
    assert answer.json()["charts"]["cost"] == typed["cost"]


def test_a_value_outside_the_sliders_range_is_refused_with_a_reason():
    answer = moved({"therapy_sessions": "20", "iop_weeks": "5000"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "iop_weeks"


@pytest.mark.parametrize(
    ("field", "typed", "taken"),
    [
        ("therapy_price_usd", "130.005", "130.01"),
        ("iop_price_per_day_usd", "254.994", "254.99"),
        ("deductible_usd", "1886.999", "1887"),
        ("travel_minutes_per_visit", "30.5", "31"),
        ("iop_hours_per_week", "10.125", "10.125"),
    ],
)
def test_a_number_typed_with_parts_of_a_cent_or_a_minute_is_rounded_as_on_the_page(
    field, typed, taken
):
    assert moved({field: typed}).json()["charts"] == page_charts(**{field: taken})


@pytest.mark.parametrize("text", ["9" * 308, "9" * 5000, "-0.1", "1e309", "nan", "-inf", "٣", ""])
def test_a_move_to_no_number_or_far_beyond_the_bounds_is_refused(text):
    for field in ("deductible_usd", "iop_weeks", "plan_pays_percent"):
        answer = moved({field: text})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == field


def test_an_unknown_input_is_refused():
    assert moved({"no_such_input": "1"}).status_code == 422


def test_inputs_in_an_address_are_not_answered():
    """An address ends up in logs. What no page sends any more must not work by the way."""
    answer = CLIENT.get("/api/dashboard", params={**START, "moved": "iop_weeks", "to": "9"})
    assert answer.status_code == 404
    assert answer.json() == reason("problem.route")


@pytest.mark.parametrize(
    "type_", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_what_any_form_of_another_site_could_send_is_not_read(type_):
    answer = sent(json.dumps(ASKED), **{"Content-Type": type_})
    assert answer.status_code == 415
    assert answer.json() == reason("problem.not_json", type="application/json")


def test_json_may_name_its_letters():
    kind = {"Content-Type": "application/json; charset=utf-8"}
    assert sent(json.dumps(ASKED), **kind).status_code == 200


def in_parts(size):
    """A body whose length is not said ahead."""
    yield from [b" " * 1000] * (size // 1000)


@pytest.mark.parametrize("body", [b" " * 8193, b"[" * 100_000, in_parts(9000)])
def test_a_long_body_is_not_read_to_its_end(body):
    answer = sent(body)
    assert answer.status_code == 413
    assert answer.json() == reason("problem.long_body", most=8192)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "1",
        "null",
        "not json",
        b"\xff\xfe",
        "[" * 8000,
        '{"inputs": []}',
        '{"moves": {}}',
        '{"inputs": 1, "moves": {}}',
        '{"inputs": ["abc"], "moves": {}}',
        '{"inputs": [["a", 1]], "moves": {}}',
        '{"inputs": ["ab"], "moves": {}}',
        '{"inputs": [{"a": 1, "b": 2}], "moves": {}}',
        '{"inputs": {"ab": 1}, "moves": {}}',
        '{"inputs": "", "moves": {}}',
        '{"inputs": [], "moves": []}',
        '{"inputs": [], "moves": {"iop_weeks": 9}}',
        '{"inputs": [], "moves": {"iop_weeks": NaN}}',
    ],
)
def test_a_body_that_asks_nothing_is_refused_with_what_it_must_have(body):
    answer = sent(body)
    assert answer.status_code == 422
    assert answer.json() == reason("problem.not_asked")


def test_the_longest_address_with_every_input_fits_into_a_body():
    answers = [f"{field}:{TODAY}" for field in catalog().options("confirmed")]
    hours = "|".join(f"{day}:00-01,02-03,04-05,06-07,08-09" for day in ("mon", "wed", "fri", "sun"))
    query = {**Scenario.default(TODAY).to_query(), "confirmed": "|".join(answers)}
    asked = {"inputs": list({**query, "fixed_hours": hours}.items()), "moves": {"iop_weeks": "9"}}
    assert len(json.dumps(asked)) < 8192 / 2
