"""The bad case in sentences and rows."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.plan.words import example_taken
from carechoice.comparison.words import without_other
from carechoice.inputs.coverage import is_covered, is_out_of_network
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import approximate_money, count, money
from carechoice.language.sentences import say, short_name
from carechoice.topics.bill.bad_case.stopping import (
    PARTS,
    covered_to_the_end,
    if_it_stops_usd,
    known_to_cover,
    visits_covered,
)


def stopping_caption(comparison: Comparison) -> str:
    """What each option costs where the plan covers the first half of its visits, and why."""
    told = [_stopped(comparison, option) for option in comparison.options.values()]
    way = _where_billed(comparison.scenario)
    parts = [example_taken(comparison.scenario), *told, say(f"stopping.why.{way}")]
    if _is_to_be_asked(comparison):
        parts.append(say(f"stopping.ask.{way}"))
    return " ".join(filter(None, [*parts, *without_other(comparison)]))


def _where_billed(scenario: Scenario) -> str:
    """Whether covered care is in or out of the plan's network, or one kind in and one out."""
    is_out = {is_out_of_network(scenario, care) for care in CARES if is_covered(scenario, care)}
    return "both" if len(is_out) > 1 else "oon" if True in is_out else "in"


def _is_to_be_asked(comparison: Comparison) -> bool:
    """Whether the plan can say how many visits it approves, and that is not known of all of them.

    What the law sets approves no number of visits ahead.
    """
    options = [option for option in comparison.options.values() if option.has_covered_care]
    are_known = all(known_to_cover(comparison, option) is not None for option in options)
    is_set_by_law = catalog().plans[comparison.scenario.origins.filled_by].set_by_law
    return not (are_known or is_set_by_law)


def _stopped(comparison: Comparison, option: Option) -> str:
    totals = if_it_stops_usd(comparison, option.pathway)
    known = known_to_cover(comparison, option)
    if known is not None:
        unlimited = covered_to_the_end(comparison).options[option.pathway]
        return _known(option, known, totals, unlimited)
    covered = visits_covered(totals, "half")
    # What the plan leaves out is owed as it is billed.
    is_billed_known = option.is_cost_known and option.is_total_price_known
    cost = approximate_money(totals[covered], is_known=is_billed_known)
    in_all = approximate_money(totals[-1], is_known=option.is_cost_known)
    half = ("half.same", "none.same") if cost == in_all else ("half", "none")
    kind = half[not covered] if option.has_covered_care else "never"
    return say(
        f"stopping.told.{kind}",
        option=short_name(option.words_key),
        covered=count(covered, "visit"),
        visits=_of_how_many(option, len(totals) - 1),
        visit=say(f"stopping.visit.{'all' if _is_all_covered(option) else 'some'}"),
        cost=cost,
        all=in_all,
    )


def _of_how_many(option: Option, visits: int) -> str:
    """The visits that a plan may pay for, of a pathway of which it pays nothing of a part."""
    return str(visits) if _is_all_covered(option) else say("stopping.of.some", visits=visits)


def _is_all_covered(option: Option) -> bool:
    """Whether a plan covers each kind of care of an option of which it covers any."""
    return all(is_covered(option.scenario, phase.care) for phase in option.phases)


def _known(option: Option, covered: int, totals_usd: Sequence[float], unlimited: Option) -> str:
    """What the bill on the page says of a plan that is known to stop, and if it did not.

    Each may be known where the other is not: a price is, and what the plan would leave of it.
    """
    cost = approximate_money(option.patient_total_usd, is_known=option.is_cost_known)
    in_all = approximate_money(totals_usd[-1], is_known=unlimited.is_cost_known)
    return say(
        "stopping.told.known.same" if cost == in_all else "stopping.told.known",
        option=short_name(option.words_key),
        covered=_visits_told(covered),
        visits=_of_how_many(option, len(totals_usd) - 1),
        cost=cost,
        all=in_all,
    )


def stopping_rows(comparison: Comparison) -> list[list[str]]:
    """Rows of a table: how much the plan covers, and what each option costs then.

    Where the plan is known to stop, the bill on the page is the last row.
    """
    options = comparison.options.values()
    totals = [if_it_stops_usd(comparison, option.pathway) for option in options]
    rows = [
        [
            say(f"stopping.part.{part}"),
            *(_part(*each, part) for each in zip(options, totals, strict=True)),
        ]
        for part in _parts(totals)
    ]
    known = [known_to_cover(comparison, option) for option in options]
    if any(covered is not None for covered in known):
        here = (
            _cell(option, option.patient_total_usd, len(all_) - 1 if covered is None else covered)
            for option, covered, all_ in zip(options, known, totals, strict=True)
        )
        rows.append([say("stopping.part.here"), *here])
    return rows


def _parts(totals_usd: Sequence[Sequence[float]]) -> list[str]:
    """Each part of the visits that is more of them than the one before: of few, some are none."""
    covered = {
        tuple(visits_covered(each, part) for each in totals_usd): part for part in reversed(PARTS)
    }
    return [*reversed(covered.values())]


def _part(option: Option, totals_usd: Sequence[float], part: str) -> str:
    covered = visits_covered(totals_usd, part)
    return _cell(option, totals_usd[covered], covered)


def _cell(option: Option, cost_usd: float, covered: int) -> str:
    """The cost, and after how many visits the plan stops where it may."""
    if not option.has_covered_care:
        return money(cost_usd)
    return say("stopping.cell", cost=money(cost_usd), covered=_visits_told(covered))


def _visits_told(covered: int) -> str:
    return count(covered, "visit") if covered else say("stopping.part.none")
