"""Python's module search path (``sys.path``) stays the same while pages run.

The framework adds the folder of the pages while one runs, and takes it out again. A thread that
imports a package at that moment can skip a folder and not find it: the first request that needed a
late import could end with an error. Our pages import nothing from their own folder.
"""

from __future__ import annotations

from contextlib import nullcontext

from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.scriptrunner.exec_code import modified_sys_path


def keep_search_path() -> None:
    """Install the change for every run that this process begins from now on."""
    setattr(script_runner, modified_sys_path.__name__, nullcontext)
