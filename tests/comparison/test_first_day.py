"""The first day as a lever: what starting with the new plan year changes. Worked by hand."""

import re

import pytest
from scenarios import comparison, same_in_all

from carechoice.comparison.plan_year import first_day

# $200 a day, three days a week; the plan pays nothing until $1,000 are paid, then all.
DEDUCTIBLE_ONLY = {
    "iop_price_per_day_usd": 200,
    "deductible_usd": 1000,
    "plan_pays_percent": 100,
    "oop_max_applies": "no",
    "iop_copay_per_day_usd": 0,
    "iop_deductible_applies": "yes",
    "therapy_copay_usd": 27,
    "therapy_deductible_applies": "no",
}


def test_a_program_across_new_years_day_pays_the_deductible_twice():
    """Twelve days of December cost $2,400, of which $1,000 are the deductible; so do those of
    January. From January 4 on all are in one plan year: $1,000."""
    across = comparison(start_date="2026-12-07", **DEDUCTIBLE_ONLY)
    assert across.options["iop"].patient_usd.likely == 2000
    later = first_day.later_start(across)
    assert later.first_day.isoformat() == "2027-01-04"
    assert later.more_usd["iop"] == same_in_all(-1000)
    assert first_day.sentence(across) == (
        "Starting on January 4, 2027, with the new plan year, "
        "you pay the same for therapy and $1,000 less for the IOP."
    )


def test_under_any_plan_what_a_later_first_day_changes_is_a_range():
    """Some plans have no deductible, so it may be nothing; none makes a start in January dearer."""
    told = first_day.sentence(comparison(start_date="2026-11-30"))
    less = r"likely up to \$[\d,]+ less for"
    assert re.search(rf"you pay {less} therapy and {less} the IOP\.$", told)


def test_what_is_not_known_beside_one_number_moves_what_a_later_first_day_changes():
    """A deductible of $2,500 alone: some plans do not have it come first, some reach a maximum."""
    told = first_day.sentence(comparison(start_date="2026-12-07", deductible_usd=2500))
    assert re.search(r"likely (?:up to \$[\d,]+|\$[\d,]+ to \$[\d,]+) less for the IOP\.$", told)


def test_what_was_paid_this_year_is_lost_by_starting_with_the_next():
    """$1,000 are paid: from December 7 on the days of this year cost nothing, those of January
    $1,000; from January 4 on it is $1,000 too."""
    paid = comparison(start_date="2026-12-07", deductible_met_usd=1000, **DEDUCTIBLE_ONLY)
    assert paid.options["iop"].patient_usd.likely == 1000
    assert first_day.later_start(paid) is None


def test_what_hangs_on_an_open_term_then_is_no_sure_amount_though_nothing_is_owed_now():
    """The maximum is reached: $0 in December, whatever else the plan says. Of January's days it
    may ask for any share. Without one, and the deductible of $1,000 met, it is the $1,000."""
    reached = {"oop_max_usd": 4000, "oop_met_usd": 4000, "iop_price_per_day_usd": 200}
    open_share = comparison(start_date="2026-12-07", **reached, iop_weeks=4)
    assert open_share.options["iop"].is_cost_known
    told = first_day.sentence(open_share)
    assert re.search(r"likely (?:up to \$[\d,]+|\$[\d,]+ to \$[\d,]+) more for the IOP\.$", told)
    known = DEDUCTIBLE_ONLY | reached | {"oop_max_applies": "yes"}
    told = first_day.sentence(comparison(start_date="2026-12-07", **known, iop_weeks=4))
    assert told.endswith("and $1,000 more for the IOP.")


def test_where_other_days_are_closed_then_it_is_said_how_many_visits_there_are():
    """From Tuesday, December 22, without Christmas and New Year's Day: four days this year ($800)
    and January 5, 6 and 8 ($600). From January 4, without January 18: eight days, $1,600, of which
    the deductible of $1,000 is paid."""
    closed = {"closed_on_holidays": "yes", "iop_when_closed": "left_out", "iop_weeks": 3}
    across = comparison(start_date="2026-12-22", **closed, **DEDUCTIBLE_ONLY)
    assert across.options["iop"].patient_usd.likely == 1400
    assert first_day.sentence(across) == (
        "Starting on January 4, 2027, with the new plan year, "
        "you pay the same for therapy and $400 less for the IOP. "
        "Other days are closed then, so the IOP has 8 visits and not 7."
    )


def test_of_a_way_in_two_phases_it_is_said_in_the_plural():
    """Twelve sessions after them come in another week each, and none of them is left out."""
    closed = {"closed_on_holidays": "yes", "iop_when_closed": "left_out", "iop_weeks": 3}
    way = {"third_path": "step_down", "step_down_sessions": 12}
    across = comparison(start_date="2026-12-22", **closed, **way, **DEDUCTIBLE_ONLY)
    assert first_day.sentence(across).endswith(
        "so the IOP has 8 visits and not 7 and the two in a row have 20 visits and not 19."
    )


def test_days_that_come_at_the_end_leave_as_many_visits_and_are_not_named():
    kept = {"closed_on_holidays": "yes", "iop_weeks": 3}
    told = first_day.sentence(comparison(start_date="2026-12-22", **kept, **DEDUCTIBLE_ONLY))
    assert told.endswith("less for the IOP.")


@pytest.mark.parametrize(
    "inputs",
    [
        # All within one plan year.
        {"start_date": "2027-01-04"},
        {"start_date": "2026-12-07", "plan": "none"},
        # A copayment is the same in each year.
        {
            "start_date": "2026-12-07",
            "iop_copay_per_day_usd": 30,
            "iop_deductible_applies": "no",
        },
    ],
)
def test_nothing_is_said_where_the_plan_year_takes_nothing(inputs):
    assert first_day.sentence(comparison(**inputs)) == ""
