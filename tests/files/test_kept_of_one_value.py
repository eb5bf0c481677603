"""Kept scenarios with the same value, which somebody gave in one and which is open in the other.

Both have a program day for $255; in one of them it may be $114 to $600.
"""

import pytest
from scenarios import TODAY, comparison, scenario

from carechoice.comparison.changes_since import Earlier, changes_since
from carechoice.files.kept.side_by_side import differing_inputs, inputs
from carechoice.files.kept.words import KeptComparison
from carechoice.files.numbers.side_by_side_sheet import side_by_side
from carechoice.inputs.differing import differing

DAY = {"iop_price_per_day_usd": 255}


def kept(first, other):
    return [KeptComparison("A", comparison(**first)), KeptComparison("B", comparison(**other))]


def test_a_typed_price_that_is_the_one_we_start_with_is_told_as_what_differs():
    """It was "The same inputs as the first.", and the program cost something else."""
    first, other = kept({}, DAY)
    assert differing_inputs(other, first) == (
        "Unlike the first: Price of one program day: $255 (you said) "
        "(first: $255 (starting value))."
    )
    told = ["Price of one program day", "$255 (starting value)", "$255 (you said)"]
    assert [*inputs([first, other])] == [told]
    assert [cell.value for cell in side_by_side([first, other]).rows[0]] == told


def test_so_is_a_term_that_the_plan_confirmed_as_it_was():
    confirmed = {"confirmed": "deductible_usd:2026-11-20"}
    first, other = kept({}, confirmed)
    assert [*inputs([first, other])] == [
        [
            "Deductible",
            "$1,886 (starting value)",
            "$1,886 (plan confirmed, November 20, 2026)",
        ]
    ]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        # No range hangs on how much care there is.
        ({}, {"therapy_sessions": 18}),
        # The law sets it.
        ({"plan": "medicare"}, {"plan": "medicare", "deductible_usd": 283}),
        (DAY, DAY | {"iop_price_per_day_usd": "255.0"}),
        # A price that both were given.
        (DAY, DAY | {"confirmed": "iop_price_per_day_usd:2026-11-20"}),
    ],
)
def test_what_changes_no_cost_is_no_difference(first, other):
    assert [*differing([scenario(**first), scenario(**other)])] == []


def test_where_the_values_differ_they_are_told_alone():
    told = [*inputs(kept(DAY, {"iop_price_per_day_usd": 300}))]
    assert told[0] == ["Price of one program day", "$255", "$300"]


def test_what_has_changed_since_a_link_is_told_of_a_price_that_has_been_confirmed_since():
    now = comparison(**DAY, confirmed="iop_price_per_day_usd:2026-11-20")
    told = changes_since(Earlier(TODAY, scenario()), now)
    assert told[0] == (
        "Price of one program day: $255 (starting value), "
        "now $255 (plan confirmed, November 20, 2026)"
    )
    assert told[1] == "Therapy, what the patient pays: $486 to $2,393, as before"
