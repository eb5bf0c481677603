"""Take the pictures of the first page that the README shows: `make pictures`.

They are of the tests' day, so that only what changed on the page changes them.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

from browser.conftest import ARGUMENTS
from install_browser import NO_BROWSER, chromium_path
from PIL import Image
from playwright.sync_api import sync_playwright
from running_server import running_server
from scenarios import TODAY
from visitor import Visitor

from carechoice.catalog.in_use import hand_in
from carechoice.catalog.load import served
from carechoice.inputs import clock

FOLDER = Path(__file__).parent
SIZE = (1280, 800)
# Twice as fine as the page, so that its words are sharp where a reader's screen is.
FINENESS = 2
# Else each letter keeps to whole points of the screen, and words have gaps in them at this size.
LETTERS_WHERE_THEY_BELONG = "--font-render-hinting=none"
# As many colours as the page needs with its rounded corners and letters; a file with more is
# several times as large and looks the same.
COLOURS = 64
PICTURES = {"light": "compare.png", "dark": "compare-dark.png"}


def main() -> None:
    """Open the first page in both colour schemes and keep what the window shows."""
    chromium = chromium_path()
    if chromium is None:
        raise SystemExit(NO_BROWSER)
    # The server and the visitor must mean the same day.
    os.environ[clock.VARIABLE] = TODAY.isoformat()
    hand_in(served())
    with running_server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=[*ARGUMENTS, LETTERS_WHERE_THEY_BELONG]
        )
        for scheme, name in PICTURES.items():
            page = browser.new_page(
                viewport={"width": SIZE[0], "height": SIZE[1]},
                device_scale_factor=FINENESS,
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            Visitor(page, address).open()
            save(page.screenshot(), FOLDER / name)
            page.close()
        browser.close()


def save(picture: bytes, path: Path) -> None:
    """Write the picture with few colours, as small as PNG can hold it."""
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
