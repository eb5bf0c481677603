"""The inputs as a plain HTML form, for a browser that shows no sliders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carechoice.inputs.places import rows_in
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.what_counts import is_disabled
from carechoice.language.sentences import say
from carechoice.ui.inputs.centre_picks import SECTION as OF_A_CENTRE
from carechoice.ui.inputs.main_inputs import SECTIONS
from carechoice.ui.inputs.more_inputs import FOLDS
from carechoice.web.early.field import Field, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The inputs that matter most, by the name of their section; others, by that of their fold."""

    sections: Mapping[str, Sequence[Field]]
    folds: Mapping[str, Sequence[Field]]


def form(scenario: Scenario, typed: Mapping[str, str]) -> Form:
    """The form that holds the scenario, and what was ``typed`` into it and cannot be used."""

    def fields(place: str, *sections: str) -> tuple[Field, ...]:
        rows = rows_in(scenario, place, *sections)
        return tuple(
            field(row, scenario, typed) for row in rows if not is_disabled(row, scenario.value)
        )

    folds = {say(f"controls.more.{name}"): fields("more", *held) for name, held in FOLDS.items()}
    return Form(
        sections={
            say(f"controls.{section}"): found
            for section in (OF_A_CENTRE, *SECTIONS)
            if (found := fields("main", section))
        },
        folds={name: held for name, held in folds.items() if held},
    )
