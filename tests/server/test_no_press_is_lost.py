"""A press counts, whatever the browser says right after it: that stops the run which draws it."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice

import pytest
from scenarios import TODAY
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.session import Session
from benchmarks.widget_states import TRIGGERS
from carechoice.catalog.in_use import catalog
from carechoice.inputs.handed_on.handed_over import KeptByVisit, write_kept
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say

# The next message comes with the press, or once so many messages of the page have come.
AFTER = (0, 1, 2, 5)
EACH = pytest.mark.parametrize("after", AFTER)


class Visit(Session):
    """Presses what is drawn, types, and knows what the page and its window hold at its end."""

    def __init__(self, port: int, query: str = "") -> None:
        super().__init__(port, charts=None, query=query)
        # What is drawn, by its label or our name for it: its name on the line, and its part.
        self.drawn: dict[str, tuple[str, str]] = {}
        self.window = ""
        # Whether a run came to its end last; one that was stopped leaves parts of the page before.
        self.is_at_end = False
        self.address: Mapping[str, object] = {}

    @property
    def inputs(self) -> dict[str, str]:
        return dict(self.address["query"])

    def type(self, label: str, text: str) -> None:
        name, _ = self.drawn[label]
        self._widgets[name] = WidgetState(id=name, string_value=text)

    def press(self, label: str) -> None:
        name, part = self.drawn[label]
        self._say_once(WidgetState(id=name, trigger_value=True), part)

    def hand_over(self, kept: KeptByVisit) -> None:
        """As a tab does that was reloaded: its address has all but what was kept."""
        name, _ = self.drawn["visit"]
        value = {"id": "1", "visit": "", "query": None, "kept": write_kept(kept), "moves": {}}
        told = json.dumps([{"event": "back", "value": value}])
        self._say_once(WidgetState(id=TRIGGERS.format(name), json_trigger_value=told), "")

    def move_after(self, messages: int, weeks: int) -> None:
        """Move a slider once so many messages have come; wait for the end of the page's run."""
        self._take_in([message for _, message in islice(self._until_finished(), messages)])
        self._say_moved("iop_weeks", weeks)
        self.is_at_end = False
        while not (self.is_at_end and self.inputs.get("iop_weeks") == str(weeks)):
            self.wait()

    def wait(self) -> None:
        """Wait for the end of a run."""
        self._take_in([message for _, message in self._until_finished()])

    def _say_once(self, said: WidgetState, part: str) -> None:
        self._widgets[said.id] = said
        self._ask(part)
        del self._widgets[said.id]

    def _take_in(self, messages: list[ForwardMsg]) -> None:
        held = self._held
        super()._take_in(messages)
        # A run that is stopped brings few of them, and the browser still has those of the last.
        self._held = held | self._held
        for message in messages:
            if message.WhichOneof("type") == "new_session":
                is_whole = not message.metadata.run.fragment_ids
                self.window = "" if is_whole else self.window
            if message.WhichOneof("type") == "script_finished":
                self.is_at_end = message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
            self._take_in_drawn(message)

    def _take_in_drawn(self, message: ForwardMsg) -> None:
        element, part = message.delta.new_element, message.delta.fragment_id
        kind = element.WhichOneof("type")
        window = message.delta.add_block.dialog
        if window.is_open:
            self.window = window.title
            self.drawn["window"] = window.id, ""
        elif kind in ("button", "text_input"):
            drawn = getattr(element, kind)
            self.drawn[drawn.label] = drawn.id, part
        elif kind == "bidi_component":
            drawn = element.bidi_component
            self.drawn[drawn.component_name] = drawn.id, part
            if drawn.component_name == "address":
                (self.address,) = json.loads(drawn.json)


@pytest.fixture
def visit(port: int) -> Iterator[Visit]:
    with Visit(port) as opened:
        opened.run()
        yield opened


@pytest.fixture
def card(visit: Visit) -> Visit:
    """A visit with the window of the insurance card open."""
    visit.press(say("card.open"))
    visit.wait()
    assert visit.window == say("card.title")
    return visit


@EACH
def test_the_window_of_the_card_opens_and_the_slider_moves(visit, after):
    visit.press(say("card.open"))
    visit.move_after(after, weeks=9)
    assert visit.window == say("card.title")


@EACH
def test_a_plan_without_a_card_is_taken_the_window_closes_and_the_slider_moves(card, after):
    card.press(catalog().plans["medicare"].label)
    card.move_after(after, weeks=9)
    assert card.inputs["plan"] == "medicare"
    assert not card.window


@EACH
def test_what_was_typed_from_a_card_is_taken_the_window_closes_and_the_slider_moves(card, after):
    card.type(say("card.box.oop_max_usd"), "4001")
    card.press(say("card.use"))
    card.move_after(after, weeks=9)
    assert card.inputs["oop_max_usd"] == "4001"
    assert not card.window


@EACH
def test_what_cannot_be_read_on_a_card_leaves_the_window_open(card, after):
    card.type(say("card.box.deductible_usd"), "1.500")
    card.press(say("card.use"))
    card.move_after(after, weeks=9)
    assert "deductible_usd" not in card.inputs
    assert card.window == say("card.title")


@EACH
def test_what_a_reloaded_tab_hands_over_is_kept_and_the_slider_moves(visit, after):
    visit.hand_over(
        KeptByVisit((KeptScenario("Six weeks", Scenario.default(TODAY).but(iop_weeks=6)),))
    )
    visit.move_after(after, weeks=9)
    ((name, _),) = visit.address["kept"]["pins"]
    assert name == "Six weeks"


@EACH
def test_a_window_that_is_put_away_stays_away_and_the_slider_moves(card, after):
    card.press("window")
    card.move_after(after, weeks=9)
    assert not card.window


@EACH
def test_back_to_the_start_is_all_the_way_back_and_the_slider_moves(port, after):
    with Visit(port, query="plan=medicare&mode=together") as visit:
        visit.run()
        visit.press(say("controls.reset"))
        visit.move_after(after, weeks=9)
        # An address names no input that stands where it starts from.
        assert "plan" not in visit.inputs
