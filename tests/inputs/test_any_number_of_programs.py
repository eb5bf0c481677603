"""A centre has as many programs as its data says: each can be picked, linked to and compared."""

from datetime import date

import centre_tables
import pytest
from centre_tables import loaded

from carechoice.catalog.in_use import catalog, using
from carechoice.comparison.compare import compare
from carechoice.inputs.handed_on.opened_words import unused
from carechoice.inputs.scenario import Scenario

TODAY = date(2026, 11, 23)
HEADER = centre_tables.PROGRAMS.splitlines()[0]
# The numbers of a program of its own: three hours in the afternoon, $300 to $309 a day.
ROW = 'Program {number},South,in person,"Mon, Wed, Fri",13:00,3,10,30{number},,no,,'


def programs(count):
    rows = (ROW.format(number=number) for number in range(count))
    return "\n".join([HEADER, *rows, ""])


def read(**query):
    return Scenario.from_query({"start_date": "2027-01-04", **query}, today=TODAY)


@pytest.mark.parametrize("count", [1, 2, 3, 10])
def test_each_program_can_be_picked_by_a_link_and_has_its_own_price(tmp_path, count):
    """30 days at $300 to $309, which who has no plan pays alone."""
    with using(loaded(tmp_path / "own", programs=programs(count))):
        for number in range(count):
            found = read(program=f"program_{number}", network="self_pay")
            assert not found.problems
            option = compare(found.scenario).options["iop"]
            assert option.patient_total_usd == 30 * (300 + number)


@pytest.mark.parametrize("count", [2, 3, 10])
def test_each_program_can_stand_beside_each_other(tmp_path, count):
    with using(loaded(tmp_path / "own", programs=programs(count))):
        for number in range(1, count):
            found = read(program="program_0", third_path=f"program_program_{number}")
            assert list(compare(found.scenario).options) == [
                "therapy",
                "iop",
                f"program_program_{number}",
            ]


def test_a_single_program_has_none_beside_it(tmp_path):
    """It is offered, as it may not be picked, and left out where it is."""
    with using(loaded(tmp_path / "own", programs=programs(1))):
        found = read(program="program_0", third_path="program_program_0")
        assert list(compare(found.scenario).options) == ["therapy", "iop"]


@pytest.mark.parametrize("field", ["program", "third_path", "fourth_path"])
def test_a_link_to_a_program_that_is_gone_says_so(tmp_path, field):
    gone = {"program": "", "third_path": "program_", "fourth_path": "also_"}[field] + "program_2"
    with using(loaded(tmp_path / "own", programs=programs(2))):
        found = read(**{"program": "program_0", field: gone})
        (problem,) = found.problems
        assert (problem.field, problem.given) == (field, gone)
        told = unused([problem], "link")
        assert f"{catalog().parameters[field].label} (that choice is not in its list now)" in told
        assert compare(found.scenario).options["iop"].weeks == (8 if field == "program" else 10)
