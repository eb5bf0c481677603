"""The sentence under the charts of time and cost, and their text for people who cannot see."""

from __future__ import annotations

from typing import Literal

from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.plan.nothing_paid import nothing_paid_in_short
from carechoice.comparison.plan.words import plan_note
from carechoice.comparison.plan_year.words import new_plan_year_note
from carechoice.comparison.weeks.closed_words import left_out_text, longer_text
from carechoice.comparison.weeks.stretches import WEEKS_OF_A_MEAN, has_means
from carechoice.comparison.words import between, cost_or_range, has_tries, phases_text, plan_cost
from carechoice.inputs.coverage import has_plan, owes_nothing
from carechoice.language.formats import count, day, hours, listed, money, tries_within
from carechoice.language.sentences import as_text, say, short_name

# What stands for the hours of an option.
Drawn = Literal["areas", "lines", "columns"]


def time_caption(comparison: Comparison, *, drawn: Drawn = "areas") -> str:
    """What the time chart shows, and what closed days change of the weeks and visits asked for.

    On a slide it is ``drawn`` with columns, or over years with lines; on a page beside another
    program with lines, too.
    """
    sentences = [
        *_time_shown(comparison, drawn),
        say("time.caption.means", weeks=count(WEEKS_OF_A_MEAN, "week"))
        if has_means(comparison)
        else "",
        left_out_text(comparison),
        longer_text(comparison),
    ]
    return " ".join(filter(None, sentences))


def _time_shown(comparison: Comparison, drawn: Drawn) -> list[str]:
    if drawn == "areas" and len(comparison.programs) == 1:
        sentence = say("time.caption", **_time_values(comparison))
        return [sentence, *map(_time_in_all, comparison.beside)]
    lines = [] if drawn == "columns" else [say("time.caption.lines")]
    return [*map(_time_in_all, comparison.options.values()), *lines]


def _time_in_all(option: Option) -> str:
    return say(
        "time.caption.third",
        option=short_name(option.words_key),
        hours=hours(option.total_hours),
        weeks=count(option.weeks, "week"),
    )


def time_alt(comparison: Comparison) -> str:
    """The time chart for people who cannot see it."""
    starts = min(option.first_day for option in comparison.options.values())
    sentences = (
        say(
            "time.alt.option" if option.visits > 1 else "time.alt.option.once",
            option=short_name(option.words_key),
            phases=as_text(phases_text(option)),
            hours=hours(option.total_hours),
        )
        for option in comparison.options.values()
    )
    return " ".join([say("time.alt", start=day(starts)), *sentences])


def cost_caption(comparison: Comparison) -> str:
    """What the cost chart shows."""
    sentences = [
        say(f"cost.caption{_kind_of_bill(comparison)}", **_cost_values(comparison)),
        *_third_costs(comparison),
        _range_sentence(comparison),
        new_plan_year_note(comparison),
        plan_note(comparison.scenario),
    ]
    return " ".join(filter(None, sentences))


def cost_alt(comparison: Comparison) -> str:
    """The cost chart for people who cannot see it."""
    kind = _kind_of_bill(comparison) or (".any_plan" if _are_ranges_alone(comparison) else "")
    is_open = has_tries(comparison.scenario) or owes_nothing(comparison.scenario)
    sure = "" if is_open else ".known"
    sentence = say(f"cost.alt{kind}{sure}", **_cost_values(comparison), tries=tries_within())
    third = [*_third_costs(comparison), *_third_ranges(comparison)]
    return " ".join([sentence, *third, *_where_bars_end(comparison)])


def _where_bars_end(comparison: Comparison) -> list[str]:
    """At which total prices the bars end, where a part of one is the plan's and prices vary."""
    options = comparison.options.values()
    is_known = all(option.total_likely_usd.is_known for option in options)
    if is_known or not has_plan(comparison.scenario):
        return []
    parts = [
        say(f"cost.caption.range.{option.words_key}", range=money(option.total_likely_usd.high))
        for option in options
    ]
    return [say("cost.alt.total", parts=listed(parts))]


def _kind_of_bill(comparison: Comparison) -> str:
    """The end of the key of a sentence on a bill of its own kind."""
    if not has_plan(comparison.scenario):
        return ".self_pay"
    return ".nothing" if owes_nothing(comparison.scenario) else ""


def _third_costs(comparison: Comparison) -> list[str]:
    return [
        say(
            f"cost.caption.third{_kind_of_bill(comparison)}",
            option=short_name(option.words_key),
            you=cost_or_range(option),
            plan=_plan_pays(option),
        )
        for option in comparison.beside
    ]


def _third_ranges(comparison: Comparison) -> list[str]:
    """The range of what a third pathway costs the patient, as is told of both options."""
    if _are_ranges_alone(comparison) or not has_tries(comparison.scenario):
        return []
    return [
        say("cost.alt.third", option=short_name(option.words_key), range=_spread(option))
        for option in comparison.beside
    ]


def _range_sentence(comparison: Comparison) -> str:
    """The range of what the patient pays, for the options where there is one; on what it rests."""
    if not has_tries(comparison.scenario):
        return ""
    paid = nothing_paid_in_short(comparison.scenario)
    if _are_ranges_alone(comparison):
        return " ".join([say("cost.caption.any_plan", tries=tries_within()), *paid])
    options = comparison.options
    parts = [
        say(
            f"cost.caption.range.{option.words_key}",
            range=between(option.patient_usd),
        )
        for option in options.values()
        if not option.patient_usd.is_known
    ]
    if parts:
        return " ".join(
            [say("cost.caption.range", tries=tries_within(), parts=listed(parts)), *paid]
        )
    return say("cost.caption.same", tries=tries_within())


def _time_values(comparison: Comparison) -> dict[str, str]:
    values = _names_of_the_program(comparison)
    for pathway, option in comparison.options.items():
        values |= {
            f"{pathway}_hours": hours(option.total_hours),
            f"{pathway}_weeks": count(option.weeks, "week"),
        }
    return values


def _cost_values(comparison: Comparison) -> dict[str, str]:
    values = _names_of_the_program(comparison)
    for pathway, option in comparison.options.items():
        values |= {
            f"{pathway}_you": cost_or_range(option),
            f"{pathway}_plan": _plan_pays(option),
            f"{pathway}_range": _spread(option),
        }
    return values


def _names_of_the_program(comparison: Comparison) -> dict[str, str]:
    """What the program is called by itself, and within a sentence."""
    key = comparison.options["iop"].words_key
    return {"program": short_name(key), "the_program": say(f"note.during.{key}")}


def _are_ranges_alone(comparison: Comparison) -> bool:
    return any(option.is_range_alone for option in comparison.options.values())


def _plan_pays(option: Option) -> str:
    return between(option.plan_likely_usd) if option.is_range_alone else plan_cost(option)


def _spread(option: Option) -> str:
    return between(option.patient_usd)
