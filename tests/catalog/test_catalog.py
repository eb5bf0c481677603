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


def test_a_price_that_is_no_number_is_named_with_file_row_and_column(folder):
    spoil(folder, "prices.csv", "56.79", "cheap")
    (problem,) = problems_of(folder)
    assert problem.startswith("prices.csv, row 2, column low:")


def test_all_errors_come_at_once(folder):
    spoil(folder, "prices.csv", "56.79", "cheap")
    spoil(folder, "levels.csv", ",yes,", ",perhaps,")
    spoil(folder, "features.csv", "positive", "good")
    named = {problem.split(",")[0] for problem in problems_of(folder)}
    assert named == {"prices.csv", "levels.csv", "features.csv"}


def test_an_example_week_that_cannot_be_read_is_named(folder):
    spoil(folder, "weeks.csv", "mon-fri:09-17", "mon-fri:9 to 5")
    (problem,) = problems_of(folder)
    assert problem.startswith("weeks.csv, row 'nine_to_five', column fixed_hours:")


def test_a_missing_file_is_named(folder):
    (folder / "crisis.csv").unlink()
    assert any("crisis.csv: the file is missing" in problem for problem in problems_of(folder))


def test_an_unknown_column_is_named(folder):
    spoil(folder, "plans.csv", "price_list", "price_lst")
    assert any("column price_lst" in problem for problem in problems_of(folder))


def test_a_cell_too_many_is_an_error(folder):
    spoil(folder, "release.csv", "locale,en_US", "locale,en_US,extra")
    assert any("release.csv, row 5" in problem for problem in problems_of(folder))


def test_a_key_that_stands_twice_is_an_error(folder):
    spoil(folder, "features.csv", "therapy_private", "therapy_one_to_one")
    assert any("stands there twice" in problem for problem in problems_of(folder))


def test_a_source_that_does_not_exist_is_an_error(folder):
    spoil(folder, "figures.csv", "rct_1998", "rct_1999")
    (problem,) = problems_of(folder)
    assert "figures.csv, row 'trial_people', column source: there is no 'rct_1999'" in problem


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


def test_a_step_of_zero_is_an_error(folder):
    spoil(folder, "parameters.csv", "1,26,1,", "1,26,0,")
    (problem,) = problems_of(folder)
    assert problem.startswith("parameters.csv, row 8, column step")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("8,4,12,1,26", "40,4,12,1,26"),
        ("8,4,12,1,26", "8,12,4,1,26"),
        ("8,4,12,1,26", "8,4,12,one,26"),
    ],
)
def test_a_default_or_range_outside_its_bounds_is_an_error(folder, old, new):
    spoil(folder, "parameters.csv", old, new)
    (problem,) = problems_of(folder)
    assert problem.startswith("parameters.csv, row 8, columns")


def test_a_plan_term_out_of_bounds_is_an_error(folder):
    spoil(folder, "plan_terms.csv", "deductible_usd,1700", "deductible_usd,-5")
    (problem,) = problems_of(folder)
    assert "plan_terms.csv" in problem
    assert "deductible_usd" in problem


def test_a_choice_that_is_not_offered_is_an_error(folder):
    spoil(folder, "parameters.csv", "course", "cours")
    assert any("column section" in problem for problem in problems_of(folder))


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
