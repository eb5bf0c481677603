"""What is not known: ranges, extremes, what moves the answer. Figures worked by hand."""

import pytest
from scenarios import ALL_KNOWN, TODAY, comparison, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare, pathways
from carechoice.comparison.main_assumption import main_assumption
from carechoice.comparison.not_known import unknown
from carechoice.comparison.simulation import draw, simulated_usd, with_values
from carechoice.comparison.words import between
from carechoice.inputs.changes import after_answer, after_change
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing, usual_range
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.facts import spreads
from carechoice.topics.unknown.swing import Span, Swing
from carechoice.topics.unknown.swing_words import swing_caption, swing_ends
from carechoice.topics.unknown.swings import swings
from carechoice.topics.unknown.words import unknown_caption

SELF_PAY_KNOWN = {
    "plan": "none",
    "therapy_sessions": 10,
    "iop_weeks": 6,
    "therapy_price_usd": 151,
}


def swing(field, **inputs):
    return next(each for each in swings(scenario(**inputs)) if each.field == field)


def alone(field, **inputs):
    """What a number moves where every other one is known: by one amount and no range."""
    known = {name: value for name, value in ALL_KNOWN.items() if name != field}
    return swing(field, **known | inputs)


def by(usd):
    return Span(usd, usd)


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


def test_the_deductible_moves_the_gap_by_what_the_iop_costs_more():
    """$0: 24 days at $51 are $1,224. $4,000: the maximum is as much, and no more is paid. Therapy
    has a copayment."""
    found = alone("deductible_usd")
    assert (found.low, found.high) == (0, 4000)
    assert found.patient_usd == {"therapy": by(0), "iop": by(4000 - 1224)}
    assert found.gap_usd == found.stake_usd == by(2776)


def test_the_share_is_tried_from_half_to_all_that_the_deductible_leaves():
    """24 days at $255 are $6,120. Half of what a deductible of $1,886 leaves, $4,234, is $2,117
    more, of which the maximum leaves $2,114: $4,000. Where the plan pays all of it, $1,886."""
    found = alone("plan_pays_percent")
    assert (found.low, found.high) == (50, 100)
    assert found.patient_usd == {"therapy": by(0), "iop": by(4000 - 1886)}
    known = {name: value for name, value in ALL_KNOWN.items() if name != "plan_pays_percent"}
    asked = scenario(**known)
    told = [questions.told(each) for each in questions.questions(asked, swings(asked))]
    question = "Once my deductible is met, what share does the plan pay?"
    assert f"**{question}** Up to $2,114 of a bill depends on it." in told


def test_what_a_number_moves_is_a_range_over_what_the_others_may_be():
    """Of 10 sessions at a price between $100 and $250, likeliest $150, and 8 to 26 of them: 18
    times the price, which is below $127.39 or above $211.27 in a tenth of all."""
    found = swing("therapy_sessions", plan="none")
    assert (found.low, found.high) == (8, 26)
    assert found.patient_usd["iop"] == by(0)
    assert found.patient_usd["therapy"] == pytest.approx((18 * 127.39, 18 * 211.27), rel=0.04)
    assert found.gap_usd == found.patient_usd["therapy"]


def test_each_number_is_moved_in_plans_that_the_persons_may_be():
    """A deductible of $500 that is known leaves at most $500 to be moved by what was paid of it,
    where every other term is as in many plans."""
    found = swing("deductible_met_usd", deductible_usd=500)
    assert (found.low, found.high) == (0, 500)
    assert found.stake_usd.high_usd == 500
    low, high = swing("therapy_sessions").patient_usd["therapy"]
    assert low < high


def test_of_a_limit_that_is_not_known_nothing_or_all_of_it_may_be_paid():
    found = swing("deductible_met_usd")
    assert (found.low, found.high) == (0, None)
    ends = swing_ends(found)
    assert (ends["low"], ends["high"]) == ("$0", "all of it")


def test_of_what_the_others_are_is_said_with_what_moves_the_answer():
    alone_told = "Each number moves alone, and all others stay as they are here."
    in_tries = "Each number moves alone, in many mixes of all the others."
    start, known = scenario(), scenario(**ALL_KNOWN)
    assert in_tries in swing_caption(swings(start), start)
    assert alone_told in swing_caption(swings(known), known)


def test_what_the_answer_says_to_ask_first_is_asked_first():
    start = scenario()
    asked = questions.questions(start, swings(start))
    assert f"“{asked[0].text}”" in main_assumption(start)
    assert "The first one narrows your costs most." in questions.lead(start, asked)
    known = scenario(deductible_usd=500)
    told = questions.lead(known, questions.questions(known, swings(known)))
    assert "The first one" not in told


def test_a_yes_or_no_that_is_not_known_is_tried_both_ways():
    found = alone("therapy_deductible_applies")
    assert (found.low, found.high) == (False, True)
    # 14 sessions at $130.23 are $1,823.22; of the 15th $62.78, then the $27 copayment, and 3 more:
    # $1,994 and not $486.
    assert found.patient_usd["therapy"] == by(1994 - 486)


def test_a_shorter_session_takes_its_own_price():
    """Half as long and as many: where the copayment is known it stays, so the cost stays. Without
    a plan it is half the price, which is below $127.39 or above $211.27 in a tenth of all."""
    copays = {"therapy_copay_usd": 27, "therapy_deductible_applies": "no", "oop_max_usd": 4000}
    fields = [each.field for each in swings(scenario(**copays))]
    assert "therapy_session_minutes" not in fields
    found = swing("therapy_session_minutes", plan="none")
    assert found.patient_usd["therapy"] == pytest.approx((9 * 127.39, 9 * 211.27), rel=0.04)


def test_the_most_dollars_come_first_and_what_is_known_does_not_appear():
    found = swings(scenario(deductible_usd=500))
    moves = [each.gap_usd.high_usd for each in found]
    assert moves == sorted(moves, reverse=True)
    assert "deductible_usd" not in [each.field for each in found]


def test_the_plan_year_is_tried_at_its_cheapest_and_its_dearest_start():
    found = alone("plan_year_start", start_date="2026-11-30")
    # January 1 brings a second deductible, $4,242; a year from February 1 does not, $2,733.
    assert found.high == "01-01"
    assert found.patient_usd["iop"] == by(4242 - 2733)


def test_up_to_so_many_dollars_is_the_most_that_one_bill_can_move_by():
    """30 weekly sessions of $100, a deductible of $1,000 and 20% after it.

    In one plan year that is 1,000 + 20 x 20 = $1,400. A new year from the 11th to the 21st session
    on takes a second deductible: 2 x 1,000 + 10 x 20 = $2,200. The year that moves the gap to the
    program most is another one, and so is the one that moves both bills together most.
    """
    asked = {"start_date": "2026-11-30", "therapy_sessions": 30, "therapy_copay_usd": 0}
    terms = {"therapy_deductible_applies": "yes", "deductible_usd": 1000, "oop_max_applies": "no"}
    prices = {"therapy_price_usd": 100, "iop_price_per_day_usd": 100, "plan_pays_percent": 80}
    program = {"iop_copay_per_day_usd": 0, "iop_deductible_applies": "yes"}
    given = scenario(**asked, **terms, **prices, **program)
    told = [questions.told(each) for each in questions.questions(given, swings(given))]
    assert "**On what day does my plan year start?** Up to $800 of a bill depends on it." in told


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


def test_what_went_to_the_deductible_also_went_toward_the_maximum():
    """$1,886 of a maximum of $2,000 paid leave $114; with nothing paid all $2,000 are due."""
    found = alone("deductible_met_usd", oop_max_usd=2000)
    assert found.patient_usd["iop"] == by(2000 - 114)


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


@pytest.mark.parametrize(
    ("field", "beginning"),
    [
        ("oop_max_applies", "An out-of-pocket maximum matters most: from No to Yes, "),
        ("plan_year_start", "The start of the plan year matters most: from January 1 to July 1, "),
        ("iop_deductible_applies", "Deductible for the IOP matters most: from No to Yes, "),
        (
            "therapy_share_of_rest",
            "For therapy, a share of what the copayment leaves matters most: from No to ",
        ),
        (
            "iop_share_of_rest",
            "For the IOP, a share of what the copayment leaves matters most: from No to ",
        ),
    ],
)
def test_an_input_with_an_answer_of_its_own_is_named_by_what_it_is_about(field, beginning):
    ends = {"plan_year_start": ("01-01", "07-01")}.get(field, (False, True))
    costs = {"therapy": by(0), "iop": by(200)}
    moved = Swing(field, *ends, patient_usd=costs, gap_usd=by(200), stake_usd=by(200))
    assert swing_caption([moved], scenario()).startswith(beginning)


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


def test_what_a_bill_can_move_by_is_told_apart_from_what_the_gap_can():
    """From November 30 the maximum of $4,000 paid in full leaves the nine days of the next plan
    year, $1,886 and 20% of $409, of $4,241.60: $2,273.80 less. Therapy has 5 copayments of $27 in
    the old year, $135, so that the gap moves by $2,138.80."""
    begun = scenario(start_date="2026-11-30", **ALL_KNOWN)
    found = swings(begun)
    (paid,) = (each for each in found if each.field == "oop_met_usd")
    assert (paid.stake_usd, paid.gap_usd) == (by(4242 - 1968), by(4242 - 1968 - (486 - 351)))
    told = questions.lead(begun, questions.questions(begun, found))
    assert "“Up to” says how much one bill changes at most if this one number does." in told


def test_the_copayment_of_the_program_is_asked():
    """24 days at $200 reach the maximum of $4,000; at the share and the deductible they cost
    $2,732.80."""
    assert alone("iop_copay_per_day_usd").stake_usd == by(4000 - 2733)
    asked = {each.field: each for each in questions.questions(scenario(), swings(scenario()))}
    assert asked["iop_copay_per_day_usd"].stake_usd.high_usd > 0


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
