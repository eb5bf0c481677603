"""A name that runs from right to left is set apart, so that what stands behind it stays there."""

import centre_tables
import pytest
from scenarios import TODAY

from carechoice.catalog.in_use import using
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.catalog.outside_text import BEGINS, ENDS, set_apart
from carechoice.comparison.compare import compare
from carechoice.files.kept import words as kept_words
from carechoice.inputs.handed_on.kept import with_kept
from carechoice.inputs.scenario import Scenario
from carechoice.language.choices import choice_label
from carechoice.language.everywhere import who_shows_it
from carechoice.language.markup import NO_SHAPE, for_chart, for_markdown
from carechoice.topics.dashboard.captions import time_caption

ARABIC, HEBREW = "برنامج المساء", "תוכנית בוקר"


@pytest.fixture
def arabic(tmp_path):
    programs = centre_tables.PROGRAMS.replace("Evening program", ARABIC)
    payers = centre_tables.PAYERS.replace("Second payer", HEBREW)
    folder = centre_tables.centre_folder(tmp_path / "own", programs=programs, payers=payers)
    (folder / "centre.csv").write_text(f"name\n{HEBREW}\n", encoding="utf-8")
    own = load([folder, DEFAULT_FOLDER])
    with using(own):
        yield own


@pytest.mark.parametrize("name", [ARABIC, HEBREW, f"{HEBREW} (IOP)", f"IOP – {ARABIC}", "١٢"])
def test_it_is_set_apart(name):
    assert set_apart(name) == f"{BEGINS}{name}{ENDS}"


@pytest.mark.parametrize(
    "name", ["Day program", "Zentrum für Gesundheit", "日間プログラム", "12", ""]
)
def test_other_names_stay_as_they_are(name):
    assert set_apart(name) == name


def test_hours_stay_behind_the_name_of_a_program(arabic):
    read = Scenario.from_query(
        {"program": "day_program", "third_path": f"program_{program_key(arabic)}"}, today=TODAY
    )
    assert f"{BEGINS}{ARABIC}{ENDS}: 72 hours" in time_caption(compare(read.scenario))


def test_a_choice_says_it_so_in_a_sentence(arabic):
    assert choice_label("program", program_key(arabic)) == f"{BEGINS}{ARABIC}{ENDS}"
    payer = next(key for key in arabic.own.payers if key != "first_payer")
    assert choice_label("payer", payer) == f"{BEGINS}{HEBREW}{ENDS}"


def test_so_does_the_line_on_who_shows_the_page(arabic):
    assert f"{BEGINS}{HEBREW}{ENDS}" in who_shows_it()


def test_so_does_what_is_said_of_a_kept_scenario():
    kept = with_kept((), HEBREW, Scenario.from_query({}, today=TODAY).scenario)
    assert kept_words.chart_caption(kept_words.compared(kept)).count(f"{BEGINS}{HEBREW}{ENDS}") == 1


@pytest.mark.parametrize("shown", [for_markdown, for_chart])
def test_a_name_within_a_name_is_no_sign_without_a_shape(shown):
    named = shown(f"18 sessions, {set_apart(ARABIC)}")
    assert (named[0], named[-1], NO_SHAPE in named) == (BEGINS, ENDS, False)
    assert named.count(BEGINS) == named.count(ENDS) == 1


def program_key(data):
    return next(key for key in data.own.programs if key != "day_program")
