"""What comes from outside is shown as it was typed, in short, and can be nothing but text."""

import json
import re
from string import punctuation

import pytest
from outside_text import PAYLOADS, as_read
from scenarios import TODAY, scenario

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import LONGEST_VALUE
from carechoice.documents.paper import Found
from carechoice.documents.text import lines, placed_line
from carechoice.files.kept import words as kept_words
from carechoice.files.kept.chart import kept_chart, kept_table
from carechoice.inputs.handed_on import kept as kept_scenarios
from carechoice.inputs.handed_on.kept import MOST_CHARACTERS, with_kept
from carechoice.inputs.handed_on.link import (
    LARGEST_FILE_BYTES,
    LONGEST_LINK,
    MOST_NAMES,
    RefusedError,
    freeze,
    open_file,
    open_link,
    query_pairs,
)
from carechoice.inputs.handed_on.opened import opened_address
from carechoice.inputs.handed_on.opened_words import refused
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import BREAK, CUT, for_chart
from carechoice.language.sentences import as_text
from carechoice.topics.bill.papers.words import quoted_text
from carechoice.ui.text import plain

FILE = json.loads(freeze(scenario(), TODAY).to_json())
# Markdown and the framework read these as more than text where no backslash stands before them.
MARKS = set(punctuation)
ESCAPED_SIGN = re.compile(rf"\\[{re.escape(punctuation)}]")
INVISIBLE = set("\n\t\r\0\x1b\u200b\u200f\u202e\u2066\u2028\ufeff\u00ad")
NAMES = "abcdefg"


def link_note(name):
    notes = opened_address([(name, "1")], today=TODAY).notes
    return notes[0]


def refusal_of_file(name):
    with pytest.raises(RefusedError) as caught:
        open_file(json.dumps({**FILE, name: 1}).encode(), today=TODAY)
    return refused(caught.value)


PLACES = {
    "the note on a link": (link_note, "Some values could not be used: {} (there is"),
    "a file that is refused": (refusal_of_file, "This one has fields we do not know: {}."),
}


def kept(name):
    return kept_words.compared(with_kept((), name, scenario()))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", PAYLOADS)
def test_a_name_from_outside_is_text_and_no_more(place, text):
    told, sentence = PLACES[place]
    shown = plain(told(text))
    read = as_read(as_text(shown.replace("\\$", "$")))
    assert sentence.format(PAYLOADS[text]) in read
    beginning, end = (plain(part) for part in sentence.split("{}"))
    payload = shown.partition(beginning)[2].rpartition(end)[0]
    assert payload
    assert not MARKS & set(ESCAPED_SIGN.sub("", payload))
    assert not INVISIBLE & set(payload)


@pytest.mark.parametrize("text", [text for text in PAYLOADS if text.strip()])
def test_a_kept_name_is_told_as_typed_on_page_chart_and_file(text):
    (row,) = kept(text)
    read = PAYLOADS[text].removesuffix(CUT)
    assert row.name == read.strip()
    assert len(row.name) <= MOST_CHARACTERS
    chart = kept_chart([row])
    assert read.strip() in as_read(as_text(chart.caption))
    assert read.strip() in chart.alt
    assert read.strip() in as_read(as_text(kept_table([row]).shown()[0][0]))


def test_of_many_names_five_are_told_and_how_many_more_there_are():
    (note,) = opened_address([(name, "1") for name in NAMES], today=TODAY).notes
    reason = "(there is no such input)"
    assert f"{'; '.join(f'{name} {reason}' for name in 'abcde')}, and 2 more." in note
    with pytest.raises(RefusedError) as caught:
        open_file(json.dumps({**FILE, **dict.fromkeys(NAMES)}).encode(), today=TODAY)
    assert refused(caught.value).endswith(": a, b, c, d, e.")


def test_a_name_given_a_hundred_times_is_told_once():
    for name in ("data", "made", "iop_weeks", "strange"):
        opened = open_link([(name, "1")] * 100, today=TODAY)
        assert [problem.field for problem in opened.problems] == [name]


def test_a_file_that_repeats_a_name_is_answered_in_a_short_sentence():
    repeated = ",".join(['"data":"x"'] * 9_000)
    assert len(repeated) < LARGEST_FILE_BYTES
    with pytest.raises(RefusedError) as caught:
        open_file(f"{{{repeated}}}".encode(), today=TODAY)
    assert refused(caught.value) == (
        "The file was not used. It has more than 200 names. Files saved here have far fewer."
    )


@pytest.mark.parametrize(
    "pairs",
    [
        [("data", "")] * (MOST_NAMES + 1),
        [("x" * LONGEST_LINK, "1")],
        [("fixed_hours", "x" * LONGEST_LINK)],
        [(f"n{n}", "x" * 60) for n in range(MOST_NAMES)],
    ],
)
def test_a_link_far_longer_than_ours_is_not_used_and_says_so(pairs):
    opened = opened_address([("iop_weeks", "6"), *pairs], today=TODAY)
    assert opened == (
        Scenario.default(TODAY),
        (
            "The link was not used. It is much longer than links made here. "
            "All inputs have their starting value.",
        ),
        None,
        None,
    )


def test_an_address_beyond_the_limit_is_not_even_taken_apart():
    assert len(query_pairs("a=1&" * (LONGEST_LINK // 4))) == LONGEST_LINK // 4
    with pytest.raises(RefusedError):
        query_pairs("a=1&" * (LONGEST_LINK // 4) + "a")


def test_the_longest_link_there_can_be_leaves_room_within_the_limits():
    every_other_hour = ",".join(f"{hour:02}-{hour + 1:02}" for hour in range(0, 24, 2))
    odd_hours = ",".join(f"{hour:02}-{hour + 1:02}" for hour in range(1, 24, 2))
    week = "|".join(
        f"{day}:{odd_hours if at % 2 else every_other_hour}"
        for at, day in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    )
    paper = "2026-11-20:eligibility:benefitsInformation[1000]"
    answered = "|".join(f"{field}:{paper}" for field in catalog().options("confirmed"))
    full = scenario(fixed_hours=week, topics="money|time|privacy", confirmed=answered)
    query = freeze(full, TODAY).to_link("https://care.example/share").partition("?")[2]
    assert len(full.week.fixed_hours) < LONGEST_VALUE
    assert len(query) < LONGEST_LINK * 9 / 10
    assert len(query_pairs(query)) < MOST_NAMES / 2
    assert open_link(query_pairs(query), today=TODAY).scenario == full


@pytest.mark.parametrize("field", ["fixed_hours", "confirmed", "topics", "iop_weeks", "plan"])
def test_a_value_longer_than_any_of_ours_is_named_unread(field):
    (problem,) = open_link([(field, "9" * (LONGEST_VALUE + 1))], today=TODAY).problems
    assert problem.reason == "it is longer than 4000 characters"


@pytest.mark.parametrize("text", [text for text in PAYLOADS if text.strip()])
def test_words_of_a_paper_are_quoted_as_they_stand_there(text):
    found = Found("therapy_copay_usd", 5.0, text, "line 1")
    payload = plain(quoted_text(found, "lines")).removeprefix("“").removesuffix("” (line 1).")
    assert not MARKS & set(ESCAPED_SIGN.sub("", payload))
    assert not INVISIBLE & set(payload)


@pytest.mark.parametrize("words", ["$0 ", "no ", "20% coinsurance ", "(", "1 "])
def test_a_line_far_longer_than_any_of_a_plan_is_not_even_read(words, monkeypatch):
    """A condition may stand anywhere in it, so no beginning of it is used either."""
    monkeypatch.setattr(placed_line, "read_services", pytest.fail)
    paper = lines.read_lines(f"therapy $ {words * 200}", today=TODAY)
    assert paper.read == ()
    assert all(len(ask.words) <= 80 for ask in paper.ask)


def test_of_a_name_far_too_long_only_the_beginning_is_looked_at(monkeypatch):
    looked_at = []
    monkeypatch.setattr(kept_scenarios, "on_one_line", lambda text: looked_at.append(text) or text)
    (each,) = with_kept((), "a b" * 1_000_000, scenario())
    assert each.name == ("a b" * MOST_CHARACTERS)[:MOST_CHARACTERS]
    assert len(looked_at[0]) == 2 * MOST_CHARACTERS


def test_a_long_word_above_bars_may_break_before_it_is_wider_than_a_phone():
    """At 292 pixels a chart has room for twenty of the widest letters."""
    parts = for_chart("W" * 40).split(BREAK)
    assert "".join(parts) == "W" * 40
    assert max(map(len, parts)) <= 20
    assert for_chart("A name of forty letters for my own plan") == (
        "A name of forty letters for my own plan"
    )
