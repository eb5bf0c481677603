"""Python's list of where to look for packages stays as it is while pages run.

The framework adds the folder of the pages while one runs, and takes it out again. Another thread
that looks for a package at that moment skips a folder and does not find it: so the first request
that needed a package which is loaded late could end with an error. Our pages import nothing from
beside them.
"""

from __future__ import annotations

from contextlib import nullcontext

from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.scriptrunner.exec_code import modified_sys_path


def keep_path() -> None:
    """For every run that this process begins from now on."""
    setattr(script_runner, modified_sys_path.__name__, nullcontext)
