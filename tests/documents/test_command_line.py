"""`python -m carechoice read FILE` prints a paper as JSON; `check PATH` checks own data."""

import json
import shutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import get_args

import pytest
from answers import FULL, NAME, NUMBER, answer
from papers_read import read_paper
from scenarios import comparison

from carechoice.__main__ import main
from carechoice.catalog.in_use import catalog
from carechoice.documents.call_record import Asked, CallRecord
from carechoice.documents.opened import MOST_BYTES
from carechoice.documents.paper import Ask, Found, Paper, Reason, Why
from carechoice.documents.told import as_json
from carechoice.files.call.sheet import sheet
from carechoice.files.call.workbook import workbook

ROOT = Path(__file__).parents[2]


@pytest.fixture
def printed(tmp_path, capsys):
    def read(content):
        file = tmp_path / "paper"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        code = main(["read", str(file)])
        return code, json.loads(capsys.readouterr().out)

    return read


def test_a_paper_is_printed_with_the_words_and_the_place_of_each_value(printed):
    code, paper = printed("Therapy: $30 copay, ded waived")
    assert code == 0
    assert list(paper) == ["document", "read", "ask", "contradictory", "refused", "call"]
    assert paper["document"] == "lines"
    assert paper["read"][0] == {
        "field": "therapy_copay_usd",
        "value": 30,
        "words": "Therapy: $30 copay, ded waived",
        "place": "line 1",
        "sure": True,
    }
    assert paper["ask"][0] == {
        "field": "iop_copay_per_day_usd",
        "why": "missing",
        "sentence": "The paper does not say the copayment for a program day. Ask your plan.",
        "words": "",
        "place": "",
    }
    assert paper["refused"] is None


def test_an_eligibility_answer_is_known_by_its_content_and_names_nobody(printed):
    code, paper = printed(answer(*FULL))
    assert (code, paper["document"]) == (0, "eligibility")
    assert {"deductible_usd", "oop_met_usd"} <= {each["field"] for each in paper["read"]}
    assert not any(word in json.dumps(paper) for word in (NAME, NUMBER))
    _, same = printed('{"benefitsInformation": []}')
    assert same["document"] == "eligibility"


def test_our_sheet_of_a_call_is_printed_with_its_record(printed):
    asked = (
        Asked("deductible_usd", "What is my deductible?", "$1,500", "answered", "by Sam"),
        Asked("referral", "Is a referral needed?", "a letter?", "unclear"),
    )
    record = CallRecord({"date": "11/20/2026", "reference": "A-17"}, asked)
    code, paper = printed(workbook(sheet(comparison(), record)))
    assert (code, paper["document"]) == (0, "sheet")
    assert [(each["field"], each["value"]) for each in paper["read"]] == [("deductible_usd", 1500)]
    called = paper["call"]
    assert (called["head"]["date"], called["head"]["reference"]) == ("11/20/2026", "A-17")
    assert called["is_out_of_network"] is False
    written = {each["key"]: each for each in called["asked"] if each["answer"]}
    assert written == {each.key: asdict(each) for each in asked}
    assert {each["status"] for each in called["asked"]} == {"answered", "unclear", "open"}


def test_values_that_differ_are_printed_side_by_side(printed):
    _, paper = printed("Office visit: $30 AD\nTherapy: $40 AD")
    (both,) = paper["contradictory"]
    assert [each["value"] for each in both["values"]] == [30, 40]
    assert both["sentence"].startswith("The paper has more than one answer for the copayment")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n", "broken"),
        (b"\xff\xfe\x00", "not_text"),
        (b"$30 copay\0", "not_text"),
        (b" " * (MOST_BYTES + 1), "too_large"),
        (b"a" * 1_000_001, "much_text"),
        (b"Notes\n" * 5_001, "much_text"),
        (b"1," * 50_001, "much_text"),
        (answer("EB*C*IND*30***23*500", *["EB*F*IND*30"] * 2_000).encode(), "much_text"),
        (b"[1]", "unknown"),
        (answer("AAA*N**72*C").encode(), "rejected"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence_and_code_2(printed, content, reason):
    assert read_paper(content) == Paper(None, refused=reason)
    code, paper = printed(content)
    assert code == 2
    assert paper["refused"].count(".") >= 1
    assert (paper["read"], paper["ask"], paper["contradictory"]) == ([], [], [])


@pytest.mark.parametrize("reason", get_args(Reason))
def test_each_reason_has_its_sentence(reason):
    assert as_json(Paper(None, refused=reason))["refused"]


@pytest.mark.parametrize("why", get_args(Why))
def test_each_question_has_its_sentence(why):
    asks = (Ask(why), Ask(why, "deductible_usd"))
    assert all(each["sentence"] for each in as_json(Paper("lines", ask=asks))["ask"])


@pytest.mark.parametrize("field", catalog().options("confirmed"))
def test_each_input_has_a_name_in_a_sentence(field):
    paper = Paper("lines", contradictory=((Found(field, 1, "", ""), Found(field, 2, "", "")),))
    assert as_json(paper)["contradictory"][0]["sentence"].endswith("which one counts.")


def test_a_file_that_is_not_there_is_told_on_the_error_line(tmp_path, capsys):
    assert main(["read", str(tmp_path / "nothing")]) == 2
    assert "Check the path." in capsys.readouterr().err


def test_a_folder_of_data_is_checked_as_at_the_start(tmp_path, capsys):
    shutil.copy(ROOT / "data" / "prices.csv", tmp_path)
    assert main(["check", str(tmp_path)]) == 0
    (tmp_path / "price.csv").write_text("key\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    assert "price.csv: no such data file." in capsys.readouterr().err


def test_it_runs_as_a_command(tmp_path):
    file = tmp_path / "line.txt"
    file.write_text("IOP: 20% AD", encoding="utf-8")
    command = [sys.executable, "-m", "carechoice", "read", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["read"][1]["value"] == 80
