"""Without a step the inputs are as before it, but for what was changed since."""

from hypothesis import given
from hypothesis import strategies as st
from scenarios import TODAY, scenario

from carechoice.inputs.changes import after_answer, after_change
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.step_back import without_step

PLANS = st.sampled_from(["own", "employer", "high_deductible", "medicare", "masshealth", "none"])
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("deductible_usd"), st.sampled_from([0.0, 283.0, 500.0, 1886.0])),
        st.tuples(st.just("therapy_price_usd"), st.sampled_from([98.81, 130.23, 140.0])),
        st.tuples(st.just("therapy_session_minutes"), st.sampled_from([45, 60])),
        st.tuples(st.just("network"), st.sampled_from(["in", "oon"])),
        st.tuples(st.just("iop_weeks"), st.integers(1, 26)),
    ),
    max_size=3,
)


def changed(values, changes):
    for field, value in changes:
        values = after_change({**values, field: value}, field)
    return values


def with_plan(values, plan):
    return after_change({**values, "plan": plan}, "plan")


@given(first=CHANGES, plan=PLANS)
def test_where_nothing_was_changed_since_all_is_as_before(first, plan):
    before = changed(scenario().to_values(), first)
    after = with_plan(before, plan)
    assert without_step(before, after, after) == before


@given(first=CHANGES, plan=PLANS, since=CHANGES)
def test_what_was_changed_since_keeps_its_value_and_the_scenario_is_one_that_a_link_holds(
    first, plan, since
):
    before = changed(scenario().to_values(), first)
    after = with_plan(before, plan)
    now = changed(after, since)
    back = without_step(before, after, now)
    for field in dict(since):
        assert back[field] == now[field]
    held = Scenario.holding(back)
    assert Scenario.from_query(held.to_query(), today=TODAY).scenario == held


def test_what_the_plan_confirmed_comes_back_and_what_it_confirmed_since_stays():
    answered = after_answer({**scenario().to_values(), "oop_max_usd": 3000.0}, "oop_max_usd", TODAY)
    after = with_plan(answered, "medicare")
    now = after_answer(after, "iop_price_per_day_usd", TODAY)
    back = without_step(answered, after, now)
    assert dict(back["confirmed"]) == {"oop_max_usd": TODAY, "iop_price_per_day_usd": TODAY}
    assert "oop_max_usd" not in back["said"]
