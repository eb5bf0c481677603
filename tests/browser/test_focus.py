"""Someone with a keyboard sees where they are, gets past what they know, and is never lost."""

import pytest
from by_night import mostly_by_night
from in_page import STILL
from playwright.sync_api import expect
from visitor import MOST_TAB_STOPS, PHONE, START

from carechoice.language.sentences import say
from carechoice.ui.pages import PAGES

WIDTHS = [PHONE, (768, 1024), (1280, 720)]
# The innermost part that has the focus, also inside our components.
FOCUSED = """
() => {
  let part = document.activeElement;
  while (part.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
  return part;
}
"""
# In the window, and not below the dock of a phone.
IS_IN_VIEW = f"""
() => {{
  const part = ({FOCUSED.strip()})();
  const box = part.getBoundingClientRect();
  const dock = document.querySelector(".st-key-dock");
  const isDocked = dock && getComputedStyle(dock.parentElement).position === "fixed";
  const isInDock = part.getRootNode().host?.closest(".st-key-dock") || part.closest(".st-key-dock");
  const end = isDocked && !isInDock ? dock.parentElement.getBoundingClientRect().top : innerHeight;
  return box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < end;
}}
"""
# Among the page's own parts, and not among the inputs.
IS_ON_THE_PAGE = f"""
() => {{
  let part = ({FOCUSED.strip()})();
  while (part && !part.matches(".st-key-page")) {{
    part = part.parentElement ?? part.getRootNode().host;
  }}
  return Boolean(part);
}}
"""
AT_THE_START = """
() => {
  document.body.tabIndex = -1;
  document.body.focus();
}
"""
# The ring around what has the focus, or around the box it stands in, once nothing glides any more:
# its width, and its contrast with the page (WCAG 2.2, 1.4.11).
RING = f"""
async () => {{
  while (!({STILL.strip()})()) await new Promise(requestAnimationFrame);
  const luminance = (color) => {{
    const [red, green, blue] = color.match(/[\\d.]+/g).map((part) => {{
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }});
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }};
  const style = (part) => getComputedStyle(part);
  const hasRing = (part) =>
    style(part).outlineStyle === "solid" && parseFloat(style(part).outlineWidth) >= 2;
  const around = (part) => part.parentElement ?? part.getRootNode().host;
  const part = ({FOCUSED.strip()})();
  let ringed = part;
  while (ringed && !hasRing(ringed)) ringed = around(ringed);
  const {{ outlineColor, outlineWidth }} = style(ringed ?? part);
  const page = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
  const [low, high] = [luminance(outlineColor), luminance(page)].sort((a, b) => a - b);
  const name = part.ariaLabel || part.textContent.trim().slice(0, 40) || part.tagName;
  const width = ringed ? parseFloat(outlineWidth) : 0;
  return {{ name, width, contrast: (high + 0.05) / (low + 0.05), isOver: part === document.body }};
}}
"""
# What the focus alone must not change (WCAG 2.2, 3.2.1): where the person is, and what is open.
CONTEXT = """
() => ({
  address: location.href,
  title: document.title,
  open: document.querySelectorAll("[role=dialog], [role=listbox], details[open]").length,
  headings: Array.from(document.querySelectorAll("h1, h2, h3"), (each) => each.textContent),
})
"""


def link_within(visitor, key):
    """The link to a part of the page, by its sentence."""
    name = say(key).split("]")[0].removeprefix("[")
    return visitor.main.get_by_role("link", name=name)


def skip_link(visitor):
    return link_within(visitor, "pages.skip")


@pytest.mark.by_night
def test_a_ring_of_two_pixels_stands_out_around_each_link_and_fold(tab):
    visitor = tab().open("/decide", START)
    visitor.unfold_settings()
    links = visitor.page.get_by_role("navigation").get_by_role("link").all()
    assert len(links) == len(PAGES)
    others = [
        visitor.main.get_by_role("link", name=say("topics.see")),
        visitor.page.locator("summary:visible").first,
        visitor.main.get_by_role("button", name=say("controls.reset")),
    ]
    # By the key, so that the browser knows that a keyboard is used.
    visitor.tab_to(links[0])
    for scheme in ("light", "dark"):
        visitor.prefers(scheme)
        for part in [*links, *others]:
            part.focus()
            ring = visitor.page.evaluate(RING)
            assert ring["width"] >= 2
            assert ring["contrast"] >= 3


@pytest.mark.by_night
@pytest.mark.parametrize(
    ("path", "scheme"),
    [("/share", "light"), ("/decide", "dark")],
)
def test_each_stop_of_the_tab_key_has_a_ring_also_in_folds_and_changes_nothing(tab, path, scheme):
    visitor = tab(scheme=scheme).open(path, START | {"mode": "together"}).unfold_all()
    tabs, context = len(visitor.page.context.pages), visitor.page.evaluate(CONTEXT)
    visitor.page.evaluate(AT_THE_START)
    faint = []
    for _ in range(2 * MOST_TAB_STOPS):
        visitor.page.keyboard.press("Tab")
        ring = visitor.page.evaluate(RING)
        if ring["isOver"]:
            break
        if ring["width"] < 2 or ring["contrast"] < 3:
            faint.append(ring)
    assert ring["isOver"]
    assert faint == []
    assert visitor.at_rest().page.evaluate(CONTEXT) == context
    assert len(visitor.page.context.pages) == tabs


@pytest.mark.parametrize("size", mostly_by_night(WIDTHS, by_day=WIDTHS[1:2]))
def test_nothing_out_of_view_takes_the_focus_and_a_link_skips_to_the_pages_own_controls(tab, size):
    visitor = tab(size=size).open("/", START)
    for page in PAGES:
        visitor.go_to(f"page.{page}")
        visitor.page.evaluate(AT_THE_START)
        skips_to_the_pages_own_controls(visitor, page)


def test_the_first_stop_of_a_page_is_the_link_that_skips_and_not_all_of_the_page(tab):
    visitor = tab().open("/", START)
    visitor.page.keyboard.press("Tab")
    expect(skip_link(visitor)).to_be_focused()


def skips_to_the_pages_own_controls(visitor, page):
    stops = 0
    while not skip_link(visitor).evaluate("(link) => link === document.activeElement"):
        visitor.page.keyboard.press("Tab")
        stops += 1
        assert visitor.page.evaluate(IS_IN_VIEW), page
        assert stops <= 2, page
    expect(visitor.page.get_by_role("button", name="sidebar")).to_have_count(0)
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")
    stops += 2
    assert visitor.page.evaluate(IS_ON_THE_PAGE), page
    assert visitor.page.evaluate(IS_IN_VIEW), page
    assert stops <= 8, page


def test_on_a_phone_each_stop_of_the_tab_key_is_in_view_and_a_link_leads_back_to_the_pages(tab):
    visitor = tab(size=PHONE).open("/bill", START)
    for _ in range(20):
        visitor.page.keyboard.press("Tab")
        assert visitor.page.evaluate(IS_IN_VIEW)
    link_within(visitor, "pages.back").press("Enter")
    pages = visitor.page.get_by_role("navigation")
    expect(pages).to_be_focused()
    expect(pages).to_be_in_viewport(ratio=1)
    visitor.page.keyboard.press("Tab")
    expect(pages.get_by_role("link").first).to_be_focused()


@pytest.mark.by_night
def test_removing_a_kept_scenario_leaves_the_focus_at_the_heading_before_it(tab):
    visitor = tab().open("/share", START)
    for name in ("First", "Second"):
        visitor.main.get_by_role("textbox", name=say("pins.name")).fill(name)
        visitor.main.get_by_role("button", name=say("pins.keep")).press("Enter")
        expect(visitor.heading(name)).to_be_visible()
        visitor.settled()
    for name, heading in (("Second", "First"), ("First", say("pins.title"))):
        visitor.main.get_by_role("button", name=say("pins.remove", name=name)).press("Enter")
        expect(visitor.main.get_by_role("heading", name=name, exact=True)).to_have_count(0)
        expect(visitor.main.get_by_role("heading", name=heading, exact=True)).to_be_focused()
        visitor.settled()


@pytest.mark.by_night
def test_an_answer_of_the_plan_that_was_entered_leaves_the_focus_at_its_fold(tab):
    visitor = tab().open("/bill", START)
    fold = visitor.fold(say("ask.fold"))
    visitor.unfold(fold)
    blank = fold.get_by_role("textbox").first
    blank.fill("1500")
    blank.press("Enter")
    expect(fold.get_by_role("button", name=say("ask.undo"))).to_be_visible()
    expect(fold.locator("summary")).to_be_focused()
