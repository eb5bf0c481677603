"""What a person does to give a value: types it, moves it, or opens a link."""

from scenarios import TODAY, scenario

from carechoice.inputs.changes import after_change
from carechoice.inputs.handed_on.link import open_link, query_pairs
from carechoice.inputs.scenario import Scenario


def opened(query):
    return open_link(query_pairs(query), today=TODAY).scenario


def typed(field, text, start=None):
    """What the inputs hold once a person has typed this."""
    values = (start or scenario()).to_values()
    value = type(values[field])(text)
    return Scenario.holding(after_change({**values, field: value}, field))


def changed(given, field, value):
    return Scenario.holding(after_change({**given.to_values(), field: value}, field))


def given_by(scenario):
    """What the person gave, beside the first day that all these scenarios have."""
    return tuple(field for field in scenario.origins.said if field != "start_date")
