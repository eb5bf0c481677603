"""What is not known of a scenario and may change its bills: prices, and terms of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carechoice.catalog.in_use import catalog, remembered
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import is_given, stating, unknown_terms, usual_range
from carechoice.inputs.what_counts import is_in_use, may_be_in_use

# A page asks a dozen times of its own scenario, and a slider of the next ones.
CACHED_SCENARIOS = 64


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is not known of a scenario: prices, each between two ends, and terms of the plan.

    What is ``known`` of the plan, with ``plan`` as the example that the person started from, says
    which plans it may be. The limits ``following`` others are as high as those in any plan, and so
    are those ``taken_over`` from others that are known, as long as nobody says them.
    """

    prices: tuple[tuple[str, tuple[float, float]], ...]
    terms: tuple[str, ...]
    known: tuple[tuple[str, float], ...]
    plan: str
    following: tuple[str, ...]
    taken_over: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """All inputs that are drawn."""
        return *(field for field, _ in self.prices), *self.terms, *self.following

    def of(self, needed: frozenset[str]) -> Unknown:
        """What is not known of those inputs that are ``needed``."""
        prices = tuple((field, between) for field, between in self.prices if field in needed)
        terms = tuple(field for field in self.terms if field in needed)
        following = tuple(field for field in self.following if field in needed)
        taken_over = tuple(field for field in self.taken_over if field in needed)
        known = self.known if terms or following else ()
        return Unknown(prices, terms, known, self.plan, following, taken_over)


@remembered(CACHED_SCENARIOS)
def unknown(scenario: Scenario) -> Unknown:
    """What is not known of a scenario and may move its bills."""
    terms = unknown_terms(scenario)
    real = catalog().real.part_of if terms else ()
    followers = dict(_followers(scenario))
    return Unknown(
        prices=tuple(_open_prices(scenario)),
        terms=may_be_in_use(terms, scenario) if terms else (),
        known=tuple((each, float(scenario.value(each))) for each in real if each not in terms),
        plan=scenario.origins.filled_by,
        following=tuple(field for field, followed in followers.items() if followed in terms),
        taken_over=tuple(field for field, followed in followers.items() if followed not in terms),
    )


def is_nothing_known(scenario: Scenario) -> bool:
    """Whether nothing is known of a plan that may be any: no term of it, and no other example."""
    open_ = unknown(scenario)
    return bool(open_.terms) and not open_.known and open_.plan == _any_plan()


def _any_plan() -> str:
    """The example that everybody starts from."""
    return catalog().parameters["filled_by"].default


def _followers(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """The inputs in use that have the value of another, as nobody said theirs, each with that."""
    for field, followed in catalog().inputs.followed.items():
        follows = stating(field, scenario) is catalog().parameters[field]
        if follows and is_in_use(field, scenario) and not is_given(field, scenario):
            yield field, followed


def _open_prices(scenario: Scenario) -> Iterator[tuple[str, tuple[float, float]]]:
    for field in catalog().inputs.drawn:
        between = usual_range(field, scenario)
        if between and between[0] < between[1] and is_in_use(field, scenario):
            yield field, between
