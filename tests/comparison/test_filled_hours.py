"""What fills a program's hours: as the centre states it, and as we assume where it does not.

The day program has 16 hours: 12 of group and 4 of education. The evening program states nothing.
"""

from datetime import date

import pytest
from centre_tables import loaded

from carechoice.catalog.in_use import using
from carechoice.comparison.compare import compare
from carechoice.comparison.side_by_side.features import about, week_in
from carechoice.comparison.side_by_side.picked_topics import rows
from carechoice.comparison.weeks.filled_hours import hours_filled
from carechoice.inputs.scenario import Scenario
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.words import filling_caption

EVENING = "program_evening_program"


@pytest.fixture(autouse=True)
def _centre(tmp_path):
    with using(loaded(tmp_path / "own")):
        yield


def comparison(**query):
    asked = {"program": "day_program", "start_date": "2027-01-04", **query}
    read = Scenario.from_query(asked, today=date(2026, 11, 23))
    assert not read.problems
    return compare(read.scenario)


def filled(option):
    return hours_filled(option, option.phases[0])


def test_the_hours_of_a_program_are_filled_as_its_centre_states_it():
    option = comparison().options["iop"]
    assert filled(option) == {"group": 12, "education": 4}
    assert week_in(option) == (
        "A week of 16 hours, as the center states it: 12 hours of group therapy, 4 hours of skills "
        "and education."
    )


def test_of_other_hours_and_of_other_programs_the_centre_states_nothing():
    """Of 9 hours we assume 6 of group, 2 of education and 1 of one-to-one therapy."""
    ours = {"group": 6, "education": 2, "one_to_one": 1}
    assert filled(comparison(iop_hours_per_week="9").options["iop"]) == ours
    assert filled(comparison(third_path=EVENING).options[EVENING]) == ours


def test_a_program_that_is_followed_by_therapy_is_filled_in_the_same_way():
    option = comparison(third_path="step_down").options["step_down"]
    assert [hours_filled(option, phase) for phase in option.phases] == [
        {"group": 12, "education": 4},
        {"one_to_one": 1},
    ]


def test_the_chart_has_these_hours_and_says_whose_they_are():
    chart = filling_chart(comparison())
    group = next(row for row in chart.table.rows if row[0] == "Group therapy")
    assert group[1:3] == (0, 12)
    stated = "The center states how the hours are split for the IOP."
    assert chart.caption.endswith(stated)
    told = filling_caption(comparison(third_path=EVENING))
    assert "The center states how the hours are split for “Day program”. How an IOP’s hours" in told
    assert stated not in filling_caption(comparison(iop_hours_per_week="9"))


def test_topics_tell_the_same_hours():
    told = {row[0]: row[1:] for row in rows(comparison(topics="group"))}
    assert ["12 hours"] in [list(cells[1:]) for cells in told.values()]


def test_a_split_without_one_to_one_hours_is_said_beside_the_good_point_that_has_them():
    told = " ".join(about(comparison(), "iop"))
    assert (
        "You usually get both group therapy and one-to-one sessions. Here the center states no "
        "hours of one-to-one therapy."
    ) in told


def test_where_the_split_is_ours_nothing_is_said_to_be_without():
    assert "states no hours" not in " ".join(about(comparison(iop_hours_per_week="9"), "iop"))


def test_of_two_programs_the_one_without_one_to_one_hours_is_named():
    told = " ".join(about(comparison(third_path=EVENING), "iop"))
    assert "**Day program.** Here the center states no hours of one-to-one therapy." in told
    assert told.count("states no hours") == 1
