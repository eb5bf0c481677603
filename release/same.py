"""Install what requirements.lock names twice, into empty folders, and compare each file."""

from __future__ import annotations

import platform
import sys
import sysconfig
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from release.environment import LOCK, install

# It has the hashes of scripts, which name the folder that they were installed into.
OF_THE_FOLDER = "RECORD"

Files = Mapping[str, str]


def main() -> int:
    """Say how many files are the same both times, or name those that differ and give 1."""
    first, second = _installed(), _installed()
    if others := differing(first, second):
        print(*others, sep="\n", file=sys.stderr)
        print(f"{LOCK.name}: {len(others)} files differ between two installs.", file=sys.stderr)
        return 1
    system = f"Python {platform.python_version()}, {sysconfig.get_platform()}"
    print(
        f"{LOCK.name}: {len(first):,} files, twice the same ({system}). All of them: {mark(first)}"
    )
    return 0


def hashes(folder: Path) -> Files:
    """The hash of each file below a folder by its path, but for those that name the folder."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != OF_THE_FOLDER
    }


def differing(first: Files, second: Files) -> list[str]:
    """The paths that only one of them has, or that have another hash."""
    return sorted(
        path for path in first.keys() | second.keys() if first.get(path) != second.get(path)
    )


def mark(files: Files) -> str:
    """One hash over all, to be compared with that of a machine of the same system and Python."""
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(files.items()))
    return sha256(lines.encode()).hexdigest()


def _installed() -> Files:
    with TemporaryDirectory() as folder:
        install(Path(folder))
        (packages,) = Path(folder).glob("lib/python*/site-packages")
        return hashes(packages)


if __name__ == "__main__":
    sys.exit(main())
