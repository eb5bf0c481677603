"""A price that a person or their plan gave is held as theirs, also where it is one of ours."""

from urllib.parse import urlencode

import pytest
from giving import changed, given_by, opened, typed
from scenarios import TODAY, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.inputs.changes import after_answer, under_other_plan
from carechoice.inputs.handed_on.link import freeze, open_file
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.language.formats import approximate_money

# Prices that stand in some list, given in network, and prices that stand in none.
LISTED = [
    ("iop_price_per_day_usd", "350"),
    ("iop_price_per_day_usd", "319.38"),
    ("iop_price_per_day_usd", "255"),
    ("therapy_price_usd", "150"),
    ("therapy_price_usd", "167"),
    ("therapy_price_usd", "98.81"),
    ("therapy_price_usd", "130.23"),
]
OWN = [("iop_price_per_day_usd", "349"), ("therapy_price_usd", "151")]


def cost(given, care="iop"):
    """What is paid with these numbers, "about" where the price is none of the person's."""
    option = compare(given).options[care]
    return approximate_money(option.patient_total_usd, is_known=option.price_usd.is_known)


def test_a_price_that_stands_in_another_list_is_known_where_a_person_gave_it():
    """15 days of $350 in 2026 are 5,250: 1,886 and a fifth of 3,364. 9 days in 2027 are 3,150:
    1,886 and a fifth of 1,264. Together $4,697.60."""
    given = opened("iop_price_per_day_usd=350&start_date=2026-11-30")
    assert cost(given) == "$4,698"
    assert standing("iop_price_per_day_usd", given) == "yours"
    beside = opened("iop_price_per_day_usd=349&start_date=2026-11-30")
    assert standing("iop_price_per_day_usd", beside) == "yours"


def test_a_price_in_a_link_is_known_also_where_the_plan_in_the_link_lists_it():
    """Medicare allows $319.38 a day. The first of 15 days in 2026: $283 and a fifth of 36.38,
    $7.28; then 14 times a fifth, $63.88. In 2027 the same and 8 times $63.88. Together $1,985.92.
    """
    link = "plan=medicare&start_date=2026-11-30"
    assert cost(opened(link)) == "about $1,986"
    given = opened(f"{link}&iop_price_per_day_usd=319.38")
    assert cost(given) == "$1,986"
    assert given.plan.key == "medicare"
    assert standing("iop_price_per_day_usd", given) == "yours"
    assert standing("therapy_price_usd", given) == "start"


def test_the_starting_price_stays_a_starting_value():
    start = opened("start_date=2026-11-30")
    assert cost(start) == "about $4,242"
    assert standing("iop_price_per_day_usd", start) == "start"


def test_a_confirmed_price_is_known_also_where_it_equals_the_lists():
    """15 days of $255 in 2026 are 3,825: 1,886 and a fifth of 1,939. 9 days in 2027 are 2,295:
    1,886 and a fifth of 409. Together $4,241.60."""
    given = opened("confirmed=iop_price_per_day_usd:2026-11-20&start_date=2026-11-30")
    assert cost(given) == "$4,242"
    assert standing("iop_price_per_day_usd", given) == "confirmed"


@pytest.mark.parametrize(("field", "text"), [*LISTED, *OWN])
@pytest.mark.parametrize("way", ["typed", "link"])
def test_a_price_a_person_gave_moves_with_nothing_else(field, text, way):
    given = typed(field, text) if way == "typed" else opened(f"{field}={text}")
    price = float(text)
    steps = [
        ("network", "oon"),
        ("network", "self_pay"),
        ("therapy_session_minutes", 45),
        ("therapy_session_minutes", 30),
        ("deductible_usd", 500.0),
        ("network", "in"),
        ("therapy_session_minutes", 60),
    ]
    for step in steps:
        given = changed(given, *step)
        assert given.value(field) == price, step
        assert standing(field, given) == "yours", step
        spread = compare(given).options[catalog().inputs.care_of_price[field]].price_usd
        assert spread.low == spread.likely == spread.high == price
    for plan in ("employer", "high_deductible", "medicare", "masshealth", "none"):
        other = under_other_plan(changed(given, "other_plan", plan))
        assert other.value(field) == price, plan


@pytest.mark.parametrize(("field", "text"), LISTED)
def test_a_price_a_person_gave_stays_theirs_in_every_form(field, text):
    given = changed(typed(field, text), "network", "self_pay")
    frozen = freeze(given, TODAY)
    for again in (
        opened(urlencode(given.to_short_query())),
        opened(urlencode(frozen.to_query())),
        open_file(frozen.to_json().encode(), today=TODAY).scenario,
        Scenario.from_values(given.to_values(), today=TODAY),
    ):
        assert again == given
        assert standing(field, again) == "yours"


def test_a_price_of_ours_still_follows_the_length_and_the_way_of_paying():
    start = scenario()
    assert changed(start, "therapy_session_minutes", 45).therapy.price_usd == 98.81
    alone = changed(start, "network", "self_pay")
    assert (alone.therapy.price_usd, alone.iop.price_per_day_usd) == (150, 350)
    assert {standing(field, alone) for field in catalog().inputs.care_of_price} == {"start"}
    assert given_by(alone) == ("plan", "network")
    back = changed(alone, "network", "in")
    assert (back.therapy.price_usd, back.iop.price_per_day_usd) == (130.23, 255)


def test_a_price_confirmed_for_one_length_of_session_is_only_said_for_another():
    """A plan that allows $130.23 for an hour has said nothing of 45 minutes."""
    asked = opened("confirmed=therapy_price_usd:2026-11-20|deductible_usd:2026-11-20")
    assert standing("therapy_price_usd", asked) == "confirmed"
    shorter = changed(asked, "therapy_session_minutes", 45)
    assert standing("therapy_price_usd", shorter) == "yours"
    assert shorter.therapy.price_usd == 130.23
    assert standing("deductible_usd", shorter) == "confirmed"
    again = Scenario.holding(after_answer(shorter.to_values(), "therapy_price_usd", TODAY))
    assert standing("therapy_price_usd", again) == "confirmed"
