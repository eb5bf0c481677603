"""What handout and slides tell alike: what the answer rests on, the sources, date and link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from carechoice.catalog.in_use import catalog
from carechoice.comparison.badges import standing_of
from carechoice.comparison.compare import Comparison
from carechoice.inputs.cited import source
from carechoice.inputs.counting import is_in_use, lengths_of_third_way
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.shown import shown
from carechoice.inputs.standing import stating
from carechoice.language.pieces import without_marks

# What is told behind the numbers that every answer rests on; of a plan, what there is room for.
WAYS_OF_PAYING = ("network", "therapy_network", "iop_network")
WITH_A_PLAN = (
    "plan",
    "therapy_charge_usd",
    "iop_charge_per_day_usd",
    "plan_pays_percent",
    "therapy_pays_percent",
    "iop_pays_percent",
    "therapy_not_covered",
    "iop_not_covered",
    "deductible_usd",
    "deductible_met_usd",
    "oop_max_usd",
    "therapy_copay_usd",
    "iop_copay_per_day_usd",
)
# What may stand in a web address as it is (RFC 3986); a % begins what is already written so.
IN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"
OPENS = ("http://", "https://")
# The most a QR code holds, in bytes (version 40, lowest error correction). Links of ours have a
# third of it; what is longer is cut and leads nowhere.
MOST_BYTES = 2953
CUT = "..."


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it is written into a file: plain ASCII, of a length that fits on paper."""

    text: str

    @property
    def is_whole(self) -> bool:
        """Whether there is a link, and all of it stands here."""
        return 0 < len(self.text) <= MOST_BYTES and not self.text.endswith(CUT)

    @property
    def opens(self) -> bool:
        """Whether it leads to a page; anything else stays text that nobody can click."""
        return self.is_whole and self.text.startswith(OPENS)


def link_of(given: str) -> Link:
    """The link with everything that is no part of a web address written as %xx."""
    text = quote(given, safe=IN_ADDRESS, errors="replace")
    return Link(text if len(text) <= MOST_BYTES else text[: MOST_BYTES - len(CUT)] + CUT)


def rests_on(comparison: Comparison) -> list[tuple[str, str, str]]:
    """(input, value, where it comes from) of what the answer rests on."""
    scenario = comparison.scenario
    return [
        (
            catalog().parameters[field].label,
            shown(catalog().parameters[field], scenario.value(field)),
            standing_of(field, comparison),
        )
        for field in _fields(scenario)
    ]


def _fields(scenario: Scenario) -> Iterator[str]:
    yield from catalog().inputs.rested_on_most
    yield "start_date"
    yield from (field for field in WAYS_OF_PAYING if is_in_use(field, scenario))
    if has_plan(scenario):
        yield from (field for field in WITH_A_PLAN if is_in_use(field, scenario))
    yield from lengths_of_third_way(scenario)


def sources(comparison: Comparison) -> list[str]:
    """The sources of what the answer rests on and of the options' levels, each once."""
    scenario = comparison.scenario
    stated = (stating(field, scenario) for field in _fields(scenario))
    levels = (phase.level for option in comparison.options.values() for phase in option.phases)
    facts = [*(fact for fact in stated if fact), *levels]
    keys = dict.fromkeys(key for fact in facts for key in fact.source)
    return [without_marks(source(catalog().sources[key])) for key in keys]
