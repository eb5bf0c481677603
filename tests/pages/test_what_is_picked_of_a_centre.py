"""A person picks a program and an insurer of the centre: the page follows, and can go back."""

from datetime import date

import pytest
from centre_tables import loaded
from page_reader import MAIN, PAGES, PATIENCE_SECONDS, told
from streamlit.testing.v1 import AppTest

from carechoice.catalog.in_use import catalog
from carechoice.inputs.scenario import FIELDS
from carechoice.ui import state
from carechoice.ui.components.undo_line import BUTTON

START = {"start_date": "2027-01-04"}


@pytest.fixture(scope="module")
def centre(tmp_path_factory):
    return loaded(tmp_path_factory.mktemp("centre") / "own")


def session_of(data, page="compare.py", *, start=START, **query):
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_SECONDS)
    app.session_state[state.CATALOG] = data
    app.session_state[state.PLAIN_SLIDERS] = True
    app.query_params.update({**start, **query})
    app.switch_page(page).run()
    assert not app.exception
    return app


def boxes(app):
    return {box.key: box.options for box in app.selectbox}


def said(app):
    return "\n".join(block.value for block in app.markdown).replace("\\", "")


def test_program_and_insurer_stand_first_with_what_the_centre_calls_them(centre):
    app = session_of(centre)
    inputs = [key for key in boxes(app) if key in FIELDS]
    assert inputs[:2] == ["program", "payer"]
    assert boxes(app)["program"] == ["Not picked", "Day program", "Evening program"]
    assert boxes(app)["payer"] == [
        "Not picked",
        "First payer",
        "First payer: Silver",
        "Second payer",
    ]


def test_without_a_centre_neither_is_there():
    assert not {"program", "payer"} & boxes(session_of(catalog())).keys()


def test_a_pick_fills_in_and_a_typed_number_leaves_it(centre):
    app = session_of(centre)
    app.selectbox(key="program").select("evening_program").run()
    app.selectbox(key="payer").select("first_payer_silver").run()
    assert "$3,282" in said(app)
    app.slider(key="iop_weeks").set_value(6).run()
    assert not app.exception
    assert app.session_state["program"] == "evening_program"
    assert app.session_state["payer"] == "first_payer_silver"


def test_a_program_that_is_unpicked_leaves_its_first_day_with_nobody(centre):
    app = session_of(centre, start={})
    first_day = app.session_state["start_date"]
    app.selectbox(key="program").select("evening_program").run()
    assert app.session_state["start_date"] == date(2027, 1, 4)
    app.selectbox(key="program").select("no_program").run()
    assert not app.exception
    assert app.session_state["start_date"] == first_day == date(2026, 11, 30)


def test_what_is_picked_is_named_in_one_line_above_the_sliders(centre):
    app = session_of(centre)
    assert "This center: programs and insurers" in [fold.label for fold in app.expander]
    app.selectbox(key="payer").select("first_payer_silver").run()
    assert not app.exception
    folds = [fold.label for fold in app.expander]
    assert "First payer: Silver" in folds
    # On a phone the line that opens the inputs names the insurer and no example plan, too.
    assert "18 sessions, 8 weeks, First payer: Silver: change" in folds
    assert app.selectbox(key="plan").label == "Example plan for the rest"


def test_what_a_pick_took_the_place_of_can_be_had_back(centre):
    app = session_of(centre)
    app.slider(key="iop_weeks").set_value(5).run()
    app.selectbox(key="program").select("day_program").run()
    assert app.session_state["iop_weeks"] == 6
    assert app.session_state[state.UNDO].sentence == (
        "The center’s numbers took the place of yours: How many weeks."
    )
    app.button(key=BUTTON).click().run()
    assert app.session_state["iop_weeks"] == 5
    assert app.session_state["program"] == "no_program"


def test_more_than_two_numbers_that_were_replaced_are_counted(centre):
    app = session_of(centre, iop_weeks="5", iop_hours_per_week="12", iop_hours_per_day="3.5")
    app.selectbox(key="program").select("day_program").run()
    assert app.session_state[state.UNDO].sentence == (
        "The center’s numbers took the place of yours: Program hours a week; How many "
        "weeks, and 1 more."
    )


def test_what_the_centre_states_is_told_as_the_centres(centre):
    app = session_of(centre, page="bill.py", payer="first_payer_silver")
    app.session_state["more_plan"] = app.session_state["fold_inputs"] = True
    app.run()
    assert app.selectbox(key="network").label == "How the bill is paid (from the center)"
    assert any("from the center" in text for text in told(app)[0])


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_what_was_picked(centre, page):
    picks = {"program": "evening_program", "payer": "second_payer"}
    folds = [fold.label for fold in session_of(centre, page=page, **picks).expander]
    assert "Evening program, Second payer" in folds


BESIDE = {
    "program": "day_program",
    "third_path": "step_down",
    "fourth_path": "also_evening_program",
}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_programs_beside_the_picked_one(centre, page):
    told_on_page = said(session_of(centre, page=page, **BESIDE))
    assert "Day program" in told_on_page
    assert "Evening program" in told_on_page


def test_a_program_is_set_beside_the_picked_one_in_a_fold_of_its_own_name(centre):
    app = session_of(centre, program="day_program")
    app.session_state["more_third"] = True
    app.run()
    assert boxes(app)["fourth_path"] == ["None", "Day program", "Evening program"]
    app.selectbox(key="fourth_path").select("also_evening_program").run()
    assert not app.exception
    assert "Evening program" in said(app)
    assert "More ways to compare" in [fold.label for fold in app.expander]


@pytest.mark.parametrize(
    ("way", "name"),
    [("step_down", "Day program, then therapy"), ("step_up", "Therapy, then Day program")],
)
def test_a_way_of_both_in_turn_says_on_the_page_which_program_it_is_of(centre, way, name):
    app = session_of(centre, page="week.py", **{**BESIDE, "third_path": way})
    dates = f"Download dates: {name}".replace("Therapy, ", "therapy, ")
    assert dates in [button.label for button in app.get("download_button")]
    assert "IOP, then" not in said(app)
    assert "then IOP" not in said(app)


def test_what_each_option_is_like_is_told_below_the_names_of_all_programs(centre):
    app = session_of(centre, page="care.py", **BESIDE)
    (head,) = [each for table in app.table for each in table.value.columns if "Evening" in each]
    assert "**Day program**" in head
    assert "**Evening program**" in head
    assert "IOP" not in head
    assert "until February 16, 2027 as told for “Day program”" in said(app)
