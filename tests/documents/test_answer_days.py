"""An answer in JSON is of the year and the day that it says; where it says none, it is asked."""

import json
from datetime import date

import pytest
from eligibility_read import entry
from scenarios import TODAY

from carechoice.documents.eligibility.clearinghouse import benefits_of_json
from carechoice.documents.eligibility.read import read_eligibility
from carechoice.documents.told import told_ask

DEDUCTIBLE = entry()
ACTIVE = {"code": "1", "serviceTypeCodes": ["30"]}


def read(*, beside=None, active=None, **answer):
    listed = [ACTIVE | {"benefitsDateInformation": active or {}}]
    listed.append(DEDUCTIBLE | {"benefitsDateInformation": beside or {}})
    data = {**answer, "benefitsInformation": listed}
    return read_eligibility(benefits_of_json(json.dumps(data)), today=TODAY)


def said(paper):
    return [(found.value, found.sure) for found in paper.read]


def asked(paper):
    return {ask.why for ask in paper.ask} - {"missing"}


# The tests' day is November 23, 2026.
@pytest.mark.parametrize(
    "answer",
    [
        {"planDateInformation": {"plan": "20260101-20261231"}},
        {"planDateInformation": {"planBegin": "20260101", "planEnd": "20261231"}},
        {"planDateInformation": {"eligibilityBegin": "20251201"}},
        {"planDateInformation": {"planBegin": "20190601", "service": "20261120"}},
        {"beside": {"benefit": "20260701-20270630"}},
        {"active": {"plan": "20260101"}},
        {"serviceDate": "2026-11-20"},
        {"createdDate": "2026-11-20T09:30:00.000+0000"},
        {"createdAt": "2026-11-20T09:30:00Z"},
        {"meta": {"requestedDate": "20261120"}},
        {"encounter": {"dateOfService": "20261120"}},
    ],
)
def test_an_answer_with_a_day_of_this_plan_year_is_sure(answer):
    paper = read(**answer)
    assert said(paper) == [(500, True)]
    assert asked(paper) == set()


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"planDateInformation": {}},
        {"planDateInformation": {"planBegin": "20190601"}},
        {"planDateInformation": {"plan": "20200101-20291231"}},
        {"planDateInformation": {"eligibilityBegin": "20251101"}},
        {"planDateInformation": {"planEnd": "20261231"}},
        {"subscriber": {"dateOfBirth": "20260101"}},
        {"serviceDate": "last week"},
    ],
)
def test_an_answer_that_may_be_of_an_earlier_year_is_not_sure_and_asked(answer):
    """A plan that began years ago has begun a new year, with nothing met, since then."""
    paper = read(**answer)
    assert said(paper) == [(500, False)]
    assert asked(paper) == {"undated"}


@pytest.mark.parametrize(
    "answer",
    [
        {"serviceDate": "2025-12-30"},
        {"createdDate": "2025-12-30T09:30:00.000+0000"},
        {"planDateInformation": {"plan": "20250101-20251231"}},
        {"planDateInformation": {"plan": "20270101-20271231"}},
        {"beside": {"plan": "20250101-20251231"}, "serviceDate": "2026-11-20"},
    ],
)
def test_what_is_said_for_another_year_is_asked_and_not_read(answer):
    paper = read(**answer)
    assert said(paper) == []
    assert "time" in asked(paper)


def read_met(remaining_usd, **answer):
    """Of a deductible of 1,500 this much remains."""
    remaining = entry(timeQualifierCode="29", benefitAmount=remaining_usd)
    listed = [ACTIVE, entry(benefitAmount="1500"), remaining]
    data = {**answer, "benefitsInformation": listed}
    return read_eligibility(benefits_of_json(json.dumps(data)), today=TODAY)


@pytest.mark.parametrize("day", ["2026-10-23", "2026-11-22", "2026-12-05"])
def test_what_was_met_a_month_ago_or_less_is_sure(day):
    """Of 1,500 remain 1,100, so 400 are met."""
    paper = read_met("1100", serviceDate=day)
    assert said(paper) == [(1500, True), (400, True)]
    assert asked(paper) == set()


@pytest.mark.parametrize("day", ["2026-01-12", "2026-10-22"])
def test_what_was_met_longer_ago_is_not_sure_and_asked_with_its_day(day):
    """Claims since then have added to it; the deductible itself is that of the plan year."""
    paper = read_met("1100", serviceDate=day)
    assert said(paper) == [(1500, True), (400, False)]
    (ask,) = [ask for ask in paper.ask if ask.why == "since"]
    assert (ask.field, ask.day) == ("deductible_met_usd", date.fromisoformat(day))
    assert paper.ask[0].why != "undated"


def test_a_deductible_that_was_met_as_a_whole_stays_so_until_its_year_ends():
    assert said(read_met("0", serviceDate="2026-01-12")) == [(1500, True), (1500, True)]


def test_what_is_met_in_an_answer_of_no_day_is_not_sure_and_asked():
    """The answer is of this plan year, and may be of its first day."""
    paper = read_met("1100", planDateInformation={"plan": "20260101-20261231"})
    assert said(paper) == [(1500, True), (400, False)]
    assert [(ask.why, ask.day) for ask in paper.ask if ask.why != "missing"] == [("since", None)]


def test_of_two_days_that_an_answer_is_of_the_earlier_one_counts():
    days = {"createdDate": "2026-01-12", "serviceDate": "2026-11-20"}
    assert asked(read_met("1100", **days)) == {"since"}


def test_the_day_is_said_in_the_question():
    paper = read_met("1100", serviceDate="2026-01-12")
    (told,) = [told_ask(ask) for ask in paper.ask if ask.why == "since"]
    assert told == (
        "This was so on January 12, 2026, and more may have been paid since. Ask your plan about"
        " what is paid toward the deductible now."
    )
