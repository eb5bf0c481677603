"""How much more one course of care costs the patient than another, under one plan or under any."""

from __future__ import annotations

from typing import Literal, NamedTuple

from carechoice.catalog.rows import Pathway
from carechoice.comparison.draws.not_known import Unknown
from carechoice.comparison.draws.simulation import costs_in_draws, low_middle_high, own_part
from carechoice.comparison.ledger import HALF_A_CENT
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import approximate_money, money
from carechoice.language.sentences import say

Kind = Literal["same", "likely_same", "less", "more", "either"]


class Gap(NamedTuple):
    """How much more is paid, in dollars, from the low to the high end over what is not known.

    ``is_sure``: whether nothing that was tried lies beyond its ends.
    """

    low_usd: float
    high_usd: float
    is_sure: bool = True

    @property
    def is_likely_none(self) -> bool:
        """Whether it is none in whole dollars from end to end."""
        return all(money(abs(end)) == money(0) for end in (self.low_usd, self.high_usd))

    @property
    def is_none(self) -> bool:
        """Whether it is none in whole dollars, whatever is not known."""
        return self.is_likely_none and self.is_sure


class GapText(NamedTuple):
    """A gap in words: of which kind it is, and the amounts for the blanks of its sentence."""

    kind: Kind
    amounts: dict[str, str]


def likely_gap(
    first: Scenario, other: Scenario, pathway: Pathway, *, here_usd: float
) -> Gap | None:
    """How much more an option costs in ``other`` than in ``first``: in 80 of 100 draws it is so.

    Each draw is one plan, and both are billed under it. What it is with the numbers of both,
    ``here_usd``, is within it. None where other plans are drawn for the one than for the other.
    """
    mine, its = own_part(first, pathway), own_part(other, pathway)
    if _plans(mine[-1]) != _plans(its[-1]):
        return None
    more_usd = costs_in_draws(*its) - costs_in_draws(*mine)
    low, _, high = low_middle_high(more_usd)
    low, high = min(low, here_usd), max(high, here_usd)
    is_beyond = more_usd.min() < low - HALF_A_CENT or more_usd.max() > high + HALF_A_CENT
    return Gap(low, high, is_sure=not is_beyond)


def _plans(open_: Unknown) -> tuple[object, ...]:
    """What decides which plans are drawn."""
    return open_.terms, open_.following, open_.known, open_.plan


def gap_text(gap: Gap, *, is_known: bool = True) -> GapText:
    """A gap in whole dollars: $9 more, likely the same, likely up to $20 less.

    ``is_known``: whether one amount is more than a guess.
    """
    if gap.is_likely_none:
        return GapText("same" if gap.is_sure else "likely_same", {})
    less, more = (max(0.0, usd) for usd in (-gap.low_usd, gap.high_usd))
    if money(less) != money(0) != money(more):
        return GapText("either", {"less": money(less), "more": money(more)})
    is_more = money(more) != money(0)
    least, most = (gap.low_usd, gap.high_usd) if is_more else (-gap.high_usd, -gap.low_usd)
    amount = _amount(max(0.0, least), most, is_known=is_known)
    return GapText("more" if is_more else "less", {"amount": amount})


def _amount(least_usd: float, most_usd: float, *, is_known: bool) -> str:
    if money(least_usd) == money(most_usd):
        return approximate_money(most_usd, is_known=is_known)
    if money(least_usd) == money(0):
        return say("likely.up_to", amount=money(most_usd))
    return say("cost.range", low=money(least_usd), high=money(most_usd))
