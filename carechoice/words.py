"""Comparison -> sentences: names, the answer, key figures, what each option is like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from math import isclose

from carechoice.catalog import catalog
from carechoice.comparison import PATHWAYS, Comparison, Option, Range
from carechoice.formats import count, day, hours, money, percent
from carechoice.rows import Level, Pathway
from carechoice.scenario import Problem, Scenario

SELF_PAY = "self_pay"


def say(key: str, **values: object) -> str:
    """The sentence under ``key`` with its blanks filled."""
    return catalog().say(key, **values)


def option_name(pathway: Pathway) -> str:
    """The option's full name."""
    return say(f"option.{pathway}")


def short_name(pathway: Pathway) -> str:
    """The option's short name, for where its full name stands near by."""
    return say(f"option.{pathway}.short")


def answer(comparison: Comparison) -> dict[Pathway, str]:
    """The answer for these inputs: a sentence of the same form for each option.

    Amounts are marked **bold** and the option's name stands first.
    """
    return {
        pathway: say(
            f"answer.option.{pathway}",
            hours=hours(option.hours_per_week),
            end=day(option.last_day),
            cost=cost(option),
        )
        for pathway, option in comparison.options.items()
    }


def assumption(scenario: Scenario) -> str:
    """What the answer rests on most."""
    plan = catalog().plans[scenario.plan]
    specific = f"assumption.{plan.key}"
    if scenario.network == SELF_PAY:
        return say("assumption.none")
    if specific in catalog().sentences:
        return say(specific)
    return say("assumption.plan", plan=plan.label)


def cost(option: Option) -> str:
    """What the patient pays; "about" where the prices are not the person's own."""
    amount = money(option.patient_usd.likely)
    return amount if is_sure(option.patient_usd) else say("about", amount=amount)


def key_figures(comparison: Comparison) -> list[tuple[str, str, str]]:
    """(question, therapy, IOP): what each option asks, in the same order for both."""
    rows: list[tuple[str, Callable[[Option], str]]] = [
        ("hours_per_week", lambda option: hours(option.hours_per_week)),
        (
            "weeks",
            lambda option: say(
                "figures.weeks.value", weeks=count(option.weeks, "week"), end=day(option.last_day)
            ),
        ),
        ("total_hours", lambda option: hours(option.total_hours)),
        ("total_price", lambda option: money(option.total_price_usd)),
        ("patient", _cost_with_range),
        ("level", lambda option: option.level.short_label),
    ]
    therapy, iop = (comparison.options[pathway] for pathway in PATHWAYS)
    return [(say(f"figures.{key}"), tell(therapy), tell(iop)) for key, tell in rows]


def plan_year_note(comparison: Comparison) -> str:
    """That a new plan year starts inside a course and brings the deductible again, if so."""
    scenario = comparison.scenario
    restarts = [o.plan_year_restarts for o in comparison.options.values() if o.plan_year_restarts]
    subject = scenario.therapy_deductible_applies or scenario.iop_deductible_applies
    if not (restarts and subject and scenario.deductible_usd) or scenario.network == SELF_PAY:
        return ""
    return say("note.plan_year", restart=day(min(restarts)))


def cost_label(option: Option, scenario: Scenario) -> str:
    """The label on an option's bar."""
    key = "cost.label.self_pay" if scenario.network == SELF_PAY else "cost.label"
    return say(
        key, option=short_name(option.pathway), you=cost(option), plan=money(option.plan_usd)
    )


def level_hours(level: Level) -> str:
    """The weekly hours of a level, as a phrase."""
    return say(f"level.hours.{span(level)}", **hours_of(level))


def rung(level: Level) -> str:
    """A level's short name with its hours, for the ladder."""
    return say("level.rung", label=level.short_label, hours=level_hours(level))


def week_in(option: Option) -> str:
    """What fills a week of the option, as far as services.csv splits it."""
    parts = services_of(option.pathway, option.hours_per_week)
    listed = ", ".join(
        say("features.week.part", service=name.lower(), hours=hours(share))
        for name, share in sorted(parts.items(), key=lambda part: -part[1])
    )
    return say("features.week", hours=hours(option.hours_per_week), parts=listed)


def services_of(pathway: Pathway, hours_per_week: float) -> dict[str, float]:
    """Hours a week by service; one service takes what the others leave."""
    shares = {
        row.label: row.therapy_hours if pathway == "therapy" else row.iop_hours
        for row in catalog().services.values()
    }
    fixed = {name: share for name, share in shares.items() if isinstance(share, float) and share}
    rest = hours_per_week - sum(fixed.values())
    filling = {name: rest for name, share in shares.items() if share == "rest" and rest > 0}
    return {**fixed, **filling}


def plan_share(scenario: Scenario) -> str:
    """Of what the "plan pays" slider is a share, with the person's own numbers."""
    if scenario.network == SELF_PAY:
        return say("controls.shared.self_pay")
    applies = {
        (False, False): "both",
        (True, False): "iop",
        (False, True): "therapy",
        (True, True): "none",
    }[scenario.therapy_copay_usd > 0, scenario.iop_copay_per_day_usd > 0]
    return say(
        f"controls.shared.{applies}",
        plan=percent(scenario.plan_pays_percent),
        you=percent(100 - scenario.plan_pays_percent),
        therapy_copay=money(scenario.therapy_copay_usd),
        iop_copay=money(scenario.iop_copay_per_day_usd),
    )


def unused_values(problems: Sequence[Problem]) -> str:
    """One line that names the link values that were not used, and why."""
    named = (
        say("note.unused_value", field=problem.field, reason=problem.reason) for problem in problems
    )
    return say("note.unused_values", list="; ".join(named))


def features(pathway: Pathway, kind: str) -> list[str]:
    """The good ("positive") or hard ("negative") sides of an option."""
    return [
        feature.text
        for feature in catalog().features.values()
        if feature.option == pathway and feature.kind == kind
    ]


def trial() -> str:
    """What is known of which option works better: no difference was found."""
    return say("features.trial", people=f"{catalog().figures['trial_people'].value:g}")


def footer() -> list[str]:
    """What the numbers are and are not, who shows them, and how old they are."""
    release = {key: row.value for key, row in catalog().release.items()}
    dates = {key: day(date.fromisoformat(release[key])) for key in ("data_date", "review_by")}
    return [
        *(say(f"footer.{key}") for key in ("estimate", "privacy", "interest")),
        say("footer.data", version=release["version"], **dates),
    ]


def review_overdue(today: date) -> str:
    """That the numbers are due to be looked through again, once they are; else nothing."""
    review_by = date.fromisoformat(catalog().release["review_by"].value)
    return say("footer.overdue", review_by=day(review_by)) if today > review_by else ""


def is_sure(patient_usd: Range) -> bool:
    """Whether the patient's cost is the same at low and high prices."""
    return isclose(patient_usd.low, patient_usd.high)


def _cost_with_range(option: Option) -> str:
    spread = option.patient_usd
    if is_sure(spread):
        return cost(option)
    between = say("figures.range", low=money(spread.low), high=money(spread.high))
    return f"{cost(option)} {between}"


def hours_of(level: Level) -> dict[str, str]:
    """The level's hours as blanks of sentences: minimum and below, or low and high inclusive."""
    low, high = level.minimum_hours_per_week or 0, level.below_hours_per_week or 0
    return {
        "minimum": f"{low:g}",
        "below": f"{high:g}",
        "low": f"{low:g}",
        "high": f"{high - 1:g}" if low else f"{high:g}",
    }


def span(level: Level) -> str:
    """Which form of words fits the level's hours."""
    if level.around_the_clock:
        return "always"
    if not level.minimum_hours_per_week:
        return "below"
    return "from_to" if level.below_hours_per_week else "from"
