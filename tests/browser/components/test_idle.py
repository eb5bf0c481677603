"""What takes long is done in pieces, so that a key pressed meanwhile is heard."""

import pytest
from static_page import StaticPage

from carechoice.ui.assets import address

# Three charts to draw, by a clock that goes on by so much with each.
PAGE = """
async (address) => {
  const { inPieces } = await import(new URL(address, document.baseURI));
  window.draw = async ({ each, pressedAfter }) => {
    let now = 0;
    performance.now = () => now;
    const done = [];
    const act = (chart) => {
      done.push(chart);
      now += each;
    };
    const drawn = inPieces(["time", "cost", "level"], act, () => done.length !== pressedAfter);
    const atOnce = [...done];
    await drawn;
    return { atOnce, in_all: done };
  };
}
"""
ALL = ["time", "cost", "level"]


@pytest.fixture
def draw(at_desk: StaticPage):
    at_desk.open()
    at_desk.page.evaluate(PAGE, address("idle.js"))
    return lambda **how: at_desk.page.evaluate("draw", how)


def test_what_is_quick_is_done_at_once(draw):
    assert draw(each=10) == {"atOnce": ALL, "in_all": ALL}


def test_after_each_piece_that_takes_long_the_browser_has_its_turn(draw):
    assert draw(each=51) == {"atOnce": ["time"], "in_all": ALL}
    assert draw(each=30) == {"atOnce": ["time", "cost"], "in_all": ALL}


def test_what_is_no_longer_due_is_left(draw):
    assert draw(each=51, pressedAfter=1)["in_all"] == ["time"]
