"""Someone who hears the page: what has the focus, what is spoken by itself, what they read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Self
from urllib.parse import urlencode

from accessible import AccessibleTree
from playwright.sync_api import Locator, expect
from visitor import Visitor

from carechoice.language.sentences import say

# Keeps what live regions say, also inside our components: a status when its text changes, an alert
# as soon as it is there. The framework's log of how many choices a list has is left out: how much
# of it is spoken hangs on how fast a person types. So is what stands before the live page: whether
# it says that the sliders are late hangs on the machine, and test_before_live.py has it.
SPEAKS = """
(() => {
  const live = ":is([role=status], [role=alert], [aria-live=polite], [aria-live=assertive])"
    + ":not([role=log])";
  const known = new WeakMap();
  window.spokenByItself = [];
  const hear = (region, isNew) => {
    const text = region.textContent.trim().replace(/\\s+/g, " ");
    const isSaid = (!isNew || region.role === "alert") && !region.closest("#early");
    if (isSaid && text && text !== known.get(region) && region.checkVisibility()) {
      spokenByItself.push(text);
    }
    known.set(region, text);
  };
  const within = (part) =>
    part.matches ? [part, ...part.querySelectorAll("*")].filter((each) => each.matches(live)) : [];
  const take = (records) => {
    const arrived = new Set(records.flatMap(({ addedNodes }) => [...addedNodes].flatMap(within)));
    const changed = records.map(({ target }) => (target.closest ?? (() => null)).call(target, live)
      ?? target.parentElement?.closest(live));
    for (const region of arrived) hear(region, !known.has(region));
    for (const region of new Set(changed)) if (region && !arrived.has(region)) hear(region, false);
  };
  const listenIn = (root) => new MutationObserver(take)
    .observe(root, { childList: true, subtree: true, characterData: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...given) {
    const root = attach.apply(this, given);
    listenIn(root);
    return root;
  };
  listenIn(document);
})()
"""
# Waits for what the page shows.
Wait = Callable[[], object]
TAKEN = "() => spokenByItself.splice(0)"


class Listener:
    """Does what a person does by keyboard, and writes down what they hear."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.tree = AccessibleTree(visitor.page)
        self.lines: list[str] = []
        self.heard_last = ""
        self.around: list[str] = []
        visitor.page.add_init_script(SPEAKS)

    def begins(self, journey: str, values: Mapping[str, Any], *, until: Wait) -> Self:
        """Open the first page anew, with nothing written down yet and nothing of a visit before."""
        self.lines, self.heard_last, self.around = [journey, "=" * len(journey)], "", []
        # Any page of the same server that has none of our scripts.
        self.visitor.page.goto(f"{self.visitor.address}/healthz")
        self.visitor.page.evaluate("sessionStorage.clear()")
        self.visitor.page.goto(f"{self.visitor.address}/?{urlencode(values)}")
        until()
        self._writes("Open the first page", focus=False)
        return self

    def goes_to(self, part: Locator, key: str = "Tab") -> Self:
        self.visitor.tab_to(part, key)
        self._writes(f"{key} until there")
        return self

    def arrives(self, page_key: str) -> None:
        """Wait until the person is led to the page's heading."""
        self.visitor.arrived(page_key)
        expect(self.visitor.heading(say(page_key))).to_be_focused()

    def presses(self, key: str, *, until: Wait | None = None) -> Self:
        """Press a key; ``until`` waits for what the page shows after it."""
        self.visitor.page.keyboard.press(key)
        if until:
            until()
        self._writes(key)
        return self

    def types(self, text: str) -> Self:
        self.visitor.page.keyboard.type(text)
        self._writes(f"Type {text}")
        return self

    def reads(self, selector: str) -> Self:
        self._step("Read on", [*self.tree.reading(selector)])
        return self

    def goes_back_to(self, page_key: str) -> Self:
        self.visitor.page.go_back()
        self.arrives(page_key)
        self._writes("Back, by the browser's button")
        return self

    def _writes(self, what: str, *, focus: bool = True) -> None:
        self.visitor.at_rest()
        # What changed of the answer is spoken after a pause.
        expect(self.visitor.status).not_to_have_attribute("data-waits", "")
        heard = self._focus() if focus else []
        spoken = self.visitor.page.evaluate(TAKEN)
        self._step(what, [*heard, *(f"(by itself) {each}" for each in spoken)])

    def _focus(self) -> list[str]:
        heard, around = self.tree.focus()
        entered = [each for each in around if each not in self.around]
        is_new = heard != self.heard_last or entered
        # The part itself may be one that others stand in.
        self.heard_last, self.around = heard, [*around, f"({heard})"]
        return [*entered, heard] if is_new else []

    def _step(self, what: str, heard: list[str]) -> None:
        self.lines += ["", f"> {what}", *(f"  {line}" for line in heard or ["(nothing)"])]

    @property
    def transcript(self) -> str:
        return "\n".join(self.lines) + "\n"
