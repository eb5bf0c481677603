"""The records of decisions: one form, one number each, all in the index."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
DESIGN = ROOT / "docs" / "design.md"
FOLDER = ROOT / "docs/decisions"
RECORDS = sorted(FOLDER.glob("[0-9]*.md"))
PARTS = ["Context", "Decision", "Consequences", "When to think again"]


def test_the_index_lists_every_record_by_its_number_and_title():
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^(\d+\. )\[(.+)\]\((.+)\)$", index, re.MULTILINE)
    assert [(number + title, name) for number, title, name in listed] == [
        (path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# "), path.name)
        for path in RECORDS
    ]


def test_each_record_has_the_next_number():
    numbers = [int(path.name.partition("-")[0]) for path in RECORDS]
    assert numbers == list(range(1, len(RECORDS) + 1))


def test_a_link_to_a_record_says_the_number_of_its_file():
    links = re.compile(r"\[(\d+)\]\((?:(?:docs/)?decisions/)?(\d{4})-")
    for path in (*RECORDS, CONTRIBUTING, DESIGN):
        for said, number in links.findall(path.read_text(encoding="utf-8")):
            assert int(said) == int(number), f"{path.name}: [{said}]({number}-"


def test_a_part_of_contributing_that_a_record_names_is_there():
    headings = re.findall(r"^#+ (.+)$", CONTRIBUTING.read_text(encoding="utf-8"), re.MULTILINE)
    named = [
        part
        for path in RECORDS
        for part in re.findall(r"CONTRIBUTING, \*(.+?)\*", path.read_text(encoding="utf-8"))
    ]
    assert named
    assert set(named) <= set(headings)


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_is_short_and_says_when_to_think_again(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == PARTS
    assert 15 <= len(lines) <= 30
