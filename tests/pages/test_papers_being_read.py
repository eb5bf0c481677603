"""While a file is read on "Your bill" the page can be used, and tells what goes on."""

from page_reader import opened, press
from papers_on_a_page import LINES, OF_LINES, Endless, boxes, pasted, with_place
from papers_read import read_pasted

from carechoice.documents.paper import Opened
from carechoice.language.sentences import say
from carechoice.ui import state


def while_read(app):
    under_way = app.session_state[state.PAPER_UNDER_WAY] = Endless()
    app.run()
    assert state_of(app) == say("papers.being_read")
    return under_way


def state_of(app):
    """What is seen and spoken of papers."""
    (line,) = app.info
    return line.value


def test_while_a_file_is_read_the_page_says_so_and_shows_the_values_once_they_are_there():
    app = opened("bill.py")
    under_way = while_read(app)
    assert not boxes(app)
    under_way.opened = Opened(read_pasted(LINES, is_from_form=False))
    app.run()
    assert state_of(app) == say("papers.is_read")
    assert {each.key.removeprefix("tick_") for each in boxes(app)} == OF_LINES


def test_a_file_that_takes_long_is_stopped_and_the_one_before_it_stays():
    app = pasted(LINES)
    under_way = while_read(app)
    press(app, say("papers.stop"))
    assert under_way.is_stopped
    assert state_of(app) == say("papers.is_read")
    assert len(boxes(app)) == len(OF_LINES)


def test_who_gives_another_file_stops_the_one_that_is_being_read():
    app = opened("bill.py")
    under_way = while_read(app)
    with_place(app).file_uploader[0].set_value(("a.txt", LINES.encode(), "text/plain")).run()
    assert under_way.is_stopped
    assert len(boxes(app)) == len(OF_LINES)
