"""A chart answers the pointer, on pages and in presentations, and can be saved as a picture."""

import io
from pathlib import Path

import pytest
from in_page import PAINTED
from PIL import Image
from playwright.sync_api import expect
from test_modes_journeys import SCREEN_SIZES, presented, sees_screen, show_numbers
from visitor import START, Visitor, charts_of, scenario_of

from carechoice.comparison.compare import compare
from carechoice.comparison.words import between
from carechoice.drawing.cost_bars import part_name
from carechoice.drawing.style import TEXT
from carechoice.language.sentences import say, short_name
from carechoice.present.screens import SCREENS
from carechoice.ui.assets import PLOTLY, address

__all__ = ["presented"]
# The chart's rows are counted from below.
# What is left of the price at its high end tells what the plan pays.
BARS = [
    f"{short_name(path)}{part_name(part)}"
    for path in ("iop", "therapy")
    for part in ("you", "may", "plan")
]
# Pages with charts, and how many of them a page has.
CHARTS = {"/": 3, "/bill": 4, "/week": 3, "/care": 2}
# Keeps an eye on the page's charts from now on; afterwards, whether all are as they were.
WATCH = """
() => {
  window.pictures = Array.from(document.querySelectorAll("[class*=st-key-chart_] [role=img]"));
  window.changes = 0;
  const watcher = new MutationObserver((changes) => window.changes += changes.length);
  for (const picture of window.pictures) {
    watcher.observe(picture, { childList: true, subtree: true, attributes: true });
  }
}
"""
UNTOUCHED = """
() => window.pictures.length > 0 && window.changes === 0
  && window.pictures.every((picture) => picture.isConnected)
"""
# Puts a chart into the page and takes it away in the midst of being drawn.
TAKE_AWAY = """
async ({ script, data }) => {
  const card = document.createElement("div");
  card.innerHTML = "<div role=img></div><button></button><div class=caption></div>";
  document.body.append(card);
  const { default: component } = await import(new URL(script, document.baseURI));
  const begun = new Promise((resolve) => new MutationObserver(resolve)
    .observe(card, { childList: true, subtree: true }));
  const remove = component({ data, parentElement: card });
  await begun;
  const isDrawn = Boolean(card.querySelector("svg"));
  remove();
  card.remove();
  window.takenAway = card.firstChild;
  return isDrawn;
}
"""
DRAWN_TO_ITS_END = "() => window.takenAway.ariaBusy === 'false'"
INK = (35, 40, 47)
# Parts that a bar does not have are paths without any length.
POINTED_AT = ".barlayer .point path:visible"

MOVES_ELSEWHERE = """
() => document.body.dispatchEvent(new PointerEvent("pointermove", { bubbles: true }))
"""


def tells_what_is_pointed_at(visitor):
    """Each bar of the cost chart tells what it is, beside the pointer."""
    picture = visitor.picture("cost")
    labels = picture.locator(".hoverlayer .hovertext")
    for bar, told in zip(picture.locator(POINTED_AT).all(), BARS, strict=True):
        visitor.page.mouse.move(0, 0)
        expect(labels).to_have_count(0)
        # Not what takes the pointer: a layer above all bars does.
        bar.hover(force=True)
        expect(labels).to_have_count(1)
        expect(labels).to_contain_text(told)
        at, room = labels.bounding_box(), picture.bounding_box()
        assert room["x"] <= at["x"] <= room["x"] + room["width"]
        assert room["y"] - at["height"] <= at["y"] <= room["y"] + room["height"]


def keeps_telling_while_a_key_moves_a_slider(visitor):
    """Also in pictures that were drawn before, and in none once the pointer is elsewhere."""
    picture = visitor.picture("cost")
    labels = picture.locator(".hoverlayer .hovertext")
    slider = visitor.slider("iop_weeks")
    slider.focus()
    picture.locator(POINTED_AT).first.hover(force=True)
    expect(labels).to_have_count(1)
    for key, weeks in (("ArrowRight", 9), ("ArrowRight", 10), ("ArrowLeft", 9)):
        slider.press(key)
        owed = compare(scenario_of({**START, "iop_weeks": weeks})).options["iop"].patient_usd
        expect(labels).to_have_count(1)
        expect(labels).to_contain_text(between(owed))
    visitor.page.mouse.move(0, 0)
    expect(labels).to_have_count(0)
    slider.press("ArrowLeft")
    visitor.sees_charts(scenario_of(START))
    expect(labels).to_have_count(0)


@pytest.mark.by_night
def test_a_bar_of_a_page_tells_what_it_is(tab):
    visitor = tab().open("/", START)
    keeps_telling_while_a_key_moves_a_slider(visitor)
    for size in (*SCREEN_SIZES, (390, 844)):
        tells_what_is_pointed_at(visitor.seen_at(size))


@pytest.mark.by_night
def test_a_picture_that_never_saw_the_pointer_come_tells_nothing_once_it_has_gone(tab):
    """The browser tells a new picture of the pointer over it a moment later, or never."""
    visitor = tab().open("/", START)
    picture = visitor.picture("cost")
    labels = picture.locator(".hoverlayer .hovertext")
    visitor.slider("iop_weeks").focus()
    picture.locator(POINTED_AT).first.hover(force=True)
    expect(labels).to_have_count(1)
    visitor.page.keyboard.press("ArrowRight")
    owed = compare(scenario_of({**START, "iop_weeks": 9})).options["iop"].patient_usd
    expect(labels).to_contain_text(between(owed))
    visitor.page.evaluate(MOVES_ELSEWHERE)
    expect(labels).to_have_count(0)


@pytest.mark.by_night
def test_a_bar_of_a_presentation_tells_what_it_is_and_no_button_saves_its_chart(presented):
    visitor = presented(size=SCREEN_SIZES[0])
    number = SCREENS.index("cost")
    for _ in range(number):
        visitor.page.keyboard.press("ArrowRight")
    sees_screen(visitor, number)
    expect(save_button(visitor, "cost")).to_have_count(0)
    tells_what_is_pointed_at(visitor)
    show_numbers(visitor)
    sees_screen(visitor, number)
    for size in SCREEN_SIZES:
        visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
        sees_screen(visitor, number)
        tells_what_is_pointed_at(visitor)


def save_button(visitor, key):
    return visitor.page.locator(f".st-key-chart_{key}").get_by_role("button")


def saved(visitor: Visitor, ask) -> tuple[str, Image.Image]:
    """The name of the file that comes once it is asked for, and the picture in it."""
    with visitor.page.expect_download() as waiting:
        ask()
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    return waiting.value.suggested_filename, Image.open(io.BytesIO(content)).convert("RGB")


def is_a_drawing_on_paper(picture):
    """Twice as sharp as the paper's 640 pixels; dark text and much white, and more than that."""
    colors = {color: count for count, color in picture.getcolors(maxcolors=2**24)}
    assert 1280 <= picture.width <= 1400
    assert picture.height > 600
    assert colors[255, 255, 255] > picture.width * picture.height / 4
    assert colors[INK] > 500
    assert len(colors) > 50


@pytest.mark.by_night
@pytest.mark.parametrize("path", CHARTS)
def test_each_chart_of_a_page_can_be_saved_and_stays_as_it_is(tab, path):
    visitor = tab(scheme="dark").open(path, START)
    buttons = visitor.main.get_by_role("button", name=say("chart.save.spoken", title=""))
    # The page's ink is that of the paper in light colours: seen once.
    for scheme in ("dark", "light") if path == "/" else ("dark",):
        visitor.prefers(scheme)
        expect(buttons).to_have_count(CHARTS[path])
        visitor.page.evaluate(WATCH)
        names = []
        for button in buttons.all():
            name, picture = saved(visitor, button.click)
            is_a_drawing_on_paper(picture)
            names.append(name)
        keys = [name.removeprefix("carechoice-").removesuffix(".png") for name in names]
        assert len(set(keys)) == CHARTS[path]
        for key in keys:
            expect(visitor.picture(key)).to_be_visible()
        assert visitor.page.evaluate(UNTOUCHED)


def test_a_chart_is_saved_by_the_keyboard_as_it_is_shown_now(tab):
    visitor = tab().open("/", START)
    button = save_button(visitor, "time")
    expect(button).to_have_accessible_name(say("chart.save.spoken", title=say("time.title")))
    box = button.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    visitor.tab_to(button)
    assert button.evaluate("(part) => getComputedStyle(part).outlineStyle") == "solid"
    name, before = saved(visitor, lambda: visitor.page.keyboard.press("Enter"))
    assert name == "carechoice-time.png"
    drawn = visitor.drawn("time")
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.wait_until_drawn_anew("time", drawn)
    visitor.settled()
    visitor.page.evaluate(WATCH)
    button.focus()
    _, after = saved(visitor, lambda: visitor.page.keyboard.press("Space"))
    assert before.tobytes() != after.tobytes()
    assert visitor.page.evaluate(UNTOUCHED)
    expect(button).to_be_focused()


@pytest.mark.by_night
def test_a_chart_that_is_taken_away_while_it_is_drawn_leaves_no_error(tab):
    """Who goes on to the next page at once takes the charts from under Plotly's hands."""
    visitor = tab().open("/", START)
    errors = []
    visitor.page.on("pageerror", lambda error: errors.append(str(error)))
    chart = charts_of(scenario_of(START))["cost"]
    data = {
        "figure": chart.figure,
        "alt": chart.alt,
        "caption": [],
        "text_color": TEXT,
        "address": address(PLOTLY),
    }
    assert visitor.page.evaluate(TAKE_AWAY, {"script": address("plot.js"), "data": data})
    visitor.page.wait_for_function(DRAWN_TO_ITS_END)
    visitor.page.evaluate(PAINTED)
    assert errors == []


@pytest.mark.by_night
def test_without_plotly_there_is_nothing_to_save_and_the_table_serves(tab):
    visitor = tab()
    visitor.page.route("**/assets/plotly-*", lambda route: route.abort())
    visitor.page.goto(f"{visitor.address}/")
    expect(visitor.main.get_by_text(say("chart.instead"))).to_have_count(3)
    expect(visitor.picture("cost")).to_contain_text(say("chart.instead"))
    expect(save_button(visitor, "cost")).to_have_count(0)
    fold = visitor.page.locator(".st-key-table_cost details")
    visitor.unfold(fold)
    expect(fold.get_by_role("table")).to_be_visible()
