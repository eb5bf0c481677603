"""Take the icons that the framework's scripts name out of its font: `make icons`.

The font with all of them is 40 times as large, and each first visitor would fetch it.
"""

import re
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

STATIC = Path(sys.argv[1]) / "static" / "static"
ICONS = Path(__file__).parents[1] / "carechoice/web/static/fonts/icons"
NAMED = re.compile(r":material/([a-z0-9_]+):")
LIGATURES = 4


def named() -> set[str]:
    """The names of the icons in the framework's scripts."""
    scripts = (file.read_text(encoding="utf-8") for file in (STATIC / "js").glob("*.js"))
    return {name for script in scripts for name in NAMED.findall(script)}


def glyphs(font: TTFont) -> dict[str, str]:
    """The glyph of each icon by its name: a font has them in place of the letters of the name."""
    letters = {glyph: chr(code).lower() for code, glyph in font.getBestCmap().items()}
    tables = (table for lookup in font["GSUB"].table.LookupList.Lookup for table in lookup.SubTable)
    whole = [getattr(table, "ExtSubTable", table) for table in tables]
    spelled = (
        ([first, *each.Component], each.LigGlyph)
        for table in whole
        if table.LookupType == LIGATURES
        for first, ligatures in table.ligatures.items()
        for each in ligatures
    )
    return {
        "".join(letters[part] for part in parts): glyph
        for parts, glyph in spelled
        if all(part in letters for part in parts)
    }


def main() -> None:
    """Write the font, and which icons of which font it has."""
    (source,) = (STATIC / "media").glob("MaterialSymbols-Rounded.*.woff2")
    # By the font's own day, so that the same icons are the same file.
    font = TTFont(source, recalcTimestamp=False)
    found = glyphs(font)
    names = sorted(named() & found.keys())
    subsetter = Subsetter(Options(layout_features=["*"], layout_closure=False))
    subsetter.populate(glyphs=[found[name] for name in names], text="".join(names))
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(ICONS / "symbols.woff2")
    (ICONS / "symbols.txt").write_text("\n".join([source.name, *names, ""]), encoding="utf-8")


main()
