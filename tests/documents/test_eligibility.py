"""An eligibility answer (X12 271) gives what it says for one person; the rest is asked."""

import pytest
from answers import FULL, NAME, NUMBER, STREET, answer
from scenarios import TODAY

from carechoice.documents.eligibility import read_eligibility
from carechoice.documents.paper import RefusedError
from carechoice.documents.x12 import benefits_of_271, is_x12


def read(*benefits, **form):
    return read_eligibility(benefits_of_271(answer(*benefits, **form)), today=TODAY)


def values(paper):
    return {found.field: found.value for found in paper.read}


def sure(paper):
    return {found.field for found in paper.read if found.sure}


def asked(paper):
    return {(ask.why, ask.field) for ask in paper.ask}


def contradicted(paper):
    return {each[0].field: [found.value for found in each] for each in paper.contradictory}


READ = {
    "deductible_usd": 1500,
    "deductible_met_usd": 500,
    "oop_max_usd": 6000,
    "oop_met_usd": 750.25,
    "family_deductible_usd": 3000,
    "family_deductible_met_usd": 500,
    "therapy_copay_usd": 30,
}


def test_limits_what_is_met_of_them_and_the_copayment_of_mental_health_are_read():
    """Of 1,500 remain 1,000 and of 3,000 remain 2,500, so 500 are met; 750.25 are paid to date."""
    paper = read(*FULL)
    assert values(paper) == READ
    assert sure(paper) == set(READ)
    assert paper.contradictory == ()


def test_each_value_stands_with_its_codes_and_the_number_of_its_segment():
    (found,) = [each for each in read(*FULL).read if each.field == "deductible_met_usd"]
    assert found.words == "code=C level=IND services=30 period=29 amount=1000 network=Y"
    assert found.place == "EB 5"


def test_what_no_eligibility_answer_says_is_asked():
    questions = asked(read(*FULL))
    assert ("missing", "therapy_deductible_applies") in questions
    assert ("missing", "iop_copay_per_day_usd") in questions
    assert ("iop_hint", "iop_pays_percent") in questions


@pytest.mark.parametrize(
    "form",
    [
        {"between": "|", "end": "~"},
        {"between": "*", "end": "\n", "repeats": "}"},
        {"between": "*", "end": "~\r\n    ", "repeats": "U", "version": "00401"},
        {"between": "^", "end": "'", "repeats": "}"},
    ],
)
def test_the_delimiters_are_those_of_the_first_segment(form):
    assert values(read(*FULL, **form)) == READ
    marked = "\ufeff  " + answer(*FULL, **form)
    assert is_x12(marked)
    assert values(read_eligibility(benefits_of_271(marked), today=TODAY)) == READ


def test_nothing_that_says_who_somebody_is_is_kept():
    paper = read(*FULL, f"MSG*{NAME} {STREET}", f"EB*{NAME}*IND*{NUMBER}*C1*{NAME}", f"III*{NAME}")
    assert values(paper)
    assert not any(word in repr(paper) for word in (NAME, NUMBER, STREET))


def test_of_service_types_the_closest_to_therapy_counts():
    lines = [f"EB*B*IND*{code}***27*{usd}*****Y" for code, usd in [("98", 50), ("A4", 40)]]
    general = read(*lines)
    assert values(general) == {"therapy_copay_usd": 40}
    assert ("general", "therapy_copay_usd") in asked(general)
    assert sure(general) == set()
    close = read(*lines, "EB*B*IND*MH***27*30*****Y", "EB*B*IND*A6***27*25*****Y")
    assert values(close) == {"therapy_copay_usd": 25}
    session = read(*lines, "EB*B*IND****27*20*****Y*HC:90837", "EB*B*IND*A6***27*25*****Y")
    assert values(session) == {"therapy_copay_usd": 20}


def test_one_line_may_name_many_service_types():
    paper = read("EB*B**1^33^98^MH^UC*HM**27*10.00*****Y", "EB*B**98^MH*HM**27*30.00*****N")
    assert values(paper) == {"therapy_copay_usd": 10}


def test_a_share_is_the_patients_and_is_told_as_the_plans():
    paper = read("EB*A*IND*MH***27**.3****Y", "EB*B*IND*MH***27*0*****Y")
    assert values(paper) == {"therapy_copay_usd": 0, "therapy_pays_percent": 70}
    assert ("share", "therapy_pays_percent") in asked(read("EB*A*IND*MH*****20****Y"))


def test_a_copayment_of_nothing_alone_may_mean_that_there_is_none():
    paper = read("EB*B*IND*MH***27*0*****Y")
    assert values(paper) == {}
    assert ("zero_copay", "therapy_copay_usd") in asked(paper)


def test_a_copayment_beside_a_share_may_be_on_top_of_it():
    paper = read("EB*B*IND*MH***27*30*****Y", "EB*A*IND*MH***27**.2****Y")
    assert values(paper) == {
        "therapy_copay_usd": 30,
        "therapy_share_too": True,
        "therapy_pays_percent": 80,
    }
    assert "therapy_share_too" not in sure(paper)
    assert ("missing", "therapy_share_of_rest") in asked(paper)


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


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("EB*C*IND*30***36*500*****Y", ("period", "deductible_usd")),
        ("EB*B*IND*MH***36*250*****Y", ("period", "therapy_copay_usd")),
        ("EB*A*IND*MH***36**.2****Y", ("period", "therapy_pays_percent")),
        ("EB*C*IND*MH***23*500*****Y", ("separate", None)),
        ("EB*F*IND*MH***23***VS*20**Y", ("limit", None)),
        ("EB*B*IND*MH***27*30****Y*Y", ("approval", None)),
        ("EB*R**30", ("other_payer", None)),
        ("EB*U**MH", ("carve_out", None)),
        ("EB*MC**MH", ("carve_out", None)),
        ("EB*U**30", ("carve_out", None)),
        ("EB*Y*IND*30***34*500", ("spend_down", None)),
        ("EB*6**30", ("inactive", None)),
        ("EB*6**MH", ("inactive", None)),
        ("EB*6**1^35", ("inactive", None)),
        ("EB*5**30", ("inactive", None)),
        ("EB*E**MH", ("excluded", None)),
        ("EB*I**A4", ("excluded", None)),
        ("EB*I**BB", ("excluded", None)),
        ("EB*I**CJ", ("excluded", None)),
        ("EB*I", ("excluded", None)),
        ("EB*F*IND*30***23**VS*20**Y", ("limit", None)),
        ("EB*F*IND*98***23**VS*20**Y", ("limit", None)),
        ("EB*F*IND*A4***23**VS*20**Y", ("limit", None)),
        ("EB*F**BB", ("limit", None)),
        ("EB*C*IND*CH***23*500*****Y", ("separate", None)),
        ("EB*B*IND*BB***27*90****Y*Y", ("approval", None)),
        ("EB*J**MH", ("remark", None)),
        ("EB*N**30", ("remark", None)),
        ("EB*ZZ9**MH", ("remark", None)),
    ],
)
def test_what_can_change_the_cost_is_asked(line, question):
    assert question in asked(read("EB*1**30", line))


@pytest.mark.parametrize(
    "line", ["EB*6**35", "EB*F**UC", "EB*I**88", "EB*L**30", "EB*W", "EB*H**MH"]
)
def test_what_is_of_other_care_or_changes_no_cost_is_passed_over(line):
    assert asked(read("EB*1**30", line)) == asked(read("EB*1**30"))


@pytest.mark.parametrize(
    "status",
    [
        ["EB*1**30", "EB*6**MH"],
        ["EB*1**30", "EB*E**MH"],
        ["EB*1**30", "EB*I**30"],
        ["EB*1**30", "EB*6**1"],
        ["EB*1**30", "EB*5**30"],
        ["EB*5**30"],
        ["EB*1**35"],
        ["EB*1**30", "DTP*349*D8*20251231"],
    ],
)
def test_a_copayment_is_unsure_where_the_plan_may_not_pay_for_the_care(status):
    paper = read(*status, "EB*B*IND*MH***27*25*****Y")
    assert values(paper) == {"therapy_copay_usd": 25}
    assert sure(paper) == set()
    assert {("inactive", None), ("excluded", None), ("time", None)} & asked(paper)


def test_active_cover_for_this_care_or_for_medical_care_is_that_of_a_plan():
    for status in ("EB*1**30", "EB*1**MH", "EB*1**1^35", "EB*1", "EB*4**98"):
        assert sure(read(status, "EB*B*IND*MH***27*25*****Y")) == {"therapy_copay_usd"}, status


def test_care_that_is_not_covered_is_unsure_since_another_company_may_cover_it():
    paper = read("EB*I**MH")
    assert values(paper) == {"therapy_not_covered": True}
    assert sure(paper) == set()
    assert ("carve_out", "therapy_not_covered") in asked(paper)


def test_a_program_day_is_read_where_its_own_code_is_named():
    paper = read("EB*A*IND****27**.2****Y*HC:S9480", "EB*B*IND****27*75*****Y*HC:H0015")
    assert values(paper) == {
        "iop_copay_per_day_usd": 75,
        "iop_pays_percent": 80,
        "iop_share_too": True,
    }


def test_a_copayment_for_a_program_day_may_be_told_for_a_visit_or_for_a_day():
    for period in ("", "27", "7"):
        paper = read(f"EB*B*IND****{period}*100*****Y*HC:S9480")
        assert values(paper) == {"iop_copay_per_day_usd": 100}
    hour = read("EB*B*IND****6*100*****Y*HC:S9480")
    assert values(hour) == {}
    assert ("period", "iop_copay_per_day_usd") in asked(hour)
    assert ("period", "therapy_copay_usd") in asked(read("EB*B*IND*MH***7*30*****Y"))


def test_a_program_that_is_not_covered_is_unsure():
    paper = read("EB*I************HC:S9480")
    assert values(paper) == {"iop_not_covered": True}
    assert ("carve_out", "iop_not_covered") in asked(paper)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (answer("AAA*N**72*C"), "rejected"),
        (answer(), "empty"),
        (answer("EB*6**30"), "inactive"),
        (answer(*FULL).replace("ST*271", "ST*270"), "other_transaction"),
        (answer(*FULL).replace("IEA*1*000000001~\n", ""), "cut_off"),
        (answer(*FULL)[:600], "cut_off"),
        (answer(*FULL, "HL*4*3*23*0", "EB*1**30"), "several_people"),
        (answer(*FULL).replace("ST*271*0001", "ST*271*0001~\nST*271*0002"), "other_transaction"),
        ("ISA", "broken"),
        ("ISA*00*", "broken"),
        ("ISA" * 40, "broken"),
    ],
)
def test_what_is_no_whole_answer_about_one_person_is_refused(text, reason):
    with pytest.raises(RefusedError) as refusal:
        read_eligibility(benefits_of_271(text), today=TODAY)
    assert refusal.value.reason == reason


def test_an_answer_cut_off_anywhere_gives_no_value():
    text = answer(*FULL)
    for percent in range(100):
        with pytest.raises(RefusedError):
            benefits_of_271(text[: len(text) * percent // 100])
