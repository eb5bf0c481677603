"""The framework's HTML page, with ours put into it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

# Parts of the framework's page that are replaced; each occurs once.
LANGUAGE = re.compile(r'(?<=<html lang=")en(?=")')
ICON = re.compile(r'<link rel="shortcut icon"[^>]*>')
TITLE = re.compile(r"<title>.*?</title>")
STYLE = re.compile(r'<link rel="stylesheet"[^>]*>')
NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
ROOT = re.compile(r'<div id="root"></div>')
# Its script, and all that this imports.
SCRIPTS = re.compile(r'<script type="module".*<link rel="modulepreload"[^>]*>', re.DOTALL)
FONT = re.compile(r'(?<=href=")\S+SourceSans\S+-Upright\S+\.woff2(?=")')


class FrameworkChangedError(RuntimeError):
    """The framework's page lacks a place where ours is put."""


def with_ours(*, language: str, head: str, early: str) -> str:
    """The framework's page in a language, with the ``head`` of ours, and ``early`` over its own."""
    page = _framework_page()
    # In front of a style sheet that is loaded without blocking the page.
    root = f"{early}{_found(page, STYLE)}{_found(page, ROOT)}"
    scripts = f'<template id="framework">{_found(page, SCRIPTS)}</template>'
    # The parts of ours come last, so that nothing is looked for in what they say.
    changes = {
        LANGUAGE: language,
        ICON: "",
        STYLE: "",
        NO_SCRIPT: "",
        SCRIPTS: scripts,
        TITLE: head,
        ROOT: root,
    }
    for old, new in changes.items():
        start, end = _place(page, old)
        page = f"{page[:start]}{new}{page[end:]}"
    return page


def font() -> str:
    """Where the framework has the font that its page is written in."""
    return _found(_framework_page(), FONT)


def _found(page: str, part: re.Pattern[str]) -> str:
    start, end = _place(page, part)
    return page[start:end]


def _place(page: str, part: re.Pattern[str]) -> tuple[int, int]:
    found = list(part.finditer(page))
    if len(found) != 1:
        raise FrameworkChangedError(
            f"Streamlit's index.html has {part.pattern!r} {len(found)} times instead of once: "
            "look at what became of it, and change carechoice/web/early/framework_page.py."
        )
    return found[0].span()


@cache
def _framework_page() -> str:
    return files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
