"""Reads exported files as another program would."""

import io

from pypdf import PdfReader


def pdf(made):
    return PdfReader(io.BytesIO(made))


def text_of(made):
    """The text of all pages, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in pdf(made).pages).split())
