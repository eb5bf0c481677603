"""The slides read back: titles, native charts, tables, notes, alternative texts, numbers."""

import io
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from files.read_back import cells, deck, words_on
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches
from scenarios import TODAY, comparison

from carechoice.comparison import words
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.drawing.style import COLOR
from carechoice.files.slides.slides import slides
from carechoice.language.everywhere import crisis_line
from carechoice.language.formats import money
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say, short_name
from carechoice.topics.dashboard import captions
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swing_words import span_text
from carechoice.topics.unknown.swings import swings

ROOT = Path(__file__).parents[2]
LINK = "https://care.example.org/?therapy_sessions=18&iop_weeks=8"
CASES = {
    "default": {},
    "a third way": {"third_path": "step_down"},
    "self-pay": {"plan": "none", "third_path": "step_up"},
    "long": {"therapy_sessions": 104, "therapy_hours_per_week": 0.5, "iop_hours_per_week": 25},
    "free": {"therapy_price_usd": 0, "iop_price_per_day_usd": 0},
}
FRONT, ANSWER, TIME, COST, BAD_CASE, LEVEL, UNKNOWN, SOURCES = range(8)


def made(result, link=LINK):
    return deck(slides(result, link=link, today=TODAY)).slides


@cache
def made_once(**inputs):
    """Of each scenario one, for all tests that read it."""
    return made(comparison(**inputs))


def chart_on(slide):
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def tables_on(slide):
    return [cells(shape) for shape in slide.shapes if shape.has_table]


def test_wide_slides_each_with_its_title_as_a_title():
    found = deck(slides(comparison(), link=LINK, today=TODAY))
    assert (found.slide_width, found.slide_height) == (Inches(13.333), Inches(7.5))
    assert [slide.shapes.title.text for slide in found.slides] == [
        say("title"),
        say("export.answer"),
        say("time.title"),
        say("cost.title"),
        say("months.title"),
        say("level.title"),
        say("unknown.title"),
        say("sources.list"),
    ]
    assert found.core_properties.title == say("title")
    assert found.core_properties.language == "en-US"


@pytest.mark.parametrize("inputs", CASES.values(), ids=CASES)
def test_every_slide_has_the_crisis_line_and_notes_with_the_assumption(inputs):
    result = comparison(**inputs)
    for slide in made_once(**inputs):
        assert without_marks(crisis_line()) in words_on(slide)
        assert main_assumption(result.scenario) in slide.notes_slide.notes_text_frame.text


def test_beside_the_hours_stands_whether_they_fit_the_persons_week_where_hours_are_fixed():
    told = "Visits for therapy and the IOP fit beside “Nine to five” in the evening only."
    assert told in words_on(made_once(fixed_hours="mon-fri:09-17")[TIME])
    assert "fit beside" not in words_on(made_once()[TIME])


def test_the_notes_of_the_answer_say_where_each_number_comes_from():
    notes = made_once(deductible_usd=1000)[ANSWER].notes_slide.notes_text_frame.text
    assert "Price of one session: $130.23 (starting value)" in notes
    assert "Deductible: $1,000 (you said)" in notes


def test_every_chart_table_and_picture_has_a_text_for_people_who_cannot_see_it():
    result = comparison(third_path="step_up")
    told = [
        shape._element.xpath(".//p:cNvPr/@descr")
        for slide in made_once(third_path="step_up")
        for shape in slide.shapes
        if shape.has_chart or shape.has_table or shape.shape_type == 13
    ]
    assert len(told) == 10
    assert all(len(text) == 1 and text[0] for text in told)
    texts = [text[0] for text in told]
    for alt in (captions.time_alt(result), captions.cost_alt(result), say("export.qr.alt")):
        assert alt in texts


IN_MONTHS = {name: inputs for name, inputs in CASES.items() if name != "long"}


@pytest.mark.parametrize("inputs", IN_MONTHS.values(), ids=IN_MONTHS)
def test_the_time_chart_has_the_hours_of_each_week(inputs):
    result = comparison(**inputs)
    chart = chart_on(made_once(**inputs)[TIME])
    assert chart.chart_type == XL_CHART_TYPE.COLUMN_CLUSTERED
    for drawn, option in zip(chart.plots[0].series, result.options.values(), strict=True):
        assert drawn.name == short_name(option.pathway)
        assert drawn.values[: option.weeks] == option.hours_by_week
        assert not any(drawn.values[option.weeks :])
        assert f"#{drawn.format.fill.fore_color.rgb}" == COLOR[option.pathway]


def test_over_years_the_time_chart_has_lines_and_names_each_new_year():
    """A session every other week is 30 minutes a week; in columns it would be a hatch."""
    inputs = CASES["long"] | {"third_path": "step_down", "step_down_sessions": 104}
    chart = chart_on(made_once(**inputs)[TIME])
    assert chart.chart_type == XL_CHART_TYPE.LINE
    therapy, program, both = chart.plots[0].series
    assert set(therapy.values[:200]) == {0.5}
    assert program.values[:9] == (25,) * 8 + (0,)
    assert not any(program.values[9:])
    assert both.values[:9] == (25,) * 8 + (0.5,)
    dashes = {each.format.line.dash_style for each in (therapy, program, both)}
    assert len(dashes) == 3
    assert [each.format.line.color.rgb for each in (therapy, program)] == [
        RGBColor.from_string(COLOR[name].removeprefix("#")) for name in ("therapy", "iop")
    ]
    assert named_months(chart) == "12"


def named_months(chart):
    """How many months lie from one name along the chart to the next."""
    (unit,) = chart.category_axis._element.iter(qn("c:majorTimeUnit"))
    assert unit.get("val") == "months"
    (apart,) = chart.category_axis._element.iter(qn("c:majorUnit"))
    return apart.get("val")


def test_over_years_each_new_year_is_named_below_what_is_paid_in_a_month():
    """104 sessions every other week from January 2027 go on until December 2030."""
    chart = chart_on(made_once(**CASES["long"])[BAD_CASE])
    assert named_months(chart) == "12"
    assert len(chart.plots[0].categories) == 48
    (room,) = chart.category_axis._element.iter(qn("c:baseTimeUnit"))
    assert room.get("val") == "months"


@pytest.mark.parametrize("inputs", CASES.values(), ids=CASES)
def test_the_cost_chart_has_who_pays_what_to_the_cent(inputs):
    result = comparison(**inputs)
    chart = chart_on(made_once(**inputs)[COST])
    assert chart.chart_type == XL_CHART_TYPE.BAR_STACKED
    drawn = {series.name: list(series.values) for series in chart.plots[0].series}
    options = list(result.options.values())
    paid = [option.patient_usd for option in options]
    assert list(chart.plots[0].categories) == [short_name(path) for path in result.options]
    assert drawn["You pay"] == pytest.approx([each.low for each in paid])
    up_to = drawn.get("You may pay", [0] * len(options))
    assert up_to == pytest.approx([each.high - each.low for each in paid])
    hatched = [name for name in ("Your plan pays", "Rest of the price") if name in drawn]
    rests = drawn[hatched[0]] if hatched else []
    for plan_usd, option in zip(rests, options, strict=False):
        rest = option.total_likely_usd.high - option.patient_usd.high
        assert plan_usd == pytest.approx(max(rest, 0))
    assert result.scenario.plan.network != "self_pay" or not hatched
    you = chart.plots[0].series[0]
    for place, option in enumerate(options):
        assert f"#{you.points[place].format.fill.fore_color.rgb}" == COLOR[option.pathway]


def test_what_the_plan_pays_is_on_the_slide_where_it_is_known():
    """18 x $27 of 18 x $130.23: the plan pays $1,858.14."""
    terms = {"therapy_copay_usd": 27, "therapy_deductible_applies": "no"}
    known = made_once(**terms, therapy_price_usd=130.23)[COST]
    *_, plan = chart_on(known).plots[0].series
    assert plan.name == "Rest of the price"
    assert plan.values[0] == pytest.approx(1858.14)


def test_the_bad_case_has_both_bills_by_month_and_a_plan_that_stops():
    """Twelve program days are in January: 7 x $255 + $131.80 + 4 x $51 = $2,120.80, and twelve at
    $51 in February."""
    slide = made_once()[BAD_CASE]
    plot = chart_on(slide).plots[0]
    assert list(plot.categories)[:2] == ["Jan 2027", "Feb 2027"]
    assert [list(series.values) for series in plot.series] == [
        [108, 108, 135, 108, 27],
        [2121, 612, 0, 0, 0],
    ]
    (table,) = tables_on(slide)
    assert table[3] == ["half of them", "$1,415 (9 visits)", "$5,181 (12 visits)"]
    assert "in January 2027 you pay most, about $2,121" in words_on(slide)
    notes = slide.notes_slide.notes_text_frame.text
    assert "Appeal. You can ask the plan to look again within 180 days of its notice." in notes


def test_without_a_plan_months_are_told_and_none_stops():
    slide = made_once(plan="none")[BAD_CASE]
    assert slide.shapes.title.text == say("months.title")
    assert not tables_on(slide)
    assert say("stopping.title") not in words_on(slide)


def test_where_nothing_is_owed_no_month_is_a_bad_case():
    titles = [slide.shapes.title.text for slide in made_once(plan="masshealth")]
    assert say("months.title") not in titles


@pytest.mark.parametrize("place", [TIME, COST, BAD_CASE])
@pytest.mark.parametrize("inputs", [{}, CASES["long"]])
def test_charts_can_be_edited_since_the_workbook_behind_each_holds_what_it_shows(inputs, place):
    chart = chart_on(made_once(**inputs)[place])
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    names, *lines = book.active.values
    plot = chart.plots[0]
    assert list(names[1:]) == [series.name for series in plot.series]
    along = [line[0] for line in lines]
    if along[0] != plot.categories[0]:
        # An axis of dates counts days as the workbook does.
        along = [f"{float(to_excel(day))}" for day in along]
    assert along == list(plot.categories)
    for column, series in enumerate(plot.series, start=1):
        assert [line[column] for line in lines] == pytest.approx(list(series.values))


@pytest.mark.parametrize("inputs", CASES.values(), ids=CASES)
def test_tables_have_the_numbers_of_the_comparison_to_the_dollar(inputs):
    result = comparison(**inputs)
    found = made_once(**inputs)
    assert tables_on(found[ANSWER])[0][1:] == key_figures(result)
    options = result.options.values()
    costs = {row[0]: row[1:] for row in tables_on(found[COST])[0]}
    if any(option.is_range_alone for option in options):
        assert costs["Your plan pays, high end"] == [money(o.plan_likely_usd.high) for o in options]
        assert not {"You pay", "Your plan pays"} & {*costs}
    else:
        assert costs["You pay"] == [money(option.patient_usd.likely) for option in options]
        assert ("Your plan pays" in costs) == (result.scenario.plan.network != "self_pay")
    lows = costs.get("You pay, low end", costs.get("You pay"))
    assert lows == [money(option.patient_usd.low) for option in options]
    in_all = costs.get("Total price, high end", costs.get("Total price"))
    assert in_all == [money(option.total_likely_usd.high) for option in options]
    for sentence in words.answer(result).values():
        assert without_marks(sentence) in words_on(found[ANSWER])


def test_the_ladder_has_each_option_on_its_rung():
    rows = tables_on(made_once(third_path="step_down")[LEVEL])[0]
    assert [row[2] for row in rows[1:3]] == [
        "Therapy, 1 hour a week, IOP, then therapy, 1 hour a week",
        "IOP, 9 hours a week, IOP, then therapy, 9 hours a week",
    ]


def test_what_is_not_known_is_a_range_and_the_three_numbers_that_matter_most():
    result = comparison()
    likely, found = spreads(result), swings(result.scenario)
    spread, moved = tables_on(made_once()[UNKNOWN])
    low = next(row for row in spread if row[0].startswith("Low"))
    assert low[1:] == [money(likely[path].drawn.low) for path in result.options]
    assert len(moved) == 1 + 3
    assert [row[3] for row in moved[1:]] == [span_text(each.gap_usd) for each in found[:3]]


# The order of ECMA-376 for the parts we add by hand and those around them.
ORDER = {
    "c:ser": [
        "idx",
        "order",
        "tx",
        "spPr",
        "invertIfNegative",
        "dPt",
        "dLbls",
        "errBars",
        "cat",
        "val",
    ],
    "c:catAx": [
        "crossAx",
        "crosses",
        "auto",
        "lblAlgn",
        "lblOffset",
        "tickLblSkip",
        "noMultiLvlLbl",
    ],
    "c:errBars": ["errBarType", "errValType", "noEndCap", "plus", "minus", "spPr"],
}


def test_parts_of_charts_stand_in_the_order_powerpoint_reads_them():
    for place in (TIME, COST, BAD_CASE):
        for tag, order in ORDER.items():
            for node in chart_on(made_once()[place])._chartSpace.xpath(f".//{tag}"):
                names = [child.tag.split("}")[1] for child in node]
                known = [order.index(name) for name in names if name in order]
                assert known == sorted(known), names


def test_what_makes_files_is_loaded_only_when_a_file_is_made():
    modules = "carechoice.files.handout.handout, carechoice.files.slides.slides"
    check = f"import sys, {modules}; print(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {"typst", "pptx", "segno", "lxml", "streamlit"} & set(found.stdout.split())
