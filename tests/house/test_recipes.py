"""The recipes of CONTRIBUTING.md are walked in a copy of the code: a new page, a new input."""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RIGHTS = '"""Your rights: what a person can do when a plan says no."""\n'
PARTS = (
    RIGHTS
    + '''
import streamlit as st

from carechoice.language.sentences import say
from carechoice.ui.text import text


def appeal():
    """What to do when a plan says no."""
    text(say("rights.appeal"))
'''
)
SCRIPT = (
    RIGHTS
    + """
from carechoice.topics.rights import page

page.appeal()
"""
)
WORDS = {"page.rights": "Your rights", "rights.appeal": "Ask your plan to look again."}
OPEN = """
import sys
from streamlit.testing.v1 import AppTest

app = AppTest.from_file("pages/main.py", default_timeout=60)
page, *query = sys.argv[1:]
app.query_params.update(pair.split("=") for pair in query)
app.session_state["fold_inputs"] = True
app.run()
app.switch_page(page).run()
assert not app.exception, app.exception
shown = [block.value for block in (*app.title, *app.markdown)]
print(*shown, *(table.value.to_csv() for table in app.table), sep="\\n")
"""
FEE = {
    "key": "iop_facility_fee_per_day_usd",
    "section": "iop",
    "place": "more",
    "kind": "amount",
    "care": "iop",
    "role": "facility_fee",
    "link_name": "if",
    "unit": "usd",
    "default": "0",
    "minimum": "0",
    "maximum": "1000",
    "step": "5",
    "basis": "assumed",
    "source": "ours",
}
WORDS_OF_FEE = {
    "parameters.iop_facility_fee_per_day_usd.label": "Facility fee of a day",
    "parameters.iop_facility_fee_per_day_usd.help": "What the building costs. Enter 0 for no fee.",
}
LAST_FIELD = "    charge_per_day_usd: float\n"
LAST_PLACE = '    "iop_charge_per_day_usd": "iop.charge_per_day_usd",\n'


@pytest.fixture
def house(tmp_path):
    """A copy of all that runs."""
    for folder in ("carechoice", "pages", "data", ".streamlit"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path


def add_rows(file, *added):
    """Add rows to a file of data; cells that a row does not name stay empty."""
    with file.open(newline="", encoding="utf-8") as opened:
        columns = next(csv.reader(opened))
    with file.open("a", newline="", encoding="utf-8") as opened:
        csv.DictWriter(opened, columns).writerows(added)


def replace(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def shown_on(house, page, *query):
    """The lines that a page shows, and of its tables, opened with parts of a link's query."""
    found = subprocess.run(
        [sys.executable, "-c", OPEN, page, *query],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr[-2000:]
    return found.stdout.splitlines()


def add_words(house, name, words):
    """Add words to a file of words."""
    rows = ({"key": key, "text": text} for key, text in words.items())
    add_rows(house / "data/words/en" / name, *rows)


def test_a_page_is_its_package_its_script_a_line_and_its_words(house):
    package = house / "carechoice" / "topics" / "rights"
    package.mkdir()
    (package / "__init__.py").write_text(RIGHTS, encoding="utf-8")
    (package / "page.py").write_text(PARTS, encoding="utf-8")
    (house / "pages" / "rights.py").write_text(SCRIPT, encoding="utf-8")
    replace(
        house / "carechoice/ui/pages.py", '"share", "sources")', '"share", "rights", "sources")'
    )
    add_words(house, "everywhere.csv", WORDS)
    shown = shown_on(house, "rights.py")
    assert shown[0] == "Your rights"
    assert "Ask your plan to look again." in shown


def test_an_input_is_its_row_and_its_field_before_anything_uses_it(house):
    """A link holds it, and the list of all that the bill was worked out from has it."""
    add_rows(house / "data/parameters.csv", FEE)
    add_words(house, "parameters.csv", WORDS_OF_FEE)
    parts = house / "carechoice/inputs/parts.py"
    replace(parts, LAST_FIELD, LAST_FIELD + "    facility_fee_per_day_usd: float\n")
    place = f'    "{FEE["key"]}": "iop.facility_fee_per_day_usd",\n'
    replace(parts, LAST_PLACE, LAST_PLACE + place)
    shown = shown_on(house, "bill.py", f"{FEE['key']}=40")
    (line,) = (line for line in shown if "Facility fee of a day" in line)
    assert line.endswith(r"Facility fee of a day,\$40,you said")
