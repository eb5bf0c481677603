"""The handout read back: its text, its tags, its numbers."""

from functools import cache
from urllib.parse import urlencode

import pytest
from by_night import by_night, mostly_by_night
from files.read_back import pdf, text_of
from scenarios import TODAY, comparison, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison import words
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan.questions import as_asked
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.files import content
from carechoice.files.handout.handout import handout
from carechoice.language.everywhere import crisis_line
from carechoice.language.formats import money
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.level import level_alt

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


@pytest.mark.parametrize("paper", mostly_by_night(["letter", "a4"], by_day=["letter"]))
@pytest.mark.parametrize("inputs", CASES.values(), ids=CASES)
def test_it_has_three_pages_of_the_paper_asked_for(inputs, paper):
    pages = pdf(made_once(paper, **inputs)).pages
    width, height = {"letter": (612, 792), "a4": (595.28, 841.89)}[paper]
    assert len(pages) == 3
    for page in pages:
        assert float(page.mediabox.width) == pytest.approx(width, abs=0.1)
        assert float(page.mediabox.height) == pytest.approx(height, abs=0.1)


@pytest.mark.parametrize("paper", ["letter", by_night("a4")])
def test_months_of_more_than_four_years_and_the_sources_below_them_are_on_one_sheet(paper):
    """The IOP first, then 104 sessions every other week: from November 2026 to January 2031."""
    years = comparison(
        start_date="2026-11-30",
        therapy_hours_per_week=0.5,
        therapy_sessions=104,
        third_path="step_down",
        step_down_sessions=104,
        closed_on_holidays="yes",
        iop_when_closed="left_out",
        fixed_hours="mon-fri:09-17",
    )
    pages = pdf(made(years, paper)).pages
    assert len(pages) == 3
    assert "January 2031" in pages[2].extract_text()


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
        level_alt(result),
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
        for usd in (option.patient_usd, option.total_likely_usd):
            assert money(usd.low) in text
            assert money(usd.high) in text


def test_the_hand_worked_default_stands_on_it():
    """18 copayments of $27; 24 days at $255: $1,886 and 20% of the other $4,234."""
    text = text_of(made_once())
    assert "costs you likely $486 to $2,393." in text
    assert "costs you likely $1,460 to $4,666." in text


def test_it_says_what_it_rests_on_whom_to_call_and_what_to_ask():
    result = comparison()
    text = text_of(made_once())
    assert main_assumption(result.scenario) in text
    assert "Price of one session $130.23 starting value" in text
    assert "What is my deductible for mental health care? Up to $3,200" in text
    assert as_asked("ask.general.approval", result.scenario) in text
    assert "First week. Plan the week from January 4, 2027 on" in text
    assert all(line.phone in text for line in catalog().crisis.values())
    assert without_marks(crisis_line()) in text
    version = catalog().release["version"].value
    assert f"Made on November 23, 2026. Data {version}" in text
    assert "KFF: Employer Health Benefits Survey 2025" in text


# Each with what a person could not check the bill on paper without.
NEEDED = [
    ({}, ("Length of one session", "60 minutes")),
    ({}, ("Longest program day", "4 hours")),
    ({}, ("Copayment for an IOP day", "$0")),
    ({"deductible_usd": 0}, ("Deductible", "$0")),
    ({"therapy_copay_usd": 0}, ("Copayment for a therapy visit", "$0")),
    ({"oop_met_usd": 250}, ("Out-of-pocket already paid", "$250")),
    ({}, ("Plan year starts on", "January 1")),
    ({}, ("My deductible comes first for therapy", "No")),
    ({}, ("My deductible comes first for the IOP", "Yes")),
    ({"therapy_share_too": "yes"}, ("A share on top of the copayment for therapy", "Yes")),
    (
        {"therapy_share_too": "yes"},
        ("The share for therapy is of what the copayment leaves", "No"),
    ),
    ({"plan": "medicare"}, ("My plan has an out-of-pocket maximum", "No")),
    ({"iop_weekdays": "mon_wed_fri"}, ("Days of the program", "Monday, Wednesday and Friday")),
    ({"closed_on_holidays": "yes"}, ("Closed on public holidays", "Yes")),
    (
        {"therapy_visit_limit": 20, "therapy_visits_used": 3},
        ("Therapy sessions used this year", "3 sessions"),
    ),
    ({"iop_stops_after": 10}, ("Program days approved (0: all)", "10 days")),
    (
        {"iop_first_days": 2, "iop_first_copay_usd": 15},
        ("You pay for each first program day", "$15"),
    ),
    (
        {"iop_first_days": 2, "iop_first_copay_usd": 15},
        ("First program days a year at their own price (0: none)", "2 days"),
    ),
    ({"iop_day_limit": 10}, ("Only program days my plan paid for count", "No")),
    ({"family_oop_max_usd": 8000}, ("Family out-of-pocket maximum already paid", "$0")),
    (
        {"therapy_network": "oon", "therapy_deductible_applies": "yes"},
        ("Deductible already paid in the other network", "$0"),
    ),
    ({"travel_usd_per_visit": 12}, ("Travel cost of one visit", "$12")),
]


def rests_on(inputs):
    return [(label, value) for label, value, _ in content.rests_on(scenario(**inputs))]


@pytest.mark.parametrize(("inputs", "line"), NEEDED)
def test_what_it_takes_to_check_the_bill_is_on_paper(inputs, line):
    assert line in rests_on(inputs)


# What takes other lines away; all others can be so at once.
APART = {"deductible_usd", "plan", "therapy_network"}
BY_THEMSELVES = [inputs for inputs, _ in NEEDED if inputs.keys() & APART]
TOGETHER = dict(
    pair for inputs, _ in NEEDED if not inputs.keys() & APART for pair in inputs.items()
)


@pytest.mark.parametrize("inputs", [{}, TOGETHER, *BY_THEMSELVES])
def test_each_input_that_the_bill_rests_on_stands_on_it_with_its_value(inputs):
    # Narrow cells break their words at hyphens.
    on_it = "".join(text_of(made_once(**inputs)).split())
    for cells in rests_on(inputs):
        assert all(word in on_it for word in " ".join(cells).split()), cells


def test_of_what_nobody_entered_beside_the_bill_nothing_stands_on_it():
    told = " ".join(label for label, *_ in content.rests_on(scenario()))
    for name in ("Travel", "Child care", "third way", "online", "Days of therapy", "holidays"):
        assert name not in told


def test_the_bad_case_stands_on_it_as_on_the_page():
    """Twelve program days are in January: 7 x $255 + $131.80 + 4 x $51 = $2,120.80; once the plan
    stops after twelve, the other twelve are 12 x $255 = $3,060 more."""
    text = text_of(made_once())
    assert "What you pay each month" in text
    assert "IOP: in January 2027 you pay most, about $2,121." in text
    assert "January 2027 $108, plan $413 $2,121, plan $939" in text
    assert "if your plan covers only 12 visits of 24, you pay about $5,181 in all." in text
    assert "half of them $1,415 (9 visits) $5,181 (12 visits)" in text


def test_what_to_do_about_a_no_or_a_bill_stands_on_it_with_its_sources():
    text = text_of(made_once())
    assert "Appeal. You can ask the plan to look again within 180 days of its notice." in text
    assert "Health centers. Those that the government funds lower their fee" in text
    assert "HealthCare.gov: Appealing a health plan decision: external review" in text
    assert "Health Center Program Compliance Manual, chapter 9" in text


def test_without_a_plan_none_stops_and_none_says_no():
    text = text_of(made_once(plan="none"))
    assert "If your plan stops paying" not in text
    assert "If the plan says no" not in text
    # Twelve days of $350 in January, and twelve in February.
    assert "IOP: the most you pay in a month is about $4,200, first in January 2027." in text
    assert "Estimate in writing. You have a right to one." in text


def test_where_nothing_is_owed_no_month_costs_most_and_no_bill_is_too_much():
    text = text_of(made_once(plan="masshealth"))
    for title in ("What you pay each month", "If your plan stops paying", "If it is too much"):
        assert title not in text
    assert "You can ask for a fair hearing." in text


def test_whether_it_fits_the_persons_week_stands_on_it_where_hours_are_fixed():
    told = "Visits for therapy and the IOP fit beside “Nine to five” in the evening only."
    assert told in text_of(made_once(fixed_hours="mon-fri:09-17"))
    assert "fit beside" not in text_of(made_once())


@pytest.mark.parametrize("inputs", [{}, {"plan": "none"}])
def test_it_points_at_no_page_of_the_screen(inputs):
    """The list of what to ask stands on the same sheet as the next steps."""
    text = text_of(made_once(**inputs))
    assert "The list of what to ask is on this sheet." in text
    assert "on the page" not in text
    assert f"“{say('page.bill')}”" not in text


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
    assert len(found.pages) == 3


def test_the_same_inputs_give_the_same_text():
    assert text_of(made(comparison())) == text_of(made_once())


def test_signs_no_font_has_still_give_a_tagged_handout(monkeypatch):
    def strange(key, **blanks):
        return "漢字 🙂" if key == "export.answer" else say(key, **blanks)

    monkeypatch.setattr("carechoice.files.handout.answer_page.say", strange)
    found = pdf(made(comparison()))
    assert len(found.pages) == 3
    assert found.trailer["/Root"]["/MarkInfo"]["/Marked"]
