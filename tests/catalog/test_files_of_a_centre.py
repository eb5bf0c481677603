"""A centre's folder as spreadsheets and people leave it: no file is passed over without a word."""

import pytest

from carechoice.catalog.error_lines import MOST, MOST_OF_A_FILE, alike, in_few_lines
from carechoice.catalog.folder import unread
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load
from carechoice.catalog.sheet import NOT_UTF_8, NotASheetError, parse
from carechoice.catalog.tables import NEVER_EMPTY, TABLES
from carechoice.setup.folder import problems_of

PRICES = (DEFAULT_FOLDER / "prices.csv").read_text(encoding="utf-8")
NO_COLUMN = "the first line names none of the columns. Put the line that names them on top."
UNMATCHED = (
    "the quotation marks of row 3 do not match. Close each, and write those within a cell twice."
)
INPUTS = (DEFAULT_FOLDER / "parameters.csv").read_text(encoding="utf-8")


def holding(folder, **files):
    """The folder with these files, a name's dot written as two low lines."""
    folder.mkdir()
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def refused(folder):
    with pytest.raises(BadDataError) as error:
        load([folder, DEFAULT_FOLDER])
    return list(error.value.problems)


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("prices.xlsx", "prices.csv"),
        ("prices.tsv", "prices.csv"),
        ("prices.CSV", "prices.csv"),
        ("PRICES.Csv", "prices.csv"),
        ("prices.csv.txt", "prices.csv"),
        ("prices.csv.bak", "prices.csv"),
        ("Plans.ods", "plans.csv"),
        ("words/en/bill.xlsx", "words/en/bill.csv"),
        ("words/en/ours.CSV", "words/en/ours.csv"),
    ],
)
def test_a_table_saved_as_something_else_is_named_with_what_to_save_it_as(tmp_path, name, instead):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("x")
    assert unread(tmp_path) == [f"{name}: only CSV files are read. Save it as {instead}."]


@pytest.mark.parametrize("name", ["price.csv", "old/prices.csv", "words/prices.csv"])
def test_a_csv_file_that_is_none_of_ours_is_named(tmp_path, name):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("x")
    (problem,) = unread(tmp_path)
    assert problem.startswith(f"{name}: no such data file. Files are aspects.csv, ")


def test_a_folder_with_the_name_of_a_file_is_named(tmp_path):
    (tmp_path / "prices.csv").mkdir()
    assert unread(tmp_path) == ["prices.csv: this is a folder. A data file is a file."]


def test_notes_and_what_systems_keep_for_themselves_are_let_be(tmp_path):
    for name in ("README.md", "notes.txt", "logo.png", ".DS_Store", "~$prices.xlsx", "Thumbs.db"):
        (tmp_path / name).write_text("x")
    (tmp_path / "prices.csv").write_text(PRICES, encoding="utf-8")
    assert unread(tmp_path) == []


def test_a_folder_without_data_is_no_folder_of_data(tmp_path):
    assert unread(tmp_path) == [
        f"CARECHOICE_DATA names a folder without a data file: {tmp_path}. Put one there, such as "
        "prices.csv, or leave the variable out for the data that comes along."
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"key;low\na;1\n", "its cells are apart by semicolons. Save it with commas."),
        (b"key\tlow\na\t1\n", "its cells are apart by tabs. Save it with commas."),
        (b"key,low,key\na,1,b\n", "the column 'key' is there twice. Remove one."),
        (b"", "the first line is to name the columns, and is empty."),
        (b"\nkey,low\n", "the first line is to name the columns, and is empty."),
        (b"Our prices of 2026,\nkey,low\n", NO_COLUMN),
        (b"sep=,\nkey,low\na,1\n", NO_COLUMN),
        (b"key|low\na|1\n", "its cells are apart by bars. Save it with commas."),
        (b"key,low,KEY\na,1,b\n", "the column 'key' is there twice. Remove one."),
        (b'"key,low"\n"a,1"\n', NO_COLUMN),
        (b"a,1\nb,2\n", NO_COLUMN),
        (b"<html>Sign in</html>", NO_COLUMN),
        (b'key,low\na,1\nb,"2\nc,3\n', UNMATCHED),
        (b'key,low\na,1\nb,"2"3\nc,4\n', UNMATCHED),
        # More than the reader of such files takes for one cell.
        (b'key,low\na,1\nb,"' + b"2\n" * 100_000, UNMATCHED),
        ("key,low\ncafé,1\n".encode("cp1252"), NOT_UTF_8),
        ("key,low\na,1\n".encode("utf-16"), NOT_UTF_8),
        ("key,low\na,1\n".encode("utf-16-le"), NOT_UTF_8),
        (b"PK\x03\x04\x14\x00\x06\x00", NOT_UTF_8),
    ],
)
def test_a_file_that_cannot_be_read_has_one_error_and_not_one_a_row(content, said):
    with pytest.raises(NotASheetError) as error:
        parse("prices.csv", content, {"key", "low"})
    assert str(error.value) == said


@pytest.mark.parametrize(
    "head",
    ["KEY,PRICE_USD", "Key,Price_Usd", "key,price usd", " Key , Price  USD ", "KEY,price_usd"],
)
def test_names_of_columns_may_be_in_capitals_and_have_spaces(head):
    sheet = parse("prices.csv", f"{head}\na,1\n".encode(), ("key", "price_usd"))
    assert sheet.columns == ("key", "price_usd")
    assert sheet.lines[0].cells == {"key": "a", "price_usd": "1"}


def test_empty_rows_are_none_and_the_others_keep_the_number_a_spreadsheet_shows():
    sheet = parse("prices.csv", b"key,low\r\n\r\na,1\r\n,,,\r\nb,2\r\n", {"key"})
    assert [(line.row, dict(line.cells)) for line in sheet.lines] == [
        (3, {"key": "a", "low": "1"}),
        (5, {"key": "b", "low": "2"}),
    ]


def test_a_line_within_a_cell_ends_in_one_way_whatever_system_wrote_it():
    (line,) = parse("prices.csv", b'key,note\r\na,"one\r\ntwo"\r\n', {"key"}).lines
    assert line.cells["note"] == "one\ntwo"


@pytest.mark.parametrize("table", TABLES)
def test_columns_without_a_row_are_an_empty_table_or_one_error(tmp_path, table):
    columns, *_ = (DEFAULT_FOLDER / f"{table}.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / f"{table}.csv").write_text(f"{columns}\n", encoding="utf-8")
    told = [f"{table}.csv: no row stands below its columns. Fill it in, or take it out."]
    assert problems_of(tmp_path) == (told if table in NEVER_EMPTY else [])


def test_our_prices_with_semicolons_are_refused_in_one_line(tmp_path):
    own = holding(tmp_path / "own", prices__csv=PRICES.replace(",", ";"))
    assert refused(own)[0] == "prices.csv: its cells are apart by semicolons. Save it with commas."


def test_a_renamed_column_is_told_once_and_not_for_each_row(tmp_path):
    own = holding(tmp_path / "own", prices__csv=PRICES.replace("typical", "usual", 1))
    rows = PRICES.count("\n") - 1
    assert in_few_lines(refused(own)) == [
        "prices.csv, row 2, column typical: the cell is empty. Fill it in. "
        f"(and in {rows - 1} more rows)",
        "prices.csv, row 2, column usual: there is no such column. Remove it, or correct its name. "
        f"(and in {rows - 1} more rows)",
    ]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("01/01/2026", "12/31/2031", "write both as year-month-day, such as 2026-12-31."),
        ("2026-01-01", "31.12.2031", "write both as year-month-day, such as 2026-12-31."),
        ("", "2031-12-31", "write both as year-month-day, such as 2026-12-31."),
        ("2031-12-31", "2026-01-01", "minimum must not be after maximum."),
    ],
)
def test_a_day_that_a_spreadsheet_wrote_its_own_way_is_named(tmp_path, first, last, said):
    inputs = INPUTS.replace("2026-01-01,2031-12-31", f"{first},{last}")
    own = holding(tmp_path / "own", parameters__csv=inputs)
    assert refused(own)[0] == f"parameters.csv, row 'start_date', columns minimum, maximum: {said}"


def test_of_many_errors_a_file_has_the_first_and_says_how_many_follow(tmp_path):
    one_source = "\n".join(
        (DEFAULT_FOLDER / "sources.csv").read_text(encoding="utf-8").splitlines()[:2]
    )
    found = refused(holding(tmp_path / "own", sources__csv=one_source))
    told = in_few_lines(found)
    assert len(found) > 100
    assert len(told) == MOST + 1
    assert told[MOST_OF_A_FILE].startswith("parameters.csv: ")
    assert told[MOST_OF_A_FILE].endswith(" more errors. Correct these first.")
    assert told[-1] == "There is more. Correct these first."


def test_one_error_more_than_are_told_is_one():
    found = [f"prices.csv, row {n}, column {n}: wrong" for n in range(MOST_OF_A_FILE + 1)]
    assert in_few_lines(found)[-1] == "prices.csv: 1 more error. Correct these first."


def test_the_same_error_in_rows_that_go_by_their_keys_is_one():
    found = [
        f"plan_terms.csv, row '{plan}' 'oop_max_usd', column source: there is no 'ours' in "
        "sources.csv."
        for plan in ("medicare", "masshealth", "none")
    ]
    assert alike(found) == [f"{found[0]} (and in 2 more rows)"]
    assert alike(found[:2]) == [f"{found[0]} (and in 1 more row)"]
