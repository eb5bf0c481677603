"""What moves the answer: each number that is not known, by itself, in each of many plans."""

import pytest
from scenarios import ALL_KNOWN, scenario

from carechoice.topics.unknown import questions
from carechoice.topics.unknown.swing_chart import swing_chart
from carechoice.topics.unknown.swing_words import swing_caption, swing_ends
from carechoice.topics.unknown.swings import Span, Swing, swings


def swing(field, **inputs):
    return next(each for each in swings(scenario(**inputs)) if each.field == field)


def alone(field, **inputs):
    """What a number moves where every other one is known: by one amount and no range."""
    known = {name: value for name, value in ALL_KNOWN.items() if name != field}
    return swing(field, **known | inputs)


def by(usd):
    return Span(usd, usd)


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
    told = [questions.question_text(each) for each in questions.questions(asked, swings(asked))]
    question = "Once my deductible is met, what share does the plan pay?"
    assert f"**{question}** Up to $2,114 of a bill." in told


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
    told = [questions.question_text(each) for each in questions.questions(given, swings(given))]
    assert "**On what day does my plan year start?** Up to $800 of a bill." in told


def test_what_went_to_the_deductible_also_went_toward_the_maximum():
    """$1,886 of a maximum of $2,000 paid leave $114; with nothing paid all $2,000 are due."""
    found = alone("deductible_met_usd", oop_max_usd=2000)
    assert found.patient_usd["iop"] == by(2000 - 114)


@pytest.mark.parametrize(
    ("field", "beginning"),
    [
        ("oop_max_applies", "“An out-of-pocket maximum” matters most: from No to Yes, "),
        (
            "plan_year_start",
            "“The start of the plan year” matters most: from January 1 to July 1, ",
        ),
        ("iop_deductible_applies", "“Deductible for the IOP” matters most: from No to Yes, "),
        (
            "therapy_share_of_rest",
            "“For therapy, a share of what the copayment leaves” matters most: from No to ",
        ),
        (
            "iop_share_of_rest",
            "“For the IOP, a share of what the copayment leaves” matters most: from No to ",
        ),
    ],
)
def test_an_input_with_an_answer_of_its_own_is_named_by_what_it_is_about(field, beginning):
    ends = {"plan_year_start": ("01-01", "07-01")}.get(field, (False, True))
    costs = {"therapy": by(0), "iop": by(200)}
    moved = Swing(field, *ends, patient_usd=costs, gap_usd=by(200), stake_usd=by(200))
    assert swing_caption([moved], scenario()).startswith(beginning)


def test_what_a_bill_can_move_by_is_told_apart_from_what_the_gap_can():
    """From November 30 the maximum of $4,000 paid in full leaves the nine days of the next plan
    year, $1,886 and 20% of $409, of $4,241.60: $2,273.80 less. Therapy has 5 copayments of $27 in
    the old year, $135, so that the gap moves by $2,138.80."""
    begun = scenario(start_date="2026-11-30", **ALL_KNOWN)
    found = swings(begun)
    (paid,) = (each for each in found if each.field == "oop_met_usd")
    assert (paid.stake_usd, paid.gap_usd) == (by(4242 - 1968), by(4242 - 1968 - (486 - 351)))
    told = questions.lead(begun, questions.questions(begun, found))
    assert "“Up to” is the most that one bill can change with the answer." in told


def test_the_copayment_of_the_program_is_asked():
    """24 days at $200 reach the maximum of $4,000; at the share and the deductible they cost
    $2,732.80."""
    assert alone("iop_copay_per_day_usd").stake_usd == by(4000 - 2733)
    asked = {each.field: each for each in questions.questions(scenario(), swings(scenario()))}
    assert asked["iop_copay_per_day_usd"].stake_usd.high_usd > 0


def test_the_key_of_what_moves_the_answer_tells_solid_from_paler_where_a_bar_has_both():
    start, known = (
        swing_chart(swings(each), each).figure for each in (scenario(), scenario(**ALL_KNOWN))
    )
    named = [trace["name"] for trace in start["data"] if trace.get("showlegend", True)]
    assert named == ["At least", "Up to"]
    assert start["layout"]["showlegend"]
    assert not known["layout"]["showlegend"]


@pytest.mark.parametrize(
    ("known", "field", "ends"),
    [
        # A plan that pays all has a deductible, and one of $100 at least.
        (
            {"plan_pays_percent": 100, "therapy_copay_usd": 0, "iop_copay_per_day_usd": 0},
            "deductible_usd",
            (100, 4000),
        ),
        # Without a deductible it pays a share.
        ({"deductible_usd": 0}, "plan_pays_percent", (50, 80)),
        # Of a plan that pays a share it may be any, also a rare one beside what is known.
        ({"plan_pays_percent": 80}, "deductible_usd", (0, 4000)),
        ({"therapy_copay_usd": 30}, "deductible_usd", (0, 4000)),
    ],
)
def test_a_term_is_not_moved_to_nothing_where_no_plan_of_its_kind_has_none(known, field, ends):
    moved = swing(field, **known)
    assert (moved.low, moved.high) == ends
