"""What both options cost where a plan has the same terms for both, as long as nobody said which.

Our starting terms are a copayment for therapy, and the deductible and a share for the IOP: neither
option is to look cheap or dear by that alone. So beside them stand the terms of each for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args

from carechoice.catalog.inputs import Role
from carechoice.catalog.rows import Care
from carechoice.comparison.compare import PATHWAYS, Comparison, compare
from carechoice.comparison.words import cost
from carechoice.inputs.coverage import has_deductible, has_plan, is_set_by_law
from carechoice.inputs.scenario import Scenario, field_of
from carechoice.language.formats import money_exact
from carechoice.language.sentences import say

# What a plan says of one kind of care and may say of the other in the same words.
ROLES: tuple[Role, ...] = ("copay", "deductible_applies", "share_too")
Kind = Literal["deductible", "copay"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def alike(comparison: Comparison) -> dict[Kind, Comparison]:
    """The comparison with the terms of one option for both, by what these terms are.

    Empty where a term of either was given or is set by law, and where they are alike.
    """
    scenario = comparison.scenario
    fields = [field_of(role, care) for role in ROLES for care in PATHWAYS]
    is_said = any(field in scenario.given or is_set_by_law(field, scenario) for field in fields)
    care_of = {_kind(scenario, care): care for care in PATHWAYS}
    if is_said or not has_plan(scenario) or not care_of.keys() >= {*KINDS}:
        return {}
    return {
        kind: compare(scenario.but(**dict(_for_both(scenario, care_of[kind])))) for kind in KINDS
    }


def told(comparison: Comparison) -> str:
    """Both costs under the same terms, as sentences; empty where terms were given."""
    found = alike(comparison)
    return " ".join([say("alike"), *_told(found)]) if found else ""


def _told(found: Mapping[Kind, Comparison]) -> Iterator[str]:
    for kind, result in found.items():
        yield say(
            f"alike.{kind}",
            copay=money_exact(result.scenario.of("copay", "therapy")),
            therapy=cost(result.options["therapy"]),
            iop=cost(result.options["iop"]),
        )


def _kind(scenario: Scenario, care: Care) -> Kind | None:
    if has_deductible(scenario, care):
        return "deductible"
    return "copay" if scenario.of("copay", care) else None


def _for_both(scenario: Scenario, care: Care) -> Iterator[tuple[str, Any]]:
    """The terms of one kind of care as those of both."""
    for role in ROLES:
        for each in PATHWAYS:
            yield field_of(role, each), scenario.of(role, care)
