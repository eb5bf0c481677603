"""Starting on what the operator has set."""

import pytest

from carechoice.web.start import checked_catalog


def test_a_pinned_day_that_is_none_ends_the_start_with_one_sentence(monkeypatch):
    monkeypatch.setenv("CARECHOICE_TODAY", "next week")
    with pytest.raises(SystemExit) as ended:
        checked_catalog()
    assert str(ended.value) == (
        "CareChoice did not start. CARECHOICE_TODAY must be a day as YYYY-MM-DD, not 'next week'."
    )


@pytest.mark.parametrize("day", ["9999-12-31", "2032-01-01", "2025-12-31", "0001-01-01"])
def test_a_pinned_day_after_which_no_care_begins_ends_the_start_too(monkeypatch, day):
    monkeypatch.setenv("CARECHOICE_TODAY", day)
    with pytest.raises(SystemExit) as ended:
        checked_catalog()
    assert str(ended.value) == (
        "CareChoice did not start. CARECHOICE_TODAY must be a day from 2026-01-01 to 2031-12-31, "
        f"not {day}."
    )


def test_the_data_and_the_day_of_the_tests_let_it_start():
    assert checked_catalog().release
