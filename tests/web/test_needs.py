"""Data that loads row by row and still lacks what a page asks for."""

import shutil

import pytest

from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.inputs.typed_number import read_typed
from carechoice.language.formats import UNITS, count
from carechoice.web.checks.needs import unmet, unsettled_defaults

SPOILED = [
    ("release.csv", "en_US", "nowhere", "language and region"),
    ("words/en/everywhere.csv", "title,Weekly", "titel,Weekly", "no page uses this text, 'titel'"),
    ("words/en/counting.csv", "about {amount}", "about {sum}", "no blank {sum}"),
    ("words/en/counting.csv", "about {amount}", "about {amount", "a brace does not match"),
    ("words/en/counting.csv", "about {amount}", "about {amount!r}", "no blank {amount!r}"),
    ("words/en/counting.csv", "about {amount}", "about {amount:>99}", "no blank {amount:>99}"),
    ("release.csv", "2027-05-31", "5/31/2027", "write the date year-month-day"),
    ("release.csv", "2027-05-31", "20270531", "write the date year-month-day"),
    ("release.csv", "2027-05-31", "2026-11-01", "is before the day on which the data was checked"),
    ("release.csv", "version,2026", "version,our data 2026", "no link could hold"),
    ("release.csv", "version,", "version,www.", "no link could hold"),
    ("words/en/counting.csv", "about {amount}", "about so much", "the blank {amount} is missing"),
    (
        "prices.csv",
        "negotiated,therapy,45",
        "negotiated,therapy,50",
        "minutes 45: there must be one",
    ),
    (
        "levels.csv",
        "outpatient,0,9",
        "outpatient,1,9",
        "and where this level begins is 0",
    ),
    ("levels.csv", "iop,9,20", "iop,8,20", "and where this level begins is 9"),
    (
        "levels.csv",
        "iop,9,20",
        "iop,9,",
        "where this level begins is left open",
    ),
    ("plan_terms.csv", "deductible_usd,1750", "iop_weeks,6", "a plan can fill in"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), SPOILED)
def test_what_is_missing_is_said_with_its_file(tmp_path, name, old, new, said):
    folder = shutil.copytree(DEFAULT_FOLDER, tmp_path / "data")
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = unmet(load([folder]), catalog())
    assert any(problem.startswith(name) and said in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("name", "key"), [("plans", "own"), ("levels", "php"), ("crisis", "emergency")]
)
def test_a_row_that_pages_ask_for_is_missed(tmp_path, name, key):
    lines = (DEFAULT_FOLDER / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(f"{key},")]
    assert len(kept) == len(lines) - 1
    (tmp_path / f"{name}.csv").write_text("\n".join(kept), encoding="utf-8")
    if name == "plans":
        terms = (DEFAULT_FOLDER / "plan_terms.csv").read_text(encoding="utf-8").splitlines()
        others = [line for line in terms if not line.startswith(f"{key},")]
        (tmp_path / "plan_terms.csv").write_text("\n".join(others), encoding="utf-8")
    problems = unmet(load([tmp_path, DEFAULT_FOLDER]), catalog())
    assert f"{name}.csv, column key: the row {key!r} is missing. Add it." in problems


def test_a_sentence_that_pages_ask_for_is_missed(tmp_path):
    folder = shutil.copytree(DEFAULT_FOLDER, tmp_path / "data")
    path = folder / "words/en/everywhere.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("title,")), "utf-8")
    assert unmet(load([folder]), catalog()) == [
        "words/en: the words under 'title' are missing. Add a row with this key to a file there."
    ]


# A language with four forms: for 1, for 2, for 5 and for 1.5. The first and the last stay as ours.
POLISH = {"week.few": "{n} tygodnie", "week.many": "{n} tygodni"}


def in_polish(folder, words):
    """Our data in Polish as far as what is counted goes; for the rest of it any words will do."""
    shutil.copytree(DEFAULT_FOLDER, folder)
    release = (folder / "release.csv").read_text(encoding="utf-8")
    (folder / "release.csv").write_text(release.replace("en_US", "pl_PL"), encoding="utf-8")
    with (folder / "words/en/counting.csv").open("a", encoding="utf-8") as file:
        for unit in UNITS:
            for form in ("few", "many"):
                if words.get(f"{unit}.{form}", "{n}"):
                    file.write(f"{unit}.{form},{words.get(f'{unit}.{form}', '{n}')}\n")
    return load([folder])


def test_a_language_with_four_forms_may_have_a_sentence_for_each(tmp_path):
    assert unmet(in_polish(tmp_path / "data", POLISH), catalog()) == []


@pytest.mark.parametrize("locale", ["ja_JP", "zh_CN", "ko_KR", "vi_VN"])
def test_a_language_with_one_form_lets_our_other_form_stand(tmp_path, locale):
    release = (DEFAULT_FOLDER / "release.csv").read_text(encoding="utf-8")
    (tmp_path / "release.csv").write_text(release.replace("en_US", locale), encoding="utf-8")
    assert unmet(load([tmp_path, DEFAULT_FOLDER]), catalog()) == []


def test_polish_counts_in_its_own_forms(tmp_path):
    with using(in_polish(tmp_path / "data", POLISH)):
        told = [count(number, "week") for number in (1, 2, 5, 22, 1.5)]
    assert told == ["1 week", "2 tygodnie", "5 tygodni", "22 tygodnie", "1,5 weeks"]


@pytest.mark.parametrize("typed", ["1 week", "2 tygodnie", "5 tygodni", "22 tygodni"])
def test_what_is_typed_may_have_its_unit_in_any_form_of_the_language(tmp_path, typed):
    with using(in_polish(tmp_path / "data", POLISH)):
        assert read_typed(catalog().parameters["iop_weeks"], typed) == int(typed.split()[0])


@pytest.mark.parametrize("form", ["few", "many"])
def test_a_form_of_the_language_that_is_missing_is_said(tmp_path, form):
    lacking = in_polish(tmp_path / "data", {**POLISH, f"week.{form}": ""})
    assert unmet(lacking, catalog()) == [
        f"words/pl: the words under 'week.{form}' are missing. "
        "Add a row with this key to a file there."
    ]


def test_english_has_no_use_for_the_forms_of_another_language(tmp_path):
    folder = shutil.copytree(DEFAULT_FOLDER, tmp_path / "data")
    with (folder / "words/en/counting.csv").open("a", encoding="utf-8") as file:
        file.write("week.few,{n} weeks\n")
    assert "no page uses this text" in unmet(load([folder]), catalog())[0]


def test_each_length_of_a_session_needs_its_billing_code(tmp_path):
    table = (DEFAULT_FOLDER / "parameters.csv").read_text(encoding="utf-8")
    assert "minutes,60,30,60,30,60,15," in table
    longer = table.replace("minutes,60,30,60,30,60,15,", "minutes,60,30,60,30,75,15,")
    (tmp_path / "parameters.csv").write_text(longer, encoding="utf-8")
    problems = unmet(load([tmp_path, DEFAULT_FOLDER]), catalog())
    assert "billing_codes.csv: therapy_75: there must be one row, not 0." in problems
    assert any("negotiated, therapy, minutes 75: there must be one" in each for each in problems)


def test_a_choice_that_no_page_knows_is_refused(tmp_path):
    table = (DEFAULT_FOLDER / "parameters.csv").read_text(encoding="utf-8")
    assert "in|oon|self_pay" in table
    more = table.replace("in|oon|self_pay", "in|oon|self_pay|barter")
    (tmp_path / "parameters.csv").write_text(more, encoding="utf-8")
    assert (
        "parameters.csv, row 'network', column options: there is no choice 'barter' here. "
        "Remove it."
    ) in unmet(load([tmp_path, DEFAULT_FOLDER]), catalog())


def test_a_blank_that_a_form_cannot_fill_is_said(tmp_path):
    spoiled = in_polish(tmp_path / "data", {**POLISH, "week.few": "{number} tygodnie"})
    assert "there is no blank {number} here" in unmet(spoiled, catalog())[0]


def test_a_form_may_say_its_number_in_a_word(tmp_path):
    words = {**POLISH, "week.few": "parę tygodni"}
    assert unmet(in_polish(tmp_path / "data", words), catalog()) == []


def test_our_own_data_has_all_that_is_needed():
    assert unmet(catalog(), catalog()) == []
    assert unsettled_defaults(catalog()) == []


def test_a_starting_value_that_is_not_the_plans_is_said(monkeypatch):
    row = catalog().parameters["deductible_usd"]
    monkeypatch.setitem(
        catalog().parameters, "deductible_usd", row.model_copy(update={"default": "1900"})
    )
    term = catalog().terms_of("medicare")["deductible_usd"]
    ours = term.model_copy(update={"plan": "employer", "value": "1886"})
    monkeypatch.setitem(catalog().terms_of("employer"), "deductible_usd", ours)
    assert "deductible_usd" in unsettled_defaults(catalog())[0]
