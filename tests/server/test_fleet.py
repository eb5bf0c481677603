"""Two processes behind a proxy, as deploy/ has it: who is on one that goes is on the other."""

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from fleets import EACH_PROXY, people, person, visits_at

from carechoice.language.sentences import say
from deploy.proxies import PROXIES
from deploy.servers import HERE, ROOT

VISITS = 6
MB = 1_000_000


@pytest.fixture
def visitor(fleet):
    with person(fleet, page="share", therapy_sessions=31, iop_weeks=6) as opened:
        yield opened


def process_of(someone, two):
    """The process that somebody's cookie names."""
    return two[int(someone.cookies["care_process"]) - 1]


def all_move(people, weeks):
    """Everybody moves a slider at once; how many had to begin on another line."""
    with ThreadPoolExecutor(len(people)) as at_once:
        return sum(at_once.map(lambda each: each.move("iop_weeks", weeks), people))


def all_have_their_inputs(people):
    return all(each.sees_its_inputs() for each in people)


def all_can_give_files(people):
    """Whether what they ask reaches the process that has their visit."""
    return {each.give_file("plan.pdf", b"%PDF").status for each in people} == {204}


def test_the_pages_stand_below_the_path(visitor):
    page = visitor.ask("/share")
    assert page.status == 200
    # It has its process already.
    assert "care_process" not in page.headers.get("Set-Cookie", "")
    assert b"<base" not in page.content
    moved = visitor.ask("")
    assert moved.status == 301
    assert moved.headers["Location"].endswith("/care/")


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics", "/%6Detrics"])
def test_what_is_for_machines_is_not_for_the_outside(visitor, path):
    assert visitor.ask(path).status == 404


def test_its_cookie_goes_over_tls_where_the_page_does_and_holds_in_a_frame_on_another_site(fleet):
    asked = person(fleet).ask("/_stcore/health")
    (cookie,) = asked.headers.get_all("Set-Cookie")
    assert cookie.startswith(("care_process=1; ", "care_process=2; "))
    kept = "SameSite=None; Secure; Partitioned" if fleet.proxy.has_tls else "SameSite=Lax"
    assert cookie.endswith(f"; Path=/care/; HttpOnly; {kept}")


def test_a_slider_moves_and_a_file_of_10_mb_goes_up_and_one_comes_down(visitor):
    assert not visitor.move("iop_weeks", 9)
    assert visitor.sees_its_inputs()
    assert visitor.give_file("plan.pdf", bytes(10 * MB)).status == 204
    saved = visitor.take_file(say("share.file.save"))
    assert saved.status == 200
    assert b'"therapy_sessions"' in saved.content
    assert "attachment" in saved.headers["Content-Disposition"]


def test_a_file_that_is_too_large_is_refused(visitor):
    assert visitor.give_file("plan.pdf", bytes(11 * MB)).status == 413


def test_a_browser_that_keeps_no_cookie_asks_processes_that_do_not_know_its_visit(visitor, two):
    own = visitor.cookies["care_process"]
    visitor.cookies["care_process"] = "2" if own == "1" else "1"
    assert visitor.give_file("plan.pdf", b"%PDF").status == 400
    # The page and its live connection come from any.
    assert visitor.ask("/share").status == 200
    visitor.connect()
    assert visitor.sees_its_inputs()
    assert all_can_give_files([visitor])


@EACH_PROXY
def test_a_process_is_killed_and_all_who_were_on_it_go_on_with_their_inputs(fleet, two):
    with people(fleet, VISITS) as visitors:
        most = max(two, key=visits_at)
        lost = visits_at(most)
        most.kill()
        assert all_move(visitors, 9) == lost >= VISITS / 2
        assert all_have_their_inputs(visitors)
        (left,) = (each for each in two if each is not most)
        assert visits_at(left) == VISITS
        most.start()
        # Whose line is at the other stays there.
        assert all_move(visitors, 10) == 0
        assert all_can_give_files(visitors)


@EACH_PROXY
def test_processes_are_started_anew_one_after_the_other_and_nobody_loses_an_input(fleet, two):
    with people(fleet, VISITS) as visitors:
        for weeks, process in enumerate(two, 7):
            process.end()
            all_move(visitors, weeks)
            process.start()
        assert all_have_their_inputs(visitors)
        assert all_can_give_files(visitors)


def test_the_proxy_is_started_anew_and_nobody_loses_an_input(fleet):
    with people(fleet, VISITS) as visitors:
        fleet.proxy.end()
        fleet.proxy.start()
        assert all_move(visitors, 9) == VISITS
        assert all_have_their_inputs(visitors)
        assert all_can_give_files(visitors)


@EACH_PROXY
def test_a_process_that_is_told_to_end_answers_what_it_was_asked_and_sends_the_others_on(
    fleet, two
):
    with person(fleet, page="share", iop_weeks=6) as visitor:
        ending = process_of(visitor, two)
        body = b'{"page": "share", "inputs": [["iop_weeks", "6"]], "moves": [{"iop_weeks": "7"}]}'
        with half_asked(ending.port, body) as asked:
            ending.running.terminate()
            # "Service restart": a page takes it as a line that was lost, and goes on.
            assert visitor.visit.closed_with() == 1012
            visitor.go_on()
            assert visitor.sees_its_inputs()
            assert process_of(visitor, two) is not ending
            asked.sendall(body[10:])
            with asked.makefile("rb") as answer:
                assert answer.readline().startswith(b"HTTP/1.1 200 ")
                assert b'"answers"' in answer.read()
        ending.wait()
        ending.start()


def half_asked(port, body):
    """A connection on which a process waits for the rest of a request's body."""
    connection = socket.create_connection((HERE, port))
    head = (
        "POST /api/ahead HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n"
    )
    connection.sendall(head.encode() + body[:10])
    assert connection.recv(100).startswith(b"HTTP/1.1 100 ")
    return connection


@pytest.mark.parametrize("proxy", PROXIES.values(), ids=PROXIES)
def test_operators_are_told_of_the_file_that_is_tested(proxy):
    assert f"deploy/{proxy.file}" in (ROOT / "docs/operating.md").read_text(encoding="utf-8")
