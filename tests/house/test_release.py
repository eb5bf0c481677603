"""The version stands in data/release.csv; what has to repeat it is held to it here."""

import re
import tomllib
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from carechoice.catalog.in_use import catalog

ROOT = Path(__file__).parents[2]
# A year and month of the data, and which one in that month, without a zero in front.
VERSION = r"20\d\d\.(?:0[1-9]|1[0-2])(?:\.[1-9]\d*)?"
HEADING = re.compile(rf"^## \[({VERSION})\] - (\d{{4}}-\d{{2}}-\d{{2}})$", re.MULTILINE)
# What Keep a Changelog sorts changes by, in its order.
KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def released():
    """Each version of the changelog with its day, the newest first."""
    return [
        (version, date.fromisoformat(day)) for version, day in HEADING.findall(read("CHANGELOG.md"))
    ]


def as_numbers(version):
    return tuple(map(int, version.split(".")))


def cited(key):
    return re.search(rf'^{key}: "?([^"\n]+)', read("CITATION.cff"), re.MULTILINE)[1]


def test_the_newest_version_of_the_changelog_is_the_datas():
    version, day = released()[0]
    assert version == catalog().release["version"].value
    assert day >= date.fromisoformat(catalog().release["data_date"].value)


def test_whoever_cites_it_names_that_version_and_its_day():
    version, day = released()[0]
    assert (cited("version"), cited("date-released")) == (version, day.isoformat())


def test_versions_follow_each_other():
    versions = [as_numbers(version) for version, _ in released()]
    days = [day for _, day in released()]
    assert versions == sorted(set(versions), reverse=True)
    assert days == sorted(days, reverse=True)


# The inputs of 2026.11.2, by its parameters.csv.
INPUTS_OF_THE_NEWEST_VERSION = 46


def test_who_upgrades_is_told_how_many_inputs_are_new():
    (told,) = re.findall(r"`parameters\.csv` has (\d+) more inputs", read("docs/upgrading.md"))
    assert int(told) == len(catalog().parameters) - INPUTS_OF_THE_NEWEST_VERSION


def test_what_is_not_released_yet_stands_first():
    headings = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert headings == ["[Unreleased]", *(f"[{version}] - {day}" for version, day in released())]


@pytest.mark.parametrize("part", re.split(r"^## ", read("CHANGELOG.md"), flags=re.MULTILINE)[1:])
def test_changes_stand_under_the_kinds_of_keep_a_changelog(part):
    kinds = re.findall(r"^### (.+)$", part, re.MULTILINE)
    assert kinds == [kind for kind in KINDS if kind in kinds]


def test_no_change_is_told_twice_and_none_runs_into_another():
    """As two branches that are merged leave it; a sentence does not begin in the middle."""
    lines = [line for line in read("CHANGELOG.md").splitlines() if line[:2] in ("- ", "  ")]
    begun = Counter(line for line in lines if line.startswith("- "))
    assert not [line for line, count in begun.items() if count > 1]
    cut = [line for before, line in pairwise(lines) if before[-1] == "." and line[2].islower()]
    assert not [line for line in cut if line.startswith("  ")]


def test_the_package_has_no_version_of_its_own():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert "version" not in project
    assert "version" in project["dynamic"]
