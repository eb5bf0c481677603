"""What is installed is named with its hashes, down to what our packages need themselves."""

import re
from importlib.metadata import PackageNotFoundError, version

import pytest
from sources import ROOT

PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;]+)", re.M)
FILES = ("requirements", "requirements-dev")


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def pinned(name):
    """The version of each package by its name, which may be written in several ways."""
    return {
        re.sub(r"[-_.]+", "-", package).lower(): wanted
        for package, wanted in PINNED.findall(text(name))
    }


@pytest.mark.parametrize("name", FILES)
def test_the_lock_has_what_we_ask_for_in_the_version_we_ask_for(name):
    asked, locked = pinned(f"{name}.txt"), pinned(f"{name}.lock")
    differing = {package for package in asked if asked[package] != locked.get(package)}
    assert not differing, "run `make lock`"


@pytest.mark.parametrize("name", FILES)
def test_each_package_in_it_has_the_hashes_of_its_files(name):
    packages = re.split(
        r"^(?=\S)", re.sub(r"^#.*\n", "", text(f"{name}.lock"), flags=re.M), flags=re.M
    )
    without = [each for each in packages if each and "--hash=sha256:" not in each]
    assert without == []
    assert len([each for each in packages if each]) == len(pinned(f"{name}.lock"))


def test_the_app_is_tested_with_the_packages_it_is_run_with():
    app, tested = pinned("requirements.lock"), pinned("requirements-dev.lock")
    assert {package: tested.get(package) for package in app} == app


def test_these_tests_run_with_the_packages_that_are_locked():
    """What this system and this Python need of them."""
    others = {}
    for package, wanted in pinned("requirements-dev.lock").items():
        try:
            found = version(package)
        except PackageNotFoundError:
            continue
        if found != wanted:
            others[package] = found
    assert others == {}, "run `make test`, which installs them"


def test_image_and_make_install_from_the_lock_and_check_the_hashes():
    for name in ("Dockerfile", "Makefile"):
        installs = re.findall(r"(?:install|PIP\)) .*-r (\S+)", text(name))
        assert installs
        assert {each for each in installs if each != "$<"} <= {
            "requirements.lock",
            "requirements-dev.lock",
        }
        assert text(name).count("--require-hashes -r") >= len(
            [each for each in installs if each != "$<"]
        )
