"""Cards that stand side by side: how many in a row, and where each of them ends."""

from urllib.parse import urlencode

import pytest
from by_night import by_night
from visitor import DESK, PHONE, START, scenario_of

from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.kept_as_text import write_scenarios

# A desk, a low one, a tablet on its side, one upright, and a phone.
SIZES = (DESK, (1280, 720), (1024, 768), (768, 1024), PHONE)
THREE = {**START, "third_path": "step_down", "start_date": "2026-12-07"}
# How many of the boxes in a row of them stand beside each other, row by row.
IN_ROWS = """
(row) => Object.values(Object.groupBy(
  Array.from(document.querySelectorAll(`${row} > *`), (part) => part.getBoundingClientRect().top),
  (top) => Math.round(top),
)).map((tops) => tops.length)
"""
# The lower ends of what folds out at the end of each card that begins at the same height.
FOLDS_END = """
() => Object.values(Object.groupBy(
  document.querySelectorAll(".st-key-page [class*='st-key-table_']"),
  (fold) => Math.round(fold.parentElement.getBoundingClientRect().top),
)).map((folds) => folds.map((fold) => Math.round(fold.getBoundingClientRect().bottom)))
"""
# The captions whose last line is a single word.
LONE_WORDS = """
() => Array.from(document.querySelectorAll(".st-key-page [class*='st-key-chart_']"), (chart) =>
  Array.from(chart.querySelectorAll(".caption p")).filter((told) => {
    const letters = document.createTreeWalker(told, NodeFilter.SHOW_TEXT);
    const tops = [];
    while (letters.nextNode()) {
      for (const word of letters.currentNode.data.matchAll(/\\S+/g)) {
        const place = document.createRange();
        place.setStart(letters.currentNode, word.index);
        place.setEnd(letters.currentNode, word.index + word[0].length);
        tops.push(Math.round(Array.from(place.getClientRects()).at(-1).top));
      }
    }
    return tops.length > 1 && tops.at(-1) - tops.at(-2) > 5;
  }).map((told) => told.textContent)).flat();

"""


@pytest.mark.by_night
def test_three_bills_stand_in_one_row_or_each_has_its_own(tab):
    visitor = tab(size=DESK).open("/bill", THREE)
    for size in SIZES:
        rows = visitor.seen_at(size).page.evaluate(IN_ROWS, ".st-key-steps_bill")
        assert rows in ([3], [1, 1, 1]), size
    assert visitor.seen_at((1280, 720)).page.evaluate(IN_ROWS, ".st-key-steps_bill") == [3]


@pytest.mark.parametrize("page", [by_night("/"), "/bill", by_night("/care")])
def test_what_folds_out_stands_at_one_height_in_cards_side_by_side(tab, page):
    side_by_side = tab(size=DESK).open(page, THREE).page.evaluate(FOLDS_END)
    assert any(len(ends) > 1 for ends in side_by_side)
    for ends in side_by_side:
        assert len(set(ends)) == 1, ends


@pytest.mark.by_night
def test_a_field_for_a_name_is_no_wider_than_the_longest_name_it_takes(tab):
    visitor = tab(size=DESK).open("/share", START)
    assert visitor.page.locator(".st-key-pin_name input").bounding_box()["width"] <= 400


@pytest.mark.by_night
def test_no_line_of_one_word_ends_what_is_said_below_a_chart(tab):
    visitor = tab(size=(1280, 720))
    for inputs in (THREE, {**START, "therapy_copay_usd": 30, "iop_copay_per_day_usd": 50}):
        assert visitor.open("/bill", inputs).page.evaluate(LONE_WORDS) == []


@pytest.mark.by_night
def test_three_kept_scenarios_have_the_same_room(tab):
    kept = [
        KeptScenario(f"{weeks} weeks", scenario_of({**START, "iop_weeks": weeks}))
        for weeks in (4, 6, 9)
    ]
    query = urlencode({**START, "kept": urlencode(write_scenarios(kept))})
    cards = tab(size=(1280, 720)).open("/share", query).page.locator(".st-key-cards_kept > *")
    widths = [card.bounding_box()["width"] for card in cards.all()]
    assert len(widths) == 3
    assert len({*widths}) == 1
