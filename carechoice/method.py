"""How the numbers were worked out, in words and with the person's own numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.catalog import catalog
from carechoice.comparison import PATHWAYS, Comparison, Entry, Option
from carechoice.course import program_week, sessions_per_week
from carechoice.formats import count, day, hours, money_exact
from carechoice.rows import Care
from carechoice.scenario import SELF_PAY
from carechoice.words import option_name, say


def steps(comparison: Comparison) -> list[str]:
    """How the numbers were worked out, with the person's own."""
    scenario = comparison.scenario
    therapy, iop = (comparison.options[pathway] for pathway in PATHWAYS)
    week = program_week(scenario)
    return [
        say(
            "method.therapy.course",
            hours=hours(scenario.therapy_hours_per_week),
            minutes=count(scenario.therapy_session_minutes, "minute"),
            pace=count(round(sessions_per_week(scenario), 1), "session"),
            sessions=count(therapy.visits, "session"),
            start=day(therapy.first_day),
            end=day(therapy.last_day),
        ),
        say(
            "method.therapy.price",
            n=count(therapy.visits, "session"),
            price=money_exact(_price(comparison, "therapy")),
            total=money_exact(therapy.total_price_usd),
        ),
        _split_sentence(comparison, therapy),
        say(
            "method.iop.course",
            hours=hours(scenario.iop_hours_per_week),
            per_day=hours(week.hours_by_day[0]),
            days=count(len(week.hours_by_day), "day"),
            weeks=count(scenario.iop_weeks, "week"),
            total_days=count(iop.visits, "day"),
            start=day(iop.first_day),
            end=day(iop.last_day),
        ),
        say(
            "method.iop.price",
            n=count(iop.visits, "day"),
            price=money_exact(_price(comparison, "iop")),
            total=money_exact(iop.total_price_usd),
        ),
        _split_sentence(comparison, iop),
        *_third_way(comparison),
        *(say(f"method.{key}") for key in ("order", "range", "separate", "unknown", "swing")),
    ]


def _third_way(comparison: Comparison) -> Iterator[str]:
    for pathway, option in comparison.options.items():
        if pathway in PATHWAYS:
            continue
        entries = [entry for entry in comparison.ledger if entry.pathway == pathway]
        sessions = [entry for entry in entries if entry.care == "therapy"]
        yield say(
            f"method.third.{pathway}",
            sessions=count(len(sessions), "session"),
            start=day(sessions[0].date),
            end=day(sessions[-1].date),
        )
        yield _split_sentence(comparison, option)


def limits() -> Iterator[str]:
    """What the numbers leave out, one sentence each."""
    return (row.text for key, row in catalog().sentences.items() if key.startswith("limit."))


def _split_sentence(comparison: Comparison, option: Option) -> str:
    name = option_name(option.pathway)
    patient = money_exact(option.patient_usd.likely)
    if comparison.scenario.network == SELF_PAY:
        return say("method.split.self_pay", option=name, patient=patient)
    mine = [entry for entry in comparison.ledger if entry.pathway == option.pathway]
    balance = _sum(mine, "balance_usd")
    return say(
        "method.split.balance" if balance else "method.split",
        option=name,
        balance=money_exact(balance),
        deductible=money_exact(_sum(mine, "deductible_usd")),
        copay=money_exact(_sum(mine, "copay_usd")),
        coinsurance=money_exact(_sum(mine, "coinsurance_usd")),
        patient=patient,
        plan=money_exact(option.plan_usd),
    )


def _price(comparison: Comparison, care: Care) -> float:
    """What a visit comes to in all: out of network that can be more than the plan's price."""
    return next(entry.price_usd for entry in comparison.ledger if entry.pathway == care)


def _sum(entries: Sequence[Entry], column: str) -> float:
    return round(sum(float(getattr(entry, column)) for entry in entries), 2)
