"""The dashboard's answer and charts follow a slider before the page does, and end where it ends."""

from playwright.sync_api import expect
from visitor import START, charts_of, scenario_of

from carechoice import words
from carechoice.catalog import catalog
from carechoice.comparison import compare

MOVED = {**START, "iop_weeks": 9}
DRAG_STEPS = 40
# Every label the charts have had, in order.
WATCH = """
() => {
  window.alts = [];
  for (const picture of document.querySelectorAll(".st-key-chart_time [role=img]")) {
    const note = () => window.alts.push(picture.ariaLabel);
    new MutationObserver(note).observe(picture, { attributeFilter: ["aria-label"] });
  }
}
"""


def sees(visitor, values):
    for sentence in words.answer(compare(scenario_of(values))).values():
        expect(visitor.text(sentence)).to_be_visible()
    for key, chart in charts_of(scenario_of(values)).items():
        expect(visitor.picture(key)).to_have_attribute("aria-label", chart.alt)


def holds_back_answers(visitor):
    """From the call of what is returned on, what the server says of the page is lost."""
    held = []

    def connect(line):
        server = line.connect_to_server()
        server.on_message(lambda message: None if held else line.send(message))

    visitor.page.route_web_socket("**/_stcore/stream", connect)
    return lambda: held.append(True)


def test_a_move_that_no_page_answers_is_shown_and_then_taken_back(tab):
    """Five seconds later the slider gives up, and charts must not say what nothing else says."""
    visitor = tab()
    hold = holds_back_answers(visitor)
    visitor.open("/", START)
    hold()
    visitor.slider("iop_weeks").press("ArrowRight")
    sees(visitor, MOVED)
    sees(visitor, START)
    expect(visitor.slider("iop_weeks")).to_have_value("8")


def test_without_the_short_way_the_page_alone_moves_the_charts(tab):
    visitor = tab()
    visitor.page.route("**/api/dashboard*", lambda route: route.abort())
    visitor.open("/", START)
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of(MOVED))
    sees(visitor, MOVED)


def test_a_chart_never_goes_back_while_a_slider_is_dragged(tab):
    visitor = tab().open("/", START)
    row = catalog().parameters["iop_weeks"]
    box = visitor.slider("iop_weeks").bounding_box()
    visitor.page.evaluate(WATCH)
    middle = box["y"] + box["height"] / 2
    part = (float(row.default) - float(row.minimum)) / (float(row.maximum) - float(row.minimum))
    visitor.page.mouse.move(box["x"] + part * box["width"], middle)
    visitor.page.mouse.down()
    visitor.page.mouse.move(box["x"] + box["width"] - 1, middle, steps=DRAG_STEPS)
    visitor.page.mouse.up()
    dragged = {**START, "iop_weeks": row.maximum}
    visitor.sees_answer(scenario_of(dragged))
    sees(visitor, dragged)
    weeks = range(int(row.default), int(row.maximum) + 1)
    order = [charts_of(scenario_of({**START, "iop_weeks": week}))["time"].alt for week in weeks]
    seen = [order.index(alt) for alt in visitor.page.evaluate("window.alts")]
    assert seen == sorted(seen)
    assert len(set(seen)) > 2
