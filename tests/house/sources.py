"""The house as tests read it: each file of Python read, parsed and walked through once."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[2]
Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Source:
    path: Path

    @cached_property
    def name(self) -> str:
        """The path from the root of the house, which a test names where something is wrong."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def _nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    def every(self, *kinds: type[Node]) -> list[Node]:
        """The nodes of these kinds, from the outside in."""
        return [node for node in self._nodes if isinstance(node, kinds)]

    @cached_property
    def imports(self) -> frozenset[str]:
        """The modules and names that it imports, each with the module it comes from."""
        plain = (name.name for node in self.every(ast.Import) for name in node.names)
        named = [node for node in self.every(ast.ImportFrom) if node.module]
        inner = (f"{node.module}.{name.name}" for node in named for name in node.names)
        return frozenset((*plain, *(node.module for node in named), *inner))


def sources(folder: str) -> tuple[Source, ...]:
    """All of a folder, by path."""
    return tuple(map(Source, sorted((ROOT / folder).rglob("*.py"))))


PACKAGE = sources("carechoice")
PAGES = sources("pages")
HOUSE = (*PACKAGE, *PAGES, Source(ROOT / "app.py"))
DEPLOY = sources("deploy")
TESTS = sources("tests")
