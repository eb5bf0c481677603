"""Bounds, steps and starting values of inputs: those that no bill could be worked out with."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator

from carechoice.catalog.rows import MOST, Parameter
from carechoice.catalog.tables import Catalog
from carechoice.catalog.values import UnusableError, read, to_smallest_part, write


def bounds_problems(loaded: Catalog) -> Iterator[str]:
    """What is wrong with the numbers of parameters.csv; the bounds of an input before its values.

    How long care can go on, and how high a price can be, is told where all bounds are right.
    """
    lengths = _lengths_of_care(loaded)
    wrong = False
    for row in loaded.parameters.values():
        for column, why in _why_no_number(row, lengths, loaded) if row.is_number else ():
            wrong = True
            yield f"parameters.csv, row {row.key!r}, column {column}: {why}"
    if not wrong:
        yield from _endless_courses(loaded)
        yield from _prices_below_charges(loaded)


def why_unusable(row: Parameter, text: str, loaded: Catalog) -> Iterator[str]:
    """Why an input cannot have the value that is written so; nothing where it can."""
    try:
        read(row, text, loaded.options(row.key))
    except UnusableError as error:
        yield f"{text!r} cannot be used: {loaded.say(error.reason, **error.blanks)}."


def _why_no_number(
    row: Parameter, lengths: Collection[str], loaded: Catalog
) -> Iterator[tuple[str, str]]:
    """Columns of an input that hold a number it cannot have, each with the reason."""
    bounds = list(_why_no_bounds(row, loaded, is_length=row.key in lengths))
    if bounds:
        yield from bounds
        return
    stated = {"default": float(row.default), "low": row.low, "high": row.high}
    for column, number in stated.items():
        if number is not None:
            text = row.default if column == "default" else write(number)
            yield from ((column, why) for why in why_unusable(row, text, loaded))
    if row.low is not None and row.high is not None and row.low > row.high:
        yield "low", f"{row.low:g} is above the high of {row.high:g}. Correct one of them."


def _why_no_bounds(
    row: Parameter, loaded: Catalog, *, is_length: bool
) -> Iterator[tuple[str, str]]:
    least, most = row.bounds
    numbers = {"minimum": least, "maximum": most, "step": row.step}
    if least > most:
        yield "minimum", f"{least:g} is above the maximum of {most:g}. Correct one of them."
    elif row.step > most - least > 0:
        said = f"a step of {row.step:g} leads beyond the maximum. Write at most {most - least:g}."
        yield "step", said
    if is_length and not least:
        yield "minimum", "there is no care of no length. Write a number above 0."
    if most > (there_are := MOST.get(row.unit, math.inf)):
        said = f"there are at most {there_are} {row.unit}. Write {there_are} or less."
        yield "maximum", said
    for column, number in numbers.items():
        if row.kind == "count" and not number.is_integer():
            yield column, f"{row.unit} are counted. Write a whole number."
        elif to_smallest_part(row, number) != number:
            yield column, f"{write(number)!r}: {loaded.say(f'problem.part.{row.unit}')}."


def _lengths_of_care(loaded: Catalog) -> frozenset[str]:
    """Inputs that say how long a visit, a week or all of care is."""
    inputs = loaded.inputs
    of_a_week = inputs.by_care("hours_per_week").values()
    of_a_visit = inputs.by_care("visit_length").values()
    return frozenset({*of_a_week, *of_a_visit, *_lengths_of_courses(loaded)})


def _lengths_of_courses(loaded: Catalog) -> Iterator[str]:
    """Inputs that say how long care goes on: an option, or a phase of a pathway."""
    yield from loaded.inputs.by_care("length").values()
    phases = (phase.length for path in loaded.paths.values() for phase in path.planned)
    yield from (length for length in phases if isinstance(length, str))


def _prices_below_charges(loaded: Catalog) -> Iterator[str]:
    """Prices that cannot be as high as the charge, which stands for them without insurance."""
    prices = loaded.inputs.by_care("price")
    for care, charge in loaded.inputs.by_care("charge").items():
        _, most = loaded.parameters[charge].bounds
        if loaded.parameters[prices[care]].bounds[1] < most:
            yield (
                f"parameters.csv, row {prices[care]!r}, column maximum: without insurance a charge "
                f"is the price, so write {write(most)}, the maximum of {charge!r}, or more."
            )


def _endless_courses(loaded: Catalog) -> Iterator[str]:
    """Inputs that say how long care goes on, where their maximum is longer than any course."""
    longest = loaded.figures.get("longest_course_weeks")
    if longest is None or longest.value is None:
        return
    for field in dict.fromkeys(_lengths_of_courses(loaded)):
        row = loaded.parameters.get(field)
        if row is None or not row.is_number:
            continue
        most = math.floor(longest.value * _fewest_a_week(row, loaded))
        if row.bounds[1] > most:
            yield (
                f"parameters.csv, row {field!r}, column maximum: {row.bounds[1]:.0f} {row.unit} "
                f"can take more than {longest.value:g} weeks ('longest_course_weeks' in "
                f"figures.csv). Write at most {most}."
            )


def _fewest_a_week(row: Parameter, loaded: Catalog) -> float:
    """How many of its unit are in a week at least: a session takes an hour at most."""
    asked = loaded.inputs.by_care("hours_per_week").get("therapy")
    if row.unit != "sessions" or asked is None:
        return 1
    return loaded.parameters[asked].bounds[0]
