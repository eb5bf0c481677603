"""What is not known of the bill, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.not_known import Unknown, unknown
from carechoice.comparison.words import between, without_other
from carechoice.inputs.counting import is_in_use
from carechoice.inputs.coverage import is_out_of_network
from carechoice.language.formats import in_a_row, tries_within
from carechoice.language.sentences import say, short_name
from carechoice.topics.unknown.facts import Spread


def unknown_caption(comparison: Comparison, spreads: Mapping[Pathway, Spread]) -> str:
    """The ranges of both options, how they were found, and what is not known."""
    open_ = unknown(comparison.scenario)
    fields = open_.fields
    if not fields:
        return say("unknown.none")
    if not any(spread.extremes.high for spread in spreads.values()):
        return say("unknown.nothing")
    drawn = {pathway: between(spread.drawn) for pathway, spread in spreads.items()}
    extremes = {pathway: between(spread.extremes) for pathway, spread in spreads.items()}
    rows = catalog().parameters
    program = say(f"note.during.{comparison.options['iop'].told_as}")
    return " ".join(
        [
            say("unknown.caption", **drawn, tries=tries_within(), the_program=program),
            *_of_third_ways(comparison, drawn),
            say("unknown.fields", fields=in_a_row(rows[field].label for field in fields)),
            *_whose_terms(comparison, open_),
            say("unknown.extremes", **extremes, the_program=program),
            *_of_third_ways(comparison, extremes),
            *without_other(comparison),
        ]
    )


def _whose_terms(comparison: Comparison, open_: Unknown) -> Iterator[str]:
    """Where what is not known of the plan was taken from; we know of no terms out of network."""
    scenario = comparison.scenario
    if open_.terms:
        yield say(f"unknown.terms{'.oon' if is_out_of_network(scenario) else ''}")
    limits = catalog().inputs.followed
    if any(is_in_use(f, scenario) and f not in scenario.given for f in limits):
        yield say("unknown.other_network")


def _of_third_ways(comparison: Comparison, ranges: Mapping[Pathway, str]) -> Iterator[str]:
    for option in comparison.beside:
        name = short_name(option.told_as)
        yield say("unknown.third", option=name, range=ranges[option.pathway])
