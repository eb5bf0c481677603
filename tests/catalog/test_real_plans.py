"""How common each way of a part is among the plans that can have it."""

import pytest

from carechoice.catalog.in_use import catalog


@pytest.mark.parametrize(
    ("way", "of_100"),
    [
        # 12 of 100 plans have no deductible and so a share; of the other 88 it is 64 of 81.
        ("share_of_employers", 12 + 88 * 64 / 81),
        # Who has no deductible cannot have it: of the others 17 of 81, and 81 of 1,048.
        ("all_of_employers", 100 * 17 / 81),
        ("share_100", 100 * 81 / 1048),
        # 153, 244 and 570 are 967, and 1,048 with the 81 of those that have a deductible.
        ("share_60", 12 * 244 / 967 + 88 * 244 / 1048),
        # Where all ways of a part can be of the same plans, it is as large a part of the weights.
        ("high_maximum", 21),
        ("therapy_as_specialist", 50),
    ],
)
def test_how_common_a_way_is_counts_the_plans_that_can_have_it(way, of_100):
    assert 100 * catalog().real.common[way] == pytest.approx(of_100)
