"""One table has every setting: what the code reads of the environment, and nothing else."""

import ast
import re
from dataclasses import fields

from sources import HOUSE, ROOT, Source

from carechoice.web.limits.settings import PREFIX, Limits

NOTES = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
# The name of a variable as it stands in code and in texts that start it.
NAMED = re.compile(r"\b(?:CARECHOICE|STREAMLIT_SERVER)_[A-Z_]*[A-Z]\b|\bFORWARDED_ALLOW_IPS\b")
# Where Python looks for packages, which is handed on to our own processes.
PYTHONS_OWN = {"PYTHONPATH"}


def settings():
    """What the table says each variable is by itself."""
    (table,) = re.findall(r"^\| Variable \|.+\n\| --- .+\n((?:\|.+\n)+)", NOTES, re.M)
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]*?) ?\| [^|]+ \|$", table, re.M))


def looked_up(source):
    """The names that a file looks up in an environment as they stand."""
    for node in source.every(ast.Call, ast.Subscript):
        if isinstance(node, ast.Call):
            is_get = isinstance(node.func, ast.Attribute) and node.func.attr in ("get", "getenv")
            asked, keys = (node.func.value, node.args[:1]) if is_get else (None, [])
        else:
            asked, keys = node.value, [node.slice]
        if asked and "environ" in ast.unparse(asked):
            texts = (str(key.value) for key in keys if isinstance(key, ast.Constant))
            yield from (text for text in texts if text.isupper())


def read_by_the_code():
    named = {name for source in HOUSE for name in NAMED.findall(source.text)}
    limits = {f"{PREFIX}{field.name.upper()}" for field in fields(Limits)}
    return (named | limits | {name for s in HOUSE for name in looked_up(s)}) - PYTHONS_OWN


def test_the_table_has_what_the_code_reads_and_nothing_else():
    assert set(settings()) == read_by_the_code()


def test_it_is_the_only_table_of_settings():
    assert len(re.findall(r"^\| Variable", NOTES, re.M)) == 1
    assert len(re.findall(r"^\| `[A-Z_]+` \|", NOTES, re.M)) == len(settings())


def test_it_says_what_each_limit_is_by_itself():
    ours = {f"{PREFIX}{each.name.upper()}": each.default for each in fields(Limits)}
    assert {name: float(settings()[name]) for name in ours} == ours


def test_a_variable_that_is_looked_up_by_a_name_is_found(tmp_path):
    file = tmp_path / "module.py"
    file.write_text(
        'import os\nos.environ.get("SOME_PORT", "")\nos.environ["SOME_PLACE"]\n{}.get("NONE")\n',
        encoding="utf-8",
    )
    assert set(looked_up(Source(file))) == {"SOME_PORT", "SOME_PLACE"}
