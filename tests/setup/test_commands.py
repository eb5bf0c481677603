"""A centre set up by command: a template, a check, and new tables whole or not at all."""

import sys
from pathlib import Path

import pytest
from centre_tables import PROGRAMS, centre_folder
from filled_workbook import content, filled

from carechoice.__main__ import main
from carechoice.catalog.load import DEFAULT_FOLDER
from carechoice.setup.folder import put_in_place

_PYTHON = Path(sys.executable)
TYPED = _PYTHON.relative_to(Path.cwd()) if _PYTHON.is_relative_to(Path.cwd()) else _PYTHON
BROKEN = PROGRAMS.replace(",400,", ",$400,")


@pytest.fixture
def workbook(tmp_path):
    """A function that writes a workbook, changed first, and gives its path."""

    def write(change=lambda _: None, name="ours.xlsx"):
        book = filled()
        change(book)
        file = tmp_path / name
        file.write_bytes(content(book))
        return file

    return write


def dollars(book):
    book["Programs"]["H3"] = "$400"


def files_of(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def run(*arguments):
    return main([str(argument) for argument in arguments])


def test_a_template_is_written_once_and_never_over_another_file(tmp_path, capsys):
    file = tmp_path / "template.xlsx"
    assert run("centre", file) == 0
    # Typed with the Python that has what it needs, as this one was.
    told = f"{file}: written. Fill it in, then: {TYPED} -m carechoice check {file}\n"
    assert capsys.readouterr().out == told
    assert run("centre", file) == 2
    assert "this file exists, and it stays. Choose another name." in capsys.readouterr().err
    assert run("centre", tmp_path / "template.csv") == 2
    assert "a workbook ends in .xlsx. Name it template.xlsx." in capsys.readouterr().err
    assert run("centre", tmp_path / "none/template.xlsx") == 2
    assert "No such file or directory. Check the path." in capsys.readouterr().err


def test_a_workbook_without_a_mistake_has_no_errors(workbook, capsys):
    file = workbook()
    assert run("check", file) == 0
    assert capsys.readouterr().out == f"{file}: no errors.\n"


def test_a_mistake_is_told_with_its_place(workbook, capsys):
    file = workbook(dollars)
    assert run("check", file) == 1
    assert capsys.readouterr().err == (
        f"{file}: 1 error. Nothing has changed.\n"
        "  Programs, row 3, column H (Price a day ($)): '$400' has a currency sign. Write 400.\n"
    )


def test_a_folder_is_checked_by_the_same_rules(tmp_path, capsys):
    folder = centre_folder(tmp_path / "own", programs=BROKEN)
    assert run("check", folder) == 1
    assert capsys.readouterr().err == (
        f"{folder}: 1 error. Nothing has changed.\n"
        "  programs.csv, row 2, column price_per_day_usd: '$400' has a currency sign. Write 400.\n"
    )


def test_a_folder_that_a_spreadsheet_saved_in_another_way_is_one_sentence_a_file(tmp_path, capsys):
    folder = centre_folder(tmp_path / "own", programs=PROGRAMS.replace(",", ";"))
    (folder / "sites.csv").write_bytes("name\nCafé\n".encode("cp1252"))
    # Nothing is said of the columns and rows that it lacks, too, as an older table does.
    prices = (DEFAULT_FOLDER / "prices.csv").read_text(encoding="utf-8")
    (folder / "prices.csv").write_text(prices, encoding="utf-16")
    assert run("check", folder) == 1
    assert capsys.readouterr().err.splitlines()[1:] == [
        "  prices.csv: the file is not UTF-8. Save it as CSV UTF-8.",
        "  sites.csv: the file is not UTF-8. Save it as CSV UTF-8.",
        "  programs.csv: its cells are apart by semicolons. Save it with commas.",
    ]


def test_a_byte_order_mark_and_blank_rows_do_no_harm(tmp_path):
    folder = centre_folder(tmp_path / "own", programs="\ufeff" + PROGRAMS + ",,,,,,,,,,,\n\n")
    assert run("check", folder) == 0


def test_a_path_with_nothing_at_it_is_told(tmp_path, capsys):
    assert run("check", tmp_path / "none.xlsx") == 2
    assert "No such file or directory. Check the path." in capsys.readouterr().err
    (tmp_path / "ours.csv").write_text("name\n", encoding="utf-8")
    assert run("use", tmp_path / "ours.csv", tmp_path / "own") == 2
    assert "this is one table as text, not a workbook." in capsys.readouterr().err


def test_a_workbook_makes_a_folder_that_a_server_starts_with(workbook, tmp_path, capsys):
    folder = tmp_path / "own"
    assert run("use", workbook(), folder) == 0
    told = (
        f"{folder}: in place. Start the server with CARECHOICE_DATA={folder}, "
        "or leave it running: it takes this over by itself.\n"
    )
    assert capsys.readouterr().out == told
    assert run("check", folder) == 0
    assert "Evening program" in files_of(folder)["programs.csv"]


def test_other_files_stay_and_what_was_there_is_kept_beside_it(workbook, tmp_path, capsys):
    folder = centre_folder(tmp_path / "own", therapists="session_minutes,price_usd\n45,99\n")
    (folder / "README.md").write_text("ours", encoding="utf-8")
    before = files_of(folder)
    assert run("use", workbook(), folder) == 0
    assert "What was there before is in own.before." in capsys.readouterr().out
    after = files_of(folder)
    assert after["README.md"] == "ours"
    assert after["therapists.csv"] == "session_minutes,price_usd\n45,140\n60,180\n"
    assert files_of(tmp_path / "own.before") == before


def test_a_workbook_with_a_mistake_changes_nothing(workbook, tmp_path):
    folder = centre_folder(tmp_path / "own")
    before = files_of(folder)
    assert run("use", workbook(dollars), folder) == 1
    assert files_of(folder) == before
    assert {path.name for path in tmp_path.iterdir()} == {"own", "ours.xlsx"}


def test_a_folder_that_would_not_start_with_the_new_tables_stays_as_it_is(workbook, tmp_path):
    folder = centre_folder(tmp_path / "own", centre="name,color,text_color\nOurs,,\n")
    (folder / "plans.csv").write_text("key,price_list\n", encoding="utf-8")
    before = files_of(folder)
    assert run("use", workbook(), folder) == 1
    assert files_of(folder) == before
    assert {path.name for path in tmp_path.iterdir()} == {"own", "ours.xlsx"}


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        (DEFAULT_FOLDER, "this folder has the tables that come along, which the next version"),
        (DEFAULT_FOLDER.parent, "this folder has the tables that come along"),
        (Path(), "this is the folder that you are in. Name one inside it, such as ours."),
    ],
)
def test_our_own_tables_and_the_folder_one_is_in_are_never_replaced(
    folder, said, workbook, tmp_path, capsys, monkeypatch
):
    (tmp_path / "here").mkdir()
    file = workbook()
    monkeypatch.chdir(tmp_path / "here")
    assert run("use", file, folder) == 1
    head, told = capsys.readouterr().err.splitlines()
    assert head.endswith("1 error. Nothing has changed.")
    assert told.strip().startswith(said)
    assert list((tmp_path / "here").iterdir()) == []


def test_where_the_new_folder_cannot_take_its_place_the_old_one_is_back(tmp_path, monkeypatch):
    folder = centre_folder(tmp_path / "own")
    before = files_of(folder)
    rename = Path.rename

    def refusing(self, target):
        if self.name.startswith(".own."):
            raise OSError(16, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(OSError, match="busy"):
        put_in_place(folder, {"sites.csv": "name\nNorth\nSouth\n"})
    assert files_of(folder) == before
    assert {path.name for path in tmp_path.iterdir()} == {"own"}


def test_a_preview_shows_prices_and_bills_with_what_they_were(workbook, tmp_path, capsys):
    folder = centre_folder(tmp_path / "own", programs=PROGRAMS.replace(",350,", ",300,"))
    before = files_of(folder)
    file = workbook()
    assert run("preview", file, folder) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "What clients would see, with ours.xlsx in place of own:"
    # Nine hours in three evenings, eight weeks: 24 days at $350 and not at $300.
    assert lines[-1] == (
        "  Evening program, without insurance: session $180; program day $350 (was $300); "
        "therapy in all $3,240; program in all $8,400 (was $7,200)"
    )
    assert "  Day program, First payer: as before" in lines
    assert files_of(folder) == before


def test_a_preview_of_the_workbook_in_use_says_that_nothing_differs(workbook, tmp_path, capsys):
    folder, file = tmp_path / "own", workbook()
    assert run("use", file, folder) == 0
    capsys.readouterr()
    assert run("preview", file, folder) == 0
    _, first, *others = capsys.readouterr().out.splitlines()
    assert first == "  Nothing differs from the numbers in use."
    assert others
    assert all(line.endswith(": as before") for line in others)


def test_a_preview_where_no_amount_differs_says_no_more_than_that(workbook, tmp_path, capsys):
    """Another name of the center moves no bill, and is something that differs."""
    folder = tmp_path / "own"
    assert run("use", workbook(), folder) == 0
    capsys.readouterr()
    renamed = workbook(lambda book: book["Centre"].__setitem__("A3", "Another name"))
    assert run("preview", renamed, folder) == 0
    _, *lines = capsys.readouterr().out.splitlines()
    assert all(line.endswith(": as before") for line in lines)


def test_a_preview_of_the_first_workbook_has_nothing_to_be_set_beside(workbook, tmp_path, capsys):
    assert run("preview", workbook(), tmp_path / "none") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + 2 * 4
    # Therapy: 18 copayments of $30. Program: 24 days at $310, the first $1,500 and then 30 percent.
    assert lines[0] == "What clients would see, with ours.xlsx:"
    assert lines[6] == (
        "  Evening program, First payer: Silver: session $131.50; program day $310; "
        "therapy in all $540; program in all $3,282"
    )


def test_a_preview_names_what_bills_rest_on_and_the_centre_does_not_state(
    workbook, tmp_path, capsys
):
    """Of its second payer the centre states prices and networks, and no terms of a plan."""
    file = workbook(lambda book: book["Payers"].__setitem__("H4", None))
    assert run("preview", file, tmp_path / "none") == 0
    told = {line.split(":")[0].strip(): line for line in capsys.readouterr().out.splitlines()}
    day, ours = told["Evening program, Second payer"].split(". Not stated by you, so ours: ")
    assert "session $125; program day $255;" in day
    assert ours.startswith("Price of one program day, Share your plan pays, ")
    assert "Not stated" not in told["Evening program, without insurance"]


def test_a_preview_marks_a_program_that_was_not_there_before(workbook, tmp_path, capsys):
    folder = centre_folder(tmp_path / "own", programs="\n".join(PROGRAMS.splitlines()[:2]))
    assert run("preview", workbook(), folder) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  Day program, without insurance: as before" in lines
    assert lines[-1].startswith("  Evening program, without insurance (new): session $180; ")


def test_a_preview_names_programs_and_payers_that_go(workbook, tmp_path, capsys):
    folder = centre_folder(tmp_path / "own", programs=PROGRAMS.replace("Evening", "Night"))
    assert run("preview", workbook(), folder) == 0
    gone = [line for line in capsys.readouterr().out.splitlines() if "no longer" in line]
    assert gone == [
        f"  Night program, {payer}: no longer there"
        for payer in ("First payer", "First payer: Silver", "Second payer", "without insurance")
    ]


def test_a_preview_of_mistakes_tells_these(workbook, tmp_path, capsys):
    assert run("preview", workbook(dollars), tmp_path / "own") == 1
    assert run("preview", tmp_path / "none.xlsx", tmp_path / "own") == 2
    folder = centre_folder(tmp_path / "broken", programs=BROKEN)
    assert run("preview", workbook(), folder) == 1
    assert "price_per_day_usd: '$400' has a currency sign" in capsys.readouterr().err
