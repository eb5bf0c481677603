"""What our texts for people who read the code point at is there."""

import ast
import importlib.util
import json
import re
from pathlib import Path

import pytest

from carechoice.catalog.in_use import catalog

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "carechoice"
TEXTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md"))
)
RUN = ("Dockerfile", "Makefile", ".ci/run", *TEXTS)
LINK = re.compile(r"\]\(([^)\s]+)\)|srcset=\"([^\"]+)\"|src=\"([^\"]+)\"")
PATH = re.compile(r"`([\w.-]+(?:/[\w.-]+)+/?)`")
MODULE = re.compile(r"-m (carechoice[\w.]*)|\b(carechoice\.\w+\.\w+)\b")
# Where the path in a text may begin.
BEGINNINGS = (ROOT, ROOT / "data", PACKAGE, PACKAGE / "ui", PACKAGE / "topics")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def heading(line):
    """The name by which a link finds a heading, as GitHub writes it."""
    return re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")


def headings(path):
    return {
        heading(line) for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "#"
    }


@pytest.mark.parametrize("name", TEXTS)
def test_each_link_leads_to_a_file_and_a_heading_that_are_there(name):
    for found in LINK.findall(read(name)):
        target = "".join(found)
        if "://" in target:
            continue
        path, _, part = target.partition("#")
        file = ((ROOT / name).parent / path) if path else ROOT / name
        assert file.exists(), target
        assert not part or part in headings(file), target


@pytest.mark.parametrize("name", TEXTS)
def test_each_path_in_a_text_is_there(name):
    for path in PATH.findall(read(name)):
        assert any((beginning / path).exists() for beginning in BEGINNINGS), path


COMMENT = re.compile(r"(?m)^\s*(?:#|//|\*|/\*)(.*)$|\s#\s(.*)$")
FILE = re.compile(r"(?<![\w./])((?:[\w-]+/)*[\w-]+\.(?:py|js|css|html|typ|csv|md|toml))\b")
# Another's: the framework's page, and the table that data folders had once.
NOT_OURS = {"index.html", "sentences.csv"}


def told_in(path):
    """What a file of code says to its readers: its docstrings and its comments."""
    text = path.read_text(encoding="utf-8")
    comments = ["".join(found) for found in COMMENT.findall(text)]
    if path.suffix != ".py":
        return "\n".join(comments)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = (node for node in ast.walk(ast.parse(text)) if isinstance(node, documented))
    return "\n".join([*comments, *(ast.get_docstring(node) or "" for node in nodes)])


CODE = sorted(
    path
    for path in (*PACKAGE.rglob("*"), *ROOT.glob("pages/*"), ROOT / "app.py")
    if path.suffix in (".py", ".js", ".css") and ".min." not in path.name
)
KNOWN = [
    f"/{path.relative_to(ROOT).as_posix()}"
    for pattern in (
        "*",
        ".streamlit/*",
        *(f"{name}/**/*.*" for name in ("carechoice", "pages", "data", "docs", "tests")),
    )
    for path in ROOT.glob(pattern)
]


def test_each_file_that_a_comment_names_is_there():
    """By its name alone, or by as much of the way to it as tells it from others."""
    named = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in CODE
        for name in set(FILE.findall(told_in(path))) - NOT_OURS
    }
    assert named
    assert not [each for each in named if not any(file.endswith(f"/{each[1]}") for file in KNOWN)]


@pytest.mark.parametrize(("recipe", "most_files"), [("page", 4), ("input that moves the bill", 5)])
def test_a_recipe_names_few_files_and_each_is_there(recipe, most_files):
    text = read("CONTRIBUTING.md").split(f"### A new {recipe}\n")[1].split("\n#")[0]
    steps = re.findall(r"^\d\. `([\w./]+)", text, re.MULTILINE)
    assert 1 < len(steps) <= most_files
    assert len(steps) == len(re.findall(r"^\d\. ", text, re.MULTILINE))
    for path in steps:
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("name", RUN)
def test_each_module_that_is_to_be_run_is_there(name):
    for found in MODULE.findall(read(name)):
        module = "".join(found)
        assert importlib.util.find_spec(module), module


def test_the_readme_counts_published_cases_and_drawn_plans_as_they_are():
    cases = json.loads(read("tests/published/cost_sharing.json"))["cases"]
    drawn = catalog().figures["simulation_draws"].value
    assert f"{len(cases)} published examples of cost sharing" in read("README.md")
    assert f"{drawn:,.0f} plans drawn as real plans are" in read("README.md")


def test_pictures_stay_small_enough_for_a_slow_line():
    pictures = list(ROOT.glob("docs/*.png"))
    assert pictures
    assert all(path.stat().st_size <= 200_000 for path in pictures)
