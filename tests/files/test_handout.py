"""The handout read back: its text, its tags, its numbers."""

from functools import cache
from urllib.parse import urlencode

import pytest
from files.read_back import pdf, text_of
from scenarios import TODAY, comparison

from carechoice.catalog.in_use import catalog
from carechoice.comparison import words
from carechoice.comparison.key_figures import key_figures
from carechoice.comparison.main_assumption import main_assumption
from carechoice.files.documents.handout import handout
from carechoice.language.everywhere import crisis_line
from carechoice.language.formats import money
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say
from carechoice.topics.dashboard import captions

CASES = {
    "default": {},
    "a third way": {"third_path": "step_down"},
    "self-pay": {"plan": "none", "third_path": "step_up"},
    "long": {
        "therapy_sessions": 104,
        "therapy_hours_per_week": 0.5,
        "iop_hours_per_week": 25,
        "iop_weeks": 24,
        "third_path": "step_up",
        "deductible_usd": 9000,
    },
    "free": {"therapy_price_usd": 0, "iop_price_per_day_usd": 0},
}


def link_to(result):
    return "https://care.example.org/?" + urlencode(result.scenario.to_query())


def made(result, paper="letter"):
    return handout(result, link=link_to(result), today=TODAY, paper=paper)


@cache
def made_once(paper="letter", **inputs):
    """Of each scenario one, for all tests that read it."""
    return made(comparison(**inputs), paper)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("inputs", CASES.values(), ids=CASES)
def test_it_has_two_pages_of_the_paper_asked_for(inputs, paper):
    pages = pdf(made_once(paper, **inputs)).pages
    width, height = {"letter": (612, 792), "a4": (595.28, 841.89)}[paper]
    assert len(pages) == 2
    for page in pages:
        assert float(page.mediabox.width) == pytest.approx(width, abs=0.1)
        assert float(page.mediabox.height) == pytest.approx(height, abs=0.1)


def test_screen_readers_find_title_language_and_tags():
    found = pdf(made_once())
    root = found.trailer["/Root"]
    assert found.metadata.title == say("title")
    assert root["/Lang"].lower() == "en-us"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()


def tags(node):
    """(tag, its alternative text) of everything under a structure element."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from tags(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node["/S"], node.get("/Alt")
        if "/K" in node:
            yield from tags(node["/K"])


def test_headings_tables_lists_and_charts_are_tagged():
    result = comparison()
    found = list(tags(pdf(made_once()).trailer["/Root"]["/StructTreeRoot"]))
    names = [name for name, _ in found]
    assert {"/Title", "/H1", "/H2", "/Table", "/TH", "/L", "/Link"} <= set(names)
    told = [alt for name, alt in found if name == "/Figure"]
    assert told == [
        captions.time_alt(result),
        captions.cost_alt(result),
        captions.level_alt(result),
        say("export.qr.alt"),
    ]


@pytest.mark.parametrize("inputs", CASES.values(), ids=CASES)
def test_its_numbers_are_those_of_the_comparison_to_the_dollar(inputs):
    result = comparison(**inputs)
    text = text_of(made_once(**inputs))
    for sentence in words.answer(result).values():
        assert without_marks(sentence) in text
    for row in key_figures(result):
        assert all(cell in text for cell in row)
    for option in result.options.values():
        for usd in (option.patient_usd.likely, option.total_price_usd):
            assert money(usd) in text


def test_the_hand_worked_default_stands_on_it():
    """18 copayments of $27; 24 days at $255: $1,886 and 20% of the other $4,234."""
    text = text_of(made_once())
    assert "costs you likely $486 to $2,390." in text
    assert "costs you likely $1,738 to $4,750." in text


def test_it_says_what_it_rests_on_whom_to_call_and_what_to_ask():
    result = comparison()
    text = text_of(made_once())
    assert main_assumption(result.scenario) in text
    assert "Price of one session $130.23 starting value" in text
    assert "What is my deductible for mental health care? Up to $2,776" in text
    assert say("ask.general.approval") in text
    assert "First week. Plan the week from January 4, 2027 on" in text
    assert all(line.phone in text for line in catalog().crisis.values())
    assert without_marks(crisis_line()) in text
    version = catalog().release["version"].value
    assert f"Made on November 23, 2026. Data {version}" in text
    assert "KFF: Employer Health Benefits Survey 2025" in text


def test_whether_it_fits_the_persons_week_stands_on_it_where_hours_are_fixed():
    told = "Visits for therapy and the IOP fit beside “Nine to five” in the evening only."
    assert told in text_of(made_once(fixed_hours="mon-fri:09-17"))
    assert "fit beside" not in text_of(made_once())


def test_without_a_plan_it_asks_nothing_of_one():
    text = text_of(made_once(plan="none"))
    assert "What to ask about the price" in text
    assert "good faith estimate in writing" in text
    assert "Call. Ask each place for its fee in writing" in text
    assert "your plan" not in text.lower()
    assert "Deductible" not in text
    assert "Hatched" not in text


def test_the_link_stands_on_it_and_opens():
    result = comparison()
    found = pdf(made_once())
    targets = {
        note.get_object()["/A"]["/URI"] for page in found.pages for note in page.get("/Annots", [])
    }
    assert targets == {link_to(result)}
    assert link_to(result) in "".join(text_of(made_once()).split())


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        '#eval("1") $x$ *bold* `raw` <tag> @ref \\ "quote"',
        'https://x.org/?name=<script>&y=#read("/etc/passwd")',
        "https://x.org/?name=Zoë 漢字 🙂 \x00\x1b",
        "https://x.org/?" + "a=1&" * 2000,
        "",
    ],
)
def test_a_link_that_is_not_one_is_text_and_nothing_else(link):
    found = pdf(handout(comparison(), link=link, today=TODAY))
    targets = [
        str(note.get_object()["/A"]["/URI"])
        for page in found.pages
        for note in page.get("/Annots", [])
    ]
    assert all(target.startswith("https://x.org/") for target in targets)
    assert len(found.pages) <= 2


def test_the_same_inputs_give_the_same_text():
    assert text_of(made(comparison())) == text_of(made_once())


def test_signs_no_font_has_still_give_a_tagged_handout(monkeypatch):
    def strange(key, **blanks):
        return "漢字 🙂" if key == "export.answer" else say(key, **blanks)

    monkeypatch.setattr("carechoice.files.documents.printed.answer.say", strange)
    found = pdf(made(comparison()))
    assert len(found.pages) == 2
    assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]
