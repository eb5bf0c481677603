"""Every sentence of all pages, for every plan, way of paying and extreme of an input, is true.

The sentences are read by rules that know none of them (tests/sentence_rules).
"""

from collections.abc import Iterator
from functools import cache

import pytest
from by_night import IS_NIGHT
from every_sentence import every_sentence
from scenarios import comparison, scenario
from sentence_reader import false_sentences, why_false

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.inputs.scenario import Scenario

PLANS = tuple(catalog().plans)
NETWORKS = catalog().options("network")
# From December 7, all courses but the shortest run into a new year of most plans.
START = {"start_date": "2026-12-07"}
# What no term of a plan changes is tried under one plan only.
ALIKE_FOR_ALL = ("other", "third", "week")
TOGETHER = (
    {"therapy_charge_usd": 220, "iop_charge_per_day_usd": 600},
    {"therapy_charge_usd": 100, "iop_charge_per_day_usd": 200},
    *({"iop_hours_per_week": hours} for hours in (8.75, 9, 13.5, 19, 19.5, 20)),
    {"start_date": "2027-01-30", "plan_year_start": "02-01", "deductible_met_usd": 1886,
     "oop_met_usd": 1886},
    {"therapy_session_minutes": 45, "therapy_hours_per_week": 1},
    {"therapy_weekdays": "thu", "iop_weekdays": "mon_wed_fri", "third_path": "step_down"},
    {"therapy_weekdays": "mon_thu", "iop_weekdays": "mon_tue_wed_thu_fri"},
    {"therapy_session_minutes": 45, "therapy_hours_per_week": 1.5, "therapy_weekdays": "tue_fri",
     "iop_hours_per_week": 14.5, "iop_weekdays": "tue_wed"},
    {"closed_on_holidays": "yes", "third_path": "step_up"},
    {"closed_on_holidays": "yes", "therapy_when_closed": "at_end", "iop_when_closed": "left_out",
     "iop_weekdays": "mon_thu_fri", "third_path": "step_down"},
    {"closed_on_holidays": "yes", "iop_when_closed": "left_out", "iop_weeks": 1,
     "iop_hours_per_week": 3, "start_date": "2027-01-18"},
    {"start_date": "2026-12-30", "therapy_weekdays": "thu", "iop_weekdays": "mon_tue_fri",
     "deductible_met_usd": 1886, "oop_met_usd": 1886},
    {"oop_met_usd": 3900, "iop_deductible_applies": "no"},
    {"oop_max_usd": 12500},
    {"therapy_hours_per_week": 5, "therapy_sessions": 1},
    {"therapy_copay_usd": 500, "iop_copay_per_day_usd": 50},
    {"fixed_hours": "mon-fri:09-17", "topics": "time|support|leave"},
    {"fixed_hours": "mon-fri:09-17", "travel_minutes_per_visit": 90, "third_path": "step_down"},
    {"third_path": "step_down"},
    {"third_path": "step_down", "start_date": "2026-10-05", "step_down_sessions": 12},
    {"third_path": "step_up"},
    {"third_path": "step_up", "iop_hours_per_week": 3},
    {"therapy_network": "oon", "therapy_charge_usd": 220},
    {"therapy_network": "oon", "therapy_charge_usd": 220, "third_path": "step_down",
     "therapy_deductible_applies": "yes", "therapy_copay_usd": 0},
    {"iop_network": "in"},
    {"iop_network": "oon", "other_net_oop_max_applies": "no"},
    {"therapy_network": "self_pay"},
    {"iop_network": "self_pay", "third_path": "step_up"},
    {"therapy_network": "self_pay", "iop_network": "self_pay"},
    {"therapy_network": "oon", "iop_network": "oon", "iop_charge_per_day_usd": 600},
    {"therapy_network": "in", "iop_network": "in"},
    {"therapy_not_covered": "yes"},
    {"family_deductible_usd": 3000, "family_deductible_met_usd": 2500, "deductible_met_usd": 100},
    {"family_oop_max_usd": 6000, "family_oop_met_usd": 5500, "oop_max_applies": "no"},
    {"family_deductible_usd": 900, "family_oop_max_usd": 900, "third_path": "step_down"},
    {"therapy_visit_limit": 6, "therapy_visits_used": 2, "iop_stops_after": 10},
    {"therapy_stops_after": 1, "iop_day_limit": 4, "iop_days_used": 4, "third_path": "step_down"},
    {"therapy_visit_limit": 5, "therapy_only_paid_count": "yes", "iop_day_limit": 6,
     "iop_only_paid_count": "yes", "iop_days_used": 1},
    {"therapy_first_visits": 3, "iop_first_days": 2, "iop_first_copay_usd": 45},
    {"therapy_first_visits": 30, "therapy_first_copay_usd": 20, "iop_day_limit": 1,
     "iop_days_used": 5},
    {"deductible_carries_over": "yes", "start_date": "2026-12-07", "third_path": "step_up",
     "therapy_deductible_applies": "yes", "therapy_copay_usd": 0},
    {"deductible_carries_over": "yes", "start_date": "2026-09-21", "deductible_usd": 4000},
    {"deductible_carries_over": "yes", "start_date": "2026-12-31", "deductible_met_usd": 900,
     "deductible_met_late_usd": 400, "oop_met_usd": 900},
    {"therapy_penalty_usd": 15, "iop_penalty_percent": 50},
    {"therapy_penalty_percent": 100, "iop_penalty_per_day_usd": 600, "third_path": "step_down"},
    {"iop_not_covered": "yes", "third_path": "step_down"},
    {"therapy_not_covered": "yes", "iop_not_covered": "yes"},
    {"iop_own_share": "yes", "iop_pays_percent": 100, "therapy_own_share": "yes",
     "therapy_pays_percent": 50, "therapy_copay_usd": 0},
    {"other_plan": "none"},
    {"other_plan": "medicare"},
)  # fmt: skip


def extremes(*, of_all_inputs: bool) -> Iterator[dict[str, object]]:
    """Nothing moved; the least and the most of each number; and some moves together."""
    yield {}
    for row in catalog().parameters.values():
        is_tried = of_all_inputs or row.section not in ALIKE_FOR_ALL
        if row.is_number and row.section != "other_plan" and is_tried:
            yield {row.key: row.minimum}
            yield {row.key: row.maximum}
    yield from TOGETHER


@cache
def states() -> dict[tuple[str, str], list[Scenario]]:
    """The scenarios by plan and way of paying, each once."""
    seen: set[Scenario] = set()
    found = {}
    for plan in PLANS:
        for network in NETWORKS:
            first = (plan, network) == (PLANS[0], NETWORKS[0])
            asked = [
                scenario(**START | {"plan": plan, "network": network} | moved)
                for moved in extremes(of_all_inputs=first)
            ]
            found[plan, network] = [each for each in asked if each not in seen]
            seen.update(asked)
    return found


# At night each is tried under every plan and way of paying; else under a seventh of the plans,
# which are others for each way.
ONE_IN = 1 if IS_NIGHT else 7


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("plan", PLANS)
def test_no_sentence_is_false(plan, network):
    first = (PLANS.index(plan) + NETWORKS.index(network)) % ONE_IN
    for each in states()[plan, network][first::ONE_IN]:
        result = compare(each)
        assert false_sentences(every_sentence(result), result) == []


OUT_OF_NETWORK = {"network": "oon", "therapy_charge_usd": 220, "iop_charge_per_day_usd": 600}
LIES = [
    (OUT_OF_NETWORK, "A therapy visit: you pay a $27 copayment."),
    (OUT_OF_NETWORK, "Days 1 to 7. You pay the full price, $255 each time."),
    ({"plan": "none"}, "Your plan year starts again on January 1, 2027."),
    ({"plan": "none"}, "Share your plan pays: 80%"),
    (
        {"plan": "none"},
        "19 sessions, 1 session a week, from November 30, 2026 to March 29, 2027.",
    ),
    ({"plan": "none"}, "Therapy session, 1 hour; 90837; 18; $150; $2,710"),
    ({"plan": "none"}, "Program day; S9480; 24; $255; $6,120"),
    ({"plan": "none"}, "All expected charges: $9,000."),
    ({"plan": "none"}, "Call. Ask your plan what it pays for each option."),
    ({"plan": "masshealth"}, "A therapy visit: your plan pays 100% of the price and you pay 0%."),
    ({"plan": "masshealth"}, "We tried 5,000 combinations of the numbers that are not known."),
    ({"plan": "masshealth"}, "In most tries you pay $0 to $0 for therapy."),
    ({"plan": "masshealth"}, "Without a plan, ask each provider for a good faith estimate."),
    ({"plan": "masshealth"}, "A new plan year starts. Your deductible starts again."),
    ({"plan": "medicare"}, "A new plan year starts. Your maximum starts again."),
    (
        {"plan": "medicare"},
        "What is my deductible for mental health care? Up to $283 depends on it.",
    ),
    ({"plan": "medicare"}, "On what day does my plan year start?"),
    ({"therapy_hours_per_week": 5}, "- It takes one to two hours of your week."),
    ({"plan": "masshealth"}, "- A program usually costs more than weekly therapy does."),
    ({"iop_hours_per_week": 3}, "An IOP takes 3 hours a week."),
    ({"iop_hours_per_week": 30}, "30 hours of IOP a week is partial hospitalization."),
    ({"iop_hours_per_week": 19.5}, "It is the IOP level, which is 9 to 19 hours."),
    ({"fixed_hours": "mon-fri:09-17"}, "Left free; 72 hours; 72 hours"),
    (
        {"fixed_hours": "mon-fri:09-17"},
        "Visits for therapy and the IOP fit beside “Nine to five” in the morning only.",
    ),
    (
        {"fixed_hours": "mon-fri:09-17", "travel_minutes_per_visit": 90},
        "Visits for therapy and the IOP fit beside “Nine to five” in the evening only.",
    ),
    (
        {"therapy_hours_per_week": 5, "therapy_sessions": 1},
        "Therapy takes 5 hours a week until January 4, 2027 and costs you $27.",
    ),
    ({}, "Therapy takes 1 hour a week until May 3, 2027 and costs you $487."),
    ({}, "Therapy takes 1 hour a week until May 3, 2027 and costs you likely $487 to $900."),
    ({}, "Therapy: you pay $487 to $2,393 Your plan pays about $1,858"),
    ({}, "For therapy you pay $486 and your plan pays about $1,859."),
    ({}, "Of 100 tries, 10 lie below the range and 10 above it."),
    ({"therapy_sessions": 1}, "You asked about 1 session. They cost you $27."),
    # The parts of a sum, and of a visit.
    ({}, "Therapy, your part. $303 = copayments $152 + your share $152."),
    ({}, "Therapy, the price. 18 sessions x $130.23 = $2,345."),
    ({}, "Therapy, your part. $486 = copayments $486. Your plan pays the rest, $1,859."),
    ({}, "Patient pays $182, plan pays $729."),
    ({}, "Day 8, January 19, 2027. You pay the $101 that is left of your deductible. Of the rest "
         "you pay $30.80 and your plan pays $124.20."),
    ({}, "Days 9 to 24. You pay your share, $51 of $255 each time. Your plan pays $205."),
    ({}, "Over the usual prices you would pay $4,000 to $2,056 for the IOP."),
    # One, and many.
    ({"therapy_sessions": 1}, "That is 1 sessions in all."),
    ({}, "The IOP takes 3 day a week."),
    ({"therapy_sessions": 1}, "You asked for it, and 1 session run until January 4, 2027."),
    # Levels at their borders.
    ({"iop_hours_per_week": 8.75}, "A program of 8 hours 45 minutes a week is the intensive "
                                  "level."),
    ({"iop_hours_per_week": 9}, "A program of 9 hours a week is outpatient care."),
    ({"iop_hours_per_week": 19.5}, "The IOP at 19 hours 30 minutes a week is on the rung Partial "
                                   "hospitalization."),
    ({"iop_hours_per_week": 20}, "The IOP, at 20 hours a week, stands on the level “Intensive "
                                 "outpatient”."),
    ({"iop_hours_per_week": 20}, "Intensive outpatient program; 9 to under 20; IOP, 20 hours a "
                                "week"),
    # Days of the week, holidays and the ends of a course: Mondays, Tuesdays and Thursdays.
    ({}, "The IOP: Monday to Wednesday, 9 am to noon. Nothing clashes with your fixed hours."),
    ({"iop_weekdays": "mon_wed_fri"}, "The IOP: Monday, Tuesday and Thursday, 9 am to noon. "
                                      "Nothing clashes with your fixed hours."),
    ({"iop_weekdays": "mon_wed"}, "With 9 hours a week it is 3 days, not 2. We count Monday, "
                                  "Wednesday and Friday."),
    ({"iop_weekdays": "mon_wed"}, "With 9 hours a week it is 2 days, not 2. We count Monday and "
                                  "Wednesday."),
    ({}, "Therapy is 18 visits from January 5, 2027 to May 3, 2027."),
    ({}, "The IOP is 23 visits from January 4, 2027 to February 25, 2027."),
    ({}, "In the IOP 2 visits fall on a public holiday: January 19, 2027 (Martin Luther King Jr. "
         "Day) and February 15, 2027 (Washington’s Birthday)."),
    ({}, "In therapy 1 visit falls on a public holiday: January 18, 2027 (Martin Luther King Jr. "
         "Day)."),
    ({}, "No visit falls on a public holiday."),
    ({"closed_on_holidays": "yes"},
     "In the IOP 2 planned days are closed: January 19, 2027 (Martin Luther King Jr. Day) and "
     "February 15, 2027 (Washington’s Birthday)."),
    ({}, "A session on a closed day moves to the next open day."),
    ({"closed_on_holidays": "yes"}, "A program day on a closed day is left out."),
    ({"closed_on_holidays": "yes", "iop_when_closed": "left_out"},
     "IOP, the days. 9 hours a week at 3 hours a day make 3 days a week. Over 8 weeks that is 24 "
     "days, from January 4, 2027 to February 25, 2027."),
    ({"closed_on_holidays": "yes"},
     "IOP, the days. 9 hours a week at 3 hours a day make 3 days a week. Over 8 weeks that is 24 "
     "days, from January 4, 2027 to February 25, 2027."),
    # Limits and days. The deductible of $1,886 is met on the eighth day of $255.
    ({}, "In the IOP your deductible is met on January 18, 2027."),
    ({}, "In therapy you reach your out-of-pocket maximum on May 3, 2027."),
    ({}, "The IOP comes to about $2,733 by February 26, 2027."),
    ({}, "Therapy takes 1 hour a week until May 10, 2027 and costs you $486."),
    ({"network": "oon"}, "Your maximum ($12,500) is above $12,000, the most the law allows."),
    ({"oop_max_usd": 12500}, "Your maximum ($12,500) is above $10,600, the most the law allows for "
                             "one person in 2027."),
    ({"iop_stops_after": 5}, "A program day: your plan pays 80%. Your plan pays for 4 days of the "
                             "program in this course at most."),
    ({"therapy_visit_limit": 5, "therapy_only_paid_count": "yes"},
     "Your plan pays a part of 4 sessions of therapy in a plan year, with 4 left. Those it pays "
     "nothing of do not count."),
    ({"iop_day_limit": 9}, "Your plan pays for 9 days of the program in a plan year, with 8 left."),
    (
        {"therapy_first_visits": 3, "start_date": "2026-12-07"},
        "A plan year begins with 9 sessions of therapy at no charge. The others work like this:",
    ),
    # Only sessions at a copayment follow January 1.
    ({"start_date": "2026-12-07"}, "A new plan year starts on January 1, 2027. Your deductible "
                                   "starts again."),
    ({"plan": "medicare"}, "Plan year: After it your deductible and your maximum start again."),
    ({"deductible_met_usd": 1886}, "A program day: you pay all until your deductible is met."),
]  # fmt: skip


@pytest.mark.parametrize(("inputs", "lie"), LIES)
def test_the_reader_finds_what_is_false(inputs, lie):
    assert why_false(lie, comparison(**inputs))
