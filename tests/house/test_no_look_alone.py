"""No sentence names a thing by its look or place alone (WCAG 2.2, 1.3.3).

"Above" and "below" may stand: they say what is read before and after, on every screen and aloud.
"""

import csv
import re
from pathlib import Path

import pytest

WORDS = Path(__file__).parents[2] / "data" / "words" / "en"
# By color, by shape, by the side of a screen, by a sound.
LOOKS = re.compile(
    r"\b(?:blue|green|orange|violet|purple|red|yellow|gray|paler?|solid|hatched|striped|dashed|dotted)\b"
    r"|\b(?:round|square|circle|triangle|diamond|dot|arrow|icon|bubble)s?\b"
    r"|\b(?:on|at|to|in) the (?:left|right|side|corner|top|bottom|edge)\b"
    r"|\b(?:left|right)[- ]hand\b"
    r"|\bbeside the (?:pages?|text|charts?|screen)\b|\b(?:upper|lower) (?:left|right|edge|corner)\b"
    r"|\b(?:beeps?|sounds?|ring)\b",
    re.I,
)
# The keys of charts: each says what a look means, and the chart stands as a table as well.
KEYS_OF_CHARTS = {
    "included.key",
    "export.cost.key.you",
    "export.cost.key.may",
    "export.cost.key.plan",
    "export.cost.key.rest",
}


def sentences():
    for path in sorted(WORDS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from ((row["key"], row["text"]) for row in csv.DictReader(file))


def test_no_sentence_names_a_thing_by_its_look_or_side_alone():
    found = {key for key, text in sentences() if LOOKS.search(text)}
    assert found == KEYS_OF_CHARTS


@pytest.mark.parametrize(
    "sentence",
    [
        "Press the blue button.",
        "See the chart on the right.",
        "The round mark is yours.",
        "What you type beside the pages counts.",
        "Wait for the beep.",
    ],
)
def test_such_sentences_would_be_found(sentence):
    assert LOOKS.search(sentence)


def test_what_is_left_and_what_is_right_may_be_said():
    assert not LOOKS.search("Nothing is left. Call right now, and see the list below.")
