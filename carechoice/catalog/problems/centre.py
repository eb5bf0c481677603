"""What is wrong with a centre's rows: names that no row has, values that no input can have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from typing import NamedTuple

from carechoice.catalog.centre.centre import OF_A_CENTRE
from carechoice.catalog.centre.rows import Payer, PayerPlan, Program, key_of_name
from carechoice.catalog.holiday import is_holiday
from carechoice.catalog.pathway_rows import WORKING_DAYS_PER_WEEK
from carechoice.catalog.tables import Catalog
from carechoice.catalog.values import UnusableError, Value, read, write
from carechoice.catalog.weekdays import read_weekdays

# A sentence that lists more is not read.
MOST_NAMES = 12
# A day that is further back lies in no course that still goes on.
LONG_PAST_DAYS = 183


class CentreProblem(NamedTuple):
    """A problem in a cell, named by its table, the row's key and the column.

    The one row on the centre itself has no key.
    """

    table: str
    key: str
    column: str
    said: str


def centre_problems(loaded: Catalog, today: date = date.min) -> Iterator[CentreProblem]:
    """All of them, table by table.

    With ``today``, start dates before it too: those of a folder pass while it is in use.
    """
    yield from _strange_names(loaded)
    yield from _strange_picks(loaded)
    for table in OF_A_CENTRE:
        for row in getattr(loaded.own, table).values():
            for column, field in row.fills.items():
                if why := _why_unusable(field, getattr(row, column), loaded):
                    yield CentreProblem(table, row.key, column, why)
    for key, program in loaded.own.programs.items():
        yield from _strange_starts(key, program, loaded, today)
        yield from _strange_closed_days(key, program, loaded, today)
        if not _why_unusable("iop_hours_per_day", program.hours_per_day, loaded):
            yield from _strange_hours(key, program, loaded)


def _strange_starts(
    key: str, program: Program, loaded: Catalog, today: date
) -> Iterator[CentreProblem]:
    passed = []
    for day in program.start_dates:
        if why := _why_unusable("start_date", day, loaded):
            yield CentreProblem("programs", key, "start_dates", why)
        elif day < today:
            passed.append(f"{day}")
        elif why := _why_no_start(day, program):
            yield CentreProblem("programs", key, "start_dates", why)
    if days := ", ".join(passed):
        said = f"nobody can begin on {days!r} any more. Correct the year, or leave it out."
        yield CentreProblem("programs", key, "start_dates", said)


def _why_no_start(day: date, program: Program) -> str:
    """Why nobody begins on the day; nothing where the program is on it."""
    if day in program.closed_days:
        return f"'{day}' is a closed day, too. Take it out of one of the two columns."
    if program.closed_on_holidays and is_holiday(day):
        return (
            f"'{day}' is a public holiday, and the program is closed then. Correct one of the two."
        )
    if day.weekday() not in read_weekdays(program.days):
        on = program.days.replace("_", ", ").title()
        return f"'{day}' is a {day:%A}, and the program is on {on}. Correct one of the two."
    return ""


def _strange_closed_days(
    key: str, program: Program, loaded: Catalog, today: date
) -> Iterator[CentreProblem]:
    """Closed days that no course reaches, most likely in a mistyped year; told together."""
    strange = [
        f"{day}"
        for day in program.closed_days
        if (today - day).days > LONG_PAST_DAYS
        or _why_unusable("start_date", _working_day(day), loaded)
    ]
    if strange:
        more = len(strange) - MOST_NAMES
        days = ", ".join(strange[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
        said = f"no course that goes on has {days!r}. Correct the year, or leave it out."
        yield CentreProblem("programs", key, "closed_days", said)


def _working_day(day: date) -> date:
    """The day itself, or the last working day before a weekend."""
    return day - timedelta(days=max(day.weekday() + 1 - WORKING_DAYS_PER_WEEK, 0))


def _strange_hours(key: str, program: Program, loaded: Catalog) -> Iterator[CentreProblem]:
    """Hours that are usable each, but do not fit the hours of a day."""
    hours = f"{program.hours_per_week:g}"
    if why := _why_unusable("iop_hours_per_week", program.hours_per_week, loaded):
        yield CentreProblem("programs", key, "hours_per_day", f"the hours of a week: {why}")
    elif program.ends_after_midnight:
        said = (
            f"{program.hours_per_day:g} hours from {program.starts_at} on end after midnight. "
            "Write a time from which they end on the same day."
        )
        yield CentreProblem("programs", key, "starts_at", said)
    filled = sum(each for _, each in program.hours_filled)
    if program.hours_filled and filled != program.hours_per_week:
        said = (
            f"the services fill {filled:g} hours a week, and the days have {hours}. "
            f"Write hours that add up to {hours}."
        )
        yield CentreProblem("programs", key, "hours_filled", said)


def _strange_names(loaded: Catalog) -> Iterator[CentreProblem]:
    """Sites, payers and services that a row names and that have no row of their own."""
    own = loaded.own
    sites = {site.name: site for site in own.sites.values()}
    for key, program in own.programs.items():
        if program.site and program.site not in sites:
            yield CentreProblem("programs", key, "site", _no_such(program.site, sites, "sites"))
        for service, _ in program.hours_filled:
            if service not in loaded.services:
                names = [each.replace("_", " ") for each in loaded.services]
                said = _no_such(service.replace("_", " "), names, "services")
                yield CentreProblem("programs", key, "hours_filled", said)
    payers = {row.payer: row for row in own.payers.values()}
    for key, plan in own.payer_plans.items():
        if plan.payer not in payers:
            yield CentreProblem("payer_plans", key, "payer", _no_such(plan.payer, payers, "payers"))
        elif plan.plan and not _has_amounts(plan, own.payers.values()):
            # Whoever picked it would have none of the payer's amounts.
            plans = [row.plan for row in own.payers.values() if row.payer == plan.payer]
            said = (
                f"there is no {plan.plan!r} among the plans of {plan.payer!r} that have amounts. "
                f"Write one of {_few(plan.plan, plans)}, or add it to the payers."
            )
            yield CentreProblem("payer_plans", key, "plan", said)


def _has_amounts(plan: PayerPlan, payers: Iterable[Payer]) -> bool:
    """Whether a row of the payer is on the plan, or on all its plans."""
    names = {key_of_name(row.plan) for row in payers if row.payer == plan.payer}
    return not names.isdisjoint({key_of_name(plan.plan), ""})


def _strange_picks(loaded: Catalog) -> Iterator[CentreProblem]:
    """Choices that a visit is to start with, but that are no program and no payer of the centre."""
    own, picked = loaded.own, loaded.centre.first_picks()
    programs = {key: row.name for key, row in own.programs.items()}
    payers = {key: " ".join((row.payer, row.plan)).strip() for key, row in own.coverages.items()}
    for choice, names in {"program": programs, "payer": payers}.items():
        if choice in picked and picked[choice] not in names:
            column = f"first_{choice}"
            said = _no_such(getattr(loaded.centre, column), names.values(), f"{choice}s")
            yield CentreProblem("centre", "", column, said)


def _no_such(name: str, names: Iterable[str], where: str) -> str:
    there = f"Write one of {known}" if (known := _few(name, list(names))) else ""
    otherwise = f"Add it to {where}, or leave this empty"
    return f"there is no {name!r} among the {where}. {there or otherwise}."


def _few(name: str, names: Sequence[str]) -> str:
    """The names in one line; of many names, those most like this one."""
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    alike = get_close_matches(name, names, n=MOST_NAMES // 3, cutoff=0)
    return f"{', '.join(alike)}, or of the {len(names) - len(alike)} others"


def _why_unusable(field: str, value: Value | None, loaded: Catalog) -> str:
    """Why the input cannot have this value; "" if it can, or if there is no value."""
    row = loaded.parameters.get(field)
    if value is None or row is None:
        return ""
    text = write(value)
    try:
        read(row, text, loaded.options(field))
    except UnusableError as error:
        return f"{text!r} cannot be used: {loaded.say(error.reason, **error.blanks)}."
    return ""
