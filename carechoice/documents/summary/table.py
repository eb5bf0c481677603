"""The rows of a table that is drawn with rules, also where one goes on over the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carechoice.documents.summary.page import TOLERANCE, Box, Page

# Less high is a thick rule, and no cell.
_LEAST_HEIGHT = 5
# Lines below words are rules, too.
_MOST_RULES_IN_HEADING = 6


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell on a page, with its text."""

    page: Page
    box: Box

    @property
    def text(self) -> str:
        """The words in it."""
        return self.page.text_in(self.box)


@dataclass(frozen=True, slots=True)
class Row:
    """A row by the cell that names it; on each page that it stands on there is one."""

    heading: TableCell
    names: tuple[TableCell, ...]

    @property
    def name(self) -> str:
        """What names the row."""
        return " ".join(filter(None, (cell.text for cell in self.names)))

    def cells(self, column: Box) -> list[TableCell]:
        """The row's cells in this column. One may be that of several rows."""
        x = column.middle[0]
        found = [
            cell for name in self.names for cell in _down(name.page, x, name.box.top, name.box)
        ]
        return [cell for cell in found if cell.text]


def rows(pages: Sequence[Page], heading: str) -> list[Row]:
    """The rows below each cell with this heading, in order, named by the cells of its column."""
    found: list[Row] = []
    current: TableCell | None = None
    for page in pages:
        head = next(iter(cells_that_say(page, heading)), None)
        current = head or current
        if current is None:
            continue
        names = list(_names(page, current, head))
        if names and found and _goes_on(names[0], found[-1]):
            found[-1] = Row(found[-1].heading, (*found[-1].names, names.pop(0)))
        found += [Row(current, (name,)) for name in names]
        current = current if names else None
    return found


def cells_that_say(page: Page, text: str) -> list[TableCell]:
    """The cells of a page with this text, those without rules between them in a heading too."""
    said = squeezed(text)
    first = text.split(maxsplit=1)[0].casefold()
    found = [
        box
        for word in page.words
        if word.text.casefold() == first
        for box in (page.cell_at(*word.box.middle), *_over_columns(page, word.box))
        if box and squeezed(page.text_in(box)) == said
    ]
    # Of two that say it around the same words, one is the other without its margins.
    distinct = {round(box.middle[0]): box for box in reversed(found)}
    return [TableCell(page, box) for box in distinct.values()]


def beside(heading: TableCell) -> list[TableCell]:
    """The cells to the right of a heading, at its lower edge: the headings of other columns."""
    page, box = heading.page, heading.box
    if cells := list(_to_the_right(page, box.right, box.bottom - TOLERANCE)):
        return cells
    below = _to_the_right(page, box.right, box.bottom + TOLERANCE)
    return [
        TableCell(page, Box(each.box.left, box.top, each.box.right, box.bottom)) for each in below
    ]


def _to_the_right(page: Page, x: float, y: float) -> Iterator[TableCell]:
    """The cells from here on, each beginning where the one before it ends."""
    while (box := page.cell_at(x + TOLERANCE, y)) and abs(box.left - x) <= 2 * TOLERANCE:
        yield TableCell(page, box)
        x = box.right


def _over_columns(page: Page, word: Box) -> Iterator[Box]:
    """A heading without rules at its sides has those of the cell below it."""
    x = word.middle[0]
    below = sorted(
        rule.place for rule in page.across if rule.place > word.bottom and rule.begin < x < rule.end
    )
    for bottom in below[:_MOST_RULES_IN_HEADING]:
        under = page.cell_at(x, bottom + TOLERANCE)
        if under:
            over = [
                rule.place
                for rule in page.across
                if rule.place < word.top and rule.spans(under.left, under.right)
            ]
            yield Box(under.left, max(over, default=word.top), under.right, bottom)


def _names(page: Page, heading: TableCell, head: TableCell | None) -> Iterator[TableCell]:
    """The cells of the column below its heading, or from the top of a table that goes on."""
    column = heading.box
    if head:
        top = column.bottom
    else:
        sides = [rule for rule in page.down if abs(rule.place - column.left) <= TOLERANCE]
        if not sides:
            return
        top = min(rule.begin for rule in sides)
    for cell in _down(page, column.middle[0], top, None):
        if _is_under(cell.box, column):
            yield cell


def _down(page: Page, x: float, top: float, within: Box | None) -> Iterator[TableCell]:
    """The cells at this place across, from the top down."""
    y = top + TOLERANCE
    while (within is None or y < within.bottom) and (box := page.cell_at(x, y)):
        if box.height >= _LEAST_HEIGHT:
            yield TableCell(page, box)
        y = max(box.bottom, y) + TOLERANCE


def squeezed(text: str) -> str:
    """The text as it is compared, however it is written and its lines are broken."""
    return re.sub(r"[ -]", "", text.casefold())


def _is_under(box: Box, column: Box) -> bool:
    return abs(box.left - column.left) <= TOLERANCE and abs(box.right - column.right) <= TOLERANCE


def _goes_on(first: TableCell, last: Row) -> bool:
    """Whether the first row of a page is the rest of the last one on the page before.

    Then nothing stands where its name would, or the rest of the name.
    """
    is_next = first.page.number == last.names[-1].page.number + 1
    return is_next and (not first.text or first.text[0].islower())
