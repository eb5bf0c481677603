"""A made-up centre with three programs, all of them beside therapy, under one payer's plan."""

from datetime import date

import centre_tables

from carechoice.inputs.scenario import Scenario

TODAY = date(2026, 11, 23)
AFTERNOON = 'Afternoon program,South,in person,"Mon, Wed, Fri",13:00,3,10,300,,no,,\n'
EVENING, ALSO = "program_evening_program", "also_afternoon_program"
THREE = {
    "program": "day_program",
    "payer": "first_payer_silver",
    "third_path": EVENING,
    "fourth_path": ALSO,
    "start_date": "2027-01-04",
}


def centre_of_three(folder):
    """The catalog of that centre, as a folder of its own."""
    return centre_tables.loaded(folder, programs=centre_tables.PROGRAMS + AFTERNOON)


def scenario(**query):
    read = Scenario.from_query({**THREE, **query}, today=TODAY)
    assert not read.problems
    return read.scenario
