"""The rates of a price file printed on a terminal, with how far the file has been read."""

from __future__ import annotations

import sys
from pathlib import Path

from carechoice.language.formats import percent
from carechoice.language.sentences import say
from carechoice.price_files.opened import Progress, read_price_file
from carechoice.price_files.written import write_csv, write_json, write_text

# How far a large file has been read is told so often.
_STEPS = 10


def print_rates(file: Path, form: str | None) -> bool:
    """Rates on standard output, what is said of the reading on standard error; if it is refused.

    ``form`` is "json", "csv" or, for lines to read, None. Raises ``OSError`` for a path that
    cannot be opened.
    """
    said = read_price_file(file, progress_told())
    if form == "csv":
        rest = write_csv(said, sys.stdout)
        sys.stderr.writelines(f"{sentence}\n" for sentence in rest.sentences())
    else:
        rest = (write_json if form == "json" else write_text)(said, sys.stdout)
    return bool(rest.refused)


def progress_told() -> Progress:
    """Says on standard error how much of a file has been read, each tenth once."""
    told = 0

    def tell(share: float) -> None:
        nonlocal told
        if (step := int(share * _STEPS)) > told:
            told = step
            read = percent(100 * step / _STEPS)
            sys.stderr.write(say("price_file.progress", percent=read) + "\n")

    return tell
