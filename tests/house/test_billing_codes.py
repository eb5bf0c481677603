"""Billing codes stand in one table; what else names some names no other ones."""

import re

from carechoice.catalog.in_use import catalog
from carechoice.documents.benefit_services import PROGRAM, SESSIONS

PROCEDURE_OR_REVENUE = re.compile(r"\b(?:908\d\d|907\d\d|[A-Z]\d{4}|09\d\d)\b")


def codes_of(*services, asked):
    rows = catalog().billing_codes.values()
    found = [row.key for row in rows if row.service in services and row.kind != "revenue"]
    return tuple(code for code in found if catalog().billing_codes[code].asked or not asked)


def test_an_eligibility_answer_is_read_for_the_codes_that_a_plan_is_asked_about():
    assert codes_of("therapy_30", "therapy_45", "therapy_60", asked=True) == SESSIONS
    assert codes_of("program", asked=True) == PROGRAM


def test_no_sentence_names_a_code_that_the_table_lacks():
    named = {
        code
        for phrase in catalog().words.values()
        for code in PROCEDURE_OR_REVENUE.findall(phrase.text)
    }
    assert "90837" in named
    assert named <= set(catalog().billing_codes)
