"""A good faith estimate, read back element by element as 45 CFR 149.610(c)(1) lists them."""

import io
from datetime import date

import pypdfium2
import pytest
from centre_folder import ROUND_WORDS, own_folder, with_a_way
from docx import Document
from read_back import one_line, pdf, text_of_docx
from scenarios import TODAY, comparison

from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.files.estimate.content import Group, estimate
from carechoice.files.estimate.estimate_files import on_paper, to_fill_in
from carechoice.files.estimate.facts import estimated, facts

# Self-pay at what one provider charges: 12 sessions of $140, 24 program days of $410.
TYPED = {
    "network": "self_pay",
    "therapy_price_usd": 140,
    "therapy_sessions": 12,
    "iop_price_per_day_usd": 410,
    "iop_weeks": 8,
}


def text_of_pdf(made):
    document = pypdfium2.PdfDocument(made)
    return one_line(" ".join(page.get_textpage().get_text_bounded() for page in document))


KINDS = pytest.mark.parametrize(
    ("make", "text_of"),
    [(on_paper, text_of_pdf), (to_fill_in, text_of_docx)],
    ids=["pdf", "docx"],
)
ELEMENTS = {
    "(i) name and date of birth": ["Name:", "Date of birth:"],
    "(ii) the service in clear words and its day": [
        "Individual therapy: you and a therapist talk, one to one.",
        "The first visit is planned for January 4, 2027.",
    ],
    "(iii) items, with the scope of visits that come again": [
        "12 sessions, 1 session a week, from January 4, 2027 to March 22, 2027."
    ],
    "(iv) diagnosis codes, service codes, charges": [
        "Diagnosis codes:",
        "Service code",
        "90837",
        "Expected charge",
        "$140",
        "$1,680",
    ],
    "(v) who gives the care, and where": [
        "Name of the provider or facility:",
        "National Provider Identifier (NPI):",
        "Taxpayer Identification Number (TIN):",
        "Place and state where the care is given:",
    ],
    "(vi) what is scheduled on its own, with what is said of it": [
        "You get an estimate of its own for each of these once it is scheduled, or when you ask. "
        "Codes, charges and providers stand in that one and need not stand here. To get one, ask "
        "the staff who gave you this paper. A first assessment"
    ],
    "(vii) more care may be suggested": [
        "Staff may suggest more care that is not in this estimate."
    ],
    "(viii) it is only an estimate": ["This is only an estimate of what is expected today."],
    "(ix) the right to dispute, where to read how, and no harm by it": [
        "$400 or more above what is expected here of that provider",
        "120 days from the date on the bill",
        "www.cms.gov/nosurprises",
        "1-800-985-3059",
        "A dispute will not make the care you get any worse.",
    ],
    "(x) no contract": ["This estimate is not a contract. You do not have to get this care"],
    "staff complete it and hand it over": [
        "Staff fill in the blank lines, check each charge and code, and hand it over. Until then "
        "it is not an estimate."
    ],
}


@KINDS
@pytest.mark.parametrize("element", ELEMENTS)
def test_every_element_of_the_rule_stands_on_it(make, text_of, element):
    text = text_of(make(comparison(**TYPED), "therapy", TODAY))
    for part in ELEMENTS[element]:
        assert part in text


@KINDS
def test_a_program_has_its_days_its_charges_and_a_code_for_staff_to_fill_in(make, text_of):
    """24 days of $410 are $9,840."""
    text = text_of(make(comparison(**TYPED), "iop", TODAY))
    for part in (
        "24 days, 3 days a week, from January 4, 2027 to February 25, 2027.",
        "Staff fill in: S9480, H0015 or another",
        "$410",
        "$9,840",
        "You sleep at home.",
    ):
        assert part in text


@KINDS
def test_a_third_way_has_a_line_for_each_part_and_the_sum_of_both(make, text_of):
    """24 days of $410 and 8 sessions of $140 are $9,840 + $1,120 = $10,960."""
    result = comparison(**TYPED, third_path="step_down")
    text = text_of(make(result, "step_down", TODAY))
    for part in ("$9,840", "$1,120", "All expected charges: $10,960.", "For the program"):
        assert part in text
    assert text.count("National Provider Identifier (NPI):") == 2


@KINDS
def test_charges_are_grouped_by_who_gives_the_care_each_group_with_its_sum(tmp_path, make, text_of):
    """(c)(1)(iii): therapy, a program, therapy again is one list of the therapist's, one of the
    program's. 4 and 3 sessions of $140 are $560 + $420 = $980; 12 days of $410 are $4,920; all of
    it is $5,900.
    """
    phases = "therapy:4|iop:4|therapy:3"
    own = own_folder(tmp_path / "round", {"paths.csv": with_a_way("round", phases)}, ROUND_WORDS)
    with using(load([own, DEFAULT_FOLDER])):
        text = text_of(make(comparison(**TYPED, third_path="round"), "round", TODAY))
    text = text[text.index("What it is expected to cost") :]
    told = (
        "$560",
        "$420",
        "Expected charges for therapy: $980.",
        "$4,920",
        "Expected charges for the program: $4,920.",
        "All expected charges: $5,900.",
    )
    if text_of is text_of_pdf:
        places = [text.index(each) for each in told]
        assert places == sorted(places)
    assert [text.count(each) for each in told] == [1, 1, 1, 2, 1, 1]


@KINDS
def test_a_bill_is_held_against_the_charges_of_whoever_sends_it(make, text_of):
    """45 CFR 149.620(a)(2): $400 above the charges of that provider or facility. Of $9,840 for the
    program and $1,120 for therapy, a bill of $1,520 for therapy can be disputed, far below the
    $10,960 of all.
    """
    text = text_of(make(comparison(**TYPED, third_path="step_down"), "step_down", TODAY))
    assert "Expected charges for therapy: $1,120." in text
    assert (
        "You can dispute a provider’s bill if it is $400 or more above what is expected here of "
        "that provider." in text
    )


def test_in_word_and_on_paper_each_group_stands_below_whose_it_is():
    result = comparison(**TYPED, third_path="step_down")
    paper = estimate(result, facts(result, "step_down"), today=TODAY)
    charges = next(each for each in paper.sections if each.title == "What it is expected to cost")
    assert [*charges.body[:7:3]] == [
        Group("For the program"),
        Group("For therapy"),
        "All expected charges: **$10,960**.",
    ]
    assert [len(table.rows) for table in charges.body[1:5:3]] == [1, 1]
    assert [*charges.body[2:6:3]] == [
        "Expected charges for the program: **$9,840**.",
        "Expected charges for therapy: **$1,120**.",
    ]


def test_where_one_gives_all_of_it_there_is_one_group_and_one_sum():
    text = text_of_docx(to_fill_in(comparison(**TYPED), "therapy", TODAY))
    assert text.count("$1,680") == 2
    assert "Expected charges for" not in text


def test_on_paper_it_is_tagged_in_large_print_and_its_table_has_headings():
    made = on_paper(comparison(**TYPED), "therapy", TODAY)
    root = pdf(made).root_object
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("en")
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert pdf(made).metadata.title == "Good faith estimate"
    texts = [
        each
        for page in pypdfium2.PdfDocument(made)
        for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    ]
    assert texts
    assert min(each.get_font_size() for each in texts) >= 12


def test_in_word_it_has_headings_a_language_and_headings_of_columns_that_come_again():
    document = Document(io.BytesIO(to_fill_in(comparison(**TYPED), "therapy", TODAY)))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings[:3] == ["Who it is for", "What is planned", "What it is expected to cost"]
    assert document.core_properties.title == "Good faith estimate"
    assert document.styles["Normal"].font.size.pt == 16
    first, *rows = document.tables[0].rows
    assert "tblHeader" in first._tr.xml
    assert [[cell.text for cell in row.cells] for row in rows] == [
        [
            "Therapy session, 1 hour, from January 4, 2027 to March 22, 2027",
            "90837",
            "12",
            "$140",
            "$1,680",
        ]
    ]


def test_what_staff_alone_may_fill_in_is_blank():
    document = Document(io.BytesIO(to_fill_in(comparison(**TYPED), "therapy", TODAY)))
    blank = [each.text.partition(":")[0] for each in document.paragraphs if "____" in each.text]
    assert blank == [
        "Name",
        "Date of birth",
        "Diagnosis codes",
        "Name of the provider or facility",
        "National Provider Identifier (NPI)",
        "Taxpayer Identification Number (TIN)",
        "Place and state where the care is given",
        "Other",
        "Date of this estimate",
        "Filled in and checked by",
    ]


@KINDS
def test_a_single_visit_has_its_day_and_no_pace(make, text_of):
    text = text_of(make(comparison(**TYPED | {"therapy_sessions": 1}), "therapy", TODAY))
    assert "1 session, on January 4, 2027." in text
    assert "a week" not in text


@KINDS
@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (6, "Program below the hours of an IOP: care in groups"),
        (9, "Intensive outpatient program: care in groups"),
        (20, "Program above the hours of an IOP: care in groups"),
    ],
)
def test_a_program_is_called_an_iop_within_the_hours_of_one_alone(make, text_of, hours, told):
    """An IOP is 9 to under 20 hours a week; what is more or less is billed by other codes."""
    result = comparison(**TYPED, iop_hours_per_week=hours, third_path="step_down")
    for pathway in ("iop", "step_down"):
        assert told in text_of(make(result, pathway, TODAY))


@KINDS
def test_a_charge_that_nobody_gave_is_said_to_be_a_usual_fee(make, text_of):
    usual = "is a usual fee and not this provider’s own. Staff put their own in its place."
    assert usual not in text_of(make(comparison(**TYPED), "therapy", TODAY))
    text = text_of(make(comparison(network="self_pay"), "therapy", TODAY))
    assert f"The charge for a therapy session {usual}" in text


@KINDS
def test_it_covers_twelve_months_and_says_what_comes_after_them(make, text_of):
    """One session every two weeks: 27 of 40 come by January 3, 2028, the last on that Monday."""
    result = comparison(**TYPED | {"therapy_sessions": 40, "therapy_hours_per_week": 0.5})
    text = text_of(make(result, "therapy", TODAY))
    assert "27 sessions, one every 2 weeks, from January 4, 2027 to January 3, 2028." in text
    assert (
        "One estimate covers 12 months at most. This one ends on January 3, 2028. What comes "
        "later needs a new estimate: 13 sessions." in text
    )
    assert "$3,780" in text


@pytest.mark.parametrize(
    ("start", "ends"),
    [
        ("2027-01-04", date(2028, 1, 3)),
        ("2027-03-01", date(2028, 2, 29)),
        ("2028-02-29", date(2029, 2, 27)),
        ("2027-12-01", date(2028, 11, 30)),
    ],
)
def test_twelve_months_end_on_the_day_before_the_same_day_a_year_later(start, ends):
    assert facts(comparison(**TYPED, start_date=start), "therapy").ends == ends


@pytest.mark.parametrize(
    ("start", "said"),
    [
        # From Monday, November 23: Tuesday and Wednesday; Thursday is Thanksgiving.
        ("2026-11-25", "that is less than 3 days ahead, with business days counted alone."),
        ("2026-11-30", "hand it over by November 24, 2026."),
        ("2027-01-04", "hand it over by November 27, 2026."),
    ],
)
def test_staff_are_told_by_when_it_is_due(start, said):
    text = text_of_pdf(on_paper(comparison(**TYPED, start_date=start), "therapy", TODAY))
    assert said in text
    assert "If the client asks for it today, hand it over by November 27, 2026." in text
    assert "This page is not for the client." in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, []),
        ({"network": "self_pay"}, ["therapy", "iop"]),
        ({"plan": "none"}, ["therapy", "iop"]),
        ({"plan": "medicare"}, []),
        ({"plan": "none", "third_path": "step_up"}, ["therapy", "iop", "step_up"]),
        ({"plan": "own", "therapy_network": "self_pay"}, ["therapy"]),
        ({"plan": "own", "therapy_network": "self_pay", "third_path": "step_up"}, ["therapy"]),
    ],
)
def test_there_is_one_for_each_option_that_no_plan_pays_for(query, expected):
    assert estimated(comparison(**query)) == expected
