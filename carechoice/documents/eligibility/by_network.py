"""The benefits of an eligibility answer in JSON that lists them by network (VerifyTX).

Read are the deductibles and the maximums on what is paid out of pocket, each with its total, what
remains of it and whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from carechoice.documents.days.benefit import Span
from carechoice.documents.eligibility.benefit import Benefit, Beside, benefit
from carechoice.documents.eligibility.json_values import list_of, text_of
from carechoice.documents.eligibility.names import code_of
from carechoice.documents.eligibility.subject import DEDUCTIBLE, MAXIMUM, WHOLE_PLAN

_NETWORKS = {"in_network": "Y", "out_of_network": "N"}
_LIMITS = {"deductibles": DEDUCTIBLE, "out_of_pocket": MAXIMUM}
_PERIODS = {"total": "23", "remaining": "29"}
# What a network has beside its limits, and says nothing of them.
_READ = {*_LIMITS, "service", "copay", "coinsurance"}


def benefits_by_network(networks: Mapping[str, Any], of_all: tuple[Span, ...]) -> Iterator[Benefit]:
    """The limits of each network; ``of_all``: when all of them count."""
    for name, network in _NETWORKS.items():
        for index, entry in enumerate(list_of(networks.get(name))):
            if isinstance(entry, Mapping):
                yield from _limits(entry, network, f"benefits.{name}[{index}]", of_all)


def _limits(
    entry: Mapping[str, Any], network: str, place: str, of_all: tuple[Span, ...]
) -> Iterator[Benefit]:
    service = code_of("services", text_of(entry.get("service"))) or WHOLE_PLAN
    for name, code in _LIMITS.items():
        for number, one in enumerate(list_of(entry.get(name))):
            if not isinstance(one, Mapping):
                continue
            level = code_of("level", text_of(one.get("level")))
            facts = {"code": code, "network": network, "level": level}
            has_note = not {*one} <= {*_PERIODS, "level"} or not {*entry} <= _READ
            beside = Beside(spans=of_all, has_note=has_note)
            yield from _amounts(one, facts, service, beside, f"{place}.{name}[{number}]")


def _amounts(
    one: Mapping[str, Any], facts: Mapping[str, str], service: str, beside: Beside, place: str
) -> Iterator[Benefit]:
    for name, period in _PERIODS.items():
        if amount := text_of(one.get(name)):
            said = {**facts, "period": period, "amount": amount}
            yield benefit(said, (service,), beside, place=f"{place}.{name}")
