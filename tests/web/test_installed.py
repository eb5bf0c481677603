"""Without the packages that it needs, CareChoice says what to run."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from carechoice.web.checks.installed import PACKAGES, refuse_without

ROOT = Path(__file__).parents[2]
CODE = [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "carechoice").rglob("*.py")]
# Faster than the loop of the language, and not to be had on every system.
SPARED = {"uvloop"}


@pytest.mark.parametrize(
    "command", [["app.py"], ["-m", "carechoice"], ["-m", "carechoice", "read"]]
)
def test_a_python_without_the_packages_ends_in_a_sentence_and_no_trace(command):
    # -S leaves out the folder in which packages are installed.
    ended = subprocess.run(
        [sys.executable, "-S", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr == (
        f"CareChoice did not start. {sys.executable} lacks {PACKAGES[0]} and {len(PACKAGES) - 1}"
        " more of the packages that it needs. `make run` installs them in .venv and starts the"
        " pages; .venv/bin/python has them from then on.\n"
    )


def test_where_all_packages_are_there_nothing_is_said(capsys):
    refuse_without(PACKAGES)
    assert capsys.readouterr() == ("", "")


def test_every_package_that_our_code_imports_is_looked_for():
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in CODE]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    imported = {name.partition(".")[0] for name in names} - sys.stdlib_module_names
    assert imported - {"carechoice", *SPARED} <= {*PACKAGES}
