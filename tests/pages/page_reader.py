"""What a reader of a page gets, without a browser: its texts, its charts, its inputs."""

import json
from copy import deepcopy
from functools import cache, partial
from pathlib import Path

from scenarios import TODAY
from streamlit.testing.v1 import AppTest

from carechoice.catalog.in_use import catalog
from carechoice.catalog.weekdays import read_weekdays, write_weekdays
from carechoice.comparison.compare import compare
from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.charts import charts
from carechoice.ui import pages, state
from carechoice.ui.inputs.more_inputs import FOLDS
from carechoice.ui.text import plain

MAIN = Path(__file__).parents[2] / "pages" / "main.py"
# What hangs ends at last; no page takes nearly as long, on any machine.
PATIENCE_SECONDS = 60
PAGES = tuple(f"{key}.py" for key in pages.PAGES)


def opened(page="compare.py", *, are_inputs_unfolded=False, plain_sliders=True, **query):
    """The app at a page, by default with the folds of inputs closed and with ordinary sliders.

    With ``plain_sliders=None`` the page has the sliders that its address asks for.
    """
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_SECONDS)
    # Without a browser nothing moves a live slider; test_every_input.py does it in its stead.
    if plain_sliders is not None:
        app.session_state[state.PLAIN_SLIDERS] = plain_sliders
    app.session_state[state.SETTINGS] = True
    for fold in FOLDS:
        app.session_state[f"more_{fold}"] = are_inputs_unfolded
    for field, value in query.items():
        app.query_params[field] = value
    app.switch_page(page).run()
    assert not app.exception
    return app


# With every input drawn, which most of the time of a page goes to: for tests about inputs.
unfolded = partial(opened, are_inputs_unfolded=True)
# A page that is read by many tests and changed by none.
read = cache(opened)
read_unfolded = cache(unfolded)


def again(app):
    """The same visit once more, for a test of its own; it has to be led to a page first."""
    twin = AppTest.from_file(MAIN, default_timeout=PATIENCE_SECONDS)
    twin.query_params.update(app.query_params)
    # The session stands in a wrapper that has a lock, which cannot be copied.
    held, copied = app.session_state._state._state, twin.session_state._state
    object.__setattr__(copied, "_state", deepcopy(held))
    return twin


def session(app):
    """Everything the session holds for a visit, under the keys the pages use."""
    return dict(app.session_state._state._state.filtered_state)


def components(app, name):
    """What each of our components of this name is told."""
    parts = [each.proto for each in app.get("bidi_component")]
    return [json.loads(part.json)[0] for part in parts if part.component_name == name]


def drawn(app):
    """What each chart of the page draws: its figure and its alternative text."""
    return components(app, "plot")


def sliders(app):
    """What each live slider of the page is told, by field."""
    return {part["field"]: part for part in components(app, "slider")}


def press(app, label):
    """The page after its first button with this label was pressed."""
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def with_file(app, content, name="scenario.json"):
    """Hand the content of a saved scenario in, where a file of one is opened."""
    app.file_uploader[0].set_value((name, content, "application/json")).run()
    assert not app.exception
    return app


def scenario_of(app):
    """The scenario that the session holds."""
    return Scenario.holding({field: app.session_state[field] for field in FIELDS})


def last_step(app):
    """What the line says that was done last; empty while it says nothing."""
    (line,) = components(app, "undo_line")
    return line["told"]


def rows(table):
    """What a table of the page holds, row by row, the name of the row first."""
    return table.value.reset_index().to_numpy().tolist()


def told(app):
    """All text of the page, and what its charts draw."""
    tables = [table.value.to_csv() for table in app.table]
    return [*(block.value for block in app.markdown), *tables], drawn(app)


class PickedDays:
    """The days of the week that are picked for a field, read and set as the choice they make."""

    def __init__(self, app, field):
        self.box = next(each for each in app.button_group if each.key == state.days_key(field))

    @property
    def value(self):
        return write_weekdays(self.box.value)

    def set_value(self, choice):
        return self.box.set_value(list(read_weekdays(choice)))


def widget(app, field):
    if catalog().parameters[field].kind == "weekdays":
        return PickedDays(app, field)
    return next(
        each
        for kind in ("slider", "selectbox", "toggle", "date_input")
        for each in getattr(app, kind)
        if each.key == field
    )


def shows(app, scenario):
    """Whether the page shows the words and charts of this scenario."""
    result = compare(scenario)
    texts, pictures = told(app)
    expected = {plain(captions.cost_caption(result)), plain(captions.time_caption(result))}
    return expected <= set(texts) and [each["alt"] for each in pictures] == [
        chart.alt for chart in charts(result)
    ]


def asked(**query):
    return Scenario.from_query(query, today=TODAY).scenario
