"""Files beside our code: scripts for browsers (Plotly among them), and layouts for paper."""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
COMPONENTS = PACKAGE / "ui" / "components"
# Plotly's parts for lines and bars: `make plotly` fetches and compresses them.
PLOTLY = "plotly-basic.min.js"
SAVE = "save.js"
# The files that the server hands out: every script beside our components.
SCRIPTS = tuple(sorted(path.name for path in COMPONENTS.rglob("*.js")))
# What a page can do without until it is used, or what stands on few pages.
NOT_AT_ONCE = (
    SAVE,
    *("bring.js", "doubt.js", "file_place.js", "hand_on.js", "keys.js", "status_line.js"),
)
# What nearly every page needs; the largest comes first, as it takes longest.
AT_ONCE = (PLOTLY, *(file for file in SCRIPTS if file not in (PLOTLY, *NOT_AT_ONCE)))
# Those that bring the style and the markup along which stand beside them.
WITH_MARKUP = tuple(sorted(f"{path.stem}.js" for path in COMPONENTS.rglob("*.html")))
# What a component is told stands in a list (ui/component.py).
SHOWS_DATA = "export default (part) => show({ ...part, data: part.data?.[0] });\n"
IMPORTED = re.compile(rb'from "\./([a-z]+\.js)"')
SHARED_STYLE = re.compile(r'@import "([a-z]+\.css)";\n')
# What the theme cannot say, in the order in which it counts.
STYLES = (
    "cards.css",
    "page.css",
    "beside.css",
    "phone.css",
    "tables.css",
    "head.css",
    "widgets.css",
    "forced_colors.css",
    "paper.css",
)


@cache
def _place(file: str) -> Path:
    """Where a file stands beside a module of ours; each has a name of its own."""
    (place,) = PACKAGE.rglob(file)
    return place


@cache
def style_of_pages() -> str:
    """The style of every page, whose parts stand in style/, in one element."""
    parts = "\n".join(map(component_file, STYLES))
    return f"<style>{parts}</style>"


def component_file(file: str) -> str:
    """The style or markup of one of our components, which is a file beside its module.

    A style that it imports, which it shares with other components, is put in its place.
    """
    own = _place(file).read_text(encoding="utf-8")
    return SHARED_STYLE.sub(lambda imported: component_file(imported[1]), own)


def fetched(file: str) -> str:
    """A component's script, which the browser fetches once.

    The framework sends what it is given again with every change of every such component. Where it
    cannot be fetched, the page's own script says what stands in its place (web/early/early.js).
    """
    return f"const {{ default: show }} = {_imported(file)};\n{SHOWS_DATA}"


def fetched_with_markup(file: str) -> str:
    """The script of a component whose style and markup come along with it, fetched once as well."""
    parts = ", ".join(map(_imported, (file, "dressed.js")))
    return f"const [own, {{ dressed }}] = [{parts}];\nconst show = dressed(own);\n{SHOWS_DATA}"


def _imported(file: str) -> str:
    at = f'new URL("{address(file)}", document.baseURI)'
    return f'await import({at}).catch(() => withoutPart("{Path(file).stem}"))'


@cache
def script(file: str) -> bytes:
    """A script that the server hands out, read once.

    What it imports from beside it comes from the address that the server hands that out at.
    """
    own = IMPORTED.sub(_at_its_address, _place(file).read_bytes())
    return own + _look(file) if file in WITH_MARKUP else own


def _look(file: str) -> bytes:
    name = file.removesuffix(".js")
    look = f"<style>{component_file(f'{name}.css')}</style>{component_file(f'{name}.html')}"
    return f"\nexport const look = {json.dumps(look)};\n".encode()


@cache
def brotli() -> bytes:
    """Plotly's script made as small as it goes, which takes longer than a visitor waits."""
    return _place(f"{PLOTLY}.br").read_bytes()


@cache
def address(file: str) -> str:
    """Where the server hands a script out, from the app's root.

    It changes with the script's content, so that browsers may keep what they have.
    """
    name = Path(file).name.split(".", 1)[0]
    return f"assets/{name}-{sha256(script(file)).hexdigest()[:12]}.js"


def logo_address(picture: bytes) -> str:
    """Where the server hands a centre's logo out, from the app's root; it changes with the logo."""
    return f"assets/logo-{sha256(picture).hexdigest()[:12]}.png"


def _at_its_address(imported: re.Match[bytes]) -> bytes:
    name = address(imported[1].decode()).rpartition("/")[2]
    return f'from "./{name}"'.encode()


@cache
def layout(file: str) -> bytes:
    """A layout for paper, in Typst's language."""
    return _place(file).read_bytes()
