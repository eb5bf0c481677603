"""Starting on what the operator has set."""

import pytest

from carechoice.web.checks.start import checked_catalog


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


@pytest.mark.parametrize(
    ("name", "is_warned"),
    [
        ("Casa Ñandú & Söhne", False),
        ("Ελπίδα", False),
        # Unassigned and private signs: no font has a shape for them.
        ("House \u0378", True),
        ("\U000f0001 Garden", True),
    ],
)
def test_a_name_that_paper_cannot_show_is_said_at_the_start(
    monkeypatch, tmp_path, capsys, name, is_warned
):
    (tmp_path / "centre.csv").write_text(f"name,color,text_color\n{name},,\n", encoding="utf-8")
    monkeypatch.setenv("CARECHOICE_DATA", str(tmp_path))
    assert checked_catalog().centre.name == name
    assert ("the handout prints boxes" in capsys.readouterr().err) == is_warned
