"""The sheet of a call to the plan comes back to "Your bill" with its day and its record."""

from datetime import date

from page_reader import told
from papers_on_a_page import all_used, given
from scenarios import TODAY, comparison

from carechoice.documents.call_record import Asked, CallRecord
from carechoice.files.call.sheet import sheet
from carechoice.files.call.workbook import workbook
from carechoice.language.sentences import say


def test_the_sheet_of_a_call_comes_back_with_the_day_of_the_call_and_its_record():
    asked = (
        Asked("deductible_usd", "What is my deductible?", "$1,500", "answered"),
        Asked("referral", "Is a referral needed?", "a letter?", "unclear"),
    )
    record = CallRecord({"date": "11/20/2026", "person": "Sam"}, asked)
    app = given(workbook(sheet(comparison(), record)), "call.xlsx")
    assert any(say("papers.is.sheet") in text for text in told(app)[0])
    all_used(app)
    row = next(
        at
        for at, line in enumerate(sheet(comparison()).lines)
        if line.asked.key == "deductible_usd"
    )
    (answer,) = app.session_state["confirmed"]
    assert answer[0] == "deductible_usd"
    assert (answer[1].day, answer[1].document) == (date(2026, 11, 20), "sheet")
    assert answer[1].place == f"row {row + 10}"
    (text,) = [each.value for each in app.text]
    assert text.startswith("Call to the plan on 11/20/2026.")
    assert "- Is a referral needed? a letter?" in text


def test_a_call_that_was_dated_later_than_today_counts_from_today():
    asked = (Asked("deductible_usd", "What is my deductible?", "$1,500", "answered"),)
    record = CallRecord({"date": "11/20/2027"}, asked)
    app = all_used(given(workbook(sheet(comparison(), record)), "call.xlsx"))
    assert dict(app.session_state["confirmed"])["deductible_usd"].day == TODAY
