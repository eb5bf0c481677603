"""The packages that everything else needs. If one is missing, a line says what to run to get it.

It is imported before whatever imports one of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.util import find_spec

# By the names they are imported under; what is locked (requirements.lock) comes with these.
PACKAGES = (
    *("babel", "docx", "google", "h11", "holidays", "icalendar", "ijson", "jinja2", "markdown_it"),
    *("markupsafe", "numpy", "openpyxl", "pandas", "pptx", "prometheus_client", "pyarrow"),
    *("pydantic", "pypdfium2", "python_multipart", "segno", "starlette", "streamlit", "typst"),
    *("uvicorn", "websockets"),
)


def refuse_without(packages: Iterable[str]) -> None:
    """Raises SystemExit where a package is missing from the Python that runs this."""
    if missing := [name for name in packages if find_spec(name) is None]:
        raise SystemExit(
            f"CareChoice did not start. {sys.executable} lacks {missing[0]} and {len(missing) - 1}"
            " more of the packages that it needs. `make run` installs them in .venv and starts the"
            " pages; .venv/bin/python has them from then on."
        )


refuse_without(PACKAGES)
