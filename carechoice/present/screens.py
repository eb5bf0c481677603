"""What a presentation shows, screen by screen: the order of its screens and their sentences."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.side_by_side.features import week_in
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.pathways import is_program
from carechoice.language.everywhere import who_shows_it
from carechoice.language.sentences import option_name, say
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.swings import swings

Screen = Literal["decision", "answer", "time", "cost", "level", "unknown", "questions", "sources"]
SCREENS: tuple[Screen, ...] = get_args(Screen)
# As many questions as people at the back of a room can read.
MOST_QUESTIONS = 4


def within(number: int) -> int:
    """The number of a screen, from 0, moved to the first or the last where there is none."""
    return min(max(number, 0), len(SCREENS) - 1)


def title(screen: Screen) -> str:
    """What a screen is about; a screen with a chart has the chart's title."""
    key = f"present.{screen}.title"
    return say(key if key in catalog().words else f"{screen}.title")


def place(asked: int) -> str:
    """Which screen of how many is shown, and what it is about; that there is none of that number.

    ``asked`` is the number of the screen that an address or a step asks for, from 0.
    """
    number = within(asked)
    name = title(SCREENS[number])
    here = say("present.place", number=number + 1, count=len(SCREENS), title=name)
    if asked < len(SCREENS):
        return here
    return say("present.place.past", place=here, asked=asked + 1)


def weeks(comparison: Comparison) -> dict[Pathway, str]:
    """A week in therapy, and in each program that is compared with it."""
    shown = (comparison.options["therapy"], *comparison.programs)
    return {option.pathway: week_in(option) for option in shown}


def also_compared(comparison: Comparison) -> list[str]:
    """Each pathway that has no week of its own on the first screen, a sentence each."""
    beside = (each for each in comparison.beside if not is_program(each.pathway))
    return [say("present.decision.also", option=option_name(each.words_key)) for each in beside]


class PlanQuestions(NamedTuple):
    """What to ask the plan: a line above, and the questions, of which there may be none."""

    lead: str
    questions: tuple[str, ...] = ()


def plan_questions(comparison: Comparison) -> PlanQuestions:
    """The questions to the plan that most dollars depend on, or why there are none."""
    scenario = comparison.scenario
    asked = questions.questions(scenario, tuple(swings(scenario)))[:MOST_QUESTIONS]
    if asked:
        return PlanQuestions(questions.up_to(asked), tuple(map(questions.question_text, asked)))
    reason = "present.questions.nothing" if has_plan(scenario) else "present.questions.none"
    return PlanQuestions(say(reason))


def who_presents() -> list[str]:
    """Who shows the presentation and may sell what it compares; nothing where nobody is named."""
    return [who_shows_it()] if catalog().centre.name else []
