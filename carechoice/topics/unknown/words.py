"""What is not known of the bill, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.draws.not_known import is_nothing_known, unknown
from carechoice.comparison.plan.nothing_paid import nothing_paid_in_short
from carechoice.comparison.plan.words import example_plan
from carechoice.comparison.words import between, without_other
from carechoice.inputs.coverage import is_claimed_back
from carechoice.inputs.paid_by_law import is_paid_as_in_network
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import is_given
from carechoice.inputs.what_counts import is_in_use
from carechoice.language.formats import in_a_row, tries_within
from carechoice.language.sentences import say, short_name
from carechoice.topics.unknown.spreads import Spread


def unknown_caption(comparison: Comparison, spreads: Mapping[Pathway, Spread]) -> str:
    """The ranges of both options, how they were found, and what is not known."""
    if not unknown(comparison.scenario).fields:
        return " ".join([say("unknown.none"), *_by_law("unknown.none", comparison.scenario)])
    if not any(spread.extremes.high for spread in spreads.values()):
        return next(_by_law("unknown.nothing", comparison.scenario), say("unknown.nothing"))
    drawn = {pathway: between(spread.drawn) for pathway, spread in spreads.items()}
    extremes = {pathway: between(spread.extremes) for pathway, spread in spreads.items()}
    program = say(f"note.during.{comparison.options['iop'].words_key}")
    return " ".join(
        [
            say("unknown.caption", **drawn, tries=tries_within(), the_program=program),
            *_of_third_pathways(comparison, drawn),
            say("unknown.fields", fields=in_a_row(_not_known(comparison.scenario))),
            *range_basis(comparison.scenario),
            say("unknown.extremes", **extremes, the_program=program),
            *_of_third_pathways(comparison, extremes),
            *without_other(comparison),
        ]
    )


def _not_known(scenario: Scenario) -> Iterator[str]:
    """The names of what is not known; of a plan that may be any, its terms in a word."""
    open_, rows = unknown(scenario), catalog().parameters
    is_any = is_nothing_known(scenario)
    named = (field for field, _ in open_.prices) if is_any else open_.fields
    yield from (say("unknown.fields.input", label=rows[field].label) for field in named)
    if is_any:
        yield say("unknown.fields.plan")


def _of_third_pathways(comparison: Comparison, ranges: Mapping[Pathway, str]) -> Iterator[str]:
    for option in comparison.beside:
        name = short_name(option.words_key)
        yield say("unknown.third", option=name, range=ranges[option.pathway])


def range_basis(scenario: Scenario) -> Iterator[str]:
    """Where the terms of a plan were taken from, and which amounts are the same in all tries.

    We know of no terms out of network.
    """
    if unknown(scenario).terms:
        yield say(f"unknown.terms{'.oon' if is_claimed_back(scenario) else ''}")
    yield from _by_law("unknown", scenario)
    yield from _of_the_other_network(scenario)
    yield from nothing_paid_in_short(scenario)


def _by_law(said: str, scenario: Scenario) -> Iterator[str]:
    """That a plan which the law sets may pay nothing of care out of network, beside what is said.

    It is no number that could be given or tried.
    """
    if is_paid_as_in_network(scenario):
        yield say(f"{said}.by_law", plan=example_plan(scenario))


def _of_the_other_network(scenario: Scenario) -> Iterator[str]:
    """Which limits of the other network are taken from the first; by their names if not all are."""
    limits = [field for field in catalog().inputs.followed if is_in_use(field, scenario)]
    open_ = [field for field in limits if not is_given(field, scenario)]
    if open_ == limits and limits:
        yield say("unknown.other_network")
    elif open_:
        rows = catalog().parameters
        fields = (say("unknown.fields.input", label=rows[field].label) for field in open_)
        yield say("unknown.other_network.some", fields=in_a_row(fields))
