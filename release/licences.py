"""The licence of each locked package, as its metadata state it, against those we may pass on."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

from packaging.markers import Marker

FOLDER = Path(__file__).parent
LOCKS = tuple(FOLDER.parent / f"{name}.lock" for name in ("requirements", "requirements-dev"))
LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)==[^\s;]+(?: ; ([^\\\n]+?))? *\\?$", re.M)
BY_CLASSIFIER = re.compile(r"^License :: (?:OSI Approved :: )?(.+)$")


def refusals(packages: Iterable[str]) -> list[str]:
    """A sentence for each package whose licence nobody has allowed or read."""
    read = read_by_us()
    return [
        f"{package}: {problem}"
        for package in sorted(set(packages))
        for problem in _why_not(package, read)
    ]


def refused(stated: str) -> list[str]:
    """What is not allowed of a statement by SPDX without parentheses, such as ``MIT AND PSF-2.0``.

    Of parts that all hold each must be allowed, and of a choice (``OR``) one.
    """
    allowed = _allowed()
    parts = [part.split(" OR ") for part in stated.split(" AND ")]
    return [
        licence.strip()
        for choice in parts
        if not allowed & {each.strip() for each in choice}
        for licence in choice
    ]


def locked(lock: Path) -> Mapping[str, bool]:
    """The packages of a lock by name, and whether this system and this Python need each."""
    found = LOCKED.findall(lock.read_text(encoding="utf-8"))
    return {name: not marker or Marker(marker).evaluate() for name, marker in found}


def read_by_us() -> Mapping[str, str]:
    """The licence of each package whose metadata do not state it in SPDX's words, as we read it."""
    return dict(_rows("licences_read.csv", "package", "licence"))


def is_installed(package: str) -> bool:
    """Whether its metadata can be read here."""
    return _metadata(package) is not None


def _why_not(package: str, read: Mapping[str, str]) -> Iterator[str]:
    stated = [read[package]] if package in read else _stated(_metadata(package))
    if not stated:
        yield "it states no licence. Read its text, and write what it is into licences_read.csv."
    for licence in (each for statement in stated for each in refused(statement)):
        yield (
            f"{licence!r} is not allowed. Read what it asks, then add it to licences.csv or do "
            "without the package."
        )


def _stated(package: PackageMetadata | None) -> list[str]:
    """The statements of a package on its licence, of the most exact kind it has; all must hold."""
    if package is None:
        return []
    if exact := package.get("License-Expression"):
        return [exact]
    classifiers = map(BY_CLASSIFIER.match, package.get_all("Classifier") or [])
    if classified := [found[1] for found in classifiers if found]:
        return classified
    return [written] if (written := package.get("License")) else []


def _metadata(package: str) -> PackageMetadata | None:
    try:
        return metadata(package)
    except PackageNotFoundError:
        return None


def _allowed() -> set[str]:
    return {
        name
        for licence, also in _rows("licences.csv", "licence", "also_written")
        for name in (licence, *filter(None, also.split("|")))
    }


def _rows(name: str, *columns: str) -> list[tuple[str, ...]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(file)]
