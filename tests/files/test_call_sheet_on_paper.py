"""The sheet for a call on paper: all questions with room to write, readable by screen readers."""

from datetime import date

from read_back import pdf, text_of
from scenarios import comparison

from carechoice.documents.call_record import Asked, CallRecord
from carechoice.files.call.printed import printed
from carechoice.files.call.sheet import sheet

DAY = date(2026, 11, 23)


def made(record=None, **query):
    return printed(sheet(comparison(**query), record), today=DAY)


def test_every_question_stands_on_it_with_its_codes_and_the_crisis_line():
    content = made()
    text = text_of(content)
    for line in sheet(comparison()).lines:
        assert line.asked.question in text
    for part in ("S9480", "H0015", "0905", "90837", "Call or text 988", "Number of this call"):
        assert part in text
    assert len(pdf(content).pages) == 2


def test_it_is_tagged_and_says_its_title_and_language():
    catalog = pdf(made()).root_object
    assert catalog["/MarkInfo"]["/Marked"]
    assert str(catalog["/Lang"]).startswith("en")
    assert pdf(made()).metadata.title == "Call to the plan"


def test_what_was_written_down_is_printed_and_is_no_markup():
    asked = Asked("referral", "Is a referral needed?", "#panic() *no*", "unclear")
    text = text_of(made(CallRecord({"person": "Sam"}, (asked,))))
    assert "#panic() *no*" in text
    assert "Sam" in text


def test_out_of_network_where_it_asks_most_it_still_is_two_pages():
    assert len(pdf(made(network="oon", plan="own")).pages) == 2


def test_what_is_not_clear_stands_so_also_among_terms_that_the_bill_does_not_use():
    asked = Asked("iop_day_limit", "How many program days?", "30, she thinks", "unclear")
    assert "30, she thinks · Not clear" in text_of(made(CallRecord({}, (asked,))))
