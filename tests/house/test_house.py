"""Conventions of the house that a person would forget."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import house_map
import pytest
from keys_asked_for import asked_for

from carechoice.catalog.in_use import catalog
from carechoice.catalog.tables import words_of_rows
from carechoice.inputs.scenario import FIELDS

ROOT = Path(__file__).parents[2]
PACKAGE = sorted((ROOT / "carechoice").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
SOURCES = [*PACKAGE, *PAGES, ROOT / "app.py"]
MODULES = {
    ".".join(
        (path.parent if path.stem == "__init__" else path.with_suffix("")).relative_to(ROOT).parts
    )
    for path in PACKAGE
}
MOST_KNOWN = 10
OPENED_IN = ("carechoice/catalog/load.py", "carechoice/ui/assets.py")


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_files_are_opened_in_two_places_only(path):
    """Data where the catalog is loaded, scripts for the browser in assets."""
    if path.relative_to(ROOT).as_posix() in OPENED_IN:
        return
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\bopen\(|read_text|read_csv|read_bytes", text)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_import_no_page_and_compute_nothing(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not any(name.startswith("pages") for name in imports(path))
    defined = (ast.FunctionDef, ast.ClassDef, ast.BinOp, ast.If, ast.For, ast.While, ast.Lambda)
    assert not [node for node in ast.walk(tree) if isinstance(node, defined)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_html_for_layout_and_no_rooms_without_a_purpose(path):
    assert "unsafe_allow_html" not in path.read_text(encoding="utf-8")
    assert path.stem not in ("utils", "helpers", "common", "misc")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_room_is_too_large(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350


def known_to(text):
    """The modules of the house that a module imports, also those for types only or loaded late."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{name.name}" for name in node.names}
            found |= inner & MODULES
            if inner - MODULES:
                found.add(node.module)
    return found & MODULES


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: path.stem)
def test_no_module_imports_more_than_ten_others(path):
    known = known_to(path.read_text(encoding="utf-8"))
    assert len(known) <= MOST_KNOWN, sorted(known)


def test_each_module_that_is_imported_counts_once_and_a_package_is_one_too():
    text = """
import json
from carechoice.language.sentences import option_name, say
from carechoice.ui import state, undo
from carechoice.ui.components import visit
def late():
    from carechoice.ui.undo import offer
"""
    assert known_to(text) == {
        "carechoice.language.sentences",
        "carechoice.ui.components.visit",
        "carechoice.ui.state",
        "carechoice.ui.undo",
    }


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_kind_of_care_and_a_way_through_it_have_one_name_each(path):
    """Columns of the data that centres use keep their names."""
    named = re.findall(r"\b(\w+): (Care|Pathway)\b", path.read_text(encoding="utf-8"))
    columns = {("service", "Care"), ("option", "Care")} if path.stem == "rows" else set()
    assert {(name.removesuffix("s"), kind) for name, kind in named} - columns <= {
        ("care", "Care"),
        ("pathway", "Pathway"),
    }


def test_a_field_has_one_name_in_data_scenario_and_plans():
    assert set(catalog().parameters) == set(FIELDS)
    assert {term.field for term in catalog().plan_terms} <= set(catalog().inputs.filled_by_a_plan)


def test_no_sentence_for_people_stands_in_the_drawing_code():
    """Where Streamlit is used, a string of three words that is no docstring is a sentence."""
    drawn = [path for path in PACKAGE if "streamlit" in imports(path)]
    for path in [*PAGES, *drawn]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))
        }
        texts = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        for text in texts:
            code = bool(re.search(r"[{<]", text) or re.fullmatch(r"[\w./-]+", text))
            assert code or text in docs or len(re.findall(r"[A-Za-z]{2,}", text)) < 3, (path, text)


def is_cached(node):
    decorators = [getattr(each, "func", each) for each in getattr(node, "decorator_list", ())]
    return any(ast.unparse(each).endswith("cache") for each in decorators)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_a_process_keeps_comes_from_no_catalog(path):
    """It would be told with another centre's numbers or in another language (in_use.remembered)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    ours = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("carechoice.")
        # Reads scripts and styles, which are the same for all.
        if node.module != "carechoice.ui.assets"
        for name in node.names
    }
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    kept = [node for node in functions.values() if is_cached(node)]
    if path.relative_to(ROOT).as_posix() == "carechoice/catalog/load.py":
        # The one that reads the data is kept by the folder that it is given.
        kept.remove(functions["_served"])
    for function in kept:
        calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
        assert not {ast.unparse(call).split(".")[0] for call in calls} & ours, function.name


def test_all_words_are_asked_for():
    """By their key as it stands, or by one that is put together from parts that there are."""
    keys = set(catalog().words.keys() - words_of_rows(catalog()))
    assert not keys - asked_for(keys, catalog(), SOURCES)


def test_a_text_that_nobody_asks_for_is_found():
    keys = {"title", "titel", "option.iop", "option.yoga", "sure.lead", "week.other", "week.few"}
    assert asked_for(keys, catalog(), SOURCES) == {"title", "option.iop", "sure.lead", "week.other"}


def test_versions_of_packages_are_pinned():
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        required = [line for line in lines if line and not line.startswith(("#", "-r"))]
        assert required
        assert all(re.fullmatch(r"[\w-]+(\[\w+\])?==[\w.]+(; .+)?", line) for line in required)


def test_each_required_package_stands_in_the_readme_with_its_reason():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if "==" in line:
                assert f"| {line.split('==')[0]} |" in readme, line


def test_the_published_cases_keep_their_sources():
    cases = json.loads((ROOT / "tests/published/cost_sharing.json").read_text(encoding="utf-8"))
    assert all(case["source"]["url"] and case["source"]["what_it_says"] for case in cases["cases"])


def test_the_model_imports_nothing_it_does_not_use():
    """pandas, plotly and Streamlit take seconds to import, and the model needs none of them."""
    modules = "carechoice.topics.dashboard.charts, carechoice.comparison.doubts"
    check = f"import sys, {modules}; print(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {"pandas", "numpy", "plotly", "streamlit"} & set(found.stdout.split())


RUN_ALL_PAGES = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("pages/main.py", default_timeout=60).run()
for page in sys.argv[1:]:
    app.switch_page(page).run()
    assert not app.exception
print(*sys.modules)
"""


def test_opening_every_page_loads_nothing_that_makes_files():
    """A visit that asks for no file pays for none: their packages come with the first file."""
    pages = [path.name for path in PAGES if path.name not in ("main.py", "present.py")]
    command = [sys.executable, "-c", RUN_ALL_PAGES, *pages]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(found.stdout.split())
    assert "carechoice.files.documents.slides" in loaded
    assert not {"typst", "pptx", "openpyxl", "xlsxwriter", "lxml", "segno"} & loaded


def test_the_map_is_printed_from_the_house():
    assert house_map.written() == house_map.printed(), "`make map` prints it anew."
