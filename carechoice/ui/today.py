"""Today's date where the person is, by the time zone of their browser."""

from __future__ import annotations

from datetime import date

import streamlit as st

from carechoice.inputs import clock


def today() -> date:
    """The person's day; the server's where the browser tells no zone."""
    return clock.today(st.context.timezone or "")
