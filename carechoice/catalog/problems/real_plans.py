"""What is wrong with the rows on real plans, so that no plan could be drawn from them."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.catalog.real_plans import DEDUCTIBLE, MAXIMUM, Mix, RealPlanRow, RealPlans, RealTerm
from carechoice.catalog.rows import Parameter
from carechoice.catalog.tables import Catalog


def real_plan_problems(loaded: Catalog) -> Iterator[str]:
    """A sentence for each problem; combinations are checked only if each row is right by itself."""
    real = loaded.real
    alone = [*_parts(real), *_rows(loaded)]
    yield from alone or (*_deductibles(real), *_gaps(real))


def _parts(real: RealPlans) -> Iterator[str]:
    """Parts that name other fields than they may."""
    before: dict[str, str] = {}
    seen: set[str] = set()
    for part, rows in real.parts.items():
        fields = {frozenset(term.field for term in row.terms) for row in rows}
        if len(fields) > 1 or part in seen:
            yield (
                f"real_plans.csv, column part: the rows of {part!r} must follow each other and "
                "name the same fields."
            )
        seen.add(part)
        for field in sorted(frozenset[str]().union(*fields)):
            if before.setdefault(field, part) != part:
                yield (
                    f"real_plans.csv, column terms: {field!r} stands in the part {before[field]!r} "
                    "already."
                )
    for field in (DEDUCTIBLE, MAXIMUM):
        if field not in before:
            yield (
                f"real_plans.csv, columns part, terms: no row says what {field!r} is, which every "
                "plan needs. Add a part with it."
            )


def _rows(loaded: Catalog) -> Iterator[str]:
    """Rows that name something unknown, or give a value that an input cannot have."""
    before: set[str] = set()
    for part, rows in loaded.real.parts.items():
        for row in rows:
            place = f"real_plans.csv, row {row.key!r}, column"
            yield from (f"{place} within: {why}" for why in _strange_within(row, before, loaded))
            for term in row.terms:
                if why := _why_strange(term, loaded.parameters.get(term.field)):
                    yield f"{place} terms: {why}"
        before.add(part)


def _strange_within(row: RealPlanRow, before: set[str], loaded: Catalog) -> Iterator[str]:
    for condition in row.within:
        known = {each.key for each in loaded.real.parts.get(condition.field, ())}
        if condition.field not in before or not known.issuperset(condition.values):
            yield (
                f"{condition.field!r} is no part that stands before it, with the rows "
                f"{', '.join(condition.values)}."
            )


def _why_strange(term: RealTerm, row: Parameter | None) -> str:
    """Why the input could not be as the term says; nothing where it could."""
    field, low, high, is_yes_or_no = term
    if row is None:
        return f"there is no {field!r} in parameters.csv."
    if not row.is_number:
        is_right = row.kind == "yes_no" and is_yes_or_no and low == high
        return "" if is_right else f"{field!r} is yes or no, and no number."
    if is_yes_or_no:
        return f"{field!r} is a number, and not yes or no."
    if low > high:
        return f"{field!r} goes from {low:g} down to {high:g}. Write the low end first."
    least, most = row.bounds
    strange = next((value for value in (low, high) if not least <= value <= most), None)
    if strange is None:
        return ""
    return f"{field!r} can be {least:g} to {most:g}, and {strange:g} is not."


def _deductibles(real: RealPlans) -> Iterator[str]:
    """Deductibles above every maximum, so that few or no plans with them are drawn."""
    _, highest = real.ends(MAXIMUM)
    for row in real.parts[real.part_of[DEDUCTIBLE]]:
        for term in row.terms:
            if term.field == DEDUCTIBLE and term.high > highest:
                yield (
                    f"real_plans.csv, row {row.key!r}, column terms: a deductible of "
                    f"{term.high:g} is above every maximum here. The highest is {highest:g}."
                )


def _gaps(real: RealPlans) -> Iterator[str]:
    """The first part that plans with the parts before it can have no variant of."""
    mixes = [Mix({}, 1)]
    for part, variants in real.parts.items():
        with_part = [list(mix.with_each(part, variants)) for mix in mixes]
        for mix, fitting in zip(mixes, with_part, strict=True):
            if not fitting:
                yield (
                    f"real_plans.csv, column within: of the part {part!r} no row can be with "
                    f"{', '.join(mix.variants.values())}. Add one."
                )
                return
        mixes = [each for fitting in with_part for each in fitting]
