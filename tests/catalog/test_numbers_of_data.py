"""Numbers in a centre's own tables: digits with a point at most, which pages can work with."""

import pytest
from centre_folder import own_folder, problems_of


def changed(name, key, column, text):
    """One of our tables with another text in a cell."""
    return {
        name: lambda rows: [{**row, column: text} if row["key"] == key else row for row in rows]
    }


NOT_A_NUMBER = "is not a number. Write one in digits, with a point before decimals."
BELOW_0 = "is below 0. Write a number from 0 on."
OF_A_CENT = "it has parts of a cent"
MOST_PERCENT = "there are at most 100 percent. Write 100 or less."
NOT_A_DATE = "is not a date. Write year-month-day, such as 2026-11-30."
NOT_A_LINK = "is not a link. Write one that begins with https://."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1_30.23", NOT_A_NUMBER),
        ("nan", NOT_A_NUMBER),
        ("inf", NOT_A_NUMBER),
        ("1e999", NOT_A_NUMBER),
        ("1.3e2", "is written with a power of ten. Write 130."),
        ("25E-1", "is written with a power of ten. Write 2.5."),
        ("+130", NOT_A_NUMBER),
        ("-130", BELOW_0),
        ("(130)", BELOW_0),
        ("-0", "is 0 with a sign. Write 0."),
        ("0x82", NOT_A_NUMBER),
        ("１３０", NOT_A_NUMBER),
        ("$130", NOT_A_NUMBER),
        ("130,23", NOT_A_NUMBER),
    ],
)
def test_what_is_no_plain_number_is_refused(tmp_path, text, said):
    folder = own_folder(tmp_path / "own", changed("figures.csv", "fmla_miles", "value", text))
    (problem,) = problems_of(folder)
    assert problem.startswith("figures.csv, row ")
    assert problem.endswith(f", column value: {text!r} {said}")


@pytest.mark.parametrize(
    ("key", "column", "text", "said"),
    [
        ("deductible_usd", "maximum", "inf", f"'inf' {NOT_A_NUMBER}"),
        ("deductible_usd", "maximum", "nan", f"'nan' {NOT_A_NUMBER}"),
        ("deductible_usd", "minimum", "0_0", f"'0_0' {NOT_A_NUMBER}"),
        ("deductible_usd", "minimum", "", "the cell is empty. Fill it in."),
        ("deductible_usd", "minimum", "-5", f"'-5' {BELOW_0}"),
        ("iop_weeks", "default", "1e1", "'1e1' is written with a power of ten. Write 10."),
        ("iop_weeks", "minimum", "30", "30 is above the maximum of 26. Correct one of them."),
        ("iop_weeks", "default", "40", "'40' cannot be used: it must lie between 1 and 26."),
        ("iop_weeks", "low", "0", "'0' cannot be used: it must lie between 1 and 26."),
        ("iop_weeks", "step", "0", "write a number above 0."),
        ("iop_weeks", "step", "-1", f"'-1' {BELOW_0}"),
        # Half a week was taken, and counted as none.
        ("iop_weeks", "step", "0.5", "weeks are counted. Write a whole number."),
        ("iop_weeks", "maximum", "26.5", "weeks are counted. Write a whole number."),
        ("iop_weeks", "minimum", "0.5", "weeks are counted. Write a whole number."),
        ("iop_weeks", "step", "100", "a step of 100 leads beyond the maximum. Write at most 25."),
        ("therapy_price_usd", "step", "0.001", f"'0.001': {OF_A_CENT}."),
        ("travel_minutes_per_visit", "step", "0.5", "'0.5': it has parts of a minute."),
        (
            "therapy_price_usd",
            "low",
            "113.585",
            f"'113.585' cannot be used: {OF_A_CENT}.",
        ),
        # A plan that pays more than all ended every page in an error.
        (
            "plan_pays_percent",
            "maximum",
            "200",
            "there are at most 100 percent. Write 100 or less.",
        ),
        (
            "iop_penalty_percent",
            "maximum",
            "101",
            "there are at most 100 percent. Write 100 or less.",
        ),
    ],
)
def test_what_no_slider_can_have_is_refused(tmp_path, key, column, text, said):
    table = changed("parameters.csv", key, column, text)
    (problem,) = problems_of(own_folder(tmp_path / "own", table))
    assert problem.startswith("parameters.csv, row ")
    assert problem.endswith(f", column {column}: {said}")


@pytest.mark.parametrize(
    "key",
    [
        "therapy_sessions",
        "step_down_sessions",
        "iop_weeks",
        "therapy_hours_per_week",
        "iop_hours_per_week",
        "iop_hours_per_day",
        "therapy_session_minutes",
    ],
)
def test_care_of_no_length_at_all_is_refused(tmp_path, key):
    """No visit at all, or one of no hours, has no bill: pages ended in an error."""
    table = changed("parameters.csv", key, "minimum", "0")
    assert problems_of(own_folder(tmp_path / "own", table))[0] == (
        f"parameters.csv, row {key!r}, column minimum: there is no care of no length. "
        "Write a number above 0."
    )


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


@pytest.mark.parametrize(
    ("name", "column", "text", "said"),
    [
        ("prices.csv", "minutes", "30.5", "'30.5' has decimals. Write a whole number."),
        ("prices.csv", "low", "56.795", "'56.795' has parts of a cent. Write whole cents."),
        ("real_plans.csv", "weight", "0", "write a number above 0."),
        ("real_plans.csv", "weight", "-1", f"'-1' {BELOW_0}"),
        ("real_plans.csv", "weight", "inf", f"'inf' {NOT_A_NUMBER}"),
        ("services.csv", "therapy_parts", "-1", f"'-1' {BELOW_0}"),
        (
            "sources.csv",
            "accessed",
            "11/30/2026",
            f"'11/30/2026' {NOT_A_DATE}",
        ),
        (
            "sources.csv",
            "accessed",
            "20261130",
            f"'20261130' {NOT_A_DATE}",
        ),
        (
            "sources.csv",
            "accessed",
            "2026-13-01",
            f"'2026-13-01' {NOT_A_DATE}",
        ),
        (
            "sources.csv",
            "accessed",
            "last week",
            f"'last week' {NOT_A_DATE}",
        ),
        (
            "sources.csv",
            "url",
            "example.org",
            f"'example.org' {NOT_A_LINK}",
        ),
        (
            "sources.csv",
            "url",
            "ftp://example.org",
            f"'ftp://example.org' {NOT_A_LINK}",
        ),
        ("sources.csv", "url", "http://", f"'http://' {NOT_A_LINK}"),
    ],
)
def test_what_a_cell_cannot_be_is_said_in_our_words(tmp_path, name, column, text, said):
    first = {name: lambda rows: [{**rows[0], column: text}, *rows[1:]]}
    (problem,) = problems_of(own_folder(tmp_path / "own", first))
    assert problem == f"{name}, row 2, column {column}: {said}"


def test_a_kind_of_input_that_is_none_is_told_once(tmp_path):
    table = changed("parameters.csv", "iop_weeks", "kind", "counting")
    (problem,) = problems_of(own_folder(tmp_path / "own", table))
    assert problem.startswith("parameters.csv, row 8, column kind: 'counting' is not known here.")
    assert "'amount', 'count', 'choice'" in problem
    assert problem.endswith("'fields' or 'example'.")
