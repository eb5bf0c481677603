"""A browser that says much at once has several runs of its page, which share what it holds."""

from contextlib import suppress
from threading import Event, Thread

import pytest
from awaited import ended
from running_server import PATIENCE_SECONDS
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner import StopException
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState
from streamlit.runtime.state.common import WidgetMetadata

from carechoice.turns.queue import Turn, Turns, aside
from carechoice.web.patches.one_run_at_a_time import HeldByOneRun, StateOfRuns

SLIDER = "$$ID-a-slider"
BUTTONS = ("$$ID-a-button", "$$ID-another-button")
BOT, PERSON = "198.51.100.7", "192.0.2.1"
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


def pressed(button):
    """What the browser says of a press: it says so once."""
    return WidgetStates(widgets=[WidgetState(id=button, trigger_value=True)])


def with_buttons(state):
    """The session has two buttons; which were pressed, in their order."""
    presses = []
    # The framework calls back in the thread of a run, which it has begun with this.
    ThreadState.initialize()
    for button in BUTTONS:
        state._set_widget_metadata(
            WidgetMetadata(
                id=button,
                deserializer=bool,
                serializer=bool,
                value_type="trigger_value",
                callback=presses.append,
                callback_args=(button,),
            )
        )
    return presses


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
    ended(others[0].join)
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
    ended(others[0].join)
    assert "plan" not in newer


def test_what_the_browser_said_last_counts_also_where_an_older_run_comes_late():
    state = StateOfRuns()
    older, newer = run_of(state), run_of(state)
    with_slider(state)
    newer.on_script_will_rerun(said(32))
    with pytest.raises(StopException):
        older.on_script_will_rerun(said(31))
    assert state[SLIDER] == 32


def test_what_a_run_was_to_take_in_that_never_began_the_next_takes_in_before_its_own():
    state = StateOfRuns()
    presses = with_buttons(state)
    runs = [run_of(state), run_of(state)]
    for run, button in zip(runs, BUTTONS, strict=True):
        run.hear(pressed(button))
    runs[1].on_script_will_rerun(pressed(BUTTONS[1]))
    assert presses == [*BUTTONS]


def said_with_a_press(value, button):
    return WidgetStates(widgets=[*said(value).widgets, *pressed(button).widgets])


def sets_the_slider(state):
    """The session has a button that sets the slider, which stands at 31, to 40."""
    with_slider(state)
    state.set_widgets_from_proto(said(31))
    state.runs.last_said.news(said(31), is_behind=False)
    ThreadState.initialize()
    state._set_widget_metadata(
        WidgetMetadata(
            id=BUTTONS[0],
            deserializer=bool,
            serializer=bool,
            value_type="trigger_value",
            callback=lambda: state.set_widgets_from_proto(said(40)),
        )
    )


@pytest.mark.parametrize("is_drawn", [True, False])
def test_what_is_said_with_the_next_message_does_not_take_a_press_back(is_drawn):
    """Before any page is drawn nothing was seen that could be said again."""
    state = StateOfRuns()
    sets_the_slider(state)
    runs = [run_of(state), run_of(state)]
    runs[0].hear(said_with_a_press(31, BUTTONS[0]))
    runs[1].hear(said(31))
    runs[1].hears_from(is_drawn=is_drawn, is_behind=False)
    runs[1].on_script_will_rerun(said(31))
    assert state[SLIDER] == (40 if is_drawn else 31)


@pytest.mark.parametrize("is_behind", [True, False])
def test_a_browser_that_has_not_seen_what_came_of_a_press_takes_none_back(is_behind):
    state = StateOfRuns()
    sets_the_slider(state)
    run_of(state).on_script_will_rerun(said_with_a_press(31, BUTTONS[0]))
    run = run_of(state)
    run.hears_from(is_drawn=True, is_behind=is_behind)
    run.on_script_will_rerun(said(31))
    assert state[SLIDER] == (40 if is_behind else 31)


def test_a_run_that_comes_after_the_next_has_taken_that_in_does_it_no_second_time():
    state = StateOfRuns()
    presses = with_buttons(state)
    older, newer = run_of(state), run_of(state)
    older.hear(pressed(BUTTONS[0]))
    newer.hear(said(32))
    newer.on_script_will_rerun(said(32))
    with pytest.raises(StopException):
        older.on_script_will_rerun(pressed(BUTTONS[0]))
    assert presses == [BUTTONS[0]]


def test_the_next_run_does_no_press_again_that_the_one_before_has_taken_in():
    state = StateOfRuns()
    presses = with_buttons(state)
    older, newer = run_of(state), run_of(state)
    older.hear(pressed(BUTTONS[0]))
    older.on_script_will_rerun(pressed(BUTTONS[0]))
    newer.on_script_will_rerun(said(32))
    assert presses == [BUTTONS[0]]


def test_a_run_that_is_told_to_stop_before_it_has_taken_anything_in_takes_it_in():
    """There may be no next one: the line may have broken off."""
    state, to_stop = StateOfRuns(), Event()
    presses = with_buttons(state)
    run = run_of(state, to_stop)
    to_stop.set()
    run.on_script_will_rerun(pressed(BUTTONS[0]))
    assert presses == [BUTTONS[0]]


def in_turn_behind_another_run(does):
    """Somebody else asks for a turn once a run that has one finds the session held; their turn."""
    state, turns, has_turn = StateOfRuns(), Turns(1, longest_seconds=60), Event()
    waits, holds = run_of(state), run_of(state)

    def draw():
        with turns.turn_of(BOT):
            has_turn.set()
            does(waits)

    with holds._lock:
        thread = in_thread(draw)
        assert has_turn.wait(PATIENCE_SECONDS)
        turn = Turn(turns, PERSON)
        turns._ask_for(turn)
        turn.coming.result(PATIENCE_SECONDS)
    turns.give_back(turn)
    ended(thread.join)
    return state


def test_a_run_that_waits_for_another_to_take_something_in_lets_others_have_its_turn():
    """The other may be reading a file, which can take a second."""
    state = in_turn_behind_another_run(lambda run: run.__setitem__("plan", "medicare"))
    assert state["plan"] == "medicare"


def test_a_run_that_waits_for_another_at_its_end_lets_others_have_its_turn():
    in_turn_behind_another_run(lambda run: run.on_script_finished(frozenset()))


def test_two_runs_that_want_the_session_and_the_turn_of_each_other_get_both():
    """One steps aside while it has the session, and the other draws then."""
    state, turns, is_aside = StateOfRuns(), Turns(1, longest_seconds=60), Event()
    older, newer = run_of(state), run_of(state)

    def draw():
        is_aside.wait()
        with turns.turn_of(PERSON):
            newer["plan"] = "medicare"

    thread = in_thread(draw)
    with turns.turn_of(PERSON), older._lock, aside():
        is_aside.set()
    thread.join(PATIENCE_SECONDS)
    assert state["plan"] == "medicare"


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
        ended(thread.join)
    assert second["plan"] == "medicare"
