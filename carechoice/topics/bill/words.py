"""The bill and what is not known about it, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import astuple, fields
from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rounding import half_up, whole_parts
from carechoice.catalog.rows import Care, Pathway
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.ledger import HALF_A_CENT
from carechoice.comparison.other_costs import OtherCosts, other_costs
from carechoice.comparison.plan_words import plan_year_note
from carechoice.comparison.words import cost, standing_of, without_other
from carechoice.inputs.coverage import (
    has_deductible,
    has_maximum,
    has_plan,
    is_charged_above,
    is_in_use,
)
from carechoice.inputs.evidence import shown
from carechoice.inputs.scenario import Scenario
from carechoice.language.formats import count, day, day_of_year, money, money_exact, month
from carechoice.language.sentences import say, short_name
from carechoice.topics.bill.facts import BreakEven, Month, Step, costs_nothing, milestones, steps


def totals(comparison: Comparison) -> list[list[str]]:
    """Rows of what each option costs the patient: in all, a week, an hour, and beside the bill."""
    options = list(comparison.options.values())
    extra = [other_costs(comparison.scenario, option) for option in options]
    rows = [_line("total", options, cost)]
    if not costs_nothing(comparison):
        rows += [_line(name, options, tell) for name, tell in SPREAD_OVER.items()]
    if any(costs.total_usd for costs in extra):
        rows += _beside_the_bill(options, extra)
    return rows


SPREAD_OVER: Mapping[str, Callable[[Option], str]] = {
    "per_week": lambda option: money(option.patient_usd.likely / option.weeks),
    "per_hour": lambda option: money(option.patient_usd.likely / option.total_hours),
}


def _beside_the_bill(options: Sequence[Option], extra: Sequence[OtherCosts]) -> list[list[str]]:
    """What the person entered, as far as there is some, and what it comes to with the bill."""
    columns = [
        whole_parts([option.patient_usd.likely, *astuple(costs)])
        for option, costs in zip(options, extra, strict=True)
    ]
    names = (field.name.removesuffix("_usd") for field in fields(OtherCosts))
    parts = zip(names, list(zip(*columns, strict=True))[1:], strict=True)
    rows = [[say(f"bill.{name}"), *map(money, amounts)] for name, amounts in parts if any(amounts)]
    return [*rows, [say("bill.with_other"), *(money(sum(column)) for column in columns)]]


def _line(name: str, options: list[Option], tell: Callable[[Option], str]) -> list[str]:
    return [say(f"bill.{name}"), *map(tell, options)]


def told_steps(comparison: Comparison, pathway: Pathway) -> list[str]:
    """The bill of an option, a sentence for each run of visits that are billed alike."""
    found = steps(comparison, pathway)
    return list(_told_steps(found, comparison.scenario))


def _told_steps(found: list[Step], scenario: Scenario) -> Iterator[str]:
    cares = {step.entry.care for step in found}
    for step in found:
        if step.new_year:
            yield _new_year(scenario, cares, step.new_year)
        yield _told(step, scenario)


def _new_year(scenario: Scenario, cares: Collection[Care], start: date) -> str:
    """What of the plan's terms for these kinds of care starts again on a day."""
    deductible, maximum = has_deductible(scenario, *cares), has_maximum(scenario)
    what = "both" if deductible and maximum else "deductible" if deductible else "maximum"
    return say(f"step.new_year.{what}", day=day(start))


def _told(step: Step, scenario: Scenario) -> str:
    entry, form = step.entry, "one" if step.first == step.last else "other"
    visits = say(
        f"step.visits.{entry.care}.{form}",
        first=step.first,
        last=step.last,
        start=day(entry.date),
        end=day(step.last_day),
    )
    only_balance = entry.balance_usd and step.kind in ("free", "past_max")
    # What the plan allows is not the full price where more is charged, or may be.
    is_less = step.kind == "full" and is_charged_above(scenario, entry.care)
    full = "full.oon" if is_less else step.kind
    sentence = say(
        f"step.{'above' if only_balance else full}.{form}",
        visits=visits,
        patient=money_exact(entry.patient_usd - (0 if only_balance else entry.balance_usd)),
        price=money_exact(entry.price_usd - entry.balance_usd),
        plan=money_exact(entry.plan_usd),
        deductible=money_exact(entry.deductible_usd),
        rest=money_exact(entry.patient_usd - entry.balance_usd - entry.deductible_usd),
    )
    if entry.balance_usd < HALF_A_CENT or only_balance:
        return sentence
    balance = money_exact(entry.balance_usd)
    return say(f"step.balance.{form}", sentence=sentence, balance=balance)


def months(found: Sequence[Month]) -> list[list[str]]:
    """Rows of a table: the month, and what patient and plan pay for each option in it."""
    pathways = list(found[0].patient_usd)
    columns = [list(_months_of(found, pathway)) for pathway in pathways]
    names = [month(each.first_day) for each in found]
    return [[name, *cells] for name, *cells in zip(names, *columns, strict=True)]


def _months_of(found: Sequence[Month], pathway: Pathway) -> Iterator[str]:
    """A cell a month; together they come to what is shown for the whole course."""
    you_usd = [each.patient_usd[pathway] for each in found]
    plan_usd = [each.plan_usd[pathway] for each in found]
    _, plan_in_all = whole_parts([sum(you_usd), sum(plan_usd)])
    shown = zip(whole_parts(you_usd), whole_parts(plan_usd, plan_in_all), strict=True)
    for you, plan in shown:
        yield say("bill.months.cell", you=money(you), plan=money(plan))


def running_caption(comparison: Comparison) -> str:
    """What is paid by when, and when limits are reached."""
    sentences = [
        say(f"running.caption.{pathway}", cost=cost(option), end=day(option.last_day))
        for pathway, option in comparison.options.items()
    ]
    sentences.append(plan_year_note(comparison))
    for pathway in comparison.options:
        found = milestones(comparison, pathway)
        for name, when in (("deductible", found.deductible_met), ("max", found.oop_max_reached)):
            if when:
                sentences.append(say(f"running.{name}.{pathway}", day=day(when)))
    return " ".join(filter(None, [*sentences, *without_other(comparison)]))


def break_even_caption(comparison: Comparison, found: BreakEven) -> str:
    """How many sessions cost as much as the IOP, and what the person's own number costs."""
    iop = cost(comparison.options["iop"])
    if not found.iop_usd:
        told = say("break_even.free")
    elif found.sessions is None:
        told = say(
            "break_even.never",
            sessions=count(len(found.therapy_usd), "session"),
            therapy=money(found.therapy_usd[-1]),
            iop=iop,
        )
    elif found.sessions == 1:
        told = say("break_even.always", iop=iop)
    else:
        told = say("break_even.found", sessions=count(found.sessions, "session"), iop=iop)
    therapy = comparison.options["therapy"]
    here = say("break_even.here", sessions=count(therapy.visits, "session"), therapy=cost(therapy))
    return " ".join([told, here, *without_other(comparison)])


def how_the_other_plan_is_counted(other: Scenario) -> str:
    """What is the same and what is not known where the same care is under another plan."""
    has_own_year = "plan_year_start" in catalog().terms_of(other.other_plan.key)
    return say(
        f"other_plan.lead.{other.plan.network}",
        fold=say("controls.more.other_plan"),
        plan_year=say(
            f"other_plan.year.{'own' if has_own_year else 'same'}",
            day=day_of_year(other.plan.year_start),
        ),
    )


def under_another_plan(now: Comparison, then: Comparison) -> list[str]:
    """What each option costs under both plans, and the difference, a sentence each."""
    kind = "plan" if has_plan(then.scenario) else "self_pay"
    blanks = {name: say(f"other_plan.{name}.{kind}") for name in ("there", "both")}
    return [
        _change(option, then.options[pathway], blanks) for pathway, option in now.options.items()
    ]


def _change(now: Option, then: Option, blanks: Mapping[str, str]) -> str:
    gap_usd = half_up(then.patient_usd.likely) - half_up(now.patient_usd.likely)
    kind = "same" if not gap_usd else "more" if gap_usd > 0 else "less"
    return say(
        f"other_plan.{kind}",
        option=short_name(now.pathway),
        now=money(now.patient_usd.likely),
        then=money(then.patient_usd.likely),
        dollars=money(abs(gap_usd)),
        **blanks,
    )


def inputs(comparison: Comparison) -> list[tuple[str, str, str]]:
    """(input, value, badge): everything the bill was worked out from."""
    scenario = comparison.scenario
    return [
        (row.label, shown(row, scenario.value(field)), standing_of(field, comparison))
        for field, row in catalog().parameters.items()
        if not (row.is_on_one_page_only or row.is_look)
        and row.section not in ("other_plan", "week")
        and is_in_use(field, scenario)
    ]
