"""The command line: `python -m carechoice read FILE`, `python -m carechoice check FOLDER`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from carechoice.catalog.in_use import using
from carechoice.documents.opened import open_paper
from carechoice.documents.told import as_json
from carechoice.web.start import checked_catalog

READ, REFUSED = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask; the exit code is 0, or 2 where a file is refused."""
    asked = _parser().parse_args(arguments)
    if asked.command == "check":
        return _check(asked.folder)
    return _read(asked.file)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m carechoice", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser(
        "read",
        help="print as JSON what a paper of a plan says (PDF of its summary, 271, text) or what was"
        " written down on our sheet for the call (Excel)",
    )
    read.add_argument("file", type=Path)
    check = commands.add_parser(
        "check", help="check a folder of your own data as the server does when it starts"
    )
    check.add_argument("folder", type=Path)
    return parser


def _read(file: Path) -> int:
    with using(checked_catalog()):
        try:
            paper = open_paper(file)
        except OSError as error:
            sys.stderr.write(f"{file}: {error.strerror}. Check the path.\n")
            return REFUSED
        sys.stdout.write(json.dumps(as_json(paper), indent=2, ensure_ascii=False) + "\n")
    return REFUSED if paper.refused else READ


def _check(folder: Path) -> int:
    """The exit code is 1 where the data has errors, as it is of a start."""
    os.environ["CARECHOICE_DATA"] = str(folder)
    checked_catalog()
    sys.stdout.write(f"{folder}: no errors.\n")
    return READ


if __name__ == "__main__":
    sys.exit(main())
