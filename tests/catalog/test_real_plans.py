"""How common each variant of a part is among the plans that can have it."""

import pytest
from centre_folder import own_folder, problems_of, without

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
        # Where every variant of a part fits the same plans, it is as large a part of the weights.
        ("high_maximum", 21),
        ("therapy_as_specialist", 50),
    ],
)
def test_how_common_a_way_is_counts_the_plans_that_can_have_it(way, of_100):
    assert 100 * catalog().real.common[way] == pytest.approx(of_100)


def with_terms(terms, *keys):
    """The rows of real_plans.csv with these terms of those with these keys, or of all."""
    return lambda rows: [{**row, "terms": terms} if row["key"] in keys else row for row in rows]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda rows: [],
            "no row stands below its columns. Fill it in, or take it out.",
        ),
        (
            lambda rows: [row for row in rows if row["part"] != "maximum"],
            "columns part, terms: no row says what 'oop_max_usd' is, which every plan needs. "
            "Add a part with it.",
        ),
        (
            # Who has no deductible and is insured by an employer has no share left.
            without("share_of_employers"),
            "column within: of the part 'share' no row can be with employer, no_deductible, "
            "low_maximum. Add one.",
        ),
        (
            without("program_after_high_deductible"),
            "column within: of the part 'program' no row can be with employer, high_deductible, "
            "low_maximum, share_of_employers, therapy_after_high_deductible. Add one.",
        ),
        (
            lambda rows: [
                {**row, "part": "later"} if row["key"] == "high_maximum" else row for row in rows
            ],
            "column terms: 'oop_max_usd' stands in the part 'maximum' already.",
        ),
        (
            with_terms("deductible_usd=2531..100", "lower_deductible"),
            "column terms: 'deductible_usd' goes from 2531 down to 100. Write the low end first.",
        ),
        (
            with_terms("plan_pays_percent=150", "share_60"),
            "column terms: 'plan_pays_percent' can be 0 to 100, and 150 is not.",
        ),
        (
            with_terms("plan_pays_percent=yes", "share_60"),
            "column terms: 'plan_pays_percent' is a number, and not yes or no.",
        ),
        (
            with_terms("iop_copay_per_day_usd=0 and iop_deductible_applies=1", "program_share"),
            "column terms: 'iop_deductible_applies' is yes or no, and no number.",
        ),
        (
            # No plan has a maximum above 10,600.
            with_terms("deductible_usd=1700..12000", "high_deductible"),
            "column terms: a deductible of 12000 is above every maximum here. The highest is "
            "10600.",
        ),
    ],
)
def test_rows_that_no_plan_could_be_drawn_from_are_refused_at_the_start(tmp_path, change, said):
    """Each of them would let the server start, and end in an error on every page with a range."""
    problems = problems_of(own_folder(tmp_path / "ours", {"real_plans.csv": change}))
    assert len(problems) == 1
    assert problems[0].startswith("real_plans.csv")
    assert problems[0].endswith(said)
