"""A session that does not know the visit goes on from what the browser hands over."""

from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from page_reader import components, last_step, opened, press, told, unfolded, with_file
from papers_on_a_page import LINES, Endless, pasted
from scenarios import TODAY
from streamlit.proto.WidgetStates_pb2 import WidgetState

from carechoice.catalog.in_use import catalog
from carechoice.inputs.handed_on.handed_over import KeptByVisit, write_kept
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.kept_as_text import write_scenarios
from carechoice.inputs.handed_on.view_parameters import PLAIN_SLIDERS
from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.inputs.self_questions import SAFE, sure_key
from carechoice.language.choices import choice_label
from carechoice.language.sentences import say
from carechoice.ui import state
from carechoice.ui.components import visit
from carechoice.ui.session import browser_widgets
from carechoice.ui.state import blank_key, days_key, topic_key

# What the browser first loaded, and what stands in its address now.
FIRST = {"therapy_sessions": "30", "start_date": "2027-01-04"}
NOW = {
    **FIRST,
    "therapy_sessions": "41",
    "deductible_usd": "500",
    "topics": "money",
    "iop_weekdays": "mon_tue_thu",
}


def scenario_of(query):
    return Scenario.from_query(query, today=TODAY).scenario


def picked(field, *days):
    return days_key(field), WidgetState(string_array_value={"data": days})


@pytest.fixture
def goes_on(monkeypatch):
    """Open a page in a session that gets a handing over with its first message, or a later one."""

    def open_page(
        page="compare.py", *, query=NOW, states=(), moves=None, kept=None, first=FIRST, before=()
    ):
        sent = {"id": "7", "visit": "a1", "moves": moves or {}}
        sent["query"] = query and list(map(list, scenario_of(query).to_short_query().items()))
        sent["kept"] = kept if isinstance(kept, dict) else write_kept(kept or KeptByVisit())
        back = iter([*before, sent])
        monkeypatch.setattr(
            visit, "_visit", lambda **_: SimpleNamespace(back=next(back, None)), raising=True
        )
        monkeypatch.setattr(browser_widgets, "in_browser", lambda: dict(states))
        return opened(page, plain_sliders=None, **first)

    return open_page


def held(app):
    values = {name: app.session_state[name] for name in FIELDS}
    return Scenario.from_values(values, today=TODAY)


def chosen(field, key):
    return field, WidgetState(string_value=choice_label(field, key))


def told_to_the_browser(app):
    (address,) = components(app, "address")
    return address


def said_of_papers(app):
    return [part["sentence"] for part in components(app, "status_line")]


def texts(app):
    return [*told(app)[0], *(note.value for note in app.info)]


@pytest.mark.parametrize(
    ("asked", "kept", "is_ordinary"),
    [({}, False, False), ({}, True, True), (dict([PLAIN_SLIDERS]), False, True)],
)
def test_ordinary_sliders_stay_where_the_visit_had_them_or_the_address_asks_for_them(
    goes_on, asked, kept, is_ordinary
):
    app = goes_on(query=None, first=FIRST | asked, kept=KeptByVisit(plain_sliders=kept))
    assert bool(app.slider) == is_ordinary
    assert bool(components(app, "slider")) != is_ordinary
    # A reload brings the same sliders.
    address = told_to_the_browser(app)
    assert (list(PLAIN_SLIDERS) in address["query"]) == is_ordinary
    assert app.session_state[state.OPENING_NOTES] == ()


def test_it_has_the_inputs_of_the_address_that_stands_in_the_browser(goes_on):
    assert held(goes_on()) == scenario_of(NOW)


@pytest.mark.parametrize(
    ("touched", "expected"),
    [
        (chosen("network", "oon"), {"network": "oon"}),
        (chosen("mode", "together"), {"mode": "together"}),
        (("oop_max_applies", WidgetState(bool_value=False)), {"oop_max_applies": "no"}),
        (("iop_weeks", WidgetState(double_array_value={"data": [6]})), {"iop_weeks": "6"}),
        (
            ("start_date", WidgetState(string_array_value={"data": ["2027-02-01"]})),
            {"start_date": "2027-02-01"},
        ),
        (("iop_weeks_typed", WidgetState(string_value="7 weeks")), {"iop_weeks": "7"}),
        ((topic_key("time"), WidgetState(bool_value=True)), {"topics": "money|time"}),
        ((topic_key("money"), WidgetState(bool_value=False)), {"topics": ""}),
        (picked("therapy_weekdays", "Thu", "Mon"), {"therapy_weekdays": "mon_thu"}),
        (picked("iop_weekdays"), {"iop_weekdays": "any"}),
    ],
    ids=lambda part: part[0] if isinstance(part, tuple) else "",
)
def test_the_touch_that_woke_it_counts(goes_on, touched, expected):
    # A box that is there and was not touched says what the page said.
    untouched = dict([chosen("plan_year_start", "01-01"), chosen("plan", "own")])
    boxes = {topic_key("money"): WidgetState(bool_value=True)}
    app = goes_on(states={**untouched, **boxes, touched[0]: touched[1]})
    assert held(app) == scenario_of({**NOW, **expected})


def test_a_field_that_still_says_the_old_number_does_not_take_a_moved_slider_back(goes_on):
    moved = {
        "iop_weeks": WidgetState(double_array_value={"data": [7]}),
        "iop_weeks_typed": WidgetState(string_value=f"{scenario_of(NOW).iop.weeks} weeks"),
    }
    assert held(goes_on(states=moved)) == scenario_of({**NOW, "iop_weeks": "7"})


def test_a_plan_that_was_chosen_fills_in_its_terms(goes_on):
    app = goes_on(states=dict([chosen("plan", "medicare")]))
    assert held(app).plan.key == "medicare"
    assert held(app).plan.deductible_usd == scenario_of({"plan": "medicare"}).plan.deductible_usd


@pytest.mark.parametrize(
    ("field", "answer", "value"),
    [
        ("deductible_usd", "$1,500", 1500),
        ("therapy_copay_usd", "27", 27),
        ("iop_deductible_applies", "No", False),
        ("plan_year_start", "July 1", "07-01"),
        ("plan_year_start", "September 20", "09-20"),
    ],
)
def test_what_the_plan_said_counts_as_its_answer(goes_on, field, answer, value):
    blank = {blank_key(field): WidgetState(string_value=answer)}
    app = goes_on("bill.py", states=blank)
    assert app.session_state[field] == value
    assert dict(app.session_state["confirmed"]) == {field: TODAY}


@pytest.mark.parametrize("answer", ["", "about 1500", "1.500", "99999999"])
def test_an_answer_that_cannot_be_used_changes_nothing(goes_on, answer):
    blank = {blank_key("deductible_usd"): WidgetState(string_value=answer)}
    assert held(goes_on("bill.py", states=blank)) == scenario_of(NOW)


def test_an_example_week_that_was_chosen_counts(goes_on):
    label = catalog().weeks["nine_to_five"].label
    app = goes_on(states={state.WEEK_PRESET: WidgetState(string_value=label)})
    assert held(app).week.fixed_hours == "mon-fri:09-17"


@pytest.mark.parametrize(
    "nothing",
    [
        ("plan", WidgetState(string_value="A plan of somebody else")),
        ("iop_weeks", WidgetState(double_array_value={"data": [99]})),
        ("iop_weeks", WidgetState()),
        ("start_date", WidgetState(string_array_value={"data": []})),
        ("iop_weeks_typed", WidgetState(string_value="99")),
        ("iop_weeks_typed", WidgetState(string_value="some")),
        (state.WEEK_PRESET, WidgetState(string_value="A week of somebody else")),
    ],
)
def test_what_is_no_value_of_the_input_changes_nothing(goes_on, nothing):
    assert held(goes_on(states=[nothing])) == scenario_of(NOW)


def test_a_slider_that_was_moved_meanwhile_stands_where_it_was_moved_to(goes_on):
    app = goes_on(moves={"iop_weeks": {"value": 7, "move": "m1"}})
    assert held(app) == scenario_of({**NOW, "iop_weeks": "7"})
    address = told_to_the_browser(app)
    assert (address["moves"], address["numbers"]) == ({"iop_weeks": "m1"}, {"iop_weeks": 7})


def test_kept_scenarios_the_screen_and_ordinary_sliders_come_back(goes_on):
    kept = (KeptScenario("A", scenario_of(NOW)), KeptScenario("B **b**", scenario_of(FIRST)))
    app = goes_on("share.py", kept=KeptByVisit(kept, screen=2, plain_sliders=True))
    assert app.session_state[state.KEPT] == kept
    assert app.session_state[state.SCREEN] == 2
    assert app.slider


@pytest.mark.parametrize(("asked", "shown"), [({}, 7), ({"screen": "1"}, 0), ({"screen": "3"}, 2)])
def test_an_address_that_names_a_screen_shows_it_in_a_tab_that_was_at_another(
    goes_on, asked, shown
):
    app = goes_on(
        query=None, kept=KeptByVisit(screen=7), first={**FIRST, "mode": "present", **asked}
    )
    assert app.session_state[state.SCREEN] == shown


def test_after_a_reload_what_was_kept_comes_back_and_the_address_stays_as_it_is(goes_on):
    kept = (KeptScenario("A", scenario_of(NOW)),)
    app = goes_on("share.py", query=None, kept=KeptByVisit(kept))
    assert app.session_state[state.KEPT] == kept
    assert held(app) == scenario_of(FIRST)


def names(app):
    return [each.name for each in app.session_state[state.KEPT]]


def opened_beside(goes_on, *, sent, kept):
    """A link with kept scenarios, opened in a tab that keeps others."""
    kept = [
        tuple(
            KeptScenario(f"{n} weeks", scenario_of({**FIRST, "iop_weeks": str(n)})) for n in weeks
        )
        for weeks in (sent, kept)
    ]
    first = {**FIRST, "kept": urlencode(write_scenarios(kept[0]))} if sent else FIRST
    return goes_on(query=None, kept=KeptByVisit(kept[1]), first=first)


def undo(app):
    next(button for button in app.button if button.label == say("undo")).click().run()
    assert not app.exception


def test_what_a_link_brings_stands_beside_what_the_tab_kept_and_can_be_undone(goes_on):
    app = opened_beside(goes_on, sent=[6, 7], kept=[5, 6])
    assert names(app) == ["5 weeks", "6 weeks", "7 weeks"]
    assert last_step(app) == say("undo.met.beside")
    undo(app)
    assert names(app) == ["5 weeks", "6 weeks"]
    assert held(app) == scenario_of(FIRST)


def test_where_there_is_no_place_for_all_what_the_tab_kept_comes_back_when_undone(goes_on):
    app = opened_beside(goes_on, sent=[6, 7, 8, 9], kept=[5])
    assert names(app) == ["6 weeks", "7 weeks", "8 weeks", "9 weeks"]
    assert last_step(app) == say("undo.met.alone")
    undo(app)
    assert names(app) == ["5 weeks"]


@pytest.mark.parametrize(("sent", "kept"), [([], [5]), ([5], []), ([5], [5, 6])])
def test_where_nothing_meets_nothing_is_said(goes_on, sent, kept):
    app = opened_beside(goes_on, sent=sent, kept=kept)
    assert names(app) == [f"{n} weeks" for n in kept or sent]
    assert not last_step(app)


def test_what_cannot_come_back_is_said(goes_on):
    app = goes_on(kept=KeptByVisit(answered=True))
    assert say("visit.lost_answers") in texts(app)
    assert say("visit.lost_answers") not in texts(goes_on())


def test_answers_about_oneself_that_stand_on_the_page_are_there_and_not_said_to_be_gone(goes_on):
    states = {
        sure_key("options"): WidgetState(string_value=say("yes")),
        sure_key("matters"): WidgetState(string_value="Perhaps"),
        SAFE: WidgetState(string_value=say("assess.answer.worried")),
    }
    app = goes_on("decide.py", states=states, kept=KeptByVisit(answered=True))
    assert say("visit.lost_answers") not in texts(app)
    assert say("assess.worried") in app.error[0].value
    for page in ("bill.py", "decide.py"):
        app.switch_page(page).run()
    assert app.session_state[sure_key("options")] == "yes"
    assert app.session_state[sure_key("matters")] is None
    assert app.session_state[SAFE] == "worried"


@pytest.mark.parametrize(("query", "is_open"), [(NOW, True), (None, False)])
def test_the_window_of_the_card_stays_open_but_for_a_reload(goes_on, query, is_open):
    app = goes_on(query=query, kept=KeptByVisit(card="card_open"))
    assert ("card_whose" in [radio.key for radio in app.radio]) == is_open
    kept = told_to_the_browser(app)["kept"]
    assert kept["card"] == ("card_open" if is_open else "")


def test_where_a_paper_was_it_is_said_that_it_is_gone_until_another_is_brought(goes_on):
    lost = say("papers.is_lost")
    app = goes_on("bill.py", kept=KeptByVisit(paper=True))
    assert lost in said_of_papers(app)
    pasted(LINES, app=app)
    assert say("papers.is_read") in said_of_papers(app)
    assert not any(said_of_papers(goes_on("bill.py")))


def test_that_a_paper_is_gone_outlasts_further_reloads_until_all_is_cleared(goes_on):
    app = goes_on("week.py", kept=KeptByVisit(paper=True))
    assert told_to_the_browser(app)["kept"]["paper"]
    press(app, say("fresh.new.explore"))
    assert not told_to_the_browser(app)["kept"]["paper"]


def test_a_paper_that_was_read_and_one_that_is_being_read_are_told_to_the_browser():
    assert not told_to_the_browser(opened("bill.py"))["kept"]["paper"]
    assert told_to_the_browser(pasted(LINES))["kept"]["paper"]
    app = opened("bill.py")
    app.session_state[state.PAPER_UNDER_WAY] = Endless()
    assert told_to_the_browser(app.run())["kept"]["paper"]


def test_what_cannot_come_back_is_said_also_where_the_first_address_had_something_to_say(goes_on):
    app = goes_on(kept=KeptByVisit(answered=True), first={**FIRST, "unknown": "1"}, before=[None])
    assert any("unknown" in text for text in texts(app))
    app.run()
    assert held(app) == scenario_of(NOW)
    assert say("visit.lost_answers") in texts(app)


def test_a_file_that_came_while_the_visit_was_lost_is_not_said_to_be_in_place():
    app = unfolded("share.py", **FIRST)
    content = scenario_of(NOW).to_json().encode()
    with_file(app, content)
    assert last_step(app) == say("undo.file")
    for key in (state.READ_FILE, state.FILE_NOTES, state.UNDO):
        del app.session_state[key]
    app.run()
    assert not last_step(app)
    assert app.warning[-1].value == say("share.file.not_taken")


def test_kept_scenarios_that_cannot_come_back_are_said(goes_on):
    kept = write_kept(KeptByVisit((KeptScenario("A", scenario_of(NOW)),)))
    spoiled = {**kept, "pins": [["A", "iop_weeks=many"]]}
    assert say("visit.lost_pins") in texts(goes_on(kept=spoiled))
    assert say("visit.lost_pins") not in texts(goes_on(kept=kept))
