"""What a person touched on the page of an ended session, taken as if it had been answered."""

from __future__ import annotations

from datetime import date

from carechoice.ui import entered, found, plan_answers
from carechoice.ui.found_answers import answered
from carechoice.ui.found_inputs import changed


def take_touched(touched: found.Found, today: date) -> None:
    """Take the inputs and the answers of the plan that stand in the browser and on no page."""
    entered.take_values(changed(touched, entered.held_scenario(today)))
    for field, answer in answered(touched).items():
        plan_answers.take_answer(field, answer, today)
