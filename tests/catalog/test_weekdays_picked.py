"""Days of the week as a choice names them (without a browser)."""

from carechoice.catalog.weekdays import CHOICES, read_weekdays, write_weekdays


def test_days_are_written_in_order_and_none_as_any():
    assert write_weekdays([4, 0, 2]) == "mon_wed_fri"
    assert write_weekdays([]) == "any"


def test_each_choice_names_its_days_and_its_days_name_it():
    assert len(CHOICES) == 2**5
    assert [write_weekdays(read_weekdays(choice)) for choice in CHOICES] == list(CHOICES)
