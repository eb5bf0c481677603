"""What whoever runs the server sees of it: its start, its answers, its end, and nobody's inputs."""

import re
import signal
import socket
from http.client import HTTPConnection, HTTPResponse
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from fleets import COUNTS
from running_server import (
    ANY_PORT,
    PATIENCE_SECONDS,
    SAID,
    START,
    said,
    server_process,
    wait_for,
)

from benchmarks.session import Session
from carechoice.web.headers import of_refusals

SETTINGS = {
    "CARECHOICE_ACCESS_LOG": "on",
    "CARECHOICE_METRICS": "on",
    "CARECHOICE_COUNT": COUNTS,
    "CARECHOICE_VISITS": "77",
    "STREAMLIT_SERVER_BASE_URL_PATH": "",
}


class Server:
    def __init__(self, process, log):
        self.process, self.log = process, log
        self.address = wait_for(SAID, process, log).rstrip("/")
        self.port = urlsplit(self.address).port

    def ask(self, path):
        try:
            with urlopen(f"{self.address}{path}", timeout=PATIENCE_SECONDS) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def number(self, name):
        """A number among the metrics."""
        return float(re.search(rf"^{re.escape(name)} (\S+)$", self.ask("/metrics")[1], re.M)[1])


@pytest.fixture(scope="module")
def server():
    with server_process([*START, *ANY_PORT], SETTINGS) as (process, log):
        started = Server(process, log)
        assert started.ask("/healthz") == (200, "ok")
        yield started


def test_the_log_begins_with_version_data_and_settings(server):
    (line,) = [each for each in said(server.log).splitlines() if each.startswith("CareChoice ")]
    assert re.match(
        r"CareChoice \d{4}\.\d\d(\.\d+)?, data of \d{4}-\d\d-\d\d from the folder it comes with, "
        rf"at port {server.port} of localhost, settings: CARECHOICE_ACCESS_LOG=on, "
        r"CARECHOICE_COUNT=\(not shown\), CARECHOICE_METRICS=on, CARECHOICE_TODAY=2026-11-23, "
        r"CARECHOICE_VISITS=77$",
        line,
    )


def test_it_can_answer_once_each_page_has_run(server):
    assert server.ask("/readyz") == (200, "ok")


def test_the_metrics_count_answers_visits_and_what_browsers_say(server):
    before, ran = map(server.number, ("carechoice_messages_total", "carechoice_run_seconds_count"))
    with Session(server.port, charts=None) as visit:
        visit.run()
        visit.move("therapy_sessions", 31)
        assert server.number("carechoice_visits") == 1
        # Each of them ran the page, which has said its end; those that look at it too.
        assert server.number("carechoice_run_seconds_count") >= ran + 2
        assert server.number("carechoice_run_seconds_sum") > 0
    assert server.number("carechoice_messages_total") == before + 2
    server.ask("/share?therapy_sessions=31")
    assert server.number('carechoice_answers_total{kind="page",status="200"}') >= 1
    assert server.number('carechoice_answer_seconds_count{kind="page"}') >= 1


def test_neither_log_nor_metrics_hold_what_a_person_entered(server):
    for path in ("/?therapy_sessions=31", "/Jane-Doe?iop_weeks=7", "/media/Acme.pdf", "/Jane.js"):
        server.ask(path)
    with Session(server.port, "bill", charts=None) as visit:
        visit.run()
        visit.move("therapy_sessions", 31)
    told = server.ask("/metrics")[1]
    log = said(server.log)
    assert "GET / 200 " in log
    assert "GET (unknown) 404 " in log
    assert "GET /media/ 404 " in log
    for text in (told, log):
        assert not re.search(r"Jane|Acme|therapy_sessions|iop_weeks|127\.0\.0\.1|::1", text)


@pytest.mark.parametrize(
    ("method", "path", "line"),
    [
        # A redirect and the answer to who asks what may be asked are given to any address.
        ("GET", "/Jane/", "GET (unknown) 301 "),
        ("OPTIONS", "/component/Jane/x.js", "OPTIONS (unknown) 204 "),
        ("JANE", "/bill", "(unknown) /bill 405 "),
        # A route of ours is named also where it refuses.
        ("GET", "/api/compare?iop_weeks=900", "GET /api/compare 422 "),
        ("POST", "/api/ahead", "POST /api/ahead 415 "),
        ("POST", "/healthz", "POST /healthz 405 "),
    ],
)
def test_a_line_of_the_log_names_routes_of_ours_and_no_word_that_somebody_made_up(
    server, method, path, line
):
    ask(server, method, path)
    # It is written once the answer has gone out.
    assert wait_for(re.compile(f"({re.escape(line)})"), server.process, server.log)
    assert not re.search("Jane", said(server.log), re.I)


def ask(server, method, path):
    connection = HTTPConnection("localhost", server.port, timeout=PATIENCE_SECONDS)
    connection.request(method, path)
    connection.getresponse().read()
    connection.close()


def test_the_counts_stand_at_the_address_that_the_operator_chose_and_nowhere_else(server):
    server.ask("/share?therapy_sessions=31")
    # Of today nothing is told.
    assert server.ask(COUNTS) == (200, "day,kind,what,language,number\n")
    assert server.ask("/counts")[0] == 404


@pytest.mark.parametrize(
    ("method", "path", "line"),
    [
        ("GET", COUNTS, "GET (not shown) 200 "),
        ("HEAD", COUNTS.replace("o", "%6F"), "HEAD (not shown) 200 "),
        ("POST", COUNTS, "POST (not shown) 405 "),
        ("GET", f"{COUNTS}/", "GET (unknown) 301 "),
    ],
)
def test_who_reads_log_or_metrics_does_not_learn_where_the_counts_stand(server, method, path, line):
    ask(server, method, path)
    assert wait_for(re.compile(f"({re.escape(line)})"), server.process, server.log)
    assert COUNTS not in said(server.log) + server.ask("/metrics")[1]


def test_told_to_end_it_ends_also_while_a_page_is_open():
    with server_process([*START, *ANY_PORT], {}) as (process, log):
        server = Server(process, log)
        with Session(server.port, charts=None) as visit:
            visit.run()
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=PATIENCE_SECONDS)
        assert "Traceback" not in said(log)
        assert "Application shutdown complete" in said(log) or process.returncode in (0, -15)


def test_told_to_end_it_does_not_wait_for_a_body_longer_than_is_set():
    patient = {"CARECHOICE_BODY_SECONDS": "1000", "CARECHOICE_END_SECONDS": "0.2"}
    head = b"POST /api/ahead HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    with server_process([*START, *ANY_PORT], patient) as (process, log):
        server = Server(process, log)
        address = ("localhost", server.port)
        with socket.create_connection(address, timeout=PATIENCE_SECONDS) as line:
            line.sendall(head + b"Content-Length: 9\r\nExpect: 100-continue\r\n\r\n")
            # It says so once it waits for the body.
            assert line.recv(4096).startswith(b"HTTP/1.1 100")
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=PATIENCE_SECONDS)
            answer = HTTPResponse(line, method="POST")
            answer.begin()
            assert answer.status == 500
            told = {name: answer.headers[name] for name in of_refusals()}
            assert told == of_refusals()
        assert "Traceback" not in said(log)


def test_by_themselves_metrics_are_off_and_the_probes_are_there(client):
    assert client.get("/metrics").status_code == 404
    assert client.get("/healthz").text == "ok"
    assert client.get("/readyz?x=1").text == "ok"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_probe_is_not_to_be_stored(client, path):
    assert client.get(path).headers["cache-control"] == "no-store"
