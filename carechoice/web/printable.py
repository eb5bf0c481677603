"""Whether a centre's name can be printed with the fonts of this server."""

from __future__ import annotations

import sys

from carechoice.files.documents.pdf import can_print


def warn_of_boxes(name: str) -> None:
    """Say so where a centre's name cannot be printed as it is; pages show it all the same."""
    if name and not can_print(name):
        sys.stderr.write(
            "centre.csv, column name: this server has no font for all signs of the name, so the "
            "handout prints boxes for them. Install a font that has them, or write the name in "
            "other signs.\n"
        )
