"""A centre adds rows of its own, with their words: every page opens, and every file is made."""

import csv
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from carechoice.catalog.in_use import catalog
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load
from carechoice.ui import pages
from carechoice.web.needs import unmet

ROOT = Path(__file__).parents[2]
WALK = """
import sys
from datetime import date
from streamlit.testing.v1 import AppTest
from carechoice.catalog.in_use import catalog, hand_in
from carechoice.catalog.load import served, shipped
from carechoice.comparison.compare import compare
from carechoice.files.documents.handout import handout
from carechoice.files.documents.slides import slides
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.inputs.link import freeze
from carechoice.inputs.scenario import Scenario
from carechoice.web.needs import unmet

hand_in(served())
assert unmet(catalog(), shipped()) == [], unmet(catalog(), shipped())
query = dict(pair.split("=") for pair in sys.argv[1].split("&"))
app = AppTest.from_file("pages/main.py", default_timeout=60)
app.query_params.update(query)
app.run()
shown = []
for page in sys.argv[2:]:
    app.switch_page(page).run()
    assert not app.exception, (page, app.exception)
    shown += [block.value for block in app.markdown]
    shown += [table.value.to_csv() for table in app.table]
    shown += [option for box in app.selectbox for option in box.options]
today = date(2026, 11, 23)
scenario = Scenario.from_query(query, today=today).scenario
comparison = compare(scenario)
handout(comparison, link="https://x.org", today=today)
slides(comparison, link="https://x.org", today=today)
workbook(sheets(comparison, freeze(scenario, today), []))
print(*shown, sep="\\n")
"""


def own_folder(tmp_path, added, words=""):
    """A folder with some of our tables, each with rows added; ``words`` are rows of words."""
    folder = tmp_path / "own"
    folder.mkdir()
    for name, change in added.items():
        with (DEFAULT_FOLDER / name).open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(change(rows))
    (folder / "words/en").mkdir(parents=True)
    (folder / "words/en/ours.csv").write_text("key,text\n" + words, encoding="utf-8")
    return folder


def walked(folder, query):
    """What all pages show with this folder laid over our data."""
    scripts = [f"{key}.py" for key in pages.PAGES]
    found = subprocess.run(
        [sys.executable, "-c", WALK, query, *scripts],
        cwd=ROOT,
        env={**os.environ, "CARECHOICE_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr[-3000:]
    return found.stdout


def own_prices(rows):
    """Our prices and a list of the centre's own, 10 dollars dearer."""
    new = [
        {**row, "key": f"our_{row['key']}", "price_list": "our_list"}
        for row in rows
        if row["price_list"] == "negotiated"
    ]
    return [*rows, *new]


def own_plan(rows):
    employer = next(row for row in rows if row["key"] == "employer")
    return [*rows, {**employer, "key": "ours", "price_list": "our_list"}]


def own_service(rows):
    return [*rows, {**rows[1], "key": "music", "iop_parts": "1"}]


def own_level(rows):
    """A level of 14 to 20 hours between the IOP and partial hospitalization."""
    place = next(index for index, row in enumerate(rows) if row["key"] == "php")
    iop = rows[place - 1]
    new = {
        **iop,
        "key": "day",
        "minimum_hours_per_week": "14",
    }
    shorter = {**iop, "below_hours_per_week": "14"}
    return [*rows[: place - 1], shorter, new, *rows[place:]]


def own_zone(rows):
    return [
        {**row, "options": f"{row['options']}|America/Puerto_Rico"}
        if row["key"] == "time_zone"
        else row
        for row in rows
    ]


OWN = {
    "a price list": (
        {"prices.csv": own_prices, "plans.csv": own_plan},
        "price_list.our_list,At our house\nplans.ours.label,Our own plan\n",
        "plan=ours",
        "At our house",
    ),
    "a service": (
        {"services.csv": own_service},
        "features.service.music,music therapy\nservices.music.label,Music therapy\n"
        "services.music.meaning,You make music with others.\n",
        "iop_weeks=8",
        "music therapy",
    ),
    "a level": (
        {"levels.csv": own_level},
        "level.name.day,a day program ({minimum} hours or more)\nincluded.head.day,Day program\n"
        "levels.day.label,Day program\nlevels.day.short_label,Day program\n"
        "levels.day.meaning,You come for most of the day.\nlevels.day.setting,A clinic\n"
        "levels.day.who_for,People who need more than an IOP\n",
        "iop_hours_per_week=15",
        "a day program (14 hours or more)",
    ),
    "a time zone": (
        {"parameters.csv": own_zone},
        "time_zone.America/Puerto_Rico,Atlantic time\n",
        "time_zone=America/Puerto_Rico",
        "Atlantic time",
    ),
}


@pytest.mark.parametrize("added", OWN)
def test_with_a_row_of_the_centres_own_every_page_opens_and_every_file_is_made(tmp_path, added):
    files, words, query, shown = OWN[added]
    assert shown in walked(own_folder(tmp_path, files, words), query)


def problems_of(folder):
    """What the start says of this folder laid over our data."""
    try:
        return unmet(load([folder, DEFAULT_FOLDER]), catalog())
    except BadDataError as error:
        return error.problems


@pytest.mark.parametrize("added", OWN)
def test_a_row_without_its_words_is_said_at_the_start(tmp_path, added):
    """Whoever adds what the start asks for has added all of them, and nothing else."""
    files, words, _, _ = OWN[added]
    rows = {line.split(",")[0]: f"{line}\n" for line in words.splitlines()}
    folder = own_folder(tmp_path, files)
    asked = []
    while problems := problems_of(folder):
        found = [re.search(r"the words under '(.*)' are missing", each)[1] for each in problems]
        assert set(found) <= set(rows) - set(asked)
        asked += found
        given = "".join(rows[key] for key in asked)
        (folder / "words/en/ours.csv").write_text("key,text\n" + given, encoding="utf-8")
    assert sorted(asked) == sorted(rows)


def test_a_centre_may_say_one_sentence_in_its_own_words_and_keep_ours_for_the_rest(tmp_path):
    own = load([own_folder(tmp_path, {}, "title,Two ways of care\n"), DEFAULT_FOLDER])
    assert own.say("title") == "Two ways of care"
    assert own.say("app.name") == catalog().say("app.name")
    assert unmet(own, catalog()) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda rows: [row for row in rows if row["key"] != "step_up"],
            "paths.csv, column key: the row 'step_up' is missing. Add it.",
        ),
        (
            lambda rows: [*rows, {**rows[2], "key": "pause"}],
            "paths.csv, row 'pause', column key: there is no such way of care. Remove the row.",
        ),
        (
            lambda rows: [
                *rows[:3],
                {**rows[3], "phases": rows[3]["phases"] + "|therapy:step_down_sessions"},
            ],
            "paths.csv, row 'step_up', column phases: keep the parts of this way and their order.",
        ),
    ],
)
def test_a_way_of_care_that_no_page_could_show_is_refused_at_the_start(tmp_path, change, said):
    own = load([own_folder(tmp_path, {"paths.csv": change}), DEFAULT_FOLDER])
    assert unmet(own, catalog()) == [said]
