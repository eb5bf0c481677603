"""Two processes behind nginx: who is on one that is killed is on the other, with all inputs."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPConnection
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from running_server import PATIENCE_SECONDS
from websockets.exceptions import ConnectionClosed

from benchmarks.session import Session
from deploy.fleet import ROOT, fleet

BELOW = "/care"
VISITS = 5


class Browser:
    """Keeps the cookie that it is given, and goes on where its line was cut."""

    def __init__(self, port, number):
        self._port = port
        self.cookie = self._asked("/")[1].split(";")[0]
        self.query = f"therapy_sessions={20 + number}&iop_weeks=6"
        self.line = None

    def _asked(self, path, cookie=""):
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_SECONDS)
        try:
            connection.request("GET", f"{BELOW}{path}", headers={"Cookie": cookie})
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Set-Cookie", ""), answer.read().decode()
        finally:
            connection.close()

    def asked(self, path):
        return self._asked(path, self.cookie)

    def open(self):
        """A live connection for the inputs in its address."""
        self.line = Session(
            self._port, charts=None, below=BELOW, query=self.query, cookie=self.cookie
        )
        self.line.run()
        return self

    def sessions(self):
        """How many sessions the page's slider shows."""
        return self.line.shown["therapy_sessions"]

    def close(self):
        self.line.__exit__()


def visits_at(process):
    """How many live connections a process has."""
    metrics = urlopen(f"http://localhost:{process.port}/metrics", timeout=PATIENCE_SECONDS)
    return float(re.search(r"^carechoice_visits (\S+)$", metrics.read().decode(), re.M)[1])


@pytest.fixture(scope="module")
def two():
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("CARECHOICE_METRICS", "on")
        with fleet(port=0) as started:
            yield started


@pytest.fixture
def port(two):
    return urlsplit(two.address).port


def test_the_pages_and_the_files_they_name_stand_below_the_path(port):
    browser = Browser(port, 0)
    status, cookie, page = browser.asked("/share")
    assert status == 200
    # It has one already.
    assert cookie == ""
    assert "<base" not in page
    assert browser.asked("/_stcore/health")[0] == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_what_is_for_machines_is_not_for_the_outside(port, path):
    status, _, told = Browser(port, 0).asked(path)
    assert status == 404
    assert "nginx" in told


def test_a_process_is_killed_and_all_who_were_on_it_go_on_with_their_inputs(two, port):
    with ExitStack() as stack:
        browsers = [Browser(port, number).open() for number in range(VISITS)]
        for each in browsers:
            stack.callback(each.close)
        assert [each.sessions() for each in browsers] == [20, 21, 22, 23, 24]
        most = max(two.processes, key=visits_at)
        lost = visits_at(most)
        most.running.kill()
        most.running.wait()

        def go_on(browser):
            try:
                browser.line.move("iop_weeks", 9)
                return False
            except ConnectionClosed:
                browser.open()
                return True

        with ThreadPoolExecutor(VISITS) as at_once:
            were_cut = list(at_once.map(go_on, browsers))
        assert were_cut.count(True) == lost >= VISITS / 2
        assert [each.sessions() for each in browsers] == [20, 21, 22, 23, 24]
        (left,) = (each for each in two.processes if each is not most)
        assert visits_at(left) == VISITS


def test_its_log_holds_no_inputs_and_nobodys_address(two, port):
    Browser(port, 0).asked("/bill?therapy_sessions=31")
    Browser(port, 0).asked("/media/0123abc.pdf?therapy_sessions=31")
    # nginx writes its line after the answer, but before it takes up the next request.
    Browser(port, 0).asked("/healthz")
    log = two.log.read_text(encoding="utf-8")
    assert "GET /care/bill 200" in log
    assert "GET /care/media/ 404" in log
    assert "therapy_sessions" not in log
    assert "0123abc" not in log
    assert "127.0.0.1" not in log


def test_the_readme_names_the_file_that_is_tested():
    assert "deploy/nginx.conf" in (ROOT / "README.md").read_text(encoding="utf-8")
