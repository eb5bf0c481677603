"""The page "Your week" without a browser: marking hours, presets, and what the page shows."""

from itertools import chain

import pytest
from page_reader import drawn, opened, told, unfolded, widget
from scenarios import TODAY

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.comparison.weeks import fit
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.week import words as week_words

START = {"start_date": "2027-01-04"}


def scenario(**query):
    return Scenario.from_query({**START, **query}, today=TODAY).scenario


def by_key(widgets, key):
    return next(each for each in widgets if each.key == key)


def editing(**query):
    app = opened("week.py", **START, **query)
    app.session_state["fold_week"] = True
    return app.run()


def pick(app, days, start, end):
    by_key(app.button_group, "week_days").set_value(days)
    by_key(app.selectbox, "week_from").set_value(start)
    by_key(app.selectbox, "week_to").set_value(end)
    return app.run()


def press(app, name):
    by_key(app.button, f"week_{name}").click().run()
    assert not app.exception
    return app


def test_a_week_picked_on_the_first_page_says_there_and_on_the_next_when_visits_fit():
    app = opened("compare.py", **START)
    sentence = fit.fit_sentence(compare(scenario(fixed_hours="mon-fri:09-17")))
    assert sentence not in told(app)[0]
    by_key(app.selectbox, "week_preset").select("nine_to_five").run()
    assert sentence in told(app)[0]
    app.switch_page("week.py").run()
    assert not app.exception
    assert sentence in told(app)[0]
    assert by_key(app.selectbox, "week_preset").value == "nine_to_five"


@pytest.mark.parametrize(("third", "calendars"), [("off", 2), ("step_down", 4), ("step_up", 4)])
def test_the_page_shows_the_week_of_each_phase_and_the_course(third, calendars):
    query = {
        "fixed_hours": "mon-fri:09-17", "travel_minutes_per_visit": "60", "third_path": third,
    }  # fmt: skip
    app = opened("week.py", **START, **query)
    weeks = planned_weeks(compare(scenario(**query)))
    kinds = [part["alt"].split(" ")[0] for part in drawn(app)]
    assert kinds == ["Calendar"] * calendars + ["Timeline"]
    tables = "\n".join(table.value.to_csv() for table in app.table)
    for _, *cells in week_words.figures(weeks):
        assert all(cell in tables for cell in cells)
    texts = "\n".join(told(app)[0])
    for week in chain(*weeks.values()):
        for line in week_words.about_clashes(compare(scenario(**query)), week):
            assert line in texts


@pytest.mark.parametrize(
    ("fixed", "said"),
    [
        ("", "No hours are fixed above, so nothing clashes."),
        ("sun:03-04", "Nothing clashes with your fixed hours."),
    ],
)
def test_where_nothing_clashes_that_is_said_once_for_all_options(fixed, said):
    app = opened("week.py", **START, third_path="step_down", fixed_hours=fixed)
    assert told(app)[0].count(said) == 1


@pytest.mark.parametrize("key", list(catalog().weeks))
def test_each_example_week_fills_in_the_hours(key):
    app = opened("week.py", **START, fixed_hours="sun:03-04")
    by_key(app.selectbox, "week_preset").set_value(key).run()
    assert not app.exception
    assert (
        app.session_state["fixed_hours"]
        == scenario(fixed_hours=catalog().weeks[key].fixed_hours).week.fixed_hours
    )
    assert by_key(app.selectbox, "week_preset").value == key


def test_hours_of_ones_own_are_named_so():
    app = opened("week.py", **START, fixed_hours="sun:03-04")
    preset = by_key(app.selectbox, "week_preset")
    assert preset.value == "own"
    assert say("week.preset.own") in preset.options
    assert say("week.preset.own") not in by_key(
        opened("week.py").selectbox, "week_preset"
    ).options  # fmt: skip


def test_hours_are_marked_and_set_free():
    app = press(pick(editing(), [0, 1], 9, 17), "mark")
    assert app.session_state["fixed_hours"] == "mon-tue:09-17"
    press(pick(app, [1], 12, 13), "free")
    assert app.session_state["fixed_hours"] == "mon:09-17|tue:09-12,13-17"
    press(app, "clear")
    assert app.session_state["fixed_hours"] == ""
    assert by_key(app.button, "week_clear").disabled


def test_an_end_before_the_start_is_on_the_next_day():
    app = press(pick(editing(), [6], 23, 7), "mark")
    assert app.session_state["fixed_hours"] == "mon:00-07|sun:23-24"


@pytest.mark.parametrize(
    ("days", "start", "end"), [([], 9, 17), ([0], None, 17), ([0], 9, None), ([0], 9, 9)]
)
def test_nothing_is_marked_until_days_and_hours_are_picked(days, start, end):
    app = pick(editing(), days, start, end)
    assert by_key(app.button, "week_mark").disabled
    assert by_key(app.button, "week_free").disabled


def test_the_editor_is_drawn_only_when_it_is_open():
    assert not opened("week.py").button_group


def test_marked_hours_stay_when_the_page_changes():
    app = press(pick(editing(), [0], 9, 17), "mark")
    app.switch_page("compare.py").run()
    app.switch_page("week.py").run()
    assert app.session_state["fixed_hours"] == "mon:09-17"
    assert "Monday, 9 am to 5 pm" in "\n".join(told(app)[0])


def test_a_week_that_cannot_be_read_is_named():
    app = opened("week.py", fixed_hours="monday 9 to 5")
    assert "What is fixed in my week (no hours of a week can be read from it)" in app.info[0].value
    assert app.session_state["fixed_hours"] == ""


def test_travel_has_no_effect_online():
    app = unfolded("week.py", **START, visits_online="true", travel_minutes_per_visit="60")
    assert widget(app, "travel_minutes_per_visit").disabled
    assert any("your visits are online" in text for text in told(app)[0])
