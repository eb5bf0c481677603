"""Plain language: the grade of what a client reads, page by page, at most 8."""

import re

import pytest
from client_texts import PAGES, staff_help
from reading import grade
from scenarios import TODAY, comparison, warnings

from carechoice.language.sentences import say

LIMIT = 8
STAFF_LIMIT = 10


@pytest.mark.parametrize("page", PAGES)
def test_a_tired_person_can_read_the_page(page):
    found = grade("\n".join(page()))
    print(f"{page.__name__}: grade {found:.1f}")
    assert found <= LIMIT


def test_staff_can_read_their_help_at_a_glance():
    found = grade("\n".join(staff_help()))
    print(f"staff: grade {found:.1f}")
    assert found <= STAFF_LIMIT


@pytest.mark.parametrize(
    "inputs", [{"deductible_usd": 5000}, {"iop_hours_per_week": 22}, {"plan_pays_percent": 20}]
)
def test_warnings_are_as_plain(inputs):
    assert grade("\n".join(warnings(comparison(**inputs), TODAY))) <= LIMIT


def test_no_sentence_is_longer_than_25_words():
    for text in (text for page in (*PAGES, staff_help) for text in page()):
        for sentence in re.split(r"[.!?:;](?:\s|$)|\n", text):
            assert len(sentence.split()) <= 25, sentence


def test_the_grade_of_known_texts_is_right():
    """Worked by hand: 6 words, 1 sentence, 6 syllables; and a sentence of long words."""
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade("Authorization necessitates documentation.") > 20


def test_iop_is_spelled_out_where_it_stands_first():
    assert "intensive outpatient program (IOP)" in say("title")
