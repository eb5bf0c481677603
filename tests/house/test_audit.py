"""The self-audit is honest: every item of the checklist, and every test it names is there."""

import ast
from pathlib import Path

import pytest

from carechoice.catalog.decision_rows import AuditItem
from carechoice.catalog.in_use import catalog

ROOT = Path(__file__).parents[2]
ITEMS = 44
AUDIT = catalog().audit
TESTS = sorted({test for row in AUDIT.values() for test in row.tests})


def functions(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_item_of_the_checklist_stands_once_and_in_order():
    numbers = [number for row in AUDIT.values() for number in row.numbers]
    assert numbers == list(range(1, ITEMS + 1))


@pytest.mark.parametrize("test", TESTS)
def test_every_test_the_audit_names_exists(test):
    path, _, function = test.partition("::")
    assert path.startswith("tests/")
    assert function.startswith("test_")
    assert function in functions(path)


def test_every_place_the_audit_names_is_a_page():
    pages = {row.text for key, row in catalog().words.items() if key.startswith("page.")}
    for row in AUDIT.values():
        if row.status == "met":
            assert set(row.where.split("; ")) <= pages | {"every page"}, row


@pytest.mark.parametrize("lacking", [{"tests": ()}, {"where": ""}])
def test_nothing_counts_as_met_without_a_place_and_a_test(lacking):
    row = AUDIT["8"].model_dump() | lacking
    with pytest.raises(ValueError, match="needs both"):
        AuditItem.model_validate(row)


def test_what_software_cannot_do_stands_as_open():
    for key in ("28-33", "38-39"):
        assert AUDIT[key].status == "open"
