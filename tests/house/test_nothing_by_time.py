"""No test is decided by time, by chance, or by a second try."""

import ast
import re

from hypothesis import HealthCheck, settings
from sources import ROOT, TESTS

# What waits a fixed time, measures one, or asks the machine what time it is.
CLOCKS = {
    "sleep",
    "wait_for_timeout",
    "perf_counter",
    "perf_counter_ns",
    "monotonic",
    "monotonic_ns",
    "process_time",
    "time_ns",
}


def names(source):
    return {
        *(node.attr for node in source.every(ast.Attribute)),
        *(node.id for node in source.every(ast.Name)),
        *(each.name for node in source.every(ast.ImportFrom) for each in node.names),
    }


def test_no_test_waits_a_fixed_time_or_measures_one():
    asked = {source.name: CLOCKS & names(source) for source in TESTS}
    assert not {name: clocks for name, clocks in asked.items() if clocks}


def impatient(source):
    """The pages without a browser that get the framework's patience, by line."""
    for call in source.every(ast.Call):
        is_opened = ast.unparse(call.func).startswith("AppTest.from_")
        if is_opened and "default_timeout" not in {each.arg for each in call.keywords}:
            yield call.lineno


def test_each_page_without_a_browser_has_longer_than_the_frameworks_three_seconds():
    found = {source.name: list(impatient(source)) for source in TESTS}
    assert not {name: lines for name, lines in found.items() if lines}


def test_laws_have_no_deadline_however_slow_the_machine_is():
    assert settings.default.deadline is None
    assert HealthCheck.too_slow in settings.default.suppress_health_check


def test_no_law_sets_a_deadline_of_its_own():
    setting = [source for source in TESTS if re.search(r"\bdeadline=", source.text)]
    assert not [source.name for source in setting if source.path.name != "conftest.py"]


def test_nothing_gets_a_second_try():
    required = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    assert "rerun" not in required
    assert not [source.name for source in TESTS if "flaky" in names(source)]
