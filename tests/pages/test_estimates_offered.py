"""Good faith estimates are offered to staff whose client has no plan, and to nobody else."""

import pytest
from page_reader import opened

from carechoice.language.sentences import say

SELF_PAY = {"plan": "none", "start_date": "2027-01-04"}


def offered(**query):
    app = opened("share.py", **query)
    labels = [button.label for button in app.get("download_button")]
    return [label for label in labels if "to print" in label or "to fill in" in label]


def test_staff_have_one_for_each_option_on_paper_and_to_fill_in():
    assert offered(**SELF_PAY, mode="together") == [
        "Therapy: to print (PDF)",
        "Therapy: to fill in (Word)",
        "IOP: to print (PDF)",
        "IOP: to fill in (Word)",
    ]


@pytest.mark.parametrize("query", [SELF_PAY, {"plan": "employer", "mode": "together"}])
def test_who_looks_around_or_has_a_plan_has_none(query):
    assert offered(**query) == []


def test_it_says_that_staff_complete_it_and_what_is_never_typed_here():
    app = opened("share.py", **SELF_PAY, mode="together", third_path="step_up")
    shown = "\n".join(each.value for each in app.markdown)
    assert say("estimate.offer.title") in [each.value for each in app.header]
    assert "Staff complete it and hand it over" in shown
    assert "never typed here" in shown
