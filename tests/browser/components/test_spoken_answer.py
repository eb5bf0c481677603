"""What a screen reader says of a changed answer: what is new, once the person pauses."""

import pytest
from playwright.sync_api import expect

from carechoice.ui.assets import address
from carechoice.ui.components.spoken_answer import HTML

# The page that plays the framework, and keeps each message that a reader would speak.
FRAMEWORK = """
async ([address, html]) => {
  const { default: component } = await import(new URL(address, document.baseURI));
  const parentElement = document.querySelector("main");
  parentElement.innerHTML = html;
  window.heard = [];
  const hear = () => {
    const text = parentElement.textContent;
    if (text) heard.push(text);
  };
  new MutationObserver(hear).observe(parentElement, { childList: true, subtree: true });
  component({ parentElement });
  window.shows = (fits) => {
    const told = { answer: {}, fits };
    document.dispatchEvent(new CustomEvent("scenario-shown", { detail: { told } }));
  };
}
"""
# The page says what it shows, by the part of ours that it tells it to.
PAGE_SHOWS = """
async ([address, fits]) => {
  const { default: component } = await import(new URL(address, document.baseURI));
  component({ data: { query: [], told: { answer: {}, fits } } });
}
"""
THERAPY, IOP = "Therapy ends on May 3.", "The IOP ends on February 27."


class Line:
    """The status line on a page of its own, where time stands until a test lets it go by."""

    def __init__(self, page):
        self.page = page.page
        self.page.clock.install(time=0)
        self.page.goto("http://static.test/")
        self.page.clock.pause_at(1000)

    def is_drawn(self):
        self.page.evaluate(FRAMEWORK, [address("spoken_answer.js"), HTML])
        return self

    def page_shows(self, *sentences):
        self.page.evaluate(PAGE_SHOWS, [address("address.js"), sentences])

    def shows(self, *sentences):
        self.page.evaluate("(sentences) => shows(sentences)", sentences)

    def moves(self):
        """A slider is moved, and no page shows it yet."""
        self.page.evaluate('() => document.dispatchEvent(new CustomEvent("scenario-moves"))')

    def goes_by(self, milliseconds):
        self.page.clock.run_for(milliseconds)

    @property
    def heard(self):
        return self.page.evaluate("() => heard")


@pytest.fixture
def line(at_desk):
    return Line(at_desk).is_drawn()


def test_a_line_that_comes_after_the_page_speaks_what_changes_from_then_on(at_desk):
    line = Line(at_desk)
    line.page_shows(THERAPY, IOP)
    line.is_drawn()
    line.page_shows(THERAPY, "The IOP ends on March 6.")
    line.goes_by(5000)
    assert line.heard == ["The IOP ends on March 6."]


def test_on_arrival_and_when_nothing_changes_nothing_is_spoken(line):
    for _ in range(2):
        line.shows(THERAPY, IOP)
        line.goes_by(5000)
    assert line.heard == []


def test_only_the_option_that_changed_is_spoken(line):
    line.shows(THERAPY, IOP)
    line.shows(THERAPY, "The IOP ends on March 6.")
    line.goes_by(5000)
    assert line.heard == ["The IOP ends on March 6."]


def test_six_key_presses_in_a_row_are_one_message_after_the_last(line):
    line.shows(THERAPY, IOP)
    for day in range(4, 10):
        line.shows(f"Therapy ends on May {day}.", IOP)
        line.goes_by(900)
    assert line.heard == []
    line.goes_by(100)
    assert line.heard == ["Therapy ends on May 9."]


def test_a_slider_that_moves_on_before_the_page_follows_is_waited_for(line):
    line.shows(THERAPY, IOP)
    line.shows("Therapy ends on May 4.", IOP)
    for _ in range(3):
        line.goes_by(900)
        line.moves()
    assert line.heard == []
    line.goes_by(1000)
    assert line.heard == ["Therapy ends on May 4."]


def test_a_move_that_leads_back_to_what_was_heard_is_not_spoken(line):
    line.shows(THERAPY, IOP)
    line.shows("Therapy ends on May 4.", IOP)
    line.goes_by(500)
    line.shows(THERAPY, IOP)
    line.goes_by(5000)
    assert line.heard == []


def test_what_was_undone_after_it_was_heard_is_spoken_as_it_is_again(line):
    line.shows(THERAPY, IOP)
    line.shows("Therapy ends on May 4.", IOP)
    line.goes_by(1000)
    line.shows(THERAPY, IOP)
    line.goes_by(1000)
    assert line.heard == ["Therapy ends on May 4.", THERAPY]


def test_what_no_longer_holds_does_not_stay_in_the_line(line):
    line.shows(THERAPY, IOP)
    line.shows(THERAPY, IOP, "Both fit in the evening.")
    line.goes_by(1000)
    line.shows(THERAPY, IOP)
    line.goes_by(1000)
    expect(line.page.get_by_role("status")).to_have_text("")
    assert line.heard == ["Both fit in the evening."]
