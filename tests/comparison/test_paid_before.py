"""What was paid already belongs to the plan year of the first day.

A first day on a weekend has its first visit on the Monday after. Where a plan year ends in between,
what was paid is over. The IOP of the example: 24 days at $255 are $6,120. With a deductible of
$1,886 to pay it is 1,886 + 20% of 4,234 = $2,732.80; with all of it paid, 24 x $51 = $1,224.
"""

from datetime import date

import pytest
from costs_at_once import costs_usd
from scenarios import comparison, warnings

from carechoice.comparison.compare import compare
from carechoice.comparison.draws.not_known import Unknown
from carechoice.comparison.draws.simulation import draw, simulated_usd
from carechoice.comparison.ledger import entries_of
from carechoice.inputs.changes import under_other_plan
from carechoice.topics.bill import facts as bill
from carechoice.topics.bill.steps import step_sentences
from carechoice.topics.unknown.spreads import spreads

ALL_PAID = {"deductible_met_usd": 1886, "oop_met_usd": 1886}
# Saturday, January 30, 2027; the first visit is on Monday, February 1.
SATURDAY = {"start_date": "2027-01-30", "plan_year_start": "02-01", **ALL_PAID}
TODAY = date(2026, 11, 26)
IN_FEBRUARY = date(2027, 2, 1)
PASSED = "Your first day, January 30, 2027, has passed. Dates and bills here still begin on it."

NOTHING = Unknown(prices=(), terms=(), known=(), plan="own", following=(), taken_over=())


def paid(**query):
    return {
        pathway: option.patient_usd.likely
        for pathway, option in comparison(**query).options.items()
    }


@pytest.mark.parametrize(
    ("query", "iop_usd"),
    [
        (SATURDAY, 2732.80),
        (SATURDAY | {"start_date": "2027-01-31"}, 2732.80),
        # Friday, January 29: the first visit is still in the old plan year. That day costs $51;
        # then 23 days in the new year: 1,886 + 20% of (5,865 - 1,886) = 2,681.80.
        (SATURDAY | {"start_date": "2027-01-29"}, 51 + 2681.80),
        # Monday is the first day itself: what was paid in the new year counts.
        (SATURDAY | {"start_date": "2027-02-01"}, 1224),
        # The weekend lies inside a plan year.
        (SATURDAY | {"plan_year_start": "01-01"}, 1224),
        # January 1, 2028 is a Saturday, and both days are in the new year.
        (SATURDAY | {"start_date": "2028-01-01", "plan_year_start": "01-01"}, 1224),
        # June 30 and July 1 lie on a weekend, July 2 is a Monday.
        (SATURDAY | {"start_date": "2029-06-30", "plan_year_start": "07-01"}, 2732.80),
    ],
)
def test_what_was_paid_counts_if_the_first_visit_is_in_the_plan_year_of_the_first_day(
    query, iop_usd
):
    assert paid(**query)["iop"] == pytest.approx(iop_usd)


def test_the_maximum_starts_again_as_well():
    """$3,900 of $4,000 paid, and no deductible on program days: 24 x $51 = $1,224, not $100."""
    terms = {"iop_deductible_applies": "no", "oop_met_usd": 3900, "deductible_met_usd": 0}
    assert paid(**SATURDAY | terms)["iop"] == 1224
    assert paid(**SATURDAY | terms | {"start_date": "2027-02-01"})["iop"] == 100


def test_therapy_and_a_third_way_that_begins_with_it_start_again_too():
    """Six sessions at $130.23 are $781.38 of the deductible of $1,886. The program's 24 days follow
    with $1,104.62 of it left: 1,104.62 + 20% of 5,015.38, cents by day, $1,003.08."""
    terms = {"therapy_deductible_applies": "yes", "therapy_copay_usd": 0, "therapy_sessions": 6}
    found = paid(**SATURDAY | terms | {"third_path": "step_up"})
    assert found["therapy"] == 781.38
    assert found["step_up"] == pytest.approx(781.38 + 1104.62 + 1003.08, abs=0.05)


def test_a_word_says_that_nothing_counts_as_paid():
    (told,) = warnings(comparison(**SATURDAY), TODAY)
    assert told == (
        "By your first visit on February 1, 2027, a new plan year has started. "
        "So we count nothing as paid."
    )
    assert warnings(comparison(**SATURDAY), IN_FEBRUARY) == [told, PASSED]
    assert warnings(comparison(**SATURDAY | {"plan_year_start": "01-01"}), IN_FEBRUARY) == [PASSED]


def test_nothing_is_said_where_nothing_was_paid():
    nothing = SATURDAY | {"deductible_met_usd": 0, "oop_met_usd": 0}
    assert warnings(comparison(**nothing), IN_FEBRUARY) == [PASSED]


def test_the_bill_its_ranges_and_its_simulation_agree():
    result = comparison(**SATURDAY, third_path="step_down")
    scenario = result.scenario
    # Its first line: $255 in full, and $1,631 of the deductible left.
    first = entries_of(result, "iop")[0]
    assert (first.patient_usd, first.deductible_left_usd) == (255, 1631)
    assert bill.milestones(result, "iop").deductible_met == date(2027, 2, 16)
    assert not any("new plan year" in step for step in step_sentences(result, "iop"))
    assert costs_usd([scenario], "iop") == [2732.80]
    for pathway, option in result.options.items():
        draws = draw(scenario, NOTHING, 3)
        assert simulated_usd(pathway, draws).tolist() == [option.patient_usd.likely] * 3
    # Two days later all of it counts, which makes nearly every draw cheaper.
    monday = comparison(**SATURDAY | {"start_date": "2027-02-01"})
    assert spreads(result)["iop"].drawn.low > spreads(monday)["iop"].drawn.low


def test_under_another_plan_nothing_is_paid_either():
    result = comparison(**SATURDAY, other_plan="employer")
    then = compare(under_other_plan(result.scenario))
    assert then.options["iop"].patient_usd == result.options["iop"].patient_usd
