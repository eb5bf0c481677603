"""What handout and slides tell alike: what the answer rests on, and the sources."""

from __future__ import annotations

from collections.abc import Iterable

from carechoice.catalog.in_use import catalog
from carechoice.catalog.weekdays import ANY_DAY
from carechoice.comparison.compare import Comparison
from carechoice.inputs.citations import source
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import NO_PATHWAY, Scenario
from carechoice.inputs.standing import stating
from carechoice.inputs.what_counts import used
from carechoice.language.pieces import without_marks
from carechoice.topics.bill.inputs_used import fields_used, input_rows

# What the course, other costs and a third pathway hold where there is none of it.
NOTHING = (0, False, ANY_DAY, NO_PATHWAY)


def rests_on(scenario: Scenario) -> list[tuple[str, str, str]]:
    """(input, value, where it comes from): all it takes to check both bills on paper."""
    return input_rows(_fields(scenario), scenario)


def _fields(scenario: Scenario) -> list[str]:
    # That a plan has no deductible or no copayment is a term to check the bill by, too.
    there = {*fields_used(scenario), *used(scenario)}
    return [
        field
        for field in catalog().parameters
        if field in there and _says_something(field, scenario)
    ]


def _says_something(field: str, scenario: Scenario) -> bool:
    """Whether it is a number or a term of a bill, or something beside one that was entered.

    Without a plan no example fills anything in, and how the bill is paid says so.
    """
    if field == "plan":
        return has_plan(scenario)
    is_of_bill = catalog().parameters[field].section not in ("course", "other", "third")
    return is_of_bill or scenario.value(field) not in NOTHING


def sources(comparison: Comparison) -> list[str]:
    """The keys of the sources of what the answer rests on and of the options' levels."""
    scenario = comparison.scenario
    stated = (stating(field, scenario) for field in _fields(scenario))
    levels = (phase.level for option in comparison.options.values() for phase in option.phases)
    facts = [*(fact for fact in stated if fact), *levels]
    return [key for fact in facts for key in fact.source]


def in_full(sources: Iterable[str]) -> list[str]:
    """The sources with these keys, each once."""
    return [without_marks(source(catalog().sources[key])) for key in dict.fromkeys(sources)]
