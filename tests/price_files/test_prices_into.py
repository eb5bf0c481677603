"""`python -m carechoice prices FILE --into WORKBOOK`: published rates as rows for a review."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from blank_workbook import blank_workbook
from hospital_file import as_json, row, tall, wide
from openpyxl import load_workbook
from openpyxl.styles import PatternFill
from scenarios import TODAY

from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.inputs import clock
from carechoice.inputs.evidence import inputs
from carechoice.inputs.scenario import Scenario
from carechoice.setup.template import template

FIRST = ("First payer", "PPO")
SECOND = ("Second payer", "HMO")
IOP = row("IOP, evening", "RC 905, HCPCS S9480", (*FIRST, "310"), (*SECOND, "250.505"))
THERAPY = row("Psychotherapy", "CPT 90834", (*FIRST, "98.8125"))
LINES = [IOP, THERAPY]
FROM_A = "From the price file of Hospital A (prices.csv, last updated on 2026-04-01): "
YELLOW = PatternFill("solid", fgColor="FFFF00")


def network(column, count):
    def write(book):
        for number in range(3, 3 + count):
            book["Payers"][f"{column}{number}"] = "in network"

    return write


def test_each_plan_of_a_payer_is_a_row_with_its_file_its_day_and_its_codes(centre):
    code, told = centre.take(tall(LINES))
    assert code == 0
    # $250.505 and $98.8125 in whole cents, a half up.
    assert centre.payers() == [
        [
            *("First payer", "PPO", None, None, None, 98.81, None, 310),
            FROM_A + "$98.81 for 45 minutes.",
            FROM_A + "$310 for a program day.",
            "prices.csv, last updated on 2026-04-01. Therapy, 45 minutes ($): CPT 90834, row 6. "
            "Program day ($): RC 905 + HCPCS S9480, row 4.",
        ],
        [
            *("Second payer", "HMO", None, None, None, None, None, 250.51),
            None,
            FROM_A + "$250.51 for a program day.",
            "prices.csv, last updated on 2026-04-01. Program day ($): RC 905 + HCPCS S9480, row 5.",
        ],
    ]
    assert told == [
        f"{centre.path}: rows added to the sheet Payers: 2. Rows that stood there already and stay "
        "as they are: 0.",
        "Each new row has a note with its codes and what is open. Write the network where it is "
        f"empty: a price file does not say it. Then: python -m carechoice check {centre.path}",
        "File of Hospital A, last updated on 2026-04-01, in version 3.0.0 of the form.",
    ]


@pytest.mark.parametrize("form", [wide, as_json])
def test_the_other_forms_of_the_file_give_the_same_rows(centre, form):
    centre.take(tall(LINES))
    expected = [cells[:-1] for cells in centre.payers()]
    centre.path.write_bytes(blank_workbook())
    centre.take(form(LINES))
    assert [cells[:-1] for cells in centre.payers()] == expected


def test_a_unit_that_is_not_stated_is_asked_for_and_its_amount_not_written(centre):
    _, told = centre.take(tall([row("IOP", "HCPCS H0015", (*FIRST, "95.5"))]))
    (cells,) = centre.payers()
    assert cells[7] is None
    assert cells[8:10] == [None, None]
    assert cells[10].endswith(
        "Program day ($), not written: $95.50 (unit not stated), HCPCS H0015, row 4. The unit is "
        "not stated. Ask the payer, and write the amount of a program day."
    )
    assert told[1] == (
        "Not written, rows: 1. The unit is not stated. Ask the payer, and write the amount of a "
        "program day. So with: First payer, PPO."
    )


def test_the_amount_of_an_hour_is_not_made_one_of_a_day(centre):
    _, told = centre.take(tall([row("IOP, per hour", "HCPCS H0015", (*FIRST, "95.5"))]))
    assert centre.payers()[0][7] is None
    assert told[1].startswith(
        "Not written, rows: 1. The amount is for another unit than the column. Ask the payer what "
        "one day or session comes to."
    )


def test_of_two_amounts_for_the_same_none_is_chosen_and_the_same_amount_twice_is_one(centre):
    other = row("Psychotherapy", "CPT 90834", (*FIRST, "120"), billing_class="professional")
    again = row("IOP, day", "HCPCS S9480", (*FIRST, "310"))
    centre.take(tall([*LINES, other, again]))
    first, _ = centre.payers()
    assert (first[5], first[7]) == (None, 310)
    assert (
        "Therapy, 45 minutes ($), not written: $98.81 a session, CPT 90834, row 6; $120 a session, "
        "CPT 90834, row 7. The file has more than one amount."
    ) in first[10]


def test_where_amounts_are_from_stands_beside_them_for_each_kind_of_care(centre):
    """Of an amount that is not written, nothing is said; of two, both are named."""
    other = row("IOP, day", "HCPCS S9480", (*FIRST, "290"))
    hour = row("Psychotherapy, 60 minutes", "CPT 90837", (*FIRST, "131.50"))
    centre.take(tall([*LINES, other, hour]), "12-3456789_a_standardcharges.csv")
    first, _ = centre.payers()
    assert first[8:10] == [
        "From the price file of Hospital A (12-3456789_a_standardcharges.csv, last updated on "
        "2026-04-01): $98.81 for 45 minutes and $131.50 for 60 minutes.",
        None,
    ]


def test_marks_in_names_of_hospital_and_file_are_left_out_of_what_clients_read(centre):
    text = tall(LINES).replace("Hospital A", "*A* [B]|<C>" + "x" * 200)
    centre.take(text, "[x](y)`.csv")
    centre.change(network("C", 2))
    centre.change(network("D", 2))
    assert centre.run("check", centre.path) == (0, [f"{centre.path}: no errors."])
    name = "A B C " + "x" * 79
    assert centre.payers()[0][9].startswith(f"From the price file of {name} (x (y) .csv, last")


def test_a_workbook_from_before_gets_the_columns_on_where_amounts_are_from(centre):
    def lose(book):
        book["Payers"].delete_cols(9, 2)

    centre.change(lose)
    centre.take(tall(LINES))
    assert centre.payers()[0][8:10] == [
        FROM_A + "$98.81 for 45 minutes.",
        FROM_A + "$310 for a program day.",
    ]
    centre.change(network("C", 2))
    centre.change(network("D", 2))
    assert centre.run("check", centre.path) == (0, [f"{centre.path}: no errors."])


def test_where_an_amount_is_from_comes_into_the_folder_and_to_the_page_of_sources(centre, tmp_path):
    centre.take(tall(LINES), "a_standard_charges.csv")
    centre.change(network("C", 2))
    centre.change(network("D", 2))
    assert centre.run("use", centre.path, tmp_path / "own")[0] == 0
    query = {"payer": "first_payer_ppo", "therapy_session_minutes": "45"}
    with using(load([tmp_path / "own", DEFAULT_FOLDER])):
        lines = inputs(Scenario.from_query(query, today=TODAY).scenario)
    # On a page the low lines are escaped, so that no part of a file's name becomes slanted.
    told = [re.sub("[\\\\\u2060]", "", str(line)) for line in lines if line.basis == "centre"]
    file = "Hospital A (a_standard_charges.csv, last updated on 2026-04-01)"
    assert (
        "**Price of one session: $98.81.** Stated by the center. From the price file of "
        f"{file}: $98.81 for 45 minutes."
    ) in told
    assert (
        "**Price of one program day: $310.** Stated by the center. From the price file of "
        f"{file}: $310 for a program day."
    ) in told


def test_a_network_is_written_where_the_plan_is_named_after_one(centre):
    named = row("IOP", "HCPCS S9480", ("A", "PPO out-of-network", "300"), ("B", "In network", "9"))
    centre.take(tall([named]))
    assert [cells[2:4] for cells in centre.payers()] == [
        [None, "out of network"],
        [None, "in network"],
    ]


def test_what_is_left_out_is_counted_by_its_reason(centre):
    group = row("IOP group", "RC 905, CPT 90853", (*FIRST, "60"))
    inpatient = row("Psychotherapy", "CPT 90837", (*FIRST, "150"), setting="inpatient")
    group_of_diagnoses = row("Diagnosis group", "MS-DRG 905", (*FIRST, "9000"))
    code, told = centre.take(tall([group, inpatient, group_of_diagnoses]))
    assert (code, centre.payers()) == (0, [])
    assert [each.split(" Codes")[0] for each in told if each.startswith("Left out")] == [
        "Left out, 1: A rate for one group session, and not for a program day.",
        "Left out, 1: A rate for patients who stay in a hospital.",
        "Left out, 1: One of our codes, but as another kind of code, such as 905 as a diagnosis "
        "group (MS-DRG).",
    ]


def test_rows_that_stand_there_stay_and_what_the_file_says_otherwise_is_named(centre):
    ours = [
        "first  Payer",
        "PPO",
        "in network",
        "in network",
        None,
        None,
        None,
        300,
        None,
        None,
        None,
    ]

    def write(book):
        for column, cell in enumerate(ours, start=1):
            book["Payers"].cell(3, column).value = cell

    centre.change(write)
    _, told = centre.take(tall(LINES))
    assert [cells[0] for cells in centre.payers()] == ["first  Payer", "Second payer"]
    assert centre.payers()[0] == ours
    assert told[1:5] == [
        "Payers, row 3, First payer, PPO, Therapy, 45 minutes ($): nothing stands there, and the "
        "file has 98.81.",
        "Payers, row 3, First payer, PPO, Program day ($): 300 stands there, and the file has "
        "310.00.",
        # An amount that is changed is no more from where the old one was.
        "Payers, row 3, First payer, PPO, Source of the therapy amounts: who takes the amount of "
        f"the file writes here: {FROM_A}$98.81 for 45 minutes.",
        "Payers, row 3, First payer, PPO, Source of the program day: who takes the amount of the "
        f"file writes here: {FROM_A}$310 for a program day.",
    ]


def test_a_newer_file_says_the_source_of_the_amount_that_is_another_and_of_no_other(centre):
    centre.take(tall(LINES))
    newer = tall(LINES).replace("2026-04-01", "2026-10-01").replace("310", "325")
    _, told = centre.take(newer, "newer.csv")
    assert told[1:3] == [
        "Payers, row 3, First payer, PPO, Program day ($): 310 stands there, and the file has "
        "325.00.",
        "Payers, row 3, First payer, PPO, Source of the program day: who takes the amount of the "
        "file writes here: From the price file of Hospital A (newer.csv, last updated on "
        "2026-10-01): $325 for a program day.",
    ]
    assert not any("Source" in each for each in told[3:])


def test_a_second_time_nothing_is_written_and_nothing_differs(centre):
    centre.take(tall(LINES))
    before = centre.path.read_bytes()
    code, told = centre.take(tall(LINES))
    assert (code, centre.path.read_bytes()) == (0, before)
    assert told == [
        f"{centre.path}: rows added to the sheet Payers: 0. Rows that stood there already and stay "
        "as they are: 2.",
        "File of Hospital A, last updated on 2026-04-01, in version 3.0.0 of the form.",
    ]


def test_a_plan_that_is_called_as_its_payer_is_the_payer_as_a_whole(centre):
    centre.take(tall([row("IOP", "HCPCS S9480", ("ALL_OTHER", "All other", "310"))]))
    assert centre.payers()[0][:2] == ["ALL OTHER", None]


def test_a_name_that_begins_as_a_formula_is_a_text(centre):
    centre.take(tall([row("IOP", "HCPCS S9480", ("=1+1", "\x1b[31mHMO", "310"))]))
    cell = load_workbook(centre.path)["Payers"]["A3"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_all_else_in_the_workbook_stays(centre):
    def write(book):
        book["Sites"]["A3"] = "North"
        book["Sites"]["A3"].fill = YELLOW
        book.create_sheet("Notes")["A1"] = "=1+1"

    centre.path.write_bytes(template())
    centre.change(write)
    before = load_workbook(centre.path)
    centre.take(tall(LINES))
    after = load_workbook(centre.path)
    assert after.sheetnames == before.sheetnames
    for page in before.worksheets:
        there = after[page.title]
        assert lists(there) == lists(page)
        assert there.freeze_panes == page.freeze_panes
        for cell in (cell for cells in page.iter_rows() for cell in cells):
            now = there[cell.coordinate]
            assert now.number_format == cell.number_format
            assert (now.font.b, now.fill.fgColor.rgb) == (cell.font.b, cell.fill.fgColor.rgb)
            assert (now.comment and now.comment.text) == (cell.comment and cell.comment.text)
            if page.title != "Payers":
                assert now.value == cell.value
    assert boxes_of_notes(centre.path.read_bytes()) == boxes_of_notes(template())


def lists(page):
    return {str(each.sqref): each.formula1 for each in page.data_validations.dataValidation}


def boxes_of_notes(content):
    with ZipFile(BytesIO(content)) as packed:
        drawn = [packed.read(name) for name in packed.namelist() if name.endswith(".vml")]
    return sorted(each.count(b"width:260") for each in drawn)


def test_the_workbook_is_checked_and_previewed_once_staff_have_written_the_networks(
    centre, tmp_path, monkeypatch
):
    monkeypatch.setenv(clock.VARIABLE, TODAY.isoformat())
    centre.take(tall(LINES))
    assert centre.run("check", centre.path) == (
        1,
        [
            f"{centre.path}: 1 error. Nothing has changed.",
            "  Payers, row 3: these cells are empty: C (Network of therapy), D (Network of the "
            "program). Fill them in, or delete the row. (The same in 1 more row.)",
        ],
    )
    centre.change(network("C", 2))
    centre.change(network("D", 2))
    assert centre.run("check", centre.path) == (0, [f"{centre.path}: no errors."])
    code, lines = centre.run("preview", centre.path, tmp_path / "none")
    assert code == 0
    # The preview has sessions of an hour, of which the file has no rate.
    assert lines[1].startswith("  First payer: PPO: ")
    assert "program day $310; " in lines[1]
    # So the price of that session is ours, and it is said.
    assert "so ours: Price of one session, " in lines[1]


def test_a_file_that_does_not_say_its_day_is_named_without_it(centre):
    undated = tall(LINES).split("\n", 2)[2]
    centre.take(undated)
    assert centre.payers()[0][10].startswith("prices.csv, which does not say when it was updated.")
