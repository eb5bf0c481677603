"""Someone with an insurance card in their hand, on a phone: from the card to both costs."""

import pytest
from by_night import by_night
from playwright.sync_api import expect
from visitor import PHONE, START, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.language.everywhere import crisis_line
from carechoice.language.sentences import say

CARD = {
    "therapy_copay_usd": "$30",
    "deductible_usd": "1,500",
    "oop_max_usd": "5000",
    "plan_pays_percent": "20%",
}

# How much the edge of each field stands out from what fills it, and from the page.
EDGES = """
() => {
  const luminance = (color) => {
    const [red, green, blue] = color.match(/[\\d.]+/g).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const page = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
  const sliders = [...document.querySelectorAll("*")].flatMap((part) => part.shadowRoot ?? []);
  const fields = (root) => [...root.querySelectorAll("input:is([role], [type=text])")]
    .map((input) => input.closest(".box, [data-testid$=RootElement], [role=group]"))
    .filter((field) => field?.checkVisibility());
  return [document, ...sliders].flatMap(fields).map((field) => {
    const { borderTopColor, backgroundColor } = getComputedStyle(field);
    return [contrast(borderTopColor, backgroundColor), contrast(borderTopColor, page)];
  });
}
"""
# The colour of the page in the dark theme.
DARK = "rgb(21, 24, 29)"


def opened(visitor):
    """The window of the card, two taps from any page."""
    visitor.docked("plan_pays_percent").tap()
    visitor.page.get_by_role("button", name=say("card.open")).tap()
    window = visitor.page.get_by_role("dialog")
    expect(window).to_be_visible()
    return window


def box(window, field):
    return window.get_by_label(say(f"card.box.{field}"), exact=True)


def use(window):
    window.get_by_role("button", name=say("card.use")).tap()


def test_from_the_card_to_both_costs_in_seven_taps_on_one_screen(tab):
    """The patient's 20% on the card is the plan's 80%: $540 for therapy, $2,424 for the IOP."""
    visitor = tab(size=PHONE).open("/", START)
    window = opened(visitor)
    taps = 2
    for field, text in CARD.items():
        expect(box(window, field)).to_be_in_viewport(ratio=1)
        box(window, field).tap()
        visitor.page.keyboard.type(text)
        taps += 1
    expect(window.get_by_role("button", name=say("card.use"))).to_be_in_viewport(ratio=1)
    use(window)
    taps += 1
    assert taps <= 7
    expect(window).to_have_count(0)
    plan = {"therapy_copay_usd": 30, "deductible_usd": 1500, "oop_max_usd": 5000}
    scenario = scenario_of({**START, **plan, "plan_pays_percent": 80})
    visitor.sees_answer(scenario)
    expect(visitor.main).to_contain_text("$540")
    expect(visitor.main).to_contain_text("about $2,424")


@pytest.mark.by_night
def test_the_line_that_names_the_plan_leads_to_the_card_as_well_and_to_its_papers_by_a_link(tab):
    visitor = tab(size=PHONE).open("/", START)
    label = catalog().plans["employer"].label
    visitor.page.locator("summary", has_text=label).tap()
    papers = visitor.page.get_by_role("link", name=say("papers.title")).first.locator("p")
    expect(papers).to_have_css("text-decoration-line", "underline")
    visitor.page.get_by_role("button", name=say("card.open")).tap()
    expect(box(visitor.page.get_by_role("dialog"), "deductible_usd")).to_be_visible()


def test_what_cannot_be_read_is_said_at_the_card_which_stays_open_and_a_plan_may_need_none(tab):
    visitor = tab(size=PHONE).open("/", START)
    window = opened(visitor)
    box(window, "deductible_usd").fill("1.500")
    use(window)
    expect(window).to_contain_text(say("typed.unclear"))
    expect(window).to_contain_text(crisis_line().replace("*", "").split("[")[0].strip())
    visitor.sees_answer(scenario_of(START))
    window.get_by_role("button", name=catalog().plans["medicare"].label).tap()
    expect(window).to_have_count(0)
    visitor.sees_answer(scenario_of({**START, "plan": "medicare"}))


@pytest.mark.parametrize("scheme", [by_night("light"), "dark"])
def test_the_edge_of_each_field_stands_out_from_the_field_and_from_the_page(tab, scheme):
    """The framework's has a contrast of 1.4 to 1; what is asked for is 3 to 1."""
    visitor = tab(scheme=scheme).open("/", START)
    visitor.page.get_by_role("button", name=say("card.open")).click()
    last = box(visitor.page.get_by_role("dialog"), "plan_pays_percent")
    expect(last).to_be_visible()
    edges = visitor.page.evaluate(EDGES)
    # Five boxes of the card, five of sliders, the week and the example plan.
    assert len(edges) == 12
    assert min(contrast for edge in edges for contrast in edge) >= 3


@pytest.mark.by_night
def test_the_button_that_uses_the_card_has_dark_words_on_its_light_colour_in_the_dark_theme(tab):
    """The framework's white ones have a contrast of 2 to 1 there; what is asked for is 4.5 to 1."""
    visitor = tab(size=PHONE, scheme="dark").open("/", START)
    label = opened(visitor).get_by_role("button", name=say("card.use")).locator("p")
    expect(label).to_have_css("color", DARK)


@pytest.mark.by_night
def test_what_is_chosen_has_a_dark_mark_on_its_light_colour_in_the_dark_theme(tab):
    """The framework's white dot has a contrast of 2 to 1 there; what is asked for is 3 to 1."""
    visitor = tab(size=PHONE, scheme="dark").open("/", START)
    chosen = opened(visitor).locator("[data-testid=stRadioOption]:has(:checked)")
    expect(chosen.locator("> div > div:first-child > div")).to_have_css("background-color", DARK)


@pytest.mark.by_night
def test_a_switch_that_is_on_has_a_dark_knob_on_its_light_colour_in_the_dark_theme(tab):
    visitor = tab(scheme="dark").open("/", START)
    visitor.unfold(visitor.fold(say("controls.more.plan")))
    switch = visitor.page.locator(".st-key-oop_max_applies label:has(:checked)")
    expect(switch.locator("span + div > div")).to_have_css("background-color", DARK)
