"""Take the Latin letters out of the framework's font: `make letters`.

It has Greek, Cyrillic and phonetic ones too, and each first visitor would fetch four times as much.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

STATIC = Path(sys.argv[1]) / "static" / "static"
LETTERS = Path(__file__).parents[1] / "carechoice/web/static/fonts/letters"
# The languages that are written in Latin letters, and the signs that stand in their texts.
TAKEN = (
    (0x20, 0x7E, "basic Latin"),
    (0xA0, 0x17F, "western and central Europe"),
    (0x1A0, 0x1B0, "Vietnamese"),
    (0x218, 0x21B, "Romanian"),
    (0x2B0, 0x2DD, "marks above letters that stand alone"),
    (0x300, 0x304, "marks that go with any letter"),
    (0x323, 0x323, "the mark below a letter"),
    (0x1EA0, 0x1EF9, "Vietnamese"),
    (0x2000, 0x206F, "punctuation"),
    (0x20A0, 0x20BF, "currencies"),
    (0x2122, 0x2122, "trade mark"),
    (0x2190, 0x2193, "arrows"),
    (0x2212, 0x2212, "minus"),
    (0x2248, 0x2265, "about, at most, at least"),
    (0x25A0, 0x25CF, "shapes"),
    (0xFB00, 0xFB04, "letters that touch"),
)
# The license keeps the font's own name for the font as it comes.
NAMES = {1: "CareChoice Latin", 4: "CareChoice Latin", 6: "CareChoiceLatin", 16: "CareChoice Latin"}
UNIQUE_NAME, VERSION_OF_NAMES = 3, 25


def renamed(font: TTFont) -> None:
    """Give the font a name of its own wherever it tells one."""
    for name in font["name"].names:
        if name.nameID in (UNIQUE_NAME, VERSION_OF_NAMES):
            name.string = NAMES[6]
        elif name.nameID in NAMES:
            name.string = NAMES[name.nameID]


def main() -> None:
    """Write the font, and which letters of which font it has."""
    (source,) = (STATIC / "media").glob("SourceSansVF-Upright.*.woff2")
    # By the font's own day, so that the same letters are the same file.
    font = TTFont(source, recalcTimestamp=False)
    # What looks alike in every weight is not named there.
    changes = font["gvar"].variations
    for glyph in font.getGlyphOrder():
        changes.setdefault(glyph, [])
    subsetter = Subsetter(Options(name_IDs=["*"]))
    subsetter.populate(
        unicodes=[code for first, last, _ in TAKEN for code in range(first, last + 1)]
    )
    subsetter.subset(font)
    renamed(font)
    font.flavor = "woff2"
    font.save(LETTERS / "latin.woff2")
    told = [f"{first:04X}-{last:04X} {what}" for first, last, what in TAKEN]
    (LETTERS / "latin.txt").write_text("\n".join([source.name, *told, ""]), encoding="utf-8")


main()
