"""What no page could show of a centre's rows is refused at the start, with what to write."""

import pytest
from centre_folder import own_folder, problems_of, with_a_way, with_options, without, without_plan

from carechoice.catalog.in_use import catalog
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.catalog.sheet import parse
from carechoice.web.checks.needs import unmet


def test_a_table_of_inputs_from_before_may_list_our_plans_but_none_that_is_not_there(tmp_path):
    listed = "same_plan|employer|high_deductible|medicare|masshealth|none"
    before = {"parameters.csv": with_options("other_plan", listed)}
    own = load([own_folder(tmp_path / "before", before), DEFAULT_FOLDER])
    assert own.options("other_plan") == catalog().options("other_plan")
    assert unmet(own, catalog()) == []
    fewer = own_folder(tmp_path / "fewer", before | without_plan("none"))
    assert problems_of(fewer) == [
        "parameters.csv, row 'other_plan', column options: there is no choice 'none' here. "
        "Remove it."
    ]


@pytest.mark.parametrize(
    ("field", "options", "said"),
    [
        (
            "time_zone",
            "floating|America/New_York|Mars/Base",
            "there is no time zone 'Mars/Base'. Write a name such as America/New_York.",
        ),
        (
            "time_zone",
            "floating|America",
            "there is no time zone 'America'. Write a name such as America/New_York.",
        ),
        (
            "plan_year_start",
            "01-01|02-29",
            "'02-29' is not a day of every year. Write month-day, such as 07-01.",
        ),
        (
            "iop_weekdays",
            "any|wed_mon",
            "'wed_mon' names no working days. Write them in order, such as mon_wed_fri.",
        ),
        (
            "plan_year_start",
            "01-01|7-1",
            "'7-1' is not a day of every year. Write month-day, such as 07-01.",
        ),
    ],
)
def test_an_option_that_stands_for_nothing_is_named(tmp_path, field, options, said):
    files = {"parameters.csv": with_options(field, options)}
    words = "".join(
        f"{field}.{option},Ours\n"
        for option in options.split("|")
        if field == "time_zone" and f"{field}.{option}" not in catalog().words
    )
    folder = own_folder(tmp_path / "own", files, words)
    assert problems_of(folder) == [f"parameters.csv, row {field!r}, column options: {said}"]


def test_a_table_of_inputs_from_before_may_list_the_third_ways_but_none_that_is_not_there(
    tmp_path,
):
    inputs = {"parameters.csv": with_options("third_path", "off|step_down|step_up")}
    own = load([own_folder(tmp_path / "before", inputs), DEFAULT_FOLDER])
    assert own.options("third_path") == ("off", "step_down", "step_up")
    assert unmet(own, catalog()) == []
    fewer = own_folder(tmp_path / "fewer", inputs | {"paths.csv": without("step_up")})
    assert problems_of(fewer) == [
        "parameters.csv, row 'third_path', column options: there is no choice 'step_up' here. "
        "Remove it."
    ]


HOW_TO_WRITE = (
    "write each phase as therapy:length or iop:length, with a week of its own as therapy:6:2 "
    "(sessions a week) or iop:4:3x3 (days a week x hours a day)"
)


@pytest.mark.parametrize(
    "phases",
    [
        "iop:", "iop", ":4", "day:4", "iop:4:3", "iop:4:x3", "iop:4:3x", "iop:4:3.5x3",
        "iop:4:3X3", "iop:4:3x3:1", "iop:4:-3x3", "therapy:6:", "therapy:6:2x1", "therapy:6:two",
        "therapy:6:1e1", "therapy:6:٢",
    ],
)  # fmt: skip
def test_a_part_of_a_way_that_is_written_in_no_known_form_is_named(tmp_path, phases):
    folder = own_folder(tmp_path / "own", {"paths.csv": with_a_way("round", phases)})
    assert problems_of(folder) == [f"paths.csv, row 6, column phases: {HOW_TO_WRITE}"]


@pytest.mark.parametrize(
    ("phases", "week"),
    [
        ("therapy:6:0", "0.5 to 5 sessions a week, not 0."),
        ("therapy:6:6", "0.5 to 5 sessions a week, not 6."),
        ("iop:4:6x3", "{of_iop}, not 6x3."),
        ("iop:4:3x2.5", "{of_iop}, not 3x2.5."),
        ("iop:4:1x9", "{of_iop}, not 1x9."),
        ("iop:4:5x7", "{of_iop}, not 5x7."),
    ],
)
def test_a_week_of_a_way_that_no_option_could_have_is_named(tmp_path, phases, week):
    of_iop = "1 to 5 days a week of 3 to 8 hours, and at most 30 hours a week"
    folder = own_folder(tmp_path / "own", {"paths.csv": with_a_way("round", phases)})
    assert problems_of(folder) == [
        f"paths.csv, row 'round', column phases: write {week.format(of_iop=of_iop)}"
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without("therapy"), "paths.csv, column key: the row 'therapy' is missing. Add it."),
        (
            lambda rows: [{**rows[0], "phases": "therapy:12"}, *rows[1:]],
            "paths.csv, row 'therapy', column phases: write therapy:therapy_sessions here.",
        ),
        (
            with_a_way("round", "therapy:6|iop"),
            f"paths.csv, row 6, column phases: {HOW_TO_WRITE}",
        ),
        (
            with_a_way("round", "iop:4|therapy:6|therapy:12"),
            "paths.csv, row 6, column phases: two phases in a row are of the same kind of care. "
            "Write them as one",
        ),
        (
            with_a_way("round", "therapy:iop_weeks"),
            "paths.csv, row 'round', column phases: 'iop_weeks' is no length of therapy. Write a "
            "whole number of sessions from 1 to 104, or the key of a number of sessions in "
            "parameters.csv.",
        ),
        (
            with_a_way("round", "iop:27"),
            "paths.csv, row 'round', column phases: 27 is no length of iop. Write a whole number "
            "of weeks from 1 to 26, or the key of a number of weeks in parameters.csv.",
        ),
    ],
)
def test_a_way_of_care_that_no_page_could_show_is_refused_at_the_start(tmp_path, change, said):
    assert problems_of(own_folder(tmp_path / "own", {"paths.csv": change})) == [said]


def test_the_key_that_stands_for_no_third_way_is_no_way(tmp_path):
    folder = own_folder(tmp_path / "own", {"paths.csv": with_a_way("off", "iop:4")})
    assert (
        "paths.csv, row 'off', column key: this key stands for no third way. Write another one."
        in problems_of(folder)
    )


def test_words_of_nothing_but_spaces_are_an_empty_cell(tmp_path):
    folder = own_folder(tmp_path / "own", {}, 'answer.estimate,"   "\n')
    assert problems_of(folder) == [
        "words/en/ours.csv, row 2, column text: the cell is empty. Fill it in."
    ]


def test_a_term_of_an_example_plan_that_stands_twice_is_named(tmp_path):
    def twice(rows):
        return [*rows, {**rows[0], "value": "2000"}]

    assert problems_of(own_folder(tmp_path / "own", {"plan_terms.csv": twice})) == [
        "plan_terms.csv, row 'high_deductible' 'deductible_usd', columns plan, field: the term "
        "stands there 2 times. Keep one of them."
    ]


def test_a_space_beside_the_name_of_a_column_changes_nothing():
    sheet = parse("release.csv", b"key, value \nversion,1\n", ("key", "value"))
    assert sheet.lines[0].cells == {"key": "version", "value": "1"}
