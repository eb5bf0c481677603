"""What a centre states of an input: by the program or the payer that was picked, or for everybody.

A payer of a plan that pays nothing states nothing. ``values`` are inputs by field, those of
``stated_values.DEPENDS_ON`` at least.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal, get_args

from carechoice.catalog.centre.rows import InOrOut, Program
from carechoice.catalog.in_use import catalog, remembered
from carechoice.catalog.rows import Care, CentreTerm
from carechoice.catalog.tables import BESIDE
from carechoice.catalog.time_units import MINUTES_PER_HOUR
from carechoice.catalog.values import write

NO_PROGRAM, NO_PAYER = "no_program", "no_payer"
Choice = Literal["program", "payer"]
CHOICES: tuple[Choice, ...] = get_args(Choice)
INSURED = get_args(InOrOut)
# Programs and payers that may be picked together at one centre.
CACHED_PICKS = 256


def centre_term(
    field: str, values: Mapping[str, Any], way_of: Callable[[Care], str]
) -> CentreTerm | None:
    """What the centre states of the input, or None; ``way_of`` says how each care is paid."""
    program, payer = values.get("program", NO_PROGRAM), values.get("payer", NO_PAYER)
    if not _pays(values["filled_by"]):
        payer = NO_PAYER
    care = catalog().inputs.care_of_price.get(field)
    if care:
        return _price(care, program, payer, values["therapy_session_minutes"], way_of(care))
    if field == catalog().inputs.of("charge", "therapy") and payer != NO_PAYER:
        return _own_price("therapy", field, program, values["therapy_session_minutes"])
    return _picked(program, payer).get(field)


def program_starts_at(program: str, *, time_of_day: str) -> int | None:
    """When a day of the program begins, in minutes after midnight.

    None where none was picked, or where the days are to be at another time of day than it is.
    """
    picked = catalog().own.programs.get(program)
    if picked is None or time_of_day != _time_of_day(picked):
        return None
    return starts_at_minutes(picked)


def first_start(program: str, *, on_or_after: date) -> date | None:
    """The program's first start date from a day on; None where any week will do or none is left."""
    picked = catalog().own.programs.get(program)
    return next((day for day in picked.start_dates if day >= on_or_after), None) if picked else None


def closed_days(program: str) -> frozenset[date]:
    """The days on which the centre says the program is closed, beside public holidays."""
    picked = catalog().own.programs.get(program)
    return frozenset(picked.closed_days) if picked else frozenset()


def has_closed_days(value_of: Callable[[str], Any]) -> bool:
    """Whether a program that is picked, or set beside it, has closed days of its own."""
    beside = {catalog().program_of(value_of(choice)) for choice in BESIDE}
    return any(map(closed_days, {value_of("program"), *beside}))


def _pays(plan: str) -> bool:
    """Whether an example plan is a plan: no insurance is listed as one, too."""
    term = catalog().term(plan, "network")
    return term is None or term.value in INSURED


def _price(care: Care, program: str, payer: str, minutes: int, way: str) -> CentreTerm | None:
    """What a payer allows where the care is in the network agreed on, or the centre's own."""
    field = catalog().inputs.of("price", care)
    if way not in INSURED:
        return _own_price(care, field, program, minutes)
    agreed = catalog().own.agreed(payer)
    if agreed is None or agreed.network(care) != way:
        return None
    rate = agreed.rate_usd(care, minutes)
    return None if rate is None else _term(field, rate, "payer", agreed.source(care))


def _own_price(care: Care, field: str, program: str, minutes: int) -> CentreTerm | None:
    """What a visit costs who pays for it without a plan."""
    if care == "therapy":
        rows = catalog().own.therapists.values()
        found = (row.price_usd for row in rows if row.session_minutes == minutes)
        price = next(found, None)
        return None if price is None else _term(field, price, "therapists")
    picked = catalog().own.programs.get(program)
    price = picked.price_per_day_usd if picked else None
    return None if price is None else _term(field, price, "program")


@remembered(CACHED_PICKS)
def _picked(program: str, payer: str) -> Mapping[str, CentreTerm]:
    """What a program and a payer state of inputs, whoever pays how, by field."""
    own = catalog().own
    terms: dict[str, CentreTerm] = {}
    if program in own.programs:
        stated = _of_program(own.programs[program])
        terms |= {field: _term(field, value, "program") for field, value in stated.items()}
    agreed, plan = own.agreed(payer), own.terms(payer)
    of_payer: dict[str, Any] = {}
    if agreed:
        is_alike = agreed.therapy_network == agreed.program_network
        of_payer["network"] = agreed.therapy_network
        of_payer["iop_network"] = "as_plan" if is_alike else agreed.program_network
    if plan:
        of_payer |= {field: getattr(plan, field) for field in plan.fills}
    stated = {field: value for field, value in of_payer.items() if value is not None}
    return terms | {field: _term(field, value, "payer") for field, value in stated.items()}


def _of_program(program: Program) -> dict[str, Any]:
    stated = {
        "iop_hours_per_week": program.hours_per_week,
        "iop_hours_per_day": program.hours_per_day,
        "iop_weeks": int(program.weeks),
        "iop_weekdays": program.days,
        "iop_charge_per_day_usd": program.price_per_day_usd,
        "iop_time_of_day": _time_of_day(program),
        "closed_on_holidays": program.closed_on_holidays,
    }
    return {field: value for field, value in stated.items() if value is not None}


def _time_of_day(program: Program) -> str:
    """The time of day whose usual start is the nearest."""
    figures = catalog().figures
    times = catalog().options("iop_time_of_day")
    starts = {time: figures[f"{time}_start"].value or 0 for time in times}
    at = starts_at_minutes(program) / MINUTES_PER_HOUR
    return min(times, key=lambda time: abs(starts[time] - at))


def starts_at_minutes(program: Program) -> int:
    """When a day of the program begins, in minutes after midnight."""
    hours, minutes = map(int, program.starts_at.split(":"))
    return hours * MINUTES_PER_HOUR + minutes


def _term(
    field: str, value: Any, choice: Literal["program", "payer", "therapists"], note: str = ""
) -> CentreTerm:
    return CentreTerm(field=field, value=write(value), choice=choice, note=note)
