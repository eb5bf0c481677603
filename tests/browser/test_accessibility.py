"""axe finds nothing: every page, light and dark, desktop and phone, folded and unfolded."""

from typing import Any, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from visitor import PAGES, START

DESKTOP = (1280, 900)
PHONE = (390, 844)


STILL = """
() => document.getAnimations().every((each) =>
  each.playState !== "running" || each.effect.getComputedTiming().endTime === Infinity)
"""


class Allowed(NamedTuple):
    """A violation of the framework's own that neither our code nor a setting can cure."""

    rule: str
    target: str
    reason: str


ALLOWED: tuple[Allowed, ...] = (
    Allowed(
        "presentation-role-conflict",
        "stFileUploaderDropzone",
        "The framework's box around the upload button has a label without a role.",
    ),
)


def _is_allowed(rule: str, node: dict[str, Any]) -> bool:
    # The target may be a name that changes from page to page, the markup does not.
    place = f"{node['target']} {node['html']}"
    return any(rule == allowed.rule and allowed.target in place for allowed in ALLOWED)


def found(page: Any) -> list[str]:
    # What the framework dims while it works fades in again, and has another contrast meanwhile.
    page.wait_for_function(STILL)
    violations = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['html'][:200]}"
        for violation in violations
        for node in violation["nodes"]
        if not _is_allowed(violation["id"], node)
    ]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_axe_finds_nothing(tab, path, size):
    # A value out of place brings the note about links and a warning onto the page too.
    query = {**START, "unknown": "1", "plan_pays_percent": "5"}
    visitor = tab(size=size).open(path, query)
    assert found(visitor.page) == []
    visitor.unfold_all()
    assert found(visitor.page) == []
    visitor.prefers("dark")
    assert found(visitor.page) == []


@pytest.mark.parametrize(
    ("path", "scheme", "size"), [("/", "light", PHONE), ("/week", "dark", DESKTOP)]
)
def test_axe_finds_nothing_with_a_third_way_and_its_inputs_open(tab, path, scheme, size):
    visitor = tab(size=size, scheme=scheme).open(path, {**START, "third_path": "step_down"})
    assert found(visitor.page) == []
    visitor.unfold_all()
    expect(visitor.slider("step_down_sessions")).to_be_visible()
    assert found(visitor.page) == []
