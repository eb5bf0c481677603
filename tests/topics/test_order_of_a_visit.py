"""The order in which a plan's terms apply to a visit, as the page of sources tells it."""

import pytest
from scenarios import comparison

from carechoice.topics.sources.method import steps

BOTH_BY_SHARE = {"therapy_copay_usd": 0, "plan_pays_percent": 75}
NO_MAXIMUM = {"oop_max_applies": "no"}
FIRST = "The deductible comes first, where it applies and is not met."
ENDS = "Your out-of-pocket maximum ends these payments."
AGAIN = "All of it starts again with a new plan year."
COUNTED = "With a new plan year your plan counts your visits from the first one again."
OWED = (
    "Visits past a limit, or after the plan stops paying, are owed in full and count toward no "
    "limit."
)


def told(**inputs):
    (line,) = (step for step in steps(comparison(**inputs)) if "The order for" in step)
    return line.removeprefix("**The order for each visit.** ")


@pytest.mark.parametrize(
    ("terms", "order"),
    [
        (
            {"deductible_usd": 500},
            f"{FIRST} For a visit with a copayment, you pay the copayment. "
            f"Of other visits you pay your share of what is left. {ENDS} {AGAIN}",
        ),
        ({"plan": "medicare"}, f"{FIRST} After that you pay your share of what is left. {AGAIN}"),
        (
            BOTH_BY_SHARE | {"deductible_usd": 0},
            f"You pay your share of the price. {ENDS} {AGAIN}",
        ),
    ],
)
def test_the_share_is_one_of_what_comes_before_it_leaves(terms, order):
    assert told(**terms) == order


def test_where_only_visits_are_counted_nothing_else_starts_again():
    """Neither a deductible nor a maximum: "All of it starts again" spoke of nothing, or a share."""
    limit = {"therapy_visit_limit": 5}
    assert told(plan="masshealth", **limit) == f"{COUNTED} {OWED}"
    by_share = BOTH_BY_SHARE | NO_MAXIMUM | {"deductible_usd": 0}
    assert told(**by_share, **limit) == f"You pay your share of the price. {COUNTED} {OWED}"
    assert told(**by_share) == "You pay your share of the price."
