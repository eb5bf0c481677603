"""An input begins with what it holds, since a browser shows that when it has forgotten the rest."""

from itertools import chain

import pytest
from page_reader import PAGES, unfolded
from papers_read import read_pasted
from scenarios import TODAY

from carechoice.ui import state
from carechoice.ui.paper_intake import ReadPaper

# The kinds of the framework's inputs that a session keeps from page to page.
KINDS = ("selectbox", "radio", "toggle", "checkbox", "date_input", "slider", "text_input")
# A value for each kind that is not what the input would begin with by itself.
OTHER = {
    "plan": "medicare",
    "plan_pays_percent": "60",
    "oop_max_applies": "no",
    "start_date": "2027-03-01",
    "visits_online": "yes",
    "topics": "money|leave",
    "other_plan": "employer",
    "third_path": "step_down",
    "mode": "together",
}
ANSWERED = {
    "sure_sure": "no",
    "assess_safe": "worried",
    "fold_papers": True,
    state.PAPER: ReadPaper(read_pasted("Therapy: $30 copay", is_from_form=True), TODAY),
    "tick_therapy_copay_usd": True,
}


def begins_with(widget):
    """The value the input shows in a browser that has nothing for it."""
    begun = widget.proto.default
    if widget.type in ("selectbox", "radio"):
        return widget.options[begun] if widget.proto.HasField("default") else None
    return list(begun) if widget.type in ("date_input", "slider") else begun


def held(widget):
    value = widget.value
    if widget.type in ("selectbox", "radio"):
        return None if value is None else widget.format_func(value)
    if widget.type == "date_input":
        return [value.isoformat()]
    return [value] if widget.type == "slider" else value


@pytest.mark.parametrize("page", PAGES)
def test_an_input_begins_with_what_it_holds(page):
    app = unfolded(page, **OTHER)
    for key, value in ANSWERED.items():
        app.session_state[key] = value
    app.run()
    assert not app.exception
    inputs = list(chain(*(getattr(app, kind) for kind in KINDS)))
    assert {"plan", "oop_max_applies", "start_date", state.PLAIN_SLIDERS} <= {i.key for i in inputs}
    wrong = {i.key: begins_with(i) for i in inputs if begins_with(i) != held(i)}
    assert not wrong
