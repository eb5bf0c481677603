"""Deductible and maximum of an eligibility answer (X12 271), one's own and a family's."""

import pytest
from eligibility_read import asked, contradicted, read, sure, values


def test_two_answers_that_differ_are_both_named_and_none_is_read():
    paper = read(
        "EB*C*IND*30***23*1500*****Y", "EB*C*IND*30***23*2000*****Y", "EB*C*IND*30***29*10*****Y"
    )
    assert values(paper) == {}
    assert contradicted(paper) == {"deductible_usd": [1500, 2000]}
    assert ("missing", "deductible_met_usd") in asked(paper)


@pytest.mark.parametrize(
    ("met", "said"),
    [
        (("EB*G*IND*30***24*1200*****Y",), [1200, 1000]),
        (("EB*G*IND*30***29*1100*****Y",), [-100, 1000]),
        (("EB*G*IND*30***24*300*****Y", "EB*G*IND*30***29*600*****Y"), [300, 400]),
    ],
)
def test_what_is_met_has_to_agree_with_the_limit_and_with_what_remains(met, said):
    paper = read("EB*G*IND*30***23*1000*****Y", *met)
    assert values(paper) == {"oop_max_usd": 1000}
    assert contradicted(paper) == {"oop_met_usd": said}


def test_an_amount_for_no_network_is_unsure_and_one_out_of_network_is_left_out():
    paper = read("EB*C*IND*30***23*200", "EB*G*IND*30***23*1000*****N")
    assert values(paper) == {"deductible_usd": 200}
    assert sure(paper) == set()
    assert {("network", "deductible_usd"), ("out_of_network", "oop_max_usd")} <= asked(paper)


def test_a_familys_amount_is_not_taken_for_one_persons():
    """Where no amount is one person's, the family's may be one for all, and is not sure."""
    paper = read("EB*C*FAM*30***23*3000*****Y", "EB*G*FAM*30***23*9000*****Y")
    assert values(paper) == {"family_deductible_usd": 3000, "family_oop_max_usd": 9000}
    assert sure(paper) == set()
    assert {("family", "deductible_usd"), ("family", "oop_max_usd")} <= asked(paper)


def test_what_a_family_has_met_is_read_beside_what_one_person_has():
    """Of 1,500 and of 4,000 all remains for the person; of the family's two limits nothing does."""
    paper = read(
        *("EB*C*IND*30***23*1500*****Y", "EB*C*IND*30***29*1500*****Y"),
        *("EB*C*FAM*30***23*3000*****Y", "EB*C*FAM*30***29*0*****Y"),
        *("EB*G*IND*30***23*4000*****Y", "EB*G*IND*30***29*4000*****Y"),
        *("EB*G*FAM*30***23*8000*****Y", "EB*G*FAM*30***29*0*****Y"),
    )
    assert values(paper) == {
        "deductible_usd": 1500,
        "deductible_met_usd": 0,
        "oop_max_usd": 4000,
        "oop_met_usd": 0,
        "family_deductible_usd": 3000,
        "family_deductible_met_usd": 3000,
        "family_oop_max_usd": 8000,
        "family_oop_met_usd": 8000,
    }
    assert sure(paper) == {*values(paper)}


def test_a_family_limit_of_nothing_is_asked_unless_one_person_has_none_either():
    family = "EB*C*FAM*30***23*0*****Y"
    assert ("zero_limit", "family_deductible_usd") in asked(
        read(family, "EB*C*IND*30***23*500*****Y")
    )
    nothing = read(family, "EB*C*IND*30***23*0*****Y")
    assert values(nothing) == {"deductible_usd": 0}
    assert "family_deductible_usd" not in {field for _, field in asked(nothing)}


def test_a_limit_of_which_only_what_remains_is_said_is_asked():
    """What remains of an unknown limit is nothing of the family's, and 120 of the person's."""
    paper = read("EB*C*IND*30***29*120*****Y", "EB*G*FAM*30***29*0*****Y")
    assert values(paper) == {}
    assert {("remaining", "deductible_usd"), ("remaining", "family_oop_max_usd")} <= asked(paper)


def test_a_familys_limit_is_unsure_where_ones_own_is_one_of_another_network():
    paper = read("EB*G*IND*30***23*4000*****N", "EB*G*FAM*30***23*8000*****Y")
    assert values(paper) == {"family_oop_max_usd": 8000}
    assert sure(paper) == set()
    outside = read("EB*G*IND*30***23*4000*****Y", "EB*G*FAM*30***23*8000*****N")
    assert values(outside) == {"oop_max_usd": 4000}


def test_an_amount_of_nobody_is_unsure_and_one_of_other_members_is_asked():
    unsaid = read("EB*C**30***23*500*****Y")
    assert (values(unsaid), sure(unsaid)) == ({"deductible_usd": 500}, set())
    assert ("whose", "deductible_usd") in asked(unsaid)
    spouse = read("EB*C*SPO*30***23*500*****Y", "EB*B*CHD*MH***27*10*****Y")
    assert values(spouse) == {}
    of_others = {("other_person", "deductible_usd"), ("other_person", "therapy_copay_usd")}
    assert of_others <= asked(spouse)


def test_what_is_of_an_employee_alone_is_of_the_one_person_that_is_covered():
    """As Stedi writes it in JSON: EMPLOYEE_ONLY; beside a family's, it is of those without one."""
    alone = read("EB*C*EMP*30***23*500*****Y", "EB*C*EMP*30***29*200*****Y")
    assert values(alone) == {"deductible_usd": 500, "deductible_met_usd": 300}
    beside = read("EB*C*EMP*30***23*500*****Y", "EB*C*FAM*30***23*1000*****Y")
    assert "deductible_usd" not in values(beside)
    assert ("other_person", "deductible_usd") in asked(beside)


def test_a_text_beside_an_amount_makes_it_unsure():
    paper = read("EB*C*IND*30***23*200*****Y", "MSG*OUTPATIENT LAB ONLY")
    assert values(paper) == {"deductible_usd": 200}
    assert sure(paper) == set()
    assert ("note", "deductible_usd") in asked(paper)


@pytest.mark.parametrize(
    ("amount", "why"),
    [
        ("999999.99", "unlimited"),
        ("99999.99", "unlimited"),
        ("9999.99", "unlimited"),
        ("99999", "unlimited"),
        ("1000000", "unlimited"),
        ("0", "zero_limit"),
        ("-500", "not_understood"),
        ("1500.123456", "not_understood"),
    ],
)
def test_a_maximum_without_an_amount_is_asked(amount, why):
    paper = read(f"EB*G*IND*30***23*{amount}*****Y")
    assert values(paper) == {}
    assert (why, "oop_max_usd") in asked(paper)


@pytest.mark.parametrize("amount", ["1,500", "$1500", "$1,500.00", "1500"])
def test_an_amount_may_have_a_dollar_sign_and_commas(amount):
    (found,) = read(f"EB*C*IND*30***23*{amount}*****Y").read
    assert found.value == 1500
    assert "amount=1500" in found.words


def test_a_limit_of_the_plan_is_unsure_where_mental_health_has_one_of_its_own():
    """The plan's deductible is 1,500; that of mental health 500, and it may be the one to pay."""
    plans = ("EB*C*IND*30***23*1500*****Y", "EB*G*IND*30***23*6000*****Y")
    own = read(*plans, "EB*C*IND*MH***23*500*****Y")
    assert values(own) == {"deductible_usd": 1500, "oop_max_usd": 6000}
    assert sure(own) == {"oop_max_usd"}
    assert ("separate", None) in asked(own)
    for same in ("EB*C*IND*MH***23*1500*****Y", "EB*C*IND*MH***23*500*****N"):
        assert sure(read(*plans, same)) == {"deductible_usd", "oop_max_usd"}
