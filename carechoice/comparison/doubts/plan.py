"""Inputs about a plan's terms that contradict each other or look mixed up, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import CARES
from carechoice.comparison.doubts.doubt import (
    Doubt,
    amount_of,
    doubt_of,
    none_entered,
    of_network,
    shares,
)
from carechoice.comparison.visits.carried_over import counts_what_was_paid, plan_year_of_first_day
from carechoice.comparison.visits.course import first_visit
from carechoice.inputs.coverage import limit_field, limits_entered
from carechoice.inputs.scenario import IN_NETWORK, Scenario, field_of
from carechoice.inputs.what_counts import is_in_use
from carechoice.language.formats import day, money_exact, percent

# A person's own amount, by the input with their family's: of limits, and of what was paid.
OWN_LIMIT_OF_FAMILY: Mapping[str, str] = {
    "family_deductible_usd": "deductible_usd",
    "family_oop_max_usd": "oop_max_usd",
}
OWN_OF_FAMILY: Mapping[str, str] = {
    "family_deductible_met_usd": "deductible_met_usd",
    "family_oop_met_usd": "oop_met_usd",
}
# The limit that a family's payments go to, by the input with them.
LIMIT_OF_MET: Mapping[str, str] = dict(zip(OWN_OF_FAMILY, OWN_LIMIT_OF_FAMILY, strict=True))


def about_the_plan(scenario: Scenario, today: date) -> Iterator[Doubt]:
    """What contradicts the plan's shares, its limits, its family's amounts and its visits."""
    yield from about_shares(scenario)
    yield from _about_shares_without_approval(scenario)
    for is_other in (False, True):
        doubts = _about_limits(scenario, is_other=is_other)
        yield from of_network(doubts, scenario, is_other=is_other)
    yield from _about_the_family(scenario)
    yield from _about_visits_used(scenario, today)


def about_shares(scenario: Scenario) -> Iterator[Doubt]:
    """Shares that may be the person's own: the plan's, or those of the plan to compare with."""
    for share in shares():
        yield from _about_the_share(share, scenario)


def _about_limits(scenario: Scenario, *, is_other: bool) -> Iterator[Doubt]:
    limits = limits_entered(scenario, is_other=is_other)
    maximum, deductible = limits.oop_max_usd, limits.deductible_usd
    if not is_in_use(limit_field("oop_max_usd", is_other=is_other), scenario):
        return
    if not maximum:
        # In other boxes 0 says that there is no limit; here it would leave nothing to pay.
        yield doubt_of("warn.oop_of_nothing", nothing=money_exact(maximum))
    elif deductible > maximum:
        yield doubt_of(
            "warn.deductible_above_oop",
            deductible=amount_of(limit_field("deductible_usd", is_other=is_other), scenario),
            maximum=amount_of(limit_field("oop_max_usd", is_other=is_other), scenario),
        )
    # The law binds what is owed in network.
    if (scenario.plan.network == IN_NETWORK) != is_other:
        yield from _above_the_law("oop", maximum, scenario)


def _above_the_law(
    whose: Literal["oop", "family_oop"], maximum_usd: float, scenario: Scenario
) -> Iterator[Doubt]:
    """A maximum, of one person or of a family, above the most that the law allows in its year."""
    year = plan_year_of_first_day(scenario).year
    legal = catalog().figures.get(f"{whose}_max_legal_{year}_usd")
    if legal and legal.value is not None and maximum_usd > legal.value:
        yield doubt_of(
            f"warn.{whose}_above_legal",
            maximum=money_exact(maximum_usd),
            legal=money_exact(legal.value),
            year=year,
        )


def _about_the_share(field: str, scenario: Scenario) -> Iterator[Doubt]:
    """A share that may be the person's own. One of a kind of care is given only where it counts."""
    share: float = scenario.value(field)
    mixed_up_below = catalog().figures["plan_share_low_percent"].value or 0
    is_asked = field in catalog().inputs.by_care("share").values() or is_in_use(field, scenario)
    if not is_asked or not 0 < share < mixed_up_below:
        return
    # Whoever writes a share as a part of one means neither so little nor all the rest.
    if share < 1:
        yield _as_a_part_of_one(field, share)
    else:
        doubt = doubt_of("warn.plan_share", share=percent(share), other=percent(100 - share))
        yield replace(doubt, field=field)


def _as_a_part_of_one(field: str, share: float) -> Doubt:
    as_meant = percent(round(100 * share, 2))
    doubt = doubt_of("warn.plan_share_part_of_one", share=percent(share), as_meant=as_meant)
    return replace(doubt, field=field)


def _about_shares_without_approval(scenario: Scenario) -> Iterator[Doubt]:
    """A share that is taken off without approval, typed as a part of one."""
    for field in catalog().inputs.by_care("penalty_share").values():
        share: float = scenario.value(field)
        if 0 < share < 1 and is_in_use(field, scenario):
            yield _as_a_part_of_one(field, share)


def _about_the_family(scenario: Scenario) -> Iterator[Doubt]:
    """What contradicts a family's limits and what all of it paid."""
    yield from _about_family_limits(scenario)
    yield from _about_paid_by_family(scenario)


def _about_family_limits(scenario: Scenario) -> Iterator[Doubt]:
    """A family limit below the person's own; a maximum below the deductible or above the law's."""
    for limit, own in OWN_LIMIT_OF_FAMILY.items():
        least, family = scenario.value(own), scenario.value(limit)
        if is_in_use(limit, scenario) and is_in_use(own, scenario) and 0 < family < least:
            own_told, family_told = amount_of(own, scenario), amount_of(limit, scenario)
            yield doubt_of(f"warn.{limit}", own=own_told, family=family_told)
    family = scenario.plan.family
    if not is_in_use("family_oop_max_usd", scenario):
        return
    if family.deductible_usd > family.oop_max_usd:
        yield doubt_of(
            "warn.family_deductible_above_oop",
            deductible=money_exact(family.deductible_usd),
            maximum=money_exact(family.oop_max_usd),
        )
    if scenario.plan.network == IN_NETWORK:
        yield from _above_the_law("family_oop", family.oop_max_usd, scenario)


def _about_paid_by_family(scenario: Scenario) -> Iterator[Doubt]:
    """All have paid no less than one of them, and no more than there is to pay."""
    for paid, limit in LIMIT_OF_MET.items():
        met, most = scenario.value(paid), scenario.value(limit)
        if is_in_use(paid, scenario) and met > most > 0:
            yield doubt_of(f"warn.{paid}.above", met=money_exact(met), limit=money_exact(most))
    for of_family, own in OWN_OF_FAMILY.items():
        met, family = scenario.value(own), scenario.value(of_family)
        if is_in_use(of_family, scenario) and family < met:
            blanks = {"own": money_exact(met), "met": money_exact(family)}
            yield doubt_of(f"warn.{of_family}{none_entered(of_family, scenario)}", **blanks)


def _about_visits_used(scenario: Scenario, today: date) -> Iterator[Doubt]:
    """Visits used are those of the plan year of the first day, and no more than there are."""
    begins = plan_year_of_first_day(scenario)
    for care in CARES:
        limit, used = scenario.of("visit_limit", care), scenario.of("visits_used", care)
        field = field_of("visits_used", care)
        first_day = first_visit(scenario, care)
        if used and not counts_what_was_paid(scenario, first_day):
            yield doubt_of(f"warn.{field}.new_year", visit=day(first_day))
        elif used and today < begins:
            yield doubt_of(f"warn.{field}.too_early", start=day(begins))
        elif 0 < limit < used:
            yield doubt_of(f"warn.{field}", used=f"{used:g}", limit=f"{limit:g}")
