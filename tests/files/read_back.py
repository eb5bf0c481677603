"""Reads exported files as another program would."""

import io
from functools import cache

import pypdfium2
from docx import Document
from pptx import Presentation
from pypdf import PdfReader


def pdf(made):
    return PdfReader(io.BytesIO(made))


@cache
def text_of(made):
    """The text of all pages, with single spaces; of each file read once, for all its tests."""
    return one_line(" ".join(text_by_page(made)))


def text_by_page(made):
    """The text of each page; a hyphen at the end of a line stands for itself."""
    pages = pypdfium2.PdfDocument(made)
    return [one_line(page.get_textpage().get_text_range().replace("\ufffe", "-")) for page in pages]


def text_of_docx(made):
    """The text of a Word file: its paragraphs, then the cells of its tables."""
    document = Document(io.BytesIO(made))
    in_tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return one_line(" ".join([each.text for each in document.paragraphs] + in_tables))


def one_line(text):
    return " ".join(text.split())


def deck(made):
    return Presentation(io.BytesIO(made))


def cells(shape):
    """The rows of a table on a slide."""
    return [[cell.text.replace("\n", ", ") for cell in row.cells] for row in shape.table.rows]


def words_on(slide):
    """All text of a slide, tables included."""
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [cells(shape) for shape in slide.shapes if shape.has_table]
    return " ".join([*texts, *(cell for table in tables for row in table for cell in row)])
