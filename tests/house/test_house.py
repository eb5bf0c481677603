"""Conventions of the code that a person would forget."""

import ast
import importlib
import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import house_map
from keys_asked_for import asked_for
from sources import DEPLOY, HOUSE, PACKAGE, PAGES, ROOT, Source

from carechoice.catalog.in_use import catalog
from carechoice.catalog.tables import words_of_rows
from carechoice.inputs.scenario import FIELDS
from carechoice.ui.assets import STYLES


def dotted(path):
    """A folder or a file as Python names it."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


PACKAGES = {dotted(source.path.parent) for source in PACKAGE if source.path.stem == "__init__"}
MODULES = PACKAGES | {dotted(source.path) for source in PACKAGE if source.path.stem != "__init__"}
MOST_LINES = 350
MOST_PACKAGES = 7
MOST_MODULES = 25
OPENED_IN = (
    "carechoice/catalog/load.py",
    "carechoice/documents/opened.py",
    "carechoice/price_files/opened.py",
    "carechoice/setup/commands.py",
    "carechoice/setup/rates_into.py",
    "carechoice/ui/assets.py",
    "carechoice/web/early/framework_page.py",
    "carechoice/web/static/framework_files.py",
)
OPENS = re.compile(r"\bopen\(|read_text|read_csv|read_bytes")


def test_files_are_opened_in_few_places_only():
    """Data, papers, price files, workbooks, scripts, the framework's page and files."""
    opening = [source.name for source in HOUSE if OPENS.search(source.text)]
    assert not [name for name in opening if name not in OPENED_IN]


def test_one_module_asks_the_machine_what_time_it_is():
    asks = re.compile(r"\b(?:datetime|date)\.(?:now|today|utcnow)\(")
    assert {s.name for s in HOUSE if asks.search(s.text)} == {"carechoice/inputs/clock.py"}


def test_pages_import_no_page_and_compute_nothing():
    computed = (ast.FunctionDef, ast.ClassDef, ast.BinOp, ast.If, ast.For, ast.While, ast.Lambda)
    for page in PAGES:
        assert not [name for name in page.imports if name.startswith("pages")], page.name
        assert not page.every(*computed), page.name


def test_no_html_for_layout_and_no_modules_without_a_purpose():
    assert not [source.name for source in HOUSE if "unsafe_allow_html" in source.text]
    vague = ("utils", "helpers", "common", "misc")
    assert not [source.name for source in HOUSE if source.path.stem in vague]


def test_no_module_is_too_large():
    lines = {source.name: len(source.text.splitlines()) for source in HOUSE}
    assert not {name: count for name, count in lines.items() if count > MOST_LINES}


def test_no_folder_has_more_modules_than_are_found_at_a_look():
    """Where they are more, the first words of their names do the work of a folder."""
    modules = Counter(s.path.parent for s in PACKAGE if s.path.stem != "__init__")
    assert not {path.name: count for path, count in modules.items() if count > MOST_MODULES}


SOME_IMPORTS = """
import json
from carechoice.language.sentences import option_name, say
from carechoice.ui import state, text
from carechoice.ui.components import visit
from carechoice.ui.session import keeping
def late():
    from carechoice.ui.session.undo import offer
"""


def known_to(source):
    """The modules of the house that a module imports, also those for types only or loaded late."""
    found = set()
    for node in source.every(ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif node.module:
            inner = {f"{node.module}.{name.name}" for name in node.names}
            found |= inner & MODULES
            if inner - MODULES:
                found.add(node.module)
    return found & MODULES


def seen_from(own, package):
    """The package as one sees it from ``own``: where it stands in another one, that other one."""
    seen = package
    while not f"{own}.".startswith(f"{seen.rpartition('.')[0]}."):
        seen = seen.rpartition(".")[0]
    return seen


def packages(known, own):
    """The packages that these modules are in, as one sees them from ``own``, and without it."""
    within = {name if name in PACKAGES else name.rpartition(".")[0] for name in known}
    return {seen_from(own, package) for package in within} - {own, "carechoice"}


def test_no_module_imports_from_more_than_seven_other_packages():
    """Counted in modules, one subject was cut into several that each stayed below the count."""
    known = {
        source.name: sorted(packages(known_to(source), dotted(source.path.parent)))
        for source in PACKAGE
    }
    assert not {name: others for name, others in known.items() if len(others) > MOST_PACKAGES}


def test_a_package_that_is_imported_counts_once_however_its_modules_are_named(tmp_path):
    module = tmp_path / "module.py"
    module.write_text(SOME_IMPORTS, encoding="utf-8")
    known = known_to(Source(module))
    in_session = {"carechoice.ui.session.keeping", "carechoice.ui.session.undo"}
    in_ui = {"carechoice.ui.state", "carechoice.ui.text", "carechoice.ui.components.visit"}
    assert known == {"carechoice.language.sentences", *in_ui, *in_session}
    assert packages(known, "carechoice.topics.bill") == {"carechoice.language", "carechoice.ui"}
    near = {"carechoice.ui.session", "carechoice.ui.components"}
    assert packages(known, "carechoice.ui") == {"carechoice.language", *near}
    beside = {"carechoice.ui", "carechoice.ui.components"}
    assert packages(known, "carechoice.ui.session") == {"carechoice.language", *beside}


def test_a_kind_of_care_and_a_pathway_have_one_name_each():
    """Columns of the data that centres use keep their names."""
    columns = {("service", "Care"), ("option", "Care")}
    for source in HOUSE:
        named = re.findall(r"\b(\w+): (Care|Pathway)\b", source.text)
        found = {(name.removesuffix("s"), kind) for name, kind in named}
        others = found - columns if source.path.stem.endswith("rows") else found
        assert others <= {("care", "Care"), ("pathway", "Pathway")}, source.name


def test_a_field_has_one_name_in_data_scenario_and_plans():
    assert set(catalog().parameters) == set(FIELDS)
    assert {term.field for term in catalog().plan_terms} <= set(catalog().inputs.filled_by_a_plan)


def sentences(source):
    """The strings of a module that have three words and are neither code nor a docstring."""
    explained = source.every(ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    docs = {ast.get_docstring(node, clean=False) for node in explained}
    texts = {node.value for node in source.every(ast.Constant) if isinstance(node.value, str)}
    for text in texts - docs:
        is_code = re.search(r"[{<]", text) or re.fullmatch(r"[\w./-]+", text)
        if not is_code and len(re.findall(r"[A-Za-z]{2,}", text)) >= 3:
            yield text


def test_no_sentence_for_people_stands_in_the_drawing_code():
    """Where Streamlit is used, a string of three words that is no docstring is a sentence."""
    drawn = [source for source in PACKAGE if "streamlit" in source.imports]
    assert drawn
    found = {source.name: list(sentences(source)) for source in (*PAGES, *drawn)}
    assert not {name: texts for name, texts in found.items() if texts}


SOME_CACHED = """
from functools import cache, lru_cache
from carechoice.language.sentences import say
@cache
def title():
    return say("title")
@lru_cache(maxsize=2)
def twice(number):
    return 2 * number
def name():
    return say("name")
"""


def is_cached(function):
    decorators = [getattr(each, "func", each) for each in function.decorator_list]
    return any(ast.unparse(each).endswith("cache") for each in decorators)


def kept_from_the_catalog(source):
    """The cached functions of a module that call what is ours."""
    ours = {
        name.asname or name.name
        for node in source.every(ast.ImportFrom)
        if (node.module or "").startswith("carechoice.")
        # Reads scripts and styles, which are the same for all.
        if node.module != "carechoice.ui.assets"
        for name in node.names
    }
    for function in filter(is_cached, source.every(ast.FunctionDef)):
        calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
        if {ast.unparse(call).split(".")[0] for call in calls} & ours:
            yield function.name


def test_what_a_process_keeps_comes_from_no_catalog():
    """It would be told with another centre's numbers or in another language (in_use.remembered)."""
    kept = {source.name: list(kept_from_the_catalog(source)) for source in HOUSE}
    assert not {name: functions for name, functions in kept.items() if functions}


def test_a_function_that_keeps_what_the_catalog_says_is_found(tmp_path):
    module = tmp_path / "module.py"
    module.write_text(SOME_CACHED, encoding="utf-8")
    assert list(kept_from_the_catalog(Source(module))) == ["title"]


def test_each_part_of_the_style_is_put_into_pages():
    """But those that a presentation and the mark of a centre bring along."""
    parts = {path.name for path in (ROOT / "carechoice/ui/style").iterdir()}
    assert parts - {"presentation.css", "centre_mark.css"} == set(STYLES)


def test_all_words_are_asked_for():
    """By their key as it stands, or by one that is put together from parts that there are."""
    keys = set(catalog().words.keys() - words_of_rows(catalog()))
    assert not keys - asked_for(keys, catalog(), (*HOUSE, *DEPLOY))


def test_a_text_that_nobody_asks_for_is_found():
    keys = {"title", "titel", "option.iop", "option.yoga", "sure.lead", "week.other", "week.few"}
    assert asked_for(keys, catalog(), HOUSE) == {"title", "option.iop", "sure.lead", "week.other"}


def test_no_two_files_of_tests_have_one_name():
    """In one run of both the second would not be read, and none of the run's tests would run."""
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert not [name for name, count in names.items() if count > 1]


def test_versions_of_packages_are_pinned():
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        required = [line for line in lines if line and not line.startswith(("#", "-r"))]
        assert required
        assert all(re.fullmatch(r"[\w-]+(\[\w+\])?==[\w.]+(; .+)?", line) for line in required)


def test_each_package_that_the_pages_need_stands_in_the_readme_with_its_reason():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        if "==" in line:
            assert f"| {line.split('==')[0]} |" in readme, line


def test_each_required_package_stands_below_its_reason():
    for name in ("requirements.txt", "requirements-dev.txt"):
        before = ""
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            # jinja2 and markupsafe have one reason.
            assert "==" not in line or before.startswith("#") or line.startswith("markupsafe"), line
            before = line


def test_the_published_cases_keep_their_sources():
    cases = json.loads((ROOT / "tests/published/cost_sharing.json").read_text(encoding="utf-8"))
    assert all(case["source"]["url"] and case["source"]["what_it_says"] for case in cases["cases"])


def test_the_model_imports_nothing_it_does_not_use():
    """pandas, plotly and Streamlit take seconds to import, and the model needs none of them."""
    modules = "carechoice.topics.dashboard.charts, carechoice.comparison.doubts.doubts"
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
    names = [page.path.name for page in PAGES]
    pages = [name for name in names if name not in ("main.py", "present.py")]
    command = [sys.executable, "-c", RUN_ALL_PAGES, *pages]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(found.stdout.split())
    assert "carechoice.files.slides.slides" in loaded
    assert not {"typst", "pptx", "openpyxl", "xlsxwriter", "lxml", "segno", "pypdfium2"} & loaded


def layers():
    """Each package whose order import-linter holds, with what may import what, from above."""
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    for contract in linter["importlinter"]["contracts"]:
        if contract["type"] == "layers":
            (container,) = contract["containers"]
            yield importlib.import_module(container), contract["layers"]


def test_packages_are_named_in_the_order_in_which_they_may_import():
    """In the docstring that the map follows, and in the contract of import-linter."""
    for package, below_each_other in layers():
        folder = Path(package.__file__).parent
        height = {
            name: -depth
            for depth, beside in enumerate(below_each_other)
            for name in beside.split(" | ")
            if (folder / name / "__init__.py").is_file()
        }
        named = [name for name in re.findall(r"\w+", package.__doc__) if name in height]
        assert sorted(named) == sorted(height), package.__name__
        assert named == sorted(named, key=height.__getitem__), package.__name__


def test_the_map_is_printed_from_the_code():
    for file in (house_map.PACKAGES, house_map.MODULES):
        assert house_map.written(file) == house_map.printed(file), "`make map` prints it anew."
