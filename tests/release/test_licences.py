"""What is installed may be passed on: each package's licence is one that we have read and allow."""

import pytest

from release.licences import LOCKS, is_installed, locked, refusals, refused


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_each_locked_package_has_a_licence_that_is_allowed(lock):
    """Where `make test` has not installed one yet, its own run will read it."""
    packages = locked(lock)
    assert (
        refusals(
            name for name, is_needed in packages.items() if is_installed(name) or not is_needed
        )
        == []
    )


def test_a_lock_is_read_whole():
    app, tested = map(locked, LOCKS)
    assert {"streamlit", "uvloop", "pypdfium2"} <= app.keys() < tested.keys()
    lines = LOCKS[1].read_text(encoding="utf-8").splitlines()
    assert len(tested) == len([line for line in lines if line[:1].isalnum()])


def test_all_parts_have_to_be_allowed_and_one_of_a_choice():
    assert refused("MIT AND PSF-2.0") == []
    assert refused("MIT AND GPL-3.0-only") == ["GPL-3.0-only"]
    assert refused("GPL-2.0-only OR BSD-2-Clause") == []
    assert refused("AGPL-3.0-only OR SSPL-1.0") == ["AGPL-3.0-only", "SSPL-1.0"]


def test_words_that_are_not_known_are_refused():
    assert refused("dependency licenses") == ["dependency licenses"]


def test_a_package_that_states_nothing_is_to_be_read():
    (said,) = refusals(["no-such-package"])
    assert said == (
        "no-such-package: it states no licence. Read its text, and write what it is into "
        "licences_read.csv."
    )
