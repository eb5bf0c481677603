"""Files beside our code: our components' for browsers, Plotly's script, the handout's layout."""

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
    """Where the server hands Plotly's script out, from the app's root.

    It changes with the script's content, so that browsers may keep what they have.
    """
    return f"assets/plotly-{sha256(plotly_script()).hexdigest()[:12]}.js"
