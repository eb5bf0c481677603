"""What the browser sends meanwhile stops a run, and never in the middle of a change."""

import ast
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from page_reader import unfolded, widget
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.exceptions import StopException
from streamlit.runtime.state.session_state import SessionState

from carechoice.inputs.handed_on.handed_over import KeptByVisit, write_kept
from carechoice.inputs.scenario import FIELDS
from carechoice.language.sentences import say
from carechoice.ui import taking_over
from carechoice.ui.components import visit
from carechoice.ui.session import entered

UI = Path(entered.__file__).parents[1]
DRAWN = [*UI.rglob("*.py"), *UI.parent.rglob("page.py"), *UI.parent.rglob("page/*.py")]
# Each look into the session is a chance to be stopped; the first, and some in the middle.
LOOKS = (1, 7, 40)


class Stops:
    """Stops a run at one of its looks into the session while something is under way."""

    def __init__(self, monkeypatch):
        self._monkeypatch = monkeypatch
        self.at = None
        self._looks = 0
        self._is_under_way = False
        look = ScriptRunner._maybe_handle_execution_control_request
        monkeypatch.setattr(
            ScriptRunner,
            "_maybe_handle_execution_control_request",
            lambda runner: self._look() or look(runner),
        )

    def while_in(self, owner, name):
        inner = getattr(owner, name)

        def outer(*given, **named):
            self._is_under_way = True
            try:
                return inner(*given, **named)
            finally:
                self._is_under_way = False

        self._monkeypatch.setattr(owner, name, outer)

    def _look(self):
        if self._is_under_way and self.at is not None:
            self._looks += 1
            if self._looks == self.at:
                raise StopException


@pytest.fixture
def stops(monkeypatch):
    return Stops(monkeypatch)


def values(app):
    return {field: app.session_state[field] for field in FIELDS}


def press(app, label):
    next(button for button in app.button if button.label == label).click()


def choose_a_plan(app):
    widget(app, "plan").select(next(o for o in widget(app, "plan").options if "Medicare" in o))


def move_a_slider(app):
    widget(app, "deductible_usd").set_value(3000)


def reset(app):
    press(app, say("controls.reset"))


def begin_with_a_new_client(app):
    press(app, say("fresh.new.explore"))


ACTIONS = (choose_a_plan, move_a_slider, reset, begin_with_a_new_client)
LINK = {"plan": "employer", "therapy_sessions": "30", "start_date": "2027-01-04", "topics": "money"}


@cache
def calmly(act):
    """What the inputs are after an action that nothing stops."""
    app = unfolded(**LINK)
    act(app)
    return values(app.run())


@pytest.mark.parametrize("looks", LOOKS)
@pytest.mark.parametrize("act", ACTIONS)
def test_an_action_that_is_overtaken_changes_all_that_belongs_to_it(stops, act, looks):
    expected = calmly(act)
    overtaken = unfolded(**LINK)
    act(overtaken)
    stops.while_in(SessionState, "_call_callbacks")
    stops.at = looks
    overtaken.run()
    stops.at = None
    assert values(overtaken.run()) == expected


@pytest.mark.parametrize("looks", LOOKS)
def test_a_link_is_taken_whole_by_a_session_whose_first_run_is_overtaken(stops, looks):
    expected = values(unfolded(**LINK))
    stops.while_in(visit, "read_link")
    stops.at = looks
    app = unfolded(**LINK)
    stops.at = None
    assert values(app.run()) == expected


@pytest.mark.parametrize("looks", LOOKS)
def test_what_the_browser_hands_over_is_taken_whole(stops, monkeypatch, looks):
    query = list(map(list, LINK.items()))
    sent = {
        "id": "7",
        "visit": "a1",
        "moves": {},
        "query": query,
        "kept": write_kept(KeptByVisit()),
    }
    back = iter([sent])
    monkeypatch.setattr(visit, "_visit", lambda **_: SimpleNamespace(back=next(back, None)))
    stops.while_in(taking_over, "_take_over")
    stops.at = looks
    app = unfolded(therapy_sessions="20")
    stops.at = None
    assert values(app.run()) == values(unfolded(**LINK))


def place_of(module):
    """The file of a module or of a package."""
    place = UI.parents[1].joinpath(*module.split("."))
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def callbacks():
    """Where each function stands that the framework calls before it draws a page, and its name."""
    for path in DRAWN:
        tree = ast.parse(path.read_text())
        names = [
            (name.asname or name.name, node.module, name.name)
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module
            for name in node.names
        ]
        imported = {known_as: place_of(module) for known_as, module, _ in names}
        modules = {known_as: place_of(f"{package}.{name}") for known_as, package, name in names}
        for node in ast.walk(tree):
            for word in getattr(node, "keywords", ()):
                if word.arg and word.arg.startswith("on_"):
                    called = word.value.args[0] if isinstance(word.value, ast.Call) else word.value
                    if isinstance(called, ast.Attribute):
                        yield modules.get(ast.unparse(called.value), path), called.attr
                    else:
                        name = getattr(called, "id", "")
                        yield imported.get(name, path), name


def functions():
    """Every function that draws or is called before that, by its place and its name."""
    return {
        (path, node.name): node
        for path in DRAWN
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef)
    }


def test_every_callback_that_changes_something_is_marked_as_a_whole():
    known = functions()
    # A function that was handed in is looked at where it is handed in from.
    named = {each for each in callbacks() if each in known}
    for each in named:
        decorators = [ast.unparse(decorator) for decorator in known[each].decorator_list]
        assert "atomic()" in decorators, each
    assert (UI / "session/entered.py", "follow") in named
    assert (UI / "components/slider/__init__.py", "_moved") in named
    assert len(named) >= 15
