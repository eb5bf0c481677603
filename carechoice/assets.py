"""Files beside our code: scripts for browsers, Plotly's among them, and the handout's layout."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

COMPONENTS = Path(__file__).parent / "ui"
HANDOUT_LAYOUT = Path(__file__).parent / "export" / "handout.typ"


def component(file: str) -> str:
    """The script, style or markup of one of our components, which stands beside its module."""
    return (COMPONENTS / file).read_text(encoding="utf-8")


@cache
def handout_layout() -> bytes:
    """The layout of the handout, in Typst's language."""
    return HANDOUT_LAYOUT.read_bytes()


@cache
def plotly_script() -> bytes:
    """Plotly's script as the installed package brings it, read once.

    Found among the package's files, which spares importing the package.
    """
    path = distribution("plotly").locate_file("plotly/package_data/plotly.min.js")
    return Path(str(path)).read_bytes()


@cache
def plotly_address() -> str:
    """Where the server hands Plotly's script out, from the app's root."""
    return _address("plotly", plotly_script())


@cache
def save_script() -> bytes:
    """The script that saves a chart as a picture, read once."""
    return component("save.js").encode()


@cache
def save_address() -> str:
    """Where the server hands that script out, from the app's root."""
    return _address("save", save_script())


def _address(name: str, script: bytes) -> str:
    """It changes with the script's content, so that browsers may keep what they have."""
    return f"assets/{name}-{sha256(script).hexdigest()[:12]}.js"
