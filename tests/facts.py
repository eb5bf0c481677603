"""What a comparison's JSON says, worked out by code that shares nothing with the product's own."""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.plain_values import plain_values

CARES = ("therapy", "iop")
# Inputs that are terms of a plan, by their names; not what was paid toward them or used of them,
# nor the terms of the plan to compare with.
A_TERM = re.compile(
    r"(?!other_(?!net_))(?!.*_met_).*(deductible|oop_max|copay|pays_percent|share|not_covered|limit|"
    r"only_paid|stops_after|first_|penalty|plan_year_start)"
)
STOPS = ("therapy_stops_after", "therapy_visit_limit", "iop_stops_after", "iop_day_limit")


def _day(year: int, month: int, day: int) -> date | None:
    """The day, where the month has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


class Facts:
    """A comparison as the JSON route gives it."""

    def __init__(self, comparison: Comparison) -> None:
        self._scenario = comparison.scenario
        data = json.loads(json.dumps(plain_values(comparison), default=str))
        self.inputs: dict[str, Any] = data["scenario"]
        self.options: dict[str, Any] = data["options"]
        self.ledger: list[dict[str, Any]] = data["ledger"]

    @cached_property
    def if_all_is_covered(self) -> "Facts":
        """The same care under a plan that stops after no number of visits."""
        return Facts(compare(self._scenario.but(**dict.fromkeys(STOPS, 0))))

    def visits(self, pathway: str) -> list[dict[str, Any]]:
        return [entry for entry in self.ledger if entry["pathway"] == pathway]

    @cached_property
    def paid(self) -> dict[str, int]:
        return {pathway: self._dollars(pathway, "patient_usd") for pathway in self.options}

    @cached_property
    def by_plan(self) -> dict[str, int]:
        """Of the whole price in dollars what the person does not pay, so that the parts add up."""
        return {
            pathway: self._dollars(pathway, "price_usd") - self.paid[pathway]
            for pathway in self.options
        }

    @cached_property
    def billed(self) -> dict[str, float]:
        return {
            pathway: sum(e["price_usd"] for e in self.visits(pathway)) for pathway in self.options
        }

    def _dollars(self, pathway: str, column: str) -> int:
        """Whole dollars, a half up."""
        return int(round(sum(entry[column] for entry in self.visits(pathway)), 2) + 0.5)

    def way(self, care: str) -> str:
        """How a kind of care is paid; without insurance there is no way of its own."""
        own = self.inputs[f"{care}_network"]
        all_care: str = self.inputs["network"]
        return all_care if all_care == "self_pay" or own == "as_plan" else own

    @cached_property
    def ways(self) -> set[str]:
        return {self.way(care) for care in CARES}

    @cached_property
    def has_plan(self) -> bool:
        return self.ways != {"self_pay"}

    def counts_in(self, care: str) -> str:
        """Which limits a kind of care counts toward: the "main" ones, the "other" network's, none.

        Medicare and MassHealth have one set of limits, whoever is paid.
        """
        way = self.way(care)
        has_one_set = self.inputs["filled_by"] in ("medicare", "masshealth")
        is_main = way == self.inputs["network"] or has_one_set
        return "none" if way == "self_pay" else "main" if is_main else "other"

    def limit(self, care: str, name: str) -> Any:
        """A limit's value, of the network that a kind of care is in."""
        return self.inputs[f"other_net_{name}" if self.counts_in(care) == "other" else name]

    def binding(self, care: str, name: str) -> tuple[float, float]:
        """A limit of a kind of care ("deductible" or "oop") and what counts as paid toward it.

        The person's own or their family's, whichever has less left.
        """
        total = "deductible_usd" if name == "deductible" else "oop_max_usd"
        has_own = name == "deductible" or self.limit(care, "oop_max_applies")
        limits = [(self.limit(care, total), self.limit(care, f"{name}_met_usd"))] if has_own else []
        family = self.inputs[f"family_{total}"]
        if family and self.counts_in(care) == "main":
            limits.append((family, self.inputs[f"family_{name}_met_usd"]))
        most = min(limit for limit, _ in limits)
        left = max(0, min(limit - met for limit, met in limits))
        return most, most - min(left, most)

    @cached_property
    def covered(self) -> set[str]:
        """The kinds of care that a plan pays for."""
        return {
            care
            for care in CARES
            if self.way(care) != "self_pay" and not self.inputs[f"{care}_not_covered"]
        }

    def share_left(self, care: str) -> float:
        """The person's share of a visit in percent, where a visit has one."""
        own = self.inputs[f"{care}_own_share"]
        paid: float = self.inputs[f"{care}_pays_percent" if own else "plan_pays_percent"]
        return 100 - paid

    @cached_property
    def has_deductible(self) -> bool:
        return any(
            self.inputs[f"{care}_deductible_applies"] and self.limit(care, "deductible_usd") > 0
            for care in self.covered
        )

    @cached_property
    def has_copay(self) -> bool:
        fields = {"therapy": "therapy_copay_usd", "iop": "iop_copay_per_day_usd"}
        first = {"therapy": "therapy_first_visits", "iop": "iop_first_days"}
        return any(
            self.inputs[fields[care]] > 0
            or (self.inputs[first[care]] and self.inputs[f"{care}_first_copay_usd"] > 0)
            for care in self.covered
        )

    @cached_property
    def counts_visits(self) -> bool:
        """Whether it matters how many visits of a plan year there were."""
        return any(map(self._counts, self.covered))

    def _counts(self, care: str) -> bool:
        fields = {
            "therapy": ("therapy_visit_limit", "therapy_first_visits"),
            "iop": ("iop_day_limit", "iop_first_days"),
        }
        return any(self.inputs[name] for name in fields[care])

    def counts_anew(self, pathway: str, start: date) -> bool:
        """Whether a plan counts visits of a way from one again on the day a plan year starts."""
        counted = [e for e in self.visits(pathway) if e["care"] in self.covered]
        seen = {
            (entry["care"], date.fromisoformat(entry["date"]) >= start)
            for entry in counted
            if self._counts(entry["care"])
        }
        return any({(care, False), (care, True)} <= seen for care in CARES)

    @cached_property
    def is_free(self) -> bool:
        """Whether the plan leaves nothing to pay for any visit, at any price."""
        rarely = (
            "therapy_visit_limit",
            "therapy_stops_after",
            "iop_day_limit",
            "iop_stops_after",
            "therapy_penalty_usd",
            "therapy_penalty_percent",
            "iop_penalty_per_day_usd",
            "iop_penalty_percent",
        )
        if any(self.inputs[name] for name in rarely):
            return False
        all_paid = len(self.covered) == 2 and not any(map(self.share_left, self.covered))
        terms = self.has_copay or self.has_deductible
        return self.ways == {"in"} and all_paid and not terms

    @cached_property
    def has_maximum(self) -> bool:
        return any(map(self._is_capped, self.covered)) and not self.is_free

    def _is_capped(self, care: str) -> bool:
        is_main = self.counts_in(care) == "main"
        own: bool = self.limit(care, "oop_max_applies")
        return own or (is_main and self.inputs["family_oop_max_usd"] > 0)

    @cached_property
    def is_medicare(self) -> bool:
        return self.inputs["plan"] == "medicare"

    @cached_property
    def has_terms_by_law(self) -> bool:
        """Whether the terms are those of Medicare or MassHealth, none of them the person's own."""
        given = {*self.inputs["said"], *(field for field, _ in self.inputs["confirmed"])}
        is_own = self.inputs["plan"] == "own" and any(map(A_TERM.match, given))
        return self.inputs["filled_by"] in ("medicare", "masshealth") and not is_own

    @cached_property
    def charged_above(self) -> set[str]:
        return {entry["care"] for entry in self.ledger if entry["balance_usd"] > 0.004}

    @cached_property
    def restarts(self) -> dict[str, dict[str, set[date]]]:
        """By way and limit, the new plan years in which what was paid toward it is lost."""
        found = {}
        for pathway in self.options:
            lost: dict[str, set[date]] = {"deductible": set(), "maximum": set()}
            counted = {self.counts_in(entry["care"]) for entry in self.visits(pathway)}
            for limits in counted - {"none"}:
                self._add_restarts(pathway, limits, lost)
            found[pathway] = lost
        return found

    def _add_restarts(self, pathway: str, limits: str, lost: dict[str, set[date]]) -> None:
        """Those of one network; a plan year in which all care is in the other one is one, too."""
        course = self.visits(pathway)
        visits = [entry for entry in course if self.counts_in(entry["care"]) == limits]
        care, years = visits[0]["care"], sorted({self.plan_year(entry) for entry in course})
        paid = self._met_by(course[0], "deductible", care)
        kept = self._late(care) if self._is_in_first_plan_year(course[0]) else 0
        left = 0.0
        if is_capped := self._is_capped(care):
            left = self.binding(care, "oop")[0] - self._met_by(course[0], "oop", care)
        for before, start in pairwise(years):
            old = [entry for entry in visits if self.plan_year(entry) == before]
            later = [e for e in visits if self.plan_year(e) > before and self._counted(e, "oop")]
            year = [e for e in later if self.plan_year(e) == self.plan_year(later[0])]
            owed = sum(self._counted(entry, "oop") for entry in year)
            left -= sum(self._counted(entry, "oop") for entry in old)
            paid += sum(entry["deductible_usd"] for entry in old)
            kept += sum(entry["deductible_usd"] for entry in old if self._counts_twice(entry))
            if paid > kept + 0.004 and any(entry["deductible_usd"] for entry in year):
                lost["deductible"].add(start)
            if is_capped and owed > left + 0.01:
                lost["maximum"].add(start)
            paid, kept = kept, 0
            left = self.binding(care, "oop")[0] if is_capped else 0

    def reached(self, pathway: str, limit: str) -> date | None:
        """The day on which the visits of a way first fill a limit: "deductible" or "oop"."""
        care = self.visits(pathway)[0]["care"]
        if limit == "oop" and not self._is_capped(care):
            return None
        total, _ = self.binding(care, limit)
        year, paid = None, 0.0
        carried = self._late(care) if self._is_in_first_plan_year(self.visits(pathway)[0]) else 0.0
        for entry in self.visits(pathway):
            if year != self.plan_year(entry):
                is_first = year is None
                year = self.plan_year(entry)
                kept = carried if limit == "deductible" else 0
                paid = self._met_by(entry, limit, care) if is_first else kept
                carried = carried if is_first else 0
            counted = self._counted(entry, limit)
            paid += counted
            carried += counted if self._counts_twice(entry) else 0
            if counted > 0 and paid > total - 0.005:
                return date.fromisoformat(entry["date"])
        return None

    def _counted(self, entry: Mapping[str, Any], limit: str) -> float:
        """What a visit adds to a limit."""
        if limit == "deductible":
            return float(entry["deductible_usd"])
        beside = ("balance_usd", "not_covered_usd", "penalty_usd")
        return float(entry["patient_usd"] - sum(entry[part] for part in beside))

    def _met_by(self, first: Mapping[str, Any], limit: str, care: str) -> float:
        """What counts as paid toward a limit of a kind of care before a way's first visit."""
        if self._is_in_first_plan_year(first):
            return self.binding(care, limit)[1]
        # A first visit is at most in the plan year after.
        return self._late(care) if limit == "deductible" else 0

    def _is_in_first_plan_year(self, entry: Mapping[str, Any]) -> bool:
        """Whether a visit is in the plan year of the first day."""
        return self.plan_year({"date": self.inputs["start_date"]}) == self.plan_year(entry)

    def _late(self, care: str) -> float:
        """Of what was paid toward a deductible, what counts in the next plan year, too."""
        if not self.inputs["deductible_carries_over"]:
            return 0
        late = self.limit(care, "deductible_met_late_usd")
        return float(min(late, self.limit(care, "deductible_met_usd")))

    def _counts_twice(self, entry: Mapping[str, Any]) -> bool:
        """Whether a visit is in the last three months of its plan year, which may carry over."""
        begins = self.plan_year(entry)
        month = begins.month + 9
        year = begins.year + (month > 12)
        days = (begins.day, 30, 29, 28)
        last = next(filter(None, (_day(year, month - 12 * (month > 12), each) for each in days)))
        is_late = date.fromisoformat(entry["date"]) >= last
        return is_late and bool(self.inputs["deductible_carries_over"])

    def plan_year(self, entry: Mapping[str, Any]) -> date:
        month_day = self.inputs["plan_year_start"]
        start = date.fromisoformat(f"{entry['date'][:4]}-{month_day}")
        is_over = start > date.fromisoformat(entry["date"])
        return start.replace(year=start.year - 1) if is_over else start
