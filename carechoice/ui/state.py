"""What the session holds beside the inputs, which have their field's name and belong to widgets.

All of it is the person's who sits before the screen and goes when the next one comes, but for what
``STAYS`` names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from carechoice.documents.call_record import HEAD, Head
from carechoice.inputs.oneself import SAFE, SURE, sure_key

COMPARISON = "comparison"
# What the session speaks from.
CATALOG = "catalog"
# Whether that is what the server shows, and is to follow it.
IS_SERVED = "is_served"
# Sentences about the link the visit began with: what of it was not used, what has changed since.
OPENING_NOTES = "opening_notes"
# What that link is: when it was made, what it holds, in what it differs.
ABOUT_LINK = "about_link"
# What is to be said of the last file: how each is to be shown, and the sentence.
FILE_NOTES = "file_notes"
# What the inputs held when these were said.
NOTED = "noted"
PLAIN_SLIDERS = "plain_sliders"
# Whether another site shows the page in a frame.
FRAMED = "framed"
# The scenarios that were kept by name.
KEPT = "kept"
SCREEN = "screen"
# The last move of each live slider, which the page answers.
MOVES = "moves"
# The names of the figures that the browser has said it has.
FIGURES = "figures"
# What the link or the file held that was opened, if it was made on an earlier day.
EARLIER = "earlier"
# What inputs held before the plan's answers, by field, and whether the person had given it.
BEFORE_ANSWER = "before_answer"
# Random bytes that calendar files of this visit take their identifiers from.
CALENDAR_KEY = "calendar_key"
# This session, as the browser knows it; the visit it goes on from; the last handing over; its runs.
VISIT = "visit"
FOLLOWS = "follows"
HANDED_OVER = "handed_over_last"
RUNS = "runs"
# Whether a page of this session was drawn to its end, and what the browser's inputs held before.
IS_TOLD = "is_told"
FOUND = "found"
# The numbers of one's own plan that an example took the place of.
OWN_NUMBERS = "own_numbers"
# The file that was read last.
READ_FILE = "read_file"
# What was read in the paper of the plan that was brought last, the file that is being read, how
# many were, and whether one went with an ended session.
PAPER = "paper"
PAPER_UNDER_WAY = "paper_under_way"
PAPERS_READ = "papers_read"
IS_PAPER_LOST = "is_paper_lost"
# The last step that replaced many things at once, and what it took away.
UNDO = "undo"
# How often all was cleared for the next person.
BEGUN = "begun"

# The window of the insurance card, while it is open.
CARD = "card_window"
# What the browser has handed over that no run has taken yet.
SENT = "handed_over_sent"
# The fold of the settings.
SETTINGS = "settings"
# The box of the example weeks.
WEEK_PRESET = "week_preset"
# How the keys begin that say which folds are open.
FOLDS = ("fold_", "more_", "table_")
# How the keys of the fields end that stand in the place of the framework's sliders.
FIELD = "_typed"

# The keys of widgets that hold how sure and how safe a person feels.
ABOUT_ONESELF = (*map(sure_key, SURE), SAFE)


def call_key(name: Head) -> str:
    """The key of the field for what was written down of a call to the plan."""
    return f"call_{name}"


# Of the person, and lasts from page to page; what else widgets hold goes with their page.
LASTING = (
    OPENING_NOTES,
    ABOUT_LINK,
    FILE_NOTES,
    EARLIER,
    KEPT,
    SCREEN,
    FIGURES,
    BEFORE_ANSWER,
    CALENDAR_KEY,
    OWN_NUMBERS,
    READ_FILE,
    PAPER,
    PAPER_UNDER_WAY,
    PAPERS_READ,
    IS_PAPER_LOST,
    *ABOUT_ONESELF,
    *map(call_key, HEAD),
)
# Of the browser and of whoever runs these pages; what is worked out anew in each run anyway.
STAYS = (
    COMPARISON,
    CATALOG,
    IS_SERVED,
    PLAIN_SLIDERS,
    FRAMED,
    MOVES,
    VISIT,
    FOLLOWS,
    HANDED_OVER,
    RUNS,
    SENT,
    CARD,
    FOUND,
    IS_TOLD,
    SETTINGS,
    BEGUN,
)


def blank_key(field: str) -> str:
    """The key of the blank where the plan's answer about a field goes in."""
    return f"answer_{field}"


def topic_key(topic: str) -> str:
    """The key of a topic's box."""
    return f"topic_{topic}"


def days_key(field: str) -> str:
    """The key of the days of the week that stand in place of a choice of them."""
    return f"{field}_days"


def held_index(key: str, options: Sequence[object]) -> int | None:
    """The place among the options of what is held under a key; None while nothing is picked."""
    held = st.session_state.get(key)
    return None if held is None else options.index(held)


def sent(key: str, name: str) -> Any:
    """What a component of ours sent under this name; None where its page was gone when it came."""
    return (st.session_state.get(key) or {}).get(name)
