"""The frozen scenario: what is frozen comes back, and what cannot be used is named."""

import json
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest
from scenarios import TODAY, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.files.scenario import words as scenario_words
from carechoice.inputs.handed_on.link import (
    LARGEST_FILE_BYTES,
    RefusedError,
    freeze,
    open_file,
    open_link,
)
from carechoice.inputs.handed_on.opened_words import opened_notes, refused
from carechoice.inputs.scenario import FIELDS

PAGE = "https://care.example/share"
MINE = {
    "plan": "medicare",
    "iop_weeks": 6,
    "topics": "money|time",
    "confirmed": "deductible_usd:2026-11-20",
    "third_path": "step_down",
}


def frozen(**query):
    return freeze(scenario(**query), TODAY)


def pairs_of(link):
    return parse_qsl(urlsplit(link).query, keep_blank_values=True)


def opened(pairs):
    return open_link(pairs, today=TODAY)


def read(text):
    return open_file(text if isinstance(text, bytes) else text.encode(), today=TODAY)


def notes(found, *, is_file=False):
    return opened_notes(found, is_file=is_file)


@pytest.mark.parametrize("query", [{}, MINE, {"network": "self_pay", "start_date": "2026-11-30"}])
def test_a_link_brings_every_input_back_and_has_nothing_to_say(query):
    found = opened(pairs_of(frozen(**query).to_link(PAGE)))
    assert found.scenario == scenario(**query)
    assert notes(found) == ()


@pytest.mark.parametrize("query", [{}, MINE])
def test_a_file_brings_every_input_back_and_has_nothing_to_say(query):
    found = read(frozen(**query).to_json())
    assert found.scenario == scenario(**query)
    assert notes(found, is_file=True) == ()
    assert compare(found.scenario).options == compare(scenario(**query)).options


def test_a_link_is_complete_also_where_values_equal_their_default():
    names = [name for name, _ in pairs_of(frozen().to_link(PAGE))]
    assert names == ["data", "made", *FIELDS]


def test_a_file_has_the_links_names():
    assert list(json.loads(frozen().to_json())) == ["data", "made", *FIELDS]


@pytest.mark.parametrize(
    ("page", "start"),
    [
        ("https://care.example/share", "https://care.example/?"),
        ("https://care.example/tools/share", "https://care.example/tools/?"),
        ("http://localhost:8501/share", "http://localhost:8501/?"),
    ],
)
def test_a_link_leads_to_the_comparison_on_the_same_server(page, start):
    assert frozen().to_link(page).startswith(start)


def test_a_link_is_short_enough_for_a_message():
    """All inputs by their names; the short form is for codes and notes."""
    assert len(frozen(**MINE).to_link(PAGE)) < 2300


def test_what_the_link_contains_names_every_input_the_version_and_the_day():
    labels = [label for label, _ in scenario_words.contents(frozen(**MINE))]
    assert labels[: len(FIELDS)] == [row.label for row in catalog().parameters.values()]
    values = dict(scenario_words.contents(frozen(**MINE)))
    assert values["What matters to me"] == "Money, Time"
    assert values["What my plan has confirmed"] == "Deductible, November 20, 2026"
    assert values["Day it was made"] == "November 23, 2026"


def test_in_short_the_persons_own_values_stand_one_by_one():
    told = " ".join(scenario_words.contents_in_short(frozen(iop_weeks=6)))
    assert "How many weeks: 6 weeks" in told
    assert "How many sessions" not in told


def test_other_data_since_is_said_in_one_line_and_changes_nothing_else():
    query = {**frozen(**MINE).to_query(), "data": "2020.01"}
    found = opened(query.items())
    assert found.scenario == scenario(**MINE)
    (line,) = notes(found)
    assert "2020.01" in line
    assert catalog().release["version"].value in line


def test_a_link_that_was_cut_off_names_what_it_lacks():
    pairs = pairs_of(frozen(iop_weeks=6).to_link(PAGE))
    found = opened([pair for pair in pairs if pair[0] not in ("topics", "deductible_usd")])
    assert found.scenario.iop.weeks == 6
    (line,) = notes(found)
    assert "Deductible" in line
    assert "What matters to me" in line


def test_an_ordinary_address_lacks_nothing():
    assert notes(opened([("iop_weeks", "6")])) == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("data", "<b>x</b>"),
        ("data", "www.evil.example"),
        ("data", "__2026.11__"),
        ("data", "2026..11"),
        ("data", ""),
        ("data", "9" * 50),
        ("made", "soon"),
        ("made", ""),
    ],
)
def test_a_version_or_day_that_is_none_is_named(name, text):
    query = {**frozen().to_query(), name: text}
    (line,) = notes(opened(query.items()))
    assert name in line
    assert not text or text not in line


def test_a_version_given_twice_is_named():
    pairs = [*frozen().to_query().items(), ("data", "2020.01")]
    assert any("more than once" in line for line in notes(opened(pairs)))


def test_of_a_file_with_bad_values_the_rest_is_used():
    values = json.loads(frozen(**MINE).to_json())
    bad = {"iop_weeks": 99, "plan": ["x"], "start_date": None, "therapy_sessions": {"a": 1}}
    found = read(json.dumps({**values, **bad}))
    assert {problem.field for problem in found.problems} == set(bad)
    assert found.scenario.view.topics == ("money", "time")
    (line,) = notes(found, is_file=True)
    assert all(catalog().parameters[name].label in line for name in bad)
    assert "file" in line


def test_a_value_that_no_input_can_be_is_named_as_the_file_has_it():
    values = json.loads(frozen().to_json())
    bad = {"iop_weeks": None, "plan": ["x"], "therapy_sessions": {"a": [1]}}
    found = read(json.dumps({**values, **bad}))
    given = {problem.field: problem.given for problem in found.problems}
    assert given == {"iop_weeks": "null", "plan": '["x"]', "therapy_sessions": '{"a": [1]}'}


@pytest.mark.parametrize("part", [0.3, 0.5, 0.9])
def test_of_a_file_that_breaks_off_what_is_whole_is_used_and_the_rest_named(part):
    text = frozen(therapy_sessions=10, iop_weeks=6).to_json()
    found = read(text[: int(len(text) * part)])
    assert found.scenario.therapy.sessions == 10
    (line,) = notes(found, is_file=True)
    assert line.partition(" inputs are ")[2].startswith("not in the file")


def test_half_a_number_is_not_taken_for_a_number():
    text = frozen(therapy_sessions=104).to_json()
    end = text.index('"therapy_sessions": 10') + len('"therapy_sessions": 10')
    found = read(text[:end])
    assert "therapy_sessions" in found.missing
    assert found.scenario.therapy.sessions == scenario().therapy.sessions


def test_a_file_with_a_byte_order_mark_is_read():
    assert read(frozen().to_json().encode("utf-8-sig")).scenario == scenario()


def refusal(content):
    with pytest.raises(RefusedError) as caught:
        read(content)
    return refused(caught.value)


def test_a_file_over_100_kb_is_refused():
    assert LARGEST_FILE_BYTES == 100_000
    text = frozen().to_json()
    assert read(text.ljust(100_000)).scenario == scenario()
    assert "100 kB" in refusal(text.ljust(100_001))


def test_a_file_with_unknown_fields_is_refused_and_says_which():
    values = json.loads(frozen().to_json())
    assert "diagnosis" in refusal(json.dumps({**values, "diagnosis": "x"}))


def test_names_of_unknown_fields_are_shown_as_they_stand_there():
    values = json.loads(frozen().to_json())
    told = refusal(json.dumps({**values, "**<b>x</b>" + "y" * 500: 1}))
    assert "\\*\\*" in told
    assert len(told) < 200


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"3",
        b"{}",
        b'"x"',
        b"hello",
        b"\x89PNG\r\n\x1a\n\x00\xff\xfe",
        b"[" * 50_000,
        b'{"a":' * 15_000,
        b'{"options": {}, "ledger": []}',
        b'"' * 99_999,
        b"\\" * 99_999,
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_with_a_sentence(content):
    assert refusal(content).startswith("The file was not used.")


def test_numbers_too_large_and_names_given_twice_are_named():
    text = '{"iop_weeks": 1e999, "therapy_sessions": %s, "plan": "none", "plan": "own"}' % (
        "9" * 5000
    )
    found = read(text)
    assert {problem.field for problem in found.problems} >= {"iop_weeks", "therapy_sessions"}
    assert "plan" in {problem.field for problem in found.problems}


@pytest.mark.parametrize("said", ["2026-11-24", "2031-03-02", "2026-11-24:eligibility:EB 4"])
def test_no_plan_has_confirmed_on_a_day_still_to_come_so_the_amount_stays_the_persons(said):
    pairs = [("deductible_usd", "1200"), ("confirmed", f"deductible_usd:{said}")]
    opened = open_link(pairs, today=TODAY)
    (problem,) = opened.problems
    assert (problem.field, problem.given) == pairs[1]
    assert problem.reason == "it names a day that is still to come"
    assert opened.scenario.origins.confirmed == ()
    assert opened.scenario.plan.deductible_usd == 1200
    assert "deductible_usd" in opened.scenario.origins.said


def test_what_the_plan_confirms_today_is_confirmed():
    opened = open_link([("confirmed", f"deductible_usd:{TODAY}")], today=TODAY)
    assert opened.problems == ()
    assert opened.scenario.origins.confirmed == (("deductible_usd", TODAY),)


def test_a_file_and_a_short_link_confirm_nothing_on_a_day_still_to_come():
    # Nor one that says it was made on a later day.
    ahead = freeze(scenario(confirmed="deductible_usd:2026-11-25"), date(2027, 1, 4))
    file = open_file(ahead.to_json().encode(), today=TODAY)
    link = open_link(pairs_of(ahead.to_short_link(PAGE)), today=TODAY)
    for opened in (file, link):
        assert [problem.field for problem in opened.problems] == ["confirmed", "made"]
        assert opened.scenario.origins.confirmed == ()


@pytest.mark.parametrize("made", ["2026-11-25", "2026-12-23", "2027-11-23", "2099-01-01"])
def test_a_link_or_a_file_made_on_a_day_still_to_come_has_no_such_day(made):
    ahead = freeze(scenario(iop_weeks=6), date.fromisoformat(made))
    for opened in (
        open_link(pairs_of(ahead.to_link(PAGE)), today=TODAY),
        open_link(pairs_of(ahead.to_short_link(PAGE)), today=TODAY),
        open_file(ahead.to_json().encode(), today=TODAY),
    ):
        reasons = [(each.field, each.reason) for each in opened.problems]
        assert reasons == [("made", "it names a day that is still to come")]
        assert opened.made is None
        assert opened.scenario.iop.weeks == 6


@pytest.mark.parametrize("made", [TODAY, TODAY + timedelta(days=1)])
def test_where_a_link_was_made_it_may_be_tomorrow_already(made):
    opened = open_link(pairs_of(freeze(scenario(), made).to_short_link(PAGE)), today=TODAY)
    assert (opened.problems, opened.made) == ((), made)
