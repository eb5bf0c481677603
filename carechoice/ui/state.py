"""The keys of the session, except those of the inputs, which are the names of their fields.

All of it belongs to the person at the screen and goes when the next one comes, except for what
``STAYS`` lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from carechoice.documents.call_record import HEAD, Head
from carechoice.inputs.self_questions import SAFE, SURE, sure_key

COMPARISON = "comparison"
# The catalog that the session uses.
CATALOG = "catalog"
# Whether that is the server's catalog, to be replaced when the server loads new data.
IS_SERVED = "is_served"
# Sentences about the link the visit began with: what of it was not used, what has changed since.
OPENING_NOTES = "opening_notes"
# Sentences about that link: when it was made, what it holds, and how it differs.
ABOUT_LINK = "about_link"
# Sentences about the last file, each with how it is shown.
FILE_NOTES = "file_notes"
# The inputs at the time of these sentences, which go when an input changes.
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
# The contents of the link or the file that was opened, if it was made on an earlier day.
EARLIER = "earlier"
# What inputs held before the plan's answers, by field, and whether the person had given it.
BEFORE_ANSWER = "before_answer"
# Random bytes for the identifiers in calendar files of this visit.
CALENDAR_KEY = "calendar_key"
# The name of this session; that of the one it continues; the last handover; its runs.
VISIT = "visit"
FOLLOWS = "follows"
LAST_HANDOVER = "last_handover"
RUNS = "runs"
# Whether a page of this session was drawn to its end; the browser's widgets before that.
WAS_DRAWN = "was_drawn"
BROWSER_WIDGETS = "browser_widgets"
# The person's own numbers that an example plan has replaced.
OWN_NUMBERS = "own_numbers"
# The file that was read last.
READ_FILE = "read_file"
# What was read in the last paper of the plan; the file that is being read; how many were read;
# whether one was lost with an ended session.
PAPER = "paper"
PAPER_UNDER_WAY = "paper_under_way"
PAPERS_READ = "papers_read"
IS_PAPER_LOST = "is_paper_lost"
# The last step that replaced many things at once, and what it took away.
UNDO = "undo"
# How many times everything was cleared for the next person.
TIMES_CLEARED = "times_cleared"

# The window of the insurance card, while it is open.
CARD = "card_window"
# A handover from the browser that no run has taken yet.
WAITING_HANDOVER = "waiting_handover"
# The fold of the settings.
SETTINGS = "settings"
# The box of the example weeks.
WEEK_PRESET = "week_preset"
# The prefixes of keys that say which folds are open.
FOLDS = ("fold_", "more_", "table_")
# The suffix of the keys of fields that replace the framework's sliders on touch screens.
FIELD = "_typed"

# The keys of widgets that hold how sure and how safe a person feels.
ABOUT_ONESELF = (*map(sure_key, SURE), SAFE)


def call_key(name: Head) -> str:
    """The key of the field for what was written down of a call to the plan."""
    return f"call_{name}"


# The person's, kept from page to page; other values of widgets go with their page.
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
# Kept for the next person: the browser's, the operator's, or worked out in every run anyway.
STAYS = (
    COMPARISON,
    CATALOG,
    IS_SERVED,
    PLAIN_SLIDERS,
    FRAMED,
    MOVES,
    VISIT,
    FOLLOWS,
    LAST_HANDOVER,
    RUNS,
    WAITING_HANDOVER,
    CARD,
    BROWSER_WIDGETS,
    WAS_DRAWN,
    SETTINGS,
    TIMES_CLEARED,
)


def blank_key(field: str) -> str:
    """The key of the blank where the plan's answer about a field goes in."""
    return f"answer_{field}"


def topic_key(topic: str) -> str:
    """The key of a topic's box."""
    return f"topic_{topic}"


def days_key(field: str) -> str:
    """The key of the weekday boxes that replace a choice of weekdays."""
    return f"{field}_days"


def held_index(key: str, options: Sequence[object]) -> int | None:
    """The index among the options of the value under a key; None while nothing is picked."""
    held = st.session_state.get(key)
    return None if held is None else options.index(held)


def sent(key: str, name: str) -> Any:
    """What our component sent under this name; None if its page was gone when it arrived."""
    return (st.session_state.get(key) or {}).get(name)
