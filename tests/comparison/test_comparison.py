"""The comparison for the example plans, every total worked by hand.

Therapy: 18 visits at $130.23 = $2,344.14. IOP: 24 days at $255 = $6,120. All visits from
January 4, 2027 on, inside one plan year, unless a test says otherwise.
"""

from datetime import date

import pytest
from scenarios import comparison

from carechoice.comparison.plain_values import plain_values
from carechoice.comparison.visits.care_days import week_starts


def patient(result):
    return tuple(result.options[pathway].patient_usd.likely for pathway in ("therapy", "iop"))


def test_employer_plan_therapy_is_18_copayments_of_27():
    assert patient(comparison())[0] == 486


def test_employer_plan_iop_is_the_deductible_and_a_fifth_of_the_rest():
    # 1,886 + 20 % of (6,120 - 1,886).
    assert patient(comparison())[1] == 2732.80


def test_high_deductible_plan_rounds_each_claim():
    # 13 visits = 1,692.99; the 14th: 57.01 + 14.64; four more at 26.05.
    assert patient(comparison(plan="high_deductible")) == (1868.84, 2624)


def test_medicare_is_its_deductible_and_a_fifth_of_the_rest_without_a_cap():
    # 283 + 20 % of (18 x 167 - 283); 283 + 20 % of (24 x 319.38 - 283), cents per claim.
    therapy, iop = patient(comparison(plan="medicare"))
    assert therapy == 827.60
    assert iop == pytest.approx(283 + 0.2 * (24 * 319.38 - 283), abs=0.24)


def test_masshealth_costs_the_patient_nothing():
    assert patient(comparison(plan="masshealth")) == (0, 0)


def test_without_insurance_the_patient_pays_the_fee():
    result = comparison(plan="none")
    assert patient(result) == (18 * 150, 24 * 350)
    assert all(option.plan_usd == 0 for option in result.options.values())


# A plan of which every term is told.
ALL_TOLD = {
    "plan_pays_percent": 80,
    "deductible_usd": 1886,
    "oop_max_usd": 4000,
    "therapy_copay_usd": 27,
    "therapy_deductible_applies": "no",
    "iop_copay_per_day_usd": 0,
    "iop_deductible_applies": "yes",
}


def test_the_range_is_over_prices_once_all_of_the_plan_is_known():
    """A tenth of the prices lie below 114 + sqrt(0.1 x 486 x 141) = 196.78 a day, for which 24 days
    come to $1,886 and 20% of $2,836.72; a tenth above 600 - sqrt(0.1 x 486 x 345) = 470.51: $1,886
    and 20% of $9,406.24."""
    spread = comparison(**ALL_TOLD).options["iop"].patient_usd
    assert spread.likely == 2732.80
    assert spread.low == pytest.approx(1886 + 0.2 * 2836.72, rel=0.01)
    assert spread.high == pytest.approx(1886 + 0.2 * 9406.24, rel=0.01)


def test_a_copayment_is_the_same_at_any_price():
    spread = comparison(**ALL_TOLD).options["therapy"].patient_usd
    assert spread.low == spread.likely == spread.high == 486


def test_the_range_is_over_real_plans_while_the_plan_is_not_known():
    """A deductible that comes first for therapy: 18 sessions in full are $2,344.14."""
    spread = comparison().options["therapy"].patient_usd
    assert spread.likely == 486
    assert spread.high > 2300


def test_a_price_the_person_gave_has_no_range():
    spread = comparison(plan="none", therapy_price_usd=140).options["therapy"].patient_usd
    assert spread.low == spread.likely == spread.high == 18 * 140


def test_a_listed_price_keeps_its_range_when_another_term_is_changed():
    """A changed deductible makes the plan the person's own; the price is still Medicare's list."""
    spread = comparison(plan="medicare", deductible_usd=300).options["therapy"].price_usd
    assert (spread.low, spread.likely, spread.high) == (125.25, 167, 179.88)


def test_a_course_across_the_new_plan_year_pays_the_deductible_again():
    option = comparison(start_date="2026-11-30").options["iop"]
    # 15 days in 2026: 1,886 + 20 % of 1,939. 9 days in 2027: 1,886 + 20 % of 409.
    assert option.patient_usd.likely == 4241.60
    assert option.plan_year_restarts == date(2027, 1, 1)


def test_a_course_inside_the_plan_year_has_no_restart():
    assert comparison().options["iop"].plan_year_restarts is None


def test_a_plan_year_from_february_restarts_inside_a_january_course():
    result = comparison(plan_year_start="02-01")
    assert result.options["iop"].plan_year_restarts == date(2027, 2, 1)


def test_a_university_plan_year_from_september_20_restarts_inside_the_course():
    """15 program days of $255 until September 17 and 9 from the 20th on, 20% after $1,000.

    Old year: 1,000 + 20% of 2,825 = 1,565. New year: 1,000 + 20% of 1,295 = 1,259.
    """
    terms = {"deductible_usd": 1000, "oop_max_usd": 4000, "iop_copay_per_day_usd": 0}
    begun = {**terms, "start_date": "2027-08-16"}
    option = comparison(**begun, plan_year_start="09-20").options["iop"]
    assert option.plan_year_restarts == date(2027, 9, 20)
    assert option.patient_usd.likely == 1565 + 1259
    assert comparison(**begun).options["iop"].patient_usd.likely == 1000 + 0.2 * 5120


def test_what_was_met_lowers_the_bill():
    # 886 of the deductible are left, and 3,000 of the maximum: 886 + 20 % of 5,234 = 1,932.80.
    met = {"deductible_met_usd": 1000, "oop_met_usd": 1000}
    assert comparison(**met).options["iop"].patient_usd.likely == 1932.80


def test_an_iop_copayment_takes_the_place_of_the_share():
    terms = {"iop_copay_per_day_usd": 50, "iop_deductible_applies": "false"}
    assert comparison(**terms).options["iop"].patient_usd.likely == 24 * 50


def test_the_share_moves_therapy_too_when_there_is_no_copayment():
    terms = {"therapy_copay_usd": 0, "therapy_price_usd": 100, "plan_pays_percent": 70}
    assert comparison(**terms).options["therapy"].patient_usd.likely == 18 * 30


def test_totals_of_an_option_add_up_from_the_ledger():
    result = comparison()
    for pathway, option in result.options.items():
        lines = [line for line in result.ledger if line.pathway == pathway]
        assert option.total_hours == sum(line.hours for line in lines)
        assert option.total_price_usd == pytest.approx(sum(line.price_usd for line in lines))
        paid = option.patient_usd.likely + option.plan_usd
        assert paid == pytest.approx(option.total_price_usd)


@pytest.mark.parametrize(
    "inputs",
    [
        {"network": "self_pay"},
        {"iop_network": "self_pay"},
        {"therapy_not_covered": "true"},
        {"network": "oon", "therapy_charge_usd": 200},
        {"iop_penalty_percent": 50},
    ],
)
def test_what_the_patient_pays_for_a_visit_is_the_sum_of_its_parts(inputs):
    """Without a plan, as with one that does not cover a visit, all of it is not covered."""
    for line in comparison(**inputs).ledger:
        terms = line.deductible_usd + line.copay_usd + line.coinsurance_usd
        beside = line.balance_usd + line.not_covered_usd + line.penalty_usd
        assert line.patient_usd == pytest.approx(terms + beside)


def test_key_facts_of_the_default_course():
    therapy, iop = comparison().options.values()
    assert (therapy.visits, therapy.weeks, therapy.total_hours) == (18, 18, 18)
    assert (iop.visits, iop.weeks, iop.total_hours) == (24, 8, 72)
    assert (therapy.last_day, iop.last_day) == (date(2027, 5, 3), date(2027, 2, 25))
    assert (therapy.level.key, iop.level.key) == ("outpatient", "iop")


def test_hours_by_week_sum_to_the_total_hours():
    option = comparison(therapy_hours_per_week=0.5).options["therapy"]
    assert option.hours_by_week[:4] == (1, 0, 1, 0)
    assert sum(option.hours_by_week) == option.total_hours


def test_week_starts_are_seven_days_apart():
    starts = week_starts(comparison().scenario.start_date, 8)
    assert starts[0] == date(2027, 1, 4)
    assert starts[-1] == date(2027, 2, 22)
    assert len(starts) == 8


def test_the_comparison_as_plain_values_has_scenario_options_and_ledger():
    plain = plain_values(comparison())
    assert plain["scenario"]["plan"] == "employer"
    assert plain["options"]["iop"]["level"] == "iop"
    assert plain["options"]["therapy"]["patient_usd"]["likely"] == 486
    assert len(plain["ledger"]) == 18 + 24


@pytest.mark.parametrize("name", ["patient_usd", "plan_likely_usd", "total_likely_usd"])
def test_the_plain_values_have_both_ends_of_what_is_not_known(name):
    """At the start no plan and no price is known."""
    for option in plain_values(comparison())["options"].values():
        assert option[name]["low"] < option[name]["high"]


@pytest.mark.parametrize("inputs", [{}, {"plan": "none"}, {"network": "oon"}])
def test_the_ends_of_a_range_have_no_parts_of_a_cent(inputs):
    """They lie between two of the draws, such as at $2,434.518."""
    options = comparison(**inputs, third_path="step_down").options.values()
    ranges = [each for option in options for each in (option.patient_usd, option.plan_likely_usd)]
    ends = [end for each in ranges for end in (each.low, each.high)]
    assert ends == [round(end, 2) for end in ends]
