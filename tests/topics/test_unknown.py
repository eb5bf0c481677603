"""What is not known: ranges, extremes, what moves the answer. Figures worked by hand."""

import pytest
from scenarios import TODAY, comparison, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare, pathways
from carechoice.comparison.draws.not_known import unknown
from carechoice.comparison.draws.simulation import draw, simulated_usd, with_values
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.words import between
from carechoice.inputs.changes import after_answer, after_change
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing, usual_range
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swings import swings
from carechoice.topics.unknown.words import unknown_caption

SELF_PAY_KNOWN = {
    "plan": "none",
    "therapy_sessions": 10,
    "iop_weeks": 6,
    "therapy_price_usd": 151,
}


def test_what_the_person_changed_is_known_and_the_rest_has_its_stated_range():
    start = scenario()
    assert usual_range("therapy_sessions", start) == (8, 26)
    assert usual_range("therapy_sessions", scenario(therapy_sessions=17)) is None
    assert usual_range("iop_price_per_day_usd", start) == (114, 600)


def test_an_example_plans_terms_are_the_examples():
    medicare = scenario(plan="medicare")
    assert standing("deductible_usd", medicare) == "example"
    assert usual_range("deductible_usd", medicare) is None
    assert standing("deductible_usd", scenario(deductible_usd=500)) == "yours"


def test_a_confirmed_value_is_known_also_where_it_equals_our_starting_value():
    values = after_answer(scenario().to_values(), "deductible_usd", TODAY)
    confirmed = Scenario.from_values(values, today=TODAY)
    assert confirmed.plan.deductible_usd == scenario().plan.deductible_usd
    assert standing("deductible_usd", confirmed) == "confirmed"
    assert "deductible_usd" in unknown(scenario()).fields
    assert "deductible_usd" not in unknown(confirmed).fields


def test_moving_a_confirmed_input_takes_the_confirmation_back():
    from_plan = after_answer(scenario().to_values(), "deductible_usd", TODAY)
    moved = after_answer({**from_plan, "oop_max_usd": 3000.0}, "oop_max_usd", TODAY)
    assert [field for field, _ in moved["confirmed"]] == ["deductible_usd", "oop_max_usd"]
    assert after_change({**moved, "deductible_usd": 900.0}, "deductible_usd")["confirmed"] == (
        ("oop_max_usd", TODAY),
    )


def test_the_extremes_are_the_least_and_the_most_of_all_that_was_tried():
    """The program without insurance, 6 weeks of 3 days: 18 x $250 and 18 x $650."""
    found = spreads(comparison(**SELF_PAY_KNOWN))
    assert (found["iop"].extremes.low, found["iop"].extremes.high) == (4500, 11700)
    assert found["iop"].extremes.likely == 18 * 350
    therapy = found["therapy"].extremes
    assert therapy.low == therapy.likely == therapy.high == 1510


def test_the_simulation_draws_a_triangle_between_the_ends():
    """Price from 250 over 350 to 650, 18 days. A tenth lies below 250 + sqrt(0.1 x 400 x 100) =
    313.25, half below 650 - sqrt(0.5 x 400 x 300) = 405.05, a tenth above 650 - sqrt(0.1 x 400 x
    300) = 540.46."""
    drawn = spreads(comparison(**SELF_PAY_KNOWN))["iop"].drawn
    assert drawn.low == pytest.approx(18 * 313.25, rel=0.01)
    assert drawn.likely == pytest.approx(18 * 405.05, rel=0.01)
    assert drawn.high == pytest.approx(18 * 540.46, rel=0.01)


def test_with_everything_known_the_range_is_the_answer():
    known = dict(SELF_PAY_KNOWN, iop_price_per_day_usd=351)
    result = comparison(**known)
    for pathway, spread in spreads(result).items():
        likely = result.options[pathway].patient_usd.likely
        assert (spread.drawn.low, spread.drawn.high) == (likely, likely)
        assert (spread.extremes.low, spread.extremes.high) == (likely, likely)


def test_the_range_lies_within_the_extremes_and_is_the_same_every_time():
    result = comparison(start_date="2026-11-30")
    first, again = spreads(result), spreads(result)
    assert first == again
    for spread in first.values():
        assert spread.extremes.low <= spread.drawn.low <= spread.drawn.likely
        assert spread.drawn.likely <= spread.drawn.high <= spread.extremes.high


@pytest.mark.parametrize(
    ("start_date", "plan_year_start"),
    [
        ("2026-11-30", "01-01"),
        # It begins in week 10, which the longest programs reach and the likely ones do not.
        ("2027-01-25", "04-01"),
        # A Saturday; the first visit is in the new plan year, and what was paid in the old is over.
        ("2027-01-30", "02-01"),
        # The plan year of a university.
        ("2027-08-16", "09-20"),
    ],
)
@pytest.mark.parametrize(
    "days",
    [
        {},
        {"iop_weekdays": "mon_wed_fri", "therapy_weekdays": "fri", "closed_on_holidays": "yes"},
        {
            "closed_on_holidays": "yes",
            "therapy_when_closed": "at_end",
            "iop_when_closed": "left_out",
        },
    ],
)
@pytest.mark.parametrize("third", ["step_down", "step_up"])
def test_each_draw_is_the_bill_the_model_works_out_for_it(third, days, start_date, plan_year_start):
    """The array form of the simulation against compare(), draw by draw, over a plan year's end."""
    asked = scenario(
        start_date=start_date,
        plan_year_start=plan_year_start,
        oop_met_usd=300,
        deductible_met_usd=200,
        third_path=third,
        **days,
    )
    draws = draw(asked, unknown(asked), 40)
    costs = {pathway: simulated_usd(pathway, draws) for pathway in pathways(asked)}
    for number in range(draws.count):
        values = {field: float(column[number]) for field, column in draws.drawn.items()}
        one = compare(with_values(asked, values))
        for pathway, option in one.options.items():
            assert costs[pathway][number] == pytest.approx(option.patient_usd.likely, abs=0.005)


def test_what_the_answer_says_to_ask_first_is_asked_first():
    start = scenario()
    asked = questions.questions(start, swings(start))
    assert f"“{asked[0].text}”" in main_assumption(start)
    assert "The first one narrows your costs most" in questions.lead(start, asked)
    assert "“Up to” is the most that one bill likely changes" in questions.lead(start, asked)
    known = scenario(deductible_usd=500)
    told = questions.lead(known, questions.questions(known, swings(known)))
    assert "The first one" not in told


def test_the_terms_of_a_plan_that_may_be_any_are_named_in_a_word_and_those_of_one_each():
    told = [
        unknown_caption(each, spreads(each))
        for each in (comparison(), comparison(deductible_usd=500, oop_max_usd=4000))
    ]
    both_prices = "Not known yet: “Price of one session”, “Price of one program day”, "
    assert f"{both_prices}the terms of your plan. For these" in told[0]
    assert f"{both_prices}“Share your plan pays”, " in told[1]


def test_where_nothing_is_owed_under_any_plan_nothing_is_to_be_asked_first():
    free = scenario(therapy_price_usd=0, iop_price_per_day_usd=0)
    assert main_assumption(free) == "Plan unknown. At these prices it changes nothing."
    assert "Ask first" in main_assumption(scenario(therapy_price_usd=0))


def test_the_number_of_draws_is_data_and_so_is_what_is_drawn():
    """Prices and the plan's terms, yes or no too, and not how much care a person chooses."""
    assert catalog().figures["simulation_draws"].value == 5000
    assert set(unknown(scenario()).fields) == {
        "therapy_price_usd",
        "iop_price_per_day_usd",
        "deductible_usd",
        "oop_max_usd",
        "plan_pays_percent",
        "therapy_copay_usd",
        "therapy_deductible_applies",
        "iop_copay_per_day_usd",
        "iop_deductible_applies",
    }


def test_out_of_network_a_plan_that_allows_less_leaves_more_to_pay():
    """A $600 day, 21% is yours: $114 allowed leaves $486 + $23.94, $600 allowed $126."""
    asked = {"network": "oon", "iop_charge_per_day_usd": 600, "deductible_usd": 100, "iop_weeks": 4}
    known = {"oop_max_applies": "no", "iop_deductible_applies": "no", "plan_pays_percent": 79}
    known["iop_copay_per_day_usd"] = 0
    extremes = spreads(comparison(**asked, **known))["iop"].extremes
    assert extremes.low == 12 * 126
    assert extremes.high == 12 * 509.94


def test_the_share_is_not_drawn_where_both_options_have_a_copayment():
    of_one = {"iop_copay_per_day_usd": 50}
    assert "plan_pays_percent" in unknown(scenario(**of_one)).fields
    assert "plan_pays_percent" not in unknown(scenario(**of_one, therapy_copay_usd=30)).fields


def test_the_cheapest_end_is_below_every_draw():
    result = comparison(therapy_hours_per_week=2, therapy_session_minutes=45)
    for spread in spreads(result).values():
        assert spread.extremes.low <= spread.drawn.low


@pytest.mark.parametrize("own", [{}, {"therapy_copay_usd": 15}, {"therapy_price_usd": 90}])
def test_a_plan_with_numbers_of_ones_own_is_asked_as_the_plan_it_is(own):
    asked = questions.general(scenario(plan="masshealth", **own))
    assert "Do this therapist and this program take MassHealth?" in asked


def test_the_least_and_the_most_are_told_of_a_third_way_too():
    """Two options alone were named behind "of all we tried"."""
    asked = compare(scenario(third_path="step_down"))
    found = spreads(asked)
    least_and_most = between(found["step_down"].extremes)
    assert least_and_most != between(found["step_down"].drawn)
    assert f"IOP, then therapy: {least_and_most}." in unknown_caption(asked, found)


def test_of_a_third_way_each_price_has_its_own_end():
    """Out of network a plan that allows less for a $200 session leaves more to pay, and a day that
    costs less leaves less: 8 x ($41.98 + 20% of $158.02, $31.60) + 12 x 20% of $114, $22.80; and
    8 x ($86.42 + 20% of $113.58, $22.72) + 12 x 20% of $600, $120."""
    asked = {"network": "oon", "therapy_charge_usd": 200, "iop_weeks": 4, "deductible_usd": 0}
    share = {"plan_pays_percent": 80, "oop_max_applies": "no"}
    copays = {"therapy_copay_usd": 0, "iop_copay_per_day_usd": 0}
    result = comparison(**asked, **share, **copays, third_path="step_down")
    extremes = spreads(result)["step_down"].extremes
    assert (extremes.low, extremes.high) == (862.24, 2313.12)


def test_a_deductible_before_a_copayment_is_asked_among_what_few_plans_have():
    """With a copayment of $20 for therapy, no plan we know of has its deductible first there."""
    fields = {
        copay: [each.field for each in questions.questions(own, swings(own))]
        for copay, own in (("open", scenario()), (20, scenario(therapy_copay_usd=20)))
    }
    asked = "therapy_deductible_applies"
    assert fields["open"].index(asked) < fields["open"].index("therapy_price_usd")
    # Its $1,813 would stand before the $1,596 of the same question on the program.
    assert fields[20].index(asked) > fields[20].index("iop_deductible_applies")


def test_a_deductible_before_a_known_copayment_is_no_range_and_may_be_the_most():
    """18 x $40 in all plans we know of. With the $1,000 first, and $125 a visit: 8 x $125, then
    10 x $40. Of the program 24 x $75, or 3 x $300, then $100 and $75, and 20 x $75."""
    prices = {"therapy_price_usd": 125, "iop_price_per_day_usd": 300, "deductible_usd": 1000}
    own = compare(scenario(**prices, therapy_copay_usd=40, iop_copay_per_day_usd=75))
    therapy, program = (spreads(own)[care] for care in ("therapy", "iop"))
    assert (therapy.drawn.low, therapy.drawn.high) == (720, 720)
    assert (therapy.extremes.low, therapy.extremes.high) == (720, 1400)
    assert (program.extremes.low, program.extremes.high) == (1800, 2575)


def test_a_term_that_hardly_any_plan_has_is_asked_last():
    """A share on top of a copayment: one published example is all we know of."""
    asked = [each.field for each in questions.questions(scenario(), swings(scenario()))]
    assert asked[-1] == "therapy_share_too"


def test_what_is_known_of_the_plan_says_what_else_it_may_have():
    """A deductible below the least that the law calls high is none of those, so that a copayment
    or a share is asked for therapy; of a high-deductible plan therapy meets the deductible."""
    low, high = scenario(deductible_usd=500), scenario(plan="high_deductible")
    assert spreads(compare(low))["therapy"].drawn.high < 1000
    assert spreads(compare(high))["therapy"].drawn.low > 1700


def test_a_plan_nobody_has_heard_of_is_worked_out_all_the_same():
    """A copayment that no plan we know of has, and a deductible above its maximum."""
    rare = scenario(iop_copay_per_day_usd=900, deductible_usd=15000, oop_max_usd=500)
    for spread in spreads(compare(rare)).values():
        assert spread.drawn.low <= spread.drawn.high
