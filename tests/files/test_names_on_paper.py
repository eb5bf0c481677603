"""Names as people type them, on paper: whole in their place, and no box without a word."""

import pypdfium2
import pytest
from centre_tables import PAYER_PLANS, PAYERS, PROGRAMS, loaded
from files.read_back import text_of
from scenarios import TODAY, comparison, scenario

from carechoice.catalog.in_use import using
from carechoice.comparison.compare import compare
from carechoice.documents.call_record import with_head
from carechoice.files.call.printed import printed
from carechoice.files.call.sheet import sheet
from carechoice.files.handout.handout import handout
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.language.sentences import say

LINK = "https://care.example.org/?a=1"
# Letter, with 16 mm at the sides.
RIGHT_PT = 612 - 16 / 25.4 * 72
WIDEST = "W" * 40
# A sign of a plane that is kept free for private use: no font has it.
IN_NO_FONT = "Plan \U0010fffd"


def made(*names):
    kept = tuple(KeptScenario(name, scenario(iop_weeks=4 + n)) for n, name in enumerate(names))
    return handout(comparison(), link=LINK, today=TODAY, kept=kept)


def signs(page):
    """Each sign of a page but blanks with its left and right edge, in points."""
    text = page.get_textpage()
    boxes = (text.get_charbox(place) for place in range(text.count_chars()))
    return [
        (sign, left, right)
        for sign, (left, _, right, _) in zip(text.get_text_range(), boxes, strict=False)
        if not sign.isspace()
    ]


def page_of(content, number):
    return list(pypdfium2.PdfDocument(content))[number]


def right_edge(content, number):
    return max(right for _, _, right in signs(page_of(content, number)))


def test_a_name_of_forty_wide_signs_breaks_within_its_column():
    """Five columns share 521 points: the second begins after 1.2 parts of 5.2 and has one part."""
    content = made(WIDEST, "Second", "Third", "Fourth")
    page = signs(page_of(content, -1))
    room = RIGHT_PT - 16 / 25.4 * 72
    column = 16 / 25.4 * 72 + room * 2.2 / 5.2
    heads = [right for sign, left, right in page if sign == "W" and left > 16 / 25.4 * 72 + 100]
    assert len(heads) >= 80
    assert sum(right <= column for right in heads) >= 80
    assert WIDEST in text_of(content).replace(" ", "")


@pytest.mark.parametrize("names", [(WIDEST, WIDEST[:39]), ("Versicherung" * 3 + "a", "Second")])
def test_no_name_runs_off_the_paper(names):
    assert right_edge(made(*names), -1) <= RIGHT_PT + 0.5


def test_a_name_of_words_breaks_between_them():
    assert "Started in the second week of spring" in text_of(
        made("Started in the second week of spring", "Later")
    )


def test_a_program_and_an_insurer_of_sixty_signs_stay_in_their_column(tmp_path):
    program, insurer = "Nachmittagsprogramm" * 3, "Versicherung" * 5
    tables = {
        "programs": PROGRAMS.replace("Day program", program),
        "payers": PAYERS.replace("First payer", insurer).replace("Second payer", "Second"),
        "payer_plans": PAYER_PLANS.partition("\n")[0] + "\n",
    }
    with using(loaded(tmp_path / "own", **tables)):
        picked = scenario(program=program.lower(), payer=insurer.lower())
        content = handout(compare(picked), link=LINK, today=TODAY)
        assert program in text_of(content).replace(" ", "")
    assert all(right_edge(content, number) <= RIGHT_PT + 0.5 for number in range(3))


def test_a_box_in_a_name_is_explained_at_the_foot():
    assert say("export.boxes") in text_of(made(IN_NO_FONT, "Second"))
    assert say("export.boxes") not in text_of(made("Größe, é", "Second"))


def test_a_box_on_the_sheet_for_a_call_is_explained_too():
    call = with_head(None, {"person": IN_NO_FONT})
    assert say("export.boxes") in text_of(printed(sheet(comparison(), call), today=TODAY))
    assert say("export.boxes") not in text_of(printed(sheet(comparison()), today=TODAY))
