"""A visit that has ended, and that nobody comes back to, leaves nothing in the server.

What it leaves is freed at once: Python need not look at all that is held, for which all would wait.
"""

import asyncio
import gc
import tempfile
import threading
from collections import Counter

import pytest
from running_server import PATIENCE_SECONDS
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.caching.ttl_cache import TTLCache
from streamlit.runtime.scriptrunner import ScriptRunContext, ScriptRunner

from carechoice.ui import pages
from carechoice.web.operating.ready import Readiness, look_at_all
from carechoice.web.patches.expired_visits import drop_expired_visits
from carechoice.web.patches.one_run_at_a_time import HeldByOneRun, Runs, StateOfRuns

KINDS = (AppSession, ScriptRunner, ScriptRunContext, StateOfRuns, HeldByOneRun, Runs)
LIVE = "/_stcore/stream"
FILE = {"file": ("plan.pdf", b"%PDF-1.7", "application/pdf")}
RUNNING = "ScriptRunner.scriptThread"
LOOK = Readiness._look_anew.__qualname__
# Far more than a visit has at its end.
MOST_THAT_END = 100


def visit(client, page):
    """A page is opened, and a file given to it; then its tab is closed. The name of its session."""
    with client.websocket_connect(LIVE, subprotocols=["streamlit"]) as line:
        line.send_bytes(BackMsg(rerun_script={"page_name": page}).SerializeToString())
        kind = ""
        while kind != "script_finished":
            message = ForwardMsg.FromString(line.receive_bytes())
            kind = message.WhichOneof("type")
            if kind == "new_session":
                session = message.new_session.initialize.session_id
        given = client.put(f"/_stcore/upload_file/{session}/a", files=FILE)
        assert given.status_code == 204
        return session


async def until_looks_have_ended():
    """A test before this one may have asked whether the server is ready: it goes on looking."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    looks = [task for task in others if task.get_coro().__qualname__ == LOOK]
    await asyncio.gather(*looks)


def until_runs_have_ended(client):
    client.portal.call(until_looks_have_ended)
    # The loop answers once the thread that it is starting has started, and can be waited for.
    assert client.get("/healthz").status_code == 200
    for thread in threading.enumerate():
        if thread.name == RUNNING:
            thread.join(PATIENCE_SECONDS)
    # What the threads have told the loop is done before this is answered.
    assert client.get("/healthz").status_code == 200


def forget_who_does_not_come_back(client, runtime):
    """As the server does after two hours, or for who is not among the last 128.

    By their names: on Python 3.13 the client's last answer holds this call, and all that it names.
    """
    until_runs_have_ended(client)
    storage = runtime._session_mgr._session_storage
    names = [kept.session.id for kept in storage.list()]
    assert names
    for name in names:
        storage.delete(name)


def objects(*kinds):
    """How many objects there are of each kind, or of a kind of ours made from it."""
    return Counter(
        type(each).__name__ for each in gc.get_objects() if issubclass(type(each), kinds)
    )


def runs_of(session):
    """What there is of the runs of one session. Whatever a run holds holds the run, too."""
    runs = [each for each in gc.get_objects() if issubclass(type(each), ScriptRunner)]
    contexts = [each for each in gc.get_objects() if issubclass(type(each), ScriptRunContext)]
    names = [*(each._session_id for each in runs), *(each.session_id for each in contexts)]
    return [name for name in names if name == session]


def left(client, runtime):
    """What there is: objects, sessions, files, threads."""
    forget_who_does_not_come_back(client, runtime)
    return objects(*KINDS) | {
        "sessions": len(runtime._session_mgr.list_active_sessions()),
        "given files": len(runtime.uploaded_file_mgr.file_storage),
        "files to take": len(runtime.media_file_mgr._deferred_callables),
        "runs": sum(thread.name == RUNNING for thread in threading.enumerate()),
    }


async def tasks():
    """What the loop is at work on, but for this.

    Waits for an event are the framework's: it has two of them or, just after a message, none.
    """
    others = asyncio.all_tasks() - {asyncio.current_task()}
    return {
        task for task in others if task.get_coro().__qualname__ != asyncio.Event.wait.__qualname__
    }


async def begin_a_look():
    return asyncio.create_task(Readiness(look_at_all)._look_anew())


async def come_down_to(number):
    """How many tasks there are once so many others as may end have ended."""
    for _ in range(MOST_THAT_END):
        if len(others := await tasks()) <= number:
            break
        ended, _ = await asyncio.wait(
            others, timeout=PATIENCE_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        if not ended:
            break
    return len(await tasks())


@pytest.fixture
def own_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("unlooked")
def test_a_run_that_has_ended_leaves_nothing_though_its_visit_may_go_on(client):
    session = visit(client, "")
    until_runs_have_ended(client)
    # Of this visit alone: one of a test before this one may begin a run meanwhile.
    assert runs_of(session) == []


@pytest.mark.usefixtures("unlooked")
def test_what_a_visit_held_is_gone_once_its_time_is_over_though_no_other_visit_ends(
    client, running, monkeypatch
):
    _, runtime = running
    given, seconds = runtime.uploaded_file_mgr.file_storage, [0]
    of_others = {*given}
    kept = TTLCache(maxsize=128, ttl=7200, timer=lambda: seconds[0])
    monkeypatch.setattr(runtime._session_mgr._session_storage, "_cache", kept)
    visit(client, "")
    until_runs_have_ended(client)
    (over,) = runtime._session_mgr._session_storage.list()
    for seconds[0], is_there in ((7199, True), (7201, False)):
        client.portal.call(drop_expired_visits)
        assert bool({*given} - of_others) == is_there
        assert bool(over.session.session_state.filtered_state) == is_there
        assert bool(over.session._client_state.ByteSize()) == is_there


@pytest.mark.usefixtures("unlooked")
def test_visits_to_every_page_leave_nothing(client, running, own_temporary_files):
    _, runtime = running
    # What is made once, for all.
    visit(client, "")
    before, lasting = left(client, runtime), len(client.portal.call(tasks))
    for page in ("", *pages.PAGES):
        visit(client, page if page != pages.FIRST else "")
    assert left(client, runtime) == before
    assert client.portal.call(come_down_to, lasting) <= lasting
    assert [*own_temporary_files.iterdir()] == []


@pytest.mark.usefixtures("unlooked")
def test_a_look_of_the_server_at_its_own_pages_is_nothing_that_a_visit_leaves(client, running):
    _, runtime = running
    visit(client, "")
    before = left(client, runtime)
    visit(client, "")
    client.portal.call(begin_a_look)
    assert left(client, runtime) == before
