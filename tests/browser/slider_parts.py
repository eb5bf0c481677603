"""The parts of a live slider, as they are found on the product's pages and on a page of its own."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


class SliderParts:
    """A page that has live sliders."""

    page: Page

    def slider(self, field: str) -> Locator:
        return self.page.locator(f".st-key-{field}_slider").get_by_role("slider")

    def typed(self, field: str) -> Locator:
        """The field beside a slider."""
        return self.page.locator(f".st-key-{field}_slider").get_by_role("spinbutton")

    def step_button(self, field: str, sign: str) -> Locator:
        """The button of a slider for one step; it is no tab stop and not spoken."""
        return self.page.locator(f".st-key-{field}_slider button").filter(has_text=sign)
