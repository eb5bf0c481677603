"""`python -m carechoice prices FILE` prints the rates of a price file, and what was left out."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import get_args

import pytest
from hospital_file import row, tall

from carechoice.__main__ import main
from carechoice.language.sentences import say
from carechoice.price_files.beside_rates import Rest
from carechoice.price_files.rate import (
    LeftOut,
    LeftOutReason,
    PublishedRate,
    RefusedError,
    RefusedReason,
    Service,
    Unit,
)
from carechoice.price_files.written import write_text

ROOT = Path(__file__).parents[2]
LINES = [
    row("IOP, evening", "RC 905, HCPCS S9480", ("Payer One", "PPO", "310"), ("B", "HMO", "1.00")),
    row("IOP", "HCPCS H0015", ("=1+1", "HMO", "95.5")),
    row("Psychotherapy", "CPT 90834", ("B", "HMO", "99"), modifiers="52"),
    row("Diagnosis group", "MS-DRG 905", ("B", "HMO", "9000")),
]


@pytest.fixture
def printed(tmp_path, capsys):
    def run(content, *options):
        file = tmp_path / "prices.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        code = main(["prices", str(file), *options])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_rates_stand_in_lines_and_what_was_left_out_below(printed):
    code, out, err = printed(tall(LINES))
    assert code == 0
    assert out.splitlines() == [
        "Payer One | PPO | program | $310 a day | RC 905 + HCPCS S9480 | "
        "outpatient, facility | row 4",
        "=1+1 | HMO | program | $95.50 (unit not stated) | HCPCS H0015 | "
        "outpatient, facility | row 6",
        "B | HMO | therapy, 45 minutes | $99 a session | CPT 90834 (52) | outpatient, facility | "
        "row 7 | read: 52",
        "Rates found: 3.",
        "File of Hospital A, last updated on 2026-04-01, in version 3.0.0 of the form.",
        "Rates without a unit: 1. Ask the payer whether each is for an hour, for 15 minutes or for "
        "a day.",
        "Rates with words beside them that may change the amount, such as a step, a limit or a "
        "modifier: 1. Read them before you use it.",
        "Left out, 1: $1 or less, or a row of nines, which stands for no amount. Codes: RC 905 + "
        "HCPCS S9480. The first stands at row 5.",
        "Left out, 1: One of our codes, but as another kind of code, such as 905 as a diagnosis "
        "group (MS-DRG). Codes: MS-DRG 905. The first stands at row 8.",
    ]
    assert err.splitlines()[-1] == "Read: 100% of the file."


def test_as_json_the_same_is_said_to_a_program(printed):
    code, out, _ = printed(tall(LINES), "--json")
    told = json.loads(out)
    assert code == 0
    assert list(told) == ["rates", "file", "ask", "read", "left_out", "refused"]
    assert told["rates"][0] == {
        "payer": "Payer One",
        "plan": "PPO",
        "service": "program",
        "billed_as": "RC 905 + HCPCS S9480",
        "price_usd": 310.0,
        "unit": "day",
        "setting": "outpatient",
        "place_in_file": "row 4",
        "billing_class": "facility",
        "condition": "",
    }
    assert told["left_out"][1]["billed_as"] == {"MS-DRG 905": 1}
    assert told["refused"] is None


def test_a_file_without_rates_is_told_as_such(printed):
    code, out, _ = printed(tall([]), "--json")
    assert code == 0
    assert json.loads(out) == {
        "rates": [],
        "file": {"hospital": "Hospital A", "updated_on": "2026-04-01", "version": "3.0.0"},
        "ask": None,
        "read": None,
        "left_out": [],
        "refused": None,
    }


def test_as_csv_the_rates_can_be_looked_over_and_no_cell_is_run_as_a_formula(printed):
    code, out, err = printed(tall(LINES), "--csv")
    first, second, third = csv.DictReader(io.StringIO(out))
    assert code == 0
    assert (first["payer"], first["service"], first["price_usd"]) == (
        "Payer One",
        "program",
        "310.0",
    )
    assert second["payer"] == "'=1+1"
    assert third["condition"] == "52"
    assert "Left out, 1: One of our codes" in err


def test_a_file_that_is_none_is_refused_with_a_sentence_and_code_2(printed):
    code, out, _ = printed("<html>", "--json")
    assert code == 2
    assert json.loads(out)["refused"].startswith("This is a web page")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    code, out, _ = printed(packed.getvalue())
    assert (code, out.splitlines()) == (
        2,
        ["Rates found: 0.", "This is a workbook. Open it and save it as CSV."],
    )


def test_a_file_that_is_not_there_is_said_without_a_traceback(capsys):
    assert main(["prices", "no/such/file"]) == 2
    assert "Check the path" in capsys.readouterr().err


def test_whoever_has_seen_enough_of_the_output_gets_no_traceback(tmp_path):
    file = tmp_path / "prices.csv"
    file.write_text(tall(LINES * 2000), encoding="utf-8")
    command = [sys.executable, "-m", "carechoice", "prices", str(file)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        assert "Payer One" in run.stdout.readline()
        run.stdout.close()
        assert "Traceback" not in run.stderr.read()


def test_what_a_file_says_in_signs_without_a_shape_does_not_reach_the_terminal(printed):
    line = row("IOP", "HCPCS S9480", ("\x1b[31mPayer", "PPO", "310"))
    _, out, _ = printed(tall([line]))
    assert "\x1b" not in out


def test_each_reason_service_and_unit_has_its_sentence():
    out = io.StringIO()
    rates = [
        PublishedRate("A", "PPO", service, "RC 905", 310, unit, "outpatient", "row 4")
        for service in get_args(Service)
        for unit in get_args(Unit)
    ]
    left_out = [LeftOut(reason, "RC 905", "row 4") for reason in get_args(LeftOutReason)]
    write_text([*rates, *left_out], out)
    assert len(out.getvalue().splitlines()) == len(rates) + len(left_out) + 2
    for reason in get_args(RefusedReason):
        (sentence,) = Rest(refused=RefusedError(reason, "row 4")).sentences()
        assert sentence == say(f"price_file.refused.{reason}", place="row 4")
