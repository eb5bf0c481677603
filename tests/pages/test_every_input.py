"""Every input changes what it should, and says its words and bounds (without a browser)."""

from datetime import date

import pytest
from page_reader import (
    PATIENCE_SECONDS,
    components,
    opened,
    read_unfolded,
    shows,
    sliders,
    told,
    unfolded,
    widget,
)
from scenarios import TODAY, scenario
from streamlit.testing.v1 import AppTest

from carechoice.catalog.in_use import catalog
from carechoice.inputs.scenario import FIELDS, Scenario

# Drawn in the column of inputs, and not on one page only.
DRAWN_FIELDS = tuple(
    field
    for field in FIELDS
    if not catalog().parameters[field].is_on_one_page_only
    and field != "fixed_hours"
    # Without a centre's own there is nothing to pick (test_what_is_picked_of_a_centre.py).
    and catalog().parameters[field].section != "centre"
    and field != "fourth_path"
)
# Drawn on the page "Your week" and not in the column of inputs.
WEEK_FIELDS = tuple(r.key for r in catalog().parameters.values() if r.section == "week")
# A second value for each input, which must show on the page.
OTHER = {
    "therapy_hours_per_week": 2.0,
    "therapy_sessions": 10,
    "therapy_session_minutes": 45,
    "therapy_price_usd": 200.0,
    "iop_hours_per_week": 12.0,
    "iop_weeks": 6,
    "iop_hours_per_day": 4.5,
    "iop_price_per_day_usd": 300.0,
    "start_date": date(2027, 3, 1),
    "therapy_weekdays": "thu",
    "iop_weekdays": "mon_wed_fri",
    "closed_on_holidays": True,
    "therapy_when_closed": "at_end",
    "iop_when_closed": "left_out",
    "plan": "medicare",
    "plan_pays_percent": 60.0,
    "deductible_usd": 500.0,
    "deductible_met_usd": 1000.0,
    "oop_max_applies": False,
    "oop_max_usd": 2000.0,
    "oop_met_usd": 3500.0,
    "therapy_copay_usd": 40.0,
    "therapy_deductible_applies": True,
    "therapy_share_too": True,
    "therapy_share_of_rest": True,
    "therapy_own_share": True,
    "therapy_pays_percent": 90.0,
    "therapy_not_covered": True,
    "therapy_visit_limit": 5,
    "therapy_visits_used": 4,
    "therapy_only_paid_count": True,
    "therapy_stops_after": 5,
    "therapy_first_visits": 3,
    "therapy_first_copay_usd": 10.0,
    "therapy_penalty_usd": 10.0,
    "therapy_penalty_percent": 20.0,
    "therapy_network": "self_pay",
    "iop_copay_per_day_usd": 30.0,
    "iop_share_too": True,
    "iop_share_of_rest": True,
    "iop_own_share": True,
    "iop_pays_percent": 50.0,
    "iop_not_covered": True,
    "iop_day_limit": 5,
    "iop_days_used": 4,
    "iop_only_paid_count": True,
    "iop_stops_after": 5,
    "iop_first_days": 3,
    "iop_first_copay_usd": 10.0,
    "iop_penalty_per_day_usd": 50.0,
    "iop_penalty_percent": 20.0,
    "iop_network": "self_pay",
    "family_deductible_usd": 500.0,
    "family_deductible_met_usd": 1500.0,
    "family_oop_max_usd": 1000.0,
    "family_oop_met_usd": 3500.0,
    "other_net_deductible_usd": 500.0,
    "other_net_deductible_met_usd": 1000.0,
    "other_net_oop_max_applies": False,
    "other_net_oop_max_usd": 2000.0,
    "other_net_oop_met_usd": 3500.0,
    "iop_deductible_applies": False,
    "network": "self_pay",
    "plan_year_start": "07-01",
    "deductible_carries_over": True,
    "deductible_met_late_usd": 600.0,
    "other_net_deductible_met_late_usd": 600.0,
    "therapy_charge_usd": 180.0,
    "iop_charge_per_day_usd": 400.0,
    "travel_usd_per_visit": 12.0,
    "travel_minutes_per_visit": 40.0,
    "unpaid_usd_per_hour": 25.0,
    "child_care_usd_per_hour": 15.0,
    "mode": "together",
    "third_path": "step_down",
    "step_down_sessions": 12,
    "step_up_sessions": 3,
    "visits_online": True,
    "therapy_time_of_day": "evening",
    "iop_time_of_day": "afternoon",
    "time_zone": "America/Denver",
    "other_plan": "medicare",
    "other_plan_pays_percent": 60.0,
    "other_deductible_usd": 500.0,
    "other_oop_max_usd": 1000.0,
    "other_therapy_copay_usd": 40.0,
    "other_iop_copay_per_day_usd": 30.0,
}
# What an input moves only together with others: the state it is tried in.
TRIED_WITH = {
    "oop_max_applies": {"oop_max_usd": "2000"},
    "plan_year_start": {"start_date": "2027-06-07"},
    "iop_share_too": {"iop_copay_per_day_usd": "50"},
    "therapy_share_of_rest": {"therapy_share_too": "yes"},
    "iop_share_of_rest": {"iop_copay_per_day_usd": "50", "iop_share_too": "yes"},
    "therapy_own_share": {"therapy_copay_usd": "0", "plan_pays_percent": "60"},
    "therapy_pays_percent": {"therapy_copay_usd": "0", "therapy_own_share": "yes"},
    "iop_own_share": {"plan_pays_percent": "60"},
    "iop_pays_percent": {"iop_own_share": "yes"},
    "deductible_carries_over": {"start_date": "2026-12-07"},
    "deductible_met_late_usd": {
        "start_date": "2026-12-07",
        "deductible_carries_over": "yes",
        "deductible_met_usd": "900",
    },
    "other_net_deductible_met_late_usd": {
        "start_date": "2026-12-07",
        "deductible_carries_over": "yes",
        "iop_network": "oon",
        "other_net_deductible_met_usd": "900",
    },
    "other_net_deductible_usd": {"iop_network": "oon"},
    "other_net_deductible_met_usd": {"iop_network": "oon"},
    "other_net_oop_max_applies": {"iop_network": "oon", "other_net_oop_max_usd": "2000"},
    "other_net_oop_max_usd": {"iop_network": "oon"},
    "other_net_oop_met_usd": {"iop_network": "oon"},
    "therapy_visits_used": {"therapy_visit_limit": "5"},
    "therapy_only_paid_count": {"therapy_visit_limit": "5", "therapy_deductible_applies": "yes"},
    "iop_only_paid_count": {"iop_day_limit": "5"},
    "therapy_first_copay_usd": {"therapy_first_visits": "3"},
    "iop_days_used": {"iop_day_limit": "5"},
    "iop_first_copay_usd": {"iop_first_days": "3"},
    "family_deductible_met_usd": {"family_deductible_usd": "2000"},
    "family_oop_met_usd": {"family_oop_max_usd": "4000"},
    "therapy_charge_usd": {"network": "oon"},
    "therapy_when_closed": {"closed_on_holidays": "yes"},
    "iop_when_closed": {"closed_on_holidays": "yes"},
    "iop_charge_per_day_usd": {"network": "oon"},
    "step_down_sessions": {"third_path": "step_down"},
    "step_up_sessions": {"third_path": "step_up"},
    "travel_minutes_per_visit": {"child_care_usd_per_hour": "15"},
    "visits_online": {"travel_minutes_per_visit": "60"},
    **{field: {"other_plan": "employer"} for field in catalog().inputs.other_terms},
}
# The state in which every input is there.
ALL_THERE = {
    "therapy_own_share": "yes",
    "iop_own_share": "yes",
    "iop_copay_per_day_usd": "50",
    "therapy_share_too": "yes",
    "iop_share_too": "yes",
    "iop_network": "oon",
    "therapy_visit_limit": "30",
    "therapy_first_visits": "1",
    "iop_day_limit": "30",
    "iop_first_days": "1",
    "family_deductible_usd": "4000",
    "family_oop_max_usd": "9000",
    "deductible_carries_over": "yes",
    "deductible_met_usd": "100",
    "other_net_deductible_met_usd": "100",
}
# What shows on another page than the comparison.
SHOWS_ON = {
    **{field: "bill.py" for field in FIELDS if field.startswith("other_")},
    **dict.fromkeys((*WEEK_FIELDS, "visits_online"), "week.py"),
    "travel_usd_per_visit": "bill.py",
    "travel_minutes_per_visit": "bill.py",
    "unpaid_usd_per_hour": "bill.py",
    "child_care_usd_per_hour": "bill.py",
}

PLAN_CHOICES = [
    row.key
    for row in catalog().parameters.values()
    if row.is_about_insurance and row.key != "plan" and (row.is_picked or row.kind == "yes_no")
]


MOVED = """
import streamlit as st

from carechoice.inputs import clock
from carechoice.inputs.scenario import Scenario
from carechoice.ui import session_catalog
from carechoice.ui.session import entered

session_catalog.use()
for field, value in Scenario.default(clock.today()).to_values().items():
    st.session_state.setdefault(field, value)
entered.take_moved(st.session_state["moved"], st.session_state["sent"])
"""


def held_after(field, sent):
    """What the session holds once the live slider of a field has sent this."""
    app = AppTest.from_string(MOVED, default_timeout=PATIENCE_SECONDS)
    app.session_state["moved"], app.session_state["sent"] = field, sent
    app.run()
    assert not app.exception
    return app.session_state[field]


def test_there_is_an_input_for_every_field_and_another_value_to_try():
    assert set(DRAWN_FIELDS) == set(OTHER)
    app, week = read_unfolded(**ALL_THERE), read_unfolded("week.py")
    for field in DRAWN_FIELDS:
        assert widget(week if field in WEEK_FIELDS else app, field)


@pytest.mark.parametrize("field", DRAWN_FIELDS)
def test_every_input_changes_what_the_page_shows(field):
    app = unfolded(SHOWS_ON.get(field, "compare.py"), **TRIED_WITH.get(field, {}))
    before = told(app)
    assert widget(app, field).value != OTHER[field]
    widget(app, field).set_value(OTHER[field]).run()
    assert not app.exception
    assert told(app) != before
    held = {name: app.session_state[name] for name in FIELDS}
    assert held[field] == OTHER[field]
    if field not in SHOWS_ON:
        assert shows(app, Scenario.from_values(held, today=TODAY))


@pytest.mark.parametrize("field", [r.key for r in catalog().parameters.values() if r.is_number])
def test_each_number_has_a_live_slider_with_its_words_and_bounds(field):
    row = catalog().parameters[field]
    part = sliders(read_unfolded(plain_sliders=False, **ALL_THERE))[field]
    assert part["label"] == row.label
    assert [part["minimum"], part["maximum"]] == list(row.bounds)
    assert part["value"] == scenario(**ALL_THERE).value(field)
    told = "".join(run["text"] for paragraph in part["help"] for run in paragraph)
    assert row.help in told
    assert all(say in part["bounds"] for say in (f"{row.bounds[0]:,g}", f"{row.bounds[1]:,g}"))


@pytest.mark.parametrize("field", PLAN_CHOICES)
def test_each_choice_of_the_plan_says_where_its_value_comes_from(field):
    app, row = unfolded(**TRIED_WITH.get(field, {})), catalog().parameters[field]
    assert widget(app, field).label == f"{row.label} (starting value)"
    widget(app, field).set_value(OTHER[field]).run()
    assert widget(app, field).label == f"{row.label} (you said)"
    # Another label is the same input still.
    assert widget(app, field).value == app.session_state[field] == OTHER[field]


def test_a_choice_of_the_plan_may_be_an_examples_or_confirmed():
    app = unfolded(plan="high_deductible", confirmed="iop_deductible_applies:2026-11-20")
    assert widget(app, "therapy_deductible_applies").label.endswith(" (example plan)")
    assert widget(app, "iop_deductible_applies").label.endswith(" (plan confirmed)")


def test_choices_of_no_plan_have_their_label_alone():
    app = unfolded()
    for field in ("plan", "third_path", "visits_online", "start_date"):
        assert widget(app, field).label == catalog().parameters[field].label


@pytest.mark.parametrize(
    ("field", "sent", "held"),
    [
        ("iop_weeks", 9, 9),
        ("iop_weeks", 9.0, 9),
        ("therapy_price_usd", 130.5, 130.5),
        ("therapy_price_usd", 130.005, 130.01),
        ("plan_pays_percent", 70.0, 70),
        ("plan_pays_percent", 0.00001, 0.00001),
        ("iop_weeks", True, 8),
        ("therapy_price_usd", 10**400, 130.23),
        ("therapy_price_usd", 1e308, 130.23),
        ("iop_weeks", 9.5, 8),
        ("iop_weeks", 27, 8),
        ("iop_weeks", float("nan"), 8),
        ("iop_weeks", "many", 8),
        ("iop_weeks", [9], 8),
        ("iop_weeks", None, 8),
    ],
)
def test_what_a_live_slider_sends_is_taken_if_it_is_a_value_of_the_input(field, sent, held):
    assert held_after(field, sent) == held


def test_without_insurance_the_dock_of_a_phone_says_so_where_the_plans_share_would_stand():
    """A slider says its value by itself; a choice stands there in a word that fits below “Plan”."""
    (dock,) = components(opened(plain_sliders=False, plan="none"), "dock")
    *numbers, plan = dock["choices"]
    assert (plan["field"], plan["value"]) == ("plan", "None")
    assert {each["value"] for each in numbers} == {""}


def test_on_a_phone_each_doubt_is_marked_where_it_is_said():
    """30 hours on five days are 6 a day, which is said at the program's hours in the dock.

    The line that opens the other inputs asks to check those alone.
    """

    def marked(**query):
        app = opened(plain_sliders=False, start_date="2027-01-04", **query)
        (dock,) = components(app, "dock")
        (line,) = [fold.label for fold in app.expander if fold.label.startswith("18 sessions, ")]
        return [each["field"] for each in dock["choices"] if each["check"]], line.split(": ")[-1]

    assert marked() == ([], "change")
    assert marked(iop_hours_per_week="30") == (["iop_hours_per_week"], "change")
    assert marked(deductible_usd="9000", oop_max_usd="8000") == ([], "please check")
