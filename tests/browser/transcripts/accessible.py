"""Chromium's accessibility tree in words, as a screen reader would say it.

Name, role, value, description and states are those that the browser hands to a screen reader; the
words for roles and states are plain ones, since each reader has its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import CDPSession, Page

# The innermost part that has the focus, also inside our components.
FOCUSED = """
(() => {
  let part = document.activeElement;
  while (part.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
  return part;
})()
"""
VALUE_IN_WORDS = "function () { return this.ariaValueText; }"
ROLES = {
    "DisclosureTriangle": "fold",
    "RootWebArea": "page",
    "combobox": "box to choose from",
    "image": "picture",
    "listbox": "list",
    "menuitemradio": "choice",
    "option": "choice",
    "radio": "choice",
    "radiogroup": "group of choices",
    "spinbutton": "field",
    "textbox": "field",
}
CONTROLS = {
    "DisclosureTriangle",
    "button",
    "checkbox",
    "combobox",
    "link",
    "option",
    "radio",
    "slider",
    "spinbutton",
    "switch",
    "textbox",
}
# What is said when the focus comes into it.
AROUND = {"dialog", "navigation", "radiogroup", "group", "region"}
STATES = {
    ("checked", "true"): "checked",
    ("checked", "false"): "not checked",
    ("pressed", "true"): "pressed",
    ("pressed", "false"): "not pressed",
    ("selected", True): "selected",
    ("expanded", True): "open",
    ("expanded", False): "closed",
    ("disabled", True): "not available",
    ("invalid", "true"): "not valid",
}

Node = dict[str, Any]


def _of(node: Node, key: str) -> Any:
    return node.get(key, {}).get("value") or ""


def _states(node: Node) -> list[str]:
    found = [(each["name"], each["value"].get("value")) for each in node.get("properties", [])]
    return [STATES[state] for state in found if state in STATES]


def _named(node: Node) -> str:
    role = _of(node, "role")
    return f"({_of(node, 'name')}, {ROLES.get(role, role)})"


def _level(node: Node) -> str:
    levels = [each["value"]["value"] for each in node["properties"] if each["name"] == "level"]
    return f"heading {levels[0]}"


class AccessibleTree:
    """The tree of a page as it is now."""

    def __init__(self, page: Page) -> None:
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.session.send("Accessibility.enable")

    def focus(self) -> tuple[str, list[str]]:
        """What has the focus, in words, and what it stands in, from the outside in."""
        part = self._object(FOCUSED)
        asked = {"objectId": part}
        nodes = self.session.send("Accessibility.getAXNodeAndAncestors", asked)["nodes"]
        node, *ancestors = [each for each in nodes if not each["ignored"]]
        around = [each for each in reversed(ancestors) if _of(each, "role") in AROUND]
        named = [_named(each) for each in around if _of(each, "name")]
        return self._control(node, self._value_in_words(part)), named

    def reading(self, selector: str) -> Iterator[str]:
        """The part of the page as it is read from its beginning, line by line."""
        part = self._object(f"document.querySelector({selector!r})")
        described = self.session.send("DOM.describeNode", {"objectId": part})["node"]
        nodes = self.session.send("Accessibility.getFullAXTree")["nodes"]
        self.nodes = {node["nodeId"]: node for node in nodes}
        (start,) = (
            node for node in nodes if node.get("backendDOMNodeId") == described["backendNodeId"]
        )
        yield from self._read(start)

    def _object(self, expression: str) -> str:
        found = self.session.send("Runtime.evaluate", {"expression": expression})
        return found["result"]["objectId"]

    def _value_in_words(self, part: str) -> str:
        asked = {"objectId": part, "functionDeclaration": VALUE_IN_WORDS}
        return self.session.send("Runtime.callFunctionOn", asked)["result"].get("value") or ""

    def _control(self, node: Node, value_in_words: str = "") -> str:
        role = _of(node, "role")
        said = ROLES.get(role, role) if role != "heading" else _level(node)
        value = value_in_words or str(_of(node, "value"))
        description = _of(node, "description")
        return ", ".join(
            filter(None, [_of(node, "name") or "no name", said, value, *_states(node), description])
        )

    def _children(self, node: Node) -> list[Node]:
        return [self.nodes[each] for each in node.get("childIds", []) if each in self.nodes]

    def _read(self, node: Node) -> Iterator[str]:
        role, name = _of(node, "role"), _of(node, "name")
        if node["ignored"]:
            yield from self._read_children(node)
        elif role in CONTROLS:
            yield self._control(node)
        elif role == "LabelText":
            # The text of a label is said with its control.
            yield from map(self._control, self._all(node, CONTROLS))
        elif role == "heading":
            yield f"{name}, {_level(node)}"
        elif role == "image" and name:
            yield f"{name}, picture"
        elif role == "table":
            yield from self._read_table(node)
        elif role in ("paragraph", "listitem", "StaticText"):
            yield from filter(None, [self._text(node)])
        else:
            yield from [_named(node)] if role in AROUND and name else []
            yield from self._read_children(node)

    def _read_children(self, node: Node) -> Iterator[str]:
        for child in self._children(node):
            yield from self._read(child)

    def _read_table(self, table: Node) -> Iterator[str]:
        yield f"{_of(table, 'name') or 'no name'}, table"
        for row in self._all(table, {"row"}):
            cells = self._all(row, {"cell", "gridcell", "columnheader", "rowheader"})
            yield "  " + " | ".join(self._text(cell) for cell in cells)

    def _all(self, node: Node, roles: set[str]) -> Iterator[Node]:
        for child in self._children(node):
            if _of(child, "role") in roles:
                yield child
            else:
                yield from self._all(child, roles)

    def _text(self, node: Node) -> str:
        return " ".join("".join(self._texts(node)).split())

    def _texts(self, node: Node) -> Iterator[str]:
        role, name = _of(node, "role"), _of(node, "name")
        if role == "link":
            yield f"{name} (link)"
        elif role == "StaticText":
            yield name
        else:
            for child in self._children(node):
                yield from self._texts(child)
