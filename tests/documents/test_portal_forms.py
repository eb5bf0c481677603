"""Forms and tables as portals print them: a field for each term, a rule below the headings."""

import pytest
from lines_read import asked, sure, values

TABLE = "| Benefit | In-Network | Out-of-Network |\n{rule}\n| Therapy | $25 copay | 40% AD |"


@pytest.mark.parametrize(
    "rule", ["|---|---|---|", "| :--- | ---: | --- |", "-------+-----", "====="]
)
def test_a_rule_below_the_headings_of_a_table_is_no_row(rule):
    read = values(TABLE.format(rule=rule))
    assert read["therapy_copay_usd"] == 25
    assert "therapy_copay_usd" in sure(TABLE.format(rule=rule))


def test_a_row_of_a_table_keeps_its_number_below_a_rule():
    text = TABLE.format(rule="|---|---|---|") + "\n| IOP | see booklet | 40% AD |"
    assert "therapy_copay_usd" in values(text)


@pytest.mark.parametrize(
    "name", ["Service", "Service type", "Benefit", "Type of service", "Type of care"]
)
def test_a_field_may_name_the_service_that_the_fields_below_it_are_of(name):
    text = f"{name}: Individual Psychotherapy\nCopay: $25.00\nDeductible applies: N"
    assert values(text) == {
        "therapy_copay_usd": 25,
        "therapy_share_too": False,
        "therapy_deductible_applies": False,
    }


@pytest.mark.parametrize("service", ["Dental", "Inpatient psychiatric", "Psychological testing"])
def test_a_field_that_names_other_care_is_that_of_other_care(service):
    assert not values(f"Service: {service}\nCopay: $25.00")


@pytest.mark.parametrize(
    "fields",
    [
        "Copay: $0.00; Coinsurance: 20%; Deductible applies: Y",
        "Copay: $0\nCoinsurance: 20%\nDeductible applies: Yes",
        "Copay: $0, Coinsurance: 20% after deductible",
    ],
)
def test_where_a_form_has_a_field_for_each_a_copayment_of_nothing_is_none(fields):
    joint = "\n" if "\n" in fields else ": "
    assert values(f"IOP{joint}{fields}") == {
        "iop_copay_per_day_usd": 0,
        "iop_pays_percent": 80,
        "iop_deductible_applies": True,
    }


@pytest.mark.parametrize(
    "terms",
    [
        # In network and out of network may stand side by side.
        "$0 copay, 40% coinsurance",
        "Copay $0 / Coinsurance 40%",
        "Copay $0\tCoinsurance 40%",
        # What the deductible does to one of them it may not do to the other.
        "Copay: $0, deductible waived; Coinsurance: 20% after deductible",
    ],
)
def test_a_copayment_of_nothing_beside_a_share_is_asked_elsewhere(terms):
    assert not values(f"IOP: {terms}")
    assert asked(f"IOP: {terms}") & {("cells", None), ("not_understood", None)}
