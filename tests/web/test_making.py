"""Files are made by a process beside the server, from the catalog and scenario of their page."""

import json
import logging
import os
from datetime import date
from functools import partial
from io import BytesIO
from operator import truediv

import pytest
from awaited import ended
from openpyxl import load_workbook
from scenarios import TODAY, scenario
from spanish import spanish_centre

from carechoice.catalog.in_use import Work, catalog, using
from carechoice.comparison.compare import compare
from carechoice.documents.process import needed_of
from carechoice.files.numbers.workbook import as_workbook
from carechoice.inputs.handed_on.link import freeze
from carechoice.language.sentences import say
from carechoice.web.file_process.parent import LOWER_PRIORITY, MOST_FILES, FileProcess, NotMadeError

# There is no lower priority.
LAST_OF_ALL = 19


@pytest.fixture(scope="module")
def beside():
    beside = FileProcess()
    yield beside
    beside.end()


def a_file():
    """A small file, and how it is made."""
    frozen = freeze(scenario(therapy_sessions=30), TODAY)
    return frozen.to_json(), Work(frozen.to_json, catalog())


def test_a_file_is_the_one_that_would_be_made_here(beside):
    here, work = a_file()
    assert beside.make(work) == here == work()
    assert json.loads(here)["therapy_sessions"] == 30


@pytest.mark.parametrize("name", ["CARECHOICE_STAFF_SECRET", "CARECHOICE_COUNT", "DB_PASSWORD"])
def test_it_does_not_know_what_is_for_the_operator_alone(monkeypatch, name):
    monkeypatch.setenv(name, "hunter2")
    there = FileProcess()
    try:
        assert there.make(Work(partial(os.getenv, name, "nothing"), catalog())) == "nothing"
    finally:
        there.end()


def test_a_process_is_told_of_what_python_needs_and_of_nothing_else():
    told = needed_of({"PATH": "/bin", "TZ": "UTC", "PYTHONPATH": "/x", "PORTAL_PASSWORD": "y"})
    assert told.keys() == {"PATH", "TZ", "PYTHONPATH"}
    assert told["PYTHONPATH"].endswith(f"{os.pathsep}/x")


def test_a_file_is_written_in_the_words_of_its_page(beside, tmp_path):
    spanish = spanish_centre(tmp_path)
    titles = []
    for data in (catalog(), spanish, catalog()):
        with using(data):
            result = compare(scenario())
            frozen = freeze(result.scenario, date(2026, 11, 23))
            book = beside.make(Work(partial(as_workbook, result, frozen, ()), data))
            assert load_workbook(BytesIO(book)).properties.title == say("title")
            titles.append(say("title"))
    assert titles[0] == titles[2] != titles[1]


def test_the_log_says_where_a_file_could_not_be_made_and_nothing_of_what_was_entered(
    beside, caplog
):
    with caplog.at_level(logging.ERROR), pytest.raises(NotMadeError):
        beside.make(Work(partial(truediv, 1886, 0), catalog()))
    assert "builtins.ZeroDivisionError" in caplog.text
    assert "division by zero" not in caplog.text
    here, work = a_file()
    assert beside.make(work) == here


def test_once_the_process_is_killed_another_makes_the_next_file(beside):
    here, work = a_file()
    beside.make(work)
    beside._process.kill()
    beside._process.wait()
    assert beside.make(work) == here


def test_a_process_that_ends_while_it_makes_a_file_has_not_made_it(beside, caplog):
    with pytest.raises(NotMadeError):
        beside.make(Work(partial(exec, "import os; os._exit(3)"), catalog()))
    assert "ended with 3" in caplog.text
    here, work = a_file()
    assert beside.make(work) == here


def test_a_process_comes_after_the_server_from_its_first_moment(beside):
    beside.end()
    beside.begin()
    of_process, of_server = (
        os.getpriority(os.PRIO_PROCESS, number) for number in (beside._process.pid, os.getpid())
    )
    assert of_process == min(of_server + LOWER_PRIORITY, LAST_OF_ALL)


def test_a_process_makes_few_files_since_what_it_remembers_of_them_takes_much_room(beside):
    here, work = a_file()
    beside.end()
    processes = []
    for _ in range(MOST_FILES + 1):
        beside.begin()
        processes.append(beside._process.pid)
        assert beside.make(work) == here
    assert len(set(processes[:MOST_FILES])) == 1
    assert processes[MOST_FILES] != processes[0]


def test_no_page_waits_for_a_file_that_is_being_made(beside):
    beside.begin()
    with beside._lock:
        makes_a_file = beside._process
        ended(beside.begin)
    assert beside._process is makes_a_file


def test_what_a_library_prints_is_no_part_of_a_file(beside):
    beside.make(Work(partial(print, "a word of a library", flush=True), catalog()))
    here, work = a_file()
    assert beside.make(work) == here
