"""What the page learns late: its links are marked, and a focus is given back, all the same."""

from playwright.sync_api import expect

from carechoice.ui.assets import address

LINKS = """
<div class="st-key-pages"><a href="week">Your week</a><a href="bill">Your bill</a></div>
"""
ARRIVES = """
async (address) => {
  const { default: component } = await import(new URL(address, document.baseURI));
  component({ data: { page: "Your bill", heading: "Your bill", main: "", part: "", links: "" } });
}
"""
DRAWN = "(links) => document.querySelector('main').insertAdjacentHTML('afterbegin', links)"


def test_links_that_are_drawn_after_the_page_has_arrived_say_which_page_is_shown(at_desk):
    page = at_desk.open().page
    page.evaluate(ARRIVES, address("arrival.js"))
    page.evaluate(DRAWN, LINKS)
    expect(page.locator("a[aria-current=page]")).to_have_text("Your bill")


UNDER_A_WINDOW = """
() => {
  const main = document.querySelector("main");
  main.insertAdjacentHTML("beforeend", "<button>Open</button>");
  main.insertAdjacentHTML("afterend", "<div role=dialog><button>Use these</button></div>");
}
"""
CLOSES = """
() => {
  document.querySelector("main").inert = true;
  document.querySelector("[role=dialog]").remove();
}
"""


def test_a_window_that_closes_before_the_page_can_be_used_still_gives_the_focus_back(at_desk):
    page = at_desk.open().page
    page.evaluate(ARRIVES, address("arrival.js"))
    page.evaluate(UNDER_A_WINDOW)
    page.get_by_role("button", name="Open").focus()
    page.get_by_role("button", name="Use these").focus()
    page.evaluate(CLOSES)
    expect(page.locator("body")).to_be_focused()
    page.evaluate("document.querySelector('main').inert = false")
    expect(page.get_by_role("button", name="Open")).to_be_focused()


PROMISES = """
async (address) => {
  const { default: component } = await import(new URL(address, document.baseURI));
  const told = { page: "Your bill", heading: "Your bill", main: "", part: "", links: "" };
  component({ data: { ...told, promised: { "Use my papers": "Papers of my plan" } } });
  const here = window.location.pathname;
  document.querySelector("main").insertAdjacentHTML(
    "beforeend",
    `<a href="${here}">Use my papers</a><h2>Papers of my plan</h2>`
  );
}
"""


def test_a_link_to_a_part_of_the_page_that_is_shown_leads_there_and_brings_no_page(at_desk):
    page = at_desk.open().page
    page.evaluate(PROMISES, address("arrival.js"))
    shown = page.url
    page.get_by_role("link", name="Use my papers").click()
    expect(page.get_by_role("heading", name="Papers of my plan")).to_be_focused()
    assert page.url == shown
