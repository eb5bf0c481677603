"""The workflows: actions by their commit, a release in its order, no word that nobody knows."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from release.environment import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
ZIZMOR = Path(sys.executable).with_name("zizmor")


def read(name):
    """A workflow by its name; YAML takes its word ``on`` for true."""
    return yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8"))


def said(job):
    return "\n".join(step.get("run", "") for step in job["steps"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_named_by_their_commit_and_the_version_that_it_is(path):
    used = re.findall(r"uses: (.+)$", path.read_text(encoding="utf-8"), re.M)
    assert used
    assert [each for each in used if not PINNED.match(each)] == []


def test_an_action_is_the_same_in_each_workflow():
    texts = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = set(re.findall(r"uses: (.+)$", texts, re.M))
    assert len(used) == len({each.partition("@")[0] for each in used})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_make_is_asked_for_is_there(path):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    asked = set(re.findall(r"\bmake ([a-z-]+)", path.read_text(encoding="utf-8")))
    assert asked <= targets


def test_a_release_is_made_by_a_tag_alone():
    assert read("release")[True] == {"push": {"tags": ["20*"]}}


@pytest.mark.parametrize("name", ["ci", "release"])
def test_a_change_and_a_release_are_tested_on_each_python_that_we_say_it_runs_on(name):
    job = read(name)["jobs"]["test"]
    assert job["strategy"]["matrix"]["python-version"] == ["3.11", "3.12", "3.13", "3.14"]
    assert "bash .ci/run" in said(job)


def test_tests_and_packages_come_before_the_image_and_that_before_the_release():
    jobs = read("release")["jobs"]
    assert {name: job.get("needs") for name, job in jobs.items()} == {
        "test": None,
        "packages": None,
        "image": ["test", "packages"],
        "release": "image",
    }
    assert "make audit" in said(jobs["packages"])
    assert "make sbom" in said(jobs["release"])


def test_only_who_pushes_the_image_or_makes_the_release_may_write():
    workflows = {path.stem: read(path.stem) for path in WORKFLOWS}
    assert all(each["permissions"] == {"contents": "read"} for each in workflows.values())
    more = {
        name: job["permissions"]
        for each in workflows.values()
        for name, job in each["jobs"].items()
        if "permissions" in job
    }
    assert more == {
        "image": {"contents": "read", "packages": "write"},
        "release": {"contents": "write"},
    }


def test_the_image_is_made_from_a_digest_and_tried_as_it_is_to_be_run():
    image = said(read("release")["jobs"]["image"])
    assert "RepoDigests" in image
    assert '--build-arg BASE="$BASE"' in image
    assert "--read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges" in image
    assert image.index("Health.Status") < image.index("docker push")


def test_faults_are_asked_for_every_night():
    nightly = read("nightly")
    assert nightly[True]["schedule"]
    assert "make audit" in said(nightly["jobs"]["packages"])


@pytest.mark.skipif(
    not shutil.which(ZIZMOR),
    reason="This environment is older than requirements-dev.lock; `make test` installs it.",
)
def test_a_reader_of_workflows_finds_nothing_in_them():
    asked = [ZIZMOR, "--offline", "--no-progress", *WORKFLOWS]
    subprocess.run(asked, check=True, capture_output=True)
