"""What to ask a plan for a term, in words."""

from __future__ import annotations

from typing import get_args

from carechoice.catalog.rows import Care
from carechoice.comparison.carried_over import CARRIES_OVER, may_be_carried_over
from carechoice.inputs.counting import is_in_use, is_set_by_law
from carechoice.inputs.coverage import has_deductible, limit_field
from carechoice.inputs.scenario import Scenario, field_of
from carechoice.language.sentences import say


def question(field: str, scenario: Scenario) -> str:
    """What to ask the plan for a term or a price."""
    is_first = field == "plan_pays_percent" and not has_deductible(scenario)
    key = f"ask.{field}.first" if is_first else f"ask.{field}"
    return say(key, code=say(f"code.therapy.{scenario.therapy.session_minutes}"))


def asked_without_dollars(scenario: Scenario) -> list[str]:
    """What to ask the plan for terms that may count, but that no count of plans speaks of."""
    limits = (limit_field(name, is_other=True) for name in ("deductible_usd", "oop_max_usd"))
    asked = [each for each in limits if is_in_use(each, scenario) and _is_open(each, scenario)]
    if may_be_carried_over(scenario):
        asked.append(CARRIES_OVER)
    return [question(each, scenario) for each in asked]


def with_all_there_may_be(scenario: Scenario) -> Scenario:
    """The scenario with terms that have more to ask for, before anybody knows that there are any.

    A share of its own has its percent, and a deductible that carries over what was paid late.
    """
    of_own = {field_of("own_share", care): True for care in get_args(Care)}
    return scenario.but(**of_own, **{CARRIES_OVER: True})


def _is_open(field: str, scenario: Scenario) -> bool:
    """Whether neither the person nor the law says what the term is."""
    return field not in scenario.given and not is_set_by_law(field, scenario)
