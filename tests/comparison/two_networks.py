"""A course in both networks of a plan, for figures worked by hand."""

from scenarios import TEN_SESSIONS_SIX_DAYS

# 10 sessions at $100 and 6 days at $200; the deductible of $300 comes first for both.
PLAIN = TEN_SESSIONS_SIX_DAYS | {"therapy_deductible_applies": "yes"}
THERAPIST_OUT = {
    **PLAIN,
    "therapy_network": "oon",
    "therapy_charge_usd": 150,
    "other_net_deductible_usd": 500,
    "other_net_oop_max_applies": "no",
}
