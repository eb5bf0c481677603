"""A centre's own texts are plain words; a sentence of theirs may have the marks ours has."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from outside_text import PAYLOADS

from carechoice.catalog.in_use import catalog
from carechoice.catalog.problems.marks import marked
from carechoice.catalog.words import Phrase
from carechoice.inputs import citations
from carechoice.web.checks.needs import unmet

MORE = (
    "[Talk to us](tel:+19005550111)",
    "[Free care](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "<https://evil.example/pay>",
    "https://evil.example",
    "www.evil.example/help",
    "mailto:help@evil.example",
    "help@evil.example",
    "tel:+19005550111",
    "# Call us now",
    "`code` and ```fence```",
    "> as somebody said",
    "| a | b | --- | --- |",
    ":red[Call us now]",
    ":red-badge[closed]",
    "call :red now",
    ":material/home: :material/call:",
    ":smile: :telephone:",
    "~~988~~ is closed",
    "<b>x</b><br><img src=x onerror=alert()>",
    "<script>alert(1)</script>",
    "one\n\n# two\r\n\tthree",
    "978\u202e889\u2066\u200f",
)
PLACES = [
    ("plans", "employer", "label"),
    ("plans", "employer", "note"),
    ("parameters", "iop_weeks", "label"),
    ("parameters", "iop_weeks", "help"),
    ("features", None, "text"),
    ("levels", "iop", "meaning"),
    ("sources", "ours", "title"),
    ("words", "title", "text"),
    ("words", "crisis.line", "text"),
    ("glossary", None, "meaning"),
]


def with_text(table, key, column, text):
    """Our data with this text in the place of ours, and the place."""
    key = key or next(iter(getattr(catalog(), table)))
    key = key if table == "words" else f"{table}.{key}.{column}"
    own = Phrase(text, "words/en/own.csv, row 2, column text")
    return own.place, replace(catalog(), words={**catalog().words, key: own})


def test_our_own_texts_have_the_marks_they_need_and_no_others():
    assert list(marked(catalog(), catalog())) == []


@pytest.mark.parametrize("text", MORE)
@pytest.mark.parametrize(("table", "key", "column"), PLACES)
def test_a_text_that_would_be_more_is_refused_with_its_place(table, key, column, text):
    assert text in PAYLOADS
    for spoiled in (text, f"{text} and more"):
        place, own = with_text(table, key, column, spoiled)
        problems = list(marked(own, catalog()))
        assert problems
        assert problems[0].startswith(f"{place}: ")


@pytest.mark.parametrize(("table", "key", "column"), PLACES)
def test_what_is_refused_is_said_at_the_start(table, key, column):
    _, own = with_text(table, key, column, MORE[0])
    problems = list(marked(own, catalog()))
    assert problems
    assert set(problems) <= set(unmet(own, catalog()))


def test_a_text_that_is_no_word_of_a_row_is_refused_too():
    price = catalog().sources["ours"].model_copy(update={"published": "[2026](tel:911)"})
    own = replace(catalog(), sources={**catalog().sources, "ours": price})
    (problem,) = marked(own, catalog())
    assert problem.startswith("sources.csv, row 'ours', column published: ")


@pytest.mark.parametrize(
    "text",
    [
        "Blue Plan 2027 (PPO): $30 a visit, $500 a year",
        "Mon-Fri, 9:30 to 17:00; and/or weekends - ask",
        "Más atención, 30 % < 40 %, A & B, C++ *new*",
        "日本語 مرحبا 👩\u200d👩\u200d👧",
    ],
)
@pytest.mark.parametrize(("table", "key", "column"), PLACES)
def test_plain_words_may_be_anything(table, key, column, text):
    _, own = with_text(table, key, column, text)
    assert list(marked(own, catalog())) == []


def test_a_sentence_may_keep_our_number_to_call_and_have_no_second_one():
    ours = catalog().words["crisis.line"].text
    _, own = with_text("words", "crisis.line", "text", f"**¿En crisis?** {ours}")
    assert list(marked(own, catalog())) == []
    _, own = with_text("words", "crisis.line", "text", ours.replace("{lifeline}", "19005550111"))
    assert list(marked(own, catalog()))
    _, own = with_text("words", "crisis.line", "text", f"{ours} {ours}")
    assert list(marked(own, catalog()))


@pytest.mark.parametrize(
    "address",
    [
        "https://care.example/a)[Call](tel:+19005550111)",
        "https://care.example/?a=b)![x](https://evil.example/x.png",
        "https://care.example/a_(b)#c]d",
    ],
)
def test_the_address_of_a_source_is_one_link_and_no_second_one(address, monkeypatch):
    row = catalog().sources["ours"]
    own = type(row)(**{**row.model_dump(), "url": address})
    monkeypatch.setitem(catalog().sources, "ours", own)
    for told in (citations.source(own), citations.source_link(own)):
        (link,) = re.findall(r"\]\(([^)]*)\)", told)
        assert unquote(link) == unquote(address)
        assert len(re.findall(r"[\[\]()]", told.replace(row.title, ""))) == 4
