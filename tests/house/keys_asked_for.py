"""Which keys of words the code can ask for: those it writes out, and those it puts together.

A key is put together from parts, as in f"option.{pathway}". A part is a key of our data, one of its
choices, or a name that the code around it writes.
"""

import ast
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal, get_args, get_origin

from sources import Source

from carechoice.catalog import decision_rows, rows
from carechoice.catalog.tables import ANY_PROGRAM, KEYED, Catalog
from carechoice.language.formats import UNITS, plural_forms
from carechoice.ui.pages import PAGES

# A text that is put together: what is fixed in it, and None for each part that is filled in.
Form = tuple[str | None, ...]
NAME = re.compile(r"[a-z_.0-9]*")
USD = "_usd"


def asked_for(keys: set[str], data: Catalog, modules: Sequence[Source]) -> set[str]:
    """Those of the keys that the modules can ask for."""
    names = {module: _names(module) for module in modules}
    closed = _closed(data)
    found = set()
    for module in modules:
        around = [other for other in modules if other.path.parent == module.path.parent]
        near = {*around, *_imported(module, modules)}
        parts = closed.union(*(names[other] for other in near))
        found |= {key for key in keys if key in names[module]}
        found |= _put_together(keys - found, _forms(module), parts)
    return found


def _put_together(keys: set[str], forms: list[Form], parts: set[str]) -> set[str]:
    """The keys that are made of parts, each of which may be put together itself."""

    @cache
    def is_part(text: str) -> bool:
        return text in parts or any(_is_made(text, form, parts.__contains__) for form in forms)

    return {key for key in keys if any(_is_made(key, form, is_part) for form in forms)}


def _closed(data: Catalog) -> set[str]:
    """What parts of keys can be by the data: keys of rows, choices, units, lengths of a session."""
    literals = [each for module in (rows, decision_rows) for each in vars(module).values()]
    return {
        *(key for table in KEYED for key in getattr(data, table)),
        *(option for row in data.parameters.values() for option in row.options),
        *(row.price_list for row in data.prices.values()),
        *(str(row.minutes) for row in data.prices.values()),
        *(part for each in literals if get_origin(each) is Literal for part in get_args(each)),
        *plural_forms(data.locale),
        ANY_PROGRAM,
        *(f"{key}.{ANY_PROGRAM}" for key in data.third_pathways),
        *UNITS,
        *PAGES,
    }


@cache
def _names(module: Source) -> frozenset[str]:
    """The short texts that a module writes, and the fields that its types have."""
    texts = [node.value for node in module.every(ast.Constant)]
    fields = [node.target for node in module.every(ast.AnnAssign)]
    named = [field.id for field in fields if isinstance(field, ast.Name)]
    return frozenset(
        (
            *(text for text in texts if isinstance(text, str) and NAME.fullmatch(text)),
            *named,
            *(name.removesuffix(USD) for name in named),
        )
    )


def _imported(module: Source, modules: Sequence[Source]) -> list[Source]:
    places = {f"{name.replace('.', '/')}.py" for name in module.imports}
    return [other for other in modules if other.name in places]


@cache
def _forms(module: Source) -> list[Form]:
    """The texts that a module puts together and that can be keys, or parts of one."""
    forms = [
        tuple(each.value if isinstance(each, ast.Constant) else None for each in place.values)
        for place in module.every(ast.JoinedStr)
    ]
    texts = [[text for text in form if text is not None] for form in forms]
    return [
        form
        for form, fixed in zip(forms, texts, strict=True)
        if fixed and all(NAME.fullmatch(text) for text in fixed)
    ]


def _is_made(key: str, form: Form, is_part: Callable[[str], bool]) -> bool:
    """Whether the key is what the form becomes with some parts."""
    if not form:
        return not key
    text, rest = form[0], form[1:]
    if text is not None:
        return key.startswith(text) and _is_made(key.removeprefix(text), rest, is_part)
    ends = range(len(key) + 1) if rest else [len(key)]
    return any(is_part(key[:end]) and _is_made(key[end:], rest, is_part) for end in ends)
