"""The names of settings in one list, held against what the code reads."""

import ast
import re
from dataclasses import fields

from sources import HOUSE

from carechoice.web.lifetime.variables import OURS, PLACE
from carechoice.web.limits.settings import PREFIX, Limits

NAME = re.compile(r"CARECHOICE_[A-Z_]+[A-Z]")
LIMITS = {f"{PREFIX}{field.name.upper()}" for field in fields(Limits)}


def texts():
    for source in HOUSE:
        for node in source.every(ast.Constant):
            if isinstance(node.value, str):
                yield source.name, node.value


def test_each_name_that_the_code_reads_is_a_setting_and_each_setting_is_read():
    read = {text for _, text in texts() if NAME.fullmatch(text)}
    assert read | LIMITS == {name for name in OURS if name.startswith(PREFIX)}


def test_each_name_that_says_where_to_listen_is_read():
    names = {text for name, text in texts() if name.endswith("web/lifetime/listening.py")}
    assert set(PLACE) <= names
