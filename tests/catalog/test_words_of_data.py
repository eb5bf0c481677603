"""Words apart from numbers: where a text comes from, and which one counts where there are two."""

import csv
import re
from string import Formatter

import pytest

from carechoice.catalog.in_use import catalog
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load, served
from carechoice.catalog.tables import KEYED, TABLES
from carechoice.catalog.words import columns_of_words

# A source is cited as it calls itself, in whatever language that is.
CITED = "sources"
# The columns that plans.csv had before words stood apart.
OLD_PLANS = """key,label,note,price_list,set_by_law
own,My own plan,,negotiated,no
employer,Our staff's plan,Ask at the desk.,negotiated,no
"""
OLD_WEEKS = "key,label,fixed_hours,basis,source,note\nfree,An open week,,assumed,ours,\n"
OLD_TERMS = "plan,field,value,basis,source,note\nemployer,deductible_usd,900,assumed,ours,\n"


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def laid_over(folder, files, **how):
    """Our data under a centre's folder with these files."""
    write(folder, files)
    return load([folder, DEFAULT_FOLDER], **how)


def problems_of(folder, files):
    with pytest.raises(BadDataError) as caught:
        laid_over(folder, files)
    return list(caught.value.problems)


def columns(path):
    with path.open(newline="", encoding="utf-8") as file:
        return next(csv.reader(file))


@pytest.mark.parametrize("table", TABLES)
def test_our_tables_have_no_column_of_words(table):
    if table != CITED:
        stand = set(columns(DEFAULT_FOLDER / f"{table}.csv"))
        assert not stand & set(columns_of_words(TABLES[table]))


@pytest.mark.parametrize("path", sorted(DEFAULT_FOLDER.glob("words/*/*.csv")), ids=lambda p: p.stem)
def test_a_file_of_words_has_keys_texts_and_notes_and_is_no_longer_than_can_be_looked_over(path):
    assert columns(path) == ["key", "text", "note"]
    with path.open(newline="", encoding="utf-8") as file:
        assert 1 <= len(list(csv.DictReader(file))) <= 160


@pytest.mark.parametrize("path", sorted(DEFAULT_FOLDER.glob("words/*/*.csv")), ids=lambda p: p.stem)
def test_a_note_for_the_translator_explains_each_blank_and_no_other(path):
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        blanks = {name for _, name, _, _ in Formatter().parse(row["text"]) if name}
        assert blanks == set(re.findall(r"(?<!\{)\{(\w+)\}(?!\})", row["note"])), row["key"]


def test_a_row_has_the_words_under_its_table_its_key_and_the_column():
    assert catalog().plans["employer"].label == catalog().say("plans.employer.label")
    assert catalog().say("plans.employer.label") == "Typical employer plan"
    term = next(each for each in catalog().plan_terms if each.field == "deductible_usd")
    assert term.note == catalog().say(f"plan_terms.{term.plan}.deductible_usd.note")


def test_a_centre_may_call_a_row_of_ours_something_else(tmp_path):
    own = laid_over(
        tmp_path, {"words/en/anything.csv": "key,text\nplans.employer.label,Staff plan\n"}
    )
    assert own.plans["employer"].label == "Staff plan"
    assert own.plans["medicare"] == catalog().plans["medicare"]


@pytest.mark.parametrize("name", KEYED)
def test_each_table_as_it_was_with_its_words_in_it_says_what_it_said(tmp_path, name):
    """A centre that copied our file before words stood apart finds all of it as it was."""
    rows, words = getattr(catalog(), name), columns_of_words(KEYED[name])
    with (DEFAULT_FOLDER / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        cells = list(csv.DictReader(file))
    with (tmp_path / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys([*cells[0], *words])))
        writer.writeheader()
        for row in cells:
            told = {column: getattr(rows[row["key"]], column) for column in words}
            writer.writerow({**row, **told})
    assert getattr(load([tmp_path, DEFAULT_FOLDER]), name) == rows


def test_words_in_the_columns_of_an_older_table_are_its_rows_words(tmp_path):
    own = laid_over(tmp_path, {"plans.csv": OLD_PLANS, "plan_terms.csv": OLD_TERMS})
    assert own.plans["employer"].label == "Our staff's plan"
    assert own.plans["employer"].note == "Ask at the desk."


def test_an_empty_cell_of_an_older_table_says_nothing_and_not_what_we_say(tmp_path):
    own = laid_over(tmp_path, {"weeks.csv": OLD_WEEKS})
    assert catalog().weeks["free"].note
    assert own.weeks["free"].note == ""
    assert own.weeks["free"].label == "An open week"


def test_older_sentences_are_read_as_a_file_of_words(tmp_path):
    own = laid_over(tmp_path, {"sentences.csv": "key,text\ntitle,Two ways of care\n"})
    assert own.say("title") == "Two ways of care"


def test_our_note_on_a_number_is_not_said_of_another_number(tmp_path):
    table = (DEFAULT_FOLDER / "prices.csv").read_text(encoding="utf-8")
    assert "56.79,68.98,85.60" in table
    own = laid_over(tmp_path, {"prices.csv": table.replace("56.79,68.98,85.60", "50,60,70")})
    assert "percentile" in catalog().prices["negotiated_therapy_30"].note
    assert own.prices["negotiated_therapy_30"].note == ""
    assert own.prices["negotiated_therapy_45"] == catalog().prices["negotiated_therapy_45"]


def test_the_words_of_another_language_lie_over_ours(tmp_path):
    files = {
        "words/es/pagina.csv": "key,text\ntitle,Dos caminos\nplans.employer.label,Del trabajo\n",
        "words/en/ours.csv": "key,text\ntitle,Two ways\n",
    }
    spanish = laid_over(tmp_path, files, locale="es_US")
    assert spanish.say("title") == "Dos caminos"
    assert spanish.plans["employer"].label == "Del trabajo"
    assert spanish.say("app.name") == "CareChoice"


def test_words_of_a_language_that_no_page_speaks_are_named_and_not_passed_over(tmp_path):
    """The locale is en_US, so pages would go on in English without a word on the French ones."""
    with pytest.raises(BadDataError) as error:
        laid_over(tmp_path, {"words/fr/page.csv": "key,text\ntitle,Deux chemins\n"})
    assert list(error.value.problems) == [
        "words/fr: the pages speak en_US, so none of these words is shown. In release.csv, row "
        "'locale', write fr_US, or take the folder out."
    ]


def test_a_key_stands_in_one_file_only(tmp_path):
    files = {
        "words/en/one.csv": "key,text\ntitle,One\n",
        "words/en/two.csv": "key,text\nabout,{amount}\ntitle,Two\n",
    }
    assert problems_of(tmp_path, files) == [
        "words/en/two.csv, row 3, column key: 'title' stands in words/en/one.csv, row 2, too. "
        "Keep one of them."
    ]


def test_a_row_whose_words_are_missing_is_named_with_key_and_place(tmp_path):
    table = (DEFAULT_FOLDER / "weeks.csv").read_text(encoding="utf-8")
    added = f"{table}nights,mon-fri:22-06,assumed,ours\n"
    (problem,) = problems_of(tmp_path, {"weeks.csv": added})
    assert problem == (
        "weeks.csv, row 7: the words under 'weeks.nights.label' are missing. "
        "Add a row with this key to a file in words/en."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "key,txt\ntitle,Two ways\n",
            "words/en/own.csv, row 2, column text: the cell is empty. Fill it in.",
        ),
        (
            "key,text\n,Two ways\n",
            "words/en/own.csv, row 2, column key: the cell is empty. Fill it in.",
        ),
        (
            "key,text\ntitle\n",
            "words/en/own.csv, row 2, column text: the cell is empty. Fill it in.",
        ),
    ],
)
def test_a_file_of_words_that_cannot_be_read_is_named_with_row_and_column(tmp_path, text, said):
    assert said in problems_of(tmp_path, {"words/en/own.csv": text})


@pytest.mark.parametrize("name", ["words/eng/own.csv", "word/en/own.csv", "words/own.csv"])
def test_words_in_a_folder_that_nobody_reads_are_not_passed_over(monkeypatch, tmp_path, name):
    write(tmp_path, {name: "key,text\n"})
    monkeypatch.setenv("CARECHOICE_DATA", str(tmp_path))
    with pytest.raises(BadDataError, match=f"{name}: no such data file"):
        served()


def test_a_row_of_ours_copied_into_a_table_with_words_keeps_our_words(tmp_path):
    """Its cells there are empty, and a row cannot do without a label; a note it can do without."""
    copied = "medicare,,,medicare,yes\n"
    own = laid_over(tmp_path, {"plans.csv": OLD_PLANS + copied, "plan_terms.csv": OLD_TERMS})
    assert own.plans["employer"].label == "Our staff's plan"
    assert own.plans["medicare"].label == catalog().plans["medicare"].label
    assert own.plans["medicare"].note == ""
