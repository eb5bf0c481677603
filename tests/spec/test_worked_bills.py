"""How the bill works: 24 bills that a biller worked out by hand, each to show one rule.

The table is data/worked_bills.csv, which the Sources page prints with its sums. Here each bill is
entered as whoever uses the page would enter it, and every figure is held against the ledger.
"""

import re
from math import prod
from urllib.parse import parse_qsl

import pytest
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.topics.sources.bills import bills, lead

BILLS = catalog().worked_bills
FIGURES = (
    "patient", "plan", "deductible", "copay", "coinsurance", "balance", "not_covered", "penalty",
)  # fmt: skip
USD = r"\$([\d,]+(?:\.\d\d)?)"


def ledger(bill):
    result = comparison(**dict(parse_qsl(bill.inputs)))
    return [entry for entry in result.ledger if entry.pathway == bill.care]


@pytest.mark.parametrize("bill", BILLS.values(), ids=BILLS.keys())
def test_the_bill_is_that_of_the_biller(bill):
    entries = ledger(bill)
    # Without a plan a bill has no parts in the table; the ledger has all of it as not covered.
    without_plan = {"not_covered": bill.patient_usd} if bill.plan_usd is None else {}
    for figure in FIGURES:
        found = sum(getattr(entry, f"{figure}_usd") for entry in entries)
        expected = without_plan.get(figure, getattr(bill, f"{figure}_usd") or 0)
        assert found == pytest.approx(expected, abs=0.004), figure


@pytest.mark.parametrize("bill", BILLS.values(), ids=BILLS.keys())
def test_the_parts_of_a_bill_are_what_the_person_pays(bill):
    if bill.plan_usd is not None:
        parts = FIGURES[2:]
        assert sum(getattr(bill, f"{part}_usd") for part in parts) == bill.patient_usd
    billed = sum(entry.price_usd for entry in ledger(bill))
    assert bill.patient_usd + (bill.plan_usd or 0) == pytest.approx(billed)


def number(text):
    return float(text.replace(",", ""))


def is_right(line):
    """Whether a line of sums comes to what it says: a product, a share or a sum."""
    times = re.fullmatch(rf"(\d+) x {USD} = {USD}", line)
    share = re.fullmatch(rf"(\d+)% of {USD} = {USD}", line)
    parts, _, total = line.rpartition(" = ")
    if times:
        return prod(map(number, times.groups()[:2])) == number(times[3])
    if share:
        return number(share[1]) * number(share[2]) / 100 == number(share[3])
    amounts = [re.fullmatch(USD, part) for part in (*parts.split(" + "), total)]
    assert all(amounts), line
    *added, found = (number(amount[1]) for amount in amounts)
    return sum(added) == pytest.approx(found)


@pytest.mark.parametrize("bill", BILLS.values(), ids=BILLS.keys())
def test_every_sum_of_a_bill_comes_to_what_it_says(bill):
    for line in bill.how.removesuffix(".").split(". "):
        assert is_right(line), line


@pytest.mark.parametrize("bill", BILLS.values(), ids=BILLS.keys())
def test_the_sums_lead_to_what_the_person_pays(bill):
    results = [number(amount) for amount in re.findall(rf"= {USD}", bill.how)]
    assert (bill.patient_usd or bill.plan_usd) in results


def test_there_are_twenty_four_and_each_rule_has_one():
    assert len(BILLS) == 24
    assert lead().startswith("24 bills, ")
    assert {
        "crossing",
        "copay_above_price",
        "maximum",
        "two_years",
        "both",
        "not_covered",
        "own_share",
        "out_of_network",
        "masshealth",
        "medicare",
        "self_pay",
        "per_day",
        "no_approval",
        "carried_over",
        "paid_visits",
    } <= BILLS.keys()


def test_the_page_prints_a_bill_with_its_sums_and_what_they_come_to():
    assert bills()[3].splitlines() == [
        "**The deductible is met within a visit.** Five sessions at $100. A deductible of $250 "
        "comes first, then you pay 20%. The third session has the last $50 of it.  ",
        "  2 x $100 = $200. 20% of $50 = $10. $50 + $10 = $60. 2 x $20 = $40. "
        "$200 + $60 + $40 = $300.  ",
        "  You pay $300, your plan pays $200.",
    ]
    assert bills()[19].endswith("  You pay $8,400.")
