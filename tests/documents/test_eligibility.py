"""An eligibility answer (X12 271) gives what it says for one person; the rest is asked."""

import pytest
from answers import FULL, NAME, NUMBER, STREET, answer
from eligibility_read import asked, read, sure, values
from scenarios import TODAY

from carechoice.documents.eligibility.read import read_eligibility
from carechoice.documents.eligibility.x12 import benefits_of_271, is_x12
from carechoice.documents.paper import RefusedError

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


@pytest.mark.parametrize(
    "beside", [("EB*U**MH",), ("EB*MC**MH",), ("EB*1**30**PLAN A", "EB*1**30**PLAN B")]
)
def test_terms_that_may_be_of_another_company_or_plan_are_not_sure(beside):
    paper = read("EB*1**30", *beside, "EB*B*IND*MH***27*25*****Y")
    assert values(paper) == {"therapy_copay_usd": 25}
    assert sure(paper) == set()


def test_terms_of_therapy_are_sure_where_another_company_looks_after_other_care():
    paper = read("EB*1**30", "EB*U**88", "EB*MC**35", "EB*B*IND*MH***27*25*****Y")
    assert sure(paper) == {"therapy_copay_usd"}


def test_care_that_is_not_covered_is_unsure_since_another_company_may_cover_it():
    paper = read("EB*I**MH")
    assert values(paper) == {"therapy_not_covered": True}
    assert sure(paper) == set()
    assert ("carve_out", "therapy_not_covered") in asked(paper)


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
