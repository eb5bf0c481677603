"""The charts that follow a slider before the page does are the page's own."""

import json

import pytest
from scenarios import TODAY
from starlette.applications import Starlette
from starlette.testclient import TestClient

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.comparison.words import answer_parts
from carechoice.drawing.style import figure_name
from carechoice.inputs.scenario import Scenario
from carechoice.topics.dashboard.charts import charts
from carechoice.web.routes.ahead_request import MOST_BYTES, MOST_MOVES
from carechoice.web.routes.api import ROUTES

CLIENT = TestClient(Starlette(routes=ROUTES))
START = {"start_date": "2027-01-04"}
NO_TEXTS = ("null", "0", "1", "false", "[]", "{}", '["bill"]')
ASKED = {"page": "", "inputs": [], "moves": [{"iop_weeks": "9"}]}


def comparison_of(**query):
    return compare(Scenario.from_query({**START, **query}, today=TODAY).scenario)


def as_sent(charts):
    drawn = {
        chart.key: {"name": figure_name(chart.figure), "figure": chart.figure, "alt": chart.alt}
        for chart in charts
    }
    return json.loads(json.dumps(drawn))


def page_charts(**query):
    return as_sent(charts(comparison_of(**query)))


def asked(*moves, page="", **query):
    body = {"page": page, "inputs": list({**START, **query}.items()), "moves": moves}
    return CLIENT.post("/api/ahead", json=body)


def moved(moves, **query):
    """What the first page shows after moves: the status, and the one answer or what is wrong."""
    answer = asked(moves, **query)
    content = answer.json()
    return answer.status_code, content["answers"][0] if answer.is_success else content["errors"][0]


def sent(body, **headers):
    headers = {"Content-Type": "application/json", **headers}
    return CLIENT.post("/api/ahead", content=body, headers=headers)


def reason(key, **blanks):
    return {"errors": [{"reason": catalog().say(key, **blanks)}]}


def test_a_moved_slider_gets_the_charts_its_page_will_show():
    _, answer = moved({"iop_weeks": "9"}, therapy_sessions="20")
    assert answer["charts"] == page_charts(iop_weeks="9", therapy_sessions="20")
    there = comparison_of(iop_weeks="9", therapy_sessions="20")
    assert answer["answer"] == json.loads(json.dumps(answer_parts(there)))


def test_moves_of_several_sliders_are_all_in_the_charts():
    _, answer = moved({"iop_weeks": "9", "therapy_sessions": "20", "plan_pays_percent": "60"})
    assert answer["charts"] == page_charts(
        iop_weeks="9", therapy_sessions="20", plan_pays_percent="60"
    )


def test_the_next_moves_are_answered_along_with_the_one_that_counts_each_by_itself():
    weeks = ["9", "10", "8"]
    answers = asked(*({"iop_weeks": week} for week in weeks)).json()["answers"]
    assert [each["charts"] for each in answers] == [page_charts(iop_weeks=week) for week in weeks]


def test_nobody_asks_for_more_moves_than_a_slider_can_use():
    answer = asked(*[{"iop_weeks": "9"}] * (MOST_MOVES + 1))
    assert answer.status_code == 413
    assert answer.json() == reason("problem.many_moves", most=MOST_MOVES)
    assert asked(*[{"iop_weeks": "9"}] * MOST_MOVES).status_code == 200


def test_each_page_is_answered_with_its_own_charts_and_one_without_charts_with_the_answer():
    weeks = asked({"iop_weeks": "9"}, page="week").json()["answers"][0]
    assert list(weeks["charts"]) == ["week_therapy", "week_iop", "course"]
    decide = asked({"iop_weeks": "9"}, page="decide").json()["answers"][0]
    assert decide == {"answer": weeks["answer"], "charts": {}, "tables": {}}


def test_a_presentation_is_answered_with_the_chart_of_the_screen_that_its_address_names():
    shown = asked({"iop_weeks": "9"}, page="bill", mode="present", screen="4").json()["answers"][0]
    assert list(shown["charts"]) == ["cost"]


def test_on_a_page_that_is_none_nothing_is_answered():
    answer = asked({"iop_weeks": "9"}, page="nowhere")
    assert answer.status_code == 422
    assert answer.json() == reason("problem.no_such_page")


def test_a_longer_session_brings_its_listed_price_along():
    """60 minutes have another listed price than 45; on the page the price moves with them."""
    _, answer = moved({"therapy_session_minutes": "60"})
    typed = page_charts(therapy_session_minutes="60")
    assert answer["charts"]["cost"] == typed["cost"]


def test_a_value_outside_the_sliders_range_is_refused_with_a_reason():
    status, error = moved({"therapy_sessions": "20", "iop_weeks": "5000"})
    assert status == 422
    assert error["field"] == "iop_weeks"


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
    _, answer = moved({field: typed})
    assert answer["charts"] == page_charts(**{field: taken})


@pytest.mark.parametrize("text", ["9" * 308, "9" * 5000, "-0.1", "1e309", "nan", "-inf", "٣", ""])
def test_a_move_to_no_number_or_far_beyond_the_bounds_is_refused(text):
    for field in ("deductible_usd", "iop_weeks", "plan_pays_percent"):
        status, error = moved({field: text})
        assert status == 422
        assert error["field"] == field


def test_an_unknown_input_is_refused():
    status, _ = moved({"no_such_input": "1"})
    assert status == 422


def test_inputs_in_an_address_are_not_answered():
    """An address ends up in logs. What no page sends any more must not work by the way."""
    answer = CLIENT.get("/api/ahead", params={**START, "moved": "iop_weeks", "to": "9"})
    assert answer.status_code == 404
    assert answer.json() == reason("problem.route")


@pytest.mark.parametrize(
    "type_", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_what_any_form_of_another_site_could_send_is_not_read(type_):
    answer = sent(json.dumps(ASKED), **{"Content-Type": type_})
    assert answer.status_code == 415
    assert answer.json() == reason("problem.not_sent_as", type="application/json")


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
        '{"page": "", "inputs": []}',
        '{"page": "", "moves": []}',
        '{"inputs": [], "moves": []}',
        *(f'{{"page": {no_text}, "inputs": [], "moves": []}}' for no_text in NO_TEXTS),
        '{"page": "", "inputs": 1, "moves": []}',
        '{"page": "", "inputs": ["abc"], "moves": []}',
        '{"page": "", "inputs": [["a", 1]], "moves": []}',
        '{"page": "", "inputs": ["ab"], "moves": []}',
        '{"page": "", "inputs": [{"a": 1, "b": 2}], "moves": []}',
        '{"page": "", "inputs": {"ab": 1}, "moves": []}',
        '{"page": "", "inputs": "", "moves": []}',
        '{"page": "", "inputs": [], "moves": {}}',
        '{"page": "", "inputs": [], "moves": ""}',
        '{"page": "", "inputs": [], "moves": [[]]}',
        '{"page": "", "inputs": [], "moves": ["ab"]}',
        '{"page": "", "inputs": [], "moves": {"iop_weeks": "9"}}',
        '{"page": "", "inputs": [], "moves": [{"iop_weeks": 9}]}',
        '{"page": "", "inputs": [], "moves": [{"iop_weeks": NaN}]}',
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
    sliders = [row.key for row in catalog().parameters.values() if row.place == "main"]
    moves = [dict.fromkeys(sliders, "10000")] * MOST_MOVES
    inputs = list({**query, "fixed_hours": hours}.items())
    body = json.dumps({"page": "compare", "inputs": inputs, "moves": moves})
    assert len(body) < MOST_BYTES
