"""Whole dollars that stand beside their total add up to it, worked by hand."""

from dataclasses import replace

import pytest
from scenarios import comparison, scenario

from carechoice.catalog.rounding import half_up, whole_parts
from carechoice.comparison import words
from carechoice.files.kept import words as kept_words
from carechoice.topics.bill import facts as bill
from carechoice.topics.bill import words as bill_words
from carechoice.topics.bill.other_plan import under_another_plan
from carechoice.topics.bill.running import visits_table
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.unknown.swing_chart import swing_chart
from carechoice.topics.unknown.swings import swings

HALF = {
    "therapy_copay_usd": 0,
    "therapy_deductible_applies": "no",
    "plan_pays_percent": 50,
    "therapy_sessions": 3,
    "therapy_price_usd": 101,
}


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ([151.5, 151.5], [152, 151]),
        ([182.3, 729.2], [182, 730]),
        # A third of a dollar each: 0.33 is 0, 0.67 is 1, 1 is 1.
        ([1 / 3, 1 / 3, 1 / 3], [0, 1, 0]),
        ([0, 27, 0, 27.5], [0, 27, 0, 28]),
        ([], []),
    ],
)
def test_parts_are_rounded_so_that_they_add_up(parts, shown):
    assert whole_parts(parts) == shown
    assert sum(shown) == half_up(sum(parts))


@pytest.mark.parametrize(
    ("parts", "total", "shown"),
    [
        # 151.5 would be 152; its other half is shown as 152 already.
        ([100.5, 0, 51], 151, [100, 0, 51]),
        # 151.4 would be 151; beside $151 of $302.80, about $303, it is 152.
        ([0, 0.2, 151.2], 152, [0, 0, 152]),
        ([0.3, 0.3], 0, [0, 0]),
    ],
)
def test_parts_add_up_to_a_total_that_is_less_than_one_away(parts, total, shown):
    assert whole_parts(parts, total) == shown


def test_what_both_pay_is_the_total_price_in_every_place():
    """Three sessions at $101, half each: $151.50 and $151.50 of $303, or $152 and $151."""
    result = comparison(**HALF)
    rows = {row[0]: row[1] for row in cost_chart(result).table.shown()}
    assert [rows[name] for name in ("You pay", "Your plan pays", "Total price")] == [
        "$152",
        "$151",
        "$303",
    ]
    therapy = result.options["therapy"]
    label = "<b>Therapy</b>: you pay $152<br>Your plan pays $151"
    assert words.cost_label(therapy, result.scenario) == label
    for told in (captions.cost_caption(result), captions.cost_alt(result)):
        assert "$152" in told
        assert "$151" in told
    drawn = cost_chart(result).figure["data"]
    hovers = [bar["hovertemplate"] for bar in drawn if bar["y"] == [1] and bar["x"][0]]
    assert [hover.split(": ")[1].removesuffix("<extra></extra>") for hover in hovers] == [
        "$152",
        "$151",
    ]


def test_the_file_behind_the_cost_chart_keeps_the_cents():
    lines = cost_chart(comparison(**HALF)).table.to_csv().decode("utf-8-sig").splitlines()
    assert lines[1].split(",")[:2] == ["You pay", "151.5"]
    assert lines[4].split(",")[:2] == ["Your plan pays", "151.5"]


def test_a_share_of_a_total_that_rounds_up():
    """Ten sessions at $91.15, a fifth of each: $182.30 and $729.20 of $911.50, or $912."""
    terms = {"plan_pays_percent": 80, "therapy_sessions": 10, "therapy_price_usd": 91.15}
    rows = cost_chart(comparison(**HALF | terms)).table.shown()
    assert [row[1] for row in rows if row[0] in ("You pay", "Your plan pays", "Total price")] == [
        "$182",
        "$730",
        "$912",
    ]


def test_the_months_add_up_to_the_whole_course():
    """$50.50 a session: one in January on the 25th, two in February: 50.50, then 151.50 less 51."""
    result = comparison(**HALF, start_date="2027-01-25")
    cells = [row[1] for row in bill_words.months(result, bill.months(result))]
    # The plan's $151.50 are shown as $151, so its first $50.50 are $50.
    assert cells[:2] == ["$51, plan $50", "$101, plan $101"]
    assert cells[2:] == ["$0"]


def test_travel_and_the_rest_add_up_with_the_bill():
    """$151.50, 3 x $0.50 and 3 hours at $0.25: 151.50, 153, 153.75."""
    result = comparison(**HALF, travel_usd_per_visit=0.5, unpaid_usd_per_hour=0.25)
    rows = {row[0]: row[1] for row in bill_words.totals(result)}
    assert rows["For the whole course"] == "$152"
    assert rows["Travel, as you entered it"] == "$1"
    assert rows["Lost pay, as you entered it"] == "$1"
    assert rows["With these costs of yours"] == "$154"


def costing(usd):
    """A comparison whose therapy costs the patient about so much."""
    result = comparison(deductible_usd=1500)
    option = replace(result.options["therapy"], patient_total_usd=usd)
    return replace(result, options={**result.options, "therapy": option})


@pytest.mark.parametrize(
    ("now", "then", "told"),
    [
        (
            864.40,
            2438.50,
            "about $864 now, about $2,439 under the other plan. That is about $1,575 more.",
        ),
        (
            2438.50,
            864.50,
            "about $2,439 now, about $865 under the other plan. That is about $1,574 less.",
        ),
        (864.50, 865.49, "about $865 under both plans."),
    ],
)
def test_the_difference_to_another_plan_is_that_of_the_amounts_beside_it(now, then, told):
    assert under_another_plan(costing(now), costing(then))[0] == f"Therapy: {told}"


def test_the_difference_to_a_kept_scenario_is_that_of_the_amounts_beside_it():
    first, other = (costing(usd).options["therapy"] for usd in (864.40, 2438.50))
    assert kept_words.difference(first, other).endswith("$1,575 more")


def test_the_hours_of_a_later_phase_are_a_difference_too():
    """12 sessions from March 1: Mondays to May 17, or Mondays and Wednesdays to April 7."""
    course = {"plan": "masshealth", "third_path": "step_down", "step_down_sessions": 12}
    weekly = comparison(**course).options["step_down"]
    twice = comparison(**course, therapy_hours_per_week=2).options["step_down"]
    told = kept_words.difference(weekly, twice)
    assert told == "then 1 hour a week more, ends 40 days sooner"
    told = kept_words.difference(twice, weekly)
    assert told == "then 1 hour a week less, ends 40 days later"


def test_other_costs_of_a_kept_scenario_stand_on_its_card_and_in_the_difference():
    """$25 for the way to 18 sessions and to 24 days: the bills alone are the same."""
    paid = {"plan": "none", "therapy_price_usd": 100, "iop_price_per_day_usd": 200}
    first = kept_words.KeptComparison("A", comparison(**paid))
    other = kept_words.KeptComparison("B", comparison(**paid, travel_usd_per_visit=25))
    told = {row[0]: row[1:] for row in kept_words.beside(other, first)}
    assert told["Other costs you entered"] == ["$450", "$600"]
    apart = told["Beside the first"]
    assert apart == ["$450 more in other costs", "$600 more in other costs"]
    now, was = (row.comparison.options["iop"] for row in (first, other))
    assert kept_words.difference(was, now) == "$600 less in other costs"
    assert "Other costs you entered" not in [row[0] for row in kept_words.beside(first, first)]
    left_out = "The other costs you entered are left out here."
    assert kept_words.chart_caption([first, other]).endswith(f"on one axis. {left_out}")
    assert left_out not in kept_words.chart_caption([first, first])


def test_what_moves_the_answer_moves_the_gap_by_what_it_moves_both_options():
    """A deductible of $100 to $4,000 that comes first for both: of 10 sessions at $60.25 and of 6
    days at $200.25, what is paid in all is $100 to $602.50 and $100 to $1,201.50."""
    first = {"therapy_deductible_applies": "yes", "iop_deductible_applies": "yes"}
    prices = {"therapy_price_usd": 60.25, "iop_price_per_day_usd": 200.25}
    course = {"therapy_sessions": 10, "iop_weeks": 2}
    share = {"plan_pays_percent": 100, "therapy_copay_usd": 0, "iop_copay_per_day_usd": 0}
    known = scenario(**first, **prices, **course, **share, oop_max_applies="no")
    rows = {row[0]: row[1:] for row in swing_chart(swings(known), known).table.shown()}
    assert rows["Deductible, $100 to $4,000"] == ["$503", "$1,102", "$599"]


def test_what_has_been_paid_is_the_sum_of_the_visits_above():
    """$50.50 a session."""
    table = visits_table(comparison(**HALF)).shown()[:3]
    assert [row[2:4] for row in table] == [
        ["$50.50", "$50.50"],
        ["$50.50", "$101"],
        ["$50.50", "$151.50"],
    ]
