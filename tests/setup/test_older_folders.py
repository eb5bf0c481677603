"""A folder made for an older version: what its tables lack is named, with what to copy."""

import csv
import io

from centre_tables import PROGRAMS, centre_folder

from carechoice.__main__ import main
from carechoice.catalog.load import DEFAULT_FOLDER

HINT = "If it was made for an older version (docs/upgrading.md):"


def ours(table):
    with (DEFAULT_FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def older(folder, table, *, rows=(), columns=()):
    """Our table in the folder as it was before it had these rows and columns."""
    kept = [row for row in ours(table) if row["key"] not in rows]
    file = io.StringIO(newline="")
    names = [name for name in kept[0] if name not in columns]
    writer = csv.DictWriter(file, names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept)
    folder.mkdir(exist_ok=True)
    (folder / f"{table}.csv").write_text(file.getvalue(), encoding="utf-8")
    return folder


def said(folder, capsys):
    """What the check says: the errors, and what to copy."""
    assert main(["check", str(folder)]) == 1
    errors, _, copied = capsys.readouterr().err.partition(f"{HINT}\n")
    return errors, [line.strip() for line in copied.splitlines()]


def test_rows_that_other_tables_name_are_to_be_copied(tmp_path, capsys):
    gone = ("federal_holidays", "healthcare_appeals")
    folder = older(tmp_path / "own", "sources", rows=gone)
    errors, copied = said(folder, capsys)
    assert "there is no 'healthcare_appeals' in sources.csv." in errors
    assert copied == [
        "sources.csv: it lacks our rows federal_holidays, healthcare_appeals. "
        "Copy from data/sources.csv. Or take the file out, if nothing in it is your own."
    ]


def test_a_folder_two_steps_older_is_told_of_each_table(tmp_path, capsys):
    folder = older(tmp_path / "own", "parameters", rows=("therapy_weekdays",))
    older(folder, "services", rows=("family",), columns=("therapy_parts",))
    older(folder, "crisis", columns=("basis",))
    _, copied = said(folder, capsys)
    end = "Or take the file out, if nothing in it is your own."
    assert {
        f"services.csv: it lacks the column therapy_parts. data/services.csv shows what to write. "
        f"{end}",
        f"services.csv: it lacks our row family. Copy from data/services.csv. {end}",
        f"crisis.csv: it lacks the column basis. data/crisis.csv shows what to write. {end}",
    } <= set(copied)


def test_who_does_what_is_said_has_no_errors_left(tmp_path, capsys):
    rows = ("therapy_weekdays", "iop_weekdays", "therapy_visit_limit")
    folder = older(tmp_path / "own", "parameters", rows=rows)
    _, copied = said(folder, capsys)
    assert copied == [
        "parameters.csv: it lacks our rows therapy_weekdays, iop_weekdays, therapy_visit_limit. "
        "Copy from data/parameters.csv. Or take the file out, if nothing in it is your own."
    ]
    older(folder, "parameters")
    assert main(["check", str(folder)]) == 0


def test_words_that_are_missing_are_named_with_the_key_to_add(tmp_path, capsys):
    folder = older(tmp_path / "own", "plans")
    with (folder / "plans.csv").open("a", encoding="utf-8") as file:
        file.write("ours,negotiated,no\n")
    errors, copied = said(folder, capsys)
    assert "the words under 'plans.ours.label' are missing. Add a row with this key" in errors
    assert copied == []


def test_a_table_that_leaves_out_what_nobody_needs_is_let_be(tmp_path, capsys):
    folder = centre_folder(tmp_path / "own", programs=PROGRAMS.replace(",400,", ",$400,"))
    older(folder, "weeks", rows=[row["key"] for row in ours("weeks")][1:])
    _, copied = said(folder, capsys)
    assert copied == []
