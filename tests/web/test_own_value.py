"""An input finds what it holds as the framework finds it, and nothing else is gathered."""

import pytest
from streamlit.runtime.state.session_state import SessionState
from streamlit.testing.v1 import AppTest

from carechoice.web.patches import own_value
from carechoice.web.patches.own_value import HELD, Held, look_up_one_key

# What hangs ends at last; no machine takes nearly as long.
PATIENCE_SECONDS = 60
PAGE = """
import streamlit as st

st.session_state.setdefault("kept", {"a": 1})
st.session_state.setdefault("nothing", None)
st.text_input("A text", key="text")
st.selectbox("A choice", ["x", "y"], key="choice")
st.selectbox("No choice yet", ["x", "y"], key="nothing")
st.text_input("Without a key")
"""


@pytest.fixture
def visit():
    app = AppTest.from_string(PAGE, default_timeout=PATIENCE_SECONDS)
    app.run()
    app.text_input(key="text").set_value("typed")
    return app.run()


def held_by(visit):
    return visit.session_state._state._state


def test_each_key_holds_what_the_framework_gathers(visit):
    session = held_by(visit)
    gathered = own_value._GATHERED.__get__(session)
    assert gathered["text"] == "typed"
    assert gathered["nothing"] is None
    assert dict(Held(session)) == gathered
    assert len(Held(session)) == len(gathered) == 4
    assert all(key in Held(session) for key in gathered)


def test_what_is_under_no_key_of_a_page_is_not_there(visit):
    session = held_by(visit)
    without_a_key = {key for key in session if key.endswith("-None")}
    assert len(without_a_key) == 1
    assert not without_a_key & set(Held(session))
    assert not any(key in Held(session) for key in [*without_a_key, "unheard of"])


def test_a_page_is_drawn_without_gathering_all_that_a_session_holds(visit, monkeypatch):
    monkeypatch.setattr(SessionState, HELD, vars(SessionState)[HELD])
    look_up_one_key()
    monkeypatch.setattr(own_value, "_GATHERED", None)
    visit.run()
    assert not visit.exception
