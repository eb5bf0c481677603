"""Four people with a plan of their own kind, on a phone and by keyboard alone, up to both costs.

Each ends with figures worked by hand, on the page and in the link that the address is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect
from visitor import PHONE, START, Visitor, scenario_in, scenario_of

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import compare
from carechoice.language.choices import choice_label
from carechoice.language.sentences import say

# What a person does: an input with its value, or a fold to open, by the end of its key.
Act = tuple[str, str | float] | str


@dataclass(frozen=True)
class Journey:
    """What is said of the plan and the care, one input after the other, and what both come to."""

    acts: Sequence[Act]
    patient_usd: tuple[float, float]

    @property
    def values(self) -> dict[str, str | float]:
        return {**START, **dict(act for act in self.acts if isinstance(act, tuple))}


JOURNEYS = {
    # 5 of 18 sessions at $100 fill the $500, 13 leave $20 each, and $50 of each $150 charged are
    # above the price. 24 days at $255: $1,886, and a fifth of the other $4,234.
    "a therapist out of network": Journey(
        (
            "care",
            ("therapy_price_usd", 100),
            "plan",
            ("therapy_copay_usd", 0),
            "therapy_terms",
            ("therapy_network", "oon"),
            ("therapy_deductible_applies", "yes"),
            ("therapy_charge_usd", 150),
            "other_network",
            ("other_net_deductible_usd", 500),
        ),
        (500 + 13 * 20 + 18 * 50, 1886 + 846.80),
    ),
    # The first two sessions at $167: $283 and a fifth of $51; then $33.40 each. The first day at
    # $319.38: $283 and a fifth of $36.38; then $63.88 each.
    "Medicare": Journey(
        (("plan", "medicare"),), (283 + 10.20 + 16 * 33.40, 283 + 7.28 + 23 * 63.88)
    ),
    # The family has $200 left, before the person's own $1,750. Two sessions at $130.23: $200 and a
    # fifth of $60.46; then $26.05 each. One day at $255: $200 and a fifth of $55; then $51 each.
    "a high deductible and a family": Journey(
        (
            ("plan", "high_deductible"),
            "plan",
            "family",
            ("family_deductible_usd", 5000),
            ("family_deductible_met_usd", 4800),
        ),
        (200 + 12.09 + 16 * 26.05, 200 + 11 + 23 * 51),
    ),
    # 5 evenings of 3 hours are 40 days at $255: $1,000, and a fifth of the other $9,200.
    "a program of 15 hours": Journey(
        (
            ("iop_hours_per_week", 15),
            "care",
            ("iop_hours_per_day", 3),
            "plan",
            ("deductible_usd", 1000),
        ),
        (18 * 27, 1000 + 1840),
    ),
}


@pytest.mark.by_night
@pytest.mark.parametrize("name", JOURNEYS)
def test_from_the_plan_to_both_costs_by_keyboard_alone_on_a_phone(tab, name):
    journey = JOURNEYS[name]
    visitor = tab(size=PHONE).open("/", START)
    for act in journey.acts:
        if isinstance(act, str):
            unfold(visitor, act)
        else:
            enter(visitor, *act)
    scenario = scenario_of(journey.values)
    visitor.sees_answer(scenario)
    for amount in journey.patient_usd:
        expect(visitor.page.locator(".st-key-answer")).to_contain_text(f"${amount:,.0f}")
    visitor.address_hands_on(scenario)
    options = compare(scenario_in(visitor.page.url)).options
    paid = (options["therapy"].patient_total_usd, options["iop"].patient_total_usd)
    assert paid == pytest.approx(journey.patient_usd)
    if name == "a program of 15 hours":
        sees_its_evenings(visitor)


def unfold(visitor: Visitor, fold: str) -> None:
    """Open a fold of inputs, and before it the one that all of them stand in on a phone."""
    all_inputs = visitor.page.locator("[class*=st-key-inputs_fold_] details")
    if all_inputs.get_attribute("open") is None:
        opened(visitor, all_inputs)
    opened(visitor, visitor.fold(say(f"controls.more.{fold}")))


def opened(visitor: Visitor, fold) -> None:
    visitor.tab_to(fold.locator("> summary"))
    visitor.page.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")
    expect(fold.get_by_test_id("stElementContainer").first).to_be_attached()
    visitor.at_rest()


def enter(visitor: Visitor, field: str, value: str | float) -> None:
    """Give an input its value, where it stands."""
    row, keyboard = catalog().parameters[field], visitor.page.keyboard
    if row.place == "main":
        # The button of the share brings all that the plan's part of the dock has.
        in_dock = visitor.docked("plan_pays_percent" if field == "plan" else field)
        visitor.tab_to(in_dock)
        if in_dock.get_attribute("aria-expanded") == "false":
            keyboard.press("Enter")
    if row.kind == "choice":
        visitor.tab_to(visitor.choice(field))
        is_plan = field == "plan"
        keyboard.type(catalog().plans[value].label if is_plan else choice_label(field, value))
        keyboard.press("Enter")
    elif row.kind == "yes_no":
        visitor.tab_to(visitor.page.locator(f".st-key-{field} input"))
        keyboard.press("Space")
    else:
        visitor.tab_to(visitor.typed(field))
        keyboard.press("Control+A")
        keyboard.type(f"{value:g}")
        keyboard.press("Enter")
    visitor.at_rest()


def sees_its_evenings(visitor: Visitor) -> None:
    """On the page of the week the program is put into the evening."""
    link = visitor.page.get_by_role("navigation").get_by_role("link", name=say("page.week"))
    visitor.tab_to(link, "Shift+Tab")
    visitor.page.keyboard.press("Enter")
    visitor.arrived("page.week")
    enter(visitor, "iop_time_of_day", "evening")
    evenings = JOURNEYS["a program of 15 hours"].values | {"iop_time_of_day": "evening"}
    visitor.address_hands_on(scenario_of(evenings))
