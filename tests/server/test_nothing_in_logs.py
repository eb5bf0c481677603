"""A whole visit behind each proxy, with errors and a fall: no log holds anything about anyone."""

import json
import re
import socket
from contextlib import suppress
from urllib.parse import urlencode

import pytest
from fleets import COUNTS, EACH_PROXY, person

from benchmarks.person import CUT
from carechoice.catalog.in_use import catalog
from carechoice.language.sentences import say
from carechoice.ui import pages
from deploy.servers import HERE

# In no log by chance: no time, size or count is like them.
VALUE, NAME = "173.29", "Jane-Doe"
LINES_ABOUT_SOMEBODY = re.compile(
    rf".*(?:\b(?:{'|'.join(catalog().parameters)})\b\W{{0,3}}[=:]"
    rf"|{VALUE}|{NAME}|{HERE}|::1|_streamlit_xsrf).*"
)
FILES = ("share.file.save", "share.numbers.csv", "share.documents.slides")


def every_input():
    return dict.fromkeys(catalog().parameters, VALUE)


def visits_every_page(fleet):
    for page in pages.PAGES:
        path = "" if page == pages.FIRST else page
        with person(fleet, page=path, therapy_sessions=31) as visitor:
            assert not visitor.move("iop_weeks", 9)
            assert visitor.ask(f"/{path}?{urlencode(every_input())}").status == 200


def gives_and_takes_files(fleet):
    with person(fleet, page="share", therapy_sessions=31) as visitor:
        for size in (1000, 11_000_000):
            visitor.give_file(f"{NAME}.pdf", bytes(size))
        for key in FILES:
            assert visitor.take_file(say(key)).status == 200


def asks_what_is_answered_and_what_is_not(fleet):
    visitor = person(fleet)
    inputs = urlencode(every_input())
    asked = {"page": "bill", "inputs": list(every_input().items()), "moves": []}
    as_json = {"Content-Type": "application/json"}
    statuses = {
        visitor.ask(f"/api/compare?{inputs}").status,
        visitor.ask("/api/ahead", "POST", json.dumps(asked).encode(), as_json).status,
        visitor.ask("/api/ahead", "POST", f'{{"{NAME}": {VALUE}'.encode(), as_json).status,
        visitor.ask(f"/api/{NAME}?{inputs}").status,
        visitor.ask(f"/{NAME}?{inputs}").status,
        visitor.ask(f"/media/{NAME}.pdf?{inputs}").status,
        visitor.ask(f"/%6Dedia/{NAME}.pdf?{inputs}").status,
        visitor.ask(f"/?{inputs}", "DELETE").status,
        # Both are answered whatever stands there.
        visitor.ask(f"/{NAME}/?{inputs}").status,
        visitor.ask(f"/component/{NAME}/x.js", "OPTIONS").status,
        visitor.ask(f"/?x={NAME}{'x' * 9000}").status,
        visitor.ask(f"/_stcore/upload_file/{NAME}/{NAME}?{inputs}", "PUT").status,
    }
    assert {200, 204, 301, 404, 422} <= statuses
    assert not statuses & {500, 502, 503}


def asks_for_the_counts(fleet):
    for method, end, status in (("GET", "", 200), ("POST", "", 405), ("GET", "/", 301)):
        assert person(fleet).ask(f"{COUNTS}{end}", method).status == status


def says_what_is_no_request(fleet):
    for said in (
        f"GET /care/?{urlencode(every_input())} HTTP/9.9\r\n\r\n",
        f"GET /care/?x={VALUE} HTTP/1.1\r\nHost : {NAME}\r\n\r\n",
        f"{NAME} {VALUE}\r\n\r\n",
    ):
        with suppress(OSError), socket.create_connection((HERE, fleet.proxy.port)) as line:
            line.sendall(said.encode())
            line.recv(1000)


def asks_while_nobody_answers(fleet, two):
    with person(fleet, therapy_sessions=31) as visitor:
        for each in two:
            each.kill()
        with pytest.raises(CUT):
            visitor.visit.move("iop_weeks", 9)
        for page in ("share", NAME):
            assert visitor.ask(f"/{page}?{urlencode(every_input())}").status in (502, 503)
        for each in two:
            each.begin()
        for each in two:
            each.until_ready()
        visitor.go_on()


@EACH_PROXY
def test_no_log_of_proxy_or_processes_holds_what_somebody_entered_or_who_it_was(fleet, two):
    visits_every_page(fleet)
    gives_and_takes_files(fleet)
    asks_what_is_answered_and_what_is_not(fleet)
    asks_for_the_counts(fleet)
    says_what_is_no_request(fleet)
    asks_while_nobody_answers(fleet, two)
    # A proxy writes its line after the answer, but before it takes up the next request.
    person(fleet).ask("/_stcore/health")
    logs = {"proxy": read([fleet.log]), "processes": read([each.log for each in two])}
    for log in logs.values():
        # They are logs of all that.
        assert re.search(r"GET (/care)?/bill 200", log)
        assert re.search(r"PUT (/care)?/_stcore/upload_file/ 204", log)
        assert re.search(r"GET \(unknown\) 404", log)
        assert LINES_ABOUT_SOMEBODY.findall(log) == []
        assert "GET (not shown) 200" in log
        assert COUNTS not in log


def read(files):
    return "".join(each.read_text(encoding="utf-8") for each in files)
