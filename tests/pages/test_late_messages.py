"""What a browser sent on one page may come once another stands there."""

import pytest
from page_reader import PATIENCE_SECONDS
from streamlit.testing.v1 import AppTest

# The call back of a message whose component the page no longer has; it shows what it would do.
LATE_MOVE = """
import streamlit as st
from carechoice.ui.components import slider
slider._moved("iop_weeks_slider", "iop_weeks", lambda field, value: st.text(field))
"""
LATE_KEY = """
import streamlit as st
from carechoice.ui.components import keys
keys._pressed(lambda screen: st.text(screen) if isinstance(screen, int) else None, "screen")
"""


@pytest.mark.parametrize("script", [LATE_MOVE, LATE_KEY], ids=["a move", "a key"])
def test_what_comes_after_its_page_has_gone_changes_nothing(script):
    app = AppTest.from_string(script, default_timeout=PATIENCE_SECONDS)
    app.run()
    assert not app.exception
    assert not app.text
