"""Where numbers come from, as the Sources page shows it."""

from dataclasses import replace

import pytest
from scenarios import TODAY, scenario

from carechoice.catalog.in_use import catalog
from carechoice.inputs import citations, evidence
from carechoice.inputs.scenario import Scenario
from carechoice.topics.sources import lines


def line(lines, label):
    return next(each for each in lines if each.label == label)


def test_an_input_shows_value_usual_range_and_basis():
    weeks = line(evidence.inputs(scenario()), "How many weeks")
    assert (weeks.value, weeks.spread, weeks.basis) == ("8 weeks", "4 weeks to 12 weeks", "assumed")


def test_a_changed_input_is_yours():
    weeks = line(evidence.inputs(scenario(iop_weeks=5)), "How many weeks")
    assert (weeks.value, weeks.basis) == ("5 weeks", "yours")


def test_what_an_example_plan_filled_in_is_not_yours():
    lines = evidence.inputs(scenario(plan="medicare"))
    assert line(lines, "Deductible").value == "$283"
    deductible = line(lines, "Deductible")
    assert (deductible.basis, deductible.sources) == ("quoted", ("medicare_costs",))


def test_a_listed_price_shows_its_own_lists_range_and_source():
    price = line(evidence.inputs(scenario(plan="medicare")), "Price of one session")
    assert (price.value, price.spread) == ("$167", "$125.25 to $179.88")
    assert price.sources == ("mpfs_2026", "mpfs_2026_locality")


def test_the_price_of_a_shorter_session_shows_its_own_range():
    price = line(evidence.inputs(scenario(therapy_session_minutes=45)), "Price of one session")
    assert (price.value, price.spread) == ("$98.81", "$83.02 to $119.95")


def test_a_typed_price_is_yours():
    price = line(evidence.inputs(scenario(therapy_price_usd=99)), "Price of one session")
    assert (price.basis, price.value) == ("yours", "$99")


def test_every_line_has_a_source_the_page_lists():
    tables = (
        evidence.inputs(scenario()),
        lines.prices(),
        lines.plan_terms(),
        lines.figures(),
        lines.levels(),
        lines.services(),
        lines.features(),
        lines.topics(),
        lines.crisis(),
    )
    for each in (each for table in tables for each in table):
        assert each.sources
        assert set(each.sources) <= catalog().sources.keys()
        assert each.value or each.spread


def test_a_source_with_an_address_is_a_link():
    told = str(line(evidence.inputs(scenario()), "How many weeks"))
    assert told.startswith(
        "**How many weeks: 8 weeks.** Usual range: 4 weeks to 12 weeks. Assumed. "
        "[A hospital’s outcomes page](https://my.clevelandclinic.org/"
    )


def test_the_range_of_a_price_shows_its_cents():
    session = line(lines.prices(), "In network: therapy session of 60 minutes")
    assert (session.value, session.spread) == ("$130.23", "$113.58 to $158.02")


@pytest.mark.parametrize(
    ("basis", "told"),
    [
        ("published", "Published"),
        ("derived", "Derived"),
        ("quoted", "Second hand"),
        ("assumed", "Assumed"),
        ("yours", "Yours"),
    ],
)
def test_a_line_says_what_it_rests_on(basis, told):
    weeks = line(evidence.inputs(scenario()), "How many weeks")
    assert told in str(replace(weeks, basis=basis))


def test_why_our_first_day_is_what_it_is_is_not_said_of_a_day_that_was_picked():
    label = catalog().parameters["start_date"].label
    ours = line(evidence.inputs(Scenario.default(TODAY)), label)
    assert (ours.basis, ours.note) == ("assumed", "The next Monday after today.")
    picked = line(evidence.inputs(scenario(start_date="2027-01-06")), label)
    assert (picked.basis, picked.note) == ("yours", "")


def test_of_a_number_of_ones_own_the_usual_range_is_still_explained():
    weeks = line(evidence.inputs(scenario(iop_weeks=5)), "How many weeks")
    assert weeks.basis == "yours"
    assert weeks.note == line(evidence.inputs(scenario()), "How many weeks").note


def test_a_number_that_a_person_gave_is_credited_to_no_source():
    """Its usual range is: 4 to 12 weeks. A charge has none."""
    given = scenario(iop_weeks=5, network="oon", therapy_charge_usd=220)
    weeks = str(line(evidence.inputs(given), "How many weeks"))
    assert weeks.startswith("**How many weeks: 5 weeks.** Yours. Usual range: 4 weeks to 12 weeks.")
    charge = str(line(evidence.inputs(given), "What a therapist out of network charges"))
    assert charge.endswith("$220.** Yours.")


def test_a_title_that_asks_ends_with_its_question_mark_and_no_point_after_it():
    sources = catalog().sources
    asked = "IOP vs. Individual Therapy: Which Is Right for You? 2025"
    assert citations.source(sources["seed_article"]) == f"A behavioral health blog: {asked}"
    assert "?](https://biologyinsights.com/" in citations.source(sources["iop_cost_guide"])
    asking = [row for row in sources.values() if row.title.endswith("?")]
    assert not [row.key for row in asking if citations.source(row).endswith(".")]


def test_the_day_of_a_source_is_written_as_all_days_are():
    sources = catalog().sources
    assert citations.source(sources["tufts_rollover"]).endswith(". January 8, 2019")
    assert citations.source(sources["noridian_iop"]).endswith(". 2024")
