"""The plain form holds the inputs as they are, for a browser that shows no sliders."""

import pytest
from centre_tables import loaded
from early_page import early, html, read
from scenarios import TODAY

from carechoice.catalog.in_use import catalog, using
from carechoice.inputs.handed_on.link import open_link, query_pairs
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.ui.inputs.more_inputs import FOLDS
from carechoice.web.early import form


def test_the_form_holds_each_input_of_the_page_as_it_is():
    query = "plan=high_deductible&therapy_sessions=30&network=oon&third_path=step_down"
    shown = open_link(query_pairs(query), today=TODAY).scenario
    fields = early("bill", query).fields
    assert fields.pop("page") == "bill"
    assert open_link(query_pairs(fields.pop("was")), today=TODAY).scenario == shown
    held = shown.to_query()
    assert {name: held[name] for name in fields} == fields
    rows = catalog().parameters.values()
    # Without a centre's own there is nothing to pick.
    main = {row.key for row in rows if row.place == "main" and row.section != "centre"}
    assert main - {"mode"} <= set(fields)
    assert {"deductible_usd", "start_date", "third_path", "visits_online"} <= set(fields)


def test_the_form_holds_what_is_picked_of_a_centre(tmp_path):
    with using(loaded(tmp_path / "own")):
        fields = early("bill", "program=evening_program&payer=first_payer_silver").fields
    assert (fields["program"], fields["payer"]) == ("evening_program", "first_payer_silver")


@pytest.mark.parametrize(
    ("field", "label", "unit"),
    [
        ("therapy_hours_per_week", "Hours of therapy a week", "hours"),
        ("iop_weeks", "How many weeks", "weeks"),
        ("therapy_session_minutes", "Length of one session", "minutes"),
        ("plan_pays_percent", "Share your plan pays", "%"),
        ("deductible_usd", "Deductible", "$"),
    ],
)
def test_a_number_of_the_form_is_spoken_with_its_unit(field, label, unit):
    assert early().said_of(field) == [label, unit]


def test_a_number_of_the_form_stands_beside_the_mark_of_its_unit():
    shown = form.form(Scenario.default(TODAY), {})
    fields = [
        field for held in (shown.sections, shown.folds) for each in held.values() for field in each
    ]
    marks = {field.key: (field.before, field.after) for field in fields}
    assert marks["deductible_usd"] == ("$", "")
    assert marks["plan_pays_percent"] == ("", "%")
    assert marks["iop_hours_per_day"] == ("", "h")
    assert marks["therapy_sessions"] == marks["start_date"] == marks["plan"] == ("", "")
    marked = [mark for both in marks.values() for mark in both if mark]
    assert early().texts("span", **{"aria-hidden": "true"}) == marked


def test_the_form_names_what_its_numbers_are_of():
    page = early()
    assert page.texts("legend") == [
        say(f"controls.{name}") for name in ("therapy", "iop", "insurance")
    ]
    in_one_network = [name for name in FOLDS if name != "other_network"]
    assert page.texts("summary") == [say(f"controls.more.{name}") for name in in_one_network]
    in_two = early("compare", "therapy_network=oon")
    assert in_two.texts("summary") == [say(f"controls.more.{name}") for name in FOLDS]


def test_a_fold_with_a_number_that_is_refused_stands_open():
    assert [held for held, _ in early().every("details") if "open" in held] == []
    page = early("compare", "deductible_usd=1e9")
    assert ["open" in held for held, _ in page.every("details")] == [
        name == "plan" for name in FOLDS if name != "other_network"
    ]


def test_the_words_around_the_form_are_there_once():
    page = early("share")
    assert page.texts("h2") == [say("early.form")]
    assert page.texts("button") == [say("early.send")]
    assert page.texts("p", class_="waits") == [say("early.waits")]
    assert page.texts("noscript")[-1] == read(say("early.no_script"))
    assert page.texts("template")[-1] == read(say("early.late"))


def test_the_plain_form_has_the_days_of_the_week_and_what_becomes_of_closed_days():
    shown = html("week", "iop_weekdays=mon_wed_fri")
    assert '<option value="mon_wed_fri" selected>Monday, Wednesday and Friday</option>' in shown
    # What becomes of a closed day is asked once days are closed.
    assert "A session on a closed day" not in shown
    assert "A session on a closed day" in html("week", "closed_on_holidays=yes")
