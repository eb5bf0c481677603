"""What the person has answered about themselves, where it stands on a page of an ended session."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.inputs.oneself import answers_about_oneself
from carechoice.ui.found import Found, written
from carechoice.ui.state import ABOUT_ONESELF


def answered_about_oneself(found: Found) -> Iterator[tuple[str, str]]:
    """The key and the answer of each question that one of its answers is picked for."""
    for key in ABOUT_ONESELF:
        box = found.get(key)
        label = None if box is None else written(box)
        yield from (
            (key, answer) for answer, read in answers_about_oneself(key).items() if read == label
        )
