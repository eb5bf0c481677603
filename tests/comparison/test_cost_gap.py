"""How much more one course of care costs than another, under any plan: each plan beside itself."""

import re

import numpy as np
import pytest
from scenarios import comparison, scenario

from carechoice.comparison.cost_gap import Gap, gap_text, likely_gap
from carechoice.comparison.draws.simulation import costs_in_draws, own_part
from carechoice.comparison.plan_year import first_day
from carechoice.files.kept import words as kept_words


@pytest.mark.parametrize(
    ("ends", "kind", "amounts"),
    [
        ((0, 0), "same", {}),
        ((-0.4, 0.4), "same", {}),
        ((146, 146), "more", {"amount": "$146"}),
        ((-146, -146), "less", {"amount": "$146"}),
        ((0, 2350), "more", {"amount": "likely up to $2,350"}),
        ((-2350, 0), "less", {"amount": "likely up to $2,350"}),
        ((-2350, 0.4), "less", {"amount": "likely up to $2,350"}),
        ((10, 20), "more", {"amount": "likely $10 to $20"}),
        ((-20, -10), "less", {"amount": "likely $10 to $20"}),
        ((-20, 10), "either", {"less": "$20", "more": "$10"}),
    ],
)
def test_a_gap_is_told_in_whole_dollars(ends, kind, amounts):
    assert gap_text(Gap(*ends)) == (kind, amounts)


def test_one_amount_that_is_a_guess_is_about_so_much():
    assert gap_text(Gap(146, 146), is_known=False) == ("more", {"amount": "about $146"})


def test_what_is_the_same_under_most_plans_alone_is_likely_the_same():
    assert gap_text(Gap(0, 0, is_sure=False)) == ("likely_same", {})


def test_therapy_that_costs_the_same_from_january_under_most_plans_is_said_to_do_so_likely():
    """Its deductible is carried over; of some plans the maximum is reached in either year."""
    told = first_day.sentence(comparison(start_date="2026-12-07", deductible_carries_over="yes"))
    assert "you pay likely the same for therapy and likely up to $" in told


def test_each_drawn_plan_is_set_beside_itself():
    """Counted by hand over all drawn plans: at most 10 of 100 differ by less, and 10 by more."""
    first, other = scenario(), scenario(therapy_sessions=22)
    costs = [costs_in_draws(*own_part(each, "therapy")) for each in (first, other)]
    more = np.sort(costs[1] - costs[0])
    tenth = len(more) // 10
    gap = likely_gap(first, other, "therapy", here_usd=108)
    # Between two plans next to each other in order of what they differ by.
    assert more[tenth - 1] <= gap.low_usd <= more[tenth + 1]
    assert more[-tenth - 2] <= gap.high_usd <= more[-tenth]


def test_nothing_is_set_beside_a_plan_of_another_kind():
    assert likely_gap(scenario(), scenario(plan="high_deductible"), "therapy", here_usd=0) is None
    assert likely_gap(scenario(), scenario(deductible_usd=500), "therapy", here_usd=0) is None


def test_a_shorter_program_that_starts_in_the_old_plan_year_may_cost_less_or_more():
    """Two weeks less spare days; a deductible that starts again on January 1 is owed twice."""
    first, other = comparison(), comparison(start_date="2026-12-07", iop_weeks=6)
    told = kept_words.difference(first.options["iop"], other.options["iop"])
    assert re.fullmatch(r"likely up to \$\d+ less or \$[\d,]+ more, ends 6 weeks sooner", told)


def test_kept_scenarios_that_cost_the_same_under_most_plans_say_so():
    carried = {"deductible_carries_over": "yes"}
    first, other = (comparison(start_date=day, **carried) for day in ("2026-12-07", "2027-01-04"))
    told = kept_words.difference(first.options["therapy"], other.options["therapy"])
    assert told == "likely the same cost, ends 4 weeks later"
