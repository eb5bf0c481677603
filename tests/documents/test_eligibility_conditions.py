"""An amount with a condition, or of another time, plan or kind of insurance, is asked, not read."""

from datetime import date

import pytest
from answers import answer
from scenarios import TODAY

from carechoice.documents.eligibility.read import read_eligibility
from carechoice.documents.eligibility.x12 import benefits_of_271

COPAY = "EB*B*IND*MH***27*30*****Y"
DEDUCTIBLE = "EB*C*IND*30***23*500*****Y"


def read(*benefits, today=TODAY):
    return read_eligibility(benefits_of_271(answer("EB*1**30", *benefits)), today=today)


def values(paper):
    return {found.field: found.value for found in paper.read}


def asked(paper):
    return {(ask.why, ask.field) for ask in paper.ask}


@pytest.mark.parametrize(
    "beside",
    [
        "III*ZZ*21",
        "III*ZZ*02",
        "III*ZZ*10",
        "III*ZZ*",
        "III*BK*F329",
        "HSD*VS*10***23*1",
        "HSD****27*3",
        "NM1*P3*1*SOMEBODY",
        "PRV*PC*PXC*103T00000X",
    ],
)
def test_a_copayment_for_some_visits_only_is_asked(beside):
    paper = read(COPAY, beside)
    assert values(paper) == {}
    assert ("condition", "therapy_copay_usd") in asked(paper)


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("EB*B*IND*MH***27*30**VS*5**Y", "therapy_copay_usd"),
        ("EB*A*IND*MH***27**.2*MN*15**Y", "therapy_pays_percent"),
        ("EB*B*IND****27*0*****Y*HC:90837:95", "therapy_copay_usd"),
        ("EB*B*IND****27*0*****Y*ZZ:90837", "therapy_copay_usd"),
        ("EB*B*IND****27*0*****Y*HC:90837*1", "therapy_copay_usd"),
        ("EB*B*IND****27*100*****Y*HC:S9480:HF", "iop_copay_per_day_usd"),
        ("EB*C*IND*30***23*500**VS*5**Y", "deductible_usd"),
        ("EB*G*FAM*30***29*500**VS*5**Y", "family_oop_met_usd"),
    ],
)
def test_quantities_and_modifiers_are_conditions(line, field):
    paper = read(line)
    assert values(paper) == {}
    assert ("condition", field) in asked(paper)


def test_the_terms_of_an_office_are_those_of_therapy_and_not_of_a_deductible():
    paper = read("EB*B*IND*MH***27*5*****Y", "III*ZZ*10", COPAY, "III*ZZ*11")
    assert values(paper) == {"therapy_copay_usd": 30}
    assert values(read(DEDUCTIBLE, "III*ZZ*11")) == {}


def test_a_condition_is_of_the_benefit_that_it_stands_behind():
    paper = read(COPAY, DEDUCTIBLE, "III*ZZ*21")
    assert values(paper) == {"therapy_copay_usd": 30}


def test_a_general_copayment_with_a_condition_is_asked_where_no_closer_one_is_read():
    video = ("EB*B*IND*98***27*0*****Y", "III*ZZ*02")
    assert ("condition", "therapy_copay_usd") in asked(read(*video))
    assert ("condition", "therapy_copay_usd") not in asked(read(*video, COPAY))
    assert ("condition", "therapy_copay_usd") not in asked(
        read("EB*B*IND*MH***27*60*****N", video[1])
    )


def test_an_amount_for_a_procedure_is_never_the_plans_own():
    for procedure in ("HC:90837:95", "HC:90837", "HC:9083X", "ZZ:SOMETHING"):
        assert values(read(f"EB*C*IND****23*250*****Y*{procedure}")) == {}, procedure
    assert ("separate", None) in asked(read("EB*C*IND****23*250*****Y*HC:90837:95"))


def test_an_amount_for_a_service_that_is_no_code_is_never_the_plans_own():
    assert values(read("EB*C*IND*DENTAL***23*50*****Y")) == {}


@pytest.mark.parametrize("insurance", ["MA", "MB", "MC", "MP", "OT", "WC", "AP", "SP", "X9"])
def test_an_amount_of_other_insurance_than_a_plan_of_ones_own_is_asked(insurance):
    paper = read(f"EB*C*IND*30*{insurance}**23*1736*****Y", f"EB*B*IND*MH*{insurance}**27*20*****Y")
    assert values(paper) == {}
    assert {("insurance", "deductible_usd"), ("insurance", "therapy_copay_usd")} <= asked(paper)


@pytest.mark.parametrize("insurance", ["C1", "HM", "PR", "PS", "EP", "IN", "GP", "IP"])
def test_a_plan_of_ones_own_may_say_of_which_kind_it_is(insurance):
    paper = read(f"EB*C*IND*30*{insurance}**23*1500*****Y")
    assert values(paper) == {"deductible_usd": 1500}


PAST = "DTP*292*RD8*20250101-20251231"


@pytest.mark.parametrize(
    "dates",
    [
        [PAST],
        ["DTP*346*D8*20270101"],
        ["DTP*348*D8*20270101"],
        ["DTP*349*D8*20251231"],
        ["DTP*291*RD8*20270101-20271231"],
        ["DTP*348*D8*20240101", "DTP*349*D8*20241231"],
        ["DTP*472*D8*20251128"],
        ["DTP*435*D8*20260105"],
        ["DTP*291*D8*SOON"],
        ["DTP*291*D8*20261399"],
        ["DTP*349*RD8*20200101-20991231"],
    ],
)
def test_what_counts_on_other_days_than_today_or_on_unread_days_is_asked(dates):
    for line, field in ((DEDUCTIBLE, "deductible_usd"), (COPAY, "therapy_copay_usd")):
        paper = read(line, *dates)
        assert values(paper) == {}
        assert ("time", field) in asked(paper)


def test_nothing_is_met_this_year_by_what_was_met_last_year():
    """500 less nothing that remains were 500, of the year 2025."""
    paper = read(DEDUCTIBLE, PAST, "EB*C*IND*30***29*0*****Y", PAST)
    assert values(paper) == {}
    assert {("time", "deductible_usd"), ("time", "deductible_met_usd")} <= asked(paper)


@pytest.mark.parametrize(
    "dates",
    [
        ["DTP*292*RD8*20260101-20261231"],
        ["DTP*292*D8*20260101"],
        ["DTP*291*D8*20251201"],
        ["DTP*346*D8*20060101"],
        ["DTP*348*D8*20240101", "DTP*349*D8*20271231"],
        ["DTP*349*D8*20261123"],
        ["DTP*348*D8*20261123"],
        ["DTP*472*D8*20260105"],
        ["DTP*636*D8*20251101"],
    ],
)
def test_what_counts_today_is_read(dates):
    assert values(read(DEDUCTIBLE, *dates)) == {"deductible_usd": 500}


def test_an_amount_of_a_year_that_began_a_year_ago_may_be_of_that_year():
    since = "DTP*348*D8*20251123"
    assert ("time", "deductible_usd") in asked(read(DEDUCTIBLE, since))
    assert values(read(DEDUCTIBLE, since, today=date(2026, 11, 22))) == {"deductible_usd": 500}
    assert values(read(COPAY, since)) == {"therapy_copay_usd": 30}


def test_dates_beside_the_person_hold_for_every_benefit():
    def asked_of_person(*dates):
        text = answer(*dates, "EB*1**30", DEDUCTIBLE)
        return asked(read_eligibility(benefits_of_271(text), today=TODAY))

    for past in ("DTP*291*RD8*20250101-20251231", "DTP*357*D8*20260131", "DTP*472*D8*20251220"):
        assert ("time", "deductible_usd") in asked_of_person(past), past
    for since in ("DTP*346*D8*20060101", "DTP*307*D8*20120101", "DTP*442*D8*20200101"):
        assert ("time", "deductible_usd") not in asked_of_person(since), since


def test_an_answer_of_another_year_says_nothing_of_this_one():
    """The answer is of November 23, 2026."""
    assert values(read(DEDUCTIBLE, today=date(2026, 12, 31))) == {"deductible_usd": 500}
    new_year = read(DEDUCTIBLE, today=date(2027, 1, 2))
    assert values(new_year) == {}
    assert ("time", "deductible_usd") in asked(new_year)


def test_an_amount_of_a_plan_by_another_name_than_the_active_one_is_unsure():
    def sure(*lines):
        paper = read_eligibility(benefits_of_271(answer(*lines)), today=TODAY)
        return {found.field for found in paper.read if found.sure}

    active, dental = "EB*1**30**Example PPO", "EB*1**35**DENTAL PLUS"
    own, other = (f"EB*C*IND*30**{name}*23*50*****Y" for name in ("EXAMPLE PPO", "DENTAL PLUS"))
    assert sure(active, own) == {"deductible_usd"}
    assert sure(active, dental, other) == set()
    assert sure(active, DEDUCTIBLE) == {"deductible_usd"}


def test_what_is_asked_names_its_codes_and_its_segment():
    paper = read("EB*B*IND*MH***27*30**VS*5**Y", "III*ZZ*21")
    (ask,) = [each for each in paper.ask if each.why == "condition"]
    assert ask.place == "EB 2"
    assert ask.words == (
        "code=B level=IND services=MH period=27 amount=30 quantity=VS5 network=Y places=21"
    )
