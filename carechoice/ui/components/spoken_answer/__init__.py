"""A status line that screen readers speak when the answer changes. It is not to be seen.

Streamlit's page has no live region, and it replaces changed text, which readers then miss. This
component keeps one element and changes its text.
"""

from __future__ import annotations

from carechoice.ui.component import component

HTML = '<p role="status" aria-live="polite"></p>'

_spoken_answer = component("spoken_answer", HTML)


def spoken_answer() -> None:
    """Have screen readers speak what is new of the answer, once the person pauses.

    The page tells the sentences with the scenario that it shows (``address``). On a first visit
    nothing is spoken: there the page says them all.
    """
    _spoken_answer(key="spoken_answer")
