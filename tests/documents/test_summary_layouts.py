"""Summaries of benefits and coverage in other looks and orders: read right, or asked about."""

import io
import json
from pathlib import Path

import pytest
import typst
from papers_read import read_paper
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject
from summaries import AFTER, GENERALLY, LIMIT, MENTAL_HEALTH, as_printed

from carechoice.documents.paper import Paper

LAYOUT = Path(__file__).with_name("layouts.typ")
NETWORK = "Network Provider (You will pay the least)"
OUTSIDE = "Out-of-Network Provider (You will pay the most)"
CELL = "$30/office visit; deductible does not apply; 20% coinsurance for other outpatient services"
QUESTIONS = [
    ("What is the overall deductible?", "$500 / individual or $1,000 / family", GENERALLY),
    (
        "Are there services covered before you meet your deductible?",
        "Yes. Preventive care is covered before you meet your deductible.",
        "This plan covers some of them.",
    ),
    (LIMIT, "$2,500 individual / $5,000 family", "It is the most you could pay in a year."),
]
LIMITS = {"deductible_usd": "500", "oop_max_usd": "2500"}
ALL = {
    **LIMITS,
    "therapy_copay_usd": "30",
    "therapy_share_too": "no",
    "therapy_deductible_applies": "no",
    "iop_copay_per_day_usd": "0?",
    "iop_pays_percent": "80?",
    "iop_deductible_applies": "yes?",
}


def drawn(
    look="",
    *,
    pays=(CELL, "40% coinsurance"),
    columns=(NETWORK, OUTSIDE),
    spans=False,
    limits=True,
    order=("Outpatient services", "Inpatient services"),
):
    """The PDF with these cells in the row on outpatient care, the same rows around it in each."""
    fees = ["30% coinsurance"] * len(columns)
    mental_health = {"Outpatient services": pays, "Inpatient services": fees}
    rows = [
        _row("Facility fee (e.g., hospital room)", fees, title=["If you have a hospital stay", 1]),
        _row(order[0], mental_health[order[0]], title=[MENTAL_HEALTH, 2]),
        _row(order[1], mental_health[order[1]]),
        _row("Office visits", ["$15 copay/visit"] * len(columns), title=["If you are pregnant", 1]),
    ]
    said = {
        "look": look,
        "questions": QUESTIONS,
        "sentence": AFTER,
        "columns": columns,
        "spans": spans,
        "limits": limits,
        "rows": rows,
    }
    return typst.compile(LAYOUT, sys_inputs={"said": json.dumps(said)})


def _row(name, pays, **title):
    return {"name": name, "pays": pays, **title}


def read(pdf):
    paper = read_paper(pdf)
    assert (paper.refused, paper.contradictory) == (None, ())
    return {found.field: as_printed(found) for found in paper.read}


LOOKS = ["portrait", "thick rules", "faint rules", "dark", "watermark", "capitals", "bands"]


@pytest.mark.parametrize("look", LOOKS)
def test_how_it_looks_changes_nothing(look):
    assert read(drawn(look, spans=look != "capitals")) == ALL


@pytest.mark.parametrize(
    "headings",
    [
        ("Participating Provider",),
        ("Plan Provider (You will pay the least)", "Non-Plan Provider (You will pay the most)"),
        ("Your cost if you use a Preferred Provider", "Your cost if you use a Non-Preferred one"),
    ],
)
def test_networks_are_known_by_what_their_plans_call_them(headings):
    pays = (CELL, "Not covered")[: len(headings)]
    assert read(drawn(columns=headings, pays=pays)) == ALL


def test_care_out_of_network_may_stand_first_and_limitations_nowhere():
    assert read(drawn(columns=(OUTSIDE, NETWORK), pays=("40% coinsurance", CELL))) == ALL
    assert read(drawn(limits=False)) == ALL


def test_a_cell_may_have_a_rule_or_bullets_between_its_services():
    office = "Office visit: $30 copay; deductible does not apply"
    other = "All other outpatient services: 20% coinsurance"
    assert read(drawn(pays=([office, other], "40% coinsurance"))) == ALL
    assert read(drawn(pays=(f"• {office} • {other}", "40% coinsurance"))) == ALL


def test_parts_of_a_cell_that_name_no_service_are_asked_about():
    bare = ["$30 copay/office visit; deductible does not apply", "20% coinsurance"]
    assert read(drawn(pays=(bare, "40% coinsurance"))) == LIMITS


def test_a_column_for_both_networks_and_another_order_of_the_rows_are_asked_about():
    assert read(drawn(columns=("In-Network and Out-of-Network",), pays=(CELL,))) == LIMITS
    assert read(drawn(order=("Inpatient services", "Outpatient services"))) == LIMITS


def test_a_page_that_is_shown_in_part_is_read_where_it_is_shown():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn())))
    for page in writer.pages:
        page.cropbox = RectangleObject([20, 15, 782, 592])
    file = io.BytesIO()
    writer.write(file)
    assert read(file.getvalue()) == ALL


@pytest.mark.parametrize("look", ["dashed rules", "rules across only"])
def test_a_form_whose_table_cannot_be_made_out_is_not_called_another_paper(look):
    assert read_paper(drawn(look)) == Paper(None, refused="no_table")


def test_words_that_are_broken_at_the_end_of_lines_are_read_where_the_page_has_them_whole():
    columns = ("Network Provider", "Tier Two Network Provider", "Non-Participating Provider")
    found = read(drawn("hyphens", columns=columns, pays=(CELL, CELL, "40% coinsurance")))
    # Of the limit a word stands nowhere else, so that is asked.
    assert {**found, "oop_max_usd": "2500"} == ALL
