"""A link opens the same scenario on any day, and one that was cut short says so."""

from datetime import date, timedelta
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode

import pytest
from by_night import IS_NIGHT
from scenarios import TODAY, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.inputs.handed_on.link import freeze, open_file, open_link, query_pairs
from carechoice.inputs.handed_on.opened import opened_address
from carechoice.inputs.scenario import FIELDS, Scenario

MINE = {
    "plan": "medicare",
    "deductible_usd": "1886",
    "fixed_hours": "mon-fri:09-17",
    "topics": "money",
}
DAYS = [TODAY + timedelta(days=days) for days in (0, 1, 7, 43, 400)]


def link_of(given):
    return freeze(given, TODAY).to_link("https://care.example/share").partition("?")[2]


def short(given):
    return urlencode(given.to_short_query())


def opened(query, today=TODAY):
    return open_link(query_pairs(query), today=today)


def told(query):
    return " ".join(opened_address(query_pairs(query), today=TODAY)[1])


def cost_usd(query, today):
    return compare(opened(query, today).scenario).options["iop"].patient_usd.likely


def old_link(given):
    """As links were written before: what they are about at their end."""
    about, inputs = {}, dict(freeze(given, TODAY).to_query())
    for name in ("data", "made"):
        about[name] = inputs.pop(name)
    return urlencode({**inputs, **about})


def test_the_address_carries_the_first_day_also_where_it_is_the_start():
    """Seen on November 26: 30 sessions from November 30, an IOP over the turn of the year for
    $4,241.60. Opened on January 5 it began on January 11 and cost $2,732.80."""
    today = date(2026, 11, 26)
    seen = Scenario.from_query({"therapy_sessions": "30"}, today=today).scenario
    assert short(seen) == "said=&therapy_sessions=30&start_date=2026-11-30"
    assert cost_usd(short(seen), date(2027, 1, 5)) == cost_usd(short(seen), today) == 4241.60
    assert cost_usd("therapy_sessions=30", date(2027, 1, 5)) == 2732.80


@pytest.mark.parametrize("query", [{}, MINE, {"network": "self_pay"}, {"other_plan": "medicare"}])
@pytest.mark.parametrize("day", DAYS)
def test_what_is_handed_on_opens_the_same_scenario_on_any_day(query, day):
    seen = Scenario.from_query(query, today=TODAY).scenario
    assert opened(link_of(seen), day).scenario == seen
    # A first day of ours is one of the address's on a day that would begin with another.
    of_the_address = opened(short(seen), day).scenario
    assert {*of_the_address.origins.said} - {"start_date"} == {*seen.origins.said} - {"start_date"}
    assert of_the_address.but(said=seen.origins.said) == seen
    assert open_file(freeze(seen, TODAY).to_json().encode(), today=day).scenario == seen


def test_a_link_cut_in_a_value_names_the_value_and_takes_no_half_of_it():
    """Cut after deductible_usd=188 of 1886 the IOP came to $1,374.40 without a word."""
    link = link_of(scenario())
    cut = link[: link.index("deductible_usd=1886") + len("deductible_usd=188")]
    found = opened(cut)
    assert found.scenario.plan.deductible_usd == 1886
    assert found.missing[0] == "deductible_usd"
    assert "Deductible" in told(cut)
    assert cost_usd(cut, TODAY) == 2732.80


@pytest.mark.parametrize("query", [{}, MINE, {"start_date": "2027-01-04", "iop_weeks": "12"}])
def test_a_link_cut_anywhere_says_so(query):
    link = link_of(Scenario.from_query(query, today=TODAY).scenario)
    assert told(link) == ""
    for end in range(1, len(link), 1 if IS_NIGHT else 3):
        assert told(link[:end]), link[:end][-40:]


@pytest.mark.parametrize("field", ["therapy_sessions", "iop_price_per_day_usd", "oop_max_usd"])
def test_what_stands_before_the_cut_is_used_and_nothing_else(field):
    given = scenario(therapy_sessions=104, iop_price_per_day_usd=319, oop_max_usd=8500)
    pairs = parse_qsl(link_of(given), keep_blank_values=True)
    names = [name for name, _ in pairs]
    whole = dict(pairs[: names.index(field)])
    name, text = pairs[names.index(field)]
    found = opened(urlencode({**whole, name: text[:-1]})).scenario
    assert found.value(field) == scenario().value(field)
    assert found.therapy.hours_per_week == given.therapy.hours_per_week


def test_a_tracker_behind_a_cut_link_makes_it_no_whole_one():
    link = link_of(scenario())
    cut = f"{link[: link.index('deductible_usd=1886') + len('deductible_usd=188')]}&utm_source=x"
    assert opened(cut).missing[0] == "deductible_usd"


def test_no_value_of_the_last_input_of_a_link_is_the_start_of_another():
    """Half of it is then no value, and is named."""
    values = sorted(catalog().options(FIELDS[-1]))
    assert values
    assert not [one for one, other in pairwise(values) if other.startswith(one)]


@pytest.mark.parametrize("query", [{}, MINE])
def test_a_link_made_before_is_whole_with_its_day_at_the_end(query):
    given = scenario(**query)
    found = opened(old_link(given))
    assert (found.scenario, found.problems, found.missing) == (given, (), ())
    cut = old_link(given)[:-1]
    assert opened(cut).scenario == given
    assert "made" in told(cut)


@pytest.mark.parametrize("query", [{}, MINE, {"start_date": "2027-01-04", "iop_weeks": "12"}])
def test_an_address_cut_in_its_first_day_names_it(query):
    """The first day stands at the end, and half of a day is none."""
    address = short(Scenario.from_query(query, today=TODAY).scenario)
    day = address.rindex("start_date=")
    for end in range(day + len("start_date"), len(address)):
        assert "First day (" in told(address[:end])


@pytest.mark.parametrize("given", [{}, {"start_date": "2027-01-04"}])
def test_an_address_cut_anywhere_says_so(given):
    """Whose its values are stands at its beginning, which no person would write.

    Cut after deductible_usd=18, it opened with a deductible of $18, and without a word.
    """
    query = {"iop_weeks": "6", "deductible_usd": "1886", "plan_pays_percent": "70", **given}
    seen = Scenario.from_query(query, today=TODAY).scenario
    address = short(seen)
    assert address.startswith("said=")
    assert (told(address), opened(address).scenario) == ("", seen)
    for end in range(1, len(address)):
        assert told(address[:end]), address[:end]
    cut = address[: address.index("deductible_usd=1886") + len("deductible_usd=18")]
    assert opened(cut).scenario.plan.deductible_usd == 1886
    assert "so they have our starting value: Deductible; First day." in told(cut)


def test_an_unknown_input_among_those_that_were_given_is_what_an_address_is_blamed_for():
    assert told("said=zzz").startswith("Some values could not be used: Inputs I gave (")


def test_an_address_written_by_hand_lacks_nothing():
    assert told("iop_weeks=6") == told("") == ""


def test_a_file_that_breaks_off_uses_what_is_whole_and_names_the_rest():
    text = freeze(scenario().but(iop_weeks=12), TODAY).to_json()
    cut = text[: text.index('"iop_weeks": 12') + len('"iop_weeks": 1')]
    found = open_file(cut.encode(), today=TODAY)
    assert found.scenario.iop.weeks == 8
    assert found.missing[0] == "iop_weeks"
    assert found.scenario.therapy.sessions == 18
