"""A PowerPoint file in our look: slides with title, crisis line and notes, texts, tables.

Loads python-pptx, so import it only where a file is made.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as File
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Inches, Pt

from carechoice.catalog.centre.logo import Logo
from carechoice.files.slides.fitting import (
    AFTER_EM,
    BULLET,
    CELL_EDGE,
    FONT,
    Box,
    Cells,
    Place,
    Text,
    fitting_pt,
    row_heights,
    table_pt,
)
from carechoice.language.pieces import Piece

WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.6
TITLE_PT, FRONT_PT, LINE_PT, NAME_PT = 28, 16, 14, 12
TITLE_SLIDE, TITLE_ONLY = 0, 5
INK, PALE_GREY = RGBColor(0x22, 0x22, 0x22), RGBColor(0xEF, 0xEF, 0xEF)
# PowerPoint's own table style of plain lines: its default is blue, and blue is an option's colour.
PLAIN_GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"
# Where the parts of a slide stand.
CRISIS = Box(MARGIN, 6.92, 7.6, 0.4)
NAME = Box(MARGIN + 7.6, 6.92, WIDTH - 2 * MARGIN - 7.6, 0.4)
LOGO = Box(9.2, 6.15, 3.533, 0.7)
# Room between a title bar and the text below it.
ABOVE_TEXT = Inches(0.1)
TITLE = Box(MARGIN, 0.35, WIDTH - 2 * MARGIN, 0.85)
FRONT_TITLE = Box(MARGIN, 1.0, WIDTH - 2 * MARGIN, 1.3)
FRONT_TEXT = Box(MARGIN, 2.5, 7.9, 1.9)
# Rows of a table do not grow further apart than this, in inches, also where there is more room.
MOST_SPARE = 0.18


def emu(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    """The edges of a box in the units of the file."""
    left, top, width, height = map(Inches, (box.left, box.top, box.width, box.height))
    return left, top, width, height


def describe(shape: GraphicFrame, alt: str) -> None:
    """Give a table or a chart its text for people who cannot see it."""
    shape._element.nvGraphicFramePr.cNvPr.set("descr", alt)


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of every slide: the crisis line, and who shows it.

    ``logo`` stands above the name on the first slide, and is read out as the name.
    """

    crisis: Sequence[Piece]
    name: str = ""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """How titles look: words in ``text_color`` on a bar of ``color``; empty, dark on white."""

    color: str = ""
    text_color: str = ""


class Deck:
    """The file while it is made. Every slide has the crisis line at its foot."""

    def __init__(self, *, title: str, author: str, language: str, foot: Foot, bar: Bar) -> None:
        self._file = Presentation()
        self._language = language
        self._foot, self._bar = foot, bar
        self._about = ""
        self._file.slide_width, self._file.slide_height = Inches(WIDTH), Inches(HEIGHT)
        properties = self._file.core_properties
        properties.title, properties.author, properties.language = title, author, language
        _fit_layouts(self._file)
        if bar.color:
            for layout in self._file.slide_layouts:
                _fill_bar(layout.placeholders[0], bar.color)

    def front(self, title: str, subtitle: Iterable[Text], notes: Iterable[str]) -> Slide:
        """The first slide."""
        slide = self._slide(TITLE_SLIDE, title, notes)
        sentences = [*subtitle]
        size_pt = fitting_pt(sentences, FRONT_TEXT, most_pt=FRONT_PT)
        self._write(slide.placeholders[1].text_frame, sentences, size_pt=size_pt)
        if self._foot.logo:
            self._show(slide, self._foot.logo)
        return slide

    def _show(self, slide: Slide, logo: Logo) -> None:
        """The logo in its room, at the right edge, where the name below it ends."""
        width, height = logo.within(width=LOGO.width, height=LOGO.height)
        at = Box(LOGO.left + LOGO.width - width, LOGO.top + LOGO.height - height, width, height)
        self.picture(Place(slide, at, self._foot.name), logo.content)

    def slide(self, title: str, notes: Iterable[str]) -> Slide:
        """A further slide."""
        return self._slide(1, title, notes)

    @contextmanager
    def about(self, name: str) -> Iterator[None]:
        """Slides within are about something of this name, which stands above their titles."""
        self._about = name
        try:
            yield
        finally:
            self._about = ""

    def _slide(self, layout: int, title: str, notes: Iterable[str]) -> Slide:
        slide: Slide = self._file.slides.add_slide(self._file.slide_layouts[layout])
        if slide.shapes.title is not None:
            self._write_title(slide.shapes.title.text_frame, title)
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = "\n".join(notes)
        self._write_foot(slide)
        return slide

    def _write_title(self, frame: TextFrame, title: str) -> None:
        lines = [line for line in (self._about, title) if line]
        self._write(frame, [Text([Piece(line, False)], self._bar.text_color) for line in lines])
        if self._about:
            frame.paragraphs[0].runs[0].font.size = Pt(LINE_PT)

    def _write_foot(self, slide: Slide) -> None:
        foot = self._foot
        self.text(slide, [Text(foot.crisis)], CRISIS, most_pt=LINE_PT)
        if foot.name:
            name = Text([Piece(foot.name, False)], at_right=True)
            self.text(slide, [name], NAME, most_pt=NAME_PT)

    def text(self, slide: Slide, paragraphs: Iterable[Text], box: Box, *, most_pt: int) -> None:
        """Paragraphs in a box, at a size at which they end within it."""
        sentences = [*paragraphs]
        frame = slide.shapes.add_textbox(*emu(box)).text_frame
        frame.word_wrap = True
        self._write(frame, sentences, size_pt=fitting_pt(sentences, box, most_pt=most_pt))

    def table(
        self,
        place: Place,
        rows: Sequence[Cells],
        *,
        shares: Sequence[float],
        most_pt: int,
    ) -> None:
        """A table whose first row is its header; ``shares`` are the columns' parts of the width.

        Its words have a size at which it ends within its place.
        """
        box = place.box
        widths = [box.width * share / sum(shares) for share in shares]
        size_pt = table_pt(rows, widths, box.height, most_pt=most_pt)
        heights = row_heights(rows, widths, size_pt)
        spare = min(MOST_SPARE, max(0, box.height - sum(heights)) / len(rows))
        shape = place.slide.shapes.add_table(len(rows), len(rows[0]), *emu(box))
        describe(shape, place.alt)
        table = shape.table
        shape._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_GRID
        table.horz_banding = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Inches(width)
        for number, (row, cells, height) in enumerate(zip(table.rows, rows, heights, strict=True)):
            row.height = Inches(height + spare)
            for cell, texts in zip(row.cells, cells, strict=True):
                self._fill(cell, texts, size_pt=size_pt, is_head=not number)

    def _fill(self, cell: _Cell, texts: Sequence[Text], *, size_pt: float, is_head: bool) -> None:
        cell.margin_top = cell.margin_bottom = Inches(CELL_EDGE)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        self._write(cell.text_frame, texts, size_pt=size_pt, bold=is_head)
        if is_head:
            cell.fill.solid()
            cell.fill.fore_color.rgb = PALE_GREY

    def picture(self, place: Place, image: bytes) -> None:
        """A picture."""
        shape = place.slide.shapes.add_picture(io.BytesIO(image), *emu(place.box))
        shape._element.nvPicPr.cNvPr.set("descr", place.alt)

    def to_bytes(self) -> bytes:
        """The file."""
        made = io.BytesIO()
        self._file.save(made)
        return made.getvalue()

    def _write(
        self,
        frame: TextFrame,
        paragraphs: Iterable[Text],
        *,
        size_pt: float | None = None,
        bold: bool = False,
    ) -> None:
        for number, text in enumerate(paragraphs):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.RIGHT if text.at_right else PP_ALIGN.LEFT
            if size_pt:
                paragraph.space_after = Pt(size_pt * AFTER_EM)
            if text.bullet:
                _bullet(paragraph)
            self._runs(paragraph, text, size_pt=size_pt, bold=bold)

    def _runs(
        self, paragraph: _Paragraph, text: Text, *, size_pt: float | None, bold: bool
    ) -> None:
        in_color = any(piece.bold for piece in text.pieces)
        for piece in text.pieces:
            run = paragraph.add_run()
            run.text = piece.text
            run._r.get_or_add_rPr().set("lang", self._language)
            if size_pt:
                run.font.size = Pt(size_pt)
                run.font.bold = bold or piece.bold
                run.font.color.rgb = INK
            if text.color and (piece.bold or not in_color):
                run.font.color.rgb = RGBColor.from_string(text.color.lstrip("#"))
                in_color = True
            if text.address:
                run.hyperlink.address = text.address


def _fit_layouts(file: File) -> None:
    """Keep the two layouts in use and move what stands on them to the wide format."""
    kept = [file.slide_layouts[index] for index in (TITLE_SLIDE, TITLE_ONLY)]
    for layout in list(file.slide_layouts):
        if layout not in kept:
            file.slide_layouts.remove(layout)
    master = file.slide_master
    wider = file.slide_width / Inches(10) if file.slide_width else 1
    for shape in master.placeholders:
        shape.left, shape.width = Emu(int(shape.left * wider)), Emu(int(shape.width * wider))
    places = (
        (master.placeholders[0], TITLE),
        (kept[0].placeholders[0], FRONT_TITLE),
        (kept[0].placeholders[1], FRONT_TEXT),
        (kept[1].placeholders[0], TITLE),
    )
    for shape, box in places:
        shape.left, shape.top, shape.width, shape.height = emu(box)
    # Dates, footers and numbers of the layouts would lie on the crisis line.
    for layout in kept:
        for shape in list(layout.placeholders)[2 if layout is kept[0] else 1 :]:
            shape._element.getparent().remove(shape._element)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'"Calibri"', f'"{FONT}"'.encode())
    style = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    style.find(qn("a:defRPr")).set("sz", str(TITLE_PT * 100))
    style.find(qn("a:defRPr")).set("b", "1")


def _fill_bar(title: LayoutPlaceholder, color: str) -> None:
    """Make a title a bar from edge to edge and to the top."""
    title.height = Emu(title.top + title.height - ABOVE_TEXT)
    title.left, title.top, title.width = Emu(0), Emu(0), Inches(WIDTH)
    title.text_frame.margin_left = title.text_frame.margin_right = Inches(MARGIN + 0.1)
    title.fill.solid()
    title.fill.fore_color.rgb = RGBColor.from_string(color.lstrip("#"))


def _bullet(paragraph: _Paragraph) -> None:
    """A bullet with a hanging indent, which python-pptx has no word for."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(Inches(BULLET)))
    properties.set("indent", str(-Inches(BULLET)))
    mark = properties.makeelement(qn("a:buChar"), {"char": "•"})
    properties.append(mark)
