"""Data that loads row by row and still lacks what a page asks for."""

import shutil

import pytest

from carechoice.catalog.load import DEFAULT_FOLDER, catalog, load
from carechoice.web.needs import unmet, unsettled_defaults

SPOILED = [
    ("release.csv", "en_US", "nowhere", "language and region"),
    ("sentences.csv", "title,Weekly", "titel,Weekly", "the row 'title' is missing"),
    ("sentences.csv", "about {amount}", "about {sum}", "no blank {sum}"),
    ("sentences.csv", "about {amount}", "about {amount", "a brace does not match"),
    ("plans.csv", "own,My", "mine,My", "the row 'own' is missing"),
    ("levels.csv", "php,", "partial,", "the row 'php' is missing"),
    ("release.csv", "2027-05-31", "5/31/2027", "write the date year-month-day"),
    (
        "prices.csv",
        "negotiated,therapy,45",
        "negotiated,therapy,50",
        "minutes 45: there must be one",
    ),
    ("plan_terms.csv", "deductible_usd,1700", "iop_weeks,6", "a plan can fill in"),
    ("crisis.csv", "emergency,", "police,", "the row 'emergency' is missing"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), SPOILED)
def test_what_is_missing_is_said_with_its_file(tmp_path, name, old, new, said):
    folder = shutil.copytree(DEFAULT_FOLDER, tmp_path / "data")
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = unmet(load([folder]), catalog())
    assert any(problem.startswith(name) and said in problem for problem in problems), problems


def test_our_own_data_has_all_that_is_needed():
    assert unmet(catalog(), catalog()) == []
    assert unsettled_defaults() == []


def test_a_starting_value_that_is_not_the_plans_is_said(monkeypatch):
    row = catalog().parameters["deductible_usd"]
    monkeypatch.setitem(
        catalog().parameters, "deductible_usd", row.model_copy(update={"default": "1900"})
    )
    monkeypatch.setitem(catalog().terms_of("employer"), "deductible_usd", "1886")
    assert "deductible_usd" in unsettled_defaults()[0]
