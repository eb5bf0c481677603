"""A centre's logo: which pictures are shown, and what is said of others."""

import struct
from dataclasses import replace
from zlib import compress, crc32

import pytest
from centre_tables import centre_folder
from page_reader import opened

from carechoice.catalog.centre import Centre
from carechoice.catalog.in_use import catalog
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load
from carechoice.catalog.logo import Logo
from carechoice.ui import state


def part(name, content=b""):
    """A part of a PNG: its length, its name, what it holds, its check sum."""
    named = name + content
    return struct.pack(">I", len(content)) + named + struct.pack(">I", crc32(named))


def picture(width=200, height=100, more=b""):
    """A grey PNG of so many pixels, and with more in it that nobody sees."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = compress((b"\0" + b"\x80" * width) * height)
    parts = (part(b"IHDR", head), part(b"IDAT", lines), part(b"teXt", more), part(b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def own(folder, content, line="Our house,logo.png"):
    centre_folder(folder, centre=f"name,logo\n{line}\n")
    if content is not None:
        (folder / "logo.png").write_bytes(content)
    return [folder, DEFAULT_FOLDER]


def test_a_png_beside_the_data_is_the_logo(tmp_path):
    assert load(own(tmp_path / "own", picture())).own.logo == Logo(picture(), 200, 100)
    assert load([DEFAULT_FOLDER]).own.logo is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no 'logo.png' in "),
        (b"", "the file is no whole PNG picture. Save it anew as PNG."),
        (picture()[:20], "the file is no whole PNG picture"),
        (picture()[:-1], "the file is no whole PNG picture"),
        (picture().replace(b"IDAT", b"IDAT!"), "the file is no whole PNG picture"),
        (b"<svg onload='alert(1)'/>", "the file is no whole PNG picture"),
        (b"\xff\xd8\xff\xe0JFIF", "the file is no whole PNG picture"),
        (picture(more=b"a" * 200_000), "the picture has 200 kB. Save it with 200 kB at most."),
        (picture(4000, 100), "the picture is 4000 x 100 pixels. Save it with 32 to 2000 each way."),
        (picture(16, 16), "the picture is 16 x 16 pixels."),
    ],
)
def test_what_cannot_be_shown_is_said_with_its_place(tmp_path, content, said):
    with pytest.raises(BadDataError) as caught:
        load(own(tmp_path / "own", content))
    (problem,) = caught.value.problems
    assert problem.startswith(f"centre.csv, row 2, column logo: {said}")


def test_a_logo_without_a_name_says_nothing_to_those_who_do_not_see_it(tmp_path):
    with pytest.raises(BadDataError) as caught:
        load(own(tmp_path / "own", picture(), line=",logo.png"))
    assert "Fill in the name." in caught.value.problems[0]


def test_it_stands_at_the_foot_of_a_page_and_is_read_out_as_the_name():
    named = replace(
        catalog(),
        centre=Centre(name="Our house"),
        own=replace(catalog().own, logo=Logo.of(picture())),
    )
    app = opened()
    assert not app.get("image")
    app.session_state[state.CATALOG] = named
    app.session_state[state.IS_SERVED] = False
    app.run()
    assert not app.exception
    (shown,) = app.get("image")
    assert [each.alt for each in shown.proto.imgs] == ["Our house"]
