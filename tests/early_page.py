"""A page as plain HTML, as a browser gets it before any script runs."""

import re

from early_reader import EarlyPage
from scenarios import TODAY

from carechoice.language.sentences import as_text
from carechoice.web.early.content import page_content
from carechoice.web.early.document import document

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def html(page="compare", query=""):
    return document(page_content(page, query, today=TODAY))


def early(page="compare", query=""):
    return EarlyPage(html(page, query))


def read(sentence):
    """A sentence of ours as it is read."""
    return as_text(LINK.sub(r"\1", sentence))
