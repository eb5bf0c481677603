"""A running server takes a centre's new data over: whole, or not at all, and open pages go on."""

import os

import pytest
from centre_tables import PROGRAMS, centre_folder
from page_reader import MAIN, PATIENCE_SECONDS
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from carechoice.catalog.in_use import catalog
from carechoice.catalog.load import served
from carechoice.inputs.handed_on.kept_as_text import write_scenarios
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.web.checks.new_data import Watch
from carechoice.web.middleware import WithCatalog

DEARER = PROGRAMS.replace("4,6,400", "4,6,425")
VERSION = f"{catalog().released['version']}-{{}}"
START = {"start_date": "2027-01-04"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder of a centre that a server runs with."""
    own = centre_folder(tmp_path / "own")
    monkeypatch.setenv("CARECHOICE_DATA", str(own))
    served()
    return own


@pytest.fixture
def watch(folder):
    return Watch(folder)


def write(folder, name, text):
    """The file with another text and a time of its own, however fast the test is."""
    path = folder / name
    before = path.stat().st_mtime_ns
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 1_000_000, before + 1_000_000))


def day_price(data=None):
    return (data or served()).own.programs["day_program"].price_per_day_usd


def at_rest(watch):
    """Once a folder is as it was at the look before, it is no longer written to."""
    watch.look()
    watch.look()


def test_what_is_in_the_folder_counts_once_it_has_come_to_rest(folder, watch):
    before = served()
    write(folder, "programs.csv", DEARER)
    watch.look()
    assert served() is before
    watch.look()
    assert day_price() == 425
    assert day_price(before) == 400


def test_nothing_changes_while_the_folder_says_the_same(folder, watch):
    before = served()
    at_rest(watch)
    write(folder, "programs.csv", PROGRAMS)
    at_rest(watch)
    assert served() is before


def test_a_broken_folder_leaves_the_old_data_and_names_each_mistake_once(folder, watch, capsys):
    before = served()
    write(folder, "programs.csv", DEARER.replace("425", "a lot"))
    write(folder, "sites.csv", "name,address,state,npi,tin\nNorth,,,not a number,\n")
    at_rest(watch)
    assert served() is before
    head, *lines = capsys.readouterr().err.splitlines()
    assert head == "CareChoice goes on with the data it has: the new data has errors."
    assert {line.partition(",")[0] for line in lines} == {"programs.csv", "sites.csv"}
    at_rest(watch)
    assert capsys.readouterr().err == ""


def test_once_it_is_mended_it_is_taken_over(folder, watch):
    write(folder, "programs.csv", DEARER.replace("425", "a lot"))
    at_rest(watch)
    write(folder, "programs.csv", DEARER)
    at_rest(watch)
    assert day_price() == 425


def test_a_folder_that_is_gone_leaves_the_old_data(folder, watch, capsys):
    before = served()
    folder.rename(folder.with_name("elsewhere"))
    at_rest(watch)
    assert served() is before
    assert "CARECHOICE_DATA names no folder" in capsys.readouterr().err


def test_what_is_asked_from_then_on_is_answered_from_the_new_data(folder, watch):
    async def answer(_request):
        return PlainTextResponse(f"{day_price(catalog()):g}")

    routes, layers = [Route("/", answer)], [Middleware(WithCatalog, catalog=served)]
    client = TestClient(Starlette(routes=routes, middleware=layers))
    assert client.get("/").text == "400"
    write(folder, "programs.csv", DEARER)
    at_rest(watch)
    assert client.get("/").text == "425"


def page(**query):
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_SECONDS)
    app.session_state[state.PLAIN_SLIDERS] = True
    app.query_params.update({**START, **query})
    app.switch_page("compare.py").run()
    assert not app.exception
    return app


def again(app):
    app.run()
    assert not app.exception
    return app


def infos(app):
    return "\n".join(note.value for note in app.info)


def changed(folder, watch, programs):
    write(folder, "programs.csv", programs)
    at_rest(watch)


def test_an_open_page_goes_on_with_its_inputs_and_says_that_the_data_changed(folder, watch):
    inputs = {"program": "day_program", "iop_weeks": "9", "therapy_sessions": "7"}
    app = page(**inputs, network="self_pay")
    assert app.session_state["iop_price_per_day_usd"] == 400
    changed(folder, watch, DEARER)
    told = infos(again(app))
    assert told == say("page.data_changed", now=VERSION.format(served().mark))
    held = app.session_state
    assert held["iop_price_per_day_usd"] == 400
    assert (held["program"], held["iop_weeks"], held["therapy_sessions"]) == ("day_program", 9, 7)
    app.selectbox(key="program").select("evening_program").run()
    assert infos(app) == ""


def test_a_program_that_is_gone_is_named_and_its_numbers_stay(folder, watch):
    app = page(program="evening_program", network="self_pay")
    evening_gone = "\n".join(PROGRAMS.splitlines()[:2]) + "\n"
    changed(folder, watch, evening_gone)
    told = infos(again(app))
    assert "Program (that choice is not in its list now)" in told
    assert app.session_state["program"] == "no_program"
    assert app.session_state["iop_price_per_day_usd"] == 350


def test_kept_scenarios_stay_and_one_that_no_longer_fits_is_said_to_be_lost(folder, watch):
    app = page(program="evening_program")
    next(button for button in app.button if button.key == "keep_now").click().run()
    app.selectbox(key="program").select("day_program").run()
    next(button for button in app.button if button.key == "keep_now").click().run()
    assert len(app.session_state[state.KEPT]) == 2
    changed(folder, watch, "\n".join(PROGRAMS.splitlines()[:2]) + "\n")
    told = infos(again(app))
    (kept,) = write_scenarios(app.session_state[state.KEPT])
    assert "program=day_program" in kept[1]
    assert say("visit.lost_pins") in told


def test_a_link_that_was_made_before_says_that_the_data_changed(folder, watch):
    app = page()
    link = {"data": VERSION.format(served().mark), "made": "2026-11-23", "iop_weeks": "6"}
    assert "is from data" not in infos(app)
    changed(folder, watch, DEARER)
    assert link["data"] in infos(page(**link))


def test_a_session_with_a_catalog_of_its_own_keeps_it(folder, watch):
    own = served()
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_SECONDS)
    app.session_state[state.PLAIN_SLIDERS] = True
    app.session_state[state.CATALOG] = own
    app.switch_page("compare.py").run()
    changed(folder, watch, DEARER)
    assert again(app).session_state[state.CATALOG] is own
