"""Inputs that contradict each other or look mixed up, said in words. Nothing is ever blocked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.pathway_rows import Step
from carechoice.comparison.care_days import weekdays_counted
from carechoice.comparison.compare import PATHWAYS, Comparison, pathways
from carechoice.comparison.course import (
    counts_what_was_paid,
    days_per_week,
    hours_per_week,
    named_weekdays,
    plan_year_start,
    program_week,
    session_hours,
    sessions_per_week,
    visit_price_usd,
)
from carechoice.comparison.words import day_length
from carechoice.inputs.counting import has_input, is_in_use
from carechoice.inputs.coverage import has_plan, is_out_of_network, limit_field, limits_entered
from carechoice.inputs.scenario import IN_NETWORK, Scenario, field_of
from carechoice.language.formats import (
    count,
    day,
    hours,
    listed,
    money_exact,
    percent,
    weekdays,
)

# The input at which each doubt is said: the one a person would look at again.
INPUT_OF: Mapping[str, str] = {
    "warn.first_day_passed": "start_date",
    "warn.new_plan_year": "deductible_met_usd",
    "warn.first_visit_in_new_year": "deductible_met_usd",
    "warn.first_visit_in_new_year.some": "deductible_met_usd",
    "warn.deductible_met": "deductible_met_usd",
    "warn.oop_met": "oop_met_usd",
    "warn.oop_below_deductible_met": "oop_met_usd",
    "warn.plan_share": "plan_pays_percent",
    "warn.plan_share_part_of_one": "plan_pays_percent",
    "warn.deductible_above_oop": "deductible_usd",
    "warn.oop_above_legal": "oop_max_usd",
    "warn.family_deductible_met_usd": "family_deductible_met_usd",
    "warn.family_oop_met_usd": "family_oop_met_usd",
    "warn.therapy_visits_used": "therapy_visits_used",
    "warn.iop_days_used": "iop_days_used",
    "warn.therapy_copay": "therapy_copay_usd",
    "warn.iop_copay": "iop_copay_per_day_usd",
    "warn.charge_unknown": "network",
    "warn.therapy_charge": "therapy_charge_usd",
    "warn.iop_charge": "iop_charge_per_day_usd",
    "warn.sessions_uneven": "therapy_session_minutes",
    "warn.program_day_too_short": "iop_hours_per_day",
    "warn.program_day_long": "iop_hours_per_day",
    "warn.program_days_do_not_fit": "iop_hours_per_week",
    "warn.therapy_weekdays": "therapy_weekdays",
    "warn.iop_weekdays": "iop_weekdays",
    "warn.program_price": "iop_price_per_day_usd",
}
# What a person paid themselves, by the input with what their family paid.
OWN_OF_FAMILY: Mapping[str, str] = {
    "family_deductible_met_usd": "deductible_met_usd",
    "family_oop_met_usd": "oop_met_usd",
}


@dataclass(frozen=True)
class Doubt:
    """What is doubtful about an input, in a sentence that can stand by itself."""

    field: str
    sentence: str


def doubts(comparison: Comparison, today: date) -> list[Doubt]:
    """Each doubt with the input it is about, most about the plan first; empty when all fits.

    What the way of paying has no input for changes nothing, so there is nothing to look at again.
    """
    scenario = comparison.scenario
    if not has_plan(scenario):
        told = [*_about_the_week(scenario), *_about_the_fee(comparison)]
    else:
        told = [
            *_about_what_was_paid(comparison, today),
            *_about_the_plan(scenario),
            *_about_the_family(scenario),
            *_about_visits_used(scenario),
            *_about_copayments(scenario),
            *_about_charges(scenario),
            *_about_the_week(scenario),
        ]
    told += _about_the_first_day(scenario, today)
    return [doubt for doubt in told if has_input(doubt.field, scenario)]


def can_be_doubted(field: str) -> bool:
    """Whether there is a doubt that would be said at this input."""
    return field in INPUT_OF.values()


def folded(place: str, told: Sequence[Doubt]) -> str:
    """A line that names the inputs in doubt that are folded away under the label ``place``."""
    labels = dict.fromkeys(catalog().parameters[doubt.field].label for doubt in told)
    return catalog().say("warn.folded", place=place, inputs=listed(list(labels)))


def in_short(scenario: Scenario, told: Sequence[Doubt]) -> str:
    """The inputs in one line, which leads to them; whether one of them is in doubt."""
    return catalog().say(
        "inputs.in_short.doubt" if told else "inputs.in_short",
        sessions=count(scenario.therapy.sessions, "session"),
        weeks=count(scenario.iop.weeks, "week"),
        plan=catalog().plans[scenario.plan.key].label,
    )


def _doubt(key: str, **blanks: object) -> Doubt:
    return Doubt(INPUT_OF[key], catalog().say(key, **blanks))


def _about_the_first_day(scenario: Scenario, today: date) -> Iterator[Doubt]:
    if scenario.start_date < today:
        yield _doubt("warn.first_day_passed", day=day(scenario.start_date))


def _about_what_was_paid(comparison: Comparison, today: date) -> Iterator[Doubt]:
    """Doubts about all that was paid stand at the first amount that counts toward a limit."""
    scenario, options = comparison.scenario, comparison.options
    field = _paid_toward_a_limit(scenario)
    if not field:
        return
    late = [each for each in options.values() if not counts_what_was_paid(scenario, each.first_day)]
    if late:
        if len(late) == len(options):
            visit = day(min(option.first_day for option in late))
            yield replace(_doubt("warn.first_visit_in_new_year", visit=visit), field=field)
            return
        names = listed([catalog().say(f"note.during.{option.pathway}") for option in late])
        told = _doubt("warn.first_visit_in_new_year.some", options=names)
        yield replace(told, field=field)
    begins = plan_year_start(scenario.start_date, scenario.plan.year_start)
    if today < begins:
        yield replace(_doubt("warn.new_plan_year", start=day(begins)), field=field)
    yield from _about_amounts_paid(scenario)


def _paid_toward_a_limit(scenario: Scenario) -> str:
    """The first input with an amount that was paid toward a limit the plan has; "" without one."""
    amounts = [
        limit_field(name, is_other=is_other)
        for is_other in (False, True)
        for name in ("deductible_met_usd", "oop_met_usd")
    ]
    paid = (field for field in amounts if scenario.value(field) and is_in_use(field, scenario))
    return next(paid, "")


def _about_amounts_paid(scenario: Scenario) -> Iterator[Doubt]:
    for is_other in (False, True):
        told = _about_amounts_met(scenario, is_other=is_other)
        yield from _of_network(told, scenario, is_other=is_other)


def _about_amounts_met(scenario: Scenario, *, is_other: bool) -> Iterator[Doubt]:
    """Doubts about what was paid toward a network's limits."""
    limits = limits_entered(scenario, is_other=is_other)
    deductible, met = limits.deductible_usd, limits.deductible_met_usd
    if met > deductible:
        yield _doubt(
            "warn.deductible_met", met=money_exact(met), deductible=money_exact(deductible)
        )
    maximum, oop_met = limits.oop_max_usd, limits.oop_met_usd
    if oop_met > maximum:
        yield _doubt("warn.oop_met", met=money_exact(oop_met), maximum=money_exact(maximum))
    if oop_met < min(met, deductible):
        yield _doubt(
            "warn.oop_below_deductible_met",
            deductible_met=money_exact(met),
            met=money_exact(oop_met),
        )


def _of_network(told: Iterator[Doubt], scenario: Scenario, *, is_other: bool) -> Iterator[Doubt]:
    """The doubts about limits that the bill depends on, each at the input of its network."""
    for doubt in told:
        field = limit_field(doubt.field, is_other=is_other)
        if is_in_use(field, scenario):
            yield replace(doubt, field=field)


def _about_the_plan(scenario: Scenario) -> Iterator[Doubt]:
    yield from _about_the_share(scenario)
    for is_other in (False, True):
        told = _about_limits(scenario, is_other=is_other)
        yield from _of_network(told, scenario, is_other=is_other)


def _about_limits(scenario: Scenario, *, is_other: bool) -> Iterator[Doubt]:
    limits = limits_entered(scenario, is_other=is_other)
    maximum, deductible = limits.oop_max_usd, limits.deductible_usd
    if not is_in_use(limit_field("oop_max_usd", is_other=is_other), scenario):
        return
    if deductible > maximum:
        yield _doubt(
            "warn.deductible_above_oop",
            deductible=money_exact(deductible),
            maximum=money_exact(maximum),
        )
    year = plan_year_start(scenario.start_date, scenario.plan.year_start).year
    legal = catalog().figures.get(f"oop_max_legal_{year}_usd")
    # The law binds what is owed in network.
    is_bound = (scenario.plan.network == IN_NETWORK) != is_other
    if is_bound and legal and legal.value is not None and maximum > legal.value:
        yield _doubt(
            "warn.oop_above_legal",
            maximum=money_exact(maximum),
            legal=money_exact(legal.value),
            year=year,
        )


def _about_the_share(scenario: Scenario) -> Iterator[Doubt]:
    share = scenario.plan.pays_percent
    mixed_up_below = catalog().figures["plan_share_low_percent"].value or 0
    if not is_in_use("plan_pays_percent", scenario) or not 0 < share < mixed_up_below:
        return
    # Whoever writes a share as a part of one means neither so little nor all the rest.
    if share < 1:
        as_meant = percent(round(100 * share, 2))
        yield _doubt("warn.plan_share_part_of_one", share=percent(share), as_meant=as_meant)
    else:
        yield _doubt("warn.plan_share", share=percent(share), other=percent(100 - share))


def _about_the_family(scenario: Scenario) -> Iterator[Doubt]:
    """What a person paid counts as paid by the family, too."""
    for of_family, own in OWN_OF_FAMILY.items():
        met, family = scenario.value(own), scenario.value(of_family)
        if is_in_use(of_family, scenario) and family < met:
            yield _doubt(f"warn.{of_family}", own=money_exact(met), met=money_exact(family))


def _about_visits_used(scenario: Scenario) -> Iterator[Doubt]:
    for care in PATHWAYS:
        limit, used = scenario.of("visit_limit", care), scenario.of("visits_used", care)
        if 0 < limit < used:
            field = field_of("visits_used", care)
            yield _doubt(f"warn.{field}", used=f"{used:g}", limit=f"{limit:g}")


def _about_copayments(scenario: Scenario) -> Iterator[Doubt]:
    for care in PATHWAYS:
        copay, price = scenario.of("copay", care), visit_price_usd(scenario, care)
        if copay > price:
            yield _doubt(f"warn.{care}_copay", copay=money_exact(copay), price=money_exact(price))


def _about_charges(scenario: Scenario) -> Iterator[Doubt]:
    charges = {
        care: scenario.of("charge", care) for care in PATHWAYS if is_out_of_network(scenario, care)
    }
    if not all(charges.values()):
        yield _doubt("warn.charge_unknown")
    for care, charge in charges.items():
        price = visit_price_usd(scenario, care)
        if 0 < charge < price:
            yield _doubt(
                f"warn.{care}_charge", charge=money_exact(charge), price=money_exact(price)
            )


def _about_the_week(scenario: Scenario) -> Iterator[Doubt]:
    yield from _about_the_sessions(scenario)
    yield from _about_the_program(scenario)
    yield from _about_weekdays(scenario)


def _about_weekdays(scenario: Scenario) -> Iterator[Doubt]:
    """Named days of the week that are more or fewer than the days that are counted."""
    third_ways = pathways(scenario)[len(PATHWAYS) :]
    of_its_own = (s for way in third_ways for s in catalog().paths[way].steps if s.rhythm)
    for step in (*(Step(care, 1, None) for care in PATHWAYS), *of_its_own):
        named, number = named_weekdays(scenario, step.care), days_per_week(scenario, step)
        if named and len(named) != number:
            yield _doubt(
                f"warn.{step.care}_weekdays",
                picked=len(named),
                hours=hours(hours_per_week(scenario, step)),
                number=count(number, "day"),
                days=weekdays(weekdays_counted(scenario.start_date, number, named)),
            )


def _about_the_sessions(scenario: Scenario) -> Iterator[Doubt]:
    """Hours that are no whole number of sessions, not even in four weeks: no one books those."""
    pace = sessions_per_week(scenario)
    in_four_weeks = round(4 * pace, 9)
    if scenario.therapy.sessions > 1 and not in_four_weeks.is_integer():
        yield _doubt(
            "warn.sessions_uneven",
            hours=hours(scenario.therapy.hours_per_week),
            pace=count(round(pace, 1), "session"),
            length=hours(session_hours(scenario)),
        )


def _about_the_program(scenario: Scenario) -> Iterator[Doubt]:
    week, longest = program_week(scenario), scenario.iop.hours_per_day
    usual = catalog().parameters["iop_hours_per_day"].high or longest
    told = {
        "least": hours(week.least_hours),
        "counted": count(len(week.hours_by_day), "day"),
        "per_day": day_length(week),
    }
    if longest < week.least_hours:
        yield _doubt("warn.program_day_too_short", longest=hours(longest), **told)
    elif not week.days_fit:
        yield _doubt(
            "warn.program_days_do_not_fit",
            hours=hours(scenario.iop.hours_per_week),
            most_days=count(week.most_days, "day"),
            length=_lengths(week.least_hours, longest),
            **told,
        )
    elif week.hours_by_day[0] > usual:
        yield _doubt(
            "warn.program_day_long",
            usual=_lengths(week.least_hours, usual),
            counted=told["counted"],
            per_day=told["per_day"],
        )


def _lengths(least: float, longest: float) -> str:
    """From the shortest to the longest program day; one length where they are the same."""
    if least == longest:
        return hours(least)
    return catalog().say("range", low=hours(least), high=hours(longest))


def _about_the_fee(comparison: Comparison) -> Iterator[Doubt]:
    usual = catalog().figures["iop_program_usd"]
    total = comparison.options["iop"].total_price_usd
    low, high = usual.low or 0, usual.high or total
    if not low <= total <= high:
        yield _doubt(
            "warn.program_price",
            total=money_exact(total),
            low=money_exact(low),
            high=money_exact(high),
        )
