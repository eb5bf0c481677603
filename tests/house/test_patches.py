"""What is fitted of the framework is fitted at every start."""

import ast

from sources import PACKAGE

PATCHES = "carechoice/web/patches/"
LISTS = {f"{PATCHES}framework.py", f"{PATCHES}server.py"}


def calls(source):
    """The functions of other modules that a module calls, as ``module.function``."""
    return {ast.unparse(node.func) for node in source.every(ast.Call)}


def changes_of_the_framework():
    """The functions of the package that put something of ours into the framework."""
    for source in PACKAGE:
        if source.name.startswith(PATCHES) and source.name not in LISTS:
            for node in source.tree.body:
                if isinstance(node, ast.FunctionDef) and "setattr(" in ast.unparse(node):
                    yield f"{source.path.stem}.{node.name}"


def test_each_change_of_the_framework_is_made_at_the_start():
    made = set().union(*(calls(source) for source in PACKAGE if source.name in LISTS))
    changes = set(changes_of_the_framework())
    assert changes
    assert changes <= made
