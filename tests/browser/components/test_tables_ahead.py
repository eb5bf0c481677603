"""Tables say what a slider says before the page follows, and what the page says once it does."""

import pytest
from static_page import StaticPage

from carechoice.ui.assets import address

# A table as the framework draws it, and `cover(...)` as the answer calls it.
PAGE = """
async (address) => {
  const { cover } = await import(new URL(address, document.baseURI));
  window.cover = cover;
  const cell = (text) => `<td><div><p>${text}</p></div></td>`;
  const row = (name, ...cells) => `<tr><th>${name}</th>${cells.map(cell).join("")}</tr>`;
  document.querySelector("main").innerHTML =
    `<table aria-label='Side "by" side'><thead></thead><tbody>` +
    row("How long", "18 weeks", "8 weeks") + row("You pay", "$486", "$4,242") + "</tbody></table>";
  window.ahead = () =>
    [...document.querySelectorAll("td")].map((cell) => cell.dataset.ahead ?? null);
}
"""
NAME = 'Side "by" side'
MOVED = [["How long", "18 weeks", "9 weeks"], ["You pay", "$486", "$4,395"]]


@pytest.fixture
def page(at_desk: StaticPage):
    at_desk.open()
    at_desk.page.evaluate(PAGE, address("tables.js"))
    return at_desk.page


def ahead(page, tables):
    return page.evaluate("(tables) => { cover(tables); return ahead(); }", tables)


def test_only_cells_that_a_move_changes_are_covered_and_none_once_the_page_follows(page):
    assert ahead(page, {NAME: MOVED}) == [None, "9 weeks", None, "$4,395"]
    assert page.evaluate("() => { cover(); return ahead(); }") == [None] * 4


def test_a_second_move_covers_what_it_says_and_not_what_the_first_said(page):
    ahead(page, {NAME: MOVED})
    back = [["How long", "18 weeks", "8 weeks"], ["You pay", "$486", "$4,242"]]
    assert ahead(page, {NAME: back}) == [None] * 4


def test_rows_that_come_or_go_and_tables_that_are_not_there_wait_for_the_page(page):
    more = [*MOVED, ["In all", "$486", "$4,395"]]
    assert ahead(page, {NAME: more, "Another": MOVED}) == [None] * 4
