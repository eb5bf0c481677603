"""The presentation in a browser: its screens, its keys, the way in and out."""

import re
from urllib.parse import quote, urlencode

import pytest
from by_night import by_night
from centre_tables import PROGRAMS, centre_folder
from in_page import CALLED_OTHERWISE
from logo_picture import picture
from playwright.sync_api import expect
from violations import found, found_in_other_colors
from visitor import START, main_sliders, scenario_of

from carechoice.catalog.centre.rows import key_of_name
from carechoice.comparison.compare import compare
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.kept_as_text import write_scenarios
from carechoice.language.sentences import say
from carechoice.present import screens as presentation
from carechoice.present.charts import CHARTS
from carechoice.present.screens import SCREENS
from carechoice.topics.dashboard import captions

SCREEN_SIZES = [(1280, 720), (1440, 900), (1920, 1080)]
LARGEST = (3840, 2160)
# As low as a window is in which charts grow further than the words.
LOW = (1200, 672)
UPRIGHT, SMALL_UPRIGHT = (820, 1180), (768, 1024)
ALL_SIZES = [*SCREEN_SIZES, LARGEST, UPRIGHT]
LONG_NAMES = (
    "Intensive Daytime Recovery Program for Adults (18 and over)",
    "Evening Online Program for Working Adults and Their Families",
    "Afternoon Program for Teens and Young Adults with Dual Care",
)
FIXED_HOURS = {"fixed_hours": "mon-fri:09-17"}
OUT_OF_NETWORK = {"network": "oon", **FIXED_HOURS}
WITH_THIRD = {**START, "third_path": "step_down"}
FITS = """
() => {
  const main = document.querySelector("[data-testid=stMain]");
  return main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth;
}
"""


@pytest.fixture
def presented(tab):
    def present(*, query=START, first=0, **how):
        visitor = tab(**how)
        address = "&".join(f"{key}={value}" for key, value in query.items())
        visitor.page.goto(f"{visitor.address}/?mode=present&{address}")
        sees_screen(visitor, first)
        return visitor

    return present


def sees_screen(visitor, number):
    title = presentation.title(SCREENS[number])
    expect(visitor.main.get_by_role("heading", level=2, name=title)).to_be_visible()
    expect(visitor.main.get_by_text(presentation.place(number), exact=True)).to_be_visible()
    expect(visitor.page.locator("[class*=st-key-chart_]:not(:has(.main-svg))")).to_have_count(0)
    visitor.at_rest()


def steps_through(visitor):
    """One screen after the other, by the arrow key."""
    for number in range(len(SCREENS)):
        sees_screen(visitor, number)
        yield number
        visitor.page.keyboard.press("ArrowRight")


def show_numbers(visitor):
    visitor.page.locator(".st-key-change label").click()
    expect(visitor.slider("iop_weeks")).to_be_visible()
    expect(visitor.page.locator(".slider .field:not([aria-label])")).to_have_count(0)


def test_arrow_keys_lead_on_and_back_and_stop_at_both_ends(presented):
    visitor = presented()
    visitor.page.keyboard.press("ArrowLeft")
    for _ in steps_through(visitor):
        pass
    last = len(SCREENS) - 1
    sees_screen(visitor, last)
    visitor.page.keyboard.press("ArrowLeft")
    visitor.page.keyboard.press("ArrowLeft")
    sees_screen(visitor, last - 2)
    visitor.page.keyboard.press("PageDown")
    sees_screen(visitor, last - 1)
    visitor.page.keyboard.press("Home")
    sees_screen(visitor, 0)
    visitor.page.keyboard.press("End")
    sees_screen(visitor, last)
    visitor.page.keyboard.press("Escape")
    expect(visitor.main.get_by_role("heading", level=1, name=say("page.compare"))).to_be_visible()
    expect(visitor.main.get_by_role("button", name=say("present.leave"))).to_have_count(0)


def test_the_buttons_do_the_same_and_can_be_reached_with_the_keyboard(presented):
    visitor = presented()
    on = visitor.main.get_by_role("button", name=say("present.next"))
    back = visitor.main.get_by_role("button", name=say("present.back"))
    expect(back).to_be_disabled()
    on.focus()
    visitor.page.keyboard.press("Enter")
    sees_screen(visitor, 1)
    expect(on).to_be_focused()
    visitor.page.keyboard.press("Shift+Tab")
    expect(back).to_be_focused()
    visitor.page.keyboard.press("Enter")
    sees_screen(visitor, 0)


@pytest.mark.by_night
def test_a_slider_moved_in_the_presentation_changes_the_chart_and_not_the_screen(presented):
    visitor = presented()
    visitor.page.keyboard.press("ArrowRight")
    visitor.page.keyboard.press("ArrowRight")
    sees_screen(visitor, 2)
    show_numbers(visitor)
    before = visitor.drawn("time")
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.wait_until_drawn_anew("time", before)
    changed = scenario_of({**START, "iop_weeks": 9, "mode": "present"})
    expect(visitor.picture("time")).to_have_attribute(
        "aria-label", captions.time_alt(compare(changed))
    )
    sees_screen(visitor, 2)
    visitor.address_hands_on(changed)


@pytest.mark.by_night
def test_the_address_hands_on_the_screen_which_stays_over_a_reload_and_opens_elsewhere(presented):
    visitor = presented()
    visitor.page.keyboard.press("End")
    last = len(SCREENS) - 1
    sees_screen(visitor, last)
    expect(visitor.page).to_have_url(re.compile(f"screen={len(SCREENS)}$"))
    visitor.page.reload()
    sees_screen(visitor, last)
    presented(query={**START, "screen": "4"}, first=3)


def each_screen_fits(visitor, sizes):
    """No screen scrolls, without the sliders on the way there, and with them on the way back."""
    for number in steps_through(visitor):
        fits(visitor, number, sizes)
    show_numbers(visitor)
    for number in reversed(range(len(SCREENS))):
        fits(visitor, number, sizes)
        visitor.page.keyboard.press("ArrowLeft")


def fits(visitor, number, sizes):
    for width, height in sizes:
        visitor.page.set_viewport_size({"width": width, "height": height})
        sees_screen(visitor, number)
        assert visitor.page.evaluate(FITS), (SCREENS[number], width)
        links = [
            visitor.main.get_by_role("link", name=phone, exact=True).first
            for phone in ("988", "911")
        ]
        for link in links:
            expect(link).to_be_in_viewport(ratio=1)
        # The crisis line is one line.
        assert len({link.bounding_box()["y"] for link in links}) == 1, (SCREENS[number], width)


@pytest.mark.parametrize(
    ("sizes", "query"),
    # On the larger ones a third way says all that is said without it, and more.
    [(SCREEN_SIZES[:1], START), by_night([*SCREEN_SIZES, UPRIGHT], WITH_THIRD)],
)
def test_no_screen_has_to_be_scrolled_with_the_sliders_and_without(presented, sizes, query):
    each_screen_fits(presented(size=sizes[0], query=query), sizes)


@pytest.mark.by_night
def test_in_a_small_window_no_screen_has_to_be_scrolled_while_no_sliders_are_shown(presented):
    visitor = presented(size=LOW, query=WITH_THIRD | OUT_OF_NETWORK)
    for number in steps_through(visitor):
        fits(visitor, number, [LOW, SMALL_UPRIGHT])


@pytest.mark.parametrize(
    ("programs", "more"), [(3, OUT_OF_NETWORK), (3, {}), (2, OUT_OF_NETWORK), (3, FIXED_HOURS)]
)
@pytest.mark.by_night
def test_programs_of_long_names_fit_each_screen(presented, fresh_server, tmp_path, programs, more):
    rows = [f"{name},South,online,Mon Wed Thu,17:30,3,8,300,,no,," for name in LONG_NAMES]
    table = "\n".join([PROGRAMS.splitlines()[0], *rows, ""])
    folder = centre_folder(tmp_path / "own", programs=table)
    marks = {"program": "", "third_path": "program_", "fourth_path": "also_"}
    picked = {
        field: mark + key_of_name(name)
        for (field, mark), name in zip(marks.items(), LONG_NAMES[:programs], strict=False)
    }
    address = fresh_server(CARECHOICE_DATA=str(folder))
    visitor = presented(size=ALL_SIZES[0], query={**picked, **more}, address=address)
    each_screen_fits(visitor, ALL_SIZES)


@pytest.mark.by_night
def test_the_fullest_answer_fits_its_screen_and_each_chart_takes_the_height_of_its_own(presented):
    fullest = {**WITH_THIRD, **OUT_OF_NETWORK}
    sizes = [SCREEN_SIZES[0], LARGEST]
    visitor = presented(size=LARGEST, query={**fullest, "screen": "2"}, first=1)
    for width, height in sizes:
        visitor.page.set_viewport_size({"width": width, "height": height})
        sees_screen(visitor, 1)
        assert visitor.page.evaluate(FITS), width
    for number in [SCREENS.index(name) for name in CHARTS]:
        visitor.page.keyboard.press("ArrowRight")
        for width, height in sizes:
            visitor.page.set_viewport_size({"width": width, "height": height})
            sees_screen(visitor, number)
            chart = visitor.page.locator("[class*=st-key-chart_] [role=img]").bounding_box()
            end = chart["y"] + chart["height"]
            assert 0.88 * height < end < height, (SCREENS[number], width)


@pytest.mark.by_night
@pytest.mark.parametrize(
    "options",
    # With two options the words are largest.
    [START, WITH_THIRD],
)
def test_four_kept_scenarios_of_long_names_stand_in_one_row_and_each_screen_fits(
    presented, fresh_server, tmp_path, options
):
    """At a centre with a logo, which stands on the first screen; the second has a doubt."""
    folder = centre_folder(tmp_path / "own", centre="name,logo\nOur house,logo.png\n")
    (folder / "logo.png").write_bytes(picture(300, 120))
    numbers = {**options, **OUT_OF_NETWORK}
    kept = [
        KeptScenario(f"{n}" + "W" * 39, scenario_of({**numbers, "iop_weeks": n}))
        for n in range(4, 8)
    ]
    query = {**numbers, "kept": quote(urlencode(write_scenarios(kept)))}
    sizes = [*SCREEN_SIZES, LARGEST]
    address = fresh_server(CARECHOICE_DATA=str(folder))
    visitor = presented(size=sizes[0], query=query, address=address)
    for number in steps_through(visitor):
        for width, height in sizes:
            visitor.page.set_viewport_size({"width": width, "height": height})
            sees_screen(visitor, number)
            assert visitor.page.evaluate(FITS), (SCREENS[number], width)
    buttons = visitor.main.locator(".st-key-presented button").all()
    assert len(buttons) == 4
    assert len({button.bounding_box()["y"] for button in buttons}) == 1


@pytest.mark.by_night
def test_its_sliders_stand_at_one_height_whatever_lines_their_names_take(presented):
    """At 1440 pixels the first name takes a line more than the others, at 1366 one takes less."""
    visitor = presented(size=SCREEN_SIZES[1])
    show_numbers(visitor)
    for width, height in [SCREEN_SIZES[1], (1366, 768)]:
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.at_rest()
        tops = [visitor.slider(field).bounding_box()["y"] for field in main_sliders()]
        assert tops == pytest.approx([tops[0]] * len(tops), abs=1), width
        # Its help lies over the chart: in their row it would move the others.
        part = visitor.page.locator(f".st-key-{main_sliders()[0]}_slider .ask")
        part.click()
        assert visitor.slider("iop_weeks").bounding_box()["y"] == pytest.approx(tops[0], abs=1)
        part.click()


@pytest.mark.by_night
def test_what_a_remote_sends_turns_the_screen_also_after_a_slider_was_moved(presented):
    visitor = presented(query={**START, "screen": "4"}, first=3)
    show_numbers(visitor)
    visitor.slider("therapy_sessions").press("ArrowRight")
    visitor.sees_value("therapy_sessions", 19)
    visitor.page.keyboard.press("PageDown")
    sees_screen(visitor, 4)
    visitor.sees_value("therapy_sessions", 19)
    visitor.slider("therapy_sessions").focus()
    visitor.page.keyboard.press("PageUp")
    sees_screen(visitor, 3)
    visitor.sees_value("therapy_sessions", 19)


@pytest.mark.by_night
def test_a_chart_has_the_width_of_a_tablet_that_is_held_upright(presented):
    visitor = presented(size=UPRIGHT, query={**START, "screen": "3"}, first=2)
    chart = visitor.page.locator("[class*=st-key-chart_] [role=img]").bounding_box()
    told = visitor.page.locator(".st-key-told").bounding_box()
    assert chart["width"] > 700
    assert told["y"] >= chart["y"] + chart["height"]


def test_axe_finds_nothing_on_any_screen(presented):
    visitor = presented(size=(1280, 720))
    for number in steps_through(visitor):
        assert found(visitor.still().page) == [], SCREENS[number]
    show_numbers(visitor)
    assert visitor.page.evaluate(CALLED_OTHERWISE) == []
    assert found(visitor.still().page) == []


@pytest.mark.by_night
def test_axe_finds_nothing_in_the_colors_of_any_screen_in_the_dark(presented):
    visitor = presented(size=(1280, 720))
    visitor.page.keyboard.press("End")
    show_numbers(visitor)
    visitor.prefers("dark")
    for number in reversed(range(len(SCREENS))):
        sees_screen(visitor, number)
        assert found_in_other_colors(visitor.still().page) == [], SCREENS[number]
        visitor.page.keyboard.press("ArrowLeft")
