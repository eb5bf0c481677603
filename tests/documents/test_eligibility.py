"""An eligibility answer (X12 271) gives what it says for one person; the rest is asked."""

import pytest
from answers import FULL, NAME, NUMBER, STREET, answer

from carechoice.documents.eligibility import read_eligibility
from carechoice.documents.paper import RefusedError
from carechoice.documents.x12 import benefits_of_271, is_x12


def read(*benefits, **form):
    return read_eligibility(benefits_of_271(answer(*benefits, **form)))


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
    "therapy_copay_usd": 30,
}


def test_limits_what_is_met_of_them_and_the_copayment_of_mental_health_are_read():
    """Of 1,500 remain 1,000, so 500 are met; 750.25 are paid to date toward the maximum."""
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
    assert values(read_eligibility(benefits_of_271(marked))) == READ


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
    paper = read("EB*C*FAM*30***23*3000*****Y", "EB*G*FAM*30***23*9000*****Y")
    assert values(paper) == {}
    assert {("family", "deductible_usd"), ("family", "oop_max_usd")} <= asked(paper)


def test_a_text_beside_an_amount_makes_it_unsure():
    paper = read("EB*C*IND*30***23*200*****Y", "MSG*OUTPATIENT LAB ONLY")
    assert values(paper) == {"deductible_usd": 200}
    assert sure(paper) == set()
    assert ("note", "deductible_usd") in asked(paper)


@pytest.mark.parametrize(("amount", "why"), [("999999.99", "unlimited"), ("0", "zero_limit")])
def test_a_maximum_without_an_amount_is_asked(amount, why):
    paper = read(f"EB*G*IND*30***23*{amount}*****Y")
    assert values(paper) == {}
    assert (why, "oop_max_usd") in asked(paper)


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("EB*B*IND*MH***36*250*****Y", ("period", "therapy_copay_usd")),
        ("EB*A*IND*MH***36**.2****Y", ("period", "therapy_pays_percent")),
        ("EB*C*IND*MH***23*500*****Y", ("separate", None)),
        ("EB*F*IND*MH***23***VS*20**Y", ("limit", None)),
        ("EB*B*IND*MH***27*30****Y*Y", ("approval", None)),
        ("EB*R**30", ("other_payer", None)),
        ("EB*U**MH", ("carve_out", None)),
        ("EB*6**30", ("inactive", None)),
    ],
)
def test_what_can_change_the_cost_is_asked(line, question):
    assert question in asked(read("EB*1**30", line))


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
        read_eligibility(benefits_of_271(text))
    assert refusal.value.reason == reason


def test_an_answer_cut_off_anywhere_gives_no_value():
    text = answer(*FULL)
    for percent in range(100):
        with pytest.raises(RefusedError):
            benefits_of_271(text[: len(text) * percent // 100])
