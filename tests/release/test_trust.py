"""What docs/trust claims is shown by tests that are there, and has the form that it says it has."""

import ast
import re
from functools import cache
from string import ascii_letters

import pytest
import yaml

from release.environment import ROOT

TRUST = ROOT / "docs/trust"
REPORT = yaml.safe_load((TRUST / "accessibility.yaml").read_text(encoding="utf-8"))
# The criteria of WCAG 2.2 by level. 4.1.1 is no longer one, but the form of the report has it.
CRITERIA = {
    "success_criteria_level_a": """
        1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1
        2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7
        4.1.1 4.1.2
    """,
    "success_criteria_level_aa": """
        1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7
        2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3
    """,
}
LEVELS = {"supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"}
NAMED = re.compile(r"^- (tests/\S+\.py)::(\w+)$", re.M)
# Of these nothing has to be shown: HTML has no other parser, and nobody signs in.
NEEDS_NO_TEST = {"4.1.1", "3.3.8"}
SOUND_FILM_AND_MOTION = re.compile(
    r"<(?:audio|video)\b|\bst\.(?:audio|video)\(|devicemotion|deviceorientation"
)

# Where text is typed, each for what it is not: none of these is about the person who types, as the
# purposes are that WCAG lists (2.2, 1.3.5). The secret of the operator says its purpose.
FIELDS = {
    "carechoice/files/kept/page.py": "the name of a scenario",
    "carechoice/topics/bill/papers/page.py": "lines of a plan's paper",
    "carechoice/ui/call_fields.py": "the day of a call to a plan, and whom staff spoke to there",
    "carechoice/ui/components/slider/slider.html": "a number",
    "carechoice/ui/inputs/insurance_card.py": "terms of a plan",
    "carechoice/ui/inputs/number_field.py": "a number",
    "carechoice/web/early/form.html": "an input of the comparison",
    "carechoice/web/early/hand_in.html": "a file, and the secret of the operator",
}
FIELD = re.compile(
    r"\bst\.(?:text_input|text_area|chat_input|number_input)\(|<(?:input|textarea)\b"
)
SECRET = '<input type="password" name="secret" autocomplete="current-password"'
# Where a picture is shown, and of what.
PICTURES = {
    "carechoice/topics/bill/papers/page.py": "part of a paper, beside its words as text",
    "carechoice/files/scenario/page.py": "a code for cameras, beside its link as text",
    "carechoice/ui/frame.py": "the logo of a centre",
    "carechoice/web/early/mark.html": "the logo of a centre",
}
PICTURE = re.compile(r"\bst\.image\(|<img\b|<picture\b|background(?:-image)?:[^;]*url\(")
MOVES = re.compile(
    r"@keyframes|\banimation(?:-name)?\s*:(?!\s*none)|setInterval\(|<(?:marquee|blink|animate)\b|\.gif\b"
    r"|\bst\.(?:spinner|progress|balloons|snow)\("
)


@cache
def functions_of(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def criteria():
    for chapter in CRITERIA:
        for criterion in REPORT["chapters"][chapter]["criteria"]:
            (component,) = criterion["components"]
            assert component["name"] == "web"
            yield criterion["num"], component["adherence"]


def test_the_report_has_what_its_form_asks_for():
    assert {"title", "product", "author"} <= REPORT.keys()
    release = (ROOT / "data/release.csv").read_text(encoding="utf-8")
    assert f"version,{REPORT['product']['version']}\n" in release
    assert REPORT["author"]["email"]
    assert {level["level"] for _, level in criteria()} <= LEVELS


@pytest.mark.parametrize("chapter", CRITERIA)
def test_it_has_each_criterion_once_and_in_order(chapter):
    found = [each["num"] for each in REPORT["chapters"][chapter]["criteria"]]
    assert found == CRITERIA[chapter].split()


def test_each_test_that_it_names_is_there():
    named = {each for _, adherence in criteria() for each in NAMED.findall(adherence["notes"])}
    assert len(named) > 40
    assert {each for each in named if each[1] not in functions_of(each[0])} == set()


def test_what_it_claims_names_a_test_and_what_no_test_shows_claims_nothing():
    for number, adherence in criteria():
        claims = adherence["level"] != "not-evaluated"
        has_test = bool(NAMED.findall(adherence["notes"]))
        assert has_test == (claims and number not in NEEDS_NO_TEST), number


def ours_with(pattern, suffixes=(".py", ".js", ".html", ".css")):
    """Which files of ours hold what the pattern finds; nothing of the library that draws charts."""
    paths = [path for room in ("carechoice", "pages") for path in (ROOT / room).rglob("*")]
    ours = [path for path in paths if path.suffix in suffixes and ".min." not in path.name]
    assert ours
    found = (path for path in ours if pattern.search(path.read_text(encoding="utf-8")))
    return {str(path.relative_to(ROOT)) for path in found}


def test_there_is_no_sound_no_film_and_nothing_that_asks_how_a_device_is_held():
    assert ours_with(SOUND_FILM_AND_MOTION) == set()


def test_nothing_of_ours_moves_or_blinks_without_end():
    assert ours_with(MOVES) == set()


def test_no_field_asks_who_the_person_is_and_the_secret_of_the_operator_says_its_purpose():
    assert ours_with(FIELD) == FIELDS.keys()
    form = (ROOT / "carechoice/web/early/hand_in.html").read_text(encoding="utf-8")
    assert form.count('type="password"') == form.count(SECRET) == 1


def test_no_picture_stands_in_the_place_of_words():
    assert ours_with(PICTURE) == PICTURES.keys()


def test_all_words_are_in_the_language_of_the_page_by_their_letters():
    """English has no letter with an accent; a word of another language would likely have one."""
    for path in (*(ROOT / "data").glob("*.csv"), *(ROOT / "data/words/en").glob("*.csv")):
        letters = {sign for sign in path.read_text(encoding="utf-8") if sign.isalpha()}
        assert letters <= set(ascii_letters), path.name


def test_six_journeys_are_there_as_a_screen_reader_says_them():
    kept = {path.name for path in (ROOT / "tests/browser/transcripts").glob("*.txt")}
    named = re.findall(r"transcripts/(\w+\.txt)", (TRUST / "README.md").read_text(encoding="utf-8"))
    assert len(named) == 6
    assert set(named) == kept


def test_inputs_are_in_memory_as_long_as_it_says():
    config = (ROOT / ".streamlit/config.toml").read_text(encoding="utf-8")
    assert re.search(r"^disconnectedSessionTTL = 7200$", config, re.M)
    for name in ("threat-model", "privacy-note"):
        assert "two hours" in (TRUST / f"{name}.md").read_text(encoding="utf-8")


def test_a_threat_is_held_by_what_is_there():
    text = (TRUST / "threat-model.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/]+(?:\.py)?)`", text))
    assert len(named) > 15
    assert [each for each in named if not (ROOT / each).exists()] == []
