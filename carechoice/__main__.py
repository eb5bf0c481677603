"""The command line, `python -m carechoice`: papers and price files read, a centre's data set up."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import carechoice.web.checks.installed  # noqa: F401, first, as it says which package is missing

# isort: split
from carechoice.catalog.in_use import using
from carechoice.documents.opened import open_paper
from carechoice.documents.told import as_json
from carechoice.inputs.clock import today
from carechoice.price_files.printed import print_rates
from carechoice.setup.commands import REFUSED, check_path, show_preview, use, write_template
from carechoice.setup.rates_into import put_rates_into
from carechoice.web.checks.start import checked_catalog

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
    form = commands.choices["prices"].add_mutually_exclusive_group()
    for name in ("json", "csv"):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name)
    form.add_argument(
        "--into",
        type=Path,
        metavar="WORKBOOK",
        help="put them into a centre's workbook, a row for each payer that it lacks",
    )
    return parser


def _read(file: Path) -> int:
    try:
        paper = open_paper(file, today=today())
    except OSError as error:
        return _not_opened(file, error)
    with using(checked_catalog()):
        sys.stdout.write(json.dumps(as_json(paper), indent=2, ensure_ascii=False) + "\n")
    return REFUSED if paper.refused else READ


def _prices(file: Path, form: str | None, into: Path | None) -> int:
    with using(checked_catalog()):
        try:
            if into:
                return put_rates_into(into, file)
            is_refused = print_rates(file, form)
        except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
            return _not_opened(file, error)
    return REFUSED if is_refused else READ


def _not_opened(file: Path, error: OSError) -> int:
    sys.stderr.write(f"{file}: {error.strerror}. Check the path.\n")
    return REFUSED


# What each command does, what is told of it, and the paths that it takes.
_COMMANDS: Mapping[str, tuple[Callable[..., int], str, tuple[str, ...]]] = {
    "read": (
        _read,
        "print as JSON what a paper of a plan says (PDF of its summary, 271, text) or what was"
        " written down on our sheet for the call (Excel)",
        ("file",),
    ),
    "prices": (
        _prices,
        "print the rates for therapy and programs in a hospital's price file",
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
    # Whoever reads the output may have seen enough, as `head` has.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # What a library leaves out of a workbook of Excel's is nothing that we read.
    warnings.filterwarnings("ignore", module="openpyxl")
    sys.exit(main())
