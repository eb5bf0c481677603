"""A browser that says much at once has several runs of its page, which share what it holds."""

from contextlib import suppress
from threading import Event, Thread

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner import StopException
from streamlit.runtime.state.common import WidgetMetadata

from carechoice.web.run_by_run import HeldByOneRun, StateOfRuns

SLIDER = "$$ID-a-slider"
# What waits for its turn waits still after that; what does not is done long before.
WAITS_SECONDS = 0.2


def run_of(state, told_to_stop=None):
    """A run's hold on the session, which stops at its next look once it is told to."""

    def look():
        if told_to_stop and told_to_stop.is_set():
            raise StopException

    return HeldByOneRun(state, look)


def said(value):
    return WidgetStates(widgets=[WidgetState(id=SLIDER, int_value=value)])


def with_slider(state, read=lambda said: said):
    """The session has a slider, whose value is read like this."""
    state._set_widget_metadata(
        WidgetMetadata(
            id=SLIDER,
            deserializer=read,
            serializer=lambda value: value,
            value_type="int_value",
        )
    )


def in_thread(do):
    thread = Thread(target=do, daemon=True)
    thread.start()
    return thread


def test_what_an_older_run_puts_in_while_a_newer_one_tidies_up_is_not_lost():
    state, others = StateOfRuns(), []
    older, newer = run_of(state), run_of(state)

    def read(value):
        if not others:
            others.append(in_thread(lambda: older.__setitem__("plan", "medicare")))
            others[0].join(WAITS_SECONDS)
        return value

    with_slider(state, read)
    state.set_widgets_from_proto(said(31))
    newer.on_script_will_rerun(said(32))
    others[0].join()
    assert newer["plan"] == "medicare"


def test_an_older_run_that_is_told_to_stop_while_it_waits_puts_nothing_in():
    state, others, to_stop = StateOfRuns(), [], Event()
    older, newer = run_of(state, to_stop), run_of(state)

    def put_in():
        with suppress(StopException):
            older["plan"] = "medicare"

    def read(value):
        if not others:
            others.append(in_thread(put_in))
            others[0].join(WAITS_SECONDS)
            to_stop.set()
        return value

    with_slider(state, read)
    state.set_widgets_from_proto(said(31))
    newer.on_script_will_rerun(said(32))
    others[0].join()
    assert "plan" not in newer


def test_what_the_browser_said_last_counts_also_where_an_older_run_comes_late():
    state = StateOfRuns()
    older, newer = run_of(state), run_of(state)
    with_slider(state)
    newer.on_script_will_rerun(said(32))
    with pytest.raises(StopException):
        older.on_script_will_rerun(said(31))
    assert state[SLIDER] == 32


def test_an_older_run_that_ends_leaves_the_inputs_of_the_newer_one():
    state = StateOfRuns()
    older, newer = run_of(state), run_of(state)
    older.on_script_will_rerun(said(31))
    with_slider(state)
    newer.on_script_will_rerun(said(32))
    older.on_script_finished(frozenset())
    assert newer[SLIDER] == 32


def test_each_session_has_its_own_turn():
    first, second = run_of(StateOfRuns()), run_of(StateOfRuns())
    with first._lock:
        thread = in_thread(lambda: second.__setitem__("plan", "medicare"))
        thread.join()
    assert second["plan"] == "medicare"
