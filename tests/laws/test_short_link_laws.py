"""What must hold for the short form of any scenario's link."""

from datetime import date, timedelta
from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st
from scenarios import TODAY
from test_comparison_laws import scenarios

from carechoice.inputs.handed_on.link import freeze, open_link

HERE = "https://care.example.org/share"
LATER = st.dates(TODAY, TODAY + timedelta(days=3000))


def opened(link, today):
    return open_link(parse_qsl(urlsplit(link).query, keep_blank_values=True), today=today)


@given(scenarios, LATER)
def test_it_reads_back_to_the_same_scenario_on_any_later_day(scenario, day):
    frozen = freeze(scenario, TODAY)
    read = opened(frozen.to_short_link(HERE), day)
    assert read.scenario == frozen.scenario
    assert (read.problems, read.missing, read.data, read.made) == ((), (), frozen.data, TODAY)


@given(scenarios)
def test_it_is_shorter_than_the_link_and_leads_to_the_same(scenario):
    frozen = freeze(scenario, TODAY)
    long, short = frozen.to_link(HERE), frozen.to_short_link(HERE)
    assert len(short) < len(long)
    assert opened(short, TODAY).scenario == opened(long, TODAY).scenario


@given(scenarios, st.dates(date(2026, 1, 1), date(2031, 12, 31)))
def test_the_same_scenario_has_the_same_short_link_on_the_same_day(scenario, day):
    frozen = freeze(scenario, day)
    link = frozen.to_short_link(HERE)
    assert freeze(opened(link, TODAY).scenario, day).to_short_link(HERE) == link
