"""What a person does while a server that knows nothing of their visit is told of it: done once."""

import pytest

BESIDE = """
<div data-testid="stButton"><button id="keep">Keep</button></div>
<a data-testid="stPageLink" id="bill" href="#bill">Your bill</a>
<input type="file">
"""
# Notes what reaches the framework, which listens below the document.
NOTES_WHAT_REACHES_THE_FRAMEWORK = """
() => {
  window.reached = [];
  const main = document.querySelector("main");
  for (const kind of ["click", "change"]) {
    main.addEventListener(kind, ({ target }) => reached.push(target.id || target.files[0].name));
  }
}
"""
NOTES_WHAT_IS_GONE = """
() => document.addEventListener("press-is-gone", () => reached.push("gone"))
"""
ARRIVES = """
(page) => {
  const told = { follows: null, back: null, runs: 1, kept: null, query: [], ...page };
  document.dispatchEvent(new CustomEvent("scenario-arrives", { detail: told, cancelable: true }));
}
"""
GIVEN_UP_MS = 30_000


class Tab:
    """A tab with a visit that one server knows and another does not."""

    def __init__(self, page):
        self.page = page
        page.evaluate(NOTES_WHAT_REACHES_THE_FRAMEWORK)
        self.arrives(visit="a", runs=4)

    def arrives(self, **page):
        self.page.evaluate(ARRIVES, page)

    def is_led_to_another_server(self):
        self.page.evaluate("() => document.dispatchEvent(new CustomEvent('line-back'))")

    def is_answered(self, **page):
        """The server that was told of the visit shows its page."""
        back = self.page.evaluate("() => sent.at(-1)[1].id")
        self.arrives(visit="b", follows="a", back=back, **page)

    def press(self, name="#keep", **how):
        self.page.locator(name).click(**how)

    @property
    def reached(self):
        return self.page.evaluate("() => reached.splice(0)")


@pytest.fixture
def tab(at_desk):
    at_desk.page.clock.install()
    return Tab(at_desk.open_part("visit", "", {}, BESIDE).page)


def test_a_press_waits_until_the_server_that_is_told_of_the_visit_shows_it_and_is_done_once(tab):
    tab.is_led_to_another_server()
    tab.press()
    tab.arrives(visit="b")
    assert tab.reached == []
    tab.is_answered(runs=2)
    assert tab.reached == ["keep"]
    tab.arrives(visit="b", follows="a", runs=3)
    assert tab.reached == []


def test_what_was_pressed_on_the_dead_line_too_is_done_once_and_two_things_are_both_done(tab):
    tab.press()
    assert tab.reached == ["keep"]
    tab.is_led_to_another_server()
    tab.press()
    tab.press("#bill")
    tab.is_answered()
    assert tab.reached == ["keep", "bill"]


def test_that_a_press_could_not_be_done_is_told_where_its_button_went_with_the_session(tab):
    tab.page.evaluate(NOTES_WHAT_IS_GONE)
    tab.press()
    tab.is_led_to_another_server()
    tab.press("#bill")
    tab.page.evaluate("() => document.querySelector('#keep').remove()")
    tab.is_answered()
    assert tab.reached == ["keep", "gone", "bill"]


def test_what_the_server_heard_before_the_line_died_is_not_done_again(tab):
    tab.press()
    tab.is_led_to_another_server()
    # Its page was still on its way.
    tab.arrives(visit="a", runs=5)
    back = tab.page.evaluate("() => sent.at(-1)[1].id")
    tab.arrives(visit="a", back=back, runs=6)
    assert tab.reached == ["keep"]


def test_a_file_that_is_given_meanwhile_waits_too(tab):
    tab.is_led_to_another_server()
    file = {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    tab.page.locator("input").set_input_files(files=[file])
    assert tab.reached == []
    tab.is_answered()
    assert tab.reached == ["plan.pdf"]


def test_a_link_that_is_opened_beside_the_page_is_the_browsers(tab):
    tab.is_led_to_another_server()
    tab.press("#bill", modifiers=["Control"])
    assert tab.reached == ["bill"]
    tab.is_answered()
    assert tab.reached == []


def test_a_press_waits_no_longer_than_half_a_minute_for_a_page_that_does_not_come(tab):
    tab.is_led_to_another_server()
    tab.press()
    tab.page.clock.fast_forward(GIVEN_UP_MS // 2)
    assert tab.reached == []
    tab.page.clock.fast_forward(GIVEN_UP_MS)
    assert tab.reached == ["keep"]
