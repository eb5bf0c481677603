"""What the pages of the handout on one comparison say, as data for its layout."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from carechoice.catalog.decision_rows import Part
from carechoice.comparison import fit, words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.key_figures import key_figures
from carechoice.comparison.level_words import level_caption
from carechoice.comparison.main_assumption import main_assumption
from carechoice.comparison.recourses import recourses_by_part, ways_out
from carechoice.drawing.style import COLOR, Chart
from carechoice.files import content
from carechoice.files.drawing import level_drawing, time_drawing
from carechoice.files.handout.cost_drawing import cost_drawing
from carechoice.files.letterhead import letterhead
from carechoice.files.pdf import titled_list
from carechoice.files.scenario.qr import PrintedCode, qr_on_paper
from carechoice.files.written_link import link_of
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import crisis_entries
from carechoice.language.pieces import pieces
from carechoice.language.sentences import option_name, say
from carechoice.topics.bill.bad_case.charts import bad_cases
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.level import level_alt
from carechoice.topics.decide.words import next_steps
from carechoice.topics.unknown.questions import general, question_text, questions, title, up_to
from carechoice.topics.unknown.swings import swings


def pages(comparison: Comparison, link: str, today: date) -> dict[str, Any]:
    """Everything that stands on them."""
    return {
        "date": [today.year, today.month, today.day],
        **letterhead(today),
        **_answer(comparison),
        "charts_title": say("export.charts"),
        "charts": _charts(comparison),
        **_what_is_next(comparison),
        **_numbers(comparison),
        "link": _link_and_code(link),
    }


def _link_and_code(address: str) -> dict[str, Any]:
    """The link as text and, where all of it stands here, as a QR code."""
    link = link_of(address)
    code = qr_on_paper(link.text) if link.is_whole else PrintedCode("", 0)
    return {
        "title": say("export.link"),
        "text": link.text,
        "opens": link.opens,
        "qr": code.svg,
        "qr_mm": code.side_mm,
        "alt": say("export.qr.alt"),
    }


def _charts(comparison: Comparison) -> dict[str, Any]:
    """The three charts, each with its caption and what it shows in words."""
    return {
        "time": {
            "title": say("time.title"),
            "caption": captions.time_caption(comparison),
            "alt": captions.time_alt(comparison),
            **time_drawing(comparison),
        },
        "cost": {
            "title": say("cost.title"),
            "caption": captions.cost_caption(comparison),
            "alt": captions.cost_alt(comparison),
            **cost_drawing(comparison),
        },
        "level": {
            "title": say("level.title"),
            "caption": level_caption(comparison),
            "alt": level_alt(comparison),
            **level_drawing(comparison),
        },
    }


def _answer(comparison: Comparison) -> dict[str, Any]:
    """The answer in the options' colours with what it assumes, and the key figures."""
    answers = words.answer(comparison)
    return {
        "answer": titled_list(say("export.answer"), answers.values()),
        "colors": [COLOR[pathway] for pathway in answers],
        "assumption": pieces(main_assumption(comparison.scenario)),
        "estimate": say("answer.estimate"),
        "fits": pieces(fit.fit_sentence(comparison)),
        "figures": _figures(comparison),
    }


def _figures(comparison: Comparison) -> dict[str, Any]:
    names = (option_name(option.words_key) for option in comparison.options.values())
    return {
        "title": say("figures.title"),
        "header": [say("figures.question"), *names],
        "rows": key_figures(comparison),
    }


def _what_is_next(comparison: Comparison) -> dict[str, Any]:
    """What to ask the plan, the ways out, the next steps, and the crisis lines."""
    return {
        "questions": _questions(comparison),
        "ways_out": _ways_out(comparison.scenario),
        "steps": titled_list(say("next.title"), next_steps(comparison, is_printed=True)),
        "lines": titled_list(say("crisis.title"), crisis_entries()),
    }


def _questions(comparison: Comparison) -> dict[str, Any]:
    scenario = comparison.scenario
    asked = questions(scenario, swings(scenario))
    sentences = [*(question_text(question) for question in asked), *general(scenario)]
    is_any_open = any(not question.answer for question in asked)
    lead = up_to(asked) if is_any_open else ""
    return titled_list(title(scenario), sentences, lead=lead)


def _ways_out(scenario: Scenario) -> list[dict[str, Any]]:
    """A part for a plan that says no and one for a bill that is too much, if they say anything."""
    by_part = recourses_by_part(scenario)
    return [titled_list(say(f"recourse.{name}"), lines) for name, lines in by_part.items()]


def _numbers(comparison: Comparison) -> dict[str, Any]:
    """What the answer rests on, the bad case as words and tables, and all sources, each once."""
    return {
        "rests_on": _rests_on(comparison),
        "bad_case": [_as_a_table(chart) for chart in bad_cases(comparison)],
        "sources": titled_list(say("sources.list"), content.in_full(_keys(comparison))),
    }


def _rests_on(comparison: Comparison) -> dict[str, Any]:
    return {
        "title": say("export.rests_on"),
        "header": [say(f"bill.inputs.{name}") for name in ("input", "value", "standing")],
        "rows": content.rests_on(comparison.scenario),
    }


def _as_a_table(chart: Chart) -> dict[str, Any]:
    return {
        "title": chart.title,
        "told": pieces(chart.caption),
        "header": chart.table.header(),
        "rows": chart.table.shown(),
    }


def _keys(comparison: Comparison) -> Iterator[str]:
    """The sources of the numbers, then those of the ways out, by key."""
    yield from content.sources(comparison)
    for name in get_args(Part):
        for row in ways_out(comparison.scenario, name):
            yield from row.source
