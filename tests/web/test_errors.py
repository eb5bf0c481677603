"""An error is found by its number, and no log says what somebody entered."""

import asyncio
import gc
import logging
import re
import sys
import threading

import pytest
from awaited import awaited
from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException, MultiPartParser
from streamlit.testing.v1 import AppTest

from carechoice.web.operating import logs, operation
from carechoice.web.operating.errors import number_of, where
from carechoice.web.operating.logs import WithoutInputs

PATIENCE_SECONDS = 60
ENTERED = "mon:09-17"


def failed():
    """An error that says what was entered, as errors do, and one that it came from."""
    try:
        try:
            int(ENTERED)
        except ValueError as error:
            raise KeyError(ENTERED) from error
    except KeyError as error:
        return error


def test_an_error_has_one_number_of_eight_signs_and_another_has_another():
    first, second = failed(), failed()
    assert number_of(first) == number_of(first)
    assert number_of(first) != number_of(second)
    assert len(number_of(first)) == 8


def test_its_trace_says_where_and_of_what_kind_and_not_what_was_entered():
    error = failed()
    told = where(error)
    assert told.startswith(f"Error {number_of(error)}\nbuiltins.KeyError, raised by\n")
    assert "builtins.ValueError, raised by" in told
    assert "test_errors.py:" in told
    assert " in failed" in told
    assert ENTERED not in told


def test_errors_that_go_round_in_a_circle_are_told_once():
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert where(first).count("ValueError") == 1


def written(message, *given, error):
    info = (type(error), error, error.__traceback__)
    record = WithoutInputs("server", logging.ERROR, "path", 1, message, given, info)
    return logging.Formatter("%(message)s").format(record)


@pytest.mark.parametrize(
    "message",
    ["Exception in ASGI application\n", "future: <Task exception=%r>", "It was %s", "Failed: %r"],
)
def test_a_log_has_the_number_instead_of_the_words(message):
    error = failed()
    line = written(message, *([error] if "%" in message else []), error=error)
    assert number_of(error) in line
    assert ENTERED not in line


def test_a_page_that_cannot_be_drawn_says_so_with_the_number_and_where_to_turn():
    def page():
        from carechoice.web.headers import on_script_error  # noqa: PLC0415, a page of its own

        error = ValueError("mon:09-17")
        error._carechoice_number = "7F3A91C0"
        assert on_script_error(error)

    shown = AppTest.from_function(page, default_timeout=PATIENCE_SECONDS)
    shown.run()
    assert shown.error[0].value == (
        "This page could not be drawn, and it is not your doing. Reload it: the address has your "
        "inputs. If it keeps happening, tell whoever runs this site the number **7F3A91C0**."
    )
    assert "988" in shown.markdown[0].value


@pytest.mark.parametrize("text", ["", "0", "off", "No"])
def test_nothing_is_counted_or_written_down_unless_it_is_asked_for(text):
    environment = {"CARECHOICE_METRICS": text, "CARECHOICE_ACCESS_LOG": text}
    assert operation.metrics_if_on(environment) is None
    assert operation.access_log_if_on(environment, []) == []


def test_a_switch_that_is_neither_on_nor_off_ends_the_start_with_a_sentence():
    with pytest.raises(SystemExit) as ended:
        operation.metrics_if_on({"CARECHOICE_METRICS": "maybe"})
    assert str(ended.value) == (
        "CareChoice did not start. CARECHOICE_METRICS must be on or off, not 'maybe'."
    )


@pytest.mark.parametrize("message", ["%s", "It was %r", None])
def test_a_line_with_an_error_and_no_trace_has_its_number_instead_of_its_words(message):
    error = failed()
    record = WithoutInputs(
        "server", logging.WARNING, "path", 1, message or error, (error,) if message else (), None
    )
    line = logging.Formatter("%(message)s").format(record)
    assert number_of(error) in line
    assert ENTERED not in line


def test_a_line_is_without_the_words_of_what_an_error_came_from():
    error = failed()
    assert ENTERED not in written("It was %r", error.__cause__, error=error)


@pytest.fixture
def hooks(monkeypatch):
    """What the language does with errors that nobody caught, as the server has it."""
    monkeypatch.setattr(logging, "_logRecordFactory", logging.LogRecord)
    for owner, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    logs.keep_inputs_out()


@pytest.mark.usefixtures("hooks")
def test_no_sign_of_a_form_that_cannot_be_read_is_in_a_log(caplog):
    """The parser would say which one stands where: the first here has the number 52."""

    async def sent():
        yield b"4711"

    form = MultiPartParser(Headers({"content-type": "multipart/form-data; boundary=B"}), sent())
    with pytest.raises(MultiPartException):
        awaited(form.parse())
    assert caplog.records == []


def in_a_thread():
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def fail():
    raise failed()


class FailsAtTheEnd:
    def __del__(self):
        fail()


def at_the_end():
    FailsAtTheEnd()
    gc.collect()


def in_the_loop():
    async def work():
        task = asyncio.ensure_future(asyncio.to_thread(fail))
        await asyncio.wait([task])
        del task
        gc.collect()

    awaited(work())


def of_the_process():
    try:
        fail()
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("way", [in_a_thread, at_the_end, in_the_loop, of_the_process])
def test_an_error_that_nobody_caught_is_in_the_log_by_number_and_place(hooks, way, caplog, capfd):
    way()
    told = "\n".join(map(logging.Formatter().format, caplog.records)) + "".join(capfd.readouterr())
    assert re.search(r"Error [0-9A-F]{8}\n", told)
    assert "test_errors.py:" in told
    assert ENTERED not in told


def test_what_a_client_sends_that_is_no_text_leaves_a_line_without_a_trace():
    """The server writes it down as an error of its own; one of ours keeps its number and place."""
    told = {name: line_of_no_text(name) for name in ("uvicorn.error", "carechoice.web")}
    assert told["uvicorn.error"] == "Invalid UTF-8 sequence received from client."
    assert "UnicodeDecodeError, raised by" in told["carechoice.web"]


def line_of_no_text(name):
    try:
        b"\xff".decode()
    except UnicodeDecodeError:
        trace = sys.exc_info()
    words = "Invalid UTF-8 sequence received from client."
    record = WithoutInputs(name, logging.ERROR, __file__, 1, words, (), trace)
    return logging.Formatter().format(record)
