"""The list of what a release is made of fits CycloneDX's schema, and has all of it."""

import csv
import json
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from release.environment import ROOT
from release.licences import LOCKS, locked

pytest.importorskip(
    "cyclonedx",
    reason="This environment is older than requirements-dev.lock; `make test` installs it.",
)
from release.sbom import CARRIED, completed, listed
from release.sbom_schema import problem


@pytest.fixture(scope="module")
def bom():
    """The list by the environment of these tests, which has the app's packages and more."""
    return completed(listed(Path(sys.executable)), version="2026.11")


def some_of(bom):
    """What we add ourselves and three packages: `make sbom` holds all of it to the schema."""
    packages = [each for each in bom["components"] if each["type"] != "file"]
    files = [each for each in bom["components"] if each["type"] == "file"]
    kept = {each["bom-ref"] for each in [*packages[:3], *files]}
    needs = [
        each for each in bom["dependencies"] if each["ref"] in kept and not each.get("dependsOn")
    ]
    return bom | {"components": [*packages[:3], *files], "dependencies": needs}


def test_it_fits_the_schema(bom):
    assert problem(json.dumps(some_of(bom))) == ""


def test_a_list_that_does_not_fit_is_found(bom):
    assert "name" in problem(json.dumps(bom | {"components": [{"name": "x"}]}))


def test_it_names_the_version_and_each_package_of_the_lock_in_its_version(bom):
    assert bom["metadata"]["component"]["version"] == "2026.11"
    named = {each["name"].lower().replace("_", "-") for each in bom["components"]}
    needed = {name for name, is_needed in locked(LOCKS[0]).items() if is_needed}
    assert needed - named == set()


def test_each_component_has_its_licence(bom):
    assert [each["name"] for each in bom["components"] if not each.get("licenses")] == []


def test_what_we_carry_of_others_is_in_it_with_the_hash_of_its_file(bom):
    found = {each["bom-ref"]: each for each in bom["components"] if each["type"] == "file"}
    with CARRIED.open(encoding="utf-8", newline="") as rows:
        paths = [row["path"] for row in csv.DictReader(rows)]
    assert list(found) == paths
    for path in paths:
        (digest,) = found[path]["hashes"]
        assert digest["content"] == sha256((ROOT / path).read_bytes()).hexdigest()


def test_plotlys_script_is_the_version_that_is_named():
    with CARRIED.open(encoding="utf-8", newline="") as rows:
        row = next(csv.DictReader(rows))
    assert f"v{row['version']}" in (ROOT / row["path"]).read_text(encoding="utf-8")[:200]


def test_each_file_of_others_that_stands_here_with_a_licence_is_carried():
    licensed = {path.parent for path in (ROOT / "carechoice").rglob("LICENSE")}
    with CARRIED.open(encoding="utf-8", newline="") as rows:
        carried = {(ROOT / row["path"]).parent for row in csv.DictReader(rows)}
    assert licensed == carried
