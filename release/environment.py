"""An environment with what requirements.lock names and nothing else, no installer either."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"


def install(folder: Path) -> Path:
    """Put the app's packages into an empty environment in the folder, and give its Python.

    Nothing is taken from an earlier install. Raises CalledProcessError where a package cannot be
    had, or its file has another hash than the lock names.
    """
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    into = ("--python", str(python), "install", "--no-cache-dir", "--no-compile")
    asked = ("--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(LOCK))
    subprocess.run([sys.executable, "-m", "pip", *into, *asked], check=True)
    return python
