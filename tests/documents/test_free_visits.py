"""Therapy that costs nothing may be one of a few free visits that stand beside it: it is asked."""

import pytest
from lines_read import asked, read_lines, sure, values

FREE = "Therapy: $0 copay, deductible waived"
FULL = "Therapy: no charge"


@pytest.mark.parametrize(
    "line",
    [
        "EAP: 6 free sessions",
        "EAP: up to 8 visits per issue",
        "Employee Assistance Program: 8 counseling sessions at no cost",
        "Your EAP offers five sessions a year",
        "EAP counseling: $0",
        "6 free counseling sessions a year",
        "Free therapy sessions through your employer: 5",
        "First 3 sessions: no charge",
        "First three visits free",
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
@pytest.mark.parametrize("therapy", [FREE, FULL])
def test_therapy_that_costs_nothing_is_not_sure_beside_free_visits(line, is_above, therapy):
    text = "\n".join([line, therapy] if is_above else [therapy, line])
    assert values(text)["therapy_copay_usd"] == 0
    assert not sure(text)
    assert ("free_visits", "therapy_copay_usd") in asked(text)


@pytest.mark.parametrize("line", ["EAP: 6 free sessions", "First 3 sessions: no charge"])
def test_what_costs_something_is_none_of_them_and_they_are_asked_about(line):
    text = f"{line}\nTherapy: 20% coinsurance, no deductible\nIOP: no charge"
    assert sure(text) == set(values(text))
    assert values(text)["therapy_pays_percent"] == 80
    assert ("free_visits", "therapy_copay_usd") in asked(text)


@pytest.mark.parametrize(
    "line", ["EAP: none", "EAP: 800-555-0100", "EAP: see your employer", "EAP: 0 visits"]
)
def test_where_no_visits_are_named_nothing_changes(line):
    assert "therapy_copay_usd" in sure(f"{line}\n{FREE}")
    assert "free_visits" not in {why for why, _ in asked(f"{line}\n{FREE}")}


def test_terms_of_the_free_visits_themselves_are_none_of_the_plan():
    assert values("Therapy through EAP: $0 copay for 6 visits") == {}
    assert values("EAP counseling\nTherapy: $0 copay") == {}


def test_the_visits_are_told_in_their_own_words_and_at_their_place():
    (ask,) = (ask for ask in read_lines(f"{FREE}\nEAP: 6 visits").ask if ask.why == "free_visits")
    assert (ask.words, ask.place) == ("EAP: 6 visits", "line 2")
