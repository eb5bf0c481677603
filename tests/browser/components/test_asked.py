"""What a page asks of moves that it does not show yet, and what it makes of the answers."""

import json

import pytest
from static_page import ORIGIN, StaticPage

from carechoice.ui.assets import address

# Notes what is shown ahead of the page and what may come; `show(...)` is a slider that is moved.
PAGE = """
async (address) => {
  window.asked = await import(new URL(address, document.baseURI));
  window.idle = requestIdleCallback.bind(window);
  window.shown = [];
  window.toCome = [];
  const note = (list, type) =>
    document.addEventListener(type, ({ detail }) => list.push(detail));
  note(shown, "scenario-ahead");
  note(toCome, "answers-may-come");
  const tell = (type, detail) => document.dispatchEvent(new CustomEvent(type, { detail }));
  window.prepare = (...weeks) => tell("moves-may-come", weeks.map((each) => ({ weeks: each })));
  window.rest = () => tell("scenario-rests");
  window.show = (week, ...next) => {
    window.question?.abort();
    window.question = new AbortController();
    const moves = { weeks: week };
    const { signal } = window.question;
    const detail = { moves, next: next.map((each) => ({ weeks: each })), signal };
    tell("scenario-moves", detail);
    return detail.drawn;
  };
}
"""
# Ends once all has been done that waited for idle time.
IDLE = "new Promise((over) => idle(over))"


class Server:
    """Answers each set of moves with its weeks, but never those that it holds back."""

    def __init__(self, page):
        self.asked, self.held_back = [], None
        page.route(f"{ORIGIN}/api/ahead", self._take)

    def _take(self, route):
        weeks = [moves["weeks"] for moves in route.request.post_data_json["moves"]]
        self.asked.append(weeks)
        if weeks[0] != self.held_back:
            answers = [{"answer": each, "charts": {}} for each in weeks]
            route.fulfill(body=json.dumps({"answers": answers}), content_type="application/json")


@pytest.fixture
def page(at_desk: StaticPage):
    at_desk.open()
    page = at_desk.page
    page.server = Server(page)
    page.evaluate(PAGE, address("asked.js"))
    return page


def shown(page):
    return [answer["answer"] for answer in page.evaluate("shown")]


def prepare(page, *weeks):
    page.evaluate("(weeks) => prepare(...weeks)", weeks)
    page.wait_for_function("() => toCome.length > 0")


def test_a_move_that_was_asked_for_before_is_shown_at_once_and_without_a_request(page):
    prepare(page, "9", "7")
    # Nothing between the move and what is shown: both in one go.
    assert page.evaluate("() => { show('9'); return shown.map(({ answer }) => answer); }") == ["9"]
    assert page.server.asked == [["9", "7"]]


def test_a_browser_that_does_not_tell_when_it_is_idle_asks_ahead_all_the_same(page):
    page.evaluate("() => { window.requestIdleCallback = undefined; }")
    prepare(page, "9", "7")
    assert page.server.asked == [["9", "7"]]


def test_the_moves_that_come_next_are_asked_for_along_with_the_one_that_counts(page):
    assert page.evaluate("show('9', '10', '11')") is True
    assert page.evaluate("show('10', '11', '12')") is True
    assert page.evaluate("show('13', '14')") is True
    assert shown(page) == ["9", "10", "13"]
    assert page.server.asked == [["9", "10", "11"], ["13", "14"]]


def test_only_what_is_not_known_yet_is_asked_for_ahead(page):
    prepare(page, "9", "7")
    page.evaluate("() => { toCome.length = 0; }")
    prepare(page, "9", "7", "10")
    assert page.server.asked == [["9", "7"], ["10"]]
    assert [each["answer"] for each in page.evaluate("toCome[0]")] == ["9", "7", "10"]


def test_a_newer_move_takes_the_place_of_one_that_hangs(page):
    page.server.held_back = "9"
    page.evaluate("() => { window.first = show('9'); }")
    assert page.evaluate("show('10')") is True
    assert page.evaluate("first") is False
    assert shown(page) == ["10"]


def test_another_input_of_the_page_makes_all_answers_old(page):
    prepare(page, "9", "7")
    page.evaluate("() => history.replaceState(null, '', '?plan=medicare')")
    assert page.evaluate("show('9')") is True
    assert page.server.asked == [["9", "7"], ["9"]]


def test_where_there_is_no_answer_the_page_alone_counts(page):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(f"{ORIGIN}/api/ahead", lambda route: route.fulfill(status=500))
    page.evaluate("prepare('10')")
    page.evaluate(IDLE)
    assert page.evaluate("show('9')") is False
    assert shown(page) == []
    assert errors == []


def test_once_the_page_shows_it_nothing_is_ahead_of_it(page):
    page.evaluate("show('9')")
    assert page.evaluate("asked.ahead.answer") == "9"
    page.evaluate("rest()")
    assert page.evaluate("asked.ahead === undefined")


@pytest.mark.parametrize(
    "why",
    [
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })",
        "Object.defineProperty(document, 'hidden', { value: true })",
    ],
)
def test_nothing_is_asked_for_ahead_where_that_would_cost_somebody_something(page, why):
    page.evaluate(f"() => {{ {why}; }}")
    page.evaluate("prepare('9', '7')")
    page.evaluate(IDLE)
    assert page.evaluate("show('8')") is True
    assert page.server.asked == [["8"]]
