"""What a program makes of a cell: a number with what its format shows, several lines, days."""

from datetime import date, time

import pytest
from filled_workbook import content, filled, sentences
from scenarios import TODAY

from carechoice.setup.checked import check
from carechoice.setup.mistakes import mistake_lines


def test_what_a_program_has_made_of_a_cell_is_read_as_it_was_typed():
    book = filled()
    programs = book["Programs"]
    programs["E4"] = time(17, 30)
    programs["I4"] = date(2027, 1, 4)
    programs["J4"] = False
    programs["H4"].number_format = '"$"#,##0.00'
    plans = book["Plans"]
    plans["E3"], plans["E3"].number_format = 0.7, "0%"
    plans["J3"] = date(2026, 7, 1)
    checked = check("ours.xlsx", content(book), TODAY)
    assert mistake_lines(checked.mistakes) == []
    program = checked.own.programs["evening_program"]
    assert (program.starts_at, program.start_dates) == ("17:30", (date(2027, 1, 4),))
    plan = checked.own.payer_plans["first_payer_silver"]
    assert (plan.plan_pays_percent, plan.plan_year_start) == (70, "07-01")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("[$R$-416] #,##0", "'310 R$' is in another currency. Write the amount in US dollars."),
        ('#,##0 "₪"', "'310 ₪' is in another currency. Write the amount in US dollars."),
        (
            "[$$-1009]#,##0.00",
            "'310 dollars of another country' is in another currency. Write the amount in US"
            " dollars.",
        ),
        (
            '0 "per hour"',
            "'310 per hour' has a word next to the number. Write 310, if 'hour' is what this column"
            " counts in.",
        ),
        ("#,##0,", "'310 (shown in thousands)' has more than a number. Write 310."),
        ("0%", "'31000%' is a share, and this column has none. Leave it empty, or write a number."),
    ],
)
def test_what_a_format_makes_of_a_number_is_asked(form, said):
    book = filled()
    book["Payers"]["H3"].number_format = form
    assert sentences(book) == [
        f"Payers, row 3, column H (Program day ($)): {said} The format of the cell shows it so: set"
        " it to Number, too."
    ]


@pytest.mark.parametrize(
    "form",
    [
        "General",
        "0.00",
        "0.00E+00",
        '"$"#,##0.00',
        "[$$-409]#,##0.00",
        "[$USD] #,##0",
        '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
        '#,##0;[Red]-#,##0 "below"',
    ],
)
def test_a_format_that_shows_the_number_or_us_dollars_is_taken(form):
    book = filled()
    book["Payers"]["H3"].number_format = form
    assert sentences(book) == []


def test_a_percentage_is_one_in_any_format_that_shows_it():
    book = filled()
    book["Plans"]["E3"], book["Plans"]["E3"].number_format = 0.7, "0.00%_);[Red](0.00%)"
    checked = check("ours.xlsx", content(book), TODAY)
    assert checked.own.payer_plans["first_payer_silver"].plan_pays_percent == 70


def test_each_line_of_a_cell_is_one_of_several_things():
    book = filled()
    book["Programs"]["L3"] = "English\nSpanish \n"
    book["Programs"]["I4"] = "2027-01-04\n2027-02-01"
    book["Sites"]["B3"] = "1 First St\nBoston"
    checked = check("ours.xlsx", content(book), TODAY)
    assert mistake_lines(checked.mistakes) == []
    day, evening = checked.own.programs.values()
    assert day.languages == ("English", "Spanish")
    assert evening.start_dates == (date(2027, 1, 4), date(2027, 2, 1))
    assert checked.own.sites["north"].address == "1 First St Boston"
