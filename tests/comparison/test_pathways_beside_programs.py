"""A pathway of therapy and the picked program in turn, where other programs stand beside them."""

import re

import pytest
from three_programs import centre_of_three, scenario

from carechoice.catalog.in_use import using
from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.comparison.weeks.fit import fit_sentence
from carechoice.comparison.weeks.planned_week import appointments_of, planned_weeks
from carechoice.language.sentences import as_text, option_name, say
from carechoice.topics.bill.captions import running_caption
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.level import level_alt
from carechoice.topics.week import words as week_words
from carechoice.topics.week.course_words import course_caption, holidays_of


@pytest.fixture(autouse=True)
def _centre(tmp_path):
    with using(centre_of_three(tmp_path / "own")):
        yield


STEPS = (
    ("step_down", "Day program, then therapy", "“Day program” and then therapy"),
    ("step_up", "Therapy, then Day program", "therapy and then “Day program”"),
)

KNOWN_DAY = {"payer": "no_payer", "iop_copay_per_day_usd": "50"}


@pytest.mark.parametrize(("pathway", "name", "within"), STEPS)
def test_a_pathway_with_the_picked_program_in_it_says_which_one_where_others_stand_beside(
    pathway, name, within
):
    """Therapy, the day program, the day program and therapy in turn, the afternoon program."""
    comparison = compare(scenario(third_path=pathway))
    assert words.column_names(comparison.options.values())[2] == name
    told = [
        *words.answer(comparison).values(),
        running_caption(comparison),
        level_caption(comparison),
        captions.cost_caption(compare(scenario(third_path=pathway, **KNOWN_DAY))),
        captions.time_caption(comparison),
        level_alt(comparison),
        course_caption(comparison, appointments_of(comparison, pathway), holidays_of(comparison)),
        *(as_text(week_words.name(week)) for week in planned_weeks(comparison)[pathway]),
        *map(week_words.caption, planned_weeks(comparison)[pathway]),
        say(f"ics.download.{comparison.options[pathway].words_key}"),
        option_name(comparison.options[pathway].words_key),
        running_caption(compare(scenario(third_path=pathway, oop_met_usd="4000"))),
        fit_sentence(compare(scenario(third_path=pathway, fixed_hours="mon-fri:09-17"))),
    ]
    said = "\n".join(told)
    assert f"**{name}** takes" in said
    assert re.search(f"(?i){within} come to", said)
    assert re.search(f"(?i){within} are", said)
    assert f"{within} your deductible is met on" in said
    assert f"{within} you reach your out-of-pocket maximum around" in said
    assert f"In {within} 2 planned days are closed" in said
    assert f"for {within}" in said
    assert f"Visits for {within} " in said
    assert f"{name}: weeks" in said
    assert "Day program: Monday to Thursday, 9 am to 1 pm." in said
    assert not re.search(r"IOP (first|if)|IOP, then|then (the |an )?IOP|The IOP:", said)
    assert "from there" not in said


def test_after_which_program_therapy_follows_is_said_on_the_ladder():
    told = level_caption(compare(scenario(third_path="step_down")))
    assert "After “Day program” you go to 1 hour of therapy a week" in told
    told = level_caption(compare(scenario(third_path="step_up")))
    assert "If you go on from therapy to “Day program”, 16 hours a week is" in told


def test_a_pathway_of_both_in_turn_beside_no_other_program_is_told_as_ever():
    alone = compare(scenario(third_path="step_down", fourth_path="off"))
    assert words.column_names(alone.options.values()) == ["Therapy", "IOP", "IOP, then therapy"]


def test_a_pathway_without_words_that_name_the_program_has_those_without_a_name():
    """So a centre's own pathways, whose words have no name in them, stay as they are."""
    told = say("topics.third.step_down.program_day_program")
    assert told == say("topics.third.step_down")


@pytest.mark.parametrize(("hours", "beyond"), [("6", "below"), ("21", "above")])
def test_a_program_out_of_the_hours_of_an_iop_is_told_as_one_in_a_pathway_too(hours, beyond):
    def told(pathway):
        return words.answer(compare(scenario(third_path=pathway, iop_hours_per_week=hours)))[
            pathway
        ]

    named = f"Day program, {beyond} the hours of an IOP,"
    assert told("step_down").startswith(f"**{named} then therapy** takes")
    assert told("step_up").startswith(f"**Therapy, then {named}** takes")
