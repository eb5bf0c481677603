"""A page that is printed: what belongs together stands on one sheet, and offers to press do not."""

import pypdfium2 as pdfium
import pytest
import three_programs
from by_night import by_night
from in_page import CHARTS_IN_INK
from visitor import START

from carechoice.catalog.in_use import catalog
from carechoice.language.sentences import say

# Letter is 11 inches of 96 px high, less 15 mm above and below, and a frame of 1 rem.
SHEET_PX = 11 * 96 - 2 * 15 / 25.4 * 96 - 16


def sheets(visitor):
    """The letters of each sheet that the page is printed on: a PDF has no spaces at some places."""
    visitor.settled().still()
    printed = pdfium.PdfDocument(visitor.page.pdf(format="Letter"))
    return [letters(sheet.get_textpage().get_text_bounded()) for sheet in printed]


def letters(text):
    return "".join(text.split())


@pytest.mark.parametrize("path", ["/", by_night("/care")])
def test_where_to_turn_in_a_crisis_stands_on_one_sheet(tab, path):
    title = letters(say("crisis.title"))
    numbers = [line.phone for line in catalog().crisis.values()]
    with_title = [sheet for sheet in sheets(tab().open(path, START)) if title in sheet]
    assert len(with_title) == 1
    assert [number for number in numbers if number not in with_title[0].split(title)[1]] == []


@pytest.mark.by_night
def test_steps_of_the_bill_stand_on_the_sheet_of_their_heading(tab):
    title = letters(say("bill.steps.title"))
    below = [
        sheet.split(title)[1] for sheet in sheets(tab().open("/bill", START)) if title in sheet
    ]
    assert len(below) == 1
    assert letters(say("option.therapy")) in below[0]


@pytest.mark.parametrize(
    ("path", "offers"),
    [
        ("/bill", ("papers.title", "call.header", "other_plan.title")),
        by_night("/week", ("ics.title",)),
    ],
)
def test_what_can_only_be_done_on_a_screen_is_not_printed(tab, path, offers):
    visitor = tab().open(path, START)
    for offer in offers:
        assert visitor.heading(say(offer)).is_visible()
    printed = "".join(sheets(visitor))
    assert [offer for offer in offers if letters(say(offer)) in printed] == []


@pytest.mark.by_night
def test_a_course_of_four_years_is_drawn_on_one_sheet(tab):
    """140 weeks and more in nine bands. A sheet of 11 inches has 267 mm less 15 mm at both ends."""
    long = {"therapy_hours_per_week": "0.5", "therapy_sessions": "104", "third_path": "step_down"}
    visitor = tab().open("/week", START | long | {"step_down_sessions": "104"})
    printed = sheets(visitor)
    title = letters(say("course.title"))
    (sheet,) = (each for each in printed if title in each)
    drawn = sheet.split(title)[1]
    assert [year for year in ("2027", "2028", "2029", "2030", "2031") if year not in drawn] == []


@pytest.mark.by_night
def test_of_four_options_too_in_smaller_letters(tab, fresh_server, tmp_path):
    """Nine bands of four rows, 1,394 px high: also 35% closer together they would be cut."""
    three_programs.centre_of_three(tmp_path / "own")
    at = fresh_server(CARECHOICE_DATA=str(tmp_path / "own"))
    years = {"therapy_hours_per_week": "0.5", "therapy_sessions": "104"}
    third = {"third_path": "step_down", "step_down_sessions": "104", "start_date": "2026-11-30"}
    visitor = tab(address=at).open("/week", {**three_programs.THREE, **years, **third})
    visitor.page.emulate_media(media="print")
    visitor.page.wait_for_function(CHARTS_IN_INK)
    drawn = visitor.picture("course").bounding_box()
    title = visitor.heading(say("course.title")).bounding_box()
    assert drawn["y"] + drawn["height"] - title["y"] < SHEET_PX


@pytest.mark.by_night
def test_both_options_have_boxes_of_one_height_on_paper(tab):
    visitor = tab().open("/", START).settled()
    visitor.page.emulate_media(media="print")
    boxes = visitor.page.locator(".st-key-features > div > div").all()
    heights = [box.bounding_box()["height"] for box in boxes]
    assert heights == pytest.approx([heights[0]] * 2, abs=1)
