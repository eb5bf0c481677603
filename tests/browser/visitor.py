"""One person's tab: what they do on the pages, and what they see there.

Parts of the page are found by role, by the name people hear or read, and by the key of their
widget, which is the field's name everywhere in the product.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from in_page import (
    CHARTS_FIT,
    CHARTS_IN_INK,
    CLOSED,
    DRAWN,
    DRAWN_ANEW,
    INPUTS,
    MISSING,
    NOTES_ITS_ADDRESS,
    NOTES_ITS_MESSAGES,
    NOTHING_MISSING,
    PAINTED,
    SCROLLED_TO,
    STILL,
    UNFOLDED,
)
from playwright.sync_api import Download, Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLate
from scenarios import TODAY
from slider_parts import SliderParts
from slowness import MORE_PATIENCE

from carechoice.catalog.in_use import catalog, with_this_catalog
from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.drawing.style import Chart
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import footer
from carechoice.language.sentences import say
from carechoice.topics.dashboard.charts import charts
from carechoice.ui import pages

PHONE = (390, 844)
# A wide window on a desk.
DESK = (1440, 900)
BOTH_SIZES = (PHONE, DESK)
PAGES = tuple("/" if key == pages.FIRST else f"/{key}" for key in pages.PAGES)
MOST_TAB_STOPS = 160
# A start that keeps every course inside one plan year, so that no test depends on the day.
START = {"start_date": "2027-01-04"}

# How long a machine under load may take to draw; nothing waits longer than it has to.
PATIENCE_MS = 30_000 * MORE_PATIENCE
MOST_FOLDS_IN_FOLDS = 4


def main_sliders() -> tuple[str, ...]:
    """The fields that have a slider on every page, without a fold."""
    rows = catalog().parameters.values()
    return tuple(row.key for row in rows if row.place == "main" and row.is_number)


def scenario_of(values: Mapping[str, Any]) -> Scenario:
    """What the product makes of these values today."""
    query = {field: str(value) for field, value in values.items()}
    return Scenario.from_query(query, today=TODAY).scenario


def scenario_in(address: str) -> Scenario:
    """The scenario that an address hands on."""
    return scenario_of(dict(parse_qsl(urlsplit(address).query, keep_blank_values=True)))


def charts_of(scenario: Scenario) -> dict[str, Chart]:
    return {chart.key: chart for chart in charts(compare(scenario))}


def cells(table: Locator) -> list[list[str]]:
    """What the cells of a table show, row by row, the header first."""
    # An empty cell holds a space that does not break, so that its row keeps its height.
    return [
        [cell.strip() for cell in row.locator("th, td").all_inner_texts()]
        for row in table.get_by_role("row").all()
    ]


class Visitor(SliderParts):
    """A tab at the product's address."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.main = page.get_by_role("main")
        self.status = page.locator("[role=status][aria-live=polite]")
        page.add_init_script(NOTES_ITS_ADDRESS)
        page.add_init_script(NOTES_ITS_MESSAGES)

    def open(self, path: str = "/", query: Mapping[str, Any] | str = "") -> Self:
        """Go to a page by its address, with a query as text or as values."""
        text = query if isinstance(query, str) else urlencode(query)
        self.page.goto(f"{self.address}{path}?{text}" if text else f"{self.address}{path}")
        return self.settled()

    def settled(self) -> Self:
        """Wait until the page is drawn to its end, with sliders, charts and its address."""
        return self._lacks_nothing(drawn_to_its_end=True)

    def at_rest(self) -> Self:
        """Wait until the server has answered what was done before."""
        return self._lacks_nothing(drawn_to_its_end=False)

    def _lacks_nothing(self, *, drawn_to_its_end: bool) -> Self:
        what = [drawn_to_its_end, footer()[-1]]
        # What was done just now is on its way to the server.
        self.page.evaluate(PAINTED)
        try:
            self.page.wait_for_function(NOTHING_MISSING, arg=what, timeout=PATIENCE_MS)
        except TooLate:
            missing = self.page.evaluate(MISSING, what)
            raise AssertionError(f"{self.page.url} still lacks {missing}.") from None
        return self

    def prefers(self, scheme: str) -> Self:
        """Change the reader's colours while the page is open, as a device does at dusk."""
        self.page.emulate_media(color_scheme=scheme)
        expect(self.page.get_by_test_id("stApp")).to_have_css("color-scheme", scheme)
        self.page.wait_for_function(CHARTS_IN_INK)
        return self.at_rest().still()

    def still(self) -> Self:
        """Wait until all colours and places are those that stay."""
        self.page.wait_for_function(STILL)
        return self

    def seen_at(self, size: tuple[int, int]) -> Self:
        """Give the window another size and wait until all charts have it."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.wait_for_function(CHARTS_FIT)
        return self.settled()

    def reload(self) -> Self:
        self.page.reload()
        return self.settled()

    def go_to(self, page_key: str) -> Self:
        """Change the page by the navigation at the top."""
        title = say(page_key)
        self.page.get_by_role("navigation").get_by_role("link", name=title).click()
        return self.arrived(page_key)

    def go_back_to(self, page_key: str) -> Self:
        """Press the browser's back button, which leads to this page."""
        self.page.go_back()
        return self.arrived(page_key)

    def arrived(self, page_key: str) -> Self:
        """Wait until this page is shown to its end."""
        title = say(page_key)
        expect(self.main.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
        # Folds of the page before stand open for a moment; of its own a page opens only the values.
        opened = 1 if page_key == "page.sources" else 0
        expect(self.page.locator(".st-key-page details[open]")).to_have_count(opened)
        return self.settled()

    def text(self, sentence: str) -> Locator:
        """The smallest part of the page that says just this, to be seen."""
        said = self.main.get_by_text(sentence.replace("**", ""), exact=True)
        # The line that only readers hear may say the same.
        return said.and_(self.page.locator(":not([role=status][aria-live=polite])"))

    def heading(self, text: str) -> Locator:
        return self.main.get_by_role("heading", name=text, exact=True)

    def unused_note(self) -> Locator:
        """The line that names what of the link was not used."""
        beginning, _, _ = say("note.unused_values", list="|").partition("|")
        return self.main.get_by_text(beginning)

    def docked(self, field: str) -> Locator:
        """The button that brings a slider on a phone."""
        return self.page.locator(f".dock button[data-field={field}]")

    def choice(self, field: str) -> Locator:
        return self.page.locator(f".st-key-{field}").get_by_role("combobox")

    def bring(self, field: str) -> Locator:
        """The slider; on a phone by its button in the dock, where another stands there."""
        if not self.slider(field).is_visible() and self.docked(field).is_visible():
            self.docked(field).press("Enter")
        return self.slider(field)

    def type_value(self, field: str, value: object) -> None:
        self.bring(field)
        self.typed(field).fill(str(value))
        self.typed(field).press("Enter")

    def choose_plan(self, plan: str) -> None:
        # An answer to what was done before would close the list.
        self.at_rest()
        # Scrolling closes an open list, so it has to be over before the list opens.
        self.choice("plan").evaluate(SCROLLED_TO)
        self.choice("plan").click()
        label = catalog().plans[plan].label
        self.page.get_by_role("option", name=label, exact=True).click()

    def download(self, button: Locator) -> Download:
        """What a button hands over; pressed once the page is at rest."""
        self.settled()
        with self.page.expect_download() as waiting:
            button.press("Enter")
        return waiting.value

    def tab_to(self, part: Locator, key: str = "Tab") -> None:
        """Press a key until the part has the focus, as someone without a pointer does."""
        for _ in range(MOST_TAB_STOPS):
            if part.evaluate("(part) => part === part.getRootNode().activeElement"):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{MOST_TAB_STOPS} times the tab key did not lead to {part}.")

    def press_button(self, key: str) -> None:
        """Press the first button with this text of ours, by the keyboard."""
        self.at_rest()
        self.main.get_by_role("button", name=say(key), exact=True).first.press("Enter")

    def press_and_see(self, key: str) -> None:
        """Press a key and wait until the browser has painted what it does."""
        self.page.keyboard.press(key)
        self.page.evaluate(PAINTED)

    def picture(self, key: str) -> Locator:
        # Not by role alone: browsers give it to each drawing inside as well.
        return self.page.locator(f".st-key-chart_{key} [role=img]")

    def drawn(self, key: str) -> str:
        return self.page.evaluate(DRAWN, key)

    def wait_until_drawn_anew(self, key: str, before: str) -> None:
        self.page.wait_for_function(DRAWN_ANEW, arg=[key, before])

    def fold(self, label: str) -> Locator:
        named = self.page.locator("summary").filter(has_text=label)
        return self.page.locator("details:has(> summary)").filter(has=named).last

    def unfold(self, fold: Locator) -> None:
        # A fold that is opened while the page is still answering another may stay closed.
        self.at_rest()
        if fold.get_attribute("open") is None:
            # A key and not a click, which misses when the page moves under the pointer.
            fold.locator("> summary").press("Enter")
        expect(fold).to_have_attribute("open", "")
        # The server has heard of it once there is something in it; until then, another fold that
        # is opened may stay closed.
        expect(fold.get_by_test_id("stElementContainer").first).to_be_attached()

    def unfold_inputs(self) -> None:
        """On a phone all inputs but the main ones stand in a fold of their own."""
        inputs = self.page.locator("[class*=st-key-inputs_fold_] details")
        if inputs.is_visible():
            self.unfold(inputs)

    def unfold_settings(self) -> None:
        self.unfold_inputs()
        self.unfold(self.fold(say("controls.settings")))

    def unfold_all(self) -> Self:
        """Open all folds at once, then those that stood in them, until none is closed."""
        self.unfold_inputs()
        for _ in range(MOST_FOLDS_IN_FOLDS):
            if not self.page.evaluate(UNFOLDED):
                break
            self.settled()
        expect(self.page.locator(f"{CLOSED}:visible")).to_have_count(0)
        # The tables below the charts are drawn once their fold is open.
        unfilled = "[class*=st-key-table_] details:not(:has(table))"
        expect(self.page.locator(unfilled)).to_have_count(0)
        return self.settled()

    def inputs(self) -> dict[str, Any]:
        """What every input shows, by the name people hear; also inputs that are folded away."""
        return self.page.evaluate(INPUTS)

    def sees_answer(self, scenario: Scenario) -> None:
        answer = self.page.locator(".st-key-answer")
        for sentence in words.answer(compare(scenario)).values():
            expect(answer.get_by_text(sentence.replace("**", ""), exact=True)).to_be_visible()
        # The answer follows a slider before the page does.
        expect(self.page.locator(".slider[data-moves]")).to_have_count(0)

    def sees_charts(self, scenario: Scenario) -> None:
        for key, chart in charts_of(scenario).items():
            expect(self.picture(key)).to_have_attribute("aria-label", chart.alt)
            expect(self.text(chart.caption)).to_be_visible()

    def sees_value(self, field: str, value: float) -> None:
        """The slider and the field beside it show the same value."""
        expect(self.slider(field)).to_have_value(f"{value:g}")
        self.sees_typed(field, value)

    def sees_typed(self, field: str, value: float) -> None:
        expect(self.typed(field)).to_have_value(f"{value:g}")

    def address_hands_on(self, scenario: Scenario) -> None:
        """Whoever opens the address gets this scenario."""
        with suppress(TooLate):
            # The browser calls back in a context of its own.
            arrived = with_this_catalog(lambda url: scenario_in(url) == scenario)
            self.page.wait_for_url(arrived)
        assert scenario_in(self.page.url) == scenario, self.page.url
