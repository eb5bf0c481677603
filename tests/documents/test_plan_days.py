"""What stands beside the days of a plan year is of that year: read where today is in it."""

import pytest
from lines_read import asked, sure, values

from carechoice.documents.days import plan as plan_days_line
from carechoice.documents.days.plan import as_of_day

LIMITS = "Individual in-network deductible: $1,500\nIndividual in-network deductible met: $400"
READ = {"deductible_usd": 1500, "deductible_met_usd": 400}
# The tests' day is November 23, 2026.
THIS_YEAR = [
    "Plan year 01/01/2026 – 12/31/2026",
    "Plan year: 1/1/2026-12/31/2026",
    "Plan year 2026-07-01 to 2027-06-30",
    "Benefit period: July 1, 2026 through June 30, 2027",
    "Coverage period: 01/01/26 - 12/31/26",
    "Policy period from 12/01/2025 to 11/30/2026",
    "Coverage dates: 01/01/2026 - 12/31/9999",
    "Plan year begins 07/01/2026",
    "Plan year: calendar year 2026",
    "Accumulators as of 11/20/2026",
    "Accumulators as of 10/23/2026",
    "Your deductible resets on 01/01/2027",
    "Effective date: 03/01/2019",
    "Coverage effective 01/01/2026, term date 12/31/2026",
    "Term date: 12/31/2026",
    "Eligible from 01/01/2026 through 12/31/2026",
    "Coverage: 01/01/2026 - present",
    "Coverage effective date: 01/01/2019\nTerm date: N/A\nCoverage status: Active",
    "Plan begin date: 01/01/2026\nPlan end date: 12/31/2026",
    "Plan year 2026",
    "Plan year: 2026",
    "Benefit year 2026",
    "2026 plan year",
    "VOB 11/20/2026",
    "Date verified: 11/20/2026",
    "Last updated 11/20/2026",
    "Call date: 11/20/2026",
    "Accumulations through 11/20/2026",
]
ANOTHER_YEAR = [
    "Plan year 01/01/2025 – 12/31/2025",
    "Plan year: 07/01/2025 - 06/30/2026",
    "Plan year 01/01/2027 – 12/31/2027",
    "Benefit period: January 1, 2025 through December 31, 2025",
    "Policy period from 11/01/2025 to 10/31/2026",
    "Plan year begins 07/01/2025",
    "Plan year: calendar year 2025",
    "Accumulators as of 12/30/2025",
    "Effective date: 01/01/2027",
    "Coverage effective 01/01/2025, term date 12/31/2025",
    "Term date: 10/31/2026",
    "Eligible from 01/01/2025 through 12/31/2025",
    "Coverage: 01/01/2027 - present",
    "Plan year 2025",
    "2027 plan year",
    "VOB 11/20/2025",
    "Date verified: 11/20/2025",
    "Last updated 11/20/2025",
    "Call date: 11/20/2025",
    "Date of call: November 20, 2025",
    "Accumulations through 12/31/2025",
]
NOT_KNOWN = [
    "Fiscal year 2026",
    "Plan 2026",
    "Plan year 01/01/2026 – 12/31/2026, or 2025 if later",
    "Dates of service 11/01/2026 - 11/23/2026",
    "Plan year 02/30/2026 – 12/31/2026",
    "Plan year 12/31/2026 – 01/01/2026",
    "Grandfathered plan year 01/01/2026 – 12/31/2026",
]


@pytest.mark.parametrize("line", THIS_YEAR)
def test_limits_beside_a_plan_year_with_today_in_it_are_sure(line):
    for text in (f"{line}\n{LIMITS}", f"{LIMITS}\n{line}"):
        assert values(text).items() >= READ.items()
        assert sure(text) >= {*READ}


@pytest.mark.parametrize("line", ANOTHER_YEAR)
def test_what_is_of_another_plan_year_is_asked_wherever_its_days_stand(line):
    text = f"{LIMITS}\nTherapy: $30 copay"
    for whole in (f"{line}\n{text}", f"{text}\n{line}"):
        assert values(whole).keys() <= {"plan_year_start"}
        fields = ("deductible_usd", "therapy_copay_usd", None)
        assert {("time", field) for field in fields} <= asked(whole)


@pytest.mark.parametrize("line", NOT_KNOWN)
def test_below_days_that_are_not_known_to_be_those_of_a_plan_no_limit_is_sure(line):
    assert not sure(f"{line}\n{LIMITS}")


def test_of_two_plan_years_the_one_with_today_in_it_is_read():
    last, this = "Plan year 01/01/2025 - 12/31/2025", "Plan year 01/01/2026 - 12/31/2026"
    old = "Individual in-network deductible: $1,000"
    text = f"{last}\n{old}\n{this}\n{LIMITS}"
    assert values(text).items() >= READ.items()
    assert sure(text) >= {*READ}
    assert ("time", "deductible_usd") in asked(text)
    above = f"{LIMITS}\n{last}\n{old}\n{this}\nTherapy: $30 copay"
    assert sure(above) == {"therapy_copay_usd", "therapy_share_too"}


def test_a_plan_that_has_ended_is_not_told_to_have_begun():
    text = f"Term date: 12/31/2025\nEffective date: 01/01/2020\n{LIMITS}"
    assert values(text) == {}


@pytest.mark.parametrize("day", ["01/05/2025", "12/30/2025", "01/05/2027", "13/01/2026"])
def test_what_was_met_by_a_day_of_another_year_is_asked(day):
    assert values(f"As of {day} individual in-network deductible met: $412.18") == {}


@pytest.mark.parametrize(
    "line",
    ["Accumulators as of 01/12/2026", "VOB 01/12/2026", "Date of call: January 12, 2026"],
)
def test_what_was_met_more_than_a_month_ago_is_not_sure_and_asked(line):
    """The deductible is that of the plan year; claims since then have added to what is met."""
    for text in (f"{line}\n{LIMITS}", f"{LIMITS}\n{line}"):
        assert values(text) == READ
        assert sure(text) == {"deductible_usd"}
        assert ("since", "deductible_met_usd") in asked(text)


def test_a_line_may_say_of_which_day_it_is_itself():
    told = "Individual in-network deductible $1,500, $400 met as of"
    assert sure(f"{told} 01/12/2026") == {"deductible_usd"}
    assert sure(f"{told} 11/20/2026") == {*READ}
    both = f"VOB 01/12/2026\n{told} 11/20/2026"
    assert sure(both) == {*READ}


def test_a_deductible_that_was_met_as_a_whole_in_january_is_met():
    whole = "Individual in-network deductible of $2,000 has been met as of 01/12/2026"
    assert sure(whole) == {"deductible_usd", "deductible_met_usd"}


def test_of_a_plan_year_that_began_since_nothing_is_known_to_be_met():
    """What was met in March was of the plan year that ended on June 30."""
    told = "Individual in-network deductible $2,000 has been met as of 03/02/2026"
    assert sure(f"Plan year: July 1\n{told}") == {"deductible_usd"}
    assert sure(f"Plan year: July 1\n{told.replace('03/02', '08/02')}") == {
        "deductible_usd",
        "deductible_met_usd",
    }


def test_of_each_of_many_dates_in_a_line_only_the_words_right_before_it_are_looked_at(monkeypatch):
    """A line of 60,000 signs took 12 seconds when all that stands before each date was."""
    looked_at = []

    class Spy:
        def search(self, text):
            looked_at.append(len(text))

    monkeypatch.setattr(plan_days_line, "_AS_OF", Spy())
    assert as_of_day("1/1/2026 " * 1_000) is None
    assert len(looked_at) == 1_000
    assert sum(looked_at) < 1_000 * 25
