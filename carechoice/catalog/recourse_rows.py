"""A row of recourses.csv: what a person can do if the plan says no, or a bill is too high."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from carechoice.catalog.conditions import Conditions
from carechoice.catalog.rows import Figure, Keys, Sourced, Words
from carechoice.catalog.words import blanks_of

Part = Literal["denied", "dear"]


class Recourse(Sourced):
    """A right or a way out: where a plan says no ("denied"), or where a bill is too much ("dear").

    It is there where all it ``needs`` holds: for people of ``only_plans``, if any are named, and
    for none of ``not_plans``, each by the example plan they started from. ``text`` has a blank for
    each key in ``figures``, whose value is told there.
    """

    part: Part
    text: Words
    needs: Conditions = ()
    only_plans: Keys = ()
    not_plans: Keys = ()
    figures: Keys = ()

    def is_for(self, plan: str) -> bool:
        """Whether people who started from this example plan can use it."""
        return plan in (self.only_plans or (plan,)) and plan not in self.not_plans

    def problems(self, figures: Mapping[str, Figure]) -> Iterator[str]:
        """A sentence for each figure or blank that the row names and that is not there.

        A plan that a centre does not have is nobody's, and no mistake.
        """
        place = f"recourses.csv, row {self.key!r}, column"
        for figure in self.figures:
            if figure not in figures or figures[figure].value is None:
                yield f"{place} figures: there is no {figure!r} with a value in figures.csv."
        for blank in sorted(blanks_of(self.text)):
            if blank not in self.figures:
                yield f"{place} text: there is no blank {{{blank}}} here."
