"""Each doubt is said at the input it is about, in words that fit the room kept there."""

from datetime import date

import pytest
from scenarios import TODAY, comparison

from carechoice.catalog.in_use import catalog
from carechoice.comparison.doubts.doubt import INPUT_OF, Doubt, can_be_doubted, folded, inputs_line
from carechoice.comparison.doubts.doubts import doubts
from carechoice.inputs.scenario import OUT_OF_NETWORK

# The course of these scenarios starts on January 4, 2027.
IN_2027 = date(2027, 1, 2)
OUTSIDE = {"network": OUT_OF_NETWORK, "therapy_charge_usd": 300, "iop_charge_per_day_usd": 600}
PLACES = [
    ("plan_pays_percent", {"plan_pays_percent": 20}),
    ("plan_pays_percent", {"plan_pays_percent": 0.8}),
    ("therapy_pays_percent", {"therapy_own_share": "yes", "therapy_pays_percent": 20}),
    ("iop_pays_percent", {"iop_own_share": "yes", "iop_pays_percent": 20}),
    ("iop_pays_percent", {"iop_own_share": "yes", "iop_pays_percent": 0.2}),
    ("other_plan_pays_percent", {"other_plan": "employer", "other_plan_pays_percent": 20}),
    (
        "other_plan_pays_percent",
        {"plan": "none", "other_plan": "employer", "other_plan_pays_percent": 20},
    ),
    ("family_deductible_usd", {"family_deductible_usd": 9000, "family_oop_max_usd": 8000}),
    ("family_oop_max_usd", {"family_oop_max_usd": 25000}),
    (
        "other_net_oop_max_usd",
        {"iop_network": "in", **OUTSIDE, "oop_max_usd": 5000, "other_net_oop_max_usd": 12500},
    ),
    ("therapy_session_minutes", {"therapy_hours_per_week": 4.25, "therapy_session_minutes": 45}),
    ("iop_hours_per_week", {"iop_hours_per_week": 22}),
    ("iop_hours_per_day", {"iop_hours_per_week": 8, "iop_hours_per_day": 2}),
    ("iop_hours_per_day", {"iop_hours_per_week": 19.5, "iop_hours_per_day": 5}),
    ("iop_weekdays", {"iop_hours_per_week": 14.5, "iop_weekdays": "mon_tue_wed_thu_fri"}),
    ("therapy_weekdays", {"therapy_weekdays": "mon_tue_thu_fri"}),
    ("iop_price_per_day_usd", {"plan": "none", "iop_price_per_day_usd": 650}),
    ("iop_price_per_day_usd", {"iop_price_per_day_usd": 0}),
    ("iop_price_per_day_usd", {"network": "oon", "iop_price_per_day_usd": 1} | OUTSIDE),
    ("therapy_price_usd", {"therapy_price_usd": 0, "therapy_copay_usd": 0}),
    ("therapy_price_usd", {"therapy_price_usd": 1, "therapy_copay_usd": 1, "plan": "medicare"}),
    ("deductible_usd", {"deductible_usd": 9000}),
    ("deductible_met_usd", {"deductible_usd": 500, "deductible_met_usd": 600, "oop_met_usd": 600}),
    ("oop_max_usd", {"oop_max_usd": 12500}),
    ("oop_met_usd", {"oop_met_usd": 5000}),
    ("oop_met_usd", {"deductible_met_usd": 1500, "oop_met_usd": 1000}),
    ("therapy_copay_usd", {"therapy_copay_usd": 200}),
    ("iop_copay_per_day_usd", {"iop_copay_per_day_usd": 300}),
    ("network", OUTSIDE | {"therapy_charge_usd": 0}),
    ("therapy_charge_usd", OUTSIDE | {"therapy_charge_usd": 100}),
    ("iop_charge_per_day_usd", OUTSIDE | {"iop_charge_per_day_usd": 200}),
]
# Two lines below a slider on a phone of 360 px hold this many letters.
ROOM = 110
# What can be doubted of a main input has the one line between two sliders.
ROOM_IN_A_LINE = 52


@pytest.mark.parametrize(("field", "inputs"), PLACES)
def test_a_doubt_stands_at_the_input_that_a_person_would_look_at_again(field, inputs):
    (doubt,) = doubts(comparison(**inputs), IN_2027)
    assert doubt.field == field
    assert can_be_doubted(field)
    is_main = catalog().parameters[field].place == "main"
    assert len(doubt.sentence) <= (ROOM_IN_A_LINE if is_main else ROOM)


@pytest.mark.parametrize(("typed", "meant"), [(0.8, "80%"), (0.29, "29%"), (0.825, "82.5%")])
def test_a_share_typed_as_a_part_of_one_is_asked_about_as_such(typed, meant):
    (doubt,) = doubts(comparison(plan_pays_percent=typed), IN_2027)
    assert doubt.sentence == f"If you mean {meant} and not {typed}%, type that."


@pytest.mark.parametrize("field", ["therapy_penalty_percent", "iop_penalty_percent"])
def test_so_is_a_share_without_approval_typed_as_a_part_of_one(field):
    (doubt,) = doubts(comparison(**{field: 0.5}), IN_2027)
    assert (doubt.field, doubt.sentence) == (field, "If you mean 50% and not 0.5%, type that.")
    assert can_be_doubted(field)
    assert doubts(comparison(**{field: 50}), IN_2027) == []


def test_a_share_of_one_in_a_hundred_may_be_the_persons_own():
    (doubt,) = doubts(comparison(plan_pays_percent=1), IN_2027)
    assert doubt.sentence == "If 1% is your own share, the plan pays 99%."


def test_what_was_paid_in_an_old_plan_year_is_doubted_where_it_was_entered():
    (doubt,) = doubts(comparison(deductible_met_usd=600, oop_met_usd=600), TODAY)
    assert doubt.field == "deductible_met_usd"
    assert len(doubt.sentence) <= ROOM
    (doubt,) = doubts(comparison(oop_met_usd=600), TODAY)
    assert doubt.field == "oop_met_usd"


# A first day on January 30 with first visits on February 1, when a new plan year starts.
TOO_LATE = {"start_date": "2027-01-30", "plan_year_start": "02-01"}
PAID = [
    (
        "family_deductible_met_usd",
        {"family_deductible_usd": 4000, "family_deductible_met_usd": 3900},
    ),
    ("family_oop_met_usd", {"family_oop_max_usd": 8000, "family_oop_met_usd": 8000}),
    ("other_net_deductible_met_usd", {"iop_network": "oon", "other_net_deductible_met_usd": 500}),
    ("other_net_oop_met_usd", {"iop_network": "oon", "other_net_oop_met_usd": 500}),
    ("therapy_visits_used", {"therapy_visit_limit": 20, "therapy_visits_used": 20}),
    ("therapy_visits_used", {"therapy_first_visits": 3, "therapy_visits_used": 3}),
    ("iop_days_used", {"iop_day_limit": 30, "iop_days_used": 10}),
]


def doubted(field, today, **inputs):
    """What is said at one input."""
    found = [each for each in doubts(comparison(**inputs), today) if each.field == field]
    assert can_be_doubted(field)
    assert all(len(each.sentence) <= ROOM for each in found)
    return [each.sentence for each in found]


@pytest.mark.parametrize(("field", "paid"), PAID)
def test_what_was_paid_or_used_so_far_is_doubted_before_its_plan_year_begins(field, paid):
    """Typed in November 2026 for care from January 4, 2027 on."""
    told = " ".join(doubted(field, TODAY, **paid))
    assert told.startswith("A new plan year starts on January 1, 2027. Enter only ")
    assert "A new plan year" not in " ".join(doubted(field, IN_2027, **paid))


@pytest.mark.parametrize(("field", "paid"), PAID)
def test_what_was_paid_or_used_in_the_year_before_the_first_visit_is_not_dropped_unsaid(
    field, paid
):
    told = " ".join(doubted(field, date(2027, 1, 29), **TOO_LATE, **paid))
    assert "on February 1, 2027, a new plan year has started. So we count" in told


def test_a_familys_maximum_is_held_against_the_law_in_network_only():
    """$24,000 in 2027, and $21,200 in 2026."""
    above = ["The family’s maximum ($24,001) is above $24,000, the most the law allows in 2027."]
    assert doubted("family_oop_max_usd", IN_2027, family_oop_max_usd=24001) == above
    assert doubted("family_oop_max_usd", IN_2027, family_oop_max_usd=24000) == []
    assert doubted("family_oop_max_usd", IN_2027, family_oop_max_usd=24001, network="oon") == []
    (told,) = doubted(
        "family_oop_max_usd", TODAY, family_oop_max_usd=22000, start_date="2026-12-07"
    )
    assert "$21,200" in told


def test_a_fee_that_is_not_known_is_doubtful_where_all_it_may_be_is_far_off():
    """A day is $313.29 to $540.45 in 80 of 100: 30 days begin at $9,399, and 42 at $13,158."""
    assert doubted("iop_price_per_day_usd", IN_2027, plan="none", iop_weeks=10) == []
    assert doubted("iop_price_per_day_usd", IN_2027, plan="none", iop_weeks=14) == [
        "Your program adds up to $13,158 to $22,699. The article we started from gives $3,000 to "
        "$10,000 for a program."
    ]


def test_a_familys_deductible_is_not_above_its_maximum():
    limits = {"family_deductible_usd": 9000, "family_oop_max_usd": 8000}
    assert doubted("family_deductible_usd", IN_2027, **limits) == [
        "The family’s deductible ($9,000) is above its maximum ($8,000). Please check both."
    ]


@pytest.mark.parametrize(
    "inputs",
    [
        {"plan": "masshealth", "deductible_met_usd": 50},
        {"plan": "masshealth", "oop_met_usd": 50},
        {"plan": "medicare", "oop_met_usd": 50},
        {"deductible_usd": 0, "deductible_met_usd": 50},
        {"iop_deductible_applies": "no", "deductible_met_usd": 50},
    ],
)
def test_what_was_paid_toward_a_limit_the_plan_lacks_is_no_doubt(inputs):
    """The course begins with a new plan year, which takes nothing then."""
    assert doubts(comparison(**inputs), TODAY) == []


def test_each_doubt_has_one_input_and_no_input_is_kept_room_for_nothing():
    # The line about folded inputs is no doubt of its own.
    told = {key for key in catalog().words if key.startswith("warn.")} - {"warn.folded"}
    assert told == set(INPUT_OF)
    assert set(INPUT_OF.values()) <= set(catalog().parameters)
    assert not can_be_doubted("therapy_sessions")


def test_inputs_in_doubt_that_are_folded_away_are_named_once_each_with_their_place():
    told = [
        Doubt("deductible_usd", ""),
        Doubt("oop_met_usd", ""),
        Doubt("oop_met_usd", ""),
    ]
    assert folded("More about my plan", told) == (
        "Please check under “More about my plan”: Deductible and Out-of-pocket already paid."
    )


def test_the_inputs_fit_one_line_which_says_whether_to_look_at_them():
    scenario = comparison(therapy_sessions=1).scenario
    assert inputs_line(scenario, []) == "1 session, 8 weeks, Typical employer plan: change"
    told = [Doubt("plan_pays_percent", "")]
    assert inputs_line(scenario, told) == "1 session, 8 weeks, Typical employer plan: please check"


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        # 60 minutes in sessions of 45 are four in three weeks, which no therapist books.
        (
            {"therapy_hours_per_week": 1, "therapy_session_minutes": 45},
            ["1 hour a week is about 1.3 sessions of 45 minutes, so weeks differ. "
             "One a week is 45 minutes."],
        ),
        # Weekly, twice a week, every other week, five in four weeks, and a single session.
        ({"therapy_session_minutes": 45}, []),
        ({"therapy_hours_per_week": 1.5, "therapy_session_minutes": 45}, []),
        ({"therapy_hours_per_week": 0.5}, []),
        ({"therapy_hours_per_week": 1.25}, []),
        ({"therapy_hours_per_week": 1, "therapy_session_minutes": 45, "therapy_sessions": 1}, []),
    ],
)  # fmt: skip
def test_hours_that_are_no_whole_sessions_in_four_weeks_are_told(inputs, told):
    assert [doubt.sentence for doubt in doubts(comparison(**inputs), IN_2027)] == told


@pytest.mark.parametrize("plan", ["employer", "none"])
def test_a_first_day_in_the_past_is_said_at_it(plan):
    """A link that is opened later begins on the day it was made for; its dates are then over."""
    result = comparison(plan=plan, start_date="2027-01-04")
    assert "start_date" not in {doubt.field for doubt in doubts(result, date(2027, 1, 4))}
    told = {doubt.field: doubt.sentence for doubt in doubts(result, date(2027, 1, 5))}
    assert told["start_date"] == (
        "Your first day, January 4, 2027, has passed. Dates and bills here still begin on it."
    )


PAID = {"deductible_usd": 1500, "deductible_met_usd": 400, "oop_met_usd": 400}


@pytest.mark.parametrize(
    ("said_on", "today", "is_told"),
    [
        ("2027-01-03", date(2027, 2, 3), False),
        ("2027-01-03", date(2027, 2, 4), True),
        ("2027-01-03:eligibility:EB 4", date(2027, 2, 4), True),
    ],
)
def test_what_a_plan_said_was_paid_more_than_a_month_ago_is_doubtful(said_on, today, is_told):
    told = doubts(comparison(**PAID, confirmed=f"deductible_met_usd:{said_on}"), today)
    sentence = "This is from January 3, 2027. It may be another number by now: ask your plan again."
    expected = Doubt("deductible_met_usd", sentence)
    assert (expected in told) is is_told


def test_a_deductible_that_was_met_as_a_whole_is_not_asked_again():
    paid = PAID | {"deductible_met_usd": 1500, "oop_met_usd": 1500}
    scenario = comparison(**paid, confirmed="deductible_met_usd:2027-01-03")
    fields = [doubt.field for doubt in doubts(scenario, date(2027, 3, 4))]
    assert "deductible_met_usd" not in fields


@pytest.mark.parametrize(
    "asked",
    [
        {"therapy_price_usd": 1.01, "therapy_copay_usd": 1},
        {"plan": "none", "therapy_price_usd": 0},
        {"plan": "masshealth", "therapy_price_usd": 0},
        {"therapy_network": "self_pay", "therapy_price_usd": 0},
    ],
)
def test_a_price_of_nothing_is_doubted_only_where_a_plan_allows_it(asked):
    """Some places treat people without insurance for nothing."""
    told = [doubt.sentence for doubt in doubts(comparison(**asked), TODAY)]
    assert not any("no price at all" in sentence for sentence in told)
