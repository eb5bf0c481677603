"""What the code asks of the data beyond what one row can say, checked before the server starts.

A centre's own files may load row by row and still lack a text, a price or a plan that a page
asks for. It is said at the start, with the file, and not at a person's first click.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product

from babel import UnknownLocaleError

from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.problems.marks import marked
from carechoice.catalog.rows import CARES, Parameter
from carechoice.catalog.tables import (
    ANY_PROGRAM,
    BESIDE,
    OWN_PLAN,
    SELF_PAY,
    Catalog,
    words_of_rows,
)
from carechoice.catalog.values import write
from carechoice.catalog.words import WORDS, blanks_of, language_of
from carechoice.inputs.read_value import read_value
from carechoice.inputs.scenario import FIELDS, NO_PATHWAY, Scenario
from carechoice.language.formats import OTHER, UNITS, plural_forms
from carechoice.web.checks.choices import choice_needs
from carechoice.web.checks.release import release_problems

# Choices whose options are rows, which bring their own words.
NAMED_BY_THEMSELVES = ("plan", "other_plan", "filled_by", "program", "payer", *BESIDE)
# Where a number stands with its unit: beside the framework's slider, and in a field to type into.
UNIT_KINDS = ("slider", "field")


def unmet(data: Catalog, shipped: Catalog) -> list[str]:
    """One sentence for each thing missing, measured against the data we ship."""
    return [
        *_missing_words(data, shipped),
        *_missing_rows(data, shipped),
        *_gaps_between_levels(data),
        *_strange_pathways(data),
        *choice_needs(data, shipped),
        *_wrong_blanks(data, shipped),
        *_missing_prices(data),
        *_missing_codes(data),
        *_foreign_terms(data),
        *release_problems(data),
        *marked(data, shipped),
    ]


def unsettled_defaults(data: Catalog) -> list[str]:
    """Inputs whose starting value is not that of the plan they start from.

    The help of an input names its own, so the two must agree.
    """
    with using(data):
        return list(_unsettled_defaults())


def _unsettled_defaults() -> Iterator[str]:
    # What is picked of a centre fills in what the centre states, and no input's own value.
    start = Scenario.with_nothing_picked(date.min)
    rows = catalog().parameters
    for field in (each for each in catalog().options("said") if rows[each].section != "centre"):
        filled = start.value(field)
        if filled != read_value(field, rows[field].default, today=date.min):
            yield (
                f"parameters.csv, row {field!r}, column default: the plan the page starts with "
                f"fills in {write(filled)}. Make the two the same."
            )


def _missing_words(data: Catalog, shipped: Catalog) -> Iterator[str]:
    for key in _needed_words(data, shipped):
        if key not in data.words and not _is_spared(key, data):
            yield (
                f"{WORDS}/{language_of(data.locale)}: the words under {key!r} are missing. "
                "Add a row with this key to a file there."
            )


def _is_spared(key: str, data: Catalog) -> bool:
    """Whether words name the program in a third pathway, which has words without its name, too."""
    parts = key.split(".")
    return ANY_PROGRAM in parts and not {*parts}.isdisjoint(data.third_pathways)


def _missing_rows(data: Catalog, shipped: Catalog) -> Iterator[str]:
    needed = {
        "figures.csv": (data.figures, shipped.figures),
        "levels.csv": (data.levels, shipped.levels),
        "release.csv": (data.release, shipped.release),
        "crisis.csv": (data.crisis, ("lifeline", "emergency")),
        "plans.csv": (data.plans, (OWN_PLAN,)),
        "parameters.csv": (data.parameters, FIELDS),
    }
    for name, (rows, keys) in needed.items():
        for key in keys:
            if key not in rows:
                yield f"{name}, column key: the row {key!r} is missing. Add it."
    for key, row in shipped.figures.items():
        if row.value is not None and key in data.figures and data.figures[key].value is None:
            yield (
                f"figures.csv, row {key!r}, column value: the cell is empty, and pages need a "
                "number there. Fill it in."
            )
    for key in data.parameters.keys() - set(FIELDS):
        yield f"parameters.csv, row {key!r}, column key: there is no such input. Remove the row."


def _gaps_between_levels(data: Catalog) -> Iterator[str]:
    """Levels go by hours a week from 0 on: each begins where the one before it ends."""
    begins: float | None = 0
    for key, row in data.levels.items():
        least = row.minimum_hours_per_week
        if least is None:
            continue
        if least != begins:
            begin = "is left open by the level before it" if begins is None else f"is {begins:g}"
            yield (
                f"levels.csv, row {key!r}, column minimum_hours_per_week: {least:g} stands there, "
                f"and where this level begins {begin}. Make the two the same."
            )
        begins = row.below_hours_per_week


def _needed_words(data: Catalog, shipped: Catalog) -> dict[str, str]:
    """The key of each text that sentences need, and of ours that says the same.

    What is counted is needed in every form of the language of the data, and what a row is called in
    sentences for every row, also for those that a centre adds. Rows need their own words, without
    which they do not load.
    """
    counted = {unit: f"{unit}.{OTHER}" for unit in UNITS}
    ours = {f"{unit}.{form}" for unit in UNITS for form in _forms(shipped)}
    theirs = {f"{unit}.{form}": counted[unit] for unit in UNITS for form in _forms(data)}
    not_kept = ours | words_of_rows(shipped)
    kept = {key: key for key in shipped.words if key not in not_kept}
    return {**_asked_by_rows(data), **_asked_by_pathways(data, shipped), **kept, **theirs}


def _asked_by_rows(data: Catalog) -> dict[str, str]:
    """The key of each text that is asked for by what stands in rows, and of one of ours like it.

    They name a row or a choice in a sentence, or go by a length of a session or a unit.
    """
    lists = {row.price_list for row in data.prices.values()}
    levels = data.levels.items()
    by_hours = [key for key, level in levels if level.minimum_hours_per_week is not None]
    choices = [
        (f"{field}.{option}", f"{field}.{row.default}")
        for field, row in data.parameters.items()
        if row.kind == "choice" and field not in NAMED_BY_THEMSELVES
        for option in data.options(field)
    ]
    units = {row.unit for row in data.parameters.values() if row.is_number}
    return {
        **{f"unit.{kind}.{each}": f"unit.{kind}.hours" for kind in UNIT_KINDS for each in units},
        **{f"price_list.{each}": "price_list.negotiated" for each in lists},
        **{f"features.service.{each}": "features.service.group" for each in data.services},
        **{f"level.name.{each}": "level.name.iop" for each in by_hours},
        **{f"included.head.{each}": "included.head.php" for each in data.levels},
        **dict(choices),
    }


def _asked_by_pathways(data: Catalog, shipped: Catalog) -> dict[str, str]:
    """The key of each text that is asked for by the name of a third pathway, and of ours like it.

    Whatever our words say of our first third pathway, they say of each.
    """
    ours, of_rows = shipped.third_pathways[0], words_of_rows(shipped)
    said = [key.split(".") for key in shipped.words if key not in of_rows]
    return {
        ".".join(key if part == ours else part for part in parts): ".".join(parts)
        for key in data.third_pathways
        for parts in said
        if ours in parts
    }


def _strange_pathways(data: Catalog) -> Iterator[str]:
    """Pathways that no page could show: the two options are as long as their inputs say."""
    for care, field in data.inputs.by_care("length").items():
        phases = f"{care}:{field}"
        if care not in data.paths:
            yield f"paths.csv, column key: the row {care!r} is missing. Add it."
        elif data.paths[care].phases != (phases,):
            yield f"paths.csv, row {care!r}, column phases: write {phases} here."
    if NO_PATHWAY in data.paths:
        yield (
            f"paths.csv, row {NO_PATHWAY!r}, column key: this key stands for no third way. "
            "Write another one."
        )
    for key in data.third_pathways:
        if data.program_of(key):
            yield (
                f"paths.csv, row {key!r}, column key: a program of programs.csv goes by this key "
                "beside another one. Write another key."
            )


def _forms(data: Catalog) -> set[str]:
    """The forms that the language of the data counts in; one where the language is unknown."""
    try:
        return plural_forms(data.locale)
    except (ValueError, UnknownLocaleError):
        return {OTHER}


def _wrong_blanks(data: Catalog, shipped: Catalog) -> Iterator[str]:
    needed = _needed_words(data, shipped)
    of_rows = words_of_rows(data)
    for key, (text, place) in data.words.items():
        if key in of_rows:
            continue
        if key not in needed:
            # A centre's words add to ours, which may count in a form that its language has not, or
            # be those of a row that its table leaves out.
            if key not in shipped.words:
                yield f"{place}: no page uses this text, {key!r}. Remove the row."
            continue
        try:
            found = blanks_of(text)
        except ValueError as error:
            yield f"{place}: a brace does not match ({error})."
            continue
        asked = blanks_of(shipped.words[needed[key]].text)
        for blank in sorted(found - asked):
            yield f"{place}: there is no blank {{{blank}}} here."
        # A number that is counted may be said in a word, as in "one week".
        for blank in sorted(asked - found if key == needed[key] else ()):
            yield f"{place}: the blank {{{blank}}} is missing. Write it where its value belongs."


def _missing_prices(data: Catalog) -> Iterator[str]:
    """Each list has one price for each length of a session, and one for a program day."""
    lists = {plan.price_list for plan in data.plans.values()} | {SELF_PAY}
    lengths = _lengths(data.parameters.get("therapy_session_minutes"))
    visits = [
        (care, length) for care in CARES for length in (lengths if care == "therapy" else [None])
    ]
    there = Counter((row.price_list, row.service, row.minutes) for row in data.prices.values())
    for price_list, (care, length) in product(sorted(lists), visits):
        count = there[price_list, care, length]
        if count != 1:
            asked = f"{price_list}, {care}, minutes {length or 'empty'}"
            yield f"prices.csv: {asked}: there must be one row, not {count}."


def _missing_codes(data: Catalog) -> Iterator[str]:
    """Each length of a session is billed with one code."""
    there: Counter[str] = Counter(row.service for row in data.billing_codes.values() if row.asked)
    for length in _lengths(data.parameters.get("therapy_session_minutes")):
        if (count := there[f"therapy_{length}"]) != 1:
            yield f"billing_codes.csv: therapy_{length}: there must be one row, not {count}."


def _lengths(row: Parameter | None) -> list[int]:
    if row is None:
        return []
    low, high = row.bounds
    return list(range(int(low), int(high) + 1, int(row.step)))


def _foreign_terms(data: Catalog) -> Iterator[str]:
    terms = data.inputs.filled_by_a_plan
    for term in data.plan_terms:
        if term.field not in terms:
            yield (
                f"plan_terms.csv, row {term.plan!r} {term.field!r}, column field: "
                f"a plan can fill in {', '.join(terms)}."
            )
