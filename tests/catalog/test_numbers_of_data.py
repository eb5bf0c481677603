"""Numbers in a centre's own tables: digits with a point at most, which pages can work with."""

import pytest
from centre_folder import own_folder, problems_of


def changed(name, key, column, text):
    """One of our tables with another text in a cell."""
    return {
        name: lambda rows: [{**row, column: text} if row["key"] == key else row for row in rows]
    }


@pytest.mark.parametrize(
    "text",
    ["1_30.23", "nan", "inf", "1e999", "1.3e2", "+130", "-130", "0x82", "１３０", "$130", "130,23"],
)
def test_what_is_no_plain_number_is_refused(tmp_path, text):
    folder = own_folder(tmp_path / "own", changed("figures.csv", "fmla_miles", "value", text))
    (problem,) = problems_of(folder)
    assert problem.startswith("figures.csv, row ")
    assert problem.endswith(
        f", column value: {text!r} is not a number. Write one in digits, with a point before "
        "decimals."
    )


@pytest.mark.parametrize(
    ("column", "text"), [("maximum", "inf"), ("minimum", "0_0"), ("maximum", "nan")]
)
def test_the_bounds_of_an_input_are_plain_numbers_too(tmp_path, column, text):
    table = changed("parameters.csv", "deductible_usd", column, text)
    (problem,) = problems_of(own_folder(tmp_path / "own", table))
    assert "columns default, minimum, maximum: all must be numbers" in problem


@pytest.mark.parametrize(
    ("key", "column", "text", "said"),
    [
        # A program day of no hours, and no combination to try: pages ended in an error.
        ("iop_least_day_hours", "value", "0", "column value: write a number above 0."),
        ("simulation_draws", "value", "0", "column value: write a number above 0."),
        # Half past eight, a share of more than all, and a year that no calendar has.
        ("morning_start", "value", "830", "column value: write 24 or less."),
        ("tries_beyond_percent", "value", "110", "column value: write 100 or less."),
        # Of 100 tries 50 below and 50 above leave none within.
        (
            "tries_beyond_percent",
            "value",
            "50",
            "column value: a range leaves out so many of 100 tries at each end. Write 49 or less.",
        ),
        ("estimate_months", "value", "100000", "column value: write 120 or less."),
        # So many at once fill the memory of the server.
        ("simulation_draws", "value", "1000000000", "column value: write 50000 or less."),
        (
            "waking_hours_per_day",
            "value",
            "30",
            "column value: a day has no more hours. Write 24 or less.",
        ),
        (
            "carry_over_months",
            "value",
            "13",
            "column value: a plan year has no more months. Write 12 or less.",
        ),
        # Seven days of five: two program days on one day.
        (
            "iop_days_per_week",
            "high",
            "7",
            "column high: a week has no more working days. Write 5 or less.",
        ),
        (
            "evening_start",
            "value",
            "12.5",
            "column value: write a time after 13, where 'afternoon_start' is.",
        ),
        # With days of up to eight hours only the morning would be left to say whether care fits in.
        (
            "afternoon_start",
            "value",
            "16.5",
            "column value: a program day of 8 hours would go on past midnight. Write 16 or less.",
        ),
        ("same_cost_draws", "value", "0.5", "column value: write a whole number."),
        ("iop_days_per_week", "high", "4.5", "column high: write a whole number."),
        (
            "iop_days_per_week",
            "high",
            "2",
            "low, value, high: they must rise in this order",
        ),
        (
            "iop_least_day_hours",
            "value",
            "",
            "column value: the cell is empty, and pages need a number there. Fill it in.",
        ),
    ],
)
def test_a_figure_that_no_page_can_work_with_is_refused(tmp_path, key, column, text, said):
    (problem,) = problems_of(
        own_folder(tmp_path / "own", changed("figures.csv", key, column, text))
    )
    assert problem.startswith("figures.csv, row ")
    assert problem.endswith(said)


@pytest.mark.parametrize(
    ("key", "text"), [("iop_least_day_hours", "2.5"), ("tries_beyond_percent", "49")]
)
def test_half_an_hour_and_a_figure_of_ones_own_are_taken(tmp_path, key, text):
    table = changed("figures.csv", key, "value", text)
    assert problems_of(own_folder(tmp_path / "own", table)) == []


@pytest.mark.parametrize(
    ("key", "most", "told"),
    [
        # At half an hour a week, which are two weeks for each session of an hour.
        ("therapy_sessions", "261", "261 sessions can take more than 520 weeks"),
        ("therapy_sessions", "1000000", "1000000 sessions can take more than 520 weeks"),
        ("step_down_sessions", "261", "261 sessions can take more than 520 weeks"),
        ("iop_weeks", "521", "521 weeks can take more than 520 weeks"),
    ],
)
def test_care_that_could_go_on_for_more_than_ten_years_is_refused(tmp_path, key, most, told):
    folder = own_folder(tmp_path / "own", changed("parameters.csv", key, "maximum", most))
    (problem,) = problems_of(folder)
    assert problem.startswith(f"parameters.csv, row {key!r}, column maximum: {told}")
    assert "'longest_course_weeks'" in problem


def test_a_price_that_cannot_be_as_high_as_the_charge_is_refused(tmp_path):
    table = changed("parameters.csv", "iop_price_per_day_usd", "maximum", "2000")
    (problem,) = problems_of(own_folder(tmp_path / "own", table))
    assert "without insurance a charge is the price, so write 3000" in problem


@pytest.mark.parametrize(("key", "most"), [("therapy_sessions", "260"), ("iop_weeks", "520")])
def test_care_of_ten_years_is_taken(tmp_path, key, most):
    folder = own_folder(tmp_path / "own", changed("parameters.csv", key, "maximum", most))
    assert problems_of(folder) == []
