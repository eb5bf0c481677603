"""What the chart of what is not known draws, read back from its figure."""

from scenarios import comparison

from carechoice.topics.unknown.charts import unknown_chart
from carechoice.topics.unknown.spreads import spreads

KNOWN_FOR_THERAPY = {"therapy_copay_usd": 27, "therapy_deductible_applies": "no"}


def estimates(**inputs):
    asked = comparison(**inputs)
    chart = unknown_chart(asked, spreads(asked))
    assert chart.figure["layout"]["showlegend"]
    return [each["x"][0] for each in chart.figure["data"] if each.get("name") == "Estimate"][:2]


def test_a_line_stands_at_the_estimate_unless_the_plan_may_be_any():
    """24 x $255 under $1,500 and 20% of the rest; under any plan no amount is a better guess."""
    assert estimates(deductible_usd=1500, **KNOWN_FOR_THERAPY) == [1500 + 0.2 * (6120 - 1500), None]
    assert estimates() == [None, None]
