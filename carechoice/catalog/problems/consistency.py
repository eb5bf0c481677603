"""Whether the rows of all files fit together: what one names, another has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from carechoice.catalog.conditions import Condition
from carechoice.catalog.pathway_rows import WORKING_DAYS_PER_WEEK, PlannedPhase
from carechoice.catalog.problems.centre import centre_problems
from carechoice.catalog.problems.input_bounds import bounds_problems, why_unusable
from carechoice.catalog.problems.real_plans import real_plan_problems
from carechoice.catalog.rows import Parameter, Sourced
from carechoice.catalog.tables import KEYED, Catalog
from carechoice.catalog.values import NEXT_MONDAY, UnusableError, read_day

# The most that some figures can be, each with the reason.
MOST_OF: Mapping[tuple[str, str], tuple[int, str]] = {
    ("tries_beyond_percent", "value"): (
        49,
        "a range leaves out so many of 100 tries at each end",
    ),
    ("waking_hours_per_day", "value"): (24, "a day has no more hours"),
    ("iop_days_per_week", "high"): (WORKING_DAYS_PER_WEEK, "a week has no more working days"),
    ("afternoon_start", "value"): (16, "a program day of 8 hours would go on past midnight"),
    ("carry_over_months", "value"): (12, "a plan year has no more months"),
}
PARTS_OF_DAY = ("morning", "afternoon", "evening")


def inconsistencies(loaded: Catalog) -> Iterator[str]:
    """Sources, services, plans and fields that no file has; values that do not fit each other."""
    for place, source in _named_sources(loaded):
        if source not in loaded.sources:
            yield f"{place}, column source: there is no {source!r} in sources.csv."
    yield from loaded.inputs.problems()
    yield from real_plan_problems(loaded)
    yield from _unknown_services(loaded)
    yield from _unknown_figures(loaded)
    for recourse in loaded.recourses.values():
        yield from recourse.problems(loaded.figures)
    yield from _unknown_terms(loaded)
    yield from _unknown_phases(loaded)
    yield from _more_than_there_is(loaded)
    yield from _times_of_day_out_of_order(loaded)
    yield from bounds_problems(loaded)
    yield from _unusable_starts(loaded)
    yield from _unusable_days(loaded)
    yield from _unusable_conditions(loaded)
    for table, key, column, said in centre_problems(loaded):
        yield f"{table}.csv, row {repr(key) if key else 2}, column {column}: {said}"


def _unknown_services(loaded: Catalog) -> Iterator[str]:
    for level in loaded.levels.values():
        for column in ("includes", "may_include"):
            for service in getattr(level, column):
                if service not in loaded.services:
                    yield (
                        f"levels.csv, row {level.key!r}, column {column}: "
                        f"there is no {service!r} in services.csv."
                    )
    for feature in loaded.features.values():
        for service in feature.services:
            if service not in loaded.services:
                yield (
                    f"features.csv, row {feature.key!r}, column services: "
                    f"there is no {service!r} in services.csv."
                )


def _unknown_figures(loaded: Catalog) -> Iterator[str]:
    for study in loaded.research.values():
        for figure in study.figures:
            if figure not in loaded.figures or loaded.figures[figure].value is None:
                yield (
                    f"research.csv, row {study.key!r}, column figures: "
                    f"there is no {figure!r} with a value in figures.csv."
                )


def _unknown_terms(loaded: Catalog) -> Iterator[str]:
    stated: Counter[tuple[str, str]] = Counter(
        (term.plan, term.field) for term in loaded.plan_terms
    )
    for (plan, field), times in stated.items():
        if times > 1:
            yield (
                f"plan_terms.csv, row {plan!r} {field!r}, columns plan, field: the term stands "
                f"there {times} times. Keep one of them."
            )
    for term in loaded.plan_terms:
        place = f"plan_terms.csv, row {term.plan!r} {term.field!r}, column"
        row = loaded.parameters.get(term.field)
        if term.plan not in loaded.plans:
            yield f"{place} plan: there is no {term.plan!r} in plans.csv."
        if row is None:
            yield f"{place} field: there is no {term.field!r} in parameters.csv."
            continue
        yield from (f"{place} value: {why}" for why in why_unusable(row, term.value, loaded))


def _unknown_phases(loaded: Catalog) -> Iterator[str]:
    for path in loaded.paths.values():
        for phase in path.planned:
            why = _why_no_week(phase, loaded)
            if why:
                yield f"paths.csv, row {path.key!r}, column phases: {why}"
            field = loaded.inputs.by_care("length").get(phase.care)
            if field and not _is_length(phase.length, loaded.parameters[field], loaded):
                row = loaded.parameters[field]
                yield (
                    f"paths.csv, row {path.key!r}, column phases: {phase.length!r} is no length of "
                    f"{phase.care}. Write a whole number of {row.unit} from {row.minimum} to "
                    f"{row.maximum}, or the key of a number of {row.unit} in parameters.csv."
                )


def _why_no_week(phase: PlannedPhase, loaded: Catalog) -> str:
    """Why no week of a phase could be like its own week; "" if one can, or it has none.

    Its hours are those that the option with its kind of care can have.
    """
    asked = loaded.inputs.by_care("hours_per_week").get(phase.care)
    long = loaded.inputs.by_care("visit_length").get(phase.care)
    if phase.rhythm is None or asked is None or long is None:
        return ""
    visits, hours = phase.rhythm
    low, high = loaded.parameters[asked].bounds
    if hours is None:
        # A session takes an hour at most.
        is_week = low <= visits <= high
        return "" if is_week else f"write {low:g} to {high:g} sessions a week, not {visits:g}."
    least = loaded.figures.get("iop_least_day_hours")
    shortest = (least and least.value) or 0
    _, longest = loaded.parameters[long].bounds
    if shortest <= hours <= longest and visits <= WORKING_DAYS_PER_WEEK and visits * hours <= high:
        return ""
    return (
        f"write 1 to {WORKING_DAYS_PER_WEEK} days a week of {shortest:g} to {longest:g} hours, and "
        f"at most {high:g} hours a week, not {visits:g}x{hours:g}."
    )


def _is_length(length: str | int, option: Parameter, loaded: Catalog) -> bool:
    """Whether it is a number, or an input, as that which says how long an option is."""
    if isinstance(length, int):
        return option.is_number and option.bounds[0] <= length <= option.bounds[1]
    row = loaded.parameters.get(length)
    return row is not None and (row.kind, row.unit) == (option.kind, option.unit)


def _more_than_there_is(loaded: Catalog) -> Iterator[str]:
    """Figures above all there can be of them."""
    for (key, column), (most, why) in MOST_OF.items():
        row = loaded.figures.get(key)
        stated = row and getattr(row, column)
        if stated and stated > most:
            yield f"figures.csv, row {key!r}, column {column}: {why}. Write {most} or less."


def _times_of_day_out_of_order(loaded: Catalog) -> Iterator[str]:
    """Starts of a part of the day that is not after the one before it."""
    starts = [loaded.figures.get(f"{part}_start") for part in PARTS_OF_DAY]
    for earlier, later in pairwise(filter(None, starts)):
        if earlier.value and later.value and later.value <= earlier.value:
            yield (
                f"figures.csv, row {later.key!r}, column value: write a time after "
                f"{earlier.value:g}, where {earlier.key!r} is."
            )


def _unusable_starts(loaded: Catalog) -> Iterator[str]:
    for row in loaded.parameters.values():
        if not (row.is_number or row.default == NEXT_MONDAY):
            place = f"parameters.csv, row {row.key!r}, column default"
            yield from (f"{place}: {why}" for why in why_unusable(row, row.default, loaded))
    fixed = loaded.parameters.get("fixed_hours")
    for week in loaded.weeks.values():
        place = f"weeks.csv, row {week.key!r}, column fixed_hours"
        reasons = why_unusable(fixed, week.fixed_hours, loaded) if fixed else ()
        yield from (f"{place}: {why}" for why in reasons)


def _unusable_days(loaded: Catalog) -> Iterator[str]:
    for row in loaded.parameters.values():
        if row.kind == "date" and (why := _why_no_days(row)):
            yield f"parameters.csv, row {row.key!r}, columns minimum, maximum: {why}"


def _why_no_days(row: Parameter) -> str:
    try:
        first, last = map(read_day, (row.minimum, row.maximum))
    except UnusableError:
        return "write both as year-month-day, such as 2026-12-31."
    return "minimum must not be after maximum." if first > last else ""


def _unusable_conditions(loaded: Catalog) -> Iterator[str]:
    columns = {"parameters": ("needs", "disabled_when"), "recourses": ("needs",)}
    for table, column in ((table, each) for table, names in columns.items() for each in names):
        for key, row in getattr(loaded, table).items():
            place = f"{table}.csv, row {key!r}, column {column}"
            for condition in getattr(row, column):
                yield from (f"{place}: {why}" for why in _why_never(condition, loaded))


def _why_never(condition: Condition, loaded: Catalog) -> Iterator[str]:
    """Why a condition could not hold: only choices and switches have values to name."""
    row = loaded.parameters.get(condition.field)
    if row is None or not (row.is_picked or row.kind == "yes_no"):
        yield f"{condition.field!r} is no choice and no switch in parameters.csv."
        return
    values = loaded.options(row.key) if row.is_picked else ("yes", "no")
    for value in condition.values:
        if value not in values:
            yield f"{value!r} is no value of {condition.field!r}."


def _named_sources(loaded: Catalog) -> Iterator[tuple[str, str]]:
    """(file and row, source key) for every fact in the catalog."""
    for name, kind in KEYED.items():
        table: Mapping[str, Sourced] = getattr(loaded, name)
        for key, row in table.items() if issubclass(kind, Sourced) else ():
            yield from ((f"{name}.csv, row {key!r}", source) for source in row.source)
    for term in loaded.plan_terms:
        place = f"plan_terms.csv, row {term.plan!r} {term.field!r}"
        yield from ((place, source) for source in term.source)
