"""The sheet for a call, filled in: what comes back from it, and that nothing is lost."""

import io
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from papers_read import read_paper
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import write
from carechoice.documents.call_record import Asked, CallRecord
from carechoice.documents.paper import Found
from carechoice.files.call.record_text import record_text
from carechoice.files.call.sheet import sheet
from carechoice.files.call.workbook import workbook

ANSWER, STATUS, NOTE = 4, 5, 6
HEAD = {
    "date": "11/20/2026",
    "number": "800 555 0100",
    "person": "Sam",
    "reference": "REF 7",
    "check_by": "12/31/2026",
}


def filled(answers, statuses=(), *, head=HEAD, **query):
    """The workbook as somebody filled it in: texts by the key of their row."""
    book = load_workbook(io.BytesIO(workbook(sheet(comparison(**query)))))
    for row in book.worksheets[0].iter_rows(min_row=2):
        key = row[0].value or ""
        texts = {f"call.{name}": text for name, text in head.items()} | dict(answers)
        if key in texts:
            row[ANSWER - 1].value = texts[key]
        if key in dict(statuses):
            row[STATUS - 1].value = dict(statuses)[key]
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(answers, statuses=(), **query):
    return read_paper(filled(answers, statuses, **query))


def values(paper):
    return {found.field: found.value for found in paper.read}


def test_the_sheet_says_for_which_network_its_answers_are():
    assert "care in network" in sheet(comparison()).lead
    assert not read({}).call.is_out_of_network
    assert "out of network" in sheet(comparison(network="oon", plan="own")).lead
    assert read({}, network="oon", plan="own").call.is_out_of_network
    # Saved again under another way of paying it is still what it was asked for.
    record = read({}, network="oon", plan="own").call
    assert "out of network" in sheet(comparison(), record).lead


def test_what_was_written_down_fills_the_inputs():
    """A copayment of $35, 80 of 100 by the plan, a plan year from September 20."""
    paper = read(
        {
            "deductible_usd": "$1,500",
            "deductible_met_usd": "200.50",
            "therapy_copay_usd": "35",
            "plan_pays_percent": "80%",
            "therapy_deductible_applies": "no",
            "iop_deductible_applies": "Yes",
            "plan_year_start": "9/20",
        }
    )
    assert paper.document == "sheet"
    assert values(paper) == {
        "deductible_usd": 1500,
        "deductible_met_usd": 200.5,
        "therapy_copay_usd": 35,
        "plan_pays_percent": 80,
        "therapy_deductible_applies": False,
        "iop_deductible_applies": True,
        "plan_year_start": "09-20",
    }
    assert all(found.sure for found in paper.read)
    assert paper.ask == ()


@pytest.mark.parametrize("field", catalog().options("confirmed"))
def test_each_number_of_the_plan_comes_back_as_it_was_written(field):
    row = catalog().parameters[field]
    texts = {"yes_no": "yes", "day_of_year": "02/01"}
    text = texts.get(row.kind, "70")
    mixed = {"therapy_network": "oon"} if row.role.startswith("other_") else {}
    (found,) = read({field: text}, **mixed).read
    assert isinstance(found, Found)
    assert found.field == field
    assert write(found.value) == {"yes_no": "true", "day_of_year": "02-01"}.get(row.kind, "70")


def test_what_a_program_made_of_a_cell_is_read_as_it_was_typed():
    """A program keeps 80% as 0.8, and 1500 as a number."""
    book = load_workbook(io.BytesIO(filled({"deductible_usd": 1500, "plan_pays_percent": 0.8})))
    for row in book.worksheets[0].iter_rows(min_row=2):
        if row[0].value == "plan_pays_percent":
            row[ANSWER - 1].number_format = "0%"
    file = io.BytesIO()
    book.save(file)
    assert values(read_paper(file.getvalue())) == {"deductible_usd": 1500, "plan_pays_percent": 80}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("plan_pays_percent", "0.8"),
        ("plan_pays_percent", "80 or 70"),
        ("deductible_usd", "about 1500"),
        ("deductible_usd", "1.500,00"),
        ("therapy_deductible_applies", "maybe"),
        ("plan_year_start", "January"),
        ("plan_year_start", "02/30"),
    ],
)
def test_what_cannot_be_read_for_sure_is_asked_and_not_guessed(field, text):
    paper = read({field: text})
    assert paper.read == ()
    assert [(ask.why, ask.field, ask.words) for ask in paper.ask] == [
        ("not_understood", field, text)
    ]


def test_an_answer_that_was_not_clear_is_likely_and_asked_again():
    paper = read({"deductible_usd": "1500"}, {"deductible_usd": "Not clear"})
    assert [(each.value, each.sure) for each in paper.read] == [(1500, False)]
    assert [(ask.why, ask.field) for ask in paper.ask] == [("unclear", "deductible_usd")]


def test_the_call_is_dated_by_what_was_written_on_the_sheet():
    assert read({}).call.day == date(2026, 11, 20)
    assert read_paper(filled({}, head={"date": "2026-11-20"})).call.day == date(2026, 11, 20)
    assert read_paper(filled({}, head={"date": "last week"})).call.day is None
    assert read_paper(filled({}, head={"date": "13/45/2026"})).call.day is None


def test_nothing_that_was_written_down_is_lost_when_the_sheet_is_saved_again():
    result = comparison()
    whole = CallRecord(
        HEAD,
        tuple(
            Asked(line.asked.key, line.asked.question, f"answer {at}", "unclear", f"note {at}")
            for at, line in enumerate(sheet(result).lines)
        ),
    )
    again = read_paper(workbook(sheet(result, whole))).call
    assert again == whole
    assert read_paper(workbook(sheet(result, again))).call == whole


def test_an_answer_to_a_question_that_is_no_longer_asked_stays_on_the_sheet():
    record = read({"deadline": "90 days"}, network="oon", plan="own").call
    (line,) = [each for each in sheet(comparison(), record).lines if each.asked.key == "deadline"]
    assert line.asked.answer == "90 days"


def test_what_somebody_typed_is_no_formula_on_the_sheet():
    record = CallRecord({}, (Asked("exclusions", "Anything?", "=1+1", "answered"),))
    book = load_workbook(io.BytesIO(workbook(sheet(comparison(), record))))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"]


def test_the_record_says_who_answered_what_and_what_is_still_to_ask():
    paper = read({"deductible_usd": "1500", "referral": "a letter?"}, {"referral": "Not clear"})
    text = record_text(paper.call)
    assert text.startswith("Call to the plan on 11/20/2026.\n")
    assert "Name of the person who answered: Sam" in text
    assert "- What is my deductible for mental health care? 1500" in text
    assert "Not clear, so ask again:\n- Is a referral needed? a letter?" in text
    assert "Not asked:" in text
    assert text.endswith("What a plan says on the phone is not a promise to pay.")


def test_a_record_without_a_day_and_with_a_note_says_both():
    record = CallRecord(
        {}, (Asked("referral", "Is a referral needed?", "no", "answered", "by Sam"),)
    )
    text = record_text(record)
    assert text.startswith("Call to the plan.\n")
    assert "- Is a referral needed? no (by Sam)" in text


def other_book():
    file = io.BytesIO()
    Workbook().save(file)
    return file.getvalue()


def test_a_workbook_of_others_is_refused_in_a_sentence():
    assert read_paper(other_book()).refused == "not_our_sheet"


def test_a_workbook_that_breaks_off_or_is_damaged_never_gives_a_value_that_was_not_written():
    whole = filled({"deductible_usd": "1500"})
    for part in range(1, 100, 4):
        paper = read_paper(whole[: len(whole) * part // 100])
        assert paper.refused in ("broken", "not_text")
    for at in range(0, len(whole), len(whole) // 60):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        assert values(read_paper(bytes(damaged))) in ({}, {"deductible_usd": 1500})


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("xl/workbook.xml", b" "),
        ("xl/sharedStrings.xml", b"<si><t>a</t></si>"),
        ("xl/styles.xml", b'<xf numFmtId="0"/>'),
        ("xl/worksheets/sheet1.xml", b'<c t="inlineStr"><is><t>a</t></is></c>'),
    ],
)
def test_a_workbook_that_unpacks_to_far_more_than_ours_is_not_unpacked(part, said):
    """46 kB that unpack to 19 MB of styles would take 11 seconds and 800 MB."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr(part, said * (2_000_000 // len(said) + 1))
    assert read_paper(file.getvalue()).refused == "too_large"
