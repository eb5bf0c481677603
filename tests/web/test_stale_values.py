"""A browser says every input with every message, also those that a press has just set."""

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

from carechoice.web.patches.stale_values import LastSaid

PLAN, WEEKS, BUTTON = "$$ID-a-plan", "$$ID-a-weeks", "$$ID-a-button"


def said(plan, weeks, *presses):
    chosen = WidgetState(id=PLAN, string_value=plan)
    return WidgetStates(widgets=[chosen, WidgetState(id=WEEKS, int_value=weeks), *presses])


def names(news):
    return [each.id for each in news.widgets]


@pytest.fixture
def last_said():
    """Somebody has said that they have their own plan, and six weeks."""
    last_said = LastSaid()
    last_said.news(said("own", 6), is_behind=False)
    return last_said


def test_what_is_said_again_by_who_has_not_seen_what_came_of_a_press_is_no_news(last_said):
    assert names(last_said.news(said("own", 9), is_behind=True)) == [WEEKS]


def test_what_is_said_by_who_has_seen_it_counts_also_where_it_is_said_again(last_said):
    assert names(last_said.news(said("own", 9), is_behind=False)) == [PLAN, WEEKS]


def test_each_change_counts_also_one_that_leads_back(last_said):
    assert names(last_said.news(said("medicare", 6), is_behind=True)) == [PLAN]
    assert names(last_said.news(said("own", 6), is_behind=True)) == [PLAN]


@pytest.mark.parametrize(
    "press",
    [WidgetState(id=BUTTON, trigger_value=True), WidgetState(id=BUTTON, json_trigger_value="[]")],
    ids=["a button", "a part of ours"],
)
def test_a_press_counts_each_time(last_said, press):
    for _ in range(2):
        assert names(last_said.news(said("own", 6, press), is_behind=True)) == [BUTTON]
