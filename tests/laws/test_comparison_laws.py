"""What must hold for any scenario the page can make."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from scenarios import TODAY, warnings

from carechoice.catalog.fixed_hours import HOURS_PER_WEEK, write_fixed_hours
from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import write
from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.comparison.plan import words as plan_words
from carechoice.comparison.side_by_side.features import week_in
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.inputs.handed_on.link import open_file
from carechoice.inputs.scenario import Scenario
from carechoice.topics.dashboard import captions

# With these a visit that the plan pays for can cost what one that goes to the deductible does not:
# a penalty is at most what the plan would pay, and a limit may count the paid visits only.
WITHOUT_WHAT_A_PAID_VISIT_COSTS = {
    "therapy_penalty_usd": 0,
    "therapy_penalty_percent": 0,
    "iop_penalty_per_day_usd": 0,
    "iop_penalty_percent": 0,
    "therapy_only_paid_count": False,
    "iop_only_paid_count": False,
}


def lists_of(row):
    """Several keys, with a day or without."""
    most = int(row.maximum) if row.maximum else None
    keys = st.lists(st.sampled_from(catalog().options(row.key)), max_size=most, unique=True)
    day = ":2026-11-23" if row.kind == "answers" else ""
    return keys.map(lambda each: "|".join(f"{key}{day}" for key in each))


def values_of(row):
    if row.kind == "yes_no":
        return st.sampled_from(["true", "false"])
    if row.is_picked or row.kind == "example":
        return st.sampled_from(catalog().options(row.key))
    if row.is_on_one_page_only:
        return lists_of(row)
    if row.kind == "week":
        return st.sets(st.integers(0, HOURS_PER_WEEK - 1)).map(write_fixed_hours)
    if row.kind == "date":
        return st.dates(date(2026, 1, 1), date(2031, 12, 31)).map(date.isoformat)
    low, high = row.bounds
    if row.kind == "count":
        steps = int((high - low) / row.step)
        return st.integers(0, steps).map(lambda step: str(int(low + step * row.step)))
    decimals = 0 if row.unit == "minutes" else 2
    return st.floats(low, high).map(lambda value: write(round(value, decimals)))


queries = st.fixed_dictionaries(
    {}, optional={row.key: values_of(row) for row in catalog().parameters.values()}
)
scenarios = queries.map(lambda query: Scenario.from_query(query, today=TODAY).scenario)


@given(queries)
def test_every_value_within_bounds_can_be_used(query):
    assert Scenario.from_query(query, today=TODAY).problems == ()


@given(scenarios)
def test_a_scenario_survives_the_link_and_json(given_scenario):
    query = Scenario.from_query(given_scenario.to_query(), today=TODAY)
    file = open_file(given_scenario.to_json().encode(), today=TODAY)
    assert query.scenario == file.scenario == given_scenario
    assert query.problems == file.problems == ()


@given(scenarios)
def test_patient_and_plan_pay_the_total_price_to_the_cent(given_scenario):
    for option in compare(given_scenario).options.values():
        assert abs(option.patient_usd.likely + option.plan_usd - option.total_price_usd) < 0.001


@given(scenarios)
def test_low_likely_and_high_rise(given_scenario):
    for option in compare(given_scenario).options.values():
        spread = option.patient_usd
        cent_a_visit = 0.01 * option.visits
        assert spread.low <= spread.likely + cent_a_visit
        assert spread.likely <= spread.high + cent_a_visit


@given(scenarios)
def test_every_scenario_can_be_put_in_words(given_scenario):
    result = compare(given_scenario)
    told = [
        *words.answer(result).values(),
        captions.time_caption(result),
        captions.cost_caption(result),
        level_caption(result),
        *(week_in(option) for option in result.options.values()),
        *warnings(result, TODAY),
        *plan_words.plan_share(given_scenario),
    ]
    assert all(sentence and "{" not in sentence for sentence in told)


@given(scenarios)
def test_a_deductible_already_met_never_makes_it_dearer(given_scenario):
    given_scenario = given_scenario.but(**WITHOUT_WHAT_A_PAID_VISIT_COSTS)
    met = given_scenario.but(deductible_met_usd=given_scenario.plan.deductible_usd)
    unmet = given_scenario.but(deductible_met_usd=0.0)
    for pathway in ("therapy", "iop"):
        paid = [compare(each).options[pathway].patient_usd.likely for each in (met, unmet)]
        assert paid[0] <= paid[1] + 0.01 * 104
