"""A component's real scripts on a page without the framework and without a server.

The page plays both: it mounts the component as the framework does, keeps what it sends, and answers
as a page that is drawn anew. So what a component does by itself is seen at once, and nothing waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Page, Route, expect
from slider_parts import SliderParts

from carechoice.catalog.in_use import catalog
from carechoice.ui.assets import SCRIPTS, address, component_file, script
from carechoice.ui.components import slider as slider_of_pages

# Never looked up: every request of the page is answered here.
ORIGIN = "http://static.test"
PAGE = """<!doctype html>
<html lang="en">
<title>Sliders</title>
<meta name="viewport" content="width=device-width">
<style>
  body { margin: 0; font: 16px sans-serif; }
  main { height: 100vh; overflow: auto; }
  main > div { width: 300px; margin: 1rem; }
  main > footer { height: 3000px; }
</style>
<main data-testid="stMain"></main>
"""
# While `server.answers`, the page follows each message at once; else when told.
SERVER = """
async ({ address, html, css, all }) => {
  const { default: component } = await import(new URL(address, document.baseURI));
  const main = document.querySelector("main");
  const parts = {};
  const server = (window.server = { sent: [], answers: true, numbers: {} });
  server.draw = (field, changed = {}) => {
    const part = parts[field];
    part.data = { ...part.data, ...changed };
    server.numbers[field] = part.data.value;
    component({ data: { ...part.data }, parentElement: part.root, setTriggerValue: part.take });
  };
  server.answer = (field, value) => {
    const sent = server.sent.filter((each) => each.field === field).at(-1);
    server.draw(field, { value: value ?? sent.value });
    const detail = { numbers: { ...server.numbers }, moves: { [field]: sent.move } };
    document.dispatchEvent(new CustomEvent("scenario-shown", { detail }));
  };
  for (const data of all) {
    const { field } = data;
    const slot = main.appendChild(document.createElement("div"));
    slot.className = `st-key-${field}_slider`;
    const root = slot.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${css}</style>${html}`;
    const take = (name, message) => {
      server.sent.push({ field, name, ...message });
      if (server.answers) queueMicrotask(() => server.answer(field));
    };
    parts[field] = { data, root, take };
    server.draw(field);
  }
  // So that there is something to scroll.
  main.append(document.createElement("footer"));
}
"""
# A component alone, beside whatever else a test puts on the page.
ONE_PART = """
async ({ address, html, css, data, beside }) => {
  const { default: component } = await import(new URL(address, document.baseURI));
  const main = document.querySelector("main");
  main.insertAdjacentHTML("afterbegin", beside);
  const root = main.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  root.innerHTML = `<style>${css}</style>${html}`;
  window.sent = [];
  const setTriggerValue = (name, value) => sent.push([name, value]);
  window.draw = (data) => component({ data, parentElement: root, setTriggerValue });
  draw(data);
}
"""


def slider_data(field: str, value: float | None = None, **beside: Any) -> dict[str, Any]:
    """What a page gives the slider of this input, at the start's value if no other is given."""
    row = catalog().parameters[field]
    shown = {"badge": "", "note": "", "disabled": False} | beside
    with patch.object(slider_of_pages, "_slider") as mounted:
        slider_of_pages.slider(
            row,
            float(row.default) if value is None else value,
            slider_of_pages.SliderNote(**shown),
            on_move=lambda field, value: None,
        )
    return mounted.call_args.kwargs["data"]


class StaticPage(SliderParts):
    """Sliders on a page of their own, found as `Visitor` finds them on the product's pages."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.route(f"{ORIGIN}/**", self._serve)

    def _serve(self, route: Route) -> None:
        asked = route.request.url.removeprefix(f"{ORIGIN}/")
        files = {address(file): file for file in SCRIPTS}
        if asked in files:
            route.fulfill(body=script(files[asked]), content_type="text/javascript")
        else:
            route.fulfill(body=PAGE, content_type="text/html")

    def open(
        self, *fields: str, values: Mapping[str, float] | None = None, language: str = "en"
    ) -> StaticPage:
        """Show the sliders of these inputs, at these values or at the start's."""
        self.page.goto(f"{ORIGIN}/")
        self.page.evaluate("(lang) => { document.documentElement.lang = lang; }", language)
        given = values or {}
        mounted = {
            "address": address("slider.js"),
            "html": component_file("slider.html"),
            "css": component_file("slider.css"),
            "all": [slider_data(field, given.get(field)) for field in fields],
        }
        self.page.evaluate(SERVER, mounted)
        return self

    def open_part(self, name: str, html: str, data: Mapping[str, Any], beside: str) -> StaticPage:
        """Show one component with what it is told, after other parts of a page."""
        self.page.goto(f"{ORIGIN}/")
        # A part without markup has no style.
        css = component_file(f"{name}.css") if html else ""
        files = {"address": address(f"{name}.js"), "css": css}
        self.page.evaluate(ONE_PART, {**files, "html": html, "data": data, "beside": beside})
        return self

    def part(self, field: str, name: str) -> Any:
        return self.page.locator(f".st-key-{field}_slider .{name}")

    def type_value(self, field: str, value: object) -> None:
        self.typed(field).fill(str(value))
        self.typed(field).press("Enter")

    def holds_answers(self) -> None:
        self.page.evaluate("() => { server.answers = false; }")

    def answer(self, field: str, value: float | None = None) -> None:
        """The page of what was sent last is drawn, with this value if something else changed it."""
        self.page.evaluate("([field, value]) => server.answer(field, value)", [field, value])

    def answers_all(self, field: str) -> None:
        """The page follows what was held back, and from now on each message at once."""
        self.page.evaluate("(field) => { server.answers = true; server.answer(field); }", field)

    def draw(self, field: str, **changed: Any) -> None:
        """The page is drawn anew for something else."""
        self.page.evaluate("([field, changed]) => server.draw(field, changed)", [field, changed])

    @property
    def sent(self) -> list[tuple[str, float]]:
        """What the server was told: inputs and their values, in order."""
        return self.page.evaluate("() => server.sent.map(({ field, value }) => [field, value])")

    def rests_at(self, field: str, value: float) -> None:
        """The slider, the field and the page all have this value, and nothing is under way."""
        expect(self.part(field, "slider")).not_to_have_attribute("data-moves", "")
        expect(self.slider(field)).to_have_value(f"{value:g}")
        expect(self.typed(field)).to_have_value(f"{value:g}")
        assert self.page.evaluate("(field) => server.numbers[field]", field) == value
