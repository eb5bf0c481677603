"""How a sheet of a workbook is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carechoice.language.everywhere import crisis_line_as_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# The width of an upright page in characters of the standard font, the unit of column widths.
WIDEST_UPRIGHT = 90


def fit_to_paper(page: Worksheet, *, header_row: int) -> None:
    """As wide as one page, with its columns' labels at the head and the crisis line at the foot.

    A page that few columns stand on is upright, where more rows have room below each other.
    """
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    width = sum(column.width for column in page.column_dimensions.values())
    page.page_setup.orientation = "portrait" if width <= WIDEST_UPRIGHT else "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{header_row}:{header_row}"
    # A row of it among the numbers would be read as one of them.
    foot = HeaderFooterItem()
    foot.center.text = crisis_line_as_text().replace("&", "&&")
    page.HeaderFooter.oddFooter = foot
