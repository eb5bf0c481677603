"""The presentation: its screens in order, in few words, and from the same numbers as the pages."""

from urllib.parse import parse_qsl

import pytest
from centre_tables import loaded
from scenarios import TODAY, comparison, scenario

from carechoice.catalog.in_use import catalog, using
from carechoice.comparison import staff as staff_words
from carechoice.drawing.style import no_higher
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import value_text
from carechoice.language.sentences import say
from carechoice.present import screens as presentation
from carechoice.present import sources as presented_sources
from carechoice.present.screens import SCREENS
from carechoice.topics.dashboard.charts import charts
from carechoice.topics.sources.kinds import all_lines
from carechoice.ui.pages import PAGES


def test_the_screens_come_in_the_order_people_need():
    assert SCREENS == (
        "decision",
        "answer",
        "time",
        "cost",
        "level",
        "unknown",
        "questions",
        "sources",
    )


@pytest.mark.parametrize(("asked", "shown_screen"), [(-1, 0), (0, 0), (3, 3), (7, 7), (8, 7)])
def test_no_step_leads_past_the_first_or_the_last_screen(asked, shown_screen):
    assert presentation.within(asked) == shown_screen


def test_the_place_names_the_screen():
    assert presentation.place(0) == "1 of 8: The decision"
    assert presentation.place(3) == "4 of 8: Your cost: who pays what"
    assert presentation.place(8) == "8 of 8: Sources. There is no screen 9."


def test_the_first_screen_has_each_program_that_is_compared(tmp_path):
    picked = {"program": "day_program", "third_path": "program_evening_program"}
    with using(loaded(tmp_path / "own")):
        two_programs = comparison(**picked)
        assert list(presentation.weeks(two_programs)) == [
            "therapy",
            "iop",
            "program_evening_program",
        ]


def test_the_first_screen_names_a_third_way_before_the_answer_does():
    assert presentation.also_compared(comparison(third_path="step_down")) == [
        "**IOP first, then therapy** is compared as well."
    ]
    assert presentation.also_compared(comparison()) == []


def test_a_week_is_told_of_both_options_alike():
    weeks = presentation.weeks(comparison())
    assert list(weeks) == ["therapy", "iop"]
    assert all(week.startswith("A week of") for week in weeks.values())


def test_questions_come_by_the_dollars_that_depend_on_them_and_are_few():
    asked = presentation.plan_questions(comparison())
    assert 0 < len(asked.questions) <= presentation.MOST_QUESTIONS
    assert "Up to $" in asked.questions[0]
    assert "likely" in asked.lead


def test_without_a_plan_there_is_no_question_to_it():
    told = presentation.plan_questions(comparison(network="self_pay"))
    assert told == (say("present.questions.none"), ())


def test_with_a_plan_that_leaves_nothing_to_ask_nobody_is_told_there_is_none():
    told = presentation.plan_questions(comparison(plan="masshealth"))
    assert told == ("None of the numbers of your plan that we know of would change your bill.", ())


def test_each_number_stands_with_its_value_and_where_it_comes_from():
    result = comparison(iop_weeks=6)
    told = {label: (value, source) for label, value, source in presented_sources.numbers(result)}
    row = catalog().parameters["iop_weeks"]
    value, source = told[row.label]
    assert value == value_text(row, 6)
    assert source.startswith("Yours")
    assert told[catalog().parameters["therapy_price_usd"].label][0] == "$130.23"


def test_a_number_that_a_person_gave_is_credited_to_no_source():
    told = {
        label: source for label, _, source in presented_sources.numbers(comparison(iop_weeks=5))
    }
    assert told["How many weeks"] == "Yours"
    assert told["How many sessions"].startswith("Assumed: ")


def test_a_number_that_the_centre_states_is_credited_to_it_and_nothing_stands_behind(tmp_path):
    with using(loaded(tmp_path / "own")):
        told = presented_sources.numbers(comparison(program="day_program"))
    source_of = {label: source for label, _, source in told}
    assert source_of["How many weeks"] == "Stated by the center"
    assert not [source for source in source_of.values() if source.rstrip().endswith(":")]


def test_a_chart_for_a_low_screen_has_the_same_data():
    for chart in charts(comparison()):
        low = no_higher(chart, 270)
        assert low.figure["layout"]["height"] <= 270
        assert low.figure["data"] == chart.figure["data"]
        assert (low.caption, low.alt, low.table) == (chart.caption, chart.alt, chart.table)
        assert chart.figure["layout"]["height"] > 270


@pytest.mark.parametrize("page", PAGES)
def test_staff_find_what_to_say_what_to_ask_back_and_a_reminder(page):
    say, ask, balance = staff_words.help_for(page, scenario())
    assert say.startswith("**Say:** “")
    assert ask.startswith("**Ask back:** “")
    assert "?" in ask
    assert balance.startswith("**Keep the balance:**")
    assert (
        len({*staff_words.help_for(page, scenario()), *staff_words.help_for("any", scenario())})
        == 6
    )


def test_a_page_without_its_own_help_has_the_general_one():
    assert staff_words.help_for("unknown", scenario()) == staff_words.help_for("any", scenario())


def test_the_last_screen_says_that_whoever_shows_it_may_sell_an_option():
    assert say("footer.interest") in presented_sources.last_words()


def test_the_last_screen_leads_to_the_page_of_sources_with_the_numbers_that_it_shows():
    result = comparison(iop_weeks=6, mode="present")
    address = presented_sources.all_sources(result).rpartition("](")[2].removesuffix(")")
    path, _, query = address.partition("?")
    assert path == "sources"
    opened = Scenario.from_query(dict(parse_qsl(query)), today=TODAY).scenario
    assert opened == result.scenario.but(mode="explore")


def test_each_number_of_a_screen_is_on_that_page_with_its_source_or_says_whose_choice_it_is():
    """Inputs, what real plans have, levels, what fills the hours, studies, and whom to call."""
    lines = dict(all_lines(comparison(iop_weeks=6).scenario))
    for kind in ("inputs", "real_plans", "levels", "services", "research", "crisis"):
        assert lines[kind]
        assert [line for line in lines[kind] if not (line.sources or line.basis == "yours")] == []
