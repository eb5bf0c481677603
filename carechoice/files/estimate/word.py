"""A good faith estimate as a Word file in large print, to be filled in on a screen.

Loads python-docx, so import it only where a file is made.
"""

from __future__ import annotations

import io
from datetime import date

from docx import Document
from docx.document import Document as File
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph

from carechoice.files.estimate.content import Estimate, Filled, Group, Said, Section, Table
from carechoice.language.everywhere import crisis_line_as_text, made_on
from carechoice.language.formats import language_tag
from carechoice.language.pieces import pieces
from carechoice.language.sentences import say

# Large print, and headings that stand out from it.
POINTS = {"Normal": 16, "Title": 22, "Heading 1": 19, "Heading 2": 16}
MARGIN = Inches(0.8)
# Of the table of charges: service, code, number, charge for each, in all.
WIDTHS = tuple(map(Inches, (1.9, 1.3, 1.2, 1.15, 1.35)))
BLACK = RGBColor(0, 0, 0)
# Shown as a line to write on.
BLANK = "_" * 24


def word(estimate: Estimate, *, today: date) -> bytes:
    """The estimate as a .docx file with headings, which a screen reader steps through."""
    file = Document()
    _prepare(file, estimate)
    file.add_heading(estimate.title, level=0)
    _say(file.add_paragraph(), estimate.lead)
    for section in estimate.sections:
        _add_section(file, section)
    file.add_paragraph(made_on(today))
    file.add_page_break()
    _add_section(file, estimate.for_staff)
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def _prepare(file: File, estimate: Estimate) -> None:
    """Title, author, language and size; headings are black, as on the printed one."""
    # At the foot of each page, since sheets come apart.
    file.sections[0].footer.paragraphs[0].text = crisis_line_as_text()
    file.core_properties.title = estimate.title
    file.core_properties.author = say("app.name")
    file.core_properties.comments = ""
    file.core_properties.language = language_tag()
    for name, points in POINTS.items():
        style = file.styles[name]
        style.font.size = Pt(points)
        style.font.color.rgb = BLACK
    file.sections[0].left_margin = file.sections[0].right_margin = MARGIN
    # Word 2010's copy of the styles, which python-docx's template brings, would differ from ours.
    for key, part in list(file.part.rels.items()):
        if part.reltype.endswith("/stylesWithEffects"):
            del file.part.rels[key]
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), language_tag())
    file.styles["Normal"].element.get_or_add_rPr().append(language)


def _add_section(file: File, section: Section) -> None:
    file.add_heading(section.title, level=1)
    for part in section.body:
        _add(file, part)


def _add(file: File, part: Said) -> None:
    if isinstance(part, Table):
        _add_table(file, part)
    elif isinstance(part, Group):
        file.add_heading(part.title, level=2)
    elif isinstance(part, Filled):
        file.add_paragraph(f"{part.label}: {part.text or BLANK}")
    else:
        _say(file.add_paragraph(), part)


def _say(paragraph: Paragraph, sentence: str) -> None:
    for text, is_bold in pieces(sentence):
        paragraph.add_run(text).bold = is_bold


def _add_table(file: File, table: Table) -> None:
    """The first row is marked as headings, so that it comes again on a further page."""
    made = file.add_table(rows=0, cols=len(table.head), style="Table Grid")
    made.autofit = False
    for texts in (table.head, *table.rows):
        row = made.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text, width in zip(row.cells, texts, WIDTHS, strict=True):
            cell.text, cell.width = text, width
    # Some programs go by the width of a column, others by that of its cells.
    for column, width in zip(made.columns, WIDTHS, strict=True):
        column.width = width
    head = made.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in head.cells:
        cell.paragraphs[0].runs[0].bold = True
