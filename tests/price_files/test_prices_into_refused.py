"""Prices that cannot be put into a centre's workbook: it stays as it is, and is told why."""

from io import BytesIO
from pathlib import Path

from blank_workbook import blank_workbook
from hospital_file import as_json, row, tall
from openpyxl import load_workbook
from openpyxl.chart import BarChart

LINES = [
    row("IOP, evening", "RC 905", ("First payer", "PPO", "310"), ("Second payer", "HMO", "250")),
    row("Psychotherapy", "CPT 90834", ("First payer", "PPO", "98.81")),
]


def test_what_is_no_workbook_of_a_centre_is_refused_and_stays(centre, tmp_path):
    def refused(content):
        centre.path.write_bytes(content)
        code, told = centre.take(tall(LINES))
        assert (code, centre.path.read_bytes()) == (2, content)
        return told[0].removeprefix(f"{centre.path}: ")

    assert refused(b"payer,plan\n").startswith("this is not an Excel workbook.")
    assert refused(changed(lambda book: book.remove(book["Payers"]))).startswith(
        "this is not a center's workbook: it has no sheet 'Payers'."
    )
    assert refused(changed(lambda book: book["Payers"].delete_rows(1))).startswith(
        "Payers: row 1 does not name the columns."
    )
    assert refused(changed(lambda book: book["Sites"].add_chart(BarChart()))).startswith(
        "this workbook has pictures, charts, macros or answered comments, which would be lost."
    )
    assert refused(changed(lambda book: book["Payers"].cell(1999, 1, "Another"))).startswith(
        "with 2 more rows the sheet would have more than 2000"
    )
    centre.path.unlink()
    assert centre.take(tall(LINES)) == (
        2,
        [f"{centre.path}: No such file or directory. Check the path."],
    )


def changed(do):
    book = load_workbook(BytesIO(blank_workbook()))
    do(book)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_price_file_that_breaks_off_changes_nothing(centre):
    before = centre.path.read_bytes()
    code, told = centre.take(as_json(LINES)[:-5], "prices.json")
    assert (code, centre.path.read_bytes()) == (2, before)
    assert told[0] == (
        f"{centre.path}: nothing has changed. The price file was not read to its end."
    )
    assert "Download the file again." in told[-1]


def test_where_the_disk_refuses_the_workbook_is_whole_and_nothing_is_left_beside_it(
    centre, tmp_path, monkeypatch
):
    before = centre.path.read_bytes()

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    code, told = centre.take(tall(LINES))
    assert (code, centre.path.read_bytes()) == (2, before)
    assert "No space left on device. It stays as it is." in told[0]
    assert {each.name for each in tmp_path.iterdir()} == {"ours.xlsx", "prices.csv"}
