"""A typed number is what the person meant, or it is asked back with the way to write it."""

import pytest
from typed_numbers import ASKED, MEANT

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import UnusableError
from carechoice.inputs.typed_number import read_typed, typed_forms
from carechoice.language.sentences import say

ROWS = catalog().parameters
NUMBERS = [row for row in ROWS.values() if row.is_number]


@pytest.mark.parametrize(("field", "typed", "meant"), MEANT)
def test_what_can_be_read_in_one_way_only_is_read_so(field, typed, meant):
    assert read_typed(ROWS[field], typed) == meant


@pytest.mark.parametrize(("field", "typed", "sentence"), ASKED)
def test_what_is_no_number_of_the_field_or_two_numbers_is_asked_back(field, typed, sentence):
    with pytest.raises(UnusableError) as refused:
        read_typed(ROWS[field], typed)
    assert refused.value.reason == sentence
    assert say(refused.value.reason, **refused.value.blanks)


@pytest.mark.parametrize("row", NUMBERS, ids=lambda row: row.key)
@pytest.mark.parametrize("edge", [0, 1])
def test_each_number_is_read_back_as_it_is_written_with_its_unit(row, edge):
    for form in typed_forms(row):
        value = row.bounds[edge]
        assert read_typed(row, form.replace("{n}", f"{value:,.2f}")) == value


def test_the_sentences_say_which_numbers_a_field_takes():
    with pytest.raises(UnusableError) as refused:
        read_typed(ROWS["deductible_usd"], "50,000")
    sentence = say(refused.value.reason, **refused.value.blanks)
    assert sentence == "Type a number from 0 to 20,000."
