"""The least and the most that were found, where a bill does not rise with what is not known.

A program of 4 to 12 weeks at a $5 copayment for each of three days, then eight weekly sessions at
$200: deductible $500, then 25%. The program begins on November 2, 2026, and the plan year turns on
January 1, so its weeks say how many sessions fall in the old year:

weeks  program  old year               new year               in all
  4      60     5: 500 + 25% of 500    3: 500 + 25% of 100     1,210
  6      90     3: 500 + 25% of 100    5: 500 + 25% of 500     1,240
  8     120     1: 200                 7: 500 + 25% of 900     1,045
  9     135     none                   8: 500 + 25% of 1,100     910
 12     180     none                   8: 500 + 25% of 1,100     955
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenarios import comparison, scenario

from carechoice.comparison.compare import compare, pathways
from carechoice.topics.unknown.charts import unknown_chart
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.words import unknown_caption

ONLY_THE_WEEKS_ARE_OPEN = {
    "start_date": "2026-11-02",
    "third_path": "step_down",
    "therapy_sessions": 10,
    "therapy_price_usd": 200,
    "therapy_copay_usd": 0,
    "therapy_deductible_applies": "yes",
    "iop_price_per_day_usd": 100,
    "iop_copay_per_day_usd": 5,
    "iop_deductible_applies": "no",
    "plan_pays_percent": 75,
    "deductible_usd": 500,
    "oop_max_usd": 5000,
}


def paid(**query):
    option = comparison(**ONLY_THE_WEEKS_ARE_OPEN | query).options["step_down"]
    return option.patient_usd.likely


@pytest.mark.parametrize(("weeks", "usd"), [(4, 1210), (6, 1240), (8, 1045), (9, 910), (12, 955)])
def test_fewer_weeks_can_cost_more(weeks, usd):
    assert paid(iop_weeks=weeks) == usd


def test_they_are_called_what_they_are():
    """Prices alone are open: 24 days at $114 to $600, of which a quarter is the person's."""
    terms = ONLY_THE_WEEKS_ARE_OPEN | {"iop_copay_per_day_usd": 0, "iop_weeks": 8}
    del terms["iop_price_per_day_usd"]
    result = comparison(**terms)
    found = spreads(result)
    told = unknown_caption(result, found)
    assert "The least and the most of all we tried:" in told
    assert "$684 to $3,600 for the IOP" in told
    rows = {row[0]: row[1:] for row in unknown_chart(result, found).table.shown()}
    assert rows["Least of all we tried"][1] == "$684"
    assert rows["Most of all we tried"][1] == "$3,600"


@given(
    start=st.integers(1, 28).map(lambda day: f"2026-11-{day:02}"),
    third=st.sampled_from(["step_down", "step_up"]),
    deductible=st.sampled_from([0, 500, 1886, 4000]),
    copay=st.sampled_from([0, 27, 60]),
    applies=st.sampled_from(["yes", "no"]),
    met=st.sampled_from([0, 400, 3000]),
    charge=st.sampled_from([0, 500]),
    weekdays=st.sampled_from(["any", "mon_wed_fri", "fri"]),
    closed=st.sampled_from(["no", "yes"]),
)
@settings(max_examples=25)
def test_from_the_least_to_the_most_all_fixed_points_rise(
    start, third, deductible, copay, applies, met, charge, weekdays, closed
):
    asked = scenario(
        start_date=start,
        third_path=third,
        iop_weekdays=weekdays,
        closed_on_holidays=closed,
        iop_when_closed="left_out",
        deductible_usd=deductible,
        therapy_copay_usd=copay,
        therapy_deductible_applies=applies,
        deductible_met_usd=min(met, deductible),
        oop_met_usd=met,
        network="oon" if charge else "in",
        iop_charge_per_day_usd=charge,
    )
    found = spreads(compare(asked))
    for pathway in pathways(asked):
        drawn, extremes = found[pathway].drawn, found[pathway].extremes
        points = [extremes.low, drawn.low, drawn.likely, drawn.high, extremes.high]
        assert points == sorted(points)
        assert extremes.low <= extremes.likely <= extremes.high
