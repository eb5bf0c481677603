"""Comparison -> sentences: names, the answer, key figures, what each option is like."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Literal

from carechoice.catalog.decision_rows import FigureName
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rounding import whole_parts
from carechoice.catalog.rows import Care, Feature, Level, Pathway
from carechoice.comparison.compare import PATHWAYS, Comparison, Option, Phase, Range
from carechoice.comparison.course import hours_by_service
from carechoice.comparison.other_costs import other_costs
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.picked import figures_in_order
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.standing import standing
from carechoice.language.formats import (
    approximate_money,
    count,
    day,
    hours,
    in_a_row,
    money,
    money_range,
)
from carechoice.language.levels import hours_of
from carechoice.language.sentences import in_order, option_name, say, short_name


def column_names(pathways: Collection[Pathway]) -> list[str]:
    """The options' names above the columns of a table: of three, the short ones have room."""
    return [*map(option_name if len(pathways) == len(PATHWAYS) else short_name, pathways)]


def answer(comparison: Comparison) -> dict[Pathway, str]:
    """The answer for these inputs: a sentence of the same form for each option.

    Amounts are marked **bold** and the option's name stands first.
    """
    return {
        pathway: say(
            f"answer.option.{pathway}{_beyond(option)}",
            hours=hours(option.hours_per_week),
            first_end=day(option.phases[0].last_day),
            then_hours=hours(option.phases[-1].hours_per_week),
            end=day(option.last_day),
            cost=cost(option),
        )
        for pathway, option in comparison.options.items()
    }


def _beyond(option: Option) -> str:
    """The end of the key of a sentence for a program that is below or above the hours of an IOP."""
    crossing = program_crossing(option)
    return f".{crossing}" if crossing else ""


def program_crossing(option: Option) -> Literal["below", "above"] | None:
    """Whether the program's hours a week are below or above those of an IOP; None within them."""
    iop = catalog().levels["iop"]
    for phase in option.phases:
        if phase.care == "iop" and phase.level.key != iop.key:
            is_below = phase.hours_per_week < (iop.minimum_hours_per_week or 0)
            return "below" if is_below else "above"
    return None


def answer_parts(comparison: Comparison) -> dict[Pathway, list[str]]:
    """The answer cut where bold begins and ends: plain, bold, plain and so on."""
    return {pathway: sentence.split("**") for pathway, sentence in answer(comparison).items()}


def cost(option: Option) -> str:
    """What the patient pays; "about" where that depends on prices which are not the person's."""
    known = option.patient_usd.is_known
    return approximate_money(option.patient_usd.likely, is_known=known)


def plan_cost(option: Option) -> str:
    """What the plan pays, marked in the same way."""
    return approximate_money(plan_whole_usd(option), is_known=option.price_usd.is_known)


def plan_whole_usd(option: Option) -> int:
    """What the plan pays in whole dollars: with what the patient pays they make the total price."""
    return whole_parts([option.patient_usd.likely, option.plan_usd])[1]


def key_figures(comparison: Comparison) -> list[list[str]]:
    """Rows of question and answer of each option, in the same order for all.

    What the person picked as mattering comes first.
    """
    names = figures_in_order(comparison.scenario, tuple(KEY_FIGURES))
    return [key_figure(name, comparison) for name in names]


def key_figure(name: FigureName, comparison: Comparison) -> list[str]:
    """Question and answer of each option for one of ``KEY_FIGURES``."""
    options = comparison.options.values()
    return [say(f"figures.{name}"), *map(KEY_FIGURES[name], options)]


def _cost_with_range(option: Option) -> str:
    spread = option.patient_usd
    if spread.is_known:
        return cost(option)
    between = say("figures.range", low=money(spread.low), high=money(spread.high))
    return f"{cost(option)} {between}"


def hours_by_phase(option: Option) -> str:
    """The hours a week of an option: 9 hours, then 1 hour."""
    return by_phase(option, lambda phase: hours(phase.hours_per_week))


def by_phase(option: Option, tell: Callable[[Phase], str]) -> str:
    """What holds in an option, or in its first and in its second phase."""
    return in_order([tell(phase) for phase in option.phases])


KEY_FIGURES: Mapping[FigureName, Callable[[Option], str]] = {
    "hours_per_week": hours_by_phase,
    "weeks": lambda option: say(
        "figures.weeks.value", weeks=count(option.weeks, "week"), end=day(option.last_day)
    ),
    "total_hours": lambda option: hours(option.total_hours),
    "total_price": lambda option: approximate_money(
        option.total_price_usd, is_known=option.price_usd.is_known
    ),
    "patient": _cost_with_range,
    "level": lambda option: by_phase(option, lambda phase: phase.level.short_label),
}


def cost_label(option: Option, scenario: Scenario) -> str:
    """The label on an option's bar."""
    key = "cost.label" if has_plan(scenario) else "cost.label.self_pay"
    return say(key, option=short_name(option.pathway), you=cost(option), plan=plan_cost(option))


def week_in(option: Option) -> str:
    """What could fill a week of the option, as services.csv splits it."""
    return say("features.week", hours=hours(option.hours_per_week), parts=week_parts(option))


def week_parts(option: Option) -> str:
    """The hours of a week by kind of care, as a list in a sentence."""
    return in_a_row(
        say(
            "features.week.part",
            service=say(f"features.service.{key}"),
            hours=hours(share),
        )
        for key, share in hours_by_service(option.phases[0].care, option.hours_per_week).items()
    )


def about(comparison: Comparison, care: Care) -> list[str]:
    """What an option is like: a week in it, its good points and its drawbacks."""
    parts = [week_in(comparison.options[care])]
    for kind in ("positive", "negative"):
        told = (_as_it_is_here(feature, comparison) for feature in features(care, kind))
        points = "\n".join(f"- {point}" for point in told)
        parts += [f"**{say(f'features.{kind}')}**", points]
    return parts


def features(pathway: Pathway, kind: str) -> list[Feature]:
    """The good ("positive") or hard ("negative") sides of an option."""
    return [
        feature
        for feature in catalog().features.values()
        if feature.option == pathway and feature.kind == kind
    ]


def _as_it_is_here(feature: Feature, comparison: Comparison) -> str:
    """What is mostly so, and what is otherwise in this comparison."""
    option = comparison.options[feature.option]
    others = [each for each in comparison.both.values() if each is not option]
    hours_here = option.hours_per_week
    is_fewer = feature.from_hours is not None and hours_here < feature.from_hours
    is_more = feature.to_hours is not None and hours_here > feature.to_hours
    parts = [feature.text]
    if is_fewer or is_more:
        parts.append(say("features.here", hours=hours(hours_here)))
    if feature.is_dearer and any(o.total_price_usd >= option.total_price_usd for o in others):
        parts.append(say("features.here_not"))
    return " ".join(parts)


def third_way(pathway: Pathway) -> str:
    """What a way of one option after the other is like."""
    return say("features.third", option=option_name(pathway))


def trial() -> str:
    """What is known of which option works better: no difference was found."""
    return say("features.trial", people=f"{catalog().figures['trial_people'].value:g}")


def without_other(comparison: Comparison) -> list[str]:
    """That the person's other costs are left out, where there are any."""
    options = comparison.options.values()
    entered = any(other_costs(comparison.scenario, option).total_usd for option in options)
    return [say("bill.without_other")] if entered else []


def between(amounts: Range) -> str:
    """A range in whole dollars, or the amount where there is none."""
    if money(amounts.low) == money(amounts.high):
        return money(amounts.low)
    return money_range(amounts.low, amounts.high)


def standing_of(field: str, comparison: Comparison) -> str:
    """Where an input's value comes from, as a badge says it."""
    found = standing(field, comparison.scenario)
    days = dict(comparison.scenario.origins.confirmed)
    return say(f"standing.{found}", day=day(days[field]) if field in days else "")


def level_caption(comparison: Comparison) -> str:
    """Where both options stand on the ladder, and what crossing a boundary means."""
    sentences = [
        say(
            f"level.caption.option.{pathway}",
            hours=hours(option.hours_per_week),
            level=_level_name(option.level),
            then_hours=hours(option.phases[-1].hours_per_week),
            then_level=_level_name(option.phases[-1].level),
        )
        for pathway, option in comparison.options.items()
    ]
    program = catalog().levels["iop"]
    crossing = program_crossing(comparison.options["iop"])
    if crossing:
        sentences.append(say(f"level.crossing.{crossing}", **hours_of(program)))
    return " ".join([*sentences, say("level.caption.end")])


def _level_name(level: Level) -> str:
    return say(f"level.name.{level.key}", **hours_of(level))
