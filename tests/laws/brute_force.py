"""The bill of any plan and any claims, slow and obvious, in Decimal dollars.

Written from the published rules and the words in insurance/terms.py, not from the engine, and with
no helper of it: two readings of the same rules meet in test_engine_against_brute_force.py. Nothing
is accumulated. What is left of a limit is counted anew for every claim from the results of all
claims before it, so that a mistake in bookkeeping shows.

Plans and claims are plain dicts in the schema of insurance/terms.py; a missing key means the
default there.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

NOTHING = Decimal(0)
NO_LIMIT = Decimal("Infinity")
PARTS = (
    "patient",
    "cost_share",
    "deductible",
    "copay",
    "coinsurance",
    "plan_paid",
    "balance",
    "not_covered",
    "penalty",
)


class Past(NamedTuple):
    """A claim that has been worked out. ``year`` is the first day of its plan year."""

    claim: dict
    year: date | None
    covered: bool
    bill: dict[str, Decimal]


class Now(NamedTuple):
    """The claim at hand, and all that came before it."""

    plan: dict
    claim: dict
    past: list[Past]

    @property
    def year(self) -> date | None:
        return plan_year(self.plan, self.claim)

    @property
    def terms_of_network(self) -> dict:
        return self.plan["networks"][network_of(self.claim)]


def bill(plan: dict, claims: list[dict]) -> list[dict[str, Decimal]]:
    """What patient and plan owe, one dict a claim. Claims come in date order."""
    past: list[Past] = []
    for claim in claims:
        now = Now(plan, claim, past)
        covered = is_covered(now)
        owed = covered_bill(now) if covered else uncovered_bill(plan, claim)
        past.append(Past(claim, now.year, covered, owed))
    return [each.bill for each in past]


# What a claim says, with the defaults


def cents(amount: object) -> Decimal:
    """Dollars, rounded half up to the cent."""
    return Decimal(str(amount)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def dollars(terms: dict, name: str) -> Decimal:
    return cents(terms.get(name, 0))


def limit(terms: dict, name: str) -> Decimal:
    """A limit that may be missing, which means there is none."""
    return NO_LIMIT if terms.get(name) is None else cents(terms[name])


def charge_of(claim: dict) -> Decimal:
    return cents(claim["allowed"] if claim.get("billed") is None else claim["billed"])


def allowed_of(claim: dict) -> Decimal:
    return min(cents(claim["allowed"]), charge_of(claim))


def network_of(claim: dict) -> str:
    return claim.get("network", "in")


def member_of(claim: dict) -> str:
    return claim.get("member", "1")


def start_in(plan: dict, year: int) -> date:
    month, day = plan.get("plan_year_start", "01-01").split("-")
    return date(year, int(month), int(day))


def plan_year(plan: dict, claim: dict) -> date | None:
    """The first day of the claim's plan year. Claims without a date share one plan year."""
    day = claim.get("date")
    if day is None:
        return None
    this_year = start_in(plan, day.year)
    return this_year if this_year <= day else start_in(plan, day.year - 1)


# Which earlier claims matter


def of_everyone(now: Now, year: date | None) -> list[Past]:
    """Covered claims of all members and networks in a plan year."""
    return [each for each in now.past if each.covered and each.year == year]


def of_the_member(now: Now, year: date | None) -> list[Past]:
    member = member_of(now.claim)
    return [each for each in of_everyone(now, year) if member_of(each.claim) == member]


def in_the_network(now: Now, year: date | None) -> list[Past]:
    """Covered claims of this member in this network."""
    network = network_of(now.claim)
    return [each for each in of_the_member(now, year) if network_of(each.claim) == network]


def counting_here(now: Now, year: date | None) -> list[Past]:
    """Claims that lower what is left here: of this network, and of those it gets credit from."""
    here = network_of(now.claim)
    networks = now.plan["networks"]
    return [
        each
        for each in of_the_member(now, year)
        if network_of(each.claim) == here
        or here in networks[network_of(each.claim)].get("credits", ())
    ]


def earlier_visits(now: Now) -> list[Past]:
    """Covered visits of this member for this service in this network and plan year."""
    service = now.claim["service"]
    return [each for each in in_the_network(now, now.year) if each.claim["service"] == service]


def total(part: str, claims: list[Past]) -> Decimal:
    return sum((each.bill[part] for each in claims), NOTHING)


# What is left of each limit


def left(whole: Decimal, *used: Decimal) -> Decimal:
    return max(NOTHING, whole - sum(used, NOTHING))


def counts_as_met(now: Now) -> bool:
    """Whether what was met before the first claim counts.

    It does in the plan year of the day it was met on, else in that of the first covered claim.
    """
    return met_in(now) == now.year


def met_in(now: Now) -> date | None:
    """The plan year in which the amounts met were paid; of a first covered claim its own."""
    met_on = now.plan.get("met_on")
    if met_on is not None:
        return plan_year(now.plan, {"date": met_on})
    years = [each.year for each in now.past if each.covered]
    return years[0] if years else now.year


def met(now: Now, terms: dict, name: str) -> Decimal:
    """An amount met before the first claim."""
    return dollars(terms, name) if counts_as_met(now) else NOTHING


def carried_over(now: Now) -> Decimal:
    """What counted toward this network's deductible in the last months of the plan year before."""
    months = now.terms_of_network.get("carry_over_months", 0)
    if now.year is None or months == 0:
        return NOTHING
    first_day = so_many_months_earlier(now.year, months)
    last_year = start_in(now.plan, now.year.year - 1)
    paid = [each for each in counting_here(now, last_year) if each.claim["date"] >= first_day]
    is_met_year = met_in(now) == last_year
    late = dollars(now.terms_of_network, "deductible_met_late") if is_met_year else NOTHING
    return total("deductible", paid) + late


def so_many_months_earlier(day: date, months: int) -> date:
    """On the same day of its month; where that month is too short, on its last."""
    year, months_before = divmod(12 * day.year + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, months_before + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def deductible_left(now: Now) -> Decimal:
    network = now.terms_of_network
    own = left(
        dollars(network, "deductible"),
        met(now, network, "deductible_met"),
        carried_over(now),
        total("deductible", counting_here(now, now.year)),
    )
    family = now.plan.get("family") or {}
    together = left(
        limit(family, "deductible"),
        met(now, family, "deductible_met"),
        total("deductible", of_everyone(now, now.year)),
    )
    return min(own, together)


def oop_left(now: Now) -> Decimal:
    network = now.terms_of_network
    own = left(
        limit(network, "oop_max"),
        met(now, network, "oop_met"),
        total("cost_share", counting_here(now, now.year)),
    )
    family = now.plan.get("family") or {}
    together = left(
        limit(family, "oop_max"),
        met(now, family, "oop_met"),
        total("cost_share", of_everyone(now, now.year)),
    )
    return min(own, together)


def coinsurance_left(now: Now) -> Decimal:
    cap = limit(now.terms_of_network, "coinsurance_cap")
    return left(cap, total("coinsurance", counting_here(now, now.year)))


# The rule, and whether the claim is covered


def service_rule(now: Now) -> dict:
    rules = now.terms_of_network["rules"]
    return rules[now.claim["service"]] if now.claim["service"] in rules else rules["*"]


def rule_for_this_visit(now: Now) -> dict:
    """The service's rule, or the terms of its first visits."""
    rule = service_rule(now)
    is_early = len(earlier_visits(now)) + used_before(now) < rule.get("first_visits", 0)
    return rule["first_terms"] if is_early else rule


def used_before(now: Now) -> int:
    """Visits that were counted before the first claim, in the plan year of the amounts met."""
    return int(service_rule(now).get("visits_used", 0)) if counts_as_met(now) else 0


def is_covered(now: Now) -> bool:
    if now.plan.get("self_pay", False) or not now.claim.get("covered", True):
        return False
    rule = service_rule(now)
    if rule.get("visit_limit") is None:
        return True
    visits = earlier_visits(now)
    if rule.get("limit_counts", "covered") == "paid":
        visits = [each for each in visits if each.bill["plan_paid"] > 0]
    return len(visits) + used_before(now) < rule["visit_limit"]


# The bill of one claim


def uncovered_bill(plan: dict, claim: dict) -> dict[str, Decimal]:
    """In network the contracted rate holds all the same; elsewhere the charge is owed."""
    contracted = network_of(claim) == "in" and not plan.get("self_pay", False)
    owed = allowed_of(claim) if contracted else charge_of(claim)
    return dict.fromkeys(PARTS, NOTHING) | {"patient": owed, "not_covered": owed}


def covered_bill(now: Now) -> dict[str, Decimal]:
    claim, allowed = now.claim, allowed_of(now.claim)
    deductible, copay, coinsurance = within(oop_left(now), *parts_before_oop_max(now))
    shared = deductible + copay + coinsurance
    penalty = min(dollars(claim, "penalty"), allowed - shared)
    balance = charge_of(claim) - allowed if network_of(claim) == "oon" else NOTHING
    return {
        "patient": shared + balance + penalty,
        "cost_share": shared,
        "deductible": deductible,
        "copay": copay,
        "coinsurance": coinsurance,
        "plan_paid": allowed - shared - penalty,
        "balance": balance,
        "not_covered": NOTHING,
        "penalty": penalty,
    }


def within(most: Decimal, *parts: Decimal) -> list[Decimal]:
    """The parts in their order, each as far as there is room."""
    kept: list[Decimal] = []
    for part in parts:
        kept.append(min(part, most - sum(kept, NOTHING)))
    return kept


def parts_before_oop_max(now: Now) -> tuple[Decimal, Decimal, Decimal]:
    """Deductible, copay and coinsurance, in this order."""
    rule, allowed = rule_for_this_visit(now), allowed_of(now.claim)
    deductible, copay = deductible_and_copay(now, rule, allowed)
    base = {
        "remainder": allowed - deductible - copay,
        "after_deductible": allowed - deductible,
        "allowed": allowed,
    }[rule.get("coinsurance_base", "remainder")]
    coinsurance = min(
        cents(base * Decimal(str(rule.get("coinsurance", 0)))),
        allowed - deductible - copay,
        coinsurance_left(now),
    )
    return deductible, copay, coinsurance


def deductible_and_copay(now: Now, rule: dict, allowed: Decimal) -> tuple[Decimal, Decimal]:
    to_fill = deductible_left(now) if rule.get("deductible_applies", True) else NOTHING
    copay = min(copay_asked(rule, now.claim), allowed)
    order = rule.get("order", "deductible_first")
    if order == "deductible_first":
        deductible = min(allowed, to_fill)
        return deductible, min(copay, allowed - deductible)
    if order == "copay_first":
        return min(allowed - copay, to_fill), copay
    # The copay fills the deductible, and as far as it does so it is shown as deductible.
    credited = min(copay, to_fill)
    return credited + min(allowed - copay, to_fill - credited), copay - credited


def copay_asked(rule: dict, claim: dict) -> Decimal:
    per_visit = rule.get("copay_per", "visit") == "visit"
    return dollars(rule, "copay") * (1 if per_visit else claim.get("units", 1))
