"""The map of the house, printed from the first lines of its modules: the rooms, and all of it.

`make map` writes both anew; a test says when that is due.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "carechoice"
# The rooms alone are for reading; every module is for looking up.
ROOMS = ROOT / "CONTRIBUTING.md"
MODULES = ROOT / "docs" / "map.md"
NAME_WIDTH = 24
# CONTRIBUTING.md shows the rooms and those within them, and goes no deeper.
DEEPEST_ROOM = 2
MAP = re.compile(r"(?<=<!-- map -->\n).*?(?=<!-- end of map -->)", re.DOTALL)


def printed(file: Path) -> str:
    """The map for one of the two files: the pages, then each room with what it is for."""
    rooms = _rooms_alone(PACKAGE, 0) if file == ROOMS else _room(PACKAGE, 0)
    lines = ["", *_scripts(), *rooms, ""]
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


def _room(room: Path, depth: int) -> Iterator[str]:
    yield _line(f"{room.name}/", room / "__init__.py", depth)
    for path in sorted(room.glob("*.py")):
        if path.stem != "__init__":
            yield _line(path.name, path, depth + 1)
    for inner in _rooms(room):
        yield from _room(inner, depth + 1)


def _rooms_alone(room: Path, depth: int) -> Iterator[str]:
    yield _line(f"{room.name}/", room / "__init__.py", depth)
    if depth < DEEPEST_ROOM:
        for inner in _rooms(room):
            yield from _rooms_alone(inner, depth + 1)


def _rooms(room: Path) -> list[Path]:
    """The rooms within, in the order in which the room's own text names them; the others last."""
    text = (room / "__init__.py").read_text(encoding="utf-8")
    inner = sorted(path.parent for path in room.glob("*/__init__.py"))
    named = re.findall(r"\w+", text)
    return sorted(inner, key=lambda path: (*named, path.name).index(path.name))


def _line(name: str, path: Path, depth: int) -> str:
    doc = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    indent = "  " * depth
    return f"    {indent}{name:<{NAME_WIDTH - len(indent)}} {doc.partition(chr(10))[0]}"


if __name__ == "__main__":
    for file in (ROOMS, MODULES):
        write(file)
