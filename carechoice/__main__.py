"""The command line, `python -m carechoice`: a plan's paper read, a centre's own data set up."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from carechoice.catalog.in_use import using
from carechoice.documents.opened import open_paper
from carechoice.documents.told import as_json
from carechoice.setup.commands import REFUSED, check_path, show_preview, use, write_template
from carechoice.web.start import checked_catalog

READ = 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask; the exit code is 0, 1 for errors in data, 2 for a file refused."""
    asked = vars(_parser().parse_args(arguments))
    do: Callable[..., int] = asked.pop("do")
    return do(**asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m carechoice", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, (do, told, files) in _COMMANDS.items():
        command = commands.add_parser(name, help=told)
        command.set_defaults(do=do)
        for file in files:
            command.add_argument(file, type=Path)
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


# What each command does, what is told of it, and the paths that it takes.
_COMMANDS: Mapping[str, tuple[Callable[..., int], str, tuple[str, ...]]] = {
    "read": (
        _read,
        "print as JSON what a paper of a plan says (PDF of its summary, 271, text)",
        ("file",),
    ),
    "centre": (
        write_template,
        "write an empty workbook for a centre's own programs, payers and prices",
        ("file",),
    ),
    "check": (
        check_path,
        "check a workbook, or a folder of your own data as the server does when it starts",
        ("path",),
    ),
    "preview": (
        show_preview,
        "print prices and bills with a workbook beside those of a folder, and change nothing",
        ("file", "folder"),
    ),
    "use": (
        use,
        "put the tables of a workbook into a folder of your own data, all of them or none",
        ("file", "folder"),
    ),
}


if __name__ == "__main__":
    sys.exit(main())
