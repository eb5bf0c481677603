"""The rows of the data, each as a line with its sources."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.pathway_rows import PathwayRow, PlannedPhase
from carechoice.catalog.rounding import half_up
from carechoice.comparison.plan.recourses import text_of
from carechoice.comparison.words import visits_text
from carechoice.inputs.evidence import EvidenceLine, spread
from carechoice.inputs.read_value import read_value
from carechoice.inputs.scenario import field_of
from carechoice.inputs.value_text import COUNTED, amount_text, value_text
from carechoice.language.formats import count, fixed_hours, hours, listed, money_exact, percent
from carechoice.language.levels import level_hours, level_includes
from carechoice.language.sentences import option_name, say, short_name


def prices() -> list[EvidenceLine]:
    """The price lists."""
    return [
        EvidenceLine.of(
            row,
            say(
                f"price.{row.service}",
                price_list=say(f"price_list.{row.price_list}"),
                minutes=row.minutes,
            ),
            money_exact(row.typical),
            spread=spread(row.low, row.high, "usd"),
        )
        for row in catalog().prices.values()
    ]


def billing_codes() -> list[EvidenceLine]:
    """The codes that care is billed with, and what each is for."""
    return [
        EvidenceLine.of(row, say("sources.billing_code", code=row.key), row.meaning)
        for row in catalog().billing_codes.values()
    ]


def plan_terms() -> list[EvidenceLine]:
    """What each example plan changes; its other terms are the inputs' defaults."""
    plans, parameters = catalog().plans, catalog().parameters
    return [
        EvidenceLine.of(
            term,
            f"{plans[term.plan].label}: {parameters[term.field].label}",
            value_text(parameters[term.field], read_value(term.field, term.value, today=date.min)),
        )
        for term in catalog().plan_terms
    ]


def real_plans() -> list[EvidenceLine]:
    """What real plans have, each way that a part of a plan can be with how common it is."""
    common = catalog().real.common
    return [
        EvidenceLine.of(
            row,
            row.label,
            say("sources.real_plans.share", share=percent(half_up(100 * common[row.key]))),
        )
        for row in catalog().real_plans.values()
    ]


def figures() -> list[EvidenceLine]:
    """Researched numbers that are not inputs."""
    return [
        EvidenceLine.of(
            row,
            row.label,
            amount_text(row.value, row.unit) if row.value is not None else "",
            spread=spread(row.low, row.high, row.unit),
        )
        for row in catalog().figures.values()
    ]


def levels() -> list[EvidenceLine]:
    """The levels of care and their weekly hours."""
    return [
        EvidenceLine.of(
            row,
            row.label,
            level_hours(row),
            about=f"{row.meaning} "
            f"{say('level.place', setting=row.setting, who_for=row.who_for)} {level_includes(row)}",
        )
        for row in catalog().levels.values()
    ]


def services() -> list[EvidenceLine]:
    """What fills the hours of an IOP week."""
    return [
        EvidenceLine.of(row, row.label, count(row.iop_parts, "parts"), about=row.meaning)
        for row in catalog().services.values()
    ]


def features() -> list[EvidenceLine]:
    """What is said to be good and hard about each option."""
    return [
        EvidenceLine.of(row, short_name(row.option), row.text.rstrip("."))
        for row in catalog().features.values()
    ]


def topics() -> list[EvidenceLine]:
    """What can matter, and what it means for each option."""
    return [
        EvidenceLine.of(
            row, row.label, say("sources.topic", therapy=row.therapy, iop=row.iop).rstrip(".")
        )
        for row in catalog().topics.values()
    ]


def aspects() -> list[EvidenceLine]:
    """How the two options differ, question by question."""
    return [
        EvidenceLine.of(
            row,
            row.question.rstrip("?"),
            say(
                "sources.aspect",
                therapy_name=short_name("therapy"),
                therapy=row.therapy,
                iop_name=short_name("iop"),
                iop=row.iop,
            ).rstrip("."),
        )
        for row in catalog().aspects.values()
    ]


def research() -> list[EvidenceLine]:
    """The studies the pages tell of."""
    return [
        EvidenceLine.of(row, row.title, row.people.rstrip("."), about=row.kind)
        for row in catalog().research.values()
    ]


def recourses() -> list[EvidenceLine]:
    """What a person can do about a no or a bill, for whomever it is."""
    return [
        EvidenceLine.of(
            row, say(f"recourse.{row.part}"), text_of(row).replace("**", "").rstrip(".")
        )
        for row in catalog().recourses.values()
    ]


def weeks() -> list[EvidenceLine]:
    """The example weeks: what is fixed in each."""
    return [
        EvidenceLine.of(row, row.label, fixed_hours(row.fixed_hours))
        for row in catalog().weeks.values()
    ]


def crisis() -> list[EvidenceLine]:
    """The crisis lines."""
    return [EvidenceLine.of(row, row.name, row.phone) for row in catalog().crisis.values()]


def fixed_lengths() -> list[EvidenceLine]:
    """A line for each third pathway whose row of paths.csv holds lengths or weeks of its own."""
    rows = [catalog().paths[key] for key in catalog().third_pathways]
    return [
        EvidenceLine.of(row, option_name(row.key), listed(fixed))
        for row in rows
        if (fixed := _fixed(row))
    ]


def _fixed(row: PathwayRow) -> list[str]:
    return [text for phase in row.planned if (text := _phase_text(phase))]


def _phase_text(phase: PlannedPhase) -> str:
    """What the row says of a phase itself: its length, what a week is like, both or nothing."""
    length, week = _length(phase), _week(phase)
    return say("sources.phase", length=length, week=week) if length and week else length or week


def _length(phase: PlannedPhase) -> str:
    unit = catalog().parameters[field_of("length", phase.care)].unit
    return count(phase.length, COUNTED[unit]) if isinstance(phase.length, int) else ""


def _week(phase: PlannedPhase) -> str:
    if phase.rhythm is None:
        return ""
    visits, hours_each = phase.rhythm
    return say(
        f"sources.week.{phase.care}",
        visits=visits_text(phase.care, visits),
        hours=hours(hours_each or 0),
    )
