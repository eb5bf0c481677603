"""The parts of what an option costs: what you pay, what you may pay, and what the plan pays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from carechoice.comparison.compare import Comparison, Option
from carechoice.inputs.coverage import has_plan


class CostParts(NamedTuple):
    """Parts of a cost in dollars, one after the other from $0 on.

    ``you_usd`` ends at the low end of what the patient pays and ``you_may_usd`` at its high end;
    ``plan_usd`` is what is left of the total price at its high end, which no high end of a part is
    above.
    """

    you_usd: float
    you_may_usd: float
    plan_usd: float


def cost_parts(option: Option) -> CostParts:
    """What an option costs, in parts. Where nothing is uncertain there is no middle one."""
    spread = option.patient_usd
    rest = max(option.total_likely_usd.high - spread.high, 0)
    return CostParts(spread.low, spread.high - spread.low, rest)


def parts_there(comparison: Comparison) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each part that some option has, with its dollars by option; what you pay is always one."""
    options = comparison.options.values()
    you, may, plan = zip(*map(cost_parts, options), strict=True)
    yield "you", you
    if any(may):
        yield "may", may
    if any(plan) and has_plan(comparison.scenario):
        yield rest_named(options), plan


def rest_named(options: Iterable[Option]) -> Literal["plan", "rest"]:
    """As what the last part is named: it is the plan's alone where the patient's is one amount."""
    return "plan" if all(option.patient_usd.is_known for option in options) else "rest"


def estimate_usd(option: Option) -> float | None:
    """The amount that is told beside its range; None where there is no range, or nothing else."""
    is_told = not (option.patient_usd.is_known or option.is_range_alone)
    return option.patient_total_usd if is_told else None
