"""A line on several limits, or on those of several people, gives each of them, or is asked."""

import pytest
from lines_read import asked, sure, values

D, O = "deductible_usd", "oop_max_usd"  # noqa: E741
MET = {D: 1500, "deductible_met_usd": 400}


@pytest.mark.parametrize(
    "line",
    [
        "In-network deductible: Ind $1,500 (met $400) / Fam $3,000 (met $900)",
        "In-network deductible: Fam $3,000 (met $900) / Ind $1,500 (met $400)",
        "INN ded: Ind $1,500 (met $400) Fam $3,000 (met $900)",
        "INN ded Ind $1,500 / $400 met; Fam $3,000 / $900 met",
        "In-network deductible: Ind $1,500 met $400 rem $1,100, Fam $3,000 met $900 rem $2,100",
        "In-network deductible: Ind $400 of $1,500 met; Fam $900 of $3,000 met",
        "In-network deductible: Individual $400 met of $1,500, Family $900 met of $3,000",
        "In-network individual deductible $1,500, met $400; family deductible $3,000, met $900",
        "In-network individual deductible $1,500 remaining $1,100;"
        " in-network family deductible $3,000 remaining $2,100",
        "In-network: individual deductible $1,500 met $400, family deductible $3,000 met $900",
    ],
)
def test_one_person_s_limit_with_its_parts_stands_beside_a_family_s(line):
    """Of the person's $1,500 are $400 met; the family's $900 of $3,000 are another limit."""
    assert values(line) == MET
    assert sure(line) == {*MET}
    assert "family" not in {why for why, _ in asked(line)}


@pytest.mark.parametrize(
    "line",
    [
        "In-network deductible: Individual $1,500 Family $3,000 Met $400",
        "In-network deductible: Ind 400/1500 Fam 900/3000",
        "In-network deductible: Ind $1,500 (met $400) Fam $3,000 (remaining $900)",
        "In-network deductible: Ind $1,500 (met $400) Ind $3,000 (met $900)",
        "Deductible: INN Ind $1,500 (met $400) OON Fam $3,000 (met $900)",
    ],
)
def test_where_it_is_not_certain_which_part_is_whose_nothing_met_is_read(line):
    assert "deductible_met_usd" not in values(line)
    assert asked(line)


@pytest.mark.parametrize(
    "line",
    [
        "INN IND DED 1500 IND OOP MAX 6000 FAM DED 3000 FAM OOP MAX 12000",
        "INN IND DED 1500 FAM DED 3000 IND OOP MAX 6000 FAM OOP MAX 12000",
        "In-network individual deductible $1,500, family deductible $3,000,"
        " individual OOP max $6,000, family OOP max $12,000",
        "In-network: Individual: $1,500 ded, $6,000 OOP max",
        "In-network individual: deductible $1,500, out-of-pocket maximum $6,000",
        "In-network deductible IND/FAM $1,500/$3,000; OOP max IND/FAM $6,000/$12,000",
        "In-network: Ded $1,500 Ind / $3,000 Fam; OOP max $6,000 Ind / $12,000 Fam",
    ],
)
def test_both_limits_of_one_person_and_of_the_family(line):
    assert values(line) == {D: 1500, O: 6000}
    assert sure(line) == {D, O}


@pytest.mark.parametrize(
    "line",
    [
        "INN DED IND/FAM 1500/3000 OOP MAX IND/FAM 6000/12000",
        "In-network ded $1,500/$3,000; OOPM $5,000/$10,000",
        "Individual: $1,500 ded $6,000 OOP max",
        "In-network individual ded/OOP max: $1,500/$6,000",
    ],
)
def test_what_cannot_be_cut_for_sure_is_asked(line):
    assert not sure(line)
    assert asked(line)
