"""Links of which the page learns late: the one of the page that is shown is marked all the same."""

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
