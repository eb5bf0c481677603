"""A link in a file stays on its page, whatever address the server has, and is copied whole."""

from functools import cache
from urllib.parse import urlencode

import pypdfium2
import pytest
from by_night import mostly_by_night
from files.letters_of_slides import height_pt
from files.read_back import deck, pdf, text_of, words_on
from scenarios import TODAY, comparison

from carechoice.files.handout.handout import handout
from carechoice.files.scenario.qr import qr_on_paper
from carechoice.files.slides.slides import slides
from carechoice.files.written_link import link_of

RESULT = comparison(third_path="step_up", topics="money|time", fixed_hours="mon-fri:09-17")
QUERY = urlencode(RESULT.scenario.to_query(), safe=":")
LINKS = {
    "a port": f"http://127.0.0.1:8831/?{QUERY}",
    "a name": f"https://care.example.org/?{QUERY}",
    "a name of one word and a port": f"http://careserver:8443/?{QUERY}",
    "IPv6": f"http://[2001:db8::7334]:8501/?{QUERY}",
    "a long name without a break": f"https://{'hospital' * 7}.example.org/care/?{QUERY}",
    "digits alone": f"http://127.0.0.1/{'1' * 2900}",
    "one letter alone": f"https://care.example.org/?{'w' * 2900}",
    "no question mark": "https://care.example.org/" + "abc/" * 300,
}
PAPERS = {"letter": (612, 792), "a4": (595.28, 841.89)}
# Margins of the handout: 16 mm at the sides, 15 mm at the foot.
SIDE_PT, FOOT_PT = 16 / 25.4 * 72, 15 / 25.4 * 72


@cache
def made(link, paper):
    return handout(RESULT, link=link, today=TODAY, paper=paper)


def corners(note):
    """All points of a link's area: its frame, and the parts it has where it runs over lines."""
    numbers = [*note["/Rect"], *note.get("/QuadPoints", [])]
    return [float(x) for x in numbers[::2]], [float(y) for y in numbers[1::2]]


@pytest.mark.parametrize("paper", mostly_by_night(PAPERS, by_day=["letter"]))
@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_the_link_breaks_inside_the_margins_of_the_paper(link, paper):
    width, height = PAPERS[paper]
    pages = pdf(made(link, paper)).pages
    assert len(pages) == 3
    notes = [each.get_object() for page in pages for each in page.get("/Annots", [])]
    assert {note["/A"]["/URI"] for note in notes} == {link}
    for note in notes:
        across, up = corners(note)
        assert min(across) >= SIDE_PT - 0.5
        assert max(across) <= width - SIDE_PT + 0.5
        assert min(up) >= FOOT_PT
        assert max(up) <= height


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_the_link_is_read_and_copied_without_a_sign_more(link):
    text = text_of(made(link, "letter"))
    assert link in text.replace(" ", "")


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_on_the_first_slide_the_link_ends_above_the_crisis_line(link):
    slide = deck(slides(RESULT, link=link, today=TODAY)).slides[0]
    (box,) = [shape for shape in slide.shapes if shape.has_text_frame and link in shape.text]
    (crisis,) = [shape for shape in slide.shapes if shape.has_text_frame and "988" in shape.text]
    (run,) = box.text_frame.paragraphs[0].runs
    high_pt = height_pt(box.text_frame.paragraphs, box.width.pt - 14.4)
    assert box.top.pt + 3.6 + high_pt <= crisis.top.pt
    assert run.hyperlink.address == link


@pytest.mark.parametrize(
    ("signs", "side_mm"),
    [
        # Medium error correction. 62 signs need 33 squares, with 8 of white around them 41, each of
        # 36/41 = 0.88 mm.
        (62, 36),
        # Version 26 holds 1,059: 121 squares and 8 of white, 129 of 0.4 mm.
        (1059, 51.6),
        # The longest link of all, with the least error correction: 177 squares and 8 of white.
        (2953, 74),
    ],
)
def test_a_square_of_a_code_on_paper_is_never_smaller_than_phones_read(signs, side_mm):
    link = "https://care.example.org/?"
    link += "a" * (signs - len(link))
    assert qr_on_paper(link).side_mm == pytest.approx(side_mm)
    page = pypdfium2.PdfDocument(made(link, "letter"))[1]
    (code,) = [each for each in page.get_objects() if is_square(each, side_mm)]
    assert code


def is_square(thing, side_mm):
    left, bottom, right, top = thing.get_bounds()
    return (right - left, top - bottom) == pytest.approx((side_mm / 25.4 * 72,) * 2, abs=1)


def first_slide(link):
    return deck(slides(RESULT, link=link, today=TODAY)).slides[0]


def addresses(slide):
    return [
        run.hyperlink.address
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    ]


def test_the_link_opens_and_other_schemes_do_not():
    assert addresses(first_slide(LINKS["a name"])) == [LINKS["a name"]]
    assert addresses(first_slide("javascript:alert(1)")) == []
    assert addresses(first_slide("file:///etc/passwd")) == []


@pytest.mark.parametrize(
    "link",
    [
        "",
        "<a:t>&amp;</a:t>\x00\x0b",
        '=HYPERLINK("x")',
        "https://x.org/?n=漢字 🙂",
        "https://x/" * 900,
    ],
)
def test_any_text_can_be_given_as_a_link(link):
    assert link_of(link).text in words_on(first_slide(link))
