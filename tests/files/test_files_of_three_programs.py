"""Every file is made where three programs stand beside therapy, and says each by its name."""

import io
from datetime import UTC, date, datetime

import centre_tables
import pytest
from centre_tables import loaded
from pptx import Presentation
from pypdf import PdfReader

from carechoice.catalog.centre.rows import key_of_name
from carechoice.catalog.in_use import using
from carechoice.comparison.compare import compare
from carechoice.files.handout.handout import handout
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.files.slides.slides import slides
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import Scenario
from carechoice.topics.week.calendar_file import calendar_file

TODAY = date(2026, 11, 23)
LINK = "http://127.0.0.1/"
AFTERNOON = 'Afternoon program,South,in person,"Mon, Wed, Fri",13:00,3,10,300,,no,,\n'
THREE = {
    "program": "day_program",
    "payer": "first_payer_silver",
    "third_path": "program_evening_program",
    "fourth_path": "also_afternoon_program",
}


# Each name has all but as many signs as one may have, which is 60.
LONG = {
    "Day program": "Intensive Daytime Recovery Program for Adults (18 and over)",
    "Evening program": "Evening Online Program for Working Adults and Their Families",
    "Afternoon program": "Afternoon Program for Teens and Young Adults with Dual Care",
}
FULLEST = {
    "program": key_of_name(LONG["Day program"]),
    "third_path": f"program_{key_of_name(LONG['Evening program'])}",
    "fourth_path": f"also_{key_of_name(LONG['Afternoon program'])}",
    "network": "oon",
    "fixed_hours": "mon-fri:09-17",
}


@pytest.fixture
def fullest(tmp_path):
    """Three programs of long names out of network, beside fixed hours: the most that is said."""
    programs = centre_tables.PROGRAMS + AFTERNOON
    for short, long in LONG.items():
        programs = programs.replace(f"{short},", f"{long},")
    with using(loaded(tmp_path / "own", programs=programs)):
        yield compare(Scenario.from_query(FULLEST, today=TODAY).scenario)


@pytest.fixture
def three(tmp_path):
    with using(loaded(tmp_path / "own", programs=centre_tables.PROGRAMS + AFTERNOON)):
        yield compare(Scenario.from_query(THREE, today=TODAY).scenario)


def test_the_handout_is_three_pages_at_most(three):
    pages = PdfReader(io.BytesIO(handout(three, link=LINK, today=TODAY))).pages
    assert len(pages) <= 3
    said = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "What it asks of you Individual therapy Day program Evening program" in said
    assert "Evening program takes 9 hours a week from January 4, 2027" in said
    assert "Afternoon program takes 9 hours a week" in said


def test_the_first_page_of_the_handout_ends_with_the_level_of_care_also_of_long_names(fullest):
    pages = PdfReader(io.BytesIO(handout(fullest, link=LINK, today=TODAY))).pages
    assert len(pages) <= 3
    first = " ".join(pages[0].extract_text().split())
    assert "It does not say which one you need." in first


def test_the_slides_have_all_four(three):
    deck = Presentation(io.BytesIO(slides(three, link=LINK, today=TODAY)))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    heads = [[cell.text for cell in table.rows[0].cells][1:] for table in tables]
    of_all = [head for head in heads if "Evening program" in head]
    assert len(of_all) == 4
    assert {tuple(head[1:]) for head in of_all} == {
        ("Day program", "Evening program", "Afternoon program")
    }


def test_no_picture_on_a_slide_is_described_with_marks_or_by_lines_that_it_lacks(three):
    deck = Presentation(io.BytesIO(slides(three, link=LINK, today=TODAY)))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert "**" not in (shape._element.xpath(".//p:cNvPr")[0].get("descr") or "")
            assert not (shape.has_text_frame and "under a line" in shape.text_frame.text)


def test_workbook_and_dates_have_all_four(three):
    assert workbook(sheets(three, freeze(three.scenario, TODAY), ()))
    for pathway, option in three.options.items():
        made = calendar_file(three, pathway, made=datetime(2026, 11, 23, tzinfo=UTC), key=b"key")
        assert made.count(b"BEGIN:VEVENT") == option.visits
