"""Billing codes stand in one table; what else names some names no other ones."""

import re
from pathlib import Path

from carechoice.catalog.in_use import catalog
from carechoice.documents.terms.codes import PROGRAM, PROGRAM_REVENUE, SESSIONS

CODE_IN_A_PATTERN = re.compile(r"908\d|s9480|h0015|\b0?90\[|\b090\d", re.IGNORECASE)
PROCEDURE_OR_REVENUE = re.compile(r"\b(?:908\d\d|907\d\d|[A-Z]\d{4}|09\d\d)\b")


def codes_of(*services, asked):
    rows = catalog().billing_codes.values()
    found = [row.key for row in rows if row.service in services and row.kind != "revenue"]
    return tuple(code for code in found if catalog().billing_codes[code].asked or not asked)


def test_answers_and_lines_are_read_for_the_codes_that_a_plan_is_asked_about():
    assert codes_of("therapy_30", "therapy_45", "therapy_60", asked=True) == SESSIONS
    assert codes_of("program", asked=True) == PROGRAM
    revenue = [row.key for row in catalog().billing_codes.values() if row.kind == "revenue"]
    assert tuple(revenue) == PROGRAM_REVENUE


def test_papers_have_no_code_but_in_the_module_that_is_held_to_the_table():
    papers = Path(__file__).parents[2] / "carechoice" / "documents"
    naming = {
        path.relative_to(papers).as_posix()
        for path in papers.rglob("*.py")
        if CODE_IN_A_PATTERN.search(path.read_text(encoding="utf-8"))
    }
    assert naming == {"terms/codes.py"}


def test_no_sentence_names_a_code_that_the_table_lacks():
    named = {
        code
        for phrase in catalog().words.values()
        for code in PROCEDURE_OR_REVENUE.findall(phrase.text)
    }
    assert "90837" in named
    assert named <= set(catalog().billing_codes)
