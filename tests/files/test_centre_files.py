"""A centre's name and colours on the slides and the handout, read back."""

import re
from contextlib import ExitStack

import pytest
from files.read_back import deck, pdf, text_of, words_on
from logo_picture import picture
from pptx.util import Inches
from scenarios import TODAY, comparison, scenario

from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.drawing.style import COLOR
from carechoice.files.handout.handout import handout
from carechoice.files.slides.kept import slides_of
from carechoice.files.slides.slides import slides
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.language.sentences import say

LINK = "https://care.example.org/?therapy_sessions=18&iop_weeks=8"
PURPLE, PURPLE_IN_PDF = "#5B2A86", (0x5B / 255, 0x2A / 255, 0x86 / 255)
# How a PDF sets the colour of an area: three parts and the sign for it.
FILL = r"([\d.]+) ([\d.]+) ([\d.]+) scn"
HOSTILE = '=1+1 **b** $x$ #eval("1") <i>x</i> *y* {z} \\'
FRONT, ANSWER, TIME, COST, BAD_CASE, LEVEL, UNKNOWN, SOURCES = range(8)


@pytest.fixture
def centre(tmp_path):
    """Lay a centre's folder with this line over the data."""
    with ExitStack() as in_use:

        def lay(line):
            text = f"name,color,text_color\n{line}\n"
            (tmp_path / "centre.csv").write_text(text, encoding="utf-8")
            in_use.enter_context(using(load([tmp_path, DEFAULT_FOLDER])))

        yield lay


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def made():
    return deck(slides(comparison(), link=LINK, today=TODAY))


def made_of_kept():
    kept = (KeptScenario("First", scenario()), KeptScenario("Second", scenario(iop_weeks=4)))
    return deck(slides_of(kept, page_address=LINK, today=TODAY))


def on_paper():
    return handout(comparison(), link=LINK, today=TODAY)


def fills(found):
    """The colours that areas of the first page are filled with."""
    drawn = found.pages[0].get_contents().get_data().decode("latin-1")
    return [tuple(map(float, shade)) for shade in re.findall(FILL, drawn)]


def is_filled(found, color):
    return any(shade == pytest.approx(color, abs=0.002) for shade in fills(found))


def bar_of(layout):
    return layout.placeholders[0]


def test_the_name_stands_on_every_slide_and_who_shows_them_on_first_and_last(centre):
    centre(f"Our house,{PURPLE},")
    found = made().slides
    for slide in found:
        assert "Our house" in [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    assert "Shown by Our house." in words_on(found[FRONT])
    told = f"Shown by Our house. {say('footer.interest')}"
    assert told in words_on(found[SOURCES])


def test_titles_of_slides_stand_on_a_bar_in_the_centres_colour(centre):
    centre(f",{PURPLE},")
    found = made()
    for layout in found.slide_layouts:
        bar = bar_of(layout)
        assert str(bar.fill.fore_color.rgb) == PURPLE[1:]
        assert (bar.left, bar.width) == (0, Inches(13.333))
    for slide in found.slides:
        run = slide.shapes.title.text_frame.paragraphs[0].runs[0]
        assert str(run.font.color.rgb) == "FFFFFF"


def test_the_options_keep_their_own_colours(centre):
    """What is a centre's is no option's: bars, hatching and names stay as they are for all."""
    plain = chart_colors(made())
    centre(f"Our house,{PURPLE},")
    assert chart_colors(made()) == plain
    assert set(plain[:2]) == {color.lstrip("#") for color in (COLOR["therapy"], COLOR["iop"])}


def chart_colors(found):
    charts = [s.chart for slide in found.slides for s in slide.shapes if s.has_chart]
    return [value for chart in charts for value in chart._chartSpace.xpath(".//a:srgbClr/@val")]


def test_the_handout_begins_with_the_name_on_the_centres_colour(centre):
    centre(f"Our house,{PURPLE},")
    made = on_paper()
    found = pdf(made)
    assert found.pages[0].extract_text().lstrip().startswith("Our house")
    assert is_filled(found, PURPLE_IN_PDF)
    assert f"Shown by Our house. {say('footer.interest')}" in text_of(made)
    assert len(found.pages) == 3


@pytest.fixture
def with_logo(tmp_path):
    """A centre with a logo of 200 by 100 pixels beside its data."""
    (tmp_path / "centre.csv").write_text("name,logo\nOur house,logo.png\n", encoding="utf-8")
    (tmp_path / "logo.png").write_bytes(picture())
    with using(load([tmp_path, DEFAULT_FOLDER])):
        yield


def test_the_logo_stands_on_the_first_page_of_the_handout_and_is_read_out_as_the_name(with_logo):
    found = pdf(on_paper())
    first, *others = found.pages
    assert [image.image.size for image in first.images] == [(200, 100)]
    assert "Our house" in alternatives(found.trailer["/Root"]["/StructTreeRoot"])
    assert all(not list(page.images) for page in others)
    assert len(found.pages) == 3


def alternatives(part):
    """The texts for people who cannot see it of a part of a PDF, and of the parts in it."""
    held = part.get_object()
    if isinstance(held, list):
        return [text for each in held for text in alternatives(each)]
    if not isinstance(held, dict):
        return []
    own = [str(held["/Alt"])] if "/Alt" in held else []
    return own + (alternatives(held["/K"]) if "/K" in held else [])


def test_the_logo_stands_on_the_first_slide_alone_and_is_read_out_as_the_name(with_logo):
    first, *others = made().slides
    shown = [shape for shape in first.shapes if described(shape) == "Our house"]
    assert [shape.image.size for shape in shown] == [(200, 100)]
    # 0.7 inches high at the right edge of what stands there, half as high as wide.
    (logo,) = shown
    assert (logo.width, logo.height) == (Inches(1.4), Inches(0.7))
    assert logo.left + logo.width == pytest.approx(Inches(12.733), abs=2)
    assert not [s for slide in others for s in slide.shapes if described(s) == "Our house"]


def described(shape):
    return shape._element._nvXxPr.cNvPr.get("descr")


def test_a_colour_without_a_name_is_a_rule(centre):
    centre(f",{PURPLE},")
    assert is_filled(pdf(on_paper()), PURPLE_IN_PDF)


def test_without_a_centre_there_is_nothing_of_it():
    found = made()
    assert all("a:solidFill" not in bar_of(each)._element.xml for each in found.slide_layouts)
    assert all("Shown by" not in words_on(slide) for slide in found.slides)
    assert "Shown by" not in text_of(on_paper())
    assert not is_filled(pdf(on_paper()), PURPLE_IN_PDF)


@pytest.mark.parametrize("name", [HOSTILE, "日本語 مرحبا 🎉", "W" * 60])
def test_any_name_stands_in_the_files_as_typed(centre, name):
    centre(f"{quoted(name)},{PURPLE},")
    for slide in made().slides:
        assert name in [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    found = on_paper()
    assert len(pdf(found).pages) == 3
    if name.isascii():
        assert name.replace(" ", "") in text_of(found).replace(" ", "")


@pytest.mark.parametrize("make", [made, made_of_kept])
def test_a_long_name_on_the_first_slide_ends_above_what_stands_below_it(centre, make):
    """The name breaks into three lines at most, and the other two paragraphs into one and two."""
    centre(f"{'Centrum' * 8},,")
    slide = make().slides[FRONT]
    told = slide.placeholders[1]
    sizes = [each.runs[0].font.size.pt for each in told.text_frame.paragraphs]
    lines = zip((3, 1, 2), sizes, strict=True)
    height_pt = 3.6 + sum(count * 1.2 * size + size / 3 for count, size in lines)
    below = [
        shape.top for shape in slide.shapes if told.top < shape.top and shape.left == Inches(0.6)
    ]
    assert told.top + height_pt * 12_700 <= min(below)
