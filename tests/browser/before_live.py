"""A page before it is live: what stands there, and a framework that is held back."""

import io
from urllib.parse import urlencode

from in_page import SCROLLED_TO
from PIL import Image
from playwright.sync_api import expect
from test_drawn_ahead import ON_WHOLE_PIXELS
from visitor import START, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.language.sentences import say

SCRIPTS = "**/static/js/**"
FONTS = "**/*.woff2"
# What the framework puts a page's own style sheet into the page with.
STYLES = "**/static/js/Html.*.js"
LATE_MS = 8000
NOTES_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true });
"""

# Marks what is drawn before the page is live, and says how much that is.
MARKED = """
() => {
  const drawn = document.querySelectorAll("#early .js-plotly-plot");
  for (const each of drawn) each.dataset.first = "";
  return drawn.length;
}
"""


def sentences(**values):
    answer = words.answer(compare(scenario_of(START | values)))
    return [sentence.replace("**", "") for sentence in answer.values()]


def early_of(page):
    return page.locator("#early")


def sees(page, **values):
    for sentence in sentences(**values):
        expect(early_of(page).get_by_text(sentence)).to_be_visible()


def typed(page, field):
    return early_of(page).get_by_label(catalog().parameters[field].label, exact=True)


def fill_in(page, field, value):
    typed(page, field).fill(str(value))
    early_of(page).get_by_role("button", name=say("early.send")).click()


def taken(picture):
    picture.evaluate(SCROLLED_TO)
    picture.evaluate(ON_WHOLE_PIXELS)
    return Image.open(io.BytesIO(picture.screenshot())).convert("RGB")


class Held:
    """A page whose framework is held back until it is let go."""

    def __init__(self, visitor, path, **more):
        self.page, self.waiting, self.is_free = visitor.page, [], False
        self.page.route(SCRIPTS, self._hold)
        # Where the font is late, the early page does without.
        self.page.route(FONTS, lambda route: route.abort())
        self.page.add_init_script(NOTES_SHIFTS)
        query = urlencode(START | more)
        self.page.goto(f"{visitor.address}{path}?{query}", wait_until="commit")
        expect(early_of(self.page).locator(".late")).to_be_attached()

    def _hold(self, route):
        route.continue_() if self.is_free else self.waiting.append(route)

    def let_go(self):
        self.is_free = True
        for route in self.waiting:
            route.continue_()

    def goes_live(self):
        self.let_go()
        expect(early_of(self.page)).to_have_count(0)
