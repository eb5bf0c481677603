"""The map of the house in CONTRIBUTING.md, printed from the first lines of its modules.

`make map` writes it anew; a test says when that is due.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
PACKAGE = ROOT / "carechoice"
NAME_WIDTH = 24
MAP = re.compile(r"(?<=<!-- map -->\n).*?(?=<!-- end of map -->)", re.DOTALL)


def printed() -> str:
    """The map: the pages, then each room with what it is for and its modules."""
    lines = ["", *_scripts(), *_room(PACKAGE, 0), ""]
    return "\n".join(lines) + "\n"


def written() -> str:
    """The map as it stands in CONTRIBUTING.md."""
    found = MAP.search(CONTRIBUTING.read_text(encoding="utf-8"))
    return found[0] if found else ""


def write() -> None:
    """Put the map into CONTRIBUTING.md."""
    text = CONTRIBUTING.read_text(encoding="utf-8")
    CONTRIBUTING.write_text(MAP.sub(lambda _: printed(), text), encoding="utf-8")


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
    write()
