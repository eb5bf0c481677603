"""What is picked already of a centre where somebody comes without a link."""

import pytest
from centre_tables import loaded, refused
from scenarios import TODAY

from carechoice.catalog.in_use import using
from carechoice.inputs.changes import after_change
from carechoice.inputs.handed_on.opened import opened_address
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing

EVENING = "name,first_program,first_payer\nOur house,evening program,First payer Silver\n"


@pytest.fixture(scope="module")
def centre(tmp_path_factory):
    return loaded(tmp_path_factory.mktemp("centre") / "own", centre=EVENING)


def test_a_visit_begins_with_what_the_centre_states_of_its_first_program_and_payer(centre):
    """Three evenings of three hours for eight weeks, from the program's next day on."""
    with using(centre):
        start = Scenario.default(TODAY)
        picked = {"program": "evening_program", "payer": "first_payer_silver"}
        asked = Scenario.from_query(picked, today=TODAY).scenario
        assert start.to_values() == {**asked.to_values(), "said": start.origins.said}
        assert (start.iop.hours_per_week, start.iop.weeks) == (9, 8)
        assert start.start_date.isoformat() == "2027-01-04"
        assert start.plan.deductible_usd == 1500
        assert standing("iop_weeks", start) == standing("deductible_usd", start) == "centre"
        assert start.origins.said == ()


def test_a_link_that_says_none_or_another_has_that(centre):
    with using(centre):
        none = opened_address([("program", "no_program"), ("payer", "no_payer")], today=TODAY)
        other = opened_address([("program", "day_program")], today=TODAY)
    assert none.scenario.centre == ("no_program", "no_payer")
    assert other.scenario.centre == ("day_program", "first_payer_silver")
    assert none.notes == other.notes == ()


def test_what_a_person_took_back_stays_so_in_the_address(centre):
    with using(centre):
        values = Scenario.default(TODAY).to_values()
        for choice, nothing in {"program": "no_program", "payer": "no_payer"}.items():
            values = after_change({**values, choice: nothing}, choice)
        none = Scenario.from_values(values, today=TODAY)
        again = opened_address(none.to_short_query().items(), today=TODAY).scenario
    assert again.centre == ("no_program", "no_payer")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "x,Night program,\n",
            "centre.csv, row 2, column first_program: there is no 'Night program' among the "
            "programs. Write one of Day program, Evening program.",
        ),
        (
            "x,,Third payer\n",
            "centre.csv, row 2, column first_payer: there is no 'Third payer' among the payers. "
            "Write one of First payer, First payer Silver, Second payer.",
        ),
    ],
)
def test_what_the_centre_does_not_have_is_named_with_what_it_has(tmp_path, line, said):
    problems = refused(tmp_path / "own", centre=f"name,first_program,first_payer\n{line}")
    assert problems == [said]
