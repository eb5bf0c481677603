"""What a visit costs with the terms of the plan, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.catalog.rows import Care
from carechoice.comparison.ledger import (
    HALF_A_CENT,
    deductible_again_on,
    left_at_first_visit_usd,
)
from carechoice.comparison.visits.carried_over import counts_at_first_visit
from carechoice.comparison.visits.prices import (
    allowed_usd,
    charge_usd,
    penalty_usd,
    visit_price_usd,
)
from carechoice.comparison.words import visits_text
from carechoice.inputs.coverage import (
    counts_paid_visits_only,
    has_copay_and_share,
    has_deductible,
    has_first_visits,
    has_maximum,
    has_penalty,
    has_plan,
    has_share,
    has_share_of_rest,
    has_visit_limit,
    is_charged_above,
    is_covered,
    is_in_other_network,
    limit_field,
    pays_percent,
)
from carechoice.inputs.scenario import Scenario, field_of
from carechoice.inputs.standing import is_assumed
from carechoice.inputs.what_counts import is_in_use
from carechoice.language.formats import day, money_exact, percent
from carechoice.language.sentences import say

# What a visit costs once nothing of the deductible is left, by the ends of keys.
AFTER_A_DEDUCTIBLE = ("both", "copay", "share", "all")
# Where a copayment and a share are told, one behind the other.
BESIDE_A_COPAY = ("both", "both_after")


def what_a_visit_costs(scenario: Scenario, care: Care) -> str:
    """The terms of a visit, in one sentence or two, and what comes on top out of network."""
    copay_usd: float = scenario.of("copay", care)
    if not is_covered(scenario, care):
        way = "not_covered" if has_plan(scenario, care) else "self_pay"
        return say(f"controls.pays.{care}.{way}")
    if has_visit_limit(scenario, care) and not _visits_left(scenario, care):
        limit = visits_text(care, scenario.of("visit_limit", care))
        return say(f"controls.pays.{care}.used_up", visits=limit)
    pays = pays_percent(scenario, care)
    allowed = "allowed" if is_charged_above(scenario, care) else "full"
    terms = _terms_of_a_visit(scenario, care)
    sentence = say(
        f"controls.pays.{care}.{terms}",
        price=say(f"controls.pays.price.{allowed}"),
        of=say(f"controls.pays.of.{_of_what(scenario, care, terms)}"),
        plan=percent(pays),
        you=percent(100 - pays),
        copay=money_exact(copay_usd),
        nothing=money_exact(0),
    )
    first, ends = _first_ones(scenario, care), _where_it_ends(scenario, care)
    again = _from_the_next_plan_year(scenario, care, terms)
    beside = [*_without_approval(scenario, care), *_on_top(scenario, care)]
    return " ".join([*first, sentence, *again, *ends, *beside])


def _of_what(scenario: Scenario, care: Care, terms: str) -> str:
    """What the share is one of, by the end of a key; or of what the plan pays all."""
    is_above = is_charged_above(scenario, care)
    if terms in BESIDE_A_COPAY and has_share_of_rest(scenario, care):
        return "rest_allowed" if is_above else "rest"
    return "allowed" if is_above else "full"


def _first_ones(scenario: Scenario, care: Care) -> Iterator[str]:
    """The terms of the first visits of a plan year, where they have their own.

    A copayment is paid as far as the plan allows so much for a visit.
    """
    if has_first_visits(scenario, care) and not _is_without_price(scenario, care):
        copay_usd = min(scenario.of("first_copay", care), allowed_usd(scenario, care))
        number: int = scenario.of("first_visits", care)
        at_a_price = "" if number > 1 else ".one"
        yield say(
            f"controls.pays.{care}.first{at_a_price if copay_usd else '.free'}",
            visits=visits_text(care, number),
            copay=money_exact(copay_usd),
        )


def _where_it_ends(scenario: Scenario, care: Care) -> Iterator[str]:
    """After how many visits the plan stops paying."""
    if has_visit_limit(scenario, care):
        kind = "paid_limit" if counts_paid_visits_only(scenario, care) else "limit"
        yield say(
            f"controls.pays.{care}.{kind}",
            visits=visits_text(care, scenario.of("visit_limit", care)),
            left=_visits_left(scenario, care),
        )
    if is_in_use(field_of("stops_after", care), scenario):
        visits = visits_text(care, scenario.of("stops_after", care))
        yield say(f"controls.pays.{care}.stops", visits=visits)


def _visits_left(scenario: Scenario, care: Care) -> int:
    """How many visits the plan pays for from the first of this care to the end of its plan year."""
    counts = counts_at_first_visit(scenario, care)
    limit, used = scenario.of("visit_limit", care), scenario.of("visits_used", care)
    return max(int(limit - used * counts), 0)


def _terms_of_a_visit(scenario: Scenario, care: Care) -> str:
    """What of the plan's terms decides on the cost of the first visit, by the end of a key."""
    copay_usd: float = scenario.of("copay", care)
    if _is_without_price(scenario, care):
        return "no_price"
    deductible_left_usd, maximum_left_usd = left_at_first_visit_usd(scenario, care)
    if has_maximum(scenario, care) and maximum_left_usd < HALF_A_CENT:
        return "reached_assumed" if _is_maximum_assumed(scenario, care) else "reached"
    if copay_usd > allowed_usd(scenario, care) + HALF_A_CENT:
        return "below_copay"
    has_both = has_copay_and_share(scenario, care)
    if has_both and _are_both_the_price(scenario, care):
        return "below_both"
    kind = _kind_of_terms(copay_usd, has_both=has_both, has_share=has_share(scenario, care))
    if not has_deductible(scenario, care) or deductible_left_usd <= HALF_A_CENT:
        return kind
    # Of what comes after the deductible nothing is left to pay.
    is_all = has_maximum(scenario, care) and maximum_left_usd < deductible_left_usd + HALF_A_CENT
    return "until_reached" if is_all else f"{kind}_after"


def _is_maximum_assumed(scenario: Scenario, care: Care) -> bool:
    """Whether the maximum that is reached is one that nobody gave, and not that of the family."""
    is_other = is_in_other_network(scenario, care)
    family = scenario.plan.family
    if not is_other and 0 < family.oop_max_usd <= family.oop_met_usd:
        return False
    return is_assumed(limit_field("oop_max_usd", is_other=is_other), scenario)


def _are_both_the_price(scenario: Scenario, care: Care) -> bool:
    """Whether a copayment and a share of one visit come to all that the plan allows, or more."""
    copay_usd, allowed = scenario.of("copay", care), allowed_usd(scenario, care)
    of_usd = allowed - copay_usd if has_share_of_rest(scenario, care) else allowed
    share_usd = of_usd * (100 - pays_percent(scenario, care)) / 100
    return bool(copay_usd + share_usd > allowed - HALF_A_CENT)


def _from_the_next_plan_year(scenario: Scenario, care: Care, terms: str) -> Iterator[str]:
    """That a deductible that is met comes first again, where the terms told are those after it."""
    day_again = deductible_again_on(scenario, care)
    if terms in AFTER_A_DEDUCTIBLE and has_deductible(scenario, care) and day_again:
        yield say("controls.pays.new_year", day=day(day_again))


def _is_without_price(scenario: Scenario, care: Care) -> bool:
    """Whether the plan allows nothing for a visit, so that no term of it takes anything."""
    return allowed_usd(scenario, care) < HALF_A_CENT


def _kind_of_terms(copay_usd: float, *, has_both: bool, has_share: bool) -> str:
    if copay_usd:
        return "both" if has_both else "copay"
    return "share" if has_share else "all"


def _without_approval(scenario: Scenario, care: Care) -> Iterator[str]:
    """What the plan pays less for a visit without approval."""
    if has_penalty(scenario, care):
        penalty = penalty_usd(scenario, care)
        # A share of a price of nothing is nothing.
        if penalty >= HALF_A_CENT:
            yield say(f"controls.pays.{care}.penalty", penalty=money_exact(penalty))


def _on_top(scenario: Scenario, care: Care) -> Iterator[str]:
    """What is owed above the price the plan allows."""
    if not is_charged_above(scenario, care):
        return
    charge = charge_usd(scenario, care)
    if charge is None:
        yield say("controls.pays.above.unknown")
    else:
        above = money_exact(charge - visit_price_usd(scenario, care))
        yield say("controls.pays.above", above=above)
