"""No test is decided by time, by chance, or by a second try."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parents[1]
FILES = sorted(TESTS.rglob("*.py"))
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


def names(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.ImportFrom):
            yield from (each.name for each in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_test_waits_a_fixed_time_or_measures_one(path):
    assert not CLOCKS & set(names(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_page_without_a_browser_has_longer_than_the_frameworks_three_seconds(path):
    calls = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    ]
    opened = [call for call in calls if ast.unparse(call.func).startswith("AppTest.from_")]
    given = [{each.arg for each in call.keywords} for call in opened]
    assert all("default_timeout" in keywords for keywords in given)


def test_laws_have_no_deadline_however_slow_the_machine_is():
    assert settings.default.deadline is None
    assert HealthCheck.too_slow in settings.default.suppress_health_check


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_law_sets_a_deadline_of_its_own(path):
    text = path.read_text(encoding="utf-8")
    assert path.name == "conftest.py" or not re.search(r"\bdeadline=", text)


def test_nothing_gets_a_second_try():
    required = (TESTS.parent / "requirements-dev.txt").read_text(encoding="utf-8")
    assert "rerun" not in required
    assert not [path for path in FILES if "flaky" in set(names(path))]
