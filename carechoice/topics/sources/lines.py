"""The rows of the data, each as a line with its sources."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.inputs.evidence import Line, spread
from carechoice.inputs.ours import read_value
from carechoice.inputs.shown import amount, shown
from carechoice.language.formats import count, fixed_hours, money_exact
from carechoice.language.levels import level_hours, level_includes
from carechoice.language.sentences import say, short_name


def prices() -> list[Line]:
    """The price lists."""
    return [
        Line(
            say(
                f"price.{row.service}",
                price_list=say(f"price_list.{row.price_list}"),
                minutes=row.minutes,
            ),
            money_exact(row.typical),
            spread(row.low, row.high, "usd"),
            row.basis,
            row.source,
            row.note,
        )
        for row in catalog().prices.values()
    ]


def plan_terms() -> list[Line]:
    """What each example plan changes; its other terms are the inputs' defaults."""
    plans, parameters = catalog().plans, catalog().parameters
    return [
        Line(
            f"{plans[term.plan].label}: {parameters[term.field].label}",
            shown(parameters[term.field], read_value(term.field, term.value, today=date.min)),
            "",
            term.basis,
            term.source,
            term.note,
        )
        for term in catalog().plan_terms
    ]


def figures() -> list[Line]:
    """Researched numbers that are not inputs."""
    return [
        Line(
            row.label,
            amount(row.value, row.unit) if row.value is not None else "",
            spread(row.low, row.high, row.unit),
            row.basis,
            row.source,
            row.note,
        )
        for row in catalog().figures.values()
    ]


def levels() -> list[Line]:
    """The levels of care and their weekly hours."""
    return [
        Line(
            row.label,
            level_hours(row),
            "",
            row.basis,
            row.source,
            f"{row.meaning} {say('level.place', setting=row.setting, who_for=row.who_for)} "
            f"{level_includes(row)} {row.note}",
        )
        for row in catalog().levels.values()
    ]


def services() -> list[Line]:
    """What fills the hours of an IOP week."""
    return [
        Line(
            row.label,
            count(row.iop_parts, "parts"),
            "",
            row.basis,
            row.source,
            f"{row.meaning} {row.note}",
        )
        for row in catalog().services.values()
    ]


def features() -> list[Line]:
    """What is said to be good and hard about each option."""
    return [
        Line(short_name(row.option), row.text.rstrip("."), "", row.basis, row.source, row.note)
        for row in catalog().features.values()
    ]


def topics() -> list[Line]:
    """What can matter, and what it means for each option."""
    return [
        Line(
            row.label,
            say("sources.topic", therapy=row.therapy, iop=row.iop).rstrip("."),
            "",
            row.basis,
            row.source,
            row.note,
        )
        for row in catalog().topics.values()
    ]


def aspects() -> list[Line]:
    """How the two options differ, question by question."""
    return [
        Line(
            row.question.rstrip("?"),
            say(
                "sources.aspect",
                therapy_name=short_name("therapy"),
                therapy=row.therapy,
                iop_name=short_name("iop"),
                iop=row.iop,
            ).rstrip("."),
            "",
            row.basis,
            row.source,
            row.note,
        )
        for row in catalog().aspects.values()
    ]


def research() -> list[Line]:
    """The studies the pages tell of."""
    return [
        Line(row.title, row.people.rstrip("."), "", row.basis, row.source, f"{row.kind} {row.note}")
        for row in catalog().research.values()
    ]


def weeks() -> list[Line]:
    """The example weeks: what is fixed in each."""
    return [
        Line(row.label, fixed_hours(row.fixed_hours), "", row.basis, row.source, row.note)
        for row in catalog().weeks.values()
    ]


def crisis() -> list[Line]:
    """The crisis lines."""
    return [
        Line(row.name, row.phone, "", row.basis, row.source, row.note)
        for row in catalog().crisis.values()
    ]
