"""Loading data: a centre's own files, and errors that say where they are."""

import shutil

import pytest

from carechoice.catalog.in_use import catalog
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load, served


@pytest.fixture
def folder(tmp_path):
    """A copy of the data to spoil."""
    return shutil.copytree(DEFAULT_FOLDER, tmp_path / "data")


def spoil(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems_of(folder):
    with pytest.raises(BadDataError) as caught:
        load([folder])
    return caught.value.problems


def test_the_shipped_data_loads():
    assert load([DEFAULT_FOLDER]).parameters.keys() == catalog().parameters.keys()


# What is wrong: the file, what stands there, what is put in its place, how the problem begins.
SPOILED = {
    "a price that is not a number": (
        "prices.csv", "56.79", "cheap", "prices.csv, row 2, column low:",
    ),
    "an example week that cannot be read": (
        "weeks.csv", "mon-fri:09-17", "mon-fri:9 to 5",
        "weeks.csv, row 'nine_to_five', column fixed_hours:",
    ),
    "a cell too many": (
        "release.csv", "locale,en_US", "locale,en_US,extra", "release.csv, row 5, column (beyond",
    ),
    "a key that stands twice": (
        "features.csv", "therapy_private", "therapy_one_to_one",
        "features.csv, row 3, column key: 'therapy_one_to_one' stands there twice.",
    ),
    "a source that does not exist": (
        "figures.csv", "rct_1998", "rct_1999",
        "figures.csv, row 'trial_people', column source: there is no 'rct_1999'",
    ),
    "a blank that a way out has no figure for": (
        "recourses.csv", "denial_days|urgent_hours", "denial_days",
        "recourses.csv, row 'reason', column text: there is no blank {urgent_hours} here.",
    ),
    "a way out for a way of paying that is none": (
        "recourses.csv", "network=in|oon", "network=in|out",
        "recourses.csv, row 'reason', column needs: 'out' is no value of 'network'.",
    ),
    "a step of zero": (
        "parameters.csv", "1,26,1,", "1,26,0,", "parameters.csv, row 8, column step:",
    ),
    "a start outside the bounds": (
        "parameters.csv", "8,4,12,1,26", "40,4,12,1,26",
        "parameters.csv, row 'iop_weeks', column default:",
    ),
    "a range from high to low": (
        "parameters.csv", "8,4,12,1,26", "8,12,4,1,26",
        "parameters.csv, row 'iop_weeks', column low:",
    ),
    "a bound that is not a number": (
        "parameters.csv", "8,4,12,1,26", "8,4,12,one,26", "parameters.csv, row 8, column minimum:",
    ),
    "a plan's term out of bounds": (
        "plan_terms.csv", "deductible_usd,1750", "deductible_usd,-5",
        "plan_terms.csv, row 'high_deductible' 'deductible_usd', column value:",
    ),
    "a choice that is not offered": (
        "parameters.csv", "course", "cours", "parameters.csv, row 12, column section:",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "beginning"), SPOILED.values(), ids=SPOILED)
def test_what_is_wrong_is_named_with_file_row_and_column(folder, name, old, new, beginning):
    spoil(folder, name, old, new)
    (problem,) = problems_of(folder)
    assert problem.startswith(beginning)


def test_a_column_with_a_wrong_name_is_missing_and_unknown_in_each_row(folder):
    spoil(folder, "plans.csv", "price_list", "price_lst")
    found = problems_of(folder)
    for column in (
        "price_list: the cell is empty. Fill it in.",
        "price_lst: there is no such column",
    ):
        assert len([each for each in found if f", column {column}" in each]) == len(catalog().plans)


def test_all_errors_come_at_once(folder):
    spoil(folder, "prices.csv", "56.79", "cheap")
    spoil(folder, "levels.csv", ",yes,", ",perhaps,")
    spoil(folder, "features.csv", "positive", "good")
    named = {problem.split(",")[0] for problem in problems_of(folder)}
    assert named == {"prices.csv", "levels.csv", "features.csv"}


def test_a_missing_file_is_named(folder):
    (folder / "crisis.csv").unlink()
    assert any("crisis.csv: the file is missing" in problem for problem in problems_of(folder))


def test_a_file_that_is_not_utf_8_says_how_to_save_it(folder):
    (folder / "plans.csv").write_bytes("key,label\nown,Caf\u00e9".encode("cp1252"))
    assert "plans.csv: the file is not UTF-8. Save it as CSV UTF-8." in problems_of(folder)


def own_folder(monkeypatch, folder):
    monkeypatch.setenv("CARECHOICE_DATA", str(folder))
    with pytest.raises(BadDataError) as caught:
        served()
    return caught.value.problems[0]


def test_a_folder_that_is_not_there_is_not_passed_over(monkeypatch, tmp_path):
    assert "names no folder" in own_folder(monkeypatch, tmp_path / "missing")


def test_a_file_with_a_name_we_do_not_know_is_not_passed_over(monkeypatch, tmp_path):
    (tmp_path / "price.csv").write_text("key", encoding="utf-8")
    assert own_folder(monkeypatch, tmp_path).startswith("price.csv: no such data file")


def test_a_centres_own_file_replaces_ours_and_the_rest_stays(tmp_path):
    shutil.copy(DEFAULT_FOLDER / "release.csv", tmp_path)
    spoil(tmp_path, "release.csv", f"version,{catalog().release['version'].value}", "version,own")
    loaded = load([tmp_path, DEFAULT_FOLDER])
    assert loaded.release["version"].value == "own"
    assert loaded.plans.keys() == catalog().plans.keys()


def test_a_file_saved_by_a_spreadsheet_with_a_byte_order_mark_loads(folder):
    path = folder / "plans.csv"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert load([folder]).plans.keys() == catalog().plans.keys()


def test_rows_cannot_be_changed_once_loaded():
    with pytest.raises(ValueError, match="frozen"):
        catalog().plans["employer"].label = "ours"
