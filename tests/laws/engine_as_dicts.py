"""The engine, asked as the brute force is: by plain values."""

from decimal import Decimal

from brute_force import PARTS

from carechoice.insurance.engine import Claim, Plan, adjudicate


def by_the_engine(plan, claims):
    read = [Claim.model_validate(claim) for claim in claims]
    results = adjudicate(Plan.model_validate(plan), read).claims
    return [{part: Decimal(str(getattr(one, part))) for part in PARTS} for one in results]
