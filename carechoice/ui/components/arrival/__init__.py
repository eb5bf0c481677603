"""Arriving at a page: its beginning is in view, its heading has the focus and is spoken.

The framework changes what a page shows and leaves the rest as it was: where the person had
scrolled to, and a focus on a link or on something that is gone.
"""

from __future__ import annotations

from carechoice.language.sentences import say
from carechoice.ui.component import component
from carechoice.ui.pages import PROMISED

_arrival = component("arrival")


def show(*, page: str, heading: str, begun: int) -> None:
    """Lead a person who has just changed to ``page`` to its ``heading``, and mark its link.

    The next person is led there too, once all is cleared for them: ``begun`` is how often it was.
    To be called once the page is drawn.
    """
    promised = {say(label): say(title) for label, title in PROMISED.items()}
    parts = {"main": say("app.name"), "links": say("pages.links"), "part": say("pages.part")}
    names = {**parts, "heading": heading, "promised": promised}
    _arrival(key="arrival", data={"page": page, "begun": begun, **names})
