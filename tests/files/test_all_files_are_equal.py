"""One scenario, everywhere: every file made from it shows the same numbers to the dollar."""

import csv
import io
import json
from io import BytesIO

import pytest
from openpyxl import load_workbook
from read_back import deck, text_of, words_on
from scenarios import TODAY, comparison

from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.plain_values import plain_values
from carechoice.files.handout.handout import handout
from carechoice.files.numbers.ledger_sheet import ledger_csv
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.files.slides.slides import slides
from carechoice.inputs.handed_on.link import freeze, open_link
from carechoice.language.formats import money
from carechoice.language.sentences import say

LINK = "https://example.org/?plan=medicare"
SCENARIOS = (
    {"start_date": "2026-11-30"},
    {"plan": "medicare", "third_path": "step_down"},
    {"plan": "none", "therapy_sessions": 7},
    {"network": "oon", "iop_charge_per_day_usd": 400, "therapy_charge_usd": 180},
)


def ledger_text(result):
    made = ledger_csv(result)
    return made.decode("utf-8-sig") if isinstance(made, bytes) else made.lstrip("\ufeff")


def numbers(text):
    """The text with the spaces of line breaks made alike."""
    return " ".join(text.split())


@pytest.mark.parametrize("inputs", SCENARIOS)
def test_handout_slides_workbook_csv_and_link_show_the_costs_of_the_page(inputs):
    result = comparison(**inputs)
    frozen = freeze(result.scenario, TODAY)
    on_paper = numbers(text_of(handout(result, link=LINK, today=TODAY)))
    shown = deck(slides(result, link=LINK, today=TODAY)).slides
    on_slides = numbers(" ".join(map(words_on, shown)))
    book = load_workbook(BytesIO(workbook(sheets(result, frozen, []))))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    visits = csv.DictReader(io.StringIO(ledger_text(result)))
    paid = sum(float(visit[say("ledger.patient_usd")]) for visit in visits)
    assert paid == pytest.approx(sum(entry.patient_usd for entry in result.ledger))
    again = open_link(list(frozen.to_query().items()), today=TODAY)
    assert again.scenario == result.scenario
    for option in result.options.values():
        cost = words.cost(option)
        assert cost in on_paper
        assert cost in on_slides
        assert any(
            isinstance(c, int | float) and round(c) == round(option.patient_usd.likely)
            for c in cells
        )
    told = json.loads(json.dumps(plain_values(result), default=str))
    for pathway in PATHWAYS:
        likely = told["options"][pathway]["patient_usd"]["likely"]
        assert money(likely) in on_paper
        assert money(likely) in on_slides
