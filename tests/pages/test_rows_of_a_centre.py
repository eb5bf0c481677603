"""A centre adds rows of its own, with their words: every page opens, and every file is made."""

import json
import re
from datetime import UTC, datetime

import pytest
from by_night import mostly_by_night
from centre_folder import (
    ROUND_WORDS,
    own_folder,
    problems_of,
    with_a_way,
    without,
    without_plan,
)
from page_reader import MAIN, PAGES, PATIENCE_SECONDS
from scenarios import TODAY, scenario
from streamlit.testing.v1 import AppTest

from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.load import DEFAULT_FOLDER, load
from carechoice.comparison.compare import compare
from carechoice.comparison.plain_values import plain_values
from carechoice.files.handout.handout import handout
from carechoice.files.numbers.record_note import note
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.files.slides.slides import slides
from carechoice.inputs import evidence
from carechoice.inputs.handed_on.link import freeze, open_link
from carechoice.inputs.places import rows_in
from carechoice.inputs.scenario import Scenario
from carechoice.topics.week.calendar_file import calendar_file
from carechoice.ui import state
from carechoice.ui.inputs.more_inputs import FOLDS
from carechoice.web.checks.needs import unmet
from carechoice.web.early.form import form


def shown_on_all_pages(own, query):
    """What a session that speaks from this catalog shows, page after page."""
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_SECONDS)
    app.session_state[state.CATALOG] = own
    app.query_params.update(query)
    for fold in FOLDS:
        app.session_state[f"more_{fold}"] = True
    app.run()
    for page in PAGES:
        app.switch_page(page).run()
        assert not app.exception, (page, app.exception)
        yield from (block.value for block in app.markdown)
        yield from (table.value.to_csv() for table in app.table)
        yield from (option for box in app.selectbox for option in box.options)


def make_every_file(query):
    """Each can be made, and says of the scenario what it must."""
    scenario = Scenario.from_query(query, today=TODAY).scenario
    result, frozen = compare(scenario), freeze(scenario, TODAY)
    handout(result, link="https://x.org", today=TODAY)
    slides(result, link="https://x.org", today=TODAY)
    workbook(sheets(result, frozen, []))
    note(result, frozen)
    json.dumps(plain_values(result), default=str)
    for option in result.options:
        made = calendar_file(result, option, made=datetime.now(UTC), key=b"key")
        assert made.count(b"BEGIN:VEVENT") == result.options[option].visits
    assert open_link(frozen.to_query().items(), today=TODAY).scenario == scenario


def walked(folder, query):
    """What all pages show with this folder laid over our data, of which every file is made too."""
    own = load([folder, DEFAULT_FOLDER])
    assert unmet(own, catalog()) == []
    shown = "\n".join(shown_on_all_pages(own, query))
    with using(own):
        make_every_file(query)
    return shown


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
        {"plan": "ours"},
        "At our house",
    ),
    "a service": (
        {"services.csv": own_service},
        "features.service.music,music therapy\nservices.music.label,Music therapy\n"
        "services.music.meaning,You make music with others.\n",
        {"iop_weeks": "8"},
        "music therapy",
    ),
    "a level": (
        {"levels.csv": own_level},
        "level.name.day,a day program ({minimum} hours or more)\nincluded.head.day,Day program\n"
        "levels.day.label,Day program\nlevels.day.short_label,Day program\n"
        "levels.day.meaning,You come for most of the day.\nlevels.day.setting,A clinic\n"
        "levels.day.who_for,People who need more than an IOP\n",
        {"iop_hours_per_week": "15"},
        "a day program (14 hours or more)",
    ),
    "a time zone": (
        {"parameters.csv": own_zone},
        "time_zone.America/Puerto_Rico,Atlantic time\n",
        {"time_zone": "America/Puerto_Rico"},
        "Atlantic time",
    ),
    "a way of three parts": (
        {"paths.csv": with_a_way("round", "therapy:step_up_sessions|iop:4|therapy:3")},
        ROUND_WORDS,
        {"third_path": "round", "step_up_sessions": "2"},
        "then 12 days from December 14, 2026 to January 7, 2027, then 3 sessions from",
    ),
    "a way with weeks of its own": (
        {"paths.csv": with_a_way("round", "therapy:step_up_sessions:2|iop:4:5x3|therapy:3:0.5")},
        ROUND_WORDS,
        {"third_path": "round", "step_up_sessions": "2"},
        "2 sessions a week, 4 weeks with 5 days of 3 hours a week and 3 sessions with "
        "0.5 sessions a week.",
    ),
    "a way of one part": (
        {"paths.csv": with_a_way("round", "iop:4")},
        ROUND_WORDS,
        {"third_path": "round"},
        "**Therapy, a short IOP, therapy: 4 weeks.** Assumed.",
    ),
}


@pytest.mark.parametrize(
    "added", mostly_by_night(OWN, by_day=["a level", "a way with weeks of its own"])
)
def test_with_a_row_of_the_centres_own_every_page_opens_and_every_file_is_made(tmp_path, added):
    files, words, query, shown = OWN[added]
    assert shown in walked(own_folder(tmp_path / "own", files, words), query)


@pytest.mark.parametrize("added", OWN)
def test_a_row_without_its_words_is_said_at_the_start(tmp_path, added):
    """Whoever adds what the start asks for has added all of them, and nothing else."""
    files, words, _, _ = OWN[added]
    rows = {line.split(",")[0]: f"{line}\n" for line in words.splitlines()}
    folder = own_folder(tmp_path / "own", files)
    asked = []
    while problems := problems_of(folder):
        found = [re.search(r"the words under '(.*)' are missing", each)[1] for each in problems]
        assert set(found) <= set(rows) - set(asked)
        asked += found
        given = "".join(rows[key] for key in asked)
        (folder / "words/en/ours.csv").write_text("key,text\n" + given, encoding="utf-8")
    assert sorted(asked) == sorted(rows)


def test_a_centre_may_say_one_sentence_in_its_own_words_and_keep_ours_for_the_rest(tmp_path):
    own = load([own_folder(tmp_path / "own", {}, "title,Two ways of care\n"), DEFAULT_FOLDER])
    assert own.say("title") == "Two ways of care"
    assert own.say("app.name") == catalog().say("app.name")
    assert unmet(own, catalog()) == []


def test_without_one_of_our_third_ways_every_page_opens_and_nobody_can_choose_it(tmp_path):
    folder = own_folder(tmp_path / "own", {"paths.csv": without("step_up")})
    assert problems_of(folder) == []
    shown = walked(folder, {"third_path": "step_down"})
    assert "IOP first, then therapy" in shown
    assert "Therapy first, IOP if needed" not in shown


@pytest.mark.parametrize("plan", ["masshealth", "none"])
def test_without_one_of_our_plans_every_page_opens_and_nobody_can_choose_it(tmp_path, plan):
    folder = own_folder(tmp_path / "own", without_plan(plan))
    assert catalog().plans[plan].label not in walked(folder, {"other_plan": "medicare"})


def test_a_plan_of_the_centres_own_can_be_compared_with(tmp_path):
    words = "price_list.our_list,At our house\nplans.ours.label,Our own plan\n"
    files = {"prices.csv": own_prices, "plans.csv": own_plan}
    own = load([own_folder(tmp_path / "own", files, words), DEFAULT_FOLDER])
    assert own.options("other_plan") == (
        "same_plan", "employer", "high_deductible", "medicare", "masshealth", "none", "ours",
    )  # fmt: skip


def test_without_any_third_way_no_page_speaks_of_one(tmp_path):
    """A fold with nothing in it but "None" would be left."""
    folder = own_folder(tmp_path / "own", {"paths.csv": without("step_down", "step_up")})
    own = load([folder, DEFAULT_FOLDER])
    assert unmet(own, catalog()) == []
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_SECONDS)
    app.session_state[state.CATALOG] = own
    app.run()
    fold = catalog().say("controls.more.third")
    assert fold not in [expander.label for expander in app.expander]
    with using(own):
        asked = Scenario.default(TODAY)
        assert fold not in form(asked, {}).folds
        labels = [line.label for line in evidence.inputs(asked)]
        assert own.parameters["third_path"].label not in labels
    assert own.parameters["third_path"].label not in "\n".join(shown_on_all_pages(own, {}))


def test_a_length_that_no_way_of_the_centre_has_is_no_input(tmp_path):
    folder = own_folder(tmp_path / "own", {"paths.csv": without("step_up")})
    with using(load([folder, DEFAULT_FOLDER])):
        shown = [row.key for row in rows_in(scenario(), "more", "third")]
    assert shown == ["third_path", "step_down_sessions"]
