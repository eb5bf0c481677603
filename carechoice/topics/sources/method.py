"""How the numbers were worked out, in words and with the person's own numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from math import isclose

from carechoice.catalog.rows import CARES, Care
from carechoice.comparison.compare import PATHWAYS, Comparison, Entry, Option
from carechoice.comparison.ledger import entries_of
from carechoice.comparison.visits.course import days_closed, program_week, sessions_per_week
from carechoice.comparison.weeks.closed_words import closed_days_text, when_closed
from carechoice.comparison.words import day_length, visits_text
from carechoice.inputs.coverage import (
    has_copay,
    has_copay_and_share,
    has_deductible,
    has_first_visits,
    has_maximum,
    has_penalty,
    has_plan,
    has_share,
    has_share_of_rest,
    may_stop_paying,
    owes_nothing,
    starts_again,
)
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import count, days_from_to, hours, money_exact, tries_beyond
from carechoice.language.sentences import in_order, say, short_name

# What a person's part of a bill may be made of, as columns of the ledger.
PARTS = ("deductible", "copay", "coinsurance", "balance", "not_covered", "penalty")


def steps(comparison: Comparison) -> list[str]:
    """How the numbers were worked out, with the person's own."""
    scenario = comparison.scenario
    therapy, iop = (comparison.options[pathway] for pathway in PATHWAYS)
    return [
        _sessions(scenario, therapy),
        say("method.therapy.price", **_priced(comparison, "therapy")),
        _split_sentence(comparison, therapy),
        _program(scenario, iop),
        say("method.iop.price", program=short_name(iop.words_key), **_priced(comparison, "iop")),
        _split_sentence(comparison, iop),
        *_third_pathway(comparison),
        *_order(scenario),
        say("method.separate"),
        *_not_known(comparison),
    ]


def _sessions(scenario: Scenario, therapy: Option) -> str:
    """The visits of therapy; a single one has no pace."""
    course = say(
        f"method.therapy.course.{'one' if therapy.visits == 1 else 'other'}",
        hours=hours(scenario.therapy.hours_per_week),
        minutes=count(scenario.therapy.session_minutes, "minute"),
        pace=_pace(sessions_per_week(scenario)),
        sessions=count(therapy.visits, "session"),
        when=days_from_to(therapy.first_day, therapy.last_day),
    )
    return course + _closed(scenario, "therapy")


def _pace(per_week: float) -> str:
    """A whole number of sessions in one to four weeks; else about how many a week."""
    pace = Fraction(per_week).limit_denominator(4)
    if not isclose(pace, per_week):
        about = say("about", amount=count(round(per_week, 1), "session"))
        return say("method.pace.week", sessions=about)
    sessions = count(pace.numerator, "session")
    if pace.denominator == 1:
        return say("method.pace.week", sessions=sessions)
    return say("method.pace.weeks", sessions=sessions, weeks=count(pace.denominator, "week"))


def _program(scenario: Scenario, iop: Option) -> str:
    """The days of the program as planned, and those of them that are closed."""
    week = program_week(scenario)
    days_per_week = len(week.hours_by_day)
    course = say(
        "method.iop.course",
        program=short_name(iop.words_key),
        hours=hours(scenario.iop.hours_per_week),
        per_day=day_length(week),
        days=count(days_per_week, "day"),
        weeks=count(scenario.iop.weeks, "week"),
        total_days=count(days_per_week * scenario.iop.weeks, "day"),
        when=days_from_to(iop.first_day, iop.last_day),
    )
    return course + _closed(scenario, "iop")


def _closed(scenario: Scenario, care: Care) -> str:
    """How many planned days are closed, and what becomes of their visits; nothing without."""
    closed = days_closed(scenario, care)
    if not closed:
        return ""
    text = closed_days_text(day for _, day in closed)
    return f" {say('method.closed', closed=text, what=when_closed(scenario, care))}"


def _order(scenario: Scenario) -> Iterator[str]:
    """The order in which the terms the plan has apply to a visit."""
    terms = {
        "first": any(has_first_visits(scenario, care) for care in CARES),
        "deductible": has_deductible(scenario),
        "copay": any(has_copay(scenario, care) for care in CARES),
        _share_in_order(scenario): has_share(scenario)
        and not all(has_copay(scenario, care) for care in CARES),
        "both": any(has_copay_and_share(scenario, care) for care in CARES),
        "rest": any(has_share_of_rest(scenario, care) for care in CARES),
        "maximum": has_maximum(scenario),
        _year_in_order(scenario): starts_again(scenario),
        "carried_over": scenario.plan.deductible_carries_over and has_deductible(scenario),
        "penalty": any(has_penalty(scenario, care) for care in CARES),
        "stops": any(may_stop_paying(scenario, care) for care in CARES),
    }
    sentences = [say(f"method.order.{term}") for term, is_there in terms.items() if is_there]
    if sentences:
        yield " ".join([say("method.order"), *sentences])


def _share_in_order(scenario: Scenario) -> str:
    """What comes before the share: copayments of other visits, the deductible, or nothing."""
    if any(has_copay(scenario, care) for care in CARES):
        return "share"
    return "share.after" if has_deductible(scenario) else "share.alone"


def _year_in_order(scenario: Scenario) -> str:
    """What starts again with a new plan year: limits on what is paid, or visits alone."""
    return "year" if has_deductible(scenario) or has_maximum(scenario) else "year.visits"


def _not_known(comparison: Comparison) -> Iterator[str]:
    """How the ranges were found, where anything is owed."""
    if owes_nothing(comparison.scenario):
        return
    plan = [say("method.unknown.plan")] if has_plan(comparison.scenario) else []
    yield say("method.range")
    tries = say("method.unknown.tries", beyond=tries_beyond())
    yield " ".join([say("method.unknown"), *plan, tries])
    yield say("method.swing")


def _third_pathway(comparison: Comparison) -> Iterator[str]:
    for option in comparison.beside:
        by_care = groupby(entries_of(comparison, option.pathway), key=lambda entry: entry.care)
        phases = in_order(_phase(care, list(entries)) for care, entries in by_care)
        yield say("method.third", option=short_name(option.words_key), phases=phases)
        yield _split_sentence(comparison, option)


def _phase(care: Care, entries: Sequence[Entry]) -> str:
    return say(
        "method.third.phase",
        visits=visits_text(care, len(entries)),
        when=days_from_to(entries[0].date, entries[-1].date),
    )


def limits(scenario: Scenario) -> list[str]:
    """What the numbers leave out, one sentence each; of plans only what the person's can have."""
    left_out = {
        "approval": has_plan(scenario),
        "other_care": True,
        "family": has_deductible(scenario),
        "next_year": has_plan(scenario),
        "holidays": not scenario.week.closed_on_holidays,
        "missed": True,
        "free_visit": has_share(scenario),
        "more_help": True,
    }
    return [say(f"limit.{key}") for key, is_left_out in left_out.items() if is_left_out]


def _split_sentence(comparison: Comparison, option: Option) -> str:
    name = short_name(option.words_key)
    patient = money_exact(option.patient_total_usd)
    if not has_plan(comparison.scenario):
        return say("method.split.self_pay", option=name, patient=patient)
    plan = money_exact(option.plan_usd)
    mine = entries_of(comparison, option.pathway)
    amounts = {part: _sum(mine, f"{part}_usd") for part in PARTS}
    parts = [
        say(f"method.split.{part}", amount=money_exact(amount))
        for part, amount in amounts.items()
        if amount
    ]
    if not parts:
        return say("method.split.nothing", option=name, plan=plan)
    text = " + ".join(parts)
    if not option.plan_usd:
        return say("method.split.all", option=name, parts=text, patient=patient)
    return say("method.split", option=name, parts=text, patient=patient, plan=plan)


def _priced(comparison: Comparison, care: Care) -> dict[str, str]:
    """How many visits there are at which price, and what they come to, as written.

    The price is all that is billed for a visit: out of network that can be more than the plan's.
    """
    option = comparison.options[care]
    return {
        "n": visits_text(care, option.visits),
        "price": money_exact(entries_of(comparison, care)[0].price_usd),
        "total": money_exact(option.total_price_usd),
    }


def _sum(entries: Sequence[Entry], column: str) -> float:
    return round(sum(float(getattr(entry, column)) for entry in entries), 2)
