"""Files that are damaged or made to do harm, from a summary that is whole."""

import random
import zlib
from io import BytesIO

from pypdf import PdfWriter

# Always the same damage, so that what fails once fails again.
SEED = 20261127
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"


def cut_off(pdf, every_percent):
    """The file as it is after a broken download."""
    for percent in range(0, 100, every_percent):
        yield f"cut off at {percent} %", b"%PDF-1.7\n" + pdf[9 : len(pdf) * percent // 100]


def flipped(pdf, count):
    """The file with some of its bytes changed."""
    chance = random.Random(SEED)
    for at in range(count):
        changed = bytearray(pdf)
        for _ in range(chance.choice((1, 10, 100, 1000))):
            changed[chance.randrange(9, len(pdf))] = chance.randrange(256)
        yield f"changed bytes, {at}", bytes(changed)


def moved(pdf, count):
    """The file with parts of it moved, doubled and left out."""
    chance = random.Random(SEED)
    for at in range(count):
        cuts = sorted(chance.randrange(9, len(pdf)) for _ in range(4))
        parts = [pdf[a:b] for a, b in zip([9, *cuts], [*cuts, len(pdf)], strict=True)]
        yield f"moved parts, {at}", b"%PDF-1.7\n" + b"".join(chance.choices(parts, k=6))


def made_to_harm():
    """Small files that ask for much."""
    yield "a thousand pages", _pages(1_000)
    yield "a page inside itself", _pdf(b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")
    yield "pages that count wrong", _pdf(b"<</Type/Pages/Kids[]/Count 2000000000>>")
    yield "a page as large as a town", _page(b"BT /F 9 Tf (Summary) Tj ET", b"0 0 9999999 9999999")
    yield "a page without a size", _page(b"BT /F 9 Tf (Summary) Tj ET", b"0 0 0 0")
    yield "forms within forms", _nested(500)
    yield "a form within itself", _page(b"/X Do")
    yield "deep lists", _pdf(b"[" * 200_000)
    yield "deep tables", _pdf(b"<</A " * 200_000)
    yield "a million lines", _page(b"0 0 m 700 500 l S " * 1_000_000)
    yield "a million letters", _page(b"BT /F 9 Tf " + b"(aaaaaaaaaa) Tj " * 100_000 + b"ET")
    yield "a million words", _page(b"BT /F 9 Tf " + b"(a ) Tj 9 2 Td " * 500_000 + b"ET")
    yield "a million saved states", _page(b"q " * 1_000_000)
    yield "half a gigabyte in a few bytes", _bomb()
    yield "a picture of a gigabyte", _page(b"BI /W 30000 /H 30000 /BPC 8 /CS /RGB ID x EI")
    yield (
        "a million times the word of a heading",
        _page(
            b"BT /F 9 Tf "
            + b"(Services ) Tj 9 1 Td " * 20_000
            + b"ET "
            + b"0 0 m 700 500 l S " * 99
        ),
    )
    yield "a password", _locked()
    yield "only a beginning", b"%PDF-1.7\n"
    yield "a beginning and no more than noise", b"%PDF-1.7\n" + bytes(range(256)) * 4_000


def _file(*objects):
    parts = (b"%d 0 obj\n%s\nendobj\n" % each for each in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + b"".join(parts) + b"trailer<</Root 1 0 R>>\n%%EOF"


def _pdf(pages, *more):
    return _file(b"<</Type/Catalog/Pages 2 0 R>>", pages, *more)


def _page(content, size=b"0 0 792 612"):
    """One page that draws this; what it draws can be drawn again by the name /X."""
    return _with_page(_stream(content, FORM % 4), size)


def _with_page(*drawn, size=b"0 0 792 612"):
    resources = (
        b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X 4 0 R>>>>"
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources%s>>" % (
        size,
        resources,
    )
    return _pdf(b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, *drawn)


def _stream(content, more=b""):
    squeezed = zlib.compress(content)
    return _raw_stream(squeezed, b"/Filter/FlateDecode" + more)


def _raw_stream(content, more):
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), more, content)


def _pages(count):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 792 612]>>"
    return _pdf(b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * count, count), page)


def _nested(depth):
    """Each form draws the next one twice."""
    forms = (_stream(b"/X Do /X Do", FORM % (at + 5)) for at in range(depth))
    return _with_page(*forms, b"null")


def _bomb():
    """Spaces, squeezed twice."""
    squeezer = zlib.compressobj(1)
    squeezed = b"".join(squeezer.compress(b" " * 1_000_000) for _ in range(500)) + squeezer.flush()
    squeezed = zlib.compress(squeezed)
    return _with_page(_raw_stream(squeezed, b"/Filter[/FlateDecode/FlateDecode]"))


def _locked():
    writer = PdfWriter()
    writer.add_blank_page(792, 612)
    writer.encrypt("a password")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
