"""What the person reads, for figures worked by hand in test_comparison."""

from datetime import date

import pytest
from scenarios import ALL_KNOWN, comparison, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison import words
from carechoice.comparison.plan import words as plan_words
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.side_by_side.features import week_in
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.language.everywhere import footer, review_overdue
from carechoice.language.formats import day
from carechoice.topics.dashboard import captions
from carechoice.topics.sources import method


def test_the_answer_gives_the_same_facts_for_both_options():
    answer = words.answer(comparison())
    assert answer["therapy"] == (
        "**Therapy** takes **1 hour a week** until May 3, 2027 and costs you "
        "**likely $486 to $2,393**."
    )
    assert answer["iop"] == (
        "An **IOP** takes **9 hours a week** "
        "until February 25, 2027 and costs you **likely $1,460 to $4,666**."
    )


def test_once_something_is_known_of_the_plan_the_answer_says_about_how_much():
    """$800 and 20% of $5,320."""
    told = words.answer(comparison(deductible_usd=800))["iop"]
    assert "costs you **about $1,864 (likely $" in told


def test_a_copay_of_a_card_is_about_what_is_paid_until_it_is_said_whether_the_deductible_is_first():
    """18 visits of $35 are $630; with $1,500 first they would be more, though few plans have it."""
    card = {"plan": "own", "deductible_usd": 1500, "therapy_copay_usd": 35}
    before = comparison(**card).options["therapy"]
    assert words.cost(before) == "about $630"
    asked = comparison(**card, therapy_deductible_applies="no").options["therapy"]
    assert words.cost(asked) == "$630"


def test_what_the_plan_pays_is_an_estimate_where_what_the_person_pays_is_one():
    """18 x ($150 - $27) of a plan that is not known, at a price that is; without a plan nothing."""
    option = comparison(therapy_price_usd=150).options["therapy"]
    assert words.cost_here(option) == "about $486"
    assert words.plan_cost(option) == "about $2,214"
    free = comparison(plan="masshealth", therapy_price_usd=150).options["therapy"]
    assert words.plan_cost(free) == "$2,700"


@pytest.mark.parametrize("terms", [{"therapy_network": "self_pay"}, {"therapy_not_covered": "yes"}])
def test_that_the_plan_pays_nothing_of_care_it_does_not_cover_is_known(terms):
    """Whatever the visit costs; the page and the note for a record say the same."""
    option = comparison(**terms).options["therapy"]
    assert words.cost_here(option).startswith("about")
    assert words.plan_cost(option) == words.plan_cost_likely(option) == "$0"


def test_that_a_plan_pays_nothing_is_about_so_where_an_open_yes_or_no_may_change_it():
    """18 x $30 are all below the deductible, and a plan that asks for none first pays a part."""
    below = {"therapy_price_usd": 30, "therapy_copay_usd": 0}
    option = comparison(**below, deductible_usd=1886, therapy_deductible_applies="yes").options
    assert words.plan_cost(option["therapy"]) == "$0"
    option = comparison(**below, therapy_deductible_applies="yes").options["therapy"]
    assert words.plan_cost(option) == words.plan_cost_likely(option) == "about $0"


def test_that_the_plan_pays_nothing_is_known_where_no_price_there_may_be_reaches_the_deductible():
    """At the highest usual prices 18 x $158.02 are $2,844.36, and 24 x $600 are $14,400."""
    known = {
        "therapy_copay_usd": 0,
        "therapy_deductible_applies": "yes",
        "iop_copay_per_day_usd": 0,
        "iop_deductible_applies": "yes",
        "plan_pays_percent": 80,
        "oop_max_applies": "no",
    }
    beyond = comparison(**known, deductible_usd=2850).options
    assert words.cost_here(beyond["therapy"]) == "about $2,344"
    assert words.plan_cost(beyond["therapy"]) == words.plan_cost_likely(beyond["therapy"]) == "$0"
    # At $255 the days are $6,120, and at $600 the plan would pay a part.
    between = comparison(**known, deductible_usd=10000).options
    assert words.plan_cost(between["iop"]) == "about $0"
    within = comparison(**known, deductible_usd=2840).options
    assert words.plan_cost(within["therapy"]) == "about $0"


@pytest.mark.parametrize(
    ("charge_usd", "total"),
    [({}, "likely $2,199 to $2,644"), ({"therapy_charge_usd": 200}, "$3,600")],
)
def test_the_total_price_is_known_once_the_charge_of_a_visit_is(charge_usd, total):
    """18 x $130.23, which the plan may allow, or 18 x $200, which the therapist bills."""
    result = comparison(network="oon", **charge_usd)
    (told,) = (row[1] for row in key_figures(result) if row[0] == "Total price")
    assert told == total
    assert words.plan_cost(result.options["therapy"]).startswith("about")


def test_what_is_not_known_of_any_plan_is_asked_first():
    asked = "“What is my deductible for mental health care?”"
    told = main_assumption(scenario())
    assert told == f"Plan unknown. We count $0 paid so far. Ask first: {asked}"
    told = main_assumption(scenario(deductible_met_usd=100))
    assert told == (
        f"Your plan is not known. This narrows costs most: {asked} "
        "We count nothing as paid so far toward: Out-of-pocket maximum."
    )


@pytest.mark.parametrize(
    ("plan", "part"),
    [
        ("employer", "Plan unknown"),
        ("none", "full fee"),
        ("masshealth", "MassHealth"),
    ],
)
def test_the_main_assumption_names_the_plan(plan, part):
    assert part in main_assumption(scenario(plan=plan))


def test_key_figures_have_a_value_for_both_options_in_every_row():
    rows = key_figures(comparison())
    assert rows[1] == ["How long", "18 weeks, to May 3, 2027", "8 weeks, to February 25, 2027"]
    assert rows[4] == ["You pay", "likely $486 to $2,393", "likely $1,460 to $4,666"]
    assert rows[3] == ["Total price", "likely $2,199 to $2,644", "likely $4,724 to $11,292"]
    assert all(all(row) for row in rows)


def test_the_time_caption_counts_the_hours():
    caption = captions.time_caption(comparison())
    assert "18 hours in all, over 18 weeks" in caption
    assert "72 hours in all, over 8 weeks" in caption


def test_the_cost_caption_says_who_pays_and_what_moves_it():
    caption = captions.cost_caption(comparison(therapy_copay_usd=27))
    assert "For therapy you pay about $486 and your plan pays about $1,858." in caption
    assert "What is not known moves what you pay. In at least 80 of 100 tries it is $" in caption


def test_under_any_plan_the_cost_caption_says_what_both_pay_as_ranges_alone():
    caption = captions.cost_caption(comparison())
    assert caption.startswith("For therapy you pay $486 to $2,393 and your plan pays $0 to $2,016.")
    assert "For the IOP you pay $1,460 to $4,666 and your plan pays $" in caption
    assert "Your plan is not known. Each range holds in at least 80 of 100 tries." in caption
    assert "about" not in caption


def test_the_cost_caption_says_when_what_is_open_mostly_does_not_matter():
    """A copayment of $50 for a program day, and $27 for a session, at any price."""
    copays = {"iop_copay_per_day_usd": 50, "therapy_copay_usd": 27, "oop_max_usd": 4000}
    at_once = {"iop_deductible_applies": "no", "therapy_deductible_applies": "no"}
    told = captions.cost_caption(comparison(**copays, **at_once))
    assert "In at least 80 of 100 tries of what is not known, you pay the same." in told


@pytest.mark.parametrize(
    "known",
    [
        ALL_KNOWN,
        ALL_KNOWN | {"third_path": "step_down"},
        ALL_KNOWN | {"network": "oon", "therapy_charge_usd": 180, "iop_charge_per_day_usd": 500},
        {"plan": "none", "therapy_charge_usd": 140, "iop_charge_per_day_usd": 400},
        {"plan": "medicare", "therapy_price_usd": 120, "iop_price_per_day_usd": 300},
        {"plan": "masshealth"},
    ],
)
def test_where_nothing_is_tried_no_sentence_speaks_of_tries(known):
    result = comparison(**known)
    for told in (captions.cost_caption(result), captions.cost_alt(result)):
        assert "tries" not in told
        assert "not known" not in told


def test_a_new_plan_year_is_said_where_it_may_cost():
    told = captions.cost_caption(comparison(start_date="2026-11-30"))
    assert "on January 1, 2027, during therapy and the IOP. Depending on your plan" in told
    assert "January 1" not in captions.cost_caption(comparison())


def test_a_new_plan_year_is_not_said_for_an_option_that_has_no_deductible():
    """From October 4 on only therapy, which has a copayment, runs past January 1."""
    known = {"plan": "own", "filled_by": "own", "oop_max_applies": "no", "therapy_copay_usd": 20}
    told = captions.cost_caption(comparison(start_date="2027-10-04", **known))
    assert "plan year" not in told


def test_a_new_plan_year_names_both_options_where_both_have_a_deductible():
    told = captions.cost_caption(comparison(plan="medicare", start_date="2026-11-30"))
    assert "during therapy and the IOP" in told


def test_without_insurance_no_plan_is_named_to_people_who_cannot_see_the_chart():
    assert "plan" not in captions.cost_alt(comparison(plan="none"))


@pytest.mark.parametrize("plan", ["masshealth", "none"])
def test_a_new_plan_year_is_not_said_where_it_costs_nothing(plan):
    assert "plan year" not in captions.cost_caption(comparison(plan=plan, start_date="2026-11-30"))


@pytest.mark.parametrize(
    ("hours", "parts"),
    [
        (8, ("is outpatient care", "less than 9 hours is not an IOP")),
        (9, ("intensive outpatient level", "which is from 9 to under 20 hours")),
        (20, ("partial hospitalization", "From 20 hours a week on")),
    ],
)
def test_the_level_caption_says_what_crossing_9_and_20_hours_means(hours, parts):
    caption = level_caption(comparison(iop_hours_per_week=hours))
    assert all(part in caption for part in parts)


def test_no_caption_recommends():
    told = " ".join((*words.answer(comparison()).values(), level_caption(comparison()))).lower()
    assert not any(word in told for word in ("recommend", "should", "better", "best", "cheaper"))


@pytest.mark.parametrize(
    ("terms", "parts"),
    [
        (
            {},
            [
                "A therapy visit: you pay a $27 copayment.",
                "A program day: you pay the full price until your deductible is met. "
                "Then your plan pays 80% and you pay 20%.",
            ],
        ),
        (
            {"therapy_deductible_applies": "true"},
            ["until your deductible is met. Then you pay a $27 copayment."],
        ),
        (
            {"therapy_copay_usd": 0, "deductible_usd": 0},
            ["A therapy visit: your plan pays 80% of the price and you pay 20%."],
        ),
        ({"iop_copay_per_day_usd": 50}, ["Then you pay a $50 copayment.", "share is not used"]),
        (
            {"plan": "masshealth"},
            ["You pay nothing for a therapy visit or a program day", "MassHealth pays its own"],
        ),
        ({"plan": "none"}, ["Without insurance you pay the full price"]),
    ],
)
def test_the_coverage_slider_says_of_what_it_is_a_share(terms, parts):
    told = " ".join(plan_words.plan_share(scenario(**terms)))
    assert all(part in told for part in parts), told


def test_a_week_says_what_could_fill_it():
    told = week_in(comparison().options["iop"])
    assert told == (
        "A week of 9 hours could be: 6 hours of group therapy, "
        "2 hours of skills and education, 1 hour of one-to-one therapy."
    )


def test_a_week_of_one_kind_of_care_says_so_at_once():
    assert week_in(comparison().options["therapy"]) == "A week of 1 hour is all one-to-one therapy."


def test_the_worked_sum_shows_the_persons_own_numbers():
    told = " ".join(method.steps(comparison()))
    assert "18 sessions x $130.23 = $2,344.14" in told
    assert "24 days x $255 = $6,120" in told
    assert "**$2,732.80** = deductible $1,886 + your share $846.80" in told


def test_the_worked_sum_without_insurance_is_the_whole_price():
    assert "You pay all of it: **$8,400**" in " ".join(method.steps(comparison(plan="none")))


def test_an_out_of_pocket_maximum_is_not_said_to_stop_what_is_charged_above_the_plans_price():
    """15 days at $255, of which $500 are owed, and $345 above that each time: $5,175 more."""
    terms = {"network": "oon", "iop_charge_per_day_usd": 600, "oop_max_usd": 500}
    course = {"iop_weeks": 5, "start_date": "2027-01-04"}
    result = comparison(**terms, **course, deductible_usd=0, iop_price_per_day_usd=255)
    assert result.options["iop"].patient_total_usd == 500 + 15 * 345
    told = " ".join(method.steps(result))
    assert "Your out-of-pocket maximum ends these payments." in told


def test_without_a_plan_no_term_of_one_is_said_to_be_drawn():
    assert "Terms of a plan that are not known" in " ".join(method.steps(comparison()))
    assert "Terms of a plan" not in " ".join(method.steps(comparison(plan="none")))


def test_numbers_past_their_review_date_are_marked():
    assert review_overdue(date(2027, 5, 31)) == ""
    assert "due to be checked by May 31, 2027" in review_overdue(date(2027, 6, 1))


def test_the_footer_names_the_datas_version_and_date():
    release = catalog().release
    checked = day(date.fromisoformat(release["data_date"].value))
    assert f"Data {release['version'].value}, checked on {checked}" in footer()[-1]
