"""No word on a slide runs out of its box, over another or into the crisis line."""

import io
from itertools import combinations

import centre_tables
import pytest
from by_night import mostly_by_night
from letters_of_slides import height_pt, size_pt, words_pt
from logo_picture import picture
from pptx import Presentation
from pptx.util import Inches, Pt
from scenarios import TODAY
from test_files_of_three_programs import AFTERNOON, LONG

from carechoice.catalog.centre.rows import key_of_name
from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.comparison.compare import compare
from carechoice.files.slides.fitting import alike_parts
from carechoice.files.slides.kept import slides_of
from carechoice.files.slides.slides import slides
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.link import freeze
from carechoice.inputs.scenario import Scenario

ADDRESS = "https://care.example.org/care-choice/"
SHORT = {name: name for name in LONG}
PLANS = {
    "in network": {},
    "out of network": {"network": "oon", "fixed_hours": "mon-fri:09-17"},
    "no plan": {"plan": "none"},
    "a payer's plan": {"payer": "first_payer_silver", "fixed_hours": "mon-fri:09-17"},
}
CASES = {
    f"{number} options, {length} names, {plan}": (number, names, PLANS[plan])
    for number in (2, 3, 4)
    for length, names in (("short", SHORT), ("long", LONG))
    for plan in PLANS
}
BY_DAY = {
    "2 options, long names, out of network",
    "3 options, long names, out of network",
    "4 options, long names, out of network",
    "4 options, long names, a payer's plan",
    "4 options, short names, no plan",
}
OWN = {
    "the start": {},
    "a third way": {"third_path": "step_down", "fixed_hours": "mon-fri:09-17"},
    "nothing owed": {"plan": "masshealth"},
    "a long course": {
        "therapy_sessions": 104,
        "therapy_hours_per_week": 0.5,
        "iop_hours_per_week": 25,
        "third_path": "step_up",
    },
}
# Within a box a frame keeps so much free at its sides, and above and below its words.
SIDES_PT, EDGES_PT = 14.4, 7.2
# Smaller words are for nobody in a room; a link may be smaller, beside its code.
SMALLEST_PT = 9
# What is next to each other may share so much of an edge.
TOUCHING = Pt(0.1)
CELL_EDGES_PT = 2 * 0.03 * 72
# A name as long as one may be, at the foot of each slide, and as long as one of a kept scenario.
CENTRE = "Intensive Outpatient and Day Treatment Center for the Valley"
KEPT = "With the plan that my employer has {}"


def centre(folder, names):
    """The catalog of a centre with a logo, a colour, a long name and three programs."""
    programs = centre_tables.PROGRAMS + AFTERNOON
    for short, name in names.items():
        programs = programs.replace(f"{short},", f"{name},")
    own = centre_tables.centre_folder(folder, programs=programs)
    (own / "logo.png").write_bytes(picture(400, 100))
    row = f"name,color,text_color,logo\n{CENTRE},#5B2A86,#FFFFFF,logo.png\n"
    (own / "centre.csv").write_text(row, encoding="utf-8")
    return load([own, DEFAULT_FOLDER])


def scenario(number, names, plan):
    """So many options of these names, under this plan."""
    day, evening, afternoon = map(key_of_name, names.values())
    picked = {
        "program": day,
        "third_path": f"program_{evening}",
        "fourth_path": f"also_{afternoon}",
    }
    query = {**dict([*picked.items()][: number - 1]), **plan}
    return of_query({"start_date": "2027-01-04", **query})


def of_query(query):
    read = Scenario.from_query({field: str(value) for field, value in query.items()}, today=TODAY)
    assert not read.problems
    return read.scenario


def made_of(scenario):
    link = freeze(scenario, TODAY).to_short_link(ADDRESS)
    return opened(slides(compare(scenario), link=link, today=TODAY))


def opened(made):
    return [*Presentation(io.BytesIO(made)).slides]


@pytest.mark.parametrize("case", mostly_by_night(CASES, by_day=BY_DAY))
def test_words_of_programs_end_within_their_boxes(case, tmp_path):
    number, names, plan = CASES[case]
    with using(centre(tmp_path / "own", names)):
        for slide in made_of(scenario(number, names, plan)):
            assert faults(slide) == []


@pytest.mark.parametrize("case", mostly_by_night(OWN, by_day={"a third way"}))
def test_words_of_our_own_ways_end_within_their_boxes(case):
    for slide in made_of(of_query({"start_date": "2027-01-04", **OWN[case]})):
        assert faults(slide) == []


@pytest.mark.parametrize("number", [2, 4])
def test_words_of_kept_scenarios_end_within_their_boxes(number, tmp_path):
    with using(centre(tmp_path / "own", LONG)):
        plans = [*PLANS.values()][:number]
        kept = tuple(
            KeptScenario(KEPT.format(place), scenario(4, LONG, plan))
            for place, plan in enumerate(plans)
        )
        for slide in opened(slides_of(kept, page_address=ADDRESS, today=TODAY)):
            assert faults(slide) == []


def faults(slide):
    """What runs out of its box or over another, and what nobody can read."""
    boxes = [(shape, *box(shape)) for shape in slide.shapes]
    return [
        *(f"out of the slide: {said(each)}" for each, *_, bottom in boxes if bottom > Inches(7.5)),
        *(
            f"{said(one)} lies on {said(other)}"
            for (one, *first), (other, *second) in combinations(boxes, 2)
            if lie_on_each_other(first, second)
        ),
        *(f"too high: {said(each)}" for each, *_ in boxes if each.has_text_frame and over(each)),
        *(f"too small: {text}" for shape, *_ in boxes for text in too_small(shape)),
        *(f"broken: {text}" for shape, *_ in boxes if shape.has_table for text in broken(shape)),
    ]


def said(shape):
    return f"{shape.name}: {shape.text_frame.text[:40]}" if shape.has_text_frame else shape.name


def box(shape):
    """Its edges; a table ends below the words of its last row."""
    high = Inches(table_pt(shape) / 72) if shape.has_table else shape.height
    return shape.left, shape.top, shape.left + shape.width, shape.top + high


def lie_on_each_other(one, other):
    left, top, right, bottom = one
    other_left, other_top, other_right, other_bottom = other
    across = min(right, other_right) - max(left, other_left)
    down = min(bottom, other_bottom) - max(top, other_top)
    return min(across, down) > TOUCHING


def over(shape):
    """Whether its words end below its box. A title has the sizes of its layout."""
    if shape.is_placeholder and not shape.placeholder_format.idx:
        return False
    told = shape.text_frame.paragraphs
    return height_pt(told, shape.width.pt - SIDES_PT) > shape.height.pt - EDGES_PT + 0.1


def table_pt(shape):
    """How high a table is drawn: a row grows with the words of its cells."""
    widths = [column.width.pt - SIDES_PT for column in shape.table.columns]
    return sum(
        max(
            row.height.pt,
            *(
                height_pt(cell.text_frame.paragraphs, width) + CELL_EDGES_PT
                for cell, width in zip(row.cells, widths, strict=True)
            ),
        )
        for row in shape.table.rows
    )


def texts(shape):
    """Its paragraphs with words, each with the width that it has."""
    if shape.has_table:
        for row in shape.table.rows:
            for cell, column in zip(row.cells, shape.table.columns, strict=True):
                yield from ((each, column.width.pt) for each in cell.text_frame.paragraphs)
    elif shape.has_text_frame and not (shape.is_placeholder and not shape.placeholder_format.idx):
        yield from ((each, shape.width.pt) for each in shape.text_frame.paragraphs)


def too_small(shape):
    for paragraph, _ in texts(shape):
        for run in paragraph.runs:
            if run.font.size.pt < SMALLEST_PT and not run.hyperlink.address:
                yield paragraph.text


def broken(shape):
    """Words that do not stand whole on a line of their cell."""
    for paragraph, width in texts(shape):
        if paragraph.runs and max(words_pt(paragraph)) > width - SIDES_PT:
            yield f"{paragraph.text} at {size_pt(paragraph)}"


@pytest.mark.parametrize(
    ("heights", "room", "parts"),
    [
        # 5 + 5 + 1 would fill two pages and leave a third with one.
        ([1] * 11, 5, [4, 4, 3]),
        ([1] * 10, 5, [5, 5]),
        ([3, 1, 1, 1, 3], 5, [3, 2]),
        ([0.1] * 3, 1, [3]),
        # What is higher than a page stands on one of its own.
        ([7, 1], 5, [1, 1]),
        ([], 5, []),
    ],
)
def test_what_goes_on_overleaf_fills_each_page_about_alike(heights, room, parts):
    assert alike_parts(heights, room) == parts
