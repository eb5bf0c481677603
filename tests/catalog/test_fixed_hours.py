"""The fixed hours of a week as text."""

import pytest

from carechoice.catalog.fixed_hours import hours_of_week, read_fixed_hours, write_fixed_hours
from carechoice.language.formats import clock, fixed_hours, weekdays


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("mon:09-17|tue:09-17", "mon-tue:09-17"),
        ("sat:10-12,12-14", "sat:10-14"),
        ("mon:23-07", "mon:23-24|tue:00-07"),
        ("sun:22-02", "mon:00-02|sun:22-24"),
        ("mon-sun:00-24", "mon-sun:00-24"),
    ],
)
def test_a_week_has_one_shortest_text(given, kept):
    assert write_fixed_hours(read_fixed_hours(given)) == kept


@pytest.mark.parametrize(
    "text",
    ["mon", "mon:", "mon:9", "mon:09-25", "mon:24-02", "mon:09-09", "fri-mon:09-17", "day:09-17",
     "mon:09-17;tue:09-17", "mon:-1-5", "mon:٠٩-17", "mon:9-17", "MON:09-17", "mon-:09-17",
     "mon:09-17|", "|mon:09-17", "mon:09-17||tue:09-17", "|", "mon:09-17,", " mon:09-17",
     "mon: 09-17", "mon:009-17", "mon-tue-wed:09-17", "-mon:09-17"],
)  # fmt: skip
def test_what_is_not_written_as_we_write_a_week_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        read_fixed_hours(text)


def test_nine_to_five_on_two_days_are_sixteen_hours():
    assert len(hours_of_week([0, 1], 9, 17)) == 16


def test_fixed_hours_are_told_day_by_day_in_words():
    assert fixed_hours("mon-fri:06-08,15-20|sat:00-24") == (
        "Monday to Friday, 6 am to 8 am and 3 pm to 8 pm; Saturday, midnight to midnight"
    )
    assert fixed_hours("") == "nothing"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([0], "Monday"),
        ([3, 0, 0], "Monday and Thursday"),
        ([0, 1, 3], "Monday, Tuesday and Thursday"),
        ([0, 1, 2, 4], "Monday to Wednesday and Friday"),
        (range(7), "Monday to Sunday"),
        ([], ""),
    ],
)
def test_days_as_a_list(days, told):
    assert weekdays(days) == told


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0, "midnight"), (30, "12:30 am"), (540, "9 am"), (720, "noon"), (750, "12:30 pm"),
     (1050, "5:30 pm"), (1440, "midnight")],
)  # fmt: skip
def test_the_time_of_day(minutes, told):
    assert clock(minutes) == told
