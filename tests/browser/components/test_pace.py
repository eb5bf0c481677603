"""What sliders ask to be shown, one after the other, and when the page is told."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

MORNING = datetime(2026, 11, 23, 9, tzinfo=UTC)
# A page that shows what it is asked for when it is told to; what may come next is noted.
SHOWS = """
() => {
  Object.assign(window, { asked: [], next: [], mayCome: [], shows: [] });
  document.addEventListener("scenario-moves", ({ detail }) => {
    asked.push(detail.moves);
    next.push(detail.next);
    detail.drawn = new Promise((over) => shows.push(() => over(true)));
  });
  document.addEventListener("moves-may-come", ({ detail }) => mayCome.push(detail));
}
"""
# A link to another page, which is noted among what the server is told.
LINK = """
() => {
  const link = document.createElement("a");
  Object.assign(link, { href: "/week", textContent: "Your week" });
  link.dataset.testid = "stPageLink-NavLink";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    server.sent.push({ field: "link", value: 0 });
  });
  document.querySelector("main").prepend(link);
}
"""
COMES = """
(page) => {
  const detail = { page, numbers: {}, moves: {} };
  document.dispatchEvent(new CustomEvent("scenario-shown", { detail }));
}
"""


@pytest.fixture
def page(at_desk):
    """A slider whose moves are shown, on a clock that stands still."""
    at_desk.page.clock.install(time=MORNING)
    at_desk.open("iop_weeks", "plan_pays_percent")
    at_desk.page.clock.pause_at(MORNING + timedelta(hours=1))
    at_desk.page.evaluate(SHOWS)
    return at_desk


def shows(page):
    page.page.evaluate("shows.at(-1)()")


def asked(page):
    return page.page.evaluate("asked")


def weeks(*values):
    return [{"iop_weeks": str(value)} for value in values]


def test_a_move_that_comes_while_another_is_drawn_is_asked_for_at_once(page):
    """And not after the pause that a person makes: else charts would lag behind a finger."""
    slider = page.slider("iop_weeks")
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    assert asked(page) == weeks(9)
    shows(page)
    assert asked(page) == weeks(9, 11)
    assert page.sent == []


def test_a_move_that_comes_while_the_person_pauses_is_asked_for_at_once(page):
    slider = page.slider("iop_weeks")
    slider.press("ArrowRight")
    shows(page)
    slider.press("ArrowRight")
    assert asked(page) == weeks(9, 10)


def test_the_page_is_told_once_the_person_pauses(page):
    page.slider("iop_weeks").press("ArrowRight")
    shows(page)
    page.page.clock.run_for(99)
    assert page.sent == []
    page.page.clock.run_for(1)
    page.rests_at("iop_weeks", 9)
    assert page.sent == [["iop_weeks", 9]]


def test_the_next_moves_lie_in_the_direction_of_the_last_one_and_end_with_the_scale(page):
    slider = page.slider("iop_weeks")
    slider.press("ArrowRight")
    assert page.page.evaluate("next.at(-1)") == weeks(10, 11, 12)
    shows(page)
    slider.press("ArrowLeft")
    assert page.page.evaluate("next.at(-1)") == weeks(7, 6, 5)
    shows(page)
    slider.press("End")
    assert page.page.evaluate("next.at(-1)") == []


def test_what_may_come_next_has_the_moves_that_wait_of_other_sliders(page):
    page.slider("iop_weeks").press("ArrowRight")
    shows(page)
    page.slider("plan_pays_percent").press("ArrowLeft")
    assert page.page.evaluate("next.at(-1)[0]") == {"iop_weeks": "9", "plan_pays_percent": "70"}


def test_a_slider_that_is_focused_or_pointed_at_tells_what_may_come_once_that_lasts(page):
    page.slider("iop_weeks").focus()
    page.page.clock.run_for(99)
    assert page.page.evaluate("mayCome") == []
    page.page.clock.run_for(1)
    assert page.page.evaluate("mayCome") == [weeks(9, 7, 10, 6)]
    page.part("plan_pays_percent", "label").hover()
    page.page.clock.run_for(100)
    shares = [{"plan_pays_percent": str(share)} for share in (85, 75, 90, 70)]
    assert page.page.evaluate("mayCome.at(-1)") == shares
    # It says so once, and again when the page shows something else.
    page.slider("plan_pays_percent").focus()
    page.page.clock.run_for(1000)
    assert page.page.evaluate("mayCome.length") == 2


def test_at_rest_after_a_move_the_values_next_to_it_may_come(page):
    page.slider("iop_weeks").press("ArrowLeft")
    shows(page)
    page.page.clock.run_for(100)
    page.rests_at("iop_weeks", 7)
    page.page.clock.run_for(100)
    assert page.page.evaluate("mayCome.at(-1)") == weeks(6, 8, 5, 9)
    expect(page.slider("iop_weeks")).to_have_value("7")


@pytest.fixture
def with_link(page):
    """The same beside a link to another page; the server answers when it is told to."""
    page.page.evaluate(LINK)
    page.page.evaluate(COMES, "compare")
    page.holds_answers()
    return page


def follow_link(page):
    page.page.get_by_role("link", name="Your week").click()
    # A link that waits does so for the framework's next moment.
    page.page.clock.run_for(1)


def test_what_a_slider_says_goes_before_a_link_that_is_pressed_on_its_heels(with_link):
    """Else the message would come from a page that the server has left already."""
    with_link.slider("iop_weeks").press("ArrowRight")
    shows(with_link)
    follow_link(with_link)
    assert with_link.sent == [["iop_weeks", 9], ["link", 0]]


def test_a_link_pressed_at_rest_goes_at_once(with_link):
    with_link.page.get_by_role("link", name="Your week").click()
    assert with_link.sent == [["link", 0]]


def test_what_a_slider_says_while_the_page_changes_waits_until_it_has(with_link):
    follow_link(with_link)
    with_link.slider("iop_weeks").press("ArrowRight")
    shows(with_link)
    with_link.page.clock.run_for(200)
    assert with_link.sent == [["link", 0]]
    # The answer to something earlier, still from the page before.
    with_link.page.evaluate(COMES, "compare")
    assert with_link.sent == [["link", 0]]
    with_link.page.evaluate(COMES, "week")
    assert with_link.sent == [["link", 0], ["iop_weeks", 9]]


def test_a_page_that_does_not_come_keeps_no_slider_waiting_for_long(with_link):
    follow_link(with_link)
    with_link.slider("iop_weeks").press("ArrowRight")
    shows(with_link)
    with_link.page.clock.run_for(5000)
    assert with_link.sent == [["link", 0], ["iop_weeks", 9]]
