"""What docs/trust claims is shown by tests that are there, and has the form that it says it has."""

import ast
import re
from functools import cache

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


def test_there_is_no_sound_no_film_and_nothing_that_asks_how_a_device_is_held():
    ours = [
        path
        for folder in ("carechoice", "pages")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".js", ".html") and ".min." not in path.name
    ]
    assert ours
    found = [p.name for p in ours if SOUND_FILM_AND_MOTION.search(p.read_text(encoding="utf-8"))]
    assert found == []


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
