"""The month that costs most, and what is owed once a plan stops paying, worked by hand.

The default scenario from January 4, 2027: 18 sessions at $130.23 with a $27 copayment, on Mondays;
24 program days at $255, Monday, Tuesday and Thursday, with a deductible of $1,886 and then 20%.
"""

import pytest
from scenarios import ALL_KNOWN, comparison

from carechoice.topics.bill.bad_case.dearest_month import dearest_months
from carechoice.topics.bill.bad_case.months_chart import months_chart
from carechoice.topics.bill.bad_case.stopping import if_it_stops_usd, stopping_applies
from carechoice.topics.bill.bad_case.stopping_chart import stopping_chart
from carechoice.topics.bill.bad_case.words import stopping_caption, stopping_rows


def test_the_month_that_costs_most_is_named_with_what_it_costs():
    """Twelve program days are in January: 7 x $255 + $131.80 + 4 x $51 = $2,120.80. March 2027 has
    five Mondays: 5 x $27 = $135."""
    assert dearest_months(comparison()) == (
        "As your plan is not known, this takes the terms of the example “Typical employer plan”. "
        "**Therapy**: in March 2027 you pay most, about $135. "
        "**IOP**: in January 2027 you pay most, about $2,121."
    )


def test_of_months_that_cost_the_same_none_is_said_to_cost_most_and_the_first_is_named():
    """From January 4, four Mondays are in January and four in February, at $100 each."""
    told = dearest_months(comparison(plan="none", therapy_price_usd=100, therapy_sessions=8))
    assert "**Therapy**: the most you pay in a month is $400, first in January 2027." in told


def test_what_is_paid_in_one_month_is_told_as_all_of_it():
    """Four Mondays from January 4 at $100; the one program day of the week is in January too."""
    short = {"therapy_sessions": 4, "iop_weeks": 1, "iop_hours_per_week": 3}
    told = dearest_months(comparison(plan="none", therapy_price_usd=100, **short))
    assert "**Therapy**: you pay all of it in January 2027, $400." in told
    assert "you pay most" not in told


def test_where_nothing_is_paid_no_month_is_named():
    told = dearest_months(comparison(oop_max_usd=0))
    assert told == "**Therapy**: you pay $0 in each month. **IOP**: you pay $0 in each month."


def test_that_nothing_is_paid_is_about_so_where_a_number_not_known_may_change_it():
    """The plan pays all and has no deductible. A copayment for a day may still be asked."""
    told = dearest_months(comparison(plan_pays_percent=100, deductible_usd=0))
    assert "**IOP**: you pay about $0 in each month." in told


def test_the_months_are_bars_of_both_options_on_one_axis():
    therapy, iop = months_chart(comparison()).figure["data"]
    assert therapy["x"] == iop["x"] == [f"2027-0{month}-01" for month in range(1, 6)]
    # 4 Mondays from January 4, then 4, 5, 4 and 1.
    assert therapy["y"] == [108, 108, 135, 108, 27]
    # Twelve days, then 12 x $51.
    assert iop["y"] == [2121, 612, 0, 0, 0]


def names_of_months(**inputs):
    axis = months_chart(comparison(**inputs)).figure["layout"]["xaxis"]
    return dict(zip(axis["tickvals"], axis["ticktext"], strict=True))


def test_each_month_has_its_name_with_the_year_where_one_begins():
    """18 sessions from December 7 on end in April: five months, of which December costs most."""
    assert names_of_months(start_date="2026-12-07") == {
        "2026-12-01": "Dec<br>2026",
        "2027-01-01": "Jan<br>2027",
        "2027-02-01": "Feb<br>&nbsp;",
        "2027-03-01": "Mar<br>&nbsp;",
        "2027-04-01": "Apr<br>&nbsp;",
    }


def test_of_more_months_than_have_room_the_dearest_is_named_and_others_at_equal_distances():
    """40 sessions are over seven months, so every other one has a name; January costs most."""
    names = list(names_of_months(therapy_sessions=40))
    assert names[:2] == ["2027-01-01", "2027-03-01"]
    assert len(names) <= 7
    # From December on January costs most, too, and not the month it begins in.
    names = list(names_of_months(therapy_sessions=40, start_date="2026-12-28"))
    assert names[:2] == ["2027-01-01", "2027-03-01"]


def test_of_a_plan_nothing_is_said_in_a_month_where_it_has_no_visit_or_there_is_none():
    """The program ends in February; without insurance a month of four sessions is 4 x $100."""
    april = months_chart(comparison()).table.shown()[3]
    assert april == ["April 2027", "$108, plan $413", "$0"]
    table = months_chart(comparison(plan="none", therapy_price_usd=100)).table.shown()
    assert table[0][:2] == ["January 2027", "$400"]
    assert "plan" not in " ".join(cell for row in table for cell in row)


def test_a_plan_that_stops_leaves_the_price_of_each_visit_after_that():
    """12 days are $2,120.80 as billed above; the other twelve are 12 x $255 = $3,060 more."""
    totals = if_it_stops_usd(comparison(), "iop")
    assert totals[0] == 24 * 255
    assert totals[12] == 2120.80 + 3060
    assert totals[24] == 2732.80
    assert len(totals) == 25


@pytest.mark.parametrize("days", [1, 7, 12, 23])
def test_a_plan_that_is_known_to_stop_costs_what_is_told_of_one_that_stops_then(days):
    stops = comparison(iop_stops_after=days)
    assert stops.options["iop"].patient_total_usd == if_it_stops_usd(comparison(), "iop")[days]


@pytest.mark.parametrize("known", [{"iop_stops_after": 12}, {"iop_day_limit": 10}])
def test_what_it_costs_if_all_is_covered_stays_true_where_a_plan_is_known_to_stop(known):
    assert if_it_stops_usd(comparison(**known), "iop")[24] == 2732.80
    assert "If it covers all of them, you pay about $2,733." in stopping_caption(
        comparison(**known)
    )


def test_a_plan_that_is_known_to_stop_is_told_as_it_is_known():
    """Of 24 days 10 are covered: 7 x $255 + $131.80 + 2 x $51 = $2,018.80 and 14 x $255 = $3,570;
    all 18 sessions are, 18 x $27 = $486."""
    result = comparison(iop_stops_after=10)
    assert (
        "**IOP**: with the numbers on this page, your plan covers 10 visits of 24, and you pay "
        "about $5,589 in all. If it covers all of them, you pay about $2,733."
    ) in stopping_caption(result)
    assert result.options["iop"].patient_total_usd == 5588.80
    assert stopping_rows(result)[-1] == [
        "as on this page",
        "$486 (18 visits)",
        "$5,589 (10 visits)",
    ]


def test_a_limit_that_starts_again_with_the_plan_year_is_told_as_the_bill_has_it():
    """From December 7 there are 12 days in the old plan year and 12 in the new one: a limit of 10 a
    year covers 20 of 24."""
    result = comparison(start_date="2026-12-07", iop_day_limit=10)
    assert "your plan covers 20 visits of 24" in stopping_caption(result)


def test_a_plan_that_is_known_to_approve_enough_is_told_as_any_other():
    result = comparison(iop_stops_after=30)
    assert stopping_caption(result) == stopping_caption(comparison(iop_stops_after=24))
    assert "if your plan covers only 12 visits of 24" in stopping_caption(result)
    assert len(stopping_rows(result)) == 5


def test_nobody_is_told_to_ask_for_a_number_that_is_known():
    assert "Ask your plan" in stopping_caption(comparison(iop_stops_after=10))
    both = comparison(iop_stops_after=10, therapy_stops_after=6)
    assert "Ask your plan" not in stopping_caption(both)


def test_while_the_deductible_takes_all_it_makes_no_difference_when_the_plan_stops():
    """The first seven days are paid in full in any case."""
    totals = if_it_stops_usd(comparison(), "iop")
    assert set(totals[:8]) == {6120}
    assert totals[8] < 6120


def test_out_of_network_all_that_is_billed_is_owed_once_the_plan_stops():
    """A $400 day of which the plan allows $255."""
    result = comparison(network="oon", iop_charge_per_day_usd=400)
    assert if_it_stops_usd(result, "iop")[0] == 24 * 400
    told = stopping_caption(result)
    assert "you owe all that is billed" in told
    # Out of network there is no contract that could keep a provider from it.
    assert "contracts" not in told


def test_with_one_kind_of_care_out_of_network_each_kind_is_told_what_is_owed_for_it():
    """Of a program in network no more than the $255 that the plan allows; 24 days of it."""
    result = comparison(therapy_network="oon", therapy_charge_usd=200)
    assert if_it_stops_usd(result, "therapy")[0] == 18 * 200
    assert if_it_stops_usd(result, "iop")[0] == 24 * 255
    told = stopping_caption(result)
    assert "you owe the price it allows in network, and out of network all that is billed" in told
    assert "In network, some contracts do not let a provider bill you then." in told


def test_the_table_has_a_plan_stop_after_each_quarter_of_the_visits():
    """Of 18 sessions at $27 and $130.23: 4 x $27 + 14 x $130.23 = $1,931.22 after the first quarter
    (four and a half are four), 9 x $27 + 9 x $130.23 = $1,415.07 half way, and after 13 sessions
    13 x $27 + 5 x $130.23 = $1,002.15."""
    rows = stopping_rows(comparison())
    assert [row[:2] for row in rows] == [
        ["no visit", "$2,344 (no visit)"],
        ["a quarter of them", "$1,931 (4 visits)"],
        ["half of them", "$1,415 (9 visits)"],
        ["three quarters of them", "$1,002 (13 visits)"],
        ["all of them", "$486 (18 visits)"],
    ]


def test_a_plan_that_stops_is_told_for_half_of_the_visits():
    told = stopping_caption(comparison())
    assert (
        "**IOP**: if your plan covers only 12 visits of 24, you pay about $5,181 in all. If it "
        "covers all of them, you pay about $2,733." in told
    )
    assert told.endswith("Ask your plan how many visits it has approved.")


def test_a_plan_that_stops_within_its_deductible_costs_the_same_which_is_said_once():
    """6 days of $255 are $1,530 of a deductible of $1,886."""
    told = stopping_caption(comparison(iop_weeks=2))
    assert (
        "**IOP**: whether your plan covers only 3 visits of 6 or all of them, you pay about "
        "$1,530 in all." in told
    )
    assert told.count("$1,530") == 1


def test_medicare_approves_no_number_of_visits_ahead():
    assert "approved" not in stopping_caption(comparison(plan="medicare"))


def test_an_option_of_one_visit_is_told_with_and_without_it():
    told = stopping_caption(comparison(therapy_sessions=1))
    assert "if your plan does not cover the visit, you pay about $130. If it does, you pay" in told


def test_parts_of_so_few_visits_that_they_are_none_have_no_row_of_their_own():
    """One session, $27 covered and $130.23 not, and three days, which the deductible takes whole: a
    quarter of them is no visit, as in the row before."""
    assert stopping_rows(comparison(therapy_sessions=1, iop_weeks=1)) == [
        ["no visit", "$130 (no visit)", "$765 (no visit)"],
        ["half of them", "$130 (no visit)", "$765 (1 visit)"],
        ["three quarters of them", "$130 (no visit)", "$765 (2 visits)"],
        ["all of them", "$27 (1 visit)", "$765 (3 visits)"],
    ]
    one_each = stopping_rows(comparison(therapy_sessions=1, iop_weeks=1, iop_hours_per_week=3))
    assert [row[0] for row in one_each] == ["no visit", "all of them"]


def test_of_a_way_of_two_kinds_of_care_those_visits_count_that_a_plan_pays_for():
    """6 sessions at $27 of $100 and then 24 days at $300, which are paid without insurance.

    With none covered $600 + $7,200, with 3 covered $81 + $300 + $7,200.
    """
    asked = {"third_path": "step_up", "iop_network": "self_pay", "iop_price_per_day_usd": 300,
             "therapy_price_usd": 100}  # fmt: skip
    totals = if_it_stops_usd(comparison(**asked), "step_up")
    assert totals[0] == 7800
    assert totals[3] == 7581
    assert totals[6:] == [7362]
    told = stopping_chart(comparison(**asked)).caption
    assert "covers only 3 visits of the 6 that it may pay for, you pay about $7,581" in told
    known = comparison(**asked, therapy_visit_limit=2)
    assert (
        "covers 2 visits of the 6 that it may pay for, and you pay about $7,654"
        in stopping_chart(known).caption
    )
    approved = stopping_chart(comparison(**asked, therapy_visit_limit=6))
    assert "covers only 3 visits of the 6 that" in approved.caption
    (level,) = (line for line in approved.figure["data"] if line["name"] == "<b>IOP</b>")
    assert level["y"] == [7200] * 19


def test_care_that_is_not_covered_has_no_plan_that_could_stop():
    told = stopping_caption(comparison(therapy_not_covered="yes"))
    assert "**Therapy**: your plan pays no part of it, so you pay about $2,344 in any case." in told
    cells = {row[1] for row in stopping_rows(comparison(therapy_not_covered="yes"))}
    assert cells == {"$2,344"}


def test_care_that_is_paid_without_insurance_is_not_said_to_be_left_out_by_the_plan():
    """24 days at $350. A plan may well cover what somebody chose to pay without it."""
    told = stopping_caption(comparison(iop_network="self_pay", iop_price_per_day_usd=350))
    assert "**IOP**: your plan pays no part of it, so you pay $8,400 in any case." in told


@pytest.mark.parametrize(
    "all_paid",
    [
        {"therapy_first_visits": 18, "therapy_first_copay_usd": 0},
        {"therapy_copay_usd": 0, "therapy_own_share": "yes", "therapy_pays_percent": 100,
         "therapy_deductible_applies": "no"},
        {"oop_max_usd": 4000, "oop_met_usd": 4000},
        {"plan": "masshealth", "iop_network": "self_pay"},
    ],
)  # fmt: skip
def test_what_is_owed_for_visits_without_cover_is_known_where_the_price_is(all_paid):
    """The plan pays all of 18 sessions at $130.23. Of half of them, 9 are owed in full: $1,172.07,
    but that price is a starting value and no number of the person's own."""
    told = stopping_caption(comparison(**all_paid))
    assert "covers only 9 visits of 18, you pay about $1,172 in all" in told
    assert "If it covers all of them, you pay $0." in told
    named = stopping_caption(comparison(**all_paid, therapy_price_usd=100))
    assert "covers only 9 visits of 18, you pay $900 in all" in named


@pytest.mark.parametrize("plan", ["none", "masshealth"])
def test_without_a_plan_and_where_nothing_is_owed_nothing_is_said_of_one_that_stops(plan):
    assert not stopping_applies(comparison(plan=plan))


def test_each_line_ends_with_the_bill_of_its_option():
    result = comparison(third_path="step_down")
    lines = stopping_chart(result).figure["data"]
    ends = [line["y"][-1] for line in lines]
    assert ends == [option.patient_total_usd for option in result.options.values()]
    assert [line["x"][-1] for line in lines] == [o.visits for o in result.options.values()]


def test_a_visit_that_costs_the_same_covered_or_not_is_told_once():
    """The one program day, $255, lies within the deductible of $1,886."""
    told = stopping_caption(comparison(iop_weeks=1, iop_hours_per_week=3))
    assert "**IOP**: whether your plan covers the visit or not, you pay about $255." in told
    assert told.count("$255") == 1


def test_where_a_plan_that_stops_costs_no_more_it_is_told_as_one_amount():
    """A deductible of $1,886 takes all of three days at $255, of which the plan covers one."""
    told = stopping_caption(comparison(iop_weeks=1, iop_stops_after=1, **ALL_KNOWN))
    assert (
        "**IOP**: with the numbers on this page, your plan covers 1 visit of 3. You pay $765 in "
        "all, as much as if it covered all of them."
    ) in told
