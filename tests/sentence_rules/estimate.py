"""What a good faith estimate says of visits and charges."""

import re
from datetime import date

from facts import Facts

from sentence_rules.rule import DAY, DOLLARS, MONTHS, Complaints, of_a_sentence, usd

VISITS = {"session": "therapy", "day": "iop"}
SCOPE = re.compile(rf"^([\d,]+) (session|day)s?, .* from {DAY} to {DAY}\.$")


@of_a_sentence(SCOPE)
def so_many_visits_of_an_option_lie_between_the_days(text: str, facts: Facts) -> Complaints:
    number, visit, *days = SCOPE.search(text).groups()
    first, last = (
        date(int(year), MONTHS.index(month), int(day)) for month, day, year in (days[:3], days[3:])
    )
    if (last - first).days > 366:
        yield "an estimate covers 12 months at most"
    within = {
        path: sum(
            entry["care"] == VISITS[visit] and str(first) <= entry["date"] <= str(last)
            for entry in facts.visits(path)
        )
        for path in facts.options
    }
    if int(number.replace(",", "")) not in within.values():
        yield f"between the days are {within}"


@of_a_sentence(rf"^(?:Therapy session|Program day).*; \d+; {DOLLARS}; {DOLLARS}$")
def so_many_visits_at_a_charge_are_their_product(text: str, facts: Facts) -> Complaints:
    number, charge, whole = re.search(rf"; (\d+); {DOLLARS}; {DOLLARS}$", text).groups()
    if abs(int(number) * usd(charge) - usd(whole)) > 0.005:
        yield f"the product is {int(number) * usd(charge):.2f}"
    care = "therapy" if text.startswith("Therapy") else "iop"
    prices = {round(e["price_usd"], 2) for e in facts.ledger if e["care"] == care}
    if usd(charge) not in prices:
        yield f"a visit is billed at {prices}"


@of_a_sentence(r"^All expected charges: ")
def what_an_estimate_covers_is_no_more_than_all_that_is_billed(
    text: str, facts: Facts
) -> Complaints:
    whole = usd(re.search(DOLLARS, text)[1])
    if whole > max(facts.billed.values()) + 0.005:
        yield f"no more than {facts.billed} is billed"
