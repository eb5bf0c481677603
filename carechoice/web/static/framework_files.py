"""The framework's scripts and styles, compressed once, and its fonts in small.

The framework hands its files out as they are, its font of icons with all 4,000 of them and its font
of letters with those of Greek and Cyrillic, which come in the reader's own font then.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from carechoice.web.paths import within
from carechoice.web.static.immutable_files import Lasting, answer

FOLDER = Path(str(files("streamlit"))) / "static"
FONTS = Path(__file__).with_name("fonts")
TYPES = {"js": "text/javascript", "css": "text/css"}
# The font that has all icons. One of another name is another release's, with icons that ours may
# lack: ours has those that the framework's scripts name, and `make icons` makes it.
ICONS = "/static/media/MaterialSymbols-Rounded.nEdyypZU.woff2"
SYMBOLS = FONTS / "icons" / "symbols.woff2"
# The font that pages are written in; `make letters` takes the Latin ones out of it.
LETTERS = "/static/media/SourceSansVF-Upright.ttf.BsWL4Kly.woff2"
LATIN = FONTS / "letters" / "latin.woff2"
FILES = {
    f"/static/{kind}/{file.name}": Lasting(media_type=media_type, read=file.read_bytes)
    for kind, media_type in TYPES.items()
    for file in (FOLDER / "static" / kind).iterdir()
}
for font, small in ((ICONS, SYMBOLS), (LETTERS, LATIN)):
    FILES[font] = Lasting(media_type="font/woff2", read=small.read_bytes, is_compressed=True)


class FrameworkFiles:
    """Answers with these files, and passes all other requests on."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        self._app = app
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer at the framework's addresses below the base path."""
        is_asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        file = FILES.get(within(self._base_path, scope)) if is_asked else None
        if file is None:
            await self._app(scope, receive, send)
            return
        await (await answer(Request(scope), file))(scope, receive, send)
