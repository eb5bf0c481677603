"""The numbers as files: read back, they are those of the comparison, to the cent."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from outside_text import HOSTILE
from scenarios import ALL_KNOWN, TODAY, comparison, scenario

from carechoice.catalog.in_use import catalog, using
from carechoice.comparison.compare import Entry
from carechoice.drawing.picture import around
from carechoice.files.call.workbook import as_workbook
from carechoice.files.kept import words as kept_words
from carechoice.files.numbers import record_note
from carechoice.files.numbers.ledger_sheet import ledger_csv
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.files.scenario.qr import qr_svg
from carechoice.files.scenario.words import contents_in_short
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.link import freeze, open_file
from carechoice.inputs.handed_on.opened_words import opened_notes
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import crisis_line_as_text
from carechoice.language.sentences import option_name, say
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.dashboard.charts import charts

QUERIES = ({}, {"plan": "medicare", "third_path": "step_down"}, {"network": "self_pay"})


def frozen(result):
    return freeze(result.scenario, TODAY)


def book(result, kept=()):
    content = workbook(sheets(result, frozen(result), kept))
    return load_workbook(io.BytesIO(content))


def rows(page):
    return [list(row) for row in page.iter_rows(values_only=True)]


@pytest.mark.parametrize("query", QUERIES)
def test_the_summary_of_the_workbook_has_the_comparisons_numbers(query):
    result = comparison(**query)
    header, *body = rows(book(result)[say("sheet.summary")])
    assert header[1:] == [option_name(path) for path in result.options]
    cells = {row[0]: row[1:] for row in body}
    options = result.options.values()
    for name, tell in {
        "patient_low_usd": lambda option: option.patient_usd.low,
        "patient_high_usd": lambda option: option.patient_usd.high,
        "plan_low_usd": lambda option: option.plan_likely_usd.low,
        "plan_high_usd": lambda option: option.plan_likely_usd.high,
        "total_price_low_usd": lambda option: option.total_likely_usd.low,
        "total_price_high_usd": lambda option: option.total_likely_usd.high,
        "hours_per_week": lambda option: option.hours_per_week,
        "total_hours": lambda option: option.total_hours,
        "visits": lambda option: option.visits,
    }.items():
        assert cells[say(f"summary.{name}")] == pytest.approx([*map(tell, options)], abs=0.005)
    for name, tell in {
        "patient_usd": lambda option: option.patient_total_usd,
        "plan_usd": lambda option: option.plan_usd,
        "total_price_usd": lambda option: option.total_price_usd,
    }.items():
        # Of a plan that may be any no amount is told beside the two ends, and no empty row.
        told = [tell(option) for option in options if not option.is_range_alone]
        assert [*cells.get(say(f"summary.{name}"), ())] == pytest.approx(told, abs=0.005)
    ends = [each.date() for each in cells[say("summary.last_day")]]
    assert ends == [option.last_day for option in options]
    assert crisis_line_as_text() in cells


@pytest.mark.parametrize(("query", "is_told"), [({}, True), ({"deductible_usd": 1500}, False)])
def test_the_summary_says_whose_terms_visits_have_while_no_plan_is_known(query, is_told):
    cells = [row[0] for row in rows(book(comparison(**query))[say("sheet.summary")])]
    example = "each visit and month takes the terms of the example “Typical employer plan”."
    assert any(str(cell).endswith(example) for cell in cells) is is_told


@pytest.mark.parametrize(
    ("query", "is_told"),
    [({"deductible_usd": 1500}, True), ({}, False), (ALL_KNOWN, False), ({"plan": "none"}, True)],
)
def test_the_summary_says_that_amounts_of_visits_are_estimates_where_a_number_is_open(
    query, is_told
):
    """Each is written in cents; at the start whose terms they have is said instead."""
    cells = [row[0] for row in rows(book(comparison(**query))[say("sheet.summary")])]
    assert (
        "Not all numbers behind visits and months are known yet, so some of their amounts are "
        "estimates." in cells
    ) is is_told


@pytest.mark.parametrize("query", QUERIES)
def test_the_visits_of_the_workbook_are_the_ledger(query):
    result = comparison(**query)
    header, *body = rows(book(result)[say("sheet.ledger")])
    assert header == [say(f"ledger.{field}") for field in Entry._fields]
    assert len(body) == len(result.ledger)
    for path, option in result.options.items():
        paid = [row[6] for row in body if row[0] == option_name(path)]
        assert sum(paid) == pytest.approx(option.patient_usd.likely, abs=0.01)
    assert [row[2].date() for row in body] == [entry.date for entry in result.ledger]


@pytest.mark.parametrize("query", QUERIES)
def test_the_csv_of_the_visits_is_the_ledger(query):
    result = comparison(**query)
    lines = list(csv.DictReader(io.StringIO(ledger_csv(result).decode("utf-8-sig"))))
    assert len(lines) == len(result.ledger)
    for line, entry in zip(lines, result.ledger, strict=True):
        assert float(line[say("ledger.patient_usd")]) == pytest.approx(entry.patient_usd, abs=0.005)
        assert date.fromisoformat(line[say("ledger.date")]) == entry.date


def test_the_months_of_the_workbook_are_the_bill_to_the_cent():
    """Twelve program days are in January: 7 x $255 + $131.80 + 4 x $51 = $2,120.80; the plan pays
    the rest of 12 x $255 = $3,060."""
    header, january, *_ = rows(book(comparison())[say("sheet.months")])
    assert header[1:3] == [
        "Individual therapy: you pay (USD)",
        "Individual therapy: plan pays (USD)",
    ]
    assert january[0].date() == date(2027, 1, 1)
    assert january[1:] == pytest.approx([4 * 27, 4 * 103.23, 2120.80, 939.20])


def test_what_a_plan_that_stops_costs_stands_in_the_workbook_for_each_visit():
    """After 12 of 24 days $2,120.80, and 12 x $255 more; therapy has 18 visits."""
    header, *body = rows(book(comparison())[say("sheet.stopping")])
    assert header[0] == "Visits your plan covers"
    assert body[12] == [12, pytest.approx(12 * 27 + 6 * 130.23), pytest.approx(5180.80)]
    assert body[24] == [24, None, pytest.approx(2732.80)]


def test_what_to_do_about_a_no_or_a_bill_stands_in_the_workbook_with_its_sources():
    body = rows(book(comparison())[say("sheet.ways_out")])[1:]
    found = {row[1].split(".")[0]: row for row in body}
    assert found["Appeal"][0] == "If the plan says no"
    assert found["Appeal"][2:4] == ["Published", "healthcare_appeals"]
    assert found["Pay in parts"][2:4] == ["Assumed", "ours"]
    for row in body:
        assert set(row[3].split(", ")) <= set(catalog().sources)


@pytest.mark.parametrize(
    ("plan", "there"),
    [
        ("employer", {"Months", "If the plan stops", "What to do"}),
        ("none", {"Months", "What to do"}),
        ("masshealth", {"What to do"}),
    ],
)
def test_the_workbook_has_of_the_bad_case_what_there_is(plan, there):
    names = {*book(comparison(plan=plan)).sheetnames}
    assert names & {"Months", "If the plan stops", "What to do"} == there


def test_each_sheet_is_printed_one_page_wide_with_its_labels_on_each_page():
    made = book(comparison(third_path="step_down"))
    for page in (*made.worksheets, *load_workbook(io.BytesIO(as_workbook(comparison(), None)))):
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.print_title_rows


def test_a_sheet_of_few_columns_is_printed_upright():
    """104 visits take three upright pages and five broad ones."""
    made = book(comparison(therapy_sessions=104))
    assert made["If the plan stops"].page_setup.orientation == "portrait"
    assert made["Visits"].page_setup.orientation == "landscape"


def test_every_input_stands_in_the_workbook_with_its_basis_and_sources():
    page = rows(book(comparison(iop_weeks=6))[say("sheet.inputs")])
    cells = {row[-1]: row for row in page[1:]}
    assert list(cells) == list(catalog().parameters)
    assert cells["iop_weeks"][1] == 6
    assert cells["iop_weeks"][4] == "Yours"
    assert isinstance(cells["start_date"][1], datetime)
    for row in cells.values():
        assert set(row[6].split(", ")) <= set(catalog().sources)
        assert row[4]


def test_two_inputs_that_a_centre_calls_the_same_keep_their_own_sources_in_the_workbook():
    ours = catalog().parameters
    therapy, iop = ours["therapy_hours_per_week"], ours["iop_hours_per_week"]
    assert therapy.source != iop.source
    alike = iop.model_copy(update={"label": therapy.label})
    with using(replace(catalog(), parameters={**ours, "iop_hours_per_week": alike})):
        header, *body = rows(book(comparison())[say("sheet.inputs")])
    of_key = {row[-1]: dict(zip(header, row, strict=True)) for row in body}
    for row in (therapy, iop):
        assert of_key[row.key][say("inputs.file.sources")] == ", ".join(row.source)


def test_every_source_stands_in_the_workbook():
    page = rows(book(comparison())[say("sheet.sources")])
    assert [row[0] for row in page[1:]] == list(catalog().sources)


def test_money_hours_and_dates_are_written_as_such():
    page = book(comparison())[say("sheet.ledger")]
    formats = {page.cell(1, cell.column).value: cell.number_format for cell in page[2]}
    assert formats[say("ledger.patient_usd")] == '"$"#,##0.00'
    assert formats[say("ledger.hours")] == "0.00"
    assert formats[say("ledger.date")] == "mmm d, yyyy"


@pytest.mark.parametrize("name", [*HOSTILE, "=1+1", "+1", "-1", "@x", "a\x00b\x0bc"])
def test_any_name_stands_in_the_workbook_as_text(name):
    kept = kept_words.compared((KeptScenario(name, scenario()),))
    cell = book(comparison(), kept)[say("sheet.pinned")].cell(2, 1)
    assert cell.value == name.replace("\x00", "").replace("\x0b", "")
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_no_cell_of_the_workbook_is_a_formula():
    kept = kept_words.compared((KeptScenario("=1+1", scenario()),))
    for page in book(comparison(), kept).worksheets:
        assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)


def test_kept_scenarios_stand_in_the_workbook_with_their_own_numbers():
    kept = kept_words.compared(
        (KeptScenario("a", scenario()), KeptScenario("b", scenario(iop_weeks=4)))
    )
    page = rows(book(comparison(), kept)[say("sheet.pinned")])
    cost, low = (page[0].index(say(f"pins.file.patient_{name}")) for name in ("usd", "low_usd"))
    for row, (each, option) in zip(
        page[1:], [(e, o) for e in kept for o in e.comparison.options.values()], strict=True
    ):
        assert row[0] == each.name
        assert row[cost] is None
        assert row[low] == pytest.approx(option.patient_usd.low, abs=0.005)


def test_the_note_has_the_answers_numbers_and_the_crisis_lines_in_plain_text():
    result = comparison(confirmed="deductible_usd:2026-11-20", third_path="step_down")
    text = record_note.note(result, frozen(result))
    assert "*" not in text
    for path, option in result.options.items():
        (line,) = [row for row in text.splitlines() if row.startswith(option_name(path))]
        assert f"{option.patient_usd.likely:,.0f}" in line
    assert "Deductible: $1,886 (November 20, 2026)" in text
    assert "988" in text
    assert "911" in text
    assert catalog().release["version"].value in text


def test_without_answers_of_the_plan_the_note_says_so():
    assert say("note.record.unconfirmed") in record_note.note(comparison(), frozen(comparison()))


def test_the_code_is_black_on_white_with_its_quiet_zone():
    link = frozen(comparison()).to_link("http://localhost/share")
    picture = qr_svg(link)
    assert picture.startswith("<svg")
    assert 'fill="#fff"' in picture
    assert qr_svg(link) != qr_svg(f"{link}1")


def test_a_saved_chart_says_what_it_is_when_it_was_made_and_where_to_turn():
    for chart in charts(comparison()):
        told = around(chart, TODAY)
        assert (told.title, told.caption) == (chart.title, chart.caption)
        assert told.file == f"carechoice-{chart.key}.png"
        assert say("answer.estimate") in told.foot
        assert catalog().release["version"].value in told.foot
        assert crisis_line_as_text() in told.foot


def test_a_saved_chart_has_no_marks_of_markdown():
    told = around(filling_chart(comparison()), TODAY)
    assert "*" not in told.caption


def test_fewer_hours_a_week_are_told_as_fewer():
    """Nine hours against six."""
    result = comparison(iop_hours_per_week=6)
    told = kept_words.difference(comparison().options["iop"], result.options["iop"])
    assert "3 hours a week less" in told


def test_a_link_of_the_start_says_that_all_stands_at_its_start():
    start = Scenario.default(TODAY)
    at_start = contents_in_short(freeze(start, TODAY))
    assert at_start[1] == "All of them stand at their starting value."
    moved = scenario(iop_weeks=6)
    told = contents_in_short(freeze(moved, TODAY))
    assert told[1] == "You set: How many weeks: 6 weeks; First day: January 4, 2027."


def test_a_file_with_many_wrong_values_names_five_and_counts_the_rest():
    wrong = dict.fromkeys(
        (
            "iop_weeks",
            "therapy_sessions",
            "deductible_usd",
            "oop_max_usd",
            "plan",
            "network",
            "mode",
        ),
        "wrong",
    )
    (told, *_) = opened_notes(open_file(json.dumps(wrong).encode(), today=TODAY), is_file=True)
    assert told.startswith("Part of the file could not be used: ")
    assert told.endswith(", and 2 more.")
    labels = [catalog().parameters[field].label for field in wrong]
    assert [label for label in labels if f" {label} (" in told] == labels[:5]


def test_a_file_that_lacks_a_value_names_it():
    values = json.loads(freeze(scenario(iop_weeks=6), TODAY).to_json())
    del values["iop_weeks"]
    found = open_file(json.dumps(values).encode(), today=TODAY)
    (told,) = opened_notes(found, is_file=True)
    assert found.scenario.iop.weeks == 8
    assert "How many weeks" in told
