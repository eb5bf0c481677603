"""The handout: one comparison on two pages at most, as a PDF that screen readers can read.

Made by Typst with the layout in files/handout.typ. Every text goes there as data, so none can run
as markup.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from carechoice.catalog.in_use import catalog
from carechoice.comparison import words
from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan_words import assumption
from carechoice.comparison.words import level_caption
from carechoice.drawing.style import COLOR
from carechoice.files.documents import content
from carechoice.files.documents.drawing import cost_drawing, level_drawing, time_drawing
from carechoice.inputs.coverage import has_plan
from carechoice.language.everywhere import crisis_entries, crisis_line, made_on, shown_by
from carechoice.language.pieces import pieces
from carechoice.language.sentences import option_name, say
from carechoice.topics.dashboard import captions
from carechoice.topics.decide.words import next_steps
from carechoice.topics.unknown.facts import swings
from carechoice.topics.unknown.questions import general, questions, title, told
from carechoice.ui import assets

Paper = Literal["letter", "a4"]
# Sizes of the text in points; each of the two pages takes the first that fits on a sheet.
SIZES_PT = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)


def handout(comparison: Comparison, *, link: str, today: date, paper: Paper = "letter") -> bytes:
    """The comparison as a tagged PDF (PDF/UA-1) of two pages.

    A sign that Typst's own fonts lack, as in another script, would break that standard: then the
    server's fonts are tried too, and the PDF is tagged without claiming it.
    """
    import typst

    pages = json.dumps(_told(comparison, content.link_of(link), today, paper))
    try:
        return _pdf(pages, "ua-1", own_fonts=True)
    except typst.TypstError:
        return _pdf(pages, "1.7", own_fonts=False)


def _pdf(pages: str, standard: Literal["ua-1", "1.7"], *, own_fonts: bool) -> bytes:
    import typst

    made = typst.compile(
        assets.handout_layout(),
        format="pdf",
        pdf_standards=standard,
        sys_inputs={"data": pages},
        ignore_system_fonts=own_fonts,
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gave several files for one handout.")
    return made


def _told(comparison: Comparison, link: content.Link, today: date, paper: Paper) -> dict[str, Any]:
    """Everything that stands on the pages."""
    language, _, region = catalog().release["locale"].value.partition("_")
    answers = words.answer(comparison)
    return {
        "paper": {"letter": "us-letter", "a4": "a4"}[paper],
        "sizes": SIZES_PT,
        "language": language,
        "region": region,
        "date": [today.year, today.month, today.day],
        "name": say("app.name"),
        "title": say("title"),
        "crisis": pieces(crisis_line()),
        "answer": _part(say("export.answer"), answers.values()),
        "colors": [COLOR[pathway] for pathway in answers],
        "assumption": pieces(assumption(comparison.scenario)),
        "estimate": say("answer.estimate"),
        "figures": _figures(comparison),
        "charts_title": say("export.charts"),
        "charts": _charts(comparison),
        "rests_on": _rests_on(comparison),
        "questions": _questions(comparison),
        "steps": _part(say("next.title"), next_steps(comparison)),
        "lines": _part(say("crisis.title"), crisis_entries()),
        "sources": _part(say("sources.list"), content.sources(comparison)),
        "footer": [
            say("footer.estimate"),
            " ".join([*shown_by(), say("footer.interest")]),
        ],
        "centre": _centre(),
        "made": made_on(today),
        "link": _link(link),
    }


def _centre() -> dict[str, str]:
    """The line at the head of the first page; nothing where a centre gives neither."""
    centre = catalog().centre
    return {"name": centre.name, "color": centre.color, "text_color": centre.text_color}


def _part(title: str, sentences: Iterable[str]) -> dict[str, Any]:
    return {"title": title, "items": [pieces(sentence) for sentence in sentences]}


def _figures(comparison: Comparison) -> dict[str, Any]:
    names = map(option_name, comparison.options)
    return {
        "title": say("figures.title"),
        "header": [say("figures.question"), *names],
        "rows": words.key_figures(comparison),
    }


def _charts(comparison: Comparison) -> dict[str, Any]:
    self_pay = not has_plan(comparison.scenario)
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
            "key": say("export.cost.key.self_pay" if self_pay else "export.cost.key"),
            **cost_drawing(comparison),
        },
        "level": {
            "title": say("level.title"),
            "caption": level_caption(comparison),
            "alt": captions.level_alt(comparison),
            **level_drawing(comparison),
        },
    }


def _rests_on(comparison: Comparison) -> dict[str, Any]:
    return {
        "title": say("export.rests_on"),
        "header": [say(f"bill.inputs.{name}") for name in ("input", "value", "standing")],
        "rows": content.rests_on(comparison),
    }


def _questions(comparison: Comparison) -> dict[str, Any]:
    scenario = comparison.scenario
    asked = questions(scenario, swings(scenario))
    sentences = [*(told(question, scenario) for question in asked), *general(scenario)]
    return _part(title(scenario), sentences)


def _link(link: content.Link) -> dict[str, Any]:
    return {
        "title": say("export.link"),
        "text": link.text,
        "opens": link.opens,
        "qr": _qr(link) if link.is_whole else "",
        "alt": say("export.qr.alt"),
    }


def _qr(link: content.Link) -> str:
    import segno

    return segno.make_qr(link.text, error="l").svg_inline(border=4, omitsize=True)
