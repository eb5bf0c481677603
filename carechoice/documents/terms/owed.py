"""What a line on a plan's terms says that the patient owes; or that it cannot be read for sure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from carechoice.documents.terms.words import Service

Per = Literal["visit", "day", "stay"]
# Why a line was not read: words we do not know, cells that differ, a share that may be either's.
Reason = Literal["unknown", "cells", "who_pays"]


@dataclass(frozen=True, slots=True)
class LineTerms:
    """What one line says the patient owes for one service. None: the line does not say.

    ``coinsurance_percent`` is the patient's share. ``in_network_only``: the line says that it is
    for care in network. ``may_be_price``: nothing says that the amount is what the patient owes,
    and not what a visit costs. ``may_be_plans``: nothing says that the share is the patient's; the
    plan's may be written so below a heading of its own. ``copay_first``: the copayment comes before
    the deductible, which the rest of the price goes to. ``share_of_rest``: the line says that the
    coinsurance is one of what the copayment leaves of the price.
    """

    covered: bool
    copay_usd: float | None
    copay_per: Per | None
    coinsurance_percent: float | None
    deductible_applies: bool | None
    service: Service | None = None
    in_network_only: bool = False
    may_be_price: bool = field(default=False, compare=False)
    may_be_plans: bool = field(default=False, compare=False)
    copay_first: bool = False
    share_of_rest: bool = False


class NotUnderstoodError(ValueError):
    """The line, or a part of it, cannot be read with certainty. ``rest`` is that part."""

    def __init__(self, rest: str, reason: Reason = "unknown") -> None:
        super().__init__(rest)
        self.rest = rest
        self.reason = reason
