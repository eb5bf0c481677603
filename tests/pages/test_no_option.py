"""A choice that a browser hands in may be none of those it was given: then nothing follows it."""

import pytest
import streamlit as st
from scenarios import TODAY

from carechoice.inputs.scenario import Scenario
from carechoice.ui import state
from carechoice.ui.inputs import example_week
from carechoice.ui.session import browser_widgets, entered


@pytest.fixture
def taken(monkeypatch):
    """What is taken over into the inputs."""
    noted = []
    monkeypatch.setattr(entered, "set_inputs", noted.append)
    monkeypatch.setattr(entered, "take_values", noted.append)
    return noted


@pytest.mark.parametrize("field", ["plan", "network", "program", "payer"])
def test_of_a_choice_that_was_not_given_nothing_is_taken(monkeypatch, taken, field):
    held = {**Scenario.default(TODAY).to_values(), field: "no such thing"}
    monkeypatch.setattr(entered, "held_values", lambda: held)
    entered.follow(field)
    assert taken == []


def test_of_an_example_week_that_was_not_given_nothing_is_taken(monkeypatch, taken):
    monkeypatch.setattr(st, "session_state", {state.WEEK_PRESET: "no such week"})
    example_week._take_preset()
    assert taken == []


class Unwritable:
    """The session of a browser that says what the framework cannot write down again."""

    @property
    def session_state(self):
        return self

    def get_widget_states(self):
        raise AttributeError


def test_of_inputs_that_cannot_be_written_down_nothing_is_found(monkeypatch):
    monkeypatch.setattr(browser_widgets, "get_script_run_ctx", Unwritable)
    assert browser_widgets.in_browser() == {}
