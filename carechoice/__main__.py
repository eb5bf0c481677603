"""The command line: `python -m carechoice read FILE`, `prices FILE`, `check FOLDER`."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from carechoice.catalog.in_use import using
from carechoice.documents.opened import open_paper
from carechoice.documents.told import as_json
from carechoice.language.formats import percent
from carechoice.language.sentences import say
from carechoice.price_files.opened import Progress, read_price_file
from carechoice.price_files.told import write_csv, write_json, write_text
from carechoice.web.start import checked_catalog

READ, REFUSED = 0, 2
# How far a large file has been read is told so often.
_STEPS = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask; the exit code is 0, or 2 where a file is refused."""
    asked = _parser().parse_args(arguments)
    if asked.command == "check":
        return _check(asked.folder)
    if asked.command == "prices":
        return _prices(asked.file, asked.form)
    return _read(asked.file)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m carechoice", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser(
        "read", help="print as JSON what a paper of a plan says (PDF of its summary, 271, text)"
    )
    read.add_argument("file", type=Path)
    prices = commands.add_parser(
        "prices", help="print the rates for therapy and programs in a hospital's price file"
    )
    prices.add_argument("file", type=Path)
    form = prices.add_mutually_exclusive_group()
    for name in ("json", "csv"):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name)
    check = commands.add_parser(
        "check", help="check a folder of your own data as the server does when it starts"
    )
    check.add_argument("folder", type=Path)
    return parser


def _read(file: Path) -> int:
    try:
        paper = open_paper(file)
    except OSError as error:
        sys.stderr.write(f"{file}: {error.strerror}. Check the path.\n")
        return REFUSED
    with using(checked_catalog()):
        sys.stdout.write(json.dumps(as_json(paper), indent=2, ensure_ascii=False) + "\n")
    return REFUSED if paper.refused else READ


def _prices(file: Path, form: str | None) -> int:
    """Rates stand on standard output, what is said of the reading on standard error."""
    with using(checked_catalog()):
        said = read_price_file(file, _progress())
        try:
            if form == "csv":
                rest = write_csv(said, sys.stdout)
                sys.stderr.writelines(f"{sentence}\n" for sentence in rest.sentences())
            else:
                rest = (write_json if form == "json" else write_text)(said, sys.stdout)
        except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
            sys.stderr.write(f"{file}: {error.strerror}. Check the path.\n")
            return REFUSED
    return REFUSED if rest.refused else READ


def _progress() -> Progress:
    """Says on standard error how much of a file has been read, each tenth once."""
    told = 0

    def tell(share: float) -> None:
        nonlocal told
        if (step := int(share * _STEPS)) > told:
            told = step
            sys.stderr.write(
                say("price_file.progress", percent=percent(100 * step / _STEPS)) + "\n"
            )

    return tell


def _check(folder: Path) -> int:
    """The exit code is 1 where the data has errors, as it is of a start."""
    os.environ["CARECHOICE_DATA"] = str(folder)
    checked_catalog()
    sys.stdout.write(f"{folder}: no errors.\n")
    return READ


if __name__ == "__main__":
    # Whoever reads the output may have seen enough, as `head` has.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
