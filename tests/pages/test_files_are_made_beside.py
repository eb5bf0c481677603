"""What a page offers as a file can be handed to the process that makes files."""

import pickle

import pytest
import streamlit as st
from page_reader import opened
from scenarios import scenario

from carechoice.catalog.in_use import Work
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.ui import state

KEPT = tuple(KeptScenario(name, scenario(iop_weeks=weeks)) for name, weeks in (("A", 6), ("B", 9)))


@pytest.fixture
def offered(monkeypatch):
    """How each file that a page has offered is made, by the key of its button."""
    made = {}
    button = st.download_button

    def noted(label, data, **named):
        if isinstance(data, Work):
            made[named["key"]] = data
        return button(label, data, **named)

    monkeypatch.setattr(st, "download_button", noted)
    return made


@pytest.mark.parametrize(
    ("page", "query", "files"),
    [
        ("share.py", {}, 8),
        ("bill.py", {}, 2),
        ("share.py", {"plan": "none", "start_date": "2027-01-04", "mode": "together"}, 12),
    ],
)
def test_each_file_can_be_made_elsewhere_and_is_not_empty(offered, page, query, files):
    app = opened(page, **query)
    app.session_state[state.KEPT] = KEPT
    app.run()
    assert not app.exception
    assert len(offered) == files
    for key, work in offered.items():
        there = pickle.loads(pickle.dumps(work.do))
        assert Work(there, work.data)(), key
