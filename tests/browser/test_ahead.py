"""The answer and the charts follow a slider before the page does, and end where it ends."""

import re
from urllib.parse import urlsplit

import pytest
from by_night import by_night
from playwright.sync_api import expect
from visitor import START, charts_of, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.language.sentences import say
from carechoice.ui.assets import address, component_file

MOVED = {**START, "iop_weeks": 9}
SHORT_WAY = "**/api/ahead"
DRAG_STEPS = 40
NAMED_BY_CONTENT = re.compile("[0-9a-f]{8,}")
# Stands in each figure and nowhere else.
PART_OF_FIGURES = b"hovertemplate"
# Once the page has been told of a move it waits for the server's first word.
TOLD_OF_ITS_MOVE = "() => window.told > window.heardOf"
# A browser keeps so many figures, and forgets the oldest for newer ones.
FORGETS_FIGURES = """
async (address) => {
  const { keep } = await import(new URL(address, document.baseURI));
  for (let place = 0; place < 1000; place += 1) keep({ name: `${place}`, figure: {} });
}
"""
# A busy machine may take longer than a line that does not answer is given. Then the page alone
# moves the charts, and where its answers are held back nothing does.
IN_TIME_MS = re.findall(r"const IN_TIME_MS = (\d+)", component_file("ahead.js"))[0]
NOTHING_IS_LATE = f"""
  const later = window.setTimeout;
  window.setTimeout = (act, ms, ...rest) => (ms === {IN_TIME_MS} ? 0 : later(act, ms, ...rest));
"""
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
# Where a slider has stood, in the words that it is heard in.
WATCH_SLIDER = """
(slider) => {
  window.heard = [];
  const note = () => window.heard.push(Number(slider.value));
  new MutationObserver(note).observe(slider, { attributeFilter: ["aria-valuetext"] });
}
"""


def sees(visitor, values):
    for sentence in words.answer(compare(scenario_of(values))).values():
        expect(visitor.text(sentence)).to_be_visible()
    for key, chart in charts_of(scenario_of(values)).items():
        expect(visitor.picture(key)).to_have_attribute("aria-label", chart.alt)


def holds_back_answers(visitor):
    """The calls that hold back what the server says of the page, and that let it through."""
    held, is_held = [], []

    def connect(line):
        server = line.connect_to_server()

        def take(message):
            if is_held:
                held.append((line, message))
            else:
                line.send(message)

        server.on_message(take)

    def let_through():
        is_held.clear()
        for line, message in held:
            line.send(message)

    visitor.page.route_web_socket("**/_stcore/stream", connect)
    return lambda: is_held.append(True), let_through


def fails(route):
    route.abort()


def hangs(route):
    """Never answered."""


@pytest.mark.by_night
def test_a_move_that_no_page_answers_stays_until_one_does(tab):
    """It is sent again and never taken back: what a person chose last is what stands."""
    visitor = tab()
    hold, let_through = holds_back_answers(visitor)
    visitor.page.add_init_script(NOTHING_IS_LATE)
    visitor.open("/", START)
    hold()
    visitor.slider("iop_weeks").press("ArrowRight")
    sees(visitor, MOVED)
    expect(visitor.slider("iop_weeks")).to_have_value("9")
    let_through()
    visitor.page.wait_for_url(re.compile("iop_weeks=9"))
    sees(visitor, MOVED)


@pytest.mark.by_night
def test_the_charts_ahead_have_the_moves_of_all_sliders(tab):
    """Else the second slider's charts would take back the first one's move until the page comes."""
    visitor = tab()
    hold, _ = holds_back_answers(visitor)
    visitor.page.add_init_script(NOTHING_IS_LATE)
    visitor.open("/", START)
    hold()
    visitor.page.evaluate(WATCH)
    visitor.slider("therapy_sessions").press("ArrowRight")
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.slider("plan_pays_percent").press("ArrowLeft")
    both = {"therapy_sessions": 19, "iop_weeks": 9}
    sees(visitor, {**START, **both, "plan_pays_percent": 75})
    steps = [{}, {"therapy_sessions": 19}, both]
    order = [charts_of(scenario_of({**START, **step}))["time"].alt for step in steps]
    seen = [order.index(alt) for alt in visitor.page.evaluate("window.alts")]
    assert seen == sorted(seen)


def test_where_the_short_way_fails_or_hangs_the_page_moves_the_charts_until_it_works_again(tab):
    """A proxy that holds everything back must not stop the slider, now or later."""
    visitor = tab()
    hold, _ = holds_back_answers(visitor)
    visitor.open("/", START)
    for weeks, way in ((9, fails), (10, hangs), (11, hangs)):
        visitor.page.unroute(SHORT_WAY)
        visitor.page.route(SHORT_WAY, way)
        visitor.slider("iop_weeks").press("ArrowRight")
        visitor.sees_answer(scenario_of({**START, "iop_weeks": weeks}))
        visitor.sees_charts(scenario_of({**START, "iop_weeks": weeks}))
    visitor.page.unroute(SHORT_WAY)
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of({**START, "iop_weeks": 12}))
    hold()
    visitor.slider("iop_weeks").press("ArrowRight")
    sees(visitor, {**START, "iop_weeks": 13})


@pytest.mark.by_night
def test_a_newer_move_overtakes_one_that_hangs(tab):
    visitor = tab()
    hold, _ = holds_back_answers(visitor)
    asked = []

    def hang_the_first(route):
        asked.append(route.request.post_data_json["moves"][0])
        if len(asked) > 1:
            route.continue_()

    visitor.open("/", START)
    visitor.page.route(SHORT_WAY, hang_the_first)
    hold()
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.slider("iop_weeks").press("ArrowRight")
    sees(visitor, {**START, "iop_weeks": 10})
    assert asked == [{"iop_weeks": "9"}, {"iop_weeks": "10"}]


def test_no_address_that_is_asked_for_holds_what_a_person_entered(tab):
    """Servers and proxies log addresses. Only the one the person opened may say anything."""
    visitor = tab()
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.page.on("websocket", lambda socket: asked.append(socket.url))
    visitor.open("/", START)
    opened = len(asked)
    visitor.type_value("therapy_sessions", 37)
    visitor.sees_answer(scenario_of({**START, "therapy_sessions": 37}))
    visitor.unfold(visitor.fold(say("chart.table", title=say("time.title"))))
    visitor.download(visitor.main.get_by_role("button", name=say("chart.download")).first)
    visitor.go_to("page.share")
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of({**START, "therapy_sessions": 37, "iop_weeks": 9}))
    # A name made of a file's content may have any digits in it, and so may a blob's, which stays in
    # the browser.
    addresses = (NAMED_BY_CONTENT.sub("", address) for address in asked[opened:])
    later = [parts for parts in map(urlsplit, addresses) if parts.scheme != "blob"]
    assert any(parts.path.endswith("/api/ahead") for parts in later)
    assert [parts for parts in later if parts.query or "37" in parts.path] == []


def test_charts_follow_the_pointer_before_it_lets_go_and_never_go_back(tab):
    visitor = tab().open("/", START)
    row = catalog().parameters["iop_weeks"]
    box = visitor.slider("iop_weeks").bounding_box()
    visitor.page.evaluate(WATCH)
    middle = box["y"] + box["height"] / 2
    part = (float(row.default) - float(row.minimum)) / (float(row.maximum) - float(row.minimum))
    visitor.page.mouse.move(box["x"] + part * box["width"], middle)
    visitor.page.mouse.down()
    visitor.page.mouse.move(box["x"] + 0.6 * box["width"], middle, steps=DRAG_STEPS // 2)
    on_the_way = scenario_of({**START, "iop_weeks": visitor.slider("iop_weeks").input_value()})
    visitor.sees_answer(on_the_way)
    visitor.sees_charts(on_the_way)
    visitor.page.mouse.move(box["x"] + box["width"] - 1, middle, steps=DRAG_STEPS // 2)
    dragged = scenario_of({**START, "iop_weeks": row.maximum})
    visitor.sees_answer(dragged)
    visitor.sees_charts(dragged)
    visitor.page.mouse.up()
    visitor.sees_answer(dragged)
    visitor.sees_charts(dragged)
    visitor.sees_value("iop_weeks", float(row.maximum))
    visitor.address_hands_on(dragged)
    weeks = range(int(row.default), int(row.maximum) + 1)
    order = [charts_of(scenario_of({**START, "iop_weeks": week}))["time"].alt for week in weeks]
    seen = [order.index(alt) for alt in visitor.page.evaluate("window.alts")]
    assert seen == sorted(seen)
    assert len(set(seen)) > 2


def test_a_slider_in_hand_stays_there_while_the_page_of_another_input_arrives(tab):
    """Held where it stands, at 80 %, while a plan is chosen that pays 100 %."""
    visitor = tab()
    hold, let_through = holds_back_answers(visitor)
    visitor.open("/", START)
    slider, mouse = visitor.slider("plan_pays_percent"), visitor.page.mouse
    hold()
    visitor.choose_plan("masshealth")
    box = slider.bounding_box()
    thumb = 0.75 * box["height"]
    place = box["x"] + thumb / 2 + 0.8 * (box["width"] - thumb)
    mouse.move(place, box["y"] + box["height"] / 2)
    mouse.down()
    expect(slider).to_have_value("80")
    slider.evaluate(WATCH_SLIDER)
    let_through()
    visitor.sees_answer(scenario_of({**START, "plan": "masshealth"}))
    assert set(visitor.page.evaluate("window.heard")) <= {80}
    expect(slider).to_have_value("80")
    mouse.up()
    visitor.sees_value("plan_pays_percent", 100)


def test_a_move_that_still_waits_is_not_undone_by_the_page_of_another_input(tab):
    visitor = tab()
    hold, let_through = holds_back_answers(visitor)
    visitor.open("/", START)
    # Long enough on its way that the other page comes first.
    visitor.page.route(SHORT_WAY, hangs)
    slider = visitor.slider("plan_pays_percent")
    hold()
    visitor.choose_plan("masshealth")
    slider.press("ArrowLeft")
    slider.evaluate(WATCH_SLIDER)
    let_through()
    visitor.sees_answer(scenario_of({**START, "plan": "masshealth", "plan_pays_percent": 75}))
    visitor.sees_value("plan_pays_percent", 75)
    assert set(visitor.page.evaluate("window.heard")) <= {75}


@pytest.mark.by_night
def test_the_page_that_follows_a_move_does_not_bring_the_figures_that_are_there(tab):
    visitor = tab()
    told = []

    def hear(message):
        told.append(message)

    visitor.page.on("websocket", lambda line: line.on("framereceived", hear))
    visitor.open("/", START)
    assert any(PART_OF_FIGURES in message for message in told)
    told.clear()
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of(MOVED))
    visitor.sees_charts(scenario_of(MOVED))
    visitor.settled()
    assert told
    assert not any(PART_OF_FIGURES in message for message in told)


@pytest.mark.by_night
def test_a_figure_that_a_browser_has_lost_comes_again(tab):
    visitor = tab()
    hold, let_through = holds_back_answers(visitor)
    visitor.page.add_init_script(NOTHING_IS_LATE)
    visitor.open("/", START)
    drawn = visitor.drawn("time")
    hold()
    visitor.slider("iop_weeks").press("ArrowRight")
    sees(visitor, MOVED)
    moved = visitor.drawn("time")
    assert moved != drawn
    visitor.page.wait_for_function(TOLD_OF_ITS_MOVE)
    visitor.page.evaluate(FORGETS_FIGURES, address("figures.js"))
    let_through()
    visitor.sees_charts(scenario_of(MOVED))
    visitor.settled()
    assert visitor.drawn("time") == moved


# In one moment: a quick hand on a slow line, or a machine that takes two acts at once.
MOVE_AND_LINK = """
  const move = () => {
    range.value = Number(range.value) + 1;
    range.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const link = document.querySelector(".st-key-pages a[href$=week]");
"""
LEAVES_AS_THE_PAGE_IS_TOLD = f"""
(range) => {{
  {MOVE_AND_LINK}
  const leave = () => queueMicrotask(() => link.click());
  document.addEventListener("page-is-asked", leave, {{ once: true }});
  move();
}}
"""
MOVES_BEHIND_THE_LINK = f"(range) => {{ {MOVE_AND_LINK} link.click(); move(); }}"


@pytest.mark.parametrize("at_once", [LEAVES_AS_THE_PAGE_IS_TOLD, by_night(MOVES_BEHIND_THE_LINK)])
def test_a_move_and_a_link_in_one_moment_both_count(tab, at_once):
    """The message of the move led back to the page that it was made on, or to an error."""
    visitor = tab()
    visitor.open("/", START)
    # So that the page is told at once.
    visitor.page.route(SHORT_WAY, fails)
    visitor.slider("iop_weeks").evaluate(at_once)
    visitor.arrived("page.week").address_hands_on(scenario_of(MOVED))
