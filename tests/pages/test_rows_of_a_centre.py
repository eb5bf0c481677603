"""A centre adds rows of its own, with their words: every page opens, and every file is made."""

import json
import re
from datetime import UTC, datetime

import pytest
from centre_folder import ROUND_WORDS, own_folder, with_a_way, without
from page_reader import MAIN, PAGES, PATIENCE_SECONDS
from scenarios import TODAY, scenario
from streamlit.testing.v1 import AppTest

from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load
from carechoice.comparison.compare import compare
from carechoice.files.documents.handout import handout
from carechoice.files.documents.slides import slides
from carechoice.files.numbers.note import note
from carechoice.files.numbers.sheets import sheets
from carechoice.files.numbers.workbook import workbook
from carechoice.inputs import evidence
from carechoice.inputs.link import freeze, open_link
from carechoice.inputs.places import rows_in
from carechoice.inputs.scenario import Scenario
from carechoice.topics.week.calendar_file import calendar_file
from carechoice.ui import state
from carechoice.ui.more_inputs import FOLDS
from carechoice.web.early.form import form
from carechoice.web.needs import unmet


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
    json.dumps(result.to_dict(), default=str)
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


def with_options(field, options):
    """The rows of parameters.csv with these options of a choice."""
    return lambda rows: [
        {**row, "options": options} if row["key"] == field else row for row in rows
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


@pytest.mark.parametrize("added", OWN)
def test_with_a_row_of_the_centres_own_every_page_opens_and_every_file_is_made(tmp_path, added):
    files, words, query, shown = OWN[added]
    assert shown in walked(own_folder(tmp_path / "own", files, words), query)


def problems_of(folder):
    """What the start says of this folder laid over our data."""
    try:
        return unmet(load([folder, DEFAULT_FOLDER]), catalog())
    except BadDataError as error:
        return list(error.problems)


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


def without_plan(plan):
    return {
        "plans.csv": without(plan),
        "plan_terms.csv": lambda rows: [row for row in rows if row["plan"] != plan],
    }


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


def test_a_table_of_inputs_from_before_may_list_our_plans_but_none_that_is_not_there(tmp_path):
    listed = "same_plan|employer|high_deductible|medicare|masshealth|none"
    before = {"parameters.csv": with_options("other_plan", listed)}
    own = load([own_folder(tmp_path / "before", before), DEFAULT_FOLDER])
    assert own.options("other_plan") == catalog().options("other_plan")
    assert unmet(own, catalog()) == []
    fewer = own_folder(tmp_path / "fewer", before | without_plan("none"))
    assert problems_of(fewer) == [
        "parameters.csv, row 'other_plan', column options: there is no choice 'none' here. "
        "Remove it."
    ]


@pytest.mark.parametrize(
    ("field", "options", "said"),
    [
        (
            "time_zone",
            "floating|America/New_York|Mars/Base",
            "there is no time zone 'Mars/Base'. Write a name such as America/New_York.",
        ),
        (
            "time_zone",
            "floating|America",
            "there is no time zone 'America'. Write a name such as America/New_York.",
        ),
        (
            "plan_year_start",
            "01-01|02-29",
            "'02-29' is no day of every year. Write month-day, such as 07-01.",
        ),
        (
            "plan_year_start",
            "01-01|7-1",
            "'7-1' is no day of every year. Write month-day, such as 07-01.",
        ),
    ],
)
def test_an_option_that_stands_for_nothing_is_named(tmp_path, field, options, said):
    files = {"parameters.csv": with_options(field, options)}
    words = "".join(
        f"{field}.{option},Ours\n"
        for option in options.split("|")
        if field == "time_zone" and f"{field}.{option}" not in catalog().words
    )
    folder = own_folder(tmp_path / "own", files, words)
    assert problems_of(folder) == [f"parameters.csv, row {field!r}, column options: {said}"]


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


def test_a_table_of_inputs_from_before_may_list_the_third_ways_but_none_that_is_not_there(
    tmp_path,
):
    inputs = {"parameters.csv": with_options("third_path", "off|step_down|step_up")}
    own = load([own_folder(tmp_path / "before", inputs), DEFAULT_FOLDER])
    assert own.options("third_path") == ("off", "step_down", "step_up")
    assert unmet(own, catalog()) == []
    fewer = own_folder(tmp_path / "fewer", inputs | {"paths.csv": without("step_up")})
    assert problems_of(fewer) == [
        "parameters.csv, row 'third_path', column options: there is no choice 'step_up' here. "
        "Remove it."
    ]


HOW_TO_WRITE = (
    "write each phase as therapy:length or iop:length, with a week of its own as therapy:6:2 "
    "(sessions a week) or iop:4:3x3 (days a week x hours a day)"
)


@pytest.mark.parametrize(
    "phases",
    [
        "iop:", "iop", ":4", "day:4", "iop:4:3", "iop:4:x3", "iop:4:3x", "iop:4:3.5x3",
        "iop:4:3X3", "iop:4:3x3:1", "iop:4:-3x3", "therapy:6:", "therapy:6:2x1", "therapy:6:two",
        "therapy:6:1e1", "therapy:6:٢",
    ],
)  # fmt: skip
def test_a_part_of_a_way_that_is_written_in_no_known_form_is_named(tmp_path, phases):
    folder = own_folder(tmp_path / "own", {"paths.csv": with_a_way("round", phases)})
    assert problems_of(folder) == [f"paths.csv, row 6, column phases: {HOW_TO_WRITE}"]


@pytest.mark.parametrize(
    ("phases", "week"),
    [
        ("therapy:6:0", "0.5 to 5 sessions a week, not 0."),
        ("therapy:6:6", "0.5 to 5 sessions a week, not 6."),
        ("iop:4:6x3", "{of_iop}, not 6x3."),
        ("iop:4:3x2.5", "{of_iop}, not 3x2.5."),
        ("iop:4:1x9", "{of_iop}, not 1x9."),
        ("iop:4:5x7", "{of_iop}, not 5x7."),
    ],
)
def test_a_week_of_a_way_that_no_option_could_have_is_named(tmp_path, phases, week):
    of_iop = "1 to 5 days a week of 3 to 8 hours, and at most 30 hours a week"
    folder = own_folder(tmp_path / "own", {"paths.csv": with_a_way("round", phases)})
    assert problems_of(folder) == [
        f"paths.csv, row 'round', column phases: write {week.format(of_iop=of_iop)}"
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without("therapy"), "paths.csv, column key: the row 'therapy' is missing. Add it."),
        (
            lambda rows: [{**rows[0], "phases": "therapy:12"}, *rows[1:]],
            "paths.csv, row 'therapy', column phases: write therapy:therapy_sessions here.",
        ),
        (
            with_a_way("round", "therapy:6|iop"),
            f"paths.csv, row 6, column phases: {HOW_TO_WRITE}",
        ),
        (
            with_a_way("round", "iop:4|therapy:6|therapy:12"),
            "paths.csv, row 6, column phases: two phases in a row are of the same kind of care. "
            "Write them as one",
        ),
        (
            with_a_way("round", "therapy:iop_weeks"),
            "paths.csv, row 'round', column phases: 'iop_weeks' is no length of therapy. Write a "
            "whole number of sessions from 1 to 104, or the key of a number of sessions in "
            "parameters.csv.",
        ),
        (
            with_a_way("round", "iop:27"),
            "paths.csv, row 'round', column phases: 27 is no length of iop. Write a whole number "
            "of weeks from 1 to 26, or the key of a number of weeks in parameters.csv.",
        ),
    ],
)
def test_a_way_of_care_that_no_page_could_show_is_refused_at_the_start(tmp_path, change, said):
    assert problems_of(own_folder(tmp_path / "own", {"paths.csv": change})) == [said]


def test_the_key_that_stands_for_no_third_way_is_no_way(tmp_path):
    folder = own_folder(tmp_path / "own", {"paths.csv": with_a_way("off", "iop:4")})
    assert (
        "paths.csv, row 'off', column key: this key stands for no third way. Write another one."
        in problems_of(folder)
    )
