"""At 400 %, also with wider spacing of the text, nothing is lost (WCAG 2.2, 1.4.10 and 1.4.12)."""

import pytest
from by_night import mostly_by_night
from in_page import PAINTED
from playwright.sync_api import expect
from visitor import PAGES, START

from carechoice.language.sentences import say

# What a window of 1280 x 1024 has room for at 400 %.
AT_400_PERCENT = (320, 256)
# The widest spacing that a page has to bear, also inside our components.
SPACED = """
() => {
  const spacing = document.createElement("style");
  spacing.textContent = `* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  } p { margin-bottom: 2em !important; }`;
  const roots = [...document.querySelectorAll("*")].map((part) => part.shadowRoot).filter(Boolean);
  for (const root of [document.head, ...roots]) root.append(spacing.cloneNode(true));
}
"""
# What is seen of the page, also inside our components, without the drawings of charts.
SEEN = """
  const parts = (root) => [...root.querySelectorAll("*")]
    .flatMap((part) => [part, ...(part.shadowRoot ? parts(part.shadowRoot) : [])]);
  const seen = parts(document.querySelector("[data-testid=stMain]"))
    .filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest("svg"));
  const named = (part) => part.ariaLabel || part.innerText?.slice(0, 40) || part.tagName;
"""
# Text that its box cuts off; one of a pixel is for screen readers only.
CUT = f"""
() => {{
  {SEEN}
  const hides = (overflow) => ["hidden", "clip"].includes(overflow);
  return seen.filter((part) => {{
    const {{ overflowX, overflowY }} = getComputedStyle(part);
    return part.clientWidth > 2 && part.innerText?.trim()
      && ((hides(overflowX) && part.scrollWidth > part.clientWidth + 1)
        || (hides(overflowY) && part.scrollHeight > part.clientHeight + 1));
  }}).map(named);
}}
"""
# What is pressed and has less than 24 px. Links in a sentence may be as low as its letters, and a
# box or a switch is pressed by its label.
SMALL = f"""
() => {{
  {SEEN}
  const pressed = "button, summary, [type=range], [role=combobox], [role=slider], label:has(input)";
  return seen.filter((part) => part.matches(pressed)).filter((part) => {{
    const {{ width, height }} = part.getBoundingClientRect();
    return width > 0 && (width < 24 || height < 24);
  }}).map(named);
}}
"""
SCROLLS_SIDEWAYS = """
() => {
  const main = document.querySelector("[data-testid=stMain]");
  return main.scrollWidth > main.clientWidth || document.documentElement.scrollWidth > innerWidth;
}
"""


@pytest.fixture(scope="module")
def enlarged(lasting_tab):
    return lasting_tab(size=AT_400_PERCENT)


@pytest.mark.parametrize("path", mostly_by_night(PAGES, by_day=["/bill"]))
def test_nothing_is_cut_or_needs_scrolling_sideways_also_with_wider_spacing(enlarged, path):
    page = enlarged.open(path, START).page
    assert not page.evaluate(SCROLLS_SIDEWAYS)
    assert page.evaluate(CUT) == []
    page.evaluate(SPACED)
    page.evaluate(PAINTED)
    assert not page.evaluate(SCROLLS_SIDEWAYS)
    assert page.evaluate(CUT) == []
    assert page.evaluate(SMALL) == []


def test_a_slider_is_moved_and_lies_over_nothing(enlarged):
    enlarged.open("/", START)
    enlarged.slider("therapy_hours_per_week").press("ArrowRight")
    enlarged.settled().sees_value("therapy_hours_per_week", 1.25)
    dock = enlarged.page.locator("[data-testid=stLayoutWrapper]:has(> .st-key-dock)")
    assert dock.evaluate("dock => getComputedStyle(dock).position") != "fixed"


@pytest.mark.by_night
def test_what_was_done_last_is_in_view_at_both_ends_of_the_page(enlarged):
    enlarged.open("/", START | {"deductible_usd": 500})
    enlarged.bring("plan_pays_percent")
    enlarged.choose_plan("medicare")
    undo = enlarged.main.get_by_role("button", name=say("undo"), exact=True)
    for place in (enlarged.page.get_by_role("heading").last, enlarged.heading(say("page.compare"))):
        enlarged.settled()
        place.scroll_into_view_if_needed()
        expect(undo).to_be_in_viewport(ratio=1)
        expect(place).to_be_in_viewport()
