"""What the JSON routes answer to requests that no page of ours would make."""

from collections import defaultdict

import pytest
from outside_text import PAYLOADS
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.runtime import Runtime
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from carechoice.inputs.handed_on.link import LONGEST_LINK, MOST_NAMES
from carechoice.language.markup import CUT, LONGEST_SHOWN, MOST_NAMED
from carechoice.web.routes.api import ROUTES

NOBODYS = "This page is no longer open on the server. Reload it, and add the file again."
TOO_MANY = "there are too many parameters; give at most 200, with 8000 characters in all"


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=ROUTES))


@pytest.mark.parametrize(
    "query",
    [
        "&".join(["data=x"] * (MOST_NAMES + 1)),
        "&".join(["iop_weeks=6"] * (MOST_NAMES + 1)),
        "fixed_hours=" + "mon:00-01," * (LONGEST_LINK // 10),
        "x" * (LONGEST_LINK + 1),
    ],
)
def test_far_too_many_parameters_are_answered_with_one_sentence(client, query):
    answer = client.get(f"/api/compare?{query}")
    assert answer.status_code == 414
    assert answer.json() == {"errors": [{"reason": TOO_MANY}]}


def test_far_too_many_inputs_in_a_body_are_answered_with_one_sentence(client):
    asked = {"inputs": [["data", "x"]] * (MOST_NAMES + 1), "page": "", "moves": []}
    answer = client.post("/api/ahead", json=asked)
    assert answer.status_code == 413
    assert answer.json() == {"errors": [{"reason": TOO_MANY}]}


def test_of_many_wrong_parameters_the_first_come_back_in_short(client):
    names = {f"{'n' * 100}{n}": "v" * 100 for n in range(9)}
    told = client.get("/api/compare", params=names).json()
    assert told["more"] == 9 - MOST_NAMED
    assert [(error["field"], error["given"]) for error in told["errors"]] == [
        ("n" * LONGEST_SHOWN + CUT, "v" * LONGEST_SHOWN + CUT)
    ] * MOST_NAMED


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_refused_value_comes_back_as_it_was_given(client, text):
    (error,) = client.get("/api/compare", params={"iop_weeks": text}).json()["errors"]
    assert error["field"] == "iop_weeks"
    assert error["given"] in (PAYLOADS[text], "")
    assert len(error["given"]) <= LONGEST_SHOWN + len(CUT)


def test_a_link_that_was_mailed_and_followed_is_answered_as_meant(client):
    asked = "iop_weeks=6&therapy_sessions=10&start_date=2027-01-04"
    mailed = f"{asked.replace('&', '&amp;')}&amp;utm_source=news&fbclid=x"
    answer = client.get(f"/api/compare?{mailed}")
    assert answer.status_code == 200
    assert answer.json() == client.get(f"/api/compare?{asked}").json()


@pytest.fixture
def given_files(running, monkeypatch):
    """Files that visits have given, as the framework keeps them: so many of so many bytes."""
    files = defaultdict(dict)

    def give(visit, *, count, size):
        for n in range(count):
            files[visit][n] = UploadedFileRec(str(n), f"{n}.txt", "text/plain", bytes(size))

    _, runtime = running
    monkeypatch.setattr(runtime.uploaded_file_mgr, "file_storage", files)
    monkeypatch.setattr(Runtime, "_instance", runtime)
    return give


def upload(client, visit):
    return client.put(f"/_stcore/upload_file/{visit}/new", content=b"x")


def test_a_visit_holds_so_many_files_and_other_visits_go_on(running, given_files):
    client, _ = running
    given_files("one", count=20, size=1)
    answer = upload(client, "one")
    assert answer.status_code == 413
    assert answer.text == "This visit holds 20 files already. Reload the page to start over."
    # Refused for another reason.
    assert upload(client, "two").text == NOBODYS


def test_a_file_of_a_visit_that_is_not_here_is_refused_in_our_own_words(running, given_files):
    client, _ = running
    given_files("one", count=1, size=1)
    answer = upload(client, "nobodys")
    assert answer.status_code == 400
    assert answer.text == NOBODYS
    assert "streamlit" not in answer.text


def test_a_file_that_is_too_large_is_refused_in_our_own_words(running, given_files, monkeypatch):
    client, runtime = running
    given_files("one", count=1, size=1)
    monkeypatch.setattr(runtime, "is_active_session", lambda _: True)
    answer = client.put("/_stcore/upload_file/one/new", files={"file": bytes(11 * 2**20)})
    assert answer.status_code == 413
    assert answer.text == "The file is larger than 10 MB. Send a smaller one."


@pytest.mark.parametrize("kind", [None, "application/x-www-form-urlencoded", "text/plain"])
def test_what_is_not_sent_as_a_file_is_not_taken_apart(running, given_files, monkeypatch, kind):
    """Signs between values, of which each is looked at: 5 MB took two seconds."""
    client, runtime = running
    given_files("one", count=1, size=1)
    monkeypatch.setattr(runtime, "is_active_session", lambda _: True)
    kinds = {"Content-Type": kind} if kind else {}
    answer = client.put("/_stcore/upload_file/one/new", content=b"&" * 5000, headers=kinds)
    assert answer.status_code == 415
    assert answer.text == "it must be sent as multipart/form-data"


def test_where_visits_hold_as_much_as_there_is_room_for_no_file_is_taken(running, given_files):
    client, _ = running
    given_files("one", count=2, size=100_000_000)
    answer = upload(client, "two")
    assert answer.status_code == 503
    assert answer.text.startswith("More people are here than this server has room for.")
