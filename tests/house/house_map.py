"""The map of the code, printed from the first lines of its modules: the packages, and all of it.

`make map` writes both anew; a test says when that is due.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "carechoice"
# The packages alone are for reading; every module is for looking up.
PACKAGES = ROOT / "CONTRIBUTING.md"
MODULES = ROOT / "docs" / "map.md"
NAME_WIDTH = 24
# CONTRIBUTING.md shows the packages and those within them, and goes no deeper.
DEEPEST = 2
MAP = re.compile(r"(?<=<!-- map -->\n).*?(?=<!-- end of map -->)", re.DOTALL)


def printed(file: Path) -> str:
    """The map for one of the two files: the pages, then each package with what it is for."""
    packages = _packages_alone(PACKAGE, 0) if file == PACKAGES else _package(PACKAGE, 0)
    lines = ["", *_scripts(), *packages, ""]
    return "\n".join(lines) + "\n"


def written(file: Path) -> str:
    """The map as it stands in a file."""
    found = MAP.search(file.read_text(encoding="utf-8"))
    return found[0] if found else ""


def write(file: Path) -> None:
    """Put the map into a file."""
    text = file.read_text(encoding="utf-8")
    file.write_text(MAP.sub(lambda _: printed(file), text), encoding="utf-8")


def _scripts() -> Iterator[str]:
    for path in (ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))):
        yield _line(path.relative_to(ROOT).as_posix(), path, 0)


def _package(package: Path, depth: int) -> Iterator[str]:
    yield _line(f"{package.name}/", package / "__init__.py", depth)
    for path in sorted(package.glob("*.py")):
        if path.stem != "__init__":
            yield _line(path.name, path, depth + 1)
    for inner in _within(package):
        yield from _package(inner, depth + 1)


def _packages_alone(package: Path, depth: int) -> Iterator[str]:
    yield _line(f"{package.name}/", package / "__init__.py", depth)
    if depth < DEEPEST:
        for inner in _within(package):
            yield from _packages_alone(inner, depth + 1)


def _within(package: Path) -> list[Path]:
    """The packages within, in the order in which the text of this one names them; others last."""
    text = (package / "__init__.py").read_text(encoding="utf-8")
    inner = sorted(path.parent for path in package.glob("*/__init__.py"))
    named = re.findall(r"\w+", text)
    return sorted(inner, key=lambda path: (*named, path.name).index(path.name))


def _line(name: str, path: Path, depth: int) -> str:
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    indent = "  " * depth
    return f"    {indent}{name:<{NAME_WIDTH - len(indent)}} {doc.partition(chr(10))[0]}"


if __name__ == "__main__":
    for file in (PACKAGES, MODULES):
        write(file)
