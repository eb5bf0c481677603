"""Tells at the end of a run which sentences the product never said in it.

With `--tell-unspoken`, as in `make coverage`. What counts is what the product itself asks for; a
test that looks a sentence up to compare it with a page does not.
"""

import sys
from pathlib import Path

from carechoice.catalog.load import served
from carechoice.catalog.tables import Catalog, words_of_rows

OPTION = "--tell-unspoken"
ROOT = Path(__file__).parents[1]
PRODUCT = (ROOT / "carechoice", ROOT / "pages")
# Where sentences are looked up for all others.
LOOKED_UP_IN = ("language/sentences.py", "catalog/tables.py")


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

    def pytest_terminal_summary(self, terminalreporter) -> None:
        data = served()
        unspoken = sorted(set(data.words) - set(words_of_rows(data)) - self.spoken)
        terminalreporter.write_line(f"{len(unspoken)} sentences were said in no test:")
        for key in unspoken:
            terminalreporter.write_line(f"  {key}")


def pytest_addoption(parser) -> None:
    parser.addoption(OPTION, action="store_true", help="tell which sentences were never said")


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
