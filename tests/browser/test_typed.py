"""What is typed into a slider's field counts as it is meant, or is asked back."""

import pytest
from playwright.sync_api import expect
from typed_numbers import ASKED, MEANT, UNCLEAR
from visitor import START, scenario_of

from carechoice.catalog.load import catalog
from carechoice.inputs.typed_number import written_forms
from carechoice.language.sentences import say
from carechoice.ui.assets import address

READ = """
async ([address, cases]) => {
  const { readNumber } = await import(new URL(address, document.baseURI));
  return cases.map(([typed, forms]) => readNumber(typed, forms) ?? "unclear");
}
"""


def test_the_browser_reads_what_is_typed_as_the_server_does(tab):
    visitor = tab().open("/", START)
    rows = catalog().parameters
    cases = [(typed, written_forms(rows[field])) for field, typed, _ in (*MEANT, *ASKED)]
    read = visitor.page.evaluate(READ, [address("number.js"), cases])
    assert read[: len(MEANT)] == [meant for _, _, meant in MEANT]
    asked = zip(ASKED, read[len(MEANT) :], strict=True)
    assert all((each == "unclear") == (sentence == UNCLEAR) for (_, _, sentence), each in asked)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("therapy_hours_per_week", "0,5", 0.5),
        ("therapy_hours_per_week", "1.5 h", 1.5),
        ("plan_pays_percent", "60 %", 60),
    ],
)
def test_a_typed_number_counts_as_it_is_meant(tab, field, typed, value):
    visitor = tab().open("/", START)
    visitor.type_value(field, typed)
    scenario = scenario_of({**START, field: value})
    visitor.sees_answer(scenario)
    visitor.sees_value(field, value)
    visitor.address_hands_on(scenario)


def test_what_could_be_two_numbers_is_asked_and_a_clear_number_ends_it(tab):
    visitor = tab().open("/", START)
    visitor.type_value("therapy_hours_per_week", "1.500")
    asked = visitor.text(say(UNCLEAR))
    expect(asked).to_be_visible()
    field = visitor.typed("therapy_hours_per_week")
    expect(field).to_have_accessible_description(say(UNCLEAR))
    expect(field).to_have_value("1.500")
    visitor.type_value("therapy_hours_per_week", "1.5")
    visitor.sees_value("therapy_hours_per_week", 1.5)
    expect(asked).to_have_count(0)


def test_arrow_keys_step_the_field_also_from_a_number_just_typed(tab):
    visitor = tab().open("/", START)
    field = visitor.typed("therapy_sessions")
    field.press("ArrowUp")
    visitor.sees_value("therapy_sessions", 19)
    field.fill("30")
    field.press("ArrowDown")
    visitor.sees_value("therapy_sessions", 29)
    expect(field).to_have_attribute("aria-valuenow", "29")
    expect(field).to_have_attribute("aria-valuetext", say("session.other", n=29))
    visitor.address_hands_on(scenario_of({**START, "therapy_sessions": 29}))
