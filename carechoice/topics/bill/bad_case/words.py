"""The bad case in sentences and rows."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.words import without_other
from carechoice.inputs.coverage import is_out_of_network
from carechoice.language.formats import approximate_money, count, money
from carechoice.language.sentences import say, short_name
from carechoice.topics.bill.bad_case.stopping import (
    PARTS,
    if_it_stops_usd,
    may_stop,
    visits_covered,
)
from carechoice.topics.bill.captions import example_taken


def stopping_caption(comparison: Comparison) -> str:
    """What each option costs where the plan covers the first half of its visits, and why."""
    scenario = comparison.scenario
    told = [_stopped(comparison, option) for option in comparison.options.values()]
    way = "oon" if is_out_of_network(scenario) else "in"
    parts = [example_taken(comparison), *told, say(f"stopping.why.{way}")]
    # What the law sets approves no number of visits ahead.
    if not catalog().plans[scenario.origins.filled_by].set_by_law:
        parts.append(say(f"stopping.ask.{way}"))
    return " ".join(filter(None, [*parts, *without_other(comparison)]))


def _stopped(comparison: Comparison, option: Option) -> str:
    totals = if_it_stops_usd(comparison, option.pathway)
    covered = visits_covered(totals, "half")
    kind = "never" if not may_stop(option) else "half" if covered else "none"

    def told(usd: float) -> str:
        return approximate_money(usd, is_known=option.patient_usd.is_known)

    return say(
        f"stopping.told.{kind}",
        option=short_name(option.pathway),
        covered=count(covered, "visit"),
        visits=option.visits,
        cost=told(totals[covered]),
        all=told(totals[-1]),
    )


def stopping_rows(comparison: Comparison) -> list[list[str]]:
    """Rows of a table: how much the plan covers, and what each option costs then."""
    totals = [if_it_stops_usd(comparison, pathway) for pathway in comparison.options]
    return [
        [say(f"stopping.part.{part}"), *(_cell(each, part) for each in totals)] for part in PARTS
    ]


def _cell(totals_usd: Sequence[float], part: str) -> str:
    covered = visits_covered(totals_usd, part)
    return say("stopping.cell", cost=money(totals_usd[covered]), covered=count(covered, "visit"))
