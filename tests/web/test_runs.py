"""Runs of pages and files take turns by the address that asks for them."""

from threading import Thread

import pytest
from awaited import awaited, ended
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.scriptrunner import RerunData, ScriptRunner

from carechoice.turns.queue import ASKED_BY, Turn, Turns
from carechoice.web.patches.one_run_at_a_time import HeldByOneRun, StateOfRuns
from carechoice.web.patches.runs import FilesInTurn, RunsInTurn

BOT, PERSON = "198.51.100.7", "192.0.2.1"


class Context:
    def on_script_start(self):
        """Where the framework begins to draw."""


@pytest.fixture
def page(monkeypatch):
    """Makes the runs of a page that an address has opened; what a run does is handed in."""
    turns = Turns(1, longest_seconds=60)
    monkeypatch.setattr(RunsInTurn, "turns", turns)
    monkeypatch.setattr(ScriptRunner, "__init__", lambda *given, **named: None)
    monkeypatch.setattr(ScriptRunner, "_session_state", None, raising=False)

    def page(address, does, visit="a visit"):
        context = Context()

        def run_script(_self, _asked):
            assert is_free(turns, PERSON), "What was chosen is taken in before a run waits."
            context.on_script_start()
            does(turns)

        monkeypatch.setattr(ScriptRunner, "_run_script", run_script)
        monkeypatch.setattr(ScriptRunner, "_get_script_run_ctx", lambda _self: context)
        ASKED_BY.set(address)
        return RunsInTurn(session_id=visit, initial_rerun_data=RerunData())

    before = ASKED_BY.set("")
    yield page
    ASKED_BY.reset(before)


def is_free(turns, who):
    """Whether somebody who comes now has their turn at once."""
    turn = Turn(turns, who)
    turns._ask_for(turn)
    turns.give_back(turn)
    return turn.coming.done()


def test_while_a_page_runs_others_wait_and_once_it_has_run_they_do_not(page):
    seen = []
    runs = page(BOT, lambda turns: seen.append(is_free(turns, PERSON)))
    runs._run_script(RerunData())
    assert seen == [False]
    assert is_free(runs.turns, PERSON)


def test_a_run_that_ends_in_an_error_gives_its_turn_back(page):
    def fails(_turns):
        raise ValueError("broken")

    runs = page(BOT, fails)
    with pytest.raises(ValueError, match="broken"):
        runs._run_script(RerunData())
    assert is_free(runs.turns, PERSON)


def test_in_its_middle_a_run_makes_way_for_another_address_where_its_own_waits_for_more(
    page, monkeypatch
):
    monkeypatch.setattr("carechoice.turns.queue.SHORTEST_SECONDS", 0)
    monkeypatch.setattr(ScriptRunner, "_maybe_handle_execution_control_request", lambda _self: None)
    seen = []

    def has_drawn_a_part(turns):
        more, other = Turn(turns, BOT), Turn(turns, PERSON)
        for turn in (more, other):
            turns._ask_for(turn)
            turn.coming.add_done_callback(lambda _coming, who=turn.who: seen.append(who))
        works = Thread(target=lambda: (other.coming.result(), turns.give_back(other)), daemon=True)
        works.start()
        runs._maybe_handle_execution_control_request()
        ended(works.join)
        seen.append("the rest")

    runs = page(BOT, has_drawn_a_part)
    runs._run_script(RerunData())
    assert seen == [PERSON, "the rest", BOT]


def whose(page, address, visit):
    """Under whose name the run of a page is in turn."""
    seen = []
    runs = page(address, lambda turns: seen.extend(each.who for each in turns._held), visit)
    runs._run_script(RerunData())
    return seen


def test_all_pages_of_an_address_share_its_turns(page):
    assert whose(page, BOT, "one visit") == whose(page, BOT, "another") == [BOT]


def test_visits_from_this_machine_have_turns_of_their_own(page):
    """A proxy here that does not say whom it asks for would be everybody."""
    assert whose(page, "", "one visit") == ["one visit"]
    assert whose(page, "", "another") == ["another"]


def test_what_a_run_asks_for_counts_for_the_address_too(page):
    seen = []
    runs = page(BOT, lambda _turns: seen.append(ASKED_BY.get()))
    ASKED_BY.set("")
    runs._run_script(RerunData())
    assert seen == [BOT]


@pytest.mark.parametrize(("address", "whose"), [(BOT, BOT), ("", "a visit")])
def test_files_are_made_in_turns_of_the_address_or_of_the_visit(monkeypatch, address, whose):
    seen, turns = [], Turns(1, longest_seconds=60)

    async def handle(_self, _request, _visit):
        seen.extend(each.who for each in turns._held)

    monkeypatch.setattr(DeferredFileHandler, "handle", handle)
    monkeypatch.setattr(FilesInTurn, "turns", turns)
    before = ASKED_BY.set(address)
    awaited(FilesInTurn(lambda: None).handle(None, "a visit"))
    ASKED_BY.reset(before)
    assert seen == [whose]
    assert is_free(turns, PERSON)


def test_what_the_browser_said_is_kept_before_a_run_begins(monkeypatch):
    """A newer one may stop it before it does, and takes it in then."""
    state = StateOfRuns()
    held = HeldByOneRun(state, lambda: None)

    def init(runs, *_given, **_named):
        runs._session_state = held

    monkeypatch.setattr(ScriptRunner, "__init__", init)
    said = WidgetStates(widgets=[WidgetState(id="$$ID-a-button", trigger_value=True)])
    RunsInTurn("a visit", initial_rerun_data=RerunData(widget_states=said))
    newer = HeldByOneRun(state, lambda: None)
    assert list(state.runs.said_before(newer.number)) == [said]
