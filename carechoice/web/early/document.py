"""The HTML document of a page: our text covers the framework's page until that is drawn."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from carechoice.catalog.in_use import catalog
from carechoice.inputs.handed_on.view_parameters import PLAIN_SLIDERS
from carechoice.language.everywhere import crisis_line, page_title
from carechoice.language.formats import language_tag
from carechoice.language.sentences import say
from carechoice.ui.assets import PACKAGE, PLOTLY, address
from carechoice.web.early.content import PageContent
from carechoice.web.early.framework_page import font, with_ours
from carechoice.web.early.script import EARLY, FRAMED, script
from carechoice.web.host_config import SETTINGS

# Draws the charts that the page begins with (ui/components/plot).
DRAWS = "first.js"
# Colours of the theme (.streamlit/config.toml) that the early page has, too.
COLORS = (
    "backgroundColor",
    "secondaryBackgroundColor",
    "textColor",
    "borderColor",
    "linkColor",
    "blueTextColor",
    "orangeTextColor",
    "violetTextColor",
    "greenTextColor",
)


def document(content: PageContent) -> str:
    """The HTML of a page."""
    name = say("present.page") if content.presented else content.name
    title = page_title(name)
    head = _rendered(
        "head.html",
        app=say("app.name"),
        title=title,
        description=say("early.description"),
        presents=content.presented is not None,
        font=font(),
        script=_script(EARLY),
        framed=_script(FRAMED) if content.is_framed else "",
    )
    early = _rendered(
        "early.html",
        content=content,
        draws=address(DRAWS) if content.has_charts else "",
        library=address(PLOTLY),
        start=_start(content),
        plain_sliders=urlencode([PLAIN_SLIDERS]),
        host=json.dumps(SETTINGS),
        framed_by=json.dumps(catalog().centre.framed_by),
        **_words(),
    )
    return with_ours(language=language_tag(), head=head, early=early)


def _words() -> dict[str, str]:
    """The fixed texts of the document, by the names that its template has for them."""
    return {
        "whole": say("framed.whole"),
        "pages": say("pages.links"),
        "decision": say("title"),
        "figures": say("figures.title"),
        "waits": say("early.waits"),
        "drawing": say("early.chart"),
        "late": say("early.late"),
        "no_script": say("early.no_script"),
        "form": say("early.form"),
        "send": say("early.send"),
    }


def _start(content: PageContent) -> str:
    """What the charts of a page hang on that shows nobody's numbers; nothing of any other."""
    if content.is_entered or not content.answered.charts:
        return ""
    figures = (chart.name for chart in content.answered.charts)
    return " ".join([address(DRAWS), address(PLOTLY), *figures])


def no_such_page(home: str) -> str:
    """The HTML of an address that no page has: the way ``home``, and where to turn in a crisis."""
    title, why, back = say("missing.title"), say("missing.why"), say("missing.back")
    return notice(title=title, why=why, back=back, home=home)


def notice(*, title: str, why: str, back: str, home: str) -> str:
    """The HTML of a page that only says something; the words ``back`` lead to the address."""
    return alone("notice.html", title=title, why=why, back=back, home=home)


def alone(template: str, *, title: str, **filled: object) -> str:
    """The HTML of a page that nothing live follows, with where to turn in a crisis."""
    around = {"language": language_tag(), "tab": page_title(title), "crisis": crisis_line()}
    return _rendered(template, title=title, **around, **filled)


def _script(file: str) -> Markup:
    return Markup(script(file))  # noqa: S704 (a file of ours)


def _rendered(template: str, **filled: object) -> str:
    colors = {scheme: _colors(scheme) for scheme in ("light", "dark")}
    return (
        _environment().get_template(template).render(filled, colors=colors, centre=catalog().centre)
    )


def _colors(scheme: str) -> dict[str, str]:
    return {name: st.get_option(f"theme.{scheme}.{name}") for name in COLORS}


@cache
def _environment() -> Environment:
    loader = FileSystemLoader([Path(__file__).parent, PACKAGE / "ui/style"])
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    environment.filters["marked"] = marked
    # A figure says the same as on the live page, in the same order.
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False}
    return environment


def marked(sentence: str) -> Markup:
    """A sentence of ours as HTML: bold, links and escaped signs; everything else is text."""
    return Markup(_markdown().renderInline(sentence))  # noqa: S704 (markdown-it escapes the rest)


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("zero").enable(["emphasis", "link", "escape"])
