"""The month of each option in which most is paid, in sentences."""

from __future__ import annotations

from carechoice.catalog.rounding import whole_parts
from carechoice.catalog.rows import Pathway
from carechoice.comparison.compare import Comparison
from carechoice.comparison.plan.words import example_taken
from carechoice.comparison.words import without_other
from carechoice.language.formats import approximate_money, month
from carechoice.language.sentences import say, short_name
from carechoice.topics.bill.facts import months


def dearest_months(comparison: Comparison) -> str:
    """The most that is paid in a month for each option, and in which month that is first so."""
    sentences = [dearest_month(comparison, pathway) for pathway in comparison.options]
    return " ".join(
        filter(None, [example_taken(comparison.scenario), *sentences, *without_other(comparison)])
    )


def dearest_month(comparison: Comparison, pathway: Pathway) -> str:
    """The most that is paid in a month for an option, and in which month that is first so."""
    option, found = comparison.options[pathway], months(comparison)
    # In whole dollars as the table has them, which add up to the whole course.
    paid_usd = whole_parts(each.patient_usd[option.pathway] for each in found)
    most = max(paid_usd)
    cost = approximate_money(most, is_known=option.is_cost_known)
    if not most:
        return say("months.nothing", option=short_name(option.words_key), cost=cost)
    kind = "all" if most == sum(paid_usd) else "first" if paid_usd.count(most) > 1 else "one"
    return say(
        f"months.dearest.{kind}",
        option=short_name(option.words_key),
        cost=cost,
        month=month(found[paid_usd.index(most)].first_day),
    )
