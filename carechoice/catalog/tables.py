"""Everything in data/ as typed rows, by file and key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Any, ParamSpec, TypeVar

from carechoice.catalog.bill_rows import BillingCode, WorkedBill
from carechoice.catalog.centre.centre import OF_A_CENTRE, Centre, Own
from carechoice.catalog.decision_rows import Aspect, AuditItem, Feature, Recourse, Study, Topic
from carechoice.catalog.inputs import Inputs
from carechoice.catalog.pathway_rows import PathwayRow, PlannedPathway
from carechoice.catalog.real_plans import RealPlanRow, RealPlans
from carechoice.catalog.rows import (
    CARES,
    CrisisLine,
    ExampleWeek,
    Figure,
    Level,
    Parameter,
    Plan,
    PlanTerm,
    Price,
    Record,
    ReleaseNote,
    Row,
    Service,
    Source,
    Term,
    Tracker,
)
from carechoice.catalog.weekdays import CHOICES
from carechoice.catalog.words import Phrase, columns_of_words, key_of

Given = ParamSpec("Given")
Told = TypeVar("Told")

# The days that every year has, as month-day; 2027 has no February 29.
DAYS_OF_A_YEAR = tuple(
    f"{date(2027, 1, 1) + timedelta(days=number):%m-%d}" for number in range(365)
)
# What an input of these kinds can be, beside the options in its own row.
OF_KIND: Mapping[str, tuple[str, ...]] = {"day_of_year": DAYS_OF_A_YEAR, "weekdays": CHOICES}
# A program of the centre beside the one that was picked, by the input that chooses it: how the key
# of its pathway begins. So a key tells the place of the pathway, and with it the colour.
BESIDE: Mapping[str, str] = {"third_path": "program_", "fourth_path": "also_"}
# What stands for that key in the keys of its words, which have its {name} as a blank.
ANY_PROGRAM = "a_program"
# The plan that is no example.
OWN_PLAN = "own"
# Paid without a plan: a way of paying, and the price list that goes with it.
SELF_PAY = "self_pay"

# The tables whose rows have a key: the file's name without .csv, and what a row looks like.
KEYED: Mapping[str, type[Row]] = {
    "parameters": Parameter,
    "prices": Price,
    "plans": Plan,
    "real_plans": RealPlanRow,
    "figures": Figure,
    "levels": Level,
    "services": Service,
    "features": Feature,
    "topics": Topic,
    "audit": AuditItem,
    "aspects": Aspect,
    "research": Study,
    "recourses": Recourse,
    "worked_bills": WorkedBill,
    "crisis": CrisisLine,
    "paths": PathwayRow,
    "weeks": ExampleWeek,
    "glossary": Term,
    "sources": Source,
    "release": ReleaseNote,
    "billing_codes": BillingCode,
    "trackers": Tracker,
}
TABLES: Mapping[str, type[Record]] = {
    **KEYED,
    "plan_terms": PlanTerm,
    "centre": Centre,
    **OF_A_CENTRE,
}
# Those that other tables and the pages rest on: without rows here, nearly everything is wrong.
NEVER_EMPTY = {
    "billing_codes",
    "crisis",
    "figures",
    "levels",
    "parameters",
    "paths",
    "plans",
    "prices",
    "real_plans",
    "release",
    "services",
    "sources",
}


@dataclass(frozen=True, eq=False, repr=False)
class Catalog:
    """Everything in data/ in one language, in the order of the files. Mappings are by ``key``.

    ``words`` has every text by its key, those of rows too; ``locale`` is language and region.
    ``mark`` is another once a centre's own folder says something else; "" without such a folder.
    """

    parameters: Mapping[str, Parameter]
    prices: Mapping[str, Price]
    plans: Mapping[str, Plan]
    real_plans: Mapping[str, RealPlanRow]
    plan_terms: tuple[PlanTerm, ...]
    figures: Mapping[str, Figure]
    levels: Mapping[str, Level]
    services: Mapping[str, Service]
    features: Mapping[str, Feature]
    topics: Mapping[str, Topic]
    audit: Mapping[str, AuditItem]
    aspects: Mapping[str, Aspect]
    research: Mapping[str, Study]
    recourses: Mapping[str, Recourse]
    worked_bills: Mapping[str, WorkedBill]
    crisis: Mapping[str, CrisisLine]
    paths: Mapping[str, PathwayRow]
    weeks: Mapping[str, ExampleWeek]
    glossary: Mapping[str, Term]
    sources: Mapping[str, Source]
    release: Mapping[str, ReleaseNote]
    billing_codes: Mapping[str, BillingCode]
    trackers: Mapping[str, Tracker]
    centre: Centre
    own: Own
    words: Mapping[str, Phrase]
    locale: str
    mark: str = ""
    _memories: dict[Callable[..., Any], Callable[..., Any]] = field(
        default_factory=dict, init=False, repr=False
    )

    @cached_property
    def inputs(self) -> Inputs:
        """What the inputs are to each other."""
        return Inputs(self.parameters)

    @cached_property
    def real(self) -> RealPlans:
        """What real plans have."""
        return RealPlans(self.real_plans)

    @cached_property
    def released(self) -> Mapping[str, str]:
        """What release.csv says of the data, by key: version, days and locale, all as text."""
        return {key: row.value for key, row in self.release.items()}

    def say(self, key: str, **values: object) -> str:
        """The sentence under ``key`` with its {blanks} filled.

        Raises KeyError when there is no such sentence or a blank has no value.
        """
        if key not in self.words:
            return self._said_of_a_program(key, values)
        return self.words[key].text.format_map(values)

    def _said_of_a_program(self, key: str, values: Mapping[str, object]) -> str:
        """What is said of any program of the centre, with the name of the one in the key.

        A pathway that the program is a part of may have no words with its name, but its own.
        """
        parts = key.split(".")
        pathway = next((part for part in parts if self.program_of(part)), None)
        if pathway is None:
            raise KeyError(key)
        of_any = ".".join(ANY_PROGRAM if part == pathway else part for part in parts)
        if of_any not in self.words:
            return self.say(".".join(part for part in parts if part != pathway), **values)
        name = self.own.programs[self.program_of(pathway)].name_in_sentence
        return self.say(of_any, **{**values, "name": name})

    def memory_of(self, function: Callable[Given, Told], most: int | None) -> Callable[Given, Told]:
        """The function with a memory that is kept with this catalog (``in_use.remembered``)."""
        memory = self._memories.get(function)
        if memory is None:
            memory = self._memories.setdefault(function, lru_cache(most)(function))
        return memory

    def price(self, price_list: str, care: str, minutes: int) -> Price:
        """The price row of a kind of care in a price list; ``minutes`` counts for therapy only."""
        return self._prices_by_use[price_list, care, minutes if care == "therapy" else None]

    @cached_property
    def lengths_with_a_price(self) -> Mapping[str, str]:
        """The inputs that say how long a visit is where each length has a price: by their price."""
        of = self.inputs.of
        by_length = {row.service for row in self.prices.values() if row.minutes}
        return {of("visit_length", care): of("price", care) for care in by_length}

    @cached_property
    def _prices_by_use(self) -> Mapping[tuple[str, str, int | None], Price]:
        return {(row.price_list, row.service, row.minutes): row for row in self.prices.values()}

    @cached_property
    def pathways(self) -> Mapping[str, PlannedPathway]:
        """Every pathway: those of paths.csv, and the centre's programs beside another."""
        planned = {key: row.planned for key, row in self.paths.items()}
        return {key: PlannedPathway(phases) for key, phases in planned.items()} | {
            f"{beginning}{program}": PlannedPathway(planned.get("iop", ()), program)
            for beginning in BESIDE.values()
            for program in self.own.programs
        }

    def program_of(self, pathway: str) -> str:
        """The program of the centre that a pathway beside the picked one has; "" for any other."""
        planned = self.pathways.get(pathway)
        return planned.program if planned else ""

    @cached_property
    def third_pathways(self) -> tuple[str, ...]:
        """The pathways of paths.csv beside the two options, in the order of the file."""
        return tuple(key for key in self.paths if key not in CARES)

    def options(self, field: str) -> tuple[str, ...]:
        """The keys a choice can take, in the order they are offered."""
        return self._options[field]

    @cached_property
    def _options(self) -> Mapping[str, tuple[str, ...]]:
        """A page asks for the options of each of its choices at every run."""
        own_rows = {
            field: (*row.options, *self._elsewhere(row)) for field, row in self.parameters.items()
        }
        return {field: tuple(dict.fromkeys(keys)) for field, keys in own_rows.items()} | {
            "plan": tuple(self.plans),
            "filled_by": tuple(self.plans),
            "topics": tuple(self.topics),
            "said": self._said,
        }

    def _elsewhere(self, row: Parameter) -> tuple[str, ...]:
        return OF_KIND.get(row.kind) or self.rows_to_choose(row.key)

    def rows_to_choose(self, field: str) -> tuple[str, ...]:
        """The keys of rows that a choice offers beside the options in its own row."""
        return self._rows_to_choose.get(field, ())

    @cached_property
    def _rows_to_choose(self) -> Mapping[str, tuple[str, ...]]:
        of_programs = [key for key, planned in self.pathways.items() if planned.program]
        beside = {
            field: tuple(key for key in of_programs if key.startswith(beginning))
            for field, beginning in BESIDE.items()
        }
        return {
            **beside,
            "other_plan": tuple(key for key in self.plans if key != OWN_PLAN),
            "third_path": (*self.third_pathways, *beside["third_path"]),
            "program": tuple(self.own.programs),
            "payer": tuple(self.own.coverages),
        }

    @cached_property
    def _said(self) -> tuple[str, ...]:
        return tuple(key for key, row in self.parameters.items() if row.is_said)

    def is_tracker(self, name: str) -> bool:
        """Whether a parameter of a link was added by others to see who followed it."""
        lower = name.lower()
        return lower in self.trackers or lower.startswith(self._tracker_beginnings)

    @cached_property
    def _tracker_beginnings(self) -> tuple[str, ...]:
        return tuple(key.removesuffix("*") for key in self.trackers if key.endswith("*"))

    def terms_of(self, plan: str) -> Mapping[str, PlanTerm]:
        """The inputs that an example plan sets, by field; all others have their default."""
        return self._terms_by_plan.get(plan, {})

    def term(self, plan: str, field: str) -> PlanTerm | None:
        """The value that an example plan sets for an input, or None."""
        return self.terms_of(plan).get(field)

    @cached_property
    def _terms_by_plan(self) -> Mapping[str, Mapping[str, PlanTerm]]:
        return {
            plan: {term.field: term for term in self.plan_terms if term.plan == plan}
            for plan in self.plans
        }


def words_of_rows(data: Catalog) -> frozenset[str]:
    """The keys under which the rows of the data have words of their own, or may have them."""
    tables = {name: getattr(data, name).values() for name in KEYED}
    return frozenset(
        key_of(table, dict(row), column)
        for table, rows in {**tables, "plan_terms": data.plan_terms}.items()
        for row in rows
        for column in columns_of_words(type(row))
    )
