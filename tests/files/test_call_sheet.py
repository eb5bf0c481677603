"""The sheet for a call: what it asks, in which order, and that nothing is lost on the way back."""

import io
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from papers_read import read_paper
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import write
from carechoice.documents.call_record import Asked, CallRecord
from carechoice.documents.paper import Found
from carechoice.files.call.lines import ASKED_OUT_OF_NETWORK, BESIDE
from carechoice.files.call.record_text import record_text
from carechoice.files.call.sheet import sheet
from carechoice.files.call.workbook import workbook
from carechoice.topics.unknown.questions import general, questions
from carechoice.topics.unknown.swings import swings

ANSWER, STATUS, NOTE = 4, 5, 6
HEAD = {
    "date": "11/20/2026",
    "number": "800 555 0100",
    "person": "Sam",
    "reference": "REF 7",
    "check_by": "12/31/2026",
}


def filled(answers, statuses=(), *, head=HEAD, **query):
    """The workbook as somebody filled it in: texts by the key of their row."""
    book = load_workbook(io.BytesIO(workbook(sheet(comparison(**query)))))
    for row in book.worksheets[0].iter_rows(min_row=2):
        key = row[0].value or ""
        texts = {f"call.{name}": text for name, text in head.items()} | dict(answers)
        if key in texts:
            row[ANSWER - 1].value = texts[key]
        if key in dict(statuses):
            row[STATUS - 1].value = dict(statuses)[key]
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(answers, statuses=(), **query):
    return read_paper(filled(answers, statuses, **query))


def values(paper):
    return {found.field: found.value for found in paper.read}


def phrased(**query):
    """All that the sheet and the phone list ask, in words."""
    result = comparison(**query)
    return [
        *(line.asked.question for line in sheet(result).lines),
        *general(result.scenario),
    ]


def is_of_other_network(field):
    return catalog().parameters[field].role.startswith("other_")


def keys(*, is_unused=False, **query):
    lines = sheet(comparison(**query)).lines
    return [line.asked.key for line in lines if line.is_unused == is_unused]


def test_terms_that_the_bill_does_not_use_come_last_and_whether_care_is_covered_is_for_all():
    """Without a limit on program days none is used up; a person may have one all the same."""
    unused = keys(is_unused=True)
    assert {"family_deductible_usd", "iop_day_limit", "iop_days_used", "iop_own_share"} <= {*unused}
    assert {"therapy_not_covered", "iop_not_covered", "oop_max_applies", "referral"} <= {*keys()}
    assert [line.asked.key for line in sheet(comparison()).lines][-len(unused) :] == unused


def test_a_term_that_the_person_has_is_among_those_that_count():
    assert "iop_day_limit" in keys(iop_day_limit="30")
    assert "iop_days_used" in keys(iop_day_limit="30")
    assert "family_deductible_met_usd" in keys(family_deductible_usd="3000")


def test_limits_of_the_other_network_are_not_asked_where_no_care_is_in_it():
    assert not any(map(is_of_other_network, set(keys() + keys(is_unused=True)) - {*BESIDE}))


def test_the_questions_of_the_phone_list_come_first_in_its_order_with_their_dollars():
    result = comparison()
    asked = questions(result.scenario, swings(result.scenario))
    lines = sheet(result).lines[: len(asked)]
    assert [line.asked.key for line in lines] == [question.field for question in asked]
    assert lines[0].asked.question == "What is my deductible for mental health care?"
    assert lines[0].stake.startswith("Likely up to $")


@pytest.mark.parametrize("beside", [{}, {"deductible_met_usd": 283}, {"iop_day_limit": 30}])
def test_medicare_is_asked_about_a_program_without_codes_that_it_does_not_take(beside):
    """Original Medicare takes neither S9480 nor H0015 for a program, and other plans do."""
    asked = phrased(plan="medicare", **beside)
    assert "What price do you allow for a program day?" in asked
    assert "Is approval needed for the program? What number do we call?" in asked
    assert "Do I need approval before an intensive outpatient program starts?" in asked
    assert not any("S9480" in each or "H0015" in each or "0905" in each for each in asked)
    assert any("90837" in each for each in asked)
    of_employer = phrased(**beside)
    assert "What price do you allow for a program day (code S9480 or H0015)?" in of_employer


@pytest.mark.parametrize("plan", ["medicare", "masshealth"])
def test_a_plan_that_the_law_sets_is_not_asked_for_terms_that_it_lacks(plan):
    """Neither has a maximum that is met, a part for a family, visits of a limit, or an employer."""
    assert keys(is_unused=True, plan=plan) == []
    told = " ".join(phrased(plan=plan))
    for lacked in ("family", "counted so far", "last three", "out-of-pocket", "PPO", "employer"):
        assert lacked not in told
    assert ("toward my deductible" in told) == (plan == "medicare")
    assert "employer" in " ".join(phrased(plan=plan, iop_day_limit=30))


def test_every_number_of_the_plan_is_asked_once_and_what_no_number_says_as_well():
    of_other = {field for field in catalog().options("confirmed") if is_of_other_network(field)}
    asked = [line.asked.key for line in sheet(comparison()).lines]
    assert {*catalog().options("confirmed"), *BESIDE} - of_other == {*asked}
    assert len(asked) == len({*asked})
    assert of_other <= {*keys(therapy_network="oon"), *keys(is_unused=True, therapy_network="oon")}


def test_with_a_therapist_out_of_network_it_asks_of_the_program_alone_and_says_so():
    """One call cannot ask for both: each answer would have to say which network it is for."""
    mixed = sheet(comparison(therapy_network="oon"))
    asked = {line.asked.key for line in mixed.lines}
    assert "iop_copay_per_day_usd" in asked
    assert "therapy_copay_usd" not in asked
    assert "All answers are for care in network." in mixed.lead
    assert "Therapy is paid in the other network: ask about it in a call of its own." in mixed.lead


def test_with_the_program_out_of_network_it_asks_of_therapy_alone_and_says_so():
    mixed = sheet(comparison(iop_network="oon"))
    asked = {line.asked.key for line in mixed.lines}
    assert "therapy_copay_usd" in asked
    assert "iop_copay_per_day_usd" not in asked
    assert "The program is paid in the other network" in mixed.lead


OF_THERAPY = {"therapist_in_network", "therapy_codes", "telehealth", "therapy_approval"}
OF_PROGRAM = {"program_in_network", "iop_approval"}


@pytest.mark.parametrize(
    ("inputs", "asked_of", "not_asked_of"),
    [
        ({"therapy_network": "oon"}, OF_PROGRAM, OF_THERAPY),
        ({"iop_network": "oon"}, OF_THERAPY, OF_PROGRAM),
        ({"network": "oon", "iop_network": "in", "plan": "own"}, OF_THERAPY, OF_PROGRAM),
        # What nobody bills to the plan is none of its business.
        ({"therapy_network": "self_pay"}, OF_PROGRAM, OF_THERAPY),
        ({"iop_not_covered": "yes"}, OF_THERAPY, OF_PROGRAM),
    ],
)
def test_codes_and_approval_are_asked_of_care_that_is_paid_in_the_network_of_the_call(
    inputs, asked_of, not_asked_of
):
    asked = {line.asked.key for line in sheet(comparison(**inputs)).lines}
    assert asked_of <= asked
    assert not not_asked_of & asked


def about(care, asked):
    return {
        key for key in asked & {*catalog().parameters} if catalog().parameters[key].care == care
    }


def test_of_care_that_is_not_covered_only_that_is_asked():
    asked = {line.asked.key for line in sheet(comparison(therapy_not_covered="yes")).lines}
    assert about("therapy", asked) == {"therapy_not_covered"}
    assert {"iop_copay_per_day_usd", "iop_stops_after", "deductible_usd", "penalty"} <= asked
    paid_alone = {line.asked.key for line in sheet(comparison(iop_network="self_pay")).lines}
    assert not about("iop", paid_alone)
    assert "therapy_copay_usd" in paid_alone


@pytest.mark.parametrize("network", ["in", "oon"])
def test_a_plan_that_covers_neither_is_asked_whether_that_is_so_and_for_no_terms(network):
    refused = {"therapy_not_covered": "yes", "iop_not_covered": "yes", "network": network}
    asked = [line.asked.key for line in sheet(comparison(**refused)).lines]
    assert asked == [
        "therapy_not_covered", "iop_not_covered", "plan_type", "carve_out", "exclusions",
    ]  # fmt: skip


def test_out_of_network_it_asks_how_a_claim_is_paid():
    keys = {line.asked.key for line in sheet(comparison(network="oon", plan="own")).lines}
    assert {*ASKED_OUT_OF_NETWORK} <= keys


def test_the_sheet_says_for_which_network_its_answers_are():
    assert "care in network" in sheet(comparison()).lead
    assert not read({}).call.is_out_of_network
    assert "out of network" in sheet(comparison(network="oon", plan="own")).lead
    assert read({}, network="oon", plan="own").call.is_out_of_network
    # Saved again under another way of paying it is still what it was asked for.
    record = read({}, network="oon", plan="own").call
    assert "out of network" in sheet(comparison(), record).lead


def test_it_speaks_of_dollars_only_where_a_question_moves_any():
    assert "move the most dollars" in sheet(comparison()).lead
    without_copayments = sheet(comparison(plan="masshealth"))
    assert not any(line.stake for line in without_copayments.lines)
    assert "dollars" not in without_copayments.lead


def test_what_was_written_down_fills_the_inputs():
    """A copayment of $35, 80 of 100 by the plan, a plan year from September 20."""
    paper = read(
        {
            "deductible_usd": "$1,500",
            "deductible_met_usd": "200.50",
            "therapy_copay_usd": "35",
            "plan_pays_percent": "80%",
            "therapy_deductible_applies": "no",
            "iop_deductible_applies": "Yes",
            "plan_year_start": "9/20",
        }
    )
    assert paper.document == "sheet"
    assert values(paper) == {
        "deductible_usd": 1500,
        "deductible_met_usd": 200.5,
        "therapy_copay_usd": 35,
        "plan_pays_percent": 80,
        "therapy_deductible_applies": False,
        "iop_deductible_applies": True,
        "plan_year_start": "09-20",
    }
    assert all(found.sure for found in paper.read)
    assert paper.ask == ()


@pytest.mark.parametrize("field", catalog().options("confirmed"))
def test_each_number_of_the_plan_comes_back_as_it_was_written(field):
    row = catalog().parameters[field]
    texts = {"yes_no": "yes", "day_of_year": "02/01"}
    text = texts.get(row.kind, "70")
    mixed = {"therapy_network": "oon"} if is_of_other_network(field) else {}
    (found,) = read({field: text}, **mixed).read
    assert isinstance(found, Found)
    assert found.field == field
    assert write(found.value) == {"yes_no": "true", "day_of_year": "02-01"}.get(row.kind, "70")


def test_what_a_program_made_of_a_cell_is_read_as_it_was_typed():
    """A program keeps 80% as 0.8, and 1500 as a number."""
    book = load_workbook(io.BytesIO(filled({"deductible_usd": 1500, "plan_pays_percent": 0.8})))
    for row in book.worksheets[0].iter_rows(min_row=2):
        if row[0].value == "plan_pays_percent":
            row[ANSWER - 1].number_format = "0%"
    file = io.BytesIO()
    book.save(file)
    assert values(read_paper(file.getvalue())) == {"deductible_usd": 1500, "plan_pays_percent": 80}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("plan_pays_percent", "0.8"),
        ("plan_pays_percent", "80 or 70"),
        ("deductible_usd", "about 1500"),
        ("deductible_usd", "1.500,00"),
        ("therapy_deductible_applies", "maybe"),
        ("plan_year_start", "January"),
        ("plan_year_start", "02/30"),
    ],
)
def test_what_cannot_be_read_for_sure_is_asked_and_not_guessed(field, text):
    paper = read({field: text})
    assert paper.read == ()
    assert [(ask.why, ask.field, ask.words) for ask in paper.ask] == [
        ("not_understood", field, text)
    ]


def test_an_answer_that_was_not_clear_is_likely_and_asked_again():
    paper = read({"deductible_usd": "1500"}, {"deductible_usd": "Not clear"})
    assert [(each.value, each.sure) for each in paper.read] == [(1500, False)]
    assert [(ask.why, ask.field) for ask in paper.ask] == [("unclear", "deductible_usd")]


def test_the_call_is_dated_by_what_was_written_on_the_sheet():
    assert read({}).call.day == date(2026, 11, 20)
    assert read_paper(filled({}, head={"date": "2026-11-20"})).call.day == date(2026, 11, 20)
    assert read_paper(filled({}, head={"date": "last week"})).call.day is None
    assert read_paper(filled({}, head={"date": "13/45/2026"})).call.day is None


def test_nothing_that_was_written_down_is_lost_when_the_sheet_is_saved_again():
    result = comparison()
    whole = CallRecord(
        HEAD,
        tuple(
            Asked(line.asked.key, line.asked.question, f"answer {at}", "unclear", f"note {at}")
            for at, line in enumerate(sheet(result).lines)
        ),
    )
    again = read_paper(workbook(sheet(result, whole))).call
    assert again == whole
    assert read_paper(workbook(sheet(result, again))).call == whole


def test_an_answer_to_a_question_that_is_no_longer_asked_stays_on_the_sheet():
    record = read({"deadline": "90 days"}, network="oon", plan="own").call
    (line,) = [each for each in sheet(comparison(), record).lines if each.asked.key == "deadline"]
    assert line.asked.answer == "90 days"


def test_what_somebody_typed_is_no_formula_on_the_sheet():
    record = CallRecord({}, (Asked("exclusions", "Anything?", "=1+1", "answered"),))
    book = load_workbook(io.BytesIO(workbook(sheet(comparison(), record))))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"]


def test_the_record_says_who_answered_what_and_what_is_still_to_ask():
    paper = read({"deductible_usd": "1500", "referral": "a letter?"}, {"referral": "Not clear"})
    text = record_text(paper.call)
    assert text.startswith("Call to the plan on 11/20/2026.\n")
    assert "Name of the person who answered: Sam" in text
    assert "- What is my deductible for mental health care? 1500" in text
    assert "Not clear, so ask again:\n- Is a referral needed? a letter?" in text
    assert "Not asked:" in text
    assert text.endswith("What a plan says on the phone is not a promise to pay.")


def test_a_record_without_a_day_and_with_a_note_says_both():
    record = CallRecord(
        {}, (Asked("referral", "Is a referral needed?", "no", "answered", "by Sam"),)
    )
    text = record_text(record)
    assert text.startswith("Call to the plan.\n")
    assert "- Is a referral needed? no (by Sam)" in text


def other_book():
    file = io.BytesIO()
    Workbook().save(file)
    return file.getvalue()


def test_a_workbook_of_others_is_refused_in_a_sentence():
    assert read_paper(other_book()).refused == "not_our_sheet"


def test_a_workbook_that_breaks_off_or_is_damaged_never_gives_a_value_that_was_not_written():
    whole = filled({"deductible_usd": "1500"})
    for part in range(1, 100, 4):
        paper = read_paper(whole[: len(whole) * part // 100])
        assert paper.refused in ("broken", "not_text")
    for at in range(0, len(whole), len(whole) // 60):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        assert values(read_paper(bytes(damaged))) in ({}, {"deductible_usd": 1500})


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("xl/workbook.xml", b" "),
        ("xl/sharedStrings.xml", b"<si><t>a</t></si>"),
        ("xl/styles.xml", b'<xf numFmtId="0"/>'),
        ("xl/worksheets/sheet1.xml", b'<c t="inlineStr"><is><t>a</t></is></c>'),
    ],
)
def test_a_workbook_that_unpacks_to_far_more_than_ours_is_not_unpacked(part, said):
    """46 kB that unpack to 19 MB of styles would take 11 seconds and 800 MB."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr(part, said * (2_000_000 // len(said) + 1))
    assert read_paper(file.getvalue()).refused == "too_large"
