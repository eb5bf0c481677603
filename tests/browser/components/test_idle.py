"""What takes long is done in pieces, so that a key pressed meanwhile is heard."""

import pytest
from static_page import StaticPage

from carechoice.ui.assets import address

# Three charts to draw, by a clock that goes on by so much with each; a move may come meanwhile.
PAGE = """
async (address) => {
  const { Due } = await import(new URL(address, document.baseURI));
  window.draw = async ({ each, known = 0, movedMeanwhile = false, failing = null }) => {
    let now = 0;
    performance.now = () => now;
    const done = [];
    const due = new Due({
      act: (chart) => {
        if (chart === failing) throw new Error(`${chart} cannot be drawn`);
        done.push(chart);
        now += each;
      },
      takesMs: () => known,
    });
    due.replace(["time", "cost", "level"]);
    const atOnce = [...done];
    if (movedMeanwhile) due.replace(["time of the next move"]);
    while (due.isAtWork) await new Promise((goOn) => setTimeout(goOn));
    return { atOnce, inAll: done };
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
    assert draw(each=10) == {"atOnce": ALL, "inAll": ALL}


def test_after_each_piece_that_takes_long_the_browser_has_its_turn(draw):
    assert draw(each=51) == {"atOnce": ["time"], "inAll": ALL}
    assert draw(each=30) == {"atOnce": ["time", "cost"], "inAll": ALL}


def test_what_is_known_to_take_long_waits_until_the_slider_is_seen_where_it_was_moved_to(draw):
    assert draw(each=51, known=51) == {"atOnce": [], "inAll": ALL}
    assert draw(each=20, known=20) == {"atOnce": ["time", "cost"], "inAll": ALL}


def test_what_is_no_longer_due_is_left_and_what_is_due_now_is_done(draw):
    moved = draw(each=51, movedMeanwhile=True)
    assert moved["inAll"] == ["time", "time of the next move"]


def test_moves_that_follow_one_another_keep_no_chart_waiting_for_ever(draw):
    """What the last of them shows is drawn after the frame that the first one waits for."""
    moved = draw(each=51, known=51, movedMeanwhile=True)
    assert moved == {"atOnce": [], "inAll": ["time of the next move"]}


def test_a_chart_that_cannot_be_drawn_keeps_none_after_it_from_being_drawn(draw):
    assert draw(each=10, failing="time") == {
        "atOnce": ["cost", "level"],
        "inAll": ["cost", "level"],
    }
