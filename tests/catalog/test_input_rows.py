"""What an input is stands in its row: its part in the bill, whose term it is, when it is there."""

import csv
import io

import pytest

from carechoice.catalog.conditions import all_hold, read_conditions
from carechoice.catalog.in_use import catalog
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load
from carechoice.catalog.rows import Traits


def changed(cell_of):
    """Our inputs' file with cells changed: column and new text by the row's key."""
    text = (DEFAULT_FOLDER / "parameters.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return [{**row, **cell_of.get(row["key"], {})} for row in rows]


def centre(tmp_path, rows):
    """A centre's folder with these rows as its inputs, laid over our data."""
    with (tmp_path / "parameters.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return [tmp_path, DEFAULT_FOLDER]


def problems_with(tmp_path, **cell_of):
    with pytest.raises(BadDataError) as caught:
        load(centre(tmp_path, changed(cell_of)))
    return caught.value.problems


def test_a_days_price_is_the_programs_and_a_sessions_price_is_therapys():
    inputs = catalog().inputs
    assert inputs.of("price", "iop") == "iop_price_per_day_usd"
    assert inputs.care_of_price == {
        "therapy_price_usd": "therapy",
        "iop_price_per_day_usd": "iop",
    }


def test_a_part_in_the_bill_that_two_inputs_claim_is_named(tmp_path):
    problems = problems_with(tmp_path, therapy_charge_usd={"role": "price"})
    assert problems == (
        "parameters.csv, columns care, role: therapy with the role price must stand in one row, "
        "not in 2.",
        "parameters.csv, columns care, role: therapy with the role charge must stand in one row, "
        "not in 0.",
    )


def test_a_plan_fills_in_its_year_only_if_it_states_one():
    inputs = catalog().inputs
    assert set(inputs.filled_by_a_plan) - set(inputs.always_filled_by_a_plan) == {"plan_year_start"}


def test_what_others_decide_is_drawn_wherever_its_two_ends_are_known():
    """Else a range takes it for known. How long care is, a week and a visit is the person's choice.

    What a plan decides on is drawn from what real plans have.
    """
    chosen = {"length", "hours_per_week", "visit_length"}
    others = {
        key
        for key, row in catalog().parameters.items()
        if row.role and row.role not in chosen and (row.low, row.high) != (None, None)
    }
    assert others == set(catalog().inputs.drawn)


def test_a_term_of_the_other_plan_that_stands_for_none_of_ones_own_is_named(tmp_path):
    (problem,) = problems_with(tmp_path, other_oop_max_usd={"stands_for": "oop_met_usd"})
    assert problem.startswith(
        "parameters.csv, row 'other_oop_max_usd', column stands_for: no plan fills in 'oop_met_usd'"
    )


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("network", "'network' is not a condition. Write field=value"),
        ("network=in or network=oon", "'network=in or network=oon' is not a condition."),
        ("networks=in", "'networks' is no choice and no switch in parameters.csv."),
        ("iop_weeks=8", "'iop_weeks' is no choice and no switch in parameters.csv."),
        ("network=in|out", "'out' is no value of 'network'."),
        ("network=in and visits_online=true", "'true' is no value of 'visits_online'."),
    ],
)
@pytest.mark.parametrize("column", ["needs", "disabled_when"])
def test_a_condition_that_could_never_hold_is_named_with_its_row_and_column(
    tmp_path, column, cell, told
):
    (problem,) = problems_with(tmp_path, child_care_usd_per_hour={column: cell})
    assert problem.startswith("parameters.csv, row ")
    assert f"column {column}: " in problem
    assert told in problem


def test_a_condition_holds_for_each_of_its_values_and_all_conditions_have_to():
    conditions = read_conditions("network=in|oon and oop_max_applies=yes")
    paid = {"network": "oon", "oop_max_applies": True}
    assert all_hold(conditions, paid.__getitem__)
    assert not all_hold(conditions, (paid | {"network": "self_pay"}).__getitem__)
    assert not all_hold(conditions, (paid | {"oop_max_applies": False}).__getitem__)


def test_a_programs_bill_depends_on_no_input_of_therapy():
    program = catalog().inputs.in_bill_of("iop")
    assert {"iop_price_per_day_usd", "deductible_usd", "start_date"} <= program
    assert not {field for field in program if field.startswith("therapy_")}


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"iop_copay_per_day_usd": {"drawn": "yes"}}, "only a number with low and high"),
        ({"oop_max_applies": {"drawn": "yes"}}, "only a number with low and high"),
        ({"oop_met_usd": {"up_to": "oop_maximum"}}, "there is not a number 'oop_maximum'"),
        ({"oop_met_usd": {"up_to": "network"}}, "there is not a number 'network'"),
        ({"oop_met_usd": {"follows": "oop_max_applies"}}, "is no input of the same kind"),
        ({"oop_met_usd": {"follows": "maximum"}}, "is no input of the same kind"),
        ({"oop_met_usd": {"follows": "other_net_oop_max_usd"}}, "that follows none itself"),
    ],
)
def test_a_range_that_cannot_be_is_named(tmp_path, cells, told):
    (problem,) = problems_with(tmp_path, **cells)
    assert problem.startswith(f"parameters.csv, row {next(iter(cells))!r}, column ")
    assert told in problem


@pytest.mark.parametrize("name", ["iws", "Iw", "w", "ts"])
def test_the_name_in_a_short_link_is_two_letters_that_no_other_input_has(tmp_path, name):
    rows = ["therapy_sessions", "iop_weeks"] if name == "ts" else ["iop_weeks"]
    assert problems_with(tmp_path, iop_weeks={"link_name": name}) == tuple(
        f"parameters.csv, row {row!r}, column link_name: write two letters from a to z that no "
        "other row has."
        for row in rows
    )


def test_an_input_of_no_known_kind_of_care_is_named(tmp_path):
    (problem,) = problems_with(tmp_path, iop_weeks={"care": "hospital"})
    assert problem.startswith("parameters.csv, row 8, column care:")


def test_a_centres_own_inputs_from_before_these_columns_are_what_ours_are(tmp_path):
    rows = [
        {column: cell for column, cell in row.items() if column not in Traits.model_fields}
        for row in changed({"iop_weeks": {"default": "6"}})
    ]
    loaded = load(centre(tmp_path, rows))
    assert loaded.parameters["iop_weeks"].default == "6"
    ours = catalog().parameters
    for key, row in loaded.parameters.items():
        assert {name: getattr(row, name) for name in Traits.model_fields} == {
            name: getattr(ours[key], name) for name in Traits.model_fields
        }
