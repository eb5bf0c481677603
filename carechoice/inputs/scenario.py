"""The input: everything the person chose, frozen; to and from URL and JSON."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from carechoice.catalog.in_use import catalog
from carechoice.catalog.inputs import Role
from carechoice.catalog.rows import Care
from carechoice.catalog.tables import OWN_PLAN
from carechoice.catalog.values import (
    NEXT_MONDAY,
    write,
)
from carechoice.inputs.centre_terms import NO_PAYER, NO_PROGRAM, first_start
from carechoice.inputs.parts import (
    PLACES,
    BesideThePrice,
    ComparedPathways,
    FamilyLimits,
    Met,
    NetworkLimits,
    OfCentre,
    Origins,
    OtherPlan,
    PlanTerms,
    Program,
    ServiceTerms,
    Therapy,
    View,
    Week,
)
from carechoice.inputs.read_value import UnusableValueError, next_monday, read_value
from carechoice.inputs.stated_values import (
    WAYS_OF_PAYING,
    all_stated,
    defaults,
    following,
    given_in,
    said,
    settled,
    stated,
)

NO_PATHWAY = "off"
IN_NETWORK = "in"
OUT_OF_NETWORK = "oon"
# A time that shows as it is in any calendar, whatever its time zone.
FLOATING = "floating"
EXPLORE, TOGETHER, PRESENT = "explore", "together", "present"


@dataclass(frozen=True, slots=True)
class Problem:
    """A given value that cannot be used: the field, what was given, and why, as a phrase.

    ``plainly`` is the reason for those who read pages, where it is said in other words to them.
    """

    field: str
    given: str
    reason: str
    plainly: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A scenario read from outside, and what of it could not be used."""

    scenario: Scenario
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What the person chose. An input goes by its key in parameters.csv wherever it is named.

    Money is in dollars, shares in percent. Nothing writes into a scenario; a variation is a
    copy (``but``).
    """

    centre: OfCentre
    therapy: Therapy
    iop: Program
    start_date: date
    plan: PlanTerms
    met: Met
    beside: BesideThePrice
    origins: Origins
    compared: ComparedPathways
    other_plan: OtherPlan
    week: Week
    view: View

    @classmethod
    def default(cls, today: date) -> Scenario:
        """The scenario the page opens with on ``today``."""
        return cls.from_query({}, today=today).scenario

    @classmethod
    def with_nothing_picked(cls, today: date) -> Scenario:
        """The scenario of someone who picks no program and no payer of the centre."""
        return cls.from_query({"program": NO_PROGRAM, "payer": NO_PAYER}, today=today).scenario

    @classmethod
    def from_query(cls, query: Mapping[str, str], *, today: date) -> Reading:
        """Read URL parameters. What is missing or unusable takes its default, and is named.

        The defaults of the insurance fields and prices are those of the example plan asked
        for; a given value that differs from them makes the plan the person's own.
        """
        return cls.from_pairs(query.items(), today=today)

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[str, str]], *, today: date) -> Reading:
        """Read URL parameters as they stand in the address, where one can stand twice.

        A field given more than once is not used: no one can know which value is meant. Nor is a
        start that is another one on another day.
        """
        pairs = list(pairs)
        times = Counter(field for field, _ in pairs)
        given: dict[str, Any] = {}
        problems: dict[str, Problem] = {}
        for field, text in pairs:
            try:
                if times[field] > 1:
                    raise UnusableValueError(catalog().say("problem.repeated"))
                given[field] = read_value(field, "" if text == NEXT_MONDAY else text, today=today)
            except UnusableValueError as error:
                problems[field] = Problem(field, text, str(error), error.plainly)
        values = settled(_with_ours(given, today))
        own = _said_in_link(given, next_monday(today))
        scenario = cls.holding({**values, "said": said(own, values)})
        return Reading(scenario, tuple(problems.values()))

    @classmethod
    def holding(cls, values: Mapping[str, Any]) -> Scenario:
        """The scenario that has these values of all inputs, which are usable."""
        parts = _by_part((field, values[field]) for field in FIELDS)
        return cls(
            centre=OfCentre(**parts["centre"]),
            therapy=Therapy(**parts["therapy"]),
            iop=Program(**parts["iop"]),
            plan=PlanTerms(
                therapy=ServiceTerms(**parts["plan.therapy"]),
                iop=ServiceTerms(**parts["plan.iop"]),
                other_network=NetworkLimits(**parts["plan.other_network"]),
                family=FamilyLimits(**parts["plan.family"]),
                **parts["plan"],
            ),
            met=Met(**parts["met"]),
            beside=BesideThePrice(**parts["beside"]),
            origins=Origins(**parts["origins"]),
            compared=ComparedPathways(**parts["compared"]),
            other_plan=OtherPlan(**parts["other_plan"]),
            week=Week(**parts["week"]),
            view=View(**parts["view"]),
            **parts[""],
        )

    @classmethod
    def from_values(cls, values: Mapping[str, Any], *, today: date) -> Scenario:
        """The scenario that widgets hold; a value out of bounds or missing takes its default."""
        query = {field: write(value) for field, value in values.items()}
        return cls.from_query(query, today=today).scenario

    def of(self, role: Role, care: Care) -> Any:
        """What has this part in the bill of a kind of care: its price, the hours a week, ..."""
        return self.value(field_of(role, care))

    def value(self, field: str) -> Any:
        """The value of an input."""
        return _GETTERS[field](self)

    def but(self, **values: Any) -> Scenario:
        """The scenario with these values of inputs in place of its own."""
        changed = _by_part(values.items())
        for part in _INNER_PARTS_FIRST:
            if part in changed:
                around, _, name = part.rpartition(".")
                changed[around][name] = _PARTS[part](self)._replace(**changed.pop(part))
        return replace(self, **changed[""])

    @property
    def given(self) -> frozenset[str]:
        """The fields whose value the person or the plan itself gave; all others are ours."""
        return given_in(self.origins._asdict())

    def to_values(self) -> dict[str, Any]:
        """Field names and values, as the widgets hold them."""
        return {field: value_of(self) for field, value_of in _GETTERS.items()}

    def numbers(self) -> dict[str, float]:
        """The values of the inputs that are numbers."""
        rows = catalog().parameters
        return {field: value for field, value in self.to_values().items() if rows[field].is_number}

    def to_query(self) -> dict[str, str]:
        """Every field as URL parameters, also those that equal their default."""
        return {field: write(value) for field, value in self.to_values().items()}

    def to_short_query(self, *, read_on: date | None = None) -> dict[str, str]:
        """The URL parameters of what is not ours: what the address shows.

        Our first day is another one next week, so that day always goes along. It
        stands at the end, and whose the values are at the beginning, which tells an address that
        was cut short from one that a person wrote. ``read_on`` is the day that who reads them takes
        our first day from, if that is known; what says so begins with it.
        """
        query = self.to_query()
        first_day = query.pop("start_date")
        query.pop("said")
        if self.plan.key != OWN_PLAN:
            # An example plan that holds as it is names itself.
            query.pop("filled_by")
        ours, given, said_by_name = defaults(date.min), self.given, {*catalog().options("said")}
        differing = {
            field: text
            for field, text in query.items()
            if field in given or (field not in said_by_name and self.value(field) != ours[field])
        }
        short = {**differing, "start_date": first_day}
        marked = {"said": "", **short} if differing and read_on is None else short
        # A week before it: a Monday is then the first day that the page begins with.
        day = read_on or self.start_date - timedelta(weeks=1)
        read = Scenario.from_query(marked, today=day).scenario
        # Where what is given is not just what the person gave, that goes along too.
        if read.origins.said == self.origins.said:
            return marked
        return {"said": write(self.origins.said), **short}

    def to_json(self) -> str:
        """The scenario as a JSON object; dates are written year-month-day."""
        lists = {field: write(self.value(field)) for field in ("confirmed", "said", "topics")}
        values = self.to_values() | lists
        return json.dumps(values, default=write)


FIELDS = tuple(PLACES)
_GETTERS = {field: attrgetter(place) for field, place in PLACES.items()}
# The part that each input stands in, and its name there; "" is the scenario itself.
_STANDS_IN = {field: place.rpartition(".")[::2] for field, place in PLACES.items()}
_INNER_PARTS_FIRST = sorted({part for part, _ in _STANDS_IN.values() if part}, reverse=True)
_PARTS = {part: attrgetter(part) for part in _INNER_PARTS_FIRST}


def _by_part(values: Iterable[tuple[str, Any]]) -> dict[str, dict[str, Any]]:
    """The values of inputs by the part that they stand in, and their name there."""
    parts: dict[str, dict[str, Any]] = defaultdict(dict)
    for field, value in values:
        part, name = _STANDS_IN[field]
        parts[part][name] = value
    return parts


def field_of(role: Role, care: Care) -> str:
    """The field that has this part in the bill of a kind of care, as parameters.csv says."""
    return catalog().inputs.of(role, care)


def _with_ours(given: Mapping[str, Any], today: date) -> dict[str, Any]:
    """A value for each field: what is given, else what a row of ours states beside it."""
    values: dict[str, Any] = {**defaults(today), **given}
    if values["plan"] != OWN_PLAN:
        values["filled_by"] = values["plan"]
    for way in WAYS_OF_PAYING:
        values[way] = given.get(way, stated(way, values))
    ours, kept = all_stated(values), {*given, *following(values)}
    values |= {field: ours[field] for field in catalog().options("said") if field not in kept}
    values |= following(values, beside=given)
    # A program that begins on some days only has the next of these.
    start = first_start(values["program"], on_or_after=values["start_date"])
    return values | {"start_date": start} if start and "start_date" not in given else values


def _said_in_link(given: Mapping[str, Any], ours: date) -> Iterable[str]:
    """What a link's writer gave: as the link says, else all that stands in it.

    But for ``ours``, the first day that the page begins with, which each address hands on.
    """
    if "said" in given:
        return set(given["said"]) & set(given)
    return (name for name, value in given.items() if (name, value) != ("start_date", ours))
