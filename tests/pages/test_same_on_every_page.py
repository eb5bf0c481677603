"""What stands on several pages stands in one order, under one name, and is entered once.

WCAG 2.2: 3.2.3 (the way to other pages), 3.2.4 (names), 3.2.6 (help), 3.3.7 (entered once).
"""

from itertools import chain

import pytest
from page_reader import PAGES, opened, read_unfolded, widget

from carechoice.comparison.plan_year import first_day
from carechoice.language.everywhere import crisis_line, footer
from carechoice.language.sentences import say
from carechoice.ui import pages, state
from carechoice.ui.text import plain

TOLD = ("title", "markdown")
LINKS = [pages.name(page) for page in pages.PAGES]
FOOT = "\n\n".join([*map(plain, footer()), say("pages.back")])
# The way to other pages first, then whom to call; what words mean beside the inputs; the foot last.
IN_ORDER = [
    say("pages.skip"),
    *LINKS,
    f"**{say('title')}**",
    crisis_line(),
    say("inputs.skip"),
    say("glossary.title"),
    say("controls.settings"),
    FOOT,
]


def parts(block):
    """Each part of a page, in the order in which it is read."""
    for part in block.children.values():
        yield part
        if hasattr(part, "children"):
            yield from parts(part)


def said(part):
    """The name of a part, or what it says; nothing of a table."""
    return getattr(part, "label", None) or (part.value if part.type in TOLD else None)


def of_every_page(app):
    """Of what stands on every page, what stands here, in its order, each where it comes first."""
    shown = [part for part in map(said, parts(app.main)) if part in IN_ORDER]
    return list(dict.fromkeys(shown))


@pytest.mark.parametrize("page", PAGES)
def test_the_way_to_other_pages_and_help_stand_in_one_order(page):
    assert of_every_page(read_unfolded(page)) == IN_ORDER


def test_in_a_presentation_too_the_crisis_line_follows_the_decision():
    shown = list(map(said, parts(opened("present.py", mode="present").main)))
    assert shown.index(crisis_line()) == shown.index(say("title")) + 1


def names_by_key(page):
    named = [part for part in parts(read_unfolded(page).main) if getattr(part, "label", None)]
    return {(part.key, part.label) for part in named if getattr(part, "key", None)}


def test_what_is_one_thing_has_one_name_wherever_it_stands():
    named = set(chain.from_iterable(map(names_by_key, PAGES)))
    assert len(named) > 70
    by_key = dict(named)
    assert {key: name for key, name in named if by_key[key] != name} == {}


def test_what_was_entered_on_one_page_stands_on_all_others():
    app = opened(PAGES[0], are_inputs_unfolded=True)
    entered = {"therapy_sessions": 7, "therapy_price_usd": 90.0, "network": "oon"}
    for field, value in entered.items():
        widget(app, field).set_value(value).run()
    for page in PAGES[1:]:
        app.switch_page(page).run()
        assert {field: widget(app, field).value for field in entered} == entered, page


@pytest.mark.parametrize("page", ["compare.py", "bill.py"])
def test_what_a_later_first_day_would_change_stands_below_the_charts_of_what_care_costs(page):
    """It comes and goes with a slider, and nothing that is looked at meanwhile moves for it."""
    app = opened(page, start_date="2026-11-30", iop_weeks="8")
    told = plain(first_day.sentence(app.session_state[state.COMPARISON]))
    shown = list(parts(app.main))
    charts = [place for place, part in enumerate(shown) if is_chart(part)]
    (place,) = [place for place, part in enumerate(shown) if said(part) == told]
    assert charts[1] < place


def is_chart(part):
    return part.type == "bidi_component" and part.proto.component_name == "plot"
