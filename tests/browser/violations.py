"""What axe finds on a page, but for what the framework does that nobody can cure."""

from typing import Any, NamedTuple

from axe_playwright_python.base import AXE_SCRIPT
from in_page import STILL
from playwright.sync_api import Page

ONLY_VIOLATIONS = {"resultTypes": ["violations"]}
# The rules that look at colours; all others find the same in each of a person's two themes.
OF_COLORS = {**ONLY_VIOLATIONS, "runOnly": ["color-contrast", "link-in-text-block"]}
# The rules that look at how much room a part has; all others find the same in any window that shows
# the same parts.
OF_ROOM = {**ONLY_VIOLATIONS, "runOnly": ["scrollable-region-focusable", "target-size"]}
IS_THERE = "() => 'axe' in window"
RUN = "(options) => axe.run(options).then(({ violations }) => violations)"


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


def _violations(page: Page, options: dict[str, Any]) -> list[dict[str, Any]]:
    # Read once for each page that a tab opens: reading it is a good part of a look.
    if not page.evaluate(IS_THERE):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, options)


def found(page: Page, options: dict[str, Any] = ONLY_VIOLATIONS) -> list[str]:
    """Each violation with the part of the page that has it."""
    # What the framework dims while it works fades in again, and has another contrast meanwhile.
    page.wait_for_function(STILL)
    return [
        f"{violation['id']}: {node['target']} {node['html'][:200]}"
        for violation in _violations(page, options)
        for node in violation["nodes"]
        if not _is_allowed(violation["id"], node)
    ]


def found_in_other_colors(page: Page) -> list[str]:
    """The same for a page that was looked at before and now has the other theme."""
    return found(page, OF_COLORS)


def found_in_other_room(page: Page) -> list[str]:
    """The same for a page whose parts were all looked at, in a window of another size."""
    return found(page, OF_ROOM)
