"""A PDF that is damaged or made to do harm stops nothing, and gives no value that is not there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import hostile
import pytest
from by_night import IS_NIGHT
from papers_read import read_paper
from scenarios import TODAY
from summaries import summaries

from carechoice.documents.paper import Opened
from carechoice.documents.summary.handed_over import as_data, from_data
from carechoice.documents.summary.pdf import PdfReading, of_process

ROOT = Path(__file__).parents[2]
WHOLE = {each.name: each for each in summaries()}
NAMES = [
    "a row over the page",
    *(["two tiers alike", "a footnote below the table"] if IS_NIGHT else []),
]
MOST_SECONDS, MOST_KILOBYTES = 5, 300_000
# Used up time or memory; whatever else ends a process is no end of ours.
USED_UP = {-6, -9, -24}


def damaged(pdf):
    yield from hostile.cut_off(pdf, every_percent=1 if IS_NIGHT else 4)
    yield from hostile.flipped(pdf, 1_000 if IS_NIGHT else 45)
    yield from hostile.moved(pdf, 500 if IS_NIGHT else 50)


def opened(cases, folder):
    """How the process for each file ended, and what it said."""
    files = [folder / f"{at}.pdf" for at in range(len(cases))]
    for file, (_, content) in zip(files, cases, strict=True):
        file.write_bytes(content)
    command = [sys.executable, str(Path(__file__).with_name("forked.py")), *map(str, files)]
    paths = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def within_limits(ends):
    for end in ends:
        assert end["ended"] in {0, *USED_UP}
        assert end["seconds"] <= MOST_SECONDS
        assert end["kilobytes"] <= MOST_KILOBYTES


def test_a_file_made_to_harm_is_refused_or_says_nothing(tmp_path):
    ends = opened(list(hostile.made_to_harm()), tmp_path)
    within_limits(ends)
    assert len(ends) > 15
    assert not any(end["answer"]["read"] for end in ends if end["answer"])
    reasons = {end["answer"]["refused"] for end in ends if end["answer"]}
    assert {"many_pages", "locked", "scan", "broken"} <= reasons


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_summary_is_refused_or_says_what_the_whole_one_does(name, tmp_path):
    cases = list(damaged(WHOLE[name].pdf))
    ends = opened(cases, tmp_path)
    within_limits(ends)
    assert len(ends) == len(cases) > 100
    printed = {field: text.rstrip("?") for field, text in WHOLE[name].printed.items()}
    for (case, _), end in zip(cases, ends, strict=True):
        for found in end["answer"]["read"] if end["answer"] else []:
            told = {True: "yes", False: "no"}.get(found["value"], found["value"])
            assert printed[found["field"]] in (told, f"{found['value']:g}"), case


GIVING_UP = """
import socket
from carechoice.documents.summary.child import give_up_rights
give_up_rights()
for opens in (lambda: open("/dev/null"), socket.socket):
    try:
        opens()
    except OSError as error:
        print(error.strerror)
"""


def test_the_process_for_a_file_can_open_no_other_and_no_connection():
    command = [sys.executable, "-c", GIVING_UP]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said == "Too many open files\n" * 2


def test_what_is_read_of_a_file_stays_where_its_pictures_take_too_much():
    """The process is ended after its first line, or in the middle of the second."""
    summary = WHOLE["a row over the page"]
    opened = PdfReading(summary.pdf, today=TODAY).wait()
    told = json.dumps(as_data(opened.paper)).encode() + b"\n"
    assert len(opened.pictures) > 1
    for said in (told, told + b'["iVBORw0K'):
        assert of_process(said) == Opened(opened.paper)


def test_a_file_that_is_stopped_says_nothing_and_its_process_is_ended():
    """Reading a million lines takes all the time that there is."""
    slow = dict(hostile.made_to_harm())["a million lines"]
    begun = [PdfReading(slow, today=TODAY) for _ in range(4)]
    for each in begun:
        assert each.wait(0) is None
        each.stop()
    assert [each.wait() for each in begun] == [None] * 4
    # Two at a time: whoever comes next has to wait for nobody.
    assert PdfReading(WHOLE["two tiers alike"].pdf, today=TODAY).wait().paper.document == "summary"


def test_what_one_process_says_the_other_understands():
    for summary in summaries()[:3]:
        paper = read_paper(summary.pdf)
        assert from_data(json.loads(json.dumps(as_data(paper)))) == paper
