"""With colours that a person's system forces, each control still shows its state."""

import pytest
from by_night import by_night
from playwright.sync_api import expect
from visitor import PHONE, START

from carechoice.language.sentences import say

# Room for a ring around a control.
RING_PX = 6
SWITCH = "label:has(input) > span + div"
KNOB = f"{SWITCH} > div"


@pytest.fixture(scope="module", params=[by_night("light"), "dark"])
def forced(request, lasting_tab):
    visitor = lasting_tab(scheme=request.param)
    visitor.page.emulate_media(forced_colors="active")
    return visitor


def system_color(visitor, name):
    """What the browser makes of a system colour, as it is computed."""
    return visitor.page.evaluate(
        """(name) => {
          const part = document.body.appendChild(document.createElement("i"));
          part.style.color = name;
          const { color } = getComputedStyle(part);
          part.remove();
          return color;
        }""",
        name,
    )


def is_filled(part, color):
    """Waited for, since a part that changes its state glides from one colour to the other."""
    expect(part).to_have_css("background-color", color)


def test_switches_sliders_and_the_words_of_a_chart_are_drawn_in_the_forced_colours(forced):
    forced.open("/", START)
    forced.unfold(forced.fold(say("controls.more.plan")))
    forced.unfold(forced.fold(say("controls.more.therapy_terms")))
    on, off = "oop_max_applies", "therapy_deductible_applies"
    track = {name: forced.page.locator(f".st-key-{name} {SWITCH}") for name in (on, off)}
    knob = {name: forced.page.locator(f".st-key-{name} {KNOB}") for name in (on, off)}
    assert forced.page.locator(f".st-key-{on} input").is_checked()
    assert not forced.page.locator(f".st-key-{off} input").is_checked()
    is_filled(track[on], system_color(forced, "Highlight"))
    is_filled(knob[on], system_color(forced, "HighlightText"))
    is_filled(track[off], system_color(forced, "ButtonFace"))
    expect(track[off]).to_have_css("outline-color", system_color(forced, "ButtonText"))
    is_filled(knob[off], system_color(forced, "ButtonText"))

    ink = system_color(forced, "ButtonText")
    accent = forced.slider("iop_weeks").evaluate(
        """(range) => {
          const part = range.parentElement.appendChild(document.createElement("i"));
          part.style.color = getComputedStyle(range).getPropertyValue("--accent");
          const { color } = getComputedStyle(part);
          part.remove();
          return color;
        }"""
    )
    assert accent == ink
    label = forced.picture("time").locator(".main-svg text").first
    expect(label).to_have_css("fill", system_color(forced, "CanvasText"))


@pytest.mark.by_night
def test_chosen_answers_topics_and_days_look_unlike_the_others(forced):
    forced.open("/decide", START | {"topics": "time"})
    answers = forced.page.locator(".st-key-sure_sure, [class*=st-key-sure_]").first
    answers.get_by_text(say("yes"), exact=True).click()
    chosen = answers.locator("[data-testid=stRadioOption]:has(:checked) > div > div:first-child")
    other = answers.locator(
        "[data-testid=stRadioOption]:not(:has(:checked)) > div > div:first-child"
    )
    expect(chosen).to_have_count(1)
    filled, empty = system_color(forced, "Highlight"), system_color(forced, "ButtonFace")
    is_filled(chosen, filled)
    is_filled(other, empty)
    picked = forced.page.locator(f".st-key-topic_time {SWITCH}")
    unpicked = forced.page.locator(f".st-key-topic_money {SWITCH}")
    is_filled(picked, filled)
    is_filled(unpicked, empty)

    forced.go_to("page.week")
    forced.unfold(forced.fold(say("week.edit")))
    days = forced.page.locator(".st-key-week_days button")
    days.nth(1).click()
    expect(days.nth(1)).to_have_attribute("aria-pressed", "true")
    is_filled(days.nth(1), filled)
    is_filled(days.nth(2), empty)


@pytest.fixture(scope="module")
def pointed(lasting_tab):
    """A page that is opened once; each test begins where it finds the comparison."""
    visitor = lasting_tab(scheme="dark")
    visitor.page.emulate_media(forced_colors="active")
    return visitor.open("/", START)


def picture(visitor, part):
    """A picture of a part with what is drawn around it."""
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    clip = {side: box[side] - RING_PX for side in ("x", "y")}
    clip |= {side: box[side] + 2 * RING_PX for side in ("width", "height")}
    return visitor.page.screenshot(clip=clip, animations="disabled")


def looks(visitor, part, control):
    """Pictures of a control at rest, under the pointer, and with the focus that a key gave it."""
    visitor.page.mouse.move(0, 0)
    found = [picture(visitor, part)]
    control.hover()
    found.append(picture(visitor, part))
    visitor.page.mouse.move(0, 0)
    visitor.page.keyboard.press("Shift")
    control.focus()
    found.append(picture(visitor, part))
    control.blur()
    return found


def show_their_state(visitor, **controls):
    for name, (part, within) in controls.items():
        place = visitor.page.locator(part).first
        control = place.locator(within).first if within else place
        found = looks(visitor, place, control)
        assert len(set(found)) == len(found), name


@pytest.mark.by_night
def test_each_control_looks_another_under_the_pointer_and_with_the_focus(pointed):
    pointed.go_to("page.compare")
    pointed.unfold(pointed.fold(say("controls.more.care")))
    pointed.unfold(pointed.fold(say("controls.more.plan")))
    pointed.unfold(pointed.fold(say("controls.more.therapy_terms")))
    pointed.settled().still()
    show_their_state(
        pointed,
        slider=(".st-key-iop_weeks_slider .row", ".range"),
        field=(".st-key-iop_weeks_slider .box", ".field"),
        help_of_a_slider=(".st-key-iop_weeks_slider .ask", ""),
        choice=(".st-key-network [role=group]", "[role=combobox]"),
        switch_on=(".st-key-oop_max_applies label", ""),
        switch_off=(".st-key-therapy_deductible_applies label", ""),
        date=(".st-key-start_date [data-testid=stDateInputField]", "[role=spinbutton]"),
        fold=(".st-key-more_third summary", ""),
        button=(".st-key-keep_now button", ""),
        saved_picture=(".save-picture", ""),
        page_shown=(".st-key-pages a[aria-current]", ""),
        page=(".st-key-pages a:not([aria-current])", ""),
        link=(".st-key-head a", ""),
        help=("[data-testid=stTooltipIcon] button", ""),
    )
    pointed.type_value("iop_weeks", 500)
    box = pointed.page.locator(".st-key-iop_weeks_slider .box")
    expect(box).to_have_css("border-style", "dashed")
    pointed.type_value("iop_weeks", 8)
    expect(box).to_have_css("border-style", "solid")

    pointed.go_to("page.decide")
    show_their_state(
        pointed,
        answer=("[class*=st-key-sure_] [data-testid=stRadioOption]", ""),
        topic=(".st-key-topic_money label", ""),
    )
    pointed.go_to("page.week")
    pointed.unfold(pointed.fold(say("week.edit")))
    days = pointed.page.locator(".st-key-week_days button")
    days.nth(1).click()
    expect(days.nth(1)).to_have_attribute("aria-pressed", "true")
    pointed.settled().still()
    show_their_state(
        pointed,
        day=(".st-key-week_days [aria-pressed=false]", ""),
        day_picked=(".st-key-week_days [aria-pressed=true]", ""),
    )


@pytest.mark.by_night
def test_each_button_of_the_dock_looks_another_under_the_pointer_and_with_the_focus(tab):
    visitor = tab(size=PHONE, scheme="dark")
    visitor.page.emulate_media(forced_colors="active")
    visitor.open("/", START)
    show_their_state(
        visitor,
        slider_shown=(".dock [aria-expanded=true]", ""),
        slider=(".dock [aria-expanded=false]", ""),
    )


@pytest.mark.by_night
def test_in_an_open_list_and_calendar_the_chosen_one_and_the_one_at_hand_are_seen(pointed):
    pointed.go_to("page.compare")
    pointed.unfold(pointed.fold(say("controls.more.care")))
    pointed.settled()
    highlight = system_color(pointed, "Highlight")
    pointed.choice("plan").press("ArrowDown")
    at_hand = pointed.page.locator("[role=option][data-focused]")
    chosen = pointed.page.locator("[role=option][aria-selected=true]")
    is_filled(at_hand, highlight)
    pointed.page.keyboard.press("ArrowDown")
    is_filled(at_hand, highlight)
    expect(chosen).to_have_css("outline-color", highlight)
    expect(chosen).not_to_have_css("background-color", highlight)
    pointed.page.keyboard.press("Escape")

    pointed.page.locator(".st-key-start_date [role=spinbutton]").first.focus()
    is_filled(pointed.page.locator(".st-key-start_date [role=spinbutton]").first, highlight)
    pointed.page.get_by_test_id("stDateInputCalendarButton").press("Enter")
    pointed.page.keyboard.press("ArrowRight")
    is_filled(pointed.page.locator("[role=gridcell] [data-focused]"), highlight)
    expect(pointed.page.locator("[role=gridcell] [data-selected]")).to_have_css(
        "outline-color", highlight
    )
    expect(pointed.page.get_by_test_id("stDateInputCalendar")).to_have_css("border-style", "solid")


@pytest.mark.by_night
def test_a_window_and_a_help_stand_apart_from_the_page_that_they_lie_over(pointed):
    pointed.go_to("page.compare")
    pointed.page.locator(".st-key-week_preset [data-testid=stTooltipIcon] button").hover()
    expect(pointed.page.get_by_role("tooltip")).to_have_css("border-style", "solid")
    pointed.page.mouse.move(0, 0)
    pointed.page.get_by_role("button", name=say("card.open"), exact=True).first.click()
    expect(pointed.page.get_by_role("dialog")).to_have_css("border-style", "solid")
    pointed.page.keyboard.press("Escape")
