"""What to ask a plan for a term, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Care
from carechoice.comparison.carried_over import CARRIES_OVER, may_be_carried_over
from carechoice.inputs.counting import is_in_use, is_set_by_law
from carechoice.inputs.coverage import has_deductible, has_plan, limit_field, network_of
from carechoice.inputs.ours import SELF_PAY
from carechoice.inputs.scenario import IN_NETWORK, OUT_OF_NETWORK, Scenario, field_of
from carechoice.language.sentences import say


def question(field: str, scenario: Scenario) -> str:
    """What to ask the plan for a term or a price."""
    is_first = field == "plan_pays_percent" and not has_deductible(scenario)
    key = f"ask.{field}.first" if is_first else f"ask.{field}"
    return say(key, code=say(f"code.therapy.{scenario.therapy.session_minutes}"))


def in_any_case(scenario: Scenario) -> Iterator[str]:
    """What to ask the plan in any case of the care that it is to pay for, by the ends of keys."""
    out_of_network, in_network = _paid_in(OUT_OF_NETWORK, scenario), _paid_in(IN_NETWORK, scenario)
    if out_of_network:
        yield "out"
    yield _about("covered", [*in_network, *out_of_network])
    if has_plan(scenario, "iop"):
        yield "approval"
    if not {*catalog().inputs.by_care("visit_limit").values()} <= scenario.given:
        yield "limit"
    if in_network:
        yield _about("network", in_network)
    if out_of_network:
        yield "superbill"


def paid_without_insurance(scenario: Scenario) -> list[Care]:
    """The kinds of care whose price is the provider's to tell, and not the plan's."""
    return _paid_in(SELF_PAY, scenario)


def _paid_in(way: str, scenario: Scenario) -> list[Care]:
    """The kinds of care that are paid in this way."""
    return [care for care in get_args(Care) if network_of(scenario, care) == way]


def _about(name: str, cares: Sequence[Care]) -> str:
    """The end of a key about both kinds of care, or about the only one."""
    return name if len(cares) == len(get_args(Care)) else f"{name}.{cares[0]}"


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
