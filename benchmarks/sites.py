"""The pages that are compared: ours, and one of the same kind in each of three frameworks.

Each is started the way its documentation says.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "benchmarks"
# The other frameworks live in an environment of their own, which `make bench` makes: what they
# bring along must not touch the app's.
OTHERS_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
# Without these two, a first start asks for an address and the browser reports to the makers.
QUIETLY = ("--server.headless", "true", "--browser.gatherUsageStats", "false")
STREAMLIT = (sys.executable, "-m", "streamlit", "run")
VERSION = "import sys, importlib.metadata; print(importlib.metadata.version(sys.argv[1]))"


@dataclass(frozen=True, slots=True)
class Site:
    """A page, how it is served, and its slider for the hours of a program.

    ``slider`` finds the part with the slider's role, ``track`` what a pointer moves along, both as
    CSS. ``command`` is to be followed by the port. The folder decides about Streamlit's settings:
    .streamlit/config.toml of ours stands beside app.py, and the bare app has none. ``page`` is the
    address on the server that is opened.
    """

    name: str
    package: str
    command: tuple[str, ...]
    folder: Path
    health: str
    slider: str
    track: str
    page: str = "/"


# From 12 to 13 hours a week a program needs one more day, so that all three charts change.
OURS = Site(
    "our page",
    "streamlit",
    (*STREAMLIT, "app.py", *QUIETLY, "--server.port"),
    ROOT,
    "/_stcore/health",
    ".st-key-iop_hours_per_week_slider .range",
    ".st-key-iop_hours_per_week_slider .range",
    "/?iop_hours_per_week=12",
)
BARE = Site(
    "bare Streamlit app",
    "streamlit",
    (*STREAMLIT, "bare_app.py", *QUIETLY, "--server.port"),
    HERE,
    "/_stcore/health",
    "[data-testid=stSlider] input",
    "[data-testid=stSlider]",
)
DASH = Site(
    "Dash",
    "dash",
    (str(OTHERS_PYTHON), "dash_app.py"),
    HERE,
    "/",
    ".dash-slider-root [role=slider]",
    ".dash-slider-root",
)
NICEGUI = Site(
    "NiceGUI",
    "nicegui",
    (str(OTHERS_PYTHON), "nicegui_app.py"),
    HERE,
    "/",
    ".q-slider",
    ".q-slider",
)
OTHERS = (DASH, NICEGUI)
NOT_INSTALLED = "not measured: not installed (`make bench` installs it)"


def build_in(folder: Path) -> Site:
    """Another checkout of our page, to be measured beside this one."""
    return replace(OURS, name="the build beside it", folder=folder)


@cache
def version(site: Site) -> str | None:
    """The version of the site's framework; None where it is not installed."""
    command = [site.command[0], "-c", VERSION, site.package]
    try:
        found = subprocess.run(command, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return found.stdout.strip()
