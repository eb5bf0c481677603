"""An answer in JSON is of the year that its days say; where none does, nothing of it is sure."""

import json

import pytest
from eligibility_read import entry
from scenarios import TODAY

from carechoice.documents.clearinghouse import benefits_of_json
from carechoice.documents.eligibility import read_eligibility

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
