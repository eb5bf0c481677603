"""What a paper says is offered value by value; who uses a value can say where it comes from."""

from dataclasses import astuple
from datetime import date
from typing import get_args

import pytest
from answers import answer
from papers_read import read_pasted

from carechoice.catalog.answers import DOCUMENTS, Reading
from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.documents.call_record import CallRecord
from carechoice.documents.limits.values import FIELDS
from carechoice.documents.paper import Ask, Found, Paper, Reason, Why
from carechoice.documents.terms.values import INPUTS_OF
from carechoice.documents.told import told_refused
from carechoice.inputs.answer_words import left_open
from carechoice.inputs.changes import after_answer
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import MOST_NAMED
from carechoice.language.sentences import as_text
from carechoice.topics.bill.papers.offers import not_offered, offers
from carechoice.topics.bill.papers.words import kind_text, quoted_text, values_text

TODAY = date(2026, 11, 23)
EMPLOYER = Scenario.from_query({"start_date": "2027-01-04"}, today=TODAY).scenario


def pasted(text, *, is_from_form=False):
    return read_pasted(text, is_from_form=is_from_form)


def offered(text, scenario=EMPLOYER, *, is_from_form=False):
    paper = pasted(text, is_from_form=is_from_form)
    return {offer.field: offer for offer in offers(paper, scenario, read_on=TODAY)}


def using(text, scenario=EMPLOYER, *, is_from_form=False):
    values = scenario.to_values()
    for offer in offered(text, scenario, is_from_form=is_from_form).values():
        for field, value in offer.values.items():
            values = after_answer({**values, field: value}, field, offer.answer)
    return Scenario.holding(values)


def scenario_with(**inputs):
    """The employer plan with these inputs."""
    return Scenario.from_query({"start_date": "2027-01-04", **inputs}, today=TODAY).scenario


def therapy_usd(scenario):
    return compare(scenario).options["therapy"].patient_usd.likely


LINES = "Therapy: $35 copay, deductible does not apply\nIOP: 30% coinsurance after deductible"


def test_what_readers_fill_are_inputs_that_a_plan_can_confirm():
    of_services = {field for each in INPUTS_OF.values() for field in astuple(each)}
    of_limits = {field for fields in FIELDS.values() for field in fields}
    assert of_services | of_limits <= {*catalog().options("confirmed")}


def test_values_are_offered_in_the_order_of_the_inputs_whatever_their_order_in_the_paper():
    names = list(offered("IOP: 30% AD\nTherapy: $35 copay, deductible does not apply"))
    assert names == [each for each in catalog().options("confirmed") if each in names]
    assert names[0] == "therapy_copay_usd"


def test_each_value_stands_with_the_words_it_was_read_from_and_their_place():
    copay = offered(LINES)["therapy_copay_usd"]
    assert copay.text == "Copayment for a therapy visit: $35"
    assert copay.words.endswith("(line 1).")
    assert copay.now == "Here now: $27."
    assert copay.is_sure
    assert not copay.is_used
    assert copay.answer == Reading(TODAY, "lines", "line 1")


def test_a_share_for_one_service_is_its_own_and_leaves_the_other_as_it_is():
    """30% of a day is the IOP's; therapy keeps its own copayment and the share of the plan."""
    now = using("IOP: 30% coinsurance after deductible")
    assert (now.plan.iop.has_own_share, now.plan.iop.pays_percent) == (True, 70)
    assert now.plan.pays_percent == EMPLOYER.plan.pays_percent
    assert not now.plan.therapy.has_own_share
    assert therapy_usd(now) == therapy_usd(EMPLOYER)


def test_once_a_family_has_paid_its_maximum_an_eligibility_answer_gives_a_bill_of_nothing():
    """The person has all of 4,000 to pay, and the family none of 8,000."""
    own = ("EB*G*IND*30***23*4000*****Y", "EB*G*IND*30***29*4000*****Y")
    family = ("EB*G*FAM*30***23*8000*****Y", "EB*G*FAM*30***29*0*****Y")
    now = EMPLOYER.but(start_date=TODAY, therapy_sessions=5)
    assert therapy_usd(using(answer("EB*1**30", *own), now)) > 0
    assert therapy_usd(using(answer("EB*1**30", *own, *family), now)) == 0


def test_two_shares_that_differ_are_both_used():
    now = using("Therapy: 10% coinsurance, no deductible\nIOP: 30% coinsurance after deductible")
    assert (now.plan.therapy.pays_percent, now.plan.iop.pays_percent) == (90, 70)


def test_no_charge_for_therapy_says_nothing_of_the_program():
    now = using("Therapy: no charge")
    assert therapy_usd(now) == 0
    iop, before = (compare(each).options["iop"].patient_usd for each in (now, EMPLOYER))
    assert iop.likely == before.likely


def test_in_the_federal_form_a_copayment_comes_after_the_deductible_unless_it_says_otherwise():
    """14 visits of $130.23 are $1,823.22, the 15th fills the deductible by $62.78, four are $40."""
    assert therapy_usd(using("Therapy: $40 copay/visit", is_from_form=True)) == 2046.00
    assert therapy_usd(using("Therapy: $40 copay/visit")) == 18 * 40
    waived = "Therapy: $40 copay/visit; deductible does not apply"
    assert therapy_usd(using(waived, is_from_form=True)) == 18 * 40


def test_a_value_that_was_used_is_marked_and_names_no_other():
    again = offered(LINES, using(LINES))
    assert all(offer.is_used and not offer.now for offer in again.values())


def test_a_value_the_person_gave_themselves_is_still_offered_for_its_origin():
    typed = EMPLOYER.but(therapy_copay_usd=35, said=("therapy_copay_usd",))
    copay = offered(LINES, typed)["therapy_copay_usd"]
    assert (copay.is_used, copay.now) == (False, "")


def test_out_of_network_nothing_is_offered_since_papers_are_read_for_care_in_network():
    outside = EMPLOYER.but(network="oon", plan="own")
    assert offered(LINES, outside) == {}
    (sentence,) = not_offered(pasted(LINES), outside)
    assert "You pay out of network here" in sentence


def test_answers_to_a_call_are_for_the_network_that_was_asked_for():
    outside = EMPLOYER.but(network="oon", plan="own")
    found = (Found("deductible_usd", 3000.0, "3000", "row 9"),)
    called = Paper("sheet", found, call=CallRecord({}, (), is_out_of_network=True))
    (offer,) = offers(called, outside, read_on=TODAY)
    assert offer.values == {"deductible_usd": 3000.0}
    assert offers(called, EMPLOYER, read_on=TODAY) == ()
    (sentence,) = not_offered(called, EMPLOYER)
    assert "These answers are for care out of network" in sentence


def test_a_copayment_above_what_the_page_takes_is_said_and_not_offered():
    """The input for a session takes up to $500."""
    paper = pasted("Therapy: $900 copay/visit")
    assert "therapy_copay_usd" not in offered("Therapy: $900 copay/visit")
    (sentence,) = not_offered(paper, EMPLOYER)
    assert sentence.startswith("Copayment for a therapy visit: $900.")


def test_of_many_values_for_one_input_the_first_five_are_told_and_how_many_more():
    values = [Found("deductible_usd", float(each), "words", "") for each in range(100, 900, 100)]
    told = list(values_text(values, "lines"))
    assert (len(told), told[-1]) == (6, "And 3 more.")
    assert told[0].startswith("Deductible: $100")
    assert len(list(values_text(values[:5], "lines"))) == 5


def test_a_maximum_says_that_there_is_one():
    paper = Paper("eligibility", (Found("oop_max_usd", 5000.0, "code=G amount=5000", "EB 9"),))
    (offer,) = offers(paper, EMPLOYER, read_on=TODAY)
    assert offer.values == {"oop_max_usd": 5000.0, "oop_max_applies": True}


@pytest.mark.parametrize("words", ["[call us](tel:1900)", "**now**", "<b>$5</b>", "`x`"])
def test_words_of_a_paper_are_shown_as_they_stand_there(words):
    paper = Paper("lines", (Found("therapy_copay_usd", 5.0, words, "line 1"),))
    (offer,) = offers(paper, EMPLOYER, read_on=TODAY)
    assert words not in offer.words


def test_what_a_paper_leaves_open_is_asked_once_and_not_where_it_is_known():
    paper = pasted("Therapy: $35 copay/visit")
    assert "The paper does not say the copayment for a program day. Ask your plan." in left_open(
        paper, ()
    )
    known = {"iop_copay_per_day_usd", "iop_pays_percent", "therapy_deductible_applies"}
    assert left_open(paper, known) == []


def not_understood(*lines):
    """What is asked of the lines that are not understood, as on the page, where no colon links."""
    asked = left_open(pasted("\n".join(["Therapy: $35 copay/visit", *lines])), ())
    return [as_text(each).replace("\u2060", "") for each in asked if "not understood" in each]


def test_what_a_line_leaves_open_is_asked_with_the_words_of_the_line():
    assert not_understood("Therapy: tier C $20", "IOP: see booklet $2") == [
        "What is said here is not understood, so nothing of it is used. Ask your plan about this "
        "care. “Therapy: tier C $20” (line 2). “IOP: see booklet $2” (line 3)."
    ]


def test_a_line_of_the_deductible_that_is_not_understood_is_asked_of_the_deductible():
    assert not_understood("Individual deductible: tier C", "OOP max: see booklet $2") == [
        "What is said here is not understood, so nothing of it is used. Ask your plan about the "
        "deductible. “Individual deductible: tier C” (line 2).",
        "What is said here is not understood, so nothing of it is used. Ask your plan about the "
        "out-of-pocket maximum. “OOP max: see booklet $2” (line 3).",
    ]


def test_an_approval_that_names_no_benefit_is_asked_with_its_codes():
    ask = Ask("approval", words="level=IND services=MH", place="EB 3")
    (told,) = left_open(Paper("eligibility", ask=(ask,)), ())
    assert as_text(told).endswith(
        "One person, mental health care. In codes: “level=IND services=MH” (segment EB 3)."
    )


def test_of_many_lines_that_leave_the_same_open_the_first_few_are_named():
    lines = [f"Mental health {number} copay $20/$40/$60" for number in range(1, 9)]
    (told,) = (each for each in left_open(pasted("\n".join(lines)), ()) if "not under" in each)
    assert told.count("Mental health") == MOST_NAMED


def test_a_doubt_of_a_paper_is_asked_also_where_the_value_is_known():
    paper = pasted("Outpatient services: $35 copay/visit")
    (asked,) = left_open(paper, {each.field for each in paper.ask})
    assert asked.startswith("The line does not say for sure which care it is for.")


def test_whatever_a_paper_leaves_open_and_why_it_is_refused_has_a_sentence():
    """By input and by reason, each another one."""
    fields = catalog().options("confirmed")
    by_field = Paper("sheet", ask=tuple(Ask("unclear", field) for field in fields))
    assert len(left_open(by_field, ())) == len(fields)
    by_reason = Paper("sheet", ask=tuple(Ask(why, "deductible_usd") for why in get_args(Why)))
    assert len(left_open(by_reason, ())) == len(get_args(Why))
    assert len({told_refused(reason) for reason in get_args(Reason)}) == len(get_args(Reason))


def test_words_without_a_place_stand_alone_and_a_page_is_named():
    assert quoted_text(Found("deductible_usd", 5.0, "five", ""), "lines") == "“five”."
    assert (
        quoted_text(Found("deductible_usd", 5.0, "five", "page 2"), "summary") == "“five” (page 2)."
    )


def test_of_a_paper_for_care_in_network_what_is_for_a_therapist_out_of_it_is_left_out():
    text = "Therapy: $35 copay, deductible does not apply\nIOP: $90 copay per day, no deductible"
    therapist_out = EMPLOYER.but(therapy_network="oon")
    assert {"therapy_copay_usd", "iop_copay_per_day_usd"} <= set(offered(text))
    fields = set(offered(text, therapist_out))
    assert "iop_copay_per_day_usd" in fields
    assert "therapy_copay_usd" not in fields
    assert list(not_offered(pasted(text), therapist_out)) == [
        "Numbers for care that you pay in the other network are left out."
    ]


def test_what_a_paper_is_stands_above_what_was_read_in_it():
    assert [kind_text(kind) for kind in DOCUMENTS] == [
        "An eligibility answer",
        "Lines of text",
        "A summary of benefits and coverage",
        "The sheet of a call to your plan",
    ]


PLAN_TERMS = (
    "In-network individual deductible: $500, met $100\n"
    "Therapy: $40 copay, deductible waived\n"
    "IOP: 20% coinsurance after deductible"
)


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"plan": "none"},
        {"network": "self_pay"},
        {"network": "self_pay", "therapy_network": "oon"},
        {"therapy_network": "self_pay"},
        {"therapy_network": "self_pay", "iop_network": "self_pay"},
        {"therapy_not_covered": "yes"},
        {"therapy_not_covered": "yes", "iop_not_covered": "yes", "plan": "none"},
    ],
)
def test_terms_in_network_are_paid_by_the_plan_in_network(inputs):
    """18 x $40; $400 of the deductible are left of 24 x $255, and a fifth of $5,720."""
    options = compare(using(PLAN_TERMS, scenario_with(**inputs))).options
    paid = {care: option.patient_total_usd for care, option in options.items()}
    assert paid == {"therapy": 720, "iop": 400 + 1144}


def test_terms_of_one_kind_of_care_leave_how_the_other_one_is_paid():
    alone = scenario_with(therapy_network="self_pay", iop_network="self_pay")
    only = scenario_with(iop_network="self_pay", iop_not_covered="yes")
    assert using("Therapy: $40 copay", only).plan.iop == only.plan.iop
    assert therapy_usd(using("Therapy: $40 copay", alone)) == 720


def test_what_a_paper_says_is_not_covered_stays_so():
    """18 x $130.23, the plan's price."""
    refused = using("Therapy: not covered", scenario_with(plan="none"))
    assert therapy_usd(refused) == 2344.14
