"""The pictures of one chart: which is in its place, which are kept, and when they go."""

import pytest
from static_page import StaticPage

from carechoice.ui.assets import address

# A library that only notes what it is told, and a chart's place with its button.
GALLERY = """
async (address) => {
  const { Gallery } = await import(new URL(address, document.baseURI));
  const card = document.querySelector("main").appendChild(document.createElement("div"));
  card.innerHTML = "<div role=img aria-label=Costs></div><button>Save</button>";
  const library = {
    drawn: [],
    newPlot: async (root, [name]) => {
      const room = root.parentElement;
      library.drawn.push([name, room.className, document.contains(root)]);
      root.textContent = name;
      root.on = () => {};
    },
    purge: (root) => (window.gone ??= []).push(root.textContent),
  };
  Object.assign(window, { place: card.firstChild, library });
  window.gallery = new Gallery(place, library);
  window.figure = (name, width = 300, height = 200) =>
    JSON.stringify({ data: [name], layout: { width, height, font: { size: 14 } } });
}
"""
# The gallery of an early page that shows a figure already, and offers it.
EARLY = """
async (address) => {
  const { offer } = await import(new URL(address, document.baseURI));
  const place = document.querySelector("main").appendChild(document.createElement("div"));
  window.early = new gallery.constructor(place, library);
  early.show(figure("8 weeks"));
  offer(early);
}
"""


@pytest.fixture
def page(at_desk: StaticPage):
    at_desk.open()
    at_desk.page.evaluate(GALLERY, address("gallery.js"))
    return at_desk.page


def test_a_picture_that_stands_ready_is_put_into_its_place_and_not_drawn_again(page):
    page.evaluate("() => { gallery.show(figure('8 weeks')); gallery.prepare(figure('9 weeks')); }")
    assert page.evaluate("library.drawn") == [["8 weeks", "", True], ["9 weeks", "unseen", True]]
    assert page.evaluate("place.textContent") == "8 weeks"
    page.evaluate("gallery.show(figure('9 weeks', 300, 240))")
    page.evaluate("gallery.show(figure('9 weeks'))")
    page.evaluate("gallery.show(figure('8 weeks'))")
    assert [name for name, *_ in page.evaluate("library.drawn")] == [
        "8 weeks",
        "9 weeks",
        "9 weeks",
    ]
    assert page.evaluate("place.textContent") == "8 weeks"
    assert page.evaluate("place.style.getPropertyValue('--height')") == "200px"


def test_what_is_drawn_ahead_is_in_the_page_for_no_one(page):
    page.evaluate("() => { gallery.show(figure('8 weeks')); gallery.prepare(figure('9 weeks')); }")
    assert page.get_by_text("9 weeks").count() == 0
    assert page.get_by_role("img").count() == 1
    assert page.evaluate("place.ariaLabel") == "Costs"


def test_so_many_pictures_are_kept_and_no_more_and_never_goes_the_one_that_is_shown(page):
    page.evaluate("gallery.show(figure('shown'))")
    page.evaluate("() => { for (let n = 0; n < 40; n += 1) gallery.prepare(figure(`${n}`)); }")
    assert page.evaluate("gallery.pictures.size") == 33
    assert page.evaluate("gone") == [str(n) for n in range(8)]
    assert page.evaluate("place.textContent") == "shown"


@pytest.mark.parametrize("changed", ["figure('now', 400)", "figure('later', 400)"])
def test_with_another_width_all_pictures_go(page, changed):
    page.evaluate("() => { gallery.show(figure('now')); gallery.prepare(figure('next')); }")
    page.evaluate(f"gallery.show({changed})")
    assert page.evaluate("gone") == ["now", "next"]
    assert page.evaluate("gallery.pictures.size") == 1
    # What was to be drawn before the change does not fit any more.
    page.evaluate("gallery.prepare(figure('next'))")
    assert page.evaluate("gallery.pictures.size") == 1


def test_the_live_page_takes_over_the_picture_of_the_early_one_where_a_copy_stays(page):
    page.evaluate(EARLY, address("handover.js"))
    page.evaluate(
        "() => { window.root = early.place.firstChild; gallery.show(figure('8 weeks')); }"
    )
    assert page.evaluate("library.drawn.length") == 1
    assert page.evaluate("place.firstChild === root")
    assert page.evaluate("early.place.textContent") == "8 weeks"
    assert page.evaluate("place.ariaBusy") == "false"
    # The next ones are drawn in the same look.
    page.evaluate("gallery.prepare(figure('9 weeks'))")
    assert page.evaluate("gallery.pictures.size") == 2


def test_a_picture_of_another_width_is_drawn_anew(page):
    page.evaluate(EARLY, address("handover.js"))
    page.evaluate("gallery.show(figure('8 weeks', 400))")
    assert page.evaluate("library.drawn.length") == 2


def test_a_window_that_changes_after_that_has_the_early_page_draw_its_own_again(page):
    page.evaluate(EARLY, address("handover.js"))
    page.evaluate("() => { gallery.show(figure('8 weeks')); early.show(figure('8 weeks', 400)); }")
    assert page.evaluate("library.drawn.length") == 2
    assert page.evaluate("place.textContent") == "8 weeks"
