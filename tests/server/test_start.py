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


def test_the_data_and_the_day_of_the_tests_let_it_start():
    assert checked_catalog().release
