"""A tagged PDF from one of our layouts, made by Typst; and a titled list as data for a layout."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from carechoice.language.pieces import pieces
from carechoice.language.sentences import say
from carechoice.ui.assets import layout

# The least document that keeps to the standard, which asks for a shape for each sign.
ONE_LINE = b'#set document(title: " ")\n#json(bytes(sys.inputs.data))'


def can_print(text: str) -> bool:
    """Whether the fonts of this server have a shape for each sign; if not, boxes are printed."""
    import typst

    try:
        _made(ONE_LINE, json.dumps(text), "ua-1", own_fonts=False)
    except typst.TypstError:
        return False
    return True


def tagged_pdf(file: str, content: Mapping[str, Any]) -> bytes:
    """A PDF that screen readers can read (PDF/UA-1), from a layout file and the data for it.

    A sign that Typst's own fonts lack, as in another script, would break that standard: then the
    server's fonts are tried too. Where they lack it as well, a box is printed: the PDF is tagged
    without claiming the standard, and says at its foot what a box is.
    """
    import typst

    data = json.dumps({**content, "boxes": ""})
    for own_fonts in (True, False):
        try:
            return _made(layout(file), data, "ua-1", own_fonts=own_fonts)
        except typst.TypstError:
            continue
    data = json.dumps({**content, "boxes": say("export.boxes")})
    return _made(layout(file), data, "1.7", own_fonts=False)


def _made(source: bytes, data: str, standard: Literal["ua-1", "1.7"], *, own_fonts: bool) -> bytes:
    import typst

    made = typst.compile(
        source,
        format="pdf",
        pdf_standards=standard,
        sys_inputs={"data": data},
        ignore_system_fonts=own_fonts,
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gave several files for one layout.")
    return made


def titled_list(title: str, sentences: Iterable[str], *, lead: str = "") -> dict[str, Any]:
    """A titled list as data for a layout: its title, a line above the list, and its sentences."""
    items = [pieces(sentence) for sentence in sentences]
    return {"title": title, "lead": pieces(lead), "items": items}
