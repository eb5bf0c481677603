"""What is not known of the bill, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.not_known import is_nothing_known, unknown
from carechoice.comparison.words import between, without_other
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import in_a_row, tries_within
from carechoice.language.sentences import say, short_name
from carechoice.topics.unknown.facts import Spread
from carechoice.topics.unknown.range_basis import range_basis


def unknown_caption(comparison: Comparison, spreads: Mapping[Pathway, Spread]) -> str:
    """The ranges of both options, how they were found, and what is not known."""
    if not unknown(comparison.scenario).fields:
        return say("unknown.none")
    if not any(spread.extremes.high for spread in spreads.values()):
        return say("unknown.nothing")
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
