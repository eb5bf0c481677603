"""Comparison -> sentences: the answer, and how amounts and hours are written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Literal

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rounding import whole_parts
from carechoice.catalog.rows import Care, Pathway
from carechoice.comparison.compare import PATHWAYS, Comparison, Option, Phase, Range
from carechoice.comparison.draws.not_known import unknown
from carechoice.comparison.other_costs import other_costs
from carechoice.comparison.visits.course import ProgramWeek
from carechoice.inputs.coverage import has_plan, owes_nothing
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import (
    Unit,
    approximate_money,
    count,
    day,
    days_from_to,
    hours,
    money,
    money_range,
)
from carechoice.language.sentences import by_bold, in_order, option_name, say, short_name

# What a visit is counted as.
VISIT_OF: Mapping[Care, Unit] = {"therapy": "session", "iop": "day"}


def day_length(week: ProgramWeek) -> str:
    """How long a program day is; "about" where the days of the week differ by a minute."""
    text = hours(week.hours_by_day[0])
    return text if len(set(week.hours_by_day)) == 1 else say("about", amount=text)


def column_names(options: Collection[Option]) -> list[str]:
    """The options' names above the columns of a table: of three, the short ones have room."""
    name_of = option_name if len(options) == len(PATHWAYS) else short_name
    return [name_of(option.words_key) for option in options]


def answer(comparison: Comparison) -> dict[Pathway, str]:
    """The answer for these inputs: a sentence of the same form for each option.

    Amounts are marked **bold** and the option's name stands first.
    """
    return {
        pathway: say(
            f"answer.option.{option.words_key}{_beyond(option)}",
            phases=phases_text(option),
            week=_week_from_to(option),
            cost=cost(option),
        )
        for pathway, option in comparison.options.items()
    }


def phases_text(option: Option) -> str:
    """The hours a week of each phase with its last day, the hours **bold**; of a visit its day."""
    return by_phase(option, lambda phase: _phase_text(option, phase))


def _phase_text(option: Option, phase: Phase) -> str:
    most = _most_hours(option, phase)
    if phase.visits == 1:
        return say("answer.phase.once", hours=hours(most), end=day(phase.last_day))
    return say(
        f"answer.phase{_closed(option, phase)}",
        hours=hours(phase.hours_per_week),
        most=hours(most),
        end=day(phase.last_day),
    )


def _week_from_to(option: Option) -> str:
    """The hours a week with the first and the last day; of a single visit its hours and its day."""
    phase = option.phases[0]
    if option.visits == 1:
        return _phase_text(option, phase)
    return say(
        f"answer.phase.from{_closed(option, phase)}",
        hours=hours(phase.hours_per_week),
        most=hours(_most_hours(option, phase)),
        when=days_from_to(option.first_day, option.last_day),
    )


def week_text(option: Option) -> str:
    """The hours a week of an option, and of a program without a full week those of its fullest."""
    return by_phase(option, lambda phase: _week_text(option, phase))


def _week_text(option: Option, phase: Phase) -> str:
    text = hours(phase.hours_per_week)
    if not _closed(option, phase):
        return text
    most = hours(_most_hours(option, phase))
    return say("figures.hours_per_week.closed", hours=text, most=most)


def _closed(option: Option, phase: Phase) -> str:
    """The end of the key of a sentence on a program of which each week has closed days."""
    return ".closed" if _most_hours(option, phase) < phase.hours_per_week else ""


def _most_hours(option: Option, phase: Phase) -> float:
    """The hours of a phase's fullest week: of a program fewer, where each has closed days."""
    return min(phase.hours_per_week, round(max(option.hours_by_week), 9))


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
    return {pathway: by_bold(sentence) for pathway, sentence in answer(comparison).items()}


def cost(option: Option, *, parts: float = 1) -> str:
    """What the patient pays: about so much, with the range it likely lies in.

    While nothing is known of the plan there is the range alone: our numbers are no better a guess.
    ``parts``: for each of so many parts of the course, such as its weeks.
    """
    return _likely(option, option.patient_usd, cost_here(option, parts=parts), parts=parts)


def plan_cost_likely(option: Option) -> str:
    """What the plan pays, told like what the patient pays."""
    return _likely(option, option.plan_likely_usd, plan_cost(option))


def _likely(option: Option, usd: Range, here: str, *, parts: float = 1) -> str:
    low, high = (money(end / parts) for end in (usd.low, usd.high))
    if low == high:
        return here
    return say(
        "cost.range" if option.is_range_alone else "cost.about", amount=here, low=low, high=high
    )


def cost_here(option: Option, *, parts: float = 1) -> str:
    """What the patient pays with these numbers; "about" where not all of them are the person's."""
    known = option.is_cost_known
    return approximate_money(option.patient_total_usd / parts, is_known=known)


def cost_or_range(option: Option) -> str:
    """What the patient pays with these numbers; its range where that is all there is to say."""
    return between(option.patient_usd) if option.is_range_alone else cost_here(option)


def plan_cost(option: Option) -> str:
    """What the plan pays: known with total price and the person's part, or where it is nothing."""
    is_known = option.is_total_price_known and option.is_cost_known
    is_known = is_known or option.is_paid_by_no_plan
    return approximate_money(plan_whole_usd(option), is_known=is_known)


def total_price_likely(option: Option) -> str:
    """What all visits are billed for, of which a price may be a guess, told like both parts."""
    here = approximate_money(option.total_price_usd, is_known=option.is_total_price_known)
    return _likely(option, option.total_likely_usd, here)


def plan_whole_usd(option: Option) -> int:
    """What the plan pays in whole dollars: with what the patient pays they make the total price."""
    return whole_parts([option.patient_total_usd, option.plan_usd])[1]


def hours_by_phase(option: Option) -> str:
    """The hours a week of an option: 9 hours, then 1 hour."""
    return by_phase(option, lambda phase: hours(phase.hours_per_week))


def by_phase(option: Option, tell: Callable[[Phase], str]) -> str:
    """What holds in an option, or in one phase of it after the other."""
    return in_order(map(tell, option.phases))


def visits_text(care: Care, visits: float) -> str:
    """So many visits of a kind of care, by what they are called: 18 sessions, 24 days."""
    return count(visits, VISIT_OF[care])


def cost_label(option: Option, scenario: Scenario) -> str:
    """The label on an option's bar."""
    name = short_name(option.words_key)
    if option.is_range_alone:
        return say("cost.label.any_plan", option=name, you=between(option.patient_usd))
    key = "cost.label" if has_plan(scenario) else "cost.label.self_pay"
    return say(key, option=name, you=cost_here(option), plan=plan_cost(option))


def without_other(comparison: Comparison) -> list[str]:
    """That the person's other costs are left out, where there are any."""
    return [say("bill.without_other")] if has_other_costs(comparison) else []


def has_other_costs(comparison: Comparison) -> bool:
    """Whether any option has costs beside its bill, as the person entered them."""
    return any(other_costs(option).total_usd for option in comparison.options.values())


def has_tries(scenario: Scenario) -> bool:
    """Whether anything is tried: a bill may be nothing, or all that has a range known."""
    return bool(unknown(scenario).fields) and not owes_nothing(scenario)


def between(amounts: Range) -> str:
    """A range in whole dollars, or the amount where there is none."""
    if money(amounts.low) == money(amounts.high):
        return money(amounts.low)
    return money_range(amounts.low, amounts.high)
