"""A whole run fails where the product never said one of its sentences in it, and tells which.

With `--every-sentence`, as `make test` runs. What counts is what the product itself asks for in the
tests' own processes; a test that looks a sentence up to compare it with a page does not.
"""

import sys
from pathlib import Path

import pytest

from carechoice.catalog.load import served
from carechoice.catalog.tables import Catalog, words_of_rows

OPTION = "--every-sentence"
ROOT = Path(__file__).parents[1]
PRODUCT = (ROOT / "carechoice", ROOT / "pages", ROOT / "deploy")
# Where sentences are looked up for all others; a catalog asks itself again, which comes by here.
LOOKED_UP_IN = ("language/sentences.py", "catalog/tables.py", "tests/spoken.py")
# What a worker hands to the process that sums the run up.
SPOKEN = "spoken"


class Listener:
    """Which sentences the product has said."""

    def __init__(self) -> None:
        self.spoken: set[str] = set()

    def listen(self) -> None:
        say = Catalog.say

        def heard(data: Catalog, key: str, **values: object) -> str:
            if key not in self.spoken and _is_asked_for_by_the_product():
                self.spoken.add(key)
            return say(data, key, **values)

        Catalog.say = heard

    @property
    def unspoken(self) -> list[str]:
        data = served()
        return sorted(set(data.words) - set(words_of_rows(data)) - self.spoken)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node) -> None:
        self.spoken |= set(getattr(node, "workeroutput", {}).get(SPOKEN, ()))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session) -> None:
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput[SPOKEN] = sorted(self.spoken)
        elif self.unspoken and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter) -> None:
        for key in self.unspoken:
            terminalreporter.write_line(f"said in no test: {key}")


def pytest_addoption(parser) -> None:
    parser.addoption(OPTION, action="store_true", help="fail where a sentence was never said")


def pytest_configure(config) -> None:
    if config.getoption(OPTION):
        listener = Listener()
        listener.listen()
        config.pluginmanager.register(listener)


def _is_asked_for_by_the_product() -> bool:
    frame = sys._getframe(2)
    while frame.f_code.co_filename.endswith(LOOKED_UP_IN):
        frame = frame.f_back
    return any(Path(frame.f_code.co_filename).is_relative_to(folder) for folder in PRODUCT)
