"""What the page works out from its inputs equals the independent adjudicator, to the cent.

Every term of a plan that an input has is drawn, for therapy and for the program apart. The plan and
the claims that the adjudicator gets are written here from the words of the inputs, by code that
shares nothing with the product's own. 1,000 scenarios are drawn, and 20,000 with
``make night``.
"""

import random
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from brute_force import bill
from by_night import IS_NIGHT
from scenarios import scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare

SCENARIOS = 20_000 if IS_NIGHT else 1_000
AT_ONCE = SCENARIOS // 10
COPAY = {"therapy": "therapy_copay_usd", "iop": "iop_copay_per_day_usd"}
PRICE = {"therapy": "therapy_price_usd", "iop": "iop_price_per_day_usd"}
LIMIT = {"therapy": "therapy_visit_limit", "iop": "iop_day_limit"}
USED = {"therapy": "therapy_visits_used", "iop": "iop_days_used"}
FIRST = {"therapy": "therapy_first_visits", "iop": "iop_first_days"}
PENALTY = {"therapy": "therapy_penalty_usd", "iop": "iop_penalty_per_day_usd"}
CHARGE = {"therapy": "therapy_charge_usd", "iop": "iop_charge_per_day_usd"}


def drawn(chance):
    """Values of all inputs that a bill depends on: limits of a size that binds, few visits."""
    draws = Draws(chance)
    return {
        "plan": "own",
        **draws.of_care("therapy"),
        **draws.of_care("iop"),
        **draws.of_the_course(),
        **draws.of_the_plan(),
        **draws.of_the_family(),
        **draws.of_the_other_network(),
    }


class Draws:
    """The inputs that a bill depends on, drawn part by part."""

    def __init__(self, chance):
        self._chance = chance
        self._deductible = self._dollars(1500)

    def _yes_no(self, yes=0.5):
        return "yes" if self._chance.random() < yes else "no"

    def _dollars(self, most, nothing=0.2):
        is_nothing = self._chance.random() < nothing
        return 0 if is_nothing else self._chance.randrange(1, most * 100) / 100

    def of_care(self, care):
        return {
            PRICE[care]: self._dollars(300, nothing=0.02),
            CHARGE[care]: self._dollars(400, nothing=0.4),
            f"{care}_network": self._chance.choice(["as_plan"] * 3 + ["in", "oon", "self_pay"]),
            **self._shares(care),
            **self._visits_paid_for(care),
            PENALTY[care]: self._dollars(90, nothing=0.7),
            f"{care}_penalty_percent": self._chance.choice([0, 0, 0, 12.5, 50, 100]),
        }

    def _shares(self, care):
        return {
            COPAY[care]: self._dollars(80, nothing=0.5),
            f"{care}_deductible_applies": self._yes_no(),
            f"{care}_share_too": self._yes_no(),
            f"{care}_share_of_rest": self._yes_no(),
            f"{care}_own_share": self._yes_no(),
            f"{care}_pays_percent": self._chance.choice([0, 50, 66.5, 80, 100]),
        }

    def _visits_paid_for(self, care):
        return {
            f"{care}_not_covered": self._yes_no(0.1),
            LIMIT[care]: self._chance.choice([0, 0, 1, 3, 5]),
            USED[care]: self._chance.choice([0, 0, 2, 4]),
            f"{care}_only_paid_count": self._yes_no(0.4),
            f"{care}_stops_after": self._chance.choice([0, 0, 1, 4, 8]),
            FIRST[care]: self._chance.choice([0, 0, 1, 3]),
            f"{care}_first_copay_usd": self._dollars(60, nothing=0.4),
        }

    def of_the_course(self):
        return {
            "start_date": date.fromordinal(self._chance.randrange(739_950, 740_650)),
            "therapy_sessions": self._chance.randrange(1, 15),
            "iop_weeks": self._chance.randrange(1, 4),
            "third_path": self._chance.choice(["off", "step_down", "step_up"]),
            "step_down_sessions": self._chance.randrange(1, 6),
            "step_up_sessions": self._chance.randrange(1, 6),
        }

    def of_the_plan(self):
        month, day = self._chance.randrange(1, 13), self._chance.randrange(1, 29)
        return {
            "network": self._chance.choice(["in", "in", "oon", "self_pay"]),
            "plan_year_start": f"{month:02}-{day:02}",
            "plan_pays_percent": self._chance.choice([0, 40, 72.5, 80, 100]),
            "deductible_carries_over": self._yes_no(0.4),
            "deductible_usd": self._deductible,
            **self._further_limits(),
        }

    def of_the_family(self):
        deductible = self._dollars(2000, nothing=0.6)
        # One's own is never more than the family's, which the adjudicator carries nothing over to.
        return {
            "family_deductible_usd": max(deductible, self._deductible) if deductible else 0,
            "family_deductible_met_usd": self._dollars(1500, nothing=0.4),
            "family_oop_max_usd": self._dollars(4000, nothing=0.6),
            "family_oop_met_usd": self._dollars(3000, nothing=0.4),
        }

    def of_the_other_network(self):
        limits = {"deductible_usd": self._dollars(1500), **self._further_limits()}
        return {f"other_net_{field}": value for field, value in limits.items()}

    def _further_limits(self):
        return {
            "deductible_met_usd": self._dollars(800, nothing=0.6),
            "deductible_met_late_usd": self._dollars(600, nothing=0.4),
            "oop_max_applies": self._yes_no(0.7),
            "oop_max_usd": self._dollars(2500, nothing=0.1),
            "oop_met_usd": self._dollars(1200, nothing=0.6),
        }


def way(asked, care):
    """How a kind of care is paid; without insurance there is no other way."""
    own = asked[f"{care}_network"]
    return asked["network"] if asked["network"] == "self_pay" or own == "as_plan" else own


def rule(asked, care):
    """What a biller reads in the inputs for one kind of care."""
    copay = asked[COPAY[care]]
    pays = asked[f"{care}_pays_percent" if asked[f"{care}_own_share"] else "plan_pays_percent"]
    only_copay = copay and not asked[f"{care}_share_too"]
    first = {"copay": asked[f"{care}_first_copay_usd"], "deductible_applies": False}
    return {
        "visit_limit": asked[LIMIT[care]] or None,
        "visits_used": asked[USED[care]],
        "limit_counts": "paid" if asked[f"{care}_only_paid_count"] else "covered",
        **(
            {"first_visits": asked[FIRST[care]], "first_terms": first} if asked[FIRST[care]] else {}
        ),
        "copay": copay,
        "coinsurance": 0 if only_copay else float((100 - Decimal(str(pays))) / 100),
        "coinsurance_base": ("remainder" if asked[f"{care}_share_of_rest"] else "after_deductible"),
        "deductible_applies": asked[f"{care}_deductible_applies"],
    }


def plan(asked):
    rules = {care: rule(asked, care) for care in ("therapy", "iop")}
    networks = {}
    for name in ("in", "oon"):
        of = "" if name == asked["network"] else "other_net_"
        networks[name] = {
            "deductible": asked[f"{of}deductible_usd"],
            "deductible_met": asked[f"{of}deductible_met_usd"],
            "carry_over_months": 3 if asked["deductible_carries_over"] else 0,
            "deductible_met_late": min(
                asked[f"{of}deductible_met_late_usd"], asked[f"{of}deductible_met_usd"]
            ),
            "oop_max": asked[f"{of}oop_max_usd"] if asked[f"{of}oop_max_applies"] else None,
            "oop_met": asked[f"{of}oop_met_usd"],
            "rules": rules,
        }
    family = {
        "deductible": asked["family_deductible_usd"] or None,
        "deductible_met": asked["family_deductible_met_usd"],
        "oop_max": asked["family_oop_max_usd"] or None,
        "oop_met": asked["family_oop_met_usd"],
    }
    return {
        "networks": networks,
        "family": family,
        "plan_year_start": asked["plan_year_start"],
        "met_on": asked["start_date"],
    }


def claim(asked, care, day, number):
    """A visit, the ``number``-th of its kind of care in the course."""
    stops_after = asked[f"{care}_stops_after"]
    paid = way(asked, care)
    charge = asked[CHARGE[care]] if paid == "oon" else 0
    allowed = Decimal(str(min(asked[PRICE[care]], charge or asked[PRICE[care]])))
    share = Decimal(str(asked[f"{care}_penalty_percent"])) / 100
    return {
        "service": care,
        "allowed": asked[PRICE[care]],
        "billed": charge or None,
        "network": "in" if paid == "self_pay" else paid,
        "covered": paid != "self_pay"
        and not asked[f"{care}_not_covered"]
        and (not stops_after or number <= stops_after),
        "date": day,
        "penalty": Decimal(str(asked[PENALTY[care]])) + allowed * share,
    }


def by_the_adjudicator(asked, visits):
    so_far = Counter()
    claims = []
    for care, day in visits:
        so_far[care] += 1
        claims.append(claim(asked, care, day, so_far[care]))
    found = in_each_network(plan(asked), asked["network"], claims)
    return [(each["patient"], each["plan_paid"]) for each in found]


def in_each_network(terms, main, claims):
    """Networks are apart, and the family's limits are those of the network of all care."""
    bills = {}
    for name in ("in", "oon"):
        its_own = terms if name == main else terms | {"family": None}
        there = [number for number, each in enumerate(claims) if each["network"] == name]
        bills |= dict(zip(there, bill(its_own, [claims[n] for n in there]), strict=True))
    return [bills[number] for number in range(len(claims))]


@pytest.mark.parametrize("first", range(0, SCENARIOS, AT_ONCE))
def test_drawn_terms_of_both_services_cost_what_the_adjudicator_says(first):
    differing = []
    for number in range(first, first + AT_ONCE):
        query = drawn(random.Random(number))
        result = compare(scenario(**query))
        for way in result.options:
            visits = [each for each in result.ledger if each.pathway == way]
            shown = [
                tuple(Decimal(str(round(amount, 2))) for amount in (e.patient_usd, e.plan_usd))
                for e in visits
            ]
            days = [(each.care, each.date) for each in visits]
            if shown != by_the_adjudicator(result.scenario.to_values(), days):
                differing.append((number, way))
    assert differing == []


def test_every_input_that_moves_a_bill_is_drawn():
    """How long a week and a visit are moves days, which the ledger says."""
    of_time = {"hours_per_week", "visit_length", "weekdays", "closed_days", "when_closed"}
    moves = {
        field for field, row in catalog().parameters.items() if row.role and row.role not in of_time
    }
    assert moves <= drawn(random.Random(0)).keys()
