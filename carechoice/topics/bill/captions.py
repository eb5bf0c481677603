"""The captions of the charts of the bill."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from carechoice.comparison.compare import Comparison
from carechoice.comparison.draws.not_known import unknown
from carechoice.comparison.draws.simulation import may_be_otherwise
from carechoice.comparison.plan.nothing_paid import nothing_paid_in_short
from carechoice.comparison.plan.words import example_taken
from carechoice.comparison.plan_year.words import plan_year_note
from carechoice.comparison.words import cost_here, without_other
from carechoice.inputs.coverage import is_claimed_back
from carechoice.language.formats import approximate_money, count, day, listed, tries_within
from carechoice.language.sentences import say
from carechoice.topics.bill.facts import (
    BreakEven,
    Limit,
    longest_therapy,
    may_be_another_day,
    milestones,
)


def running_caption(comparison: Comparison) -> str:
    """What is paid by when, and when limits are reached."""
    sentences = [example_taken(comparison.scenario)]
    sentences += [
        say(f"running.caption.{option.words_key}", cost=cost_here(option), end=day(option.last_day))
        for option in comparison.options.values()
    ]
    sentences.append(plan_year_note(comparison))
    sentences += _milestone_sentences(comparison)
    return " ".join(filter(None, [*sentences, *without_other(comparison)]))


def _milestone_sentences(comparison: Comparison) -> Iterator[str]:
    """Each limit and day on which it is reached, with all options in which it is that day.

    A day that may be another one by what is not known is told as "around" it.
    """
    reached: dict[tuple[str, date], list[str]] = {}
    for pathway, option in comparison.options.items():
        found = milestones(comparison, pathway)
        days: tuple[tuple[Limit, date | None], ...] = (
            ("deductible", found.deductible_met),
            ("max", found.oop_max_reached),
        )
        for limit, when in days:
            if when:
                told = say(f"note.during.{option.words_key}")
                is_open = may_be_another_day(comparison, pathway, limit, when)
                key = f"{limit}.around" if is_open else limit
                reached.setdefault((key, when), []).append(told)
    for (name, when), options in reached.items():
        yield say(f"running.{name}", options=listed(options), day=day(when))


def break_even_caption(comparison: Comparison, found: BreakEven) -> str:
    """How many sessions cost as much as the IOP, and what the person's own number costs.

    What holds in most tries is a paragraph of its own, above what the terms on the page come to.
    """
    therapy = comparison.options["therapy"]
    here = say(
        "break_even.here", sessions=count(therapy.visits, "session"), therapy=cost_here(therapy)
    )
    terms = [_with_these_terms(comparison, found), here, *without_other(comparison)]
    paragraphs = map(" ".join, (_in_tries(comparison, found), filter(None, terms)))
    return "\n\n".join(filter(None, paragraphs))


def _in_tries(comparison: Comparison, found: BreakEven) -> Iterator[str]:
    """Where the number lies in most tries of what is not known, where it is not one number."""
    if found.in_tries is None:
        return
    low, high = found.in_tries.low, found.in_tries.high
    kind = "never" if low is None else "from" if high is None else "between"
    yield say(
        f"break_even.tries.{kind}",
        tries=tries_within(),
        this_program=this_program(comparison),
        low=low if high else count(low or 0, "session"),
        high=count(high or 0, "session"),
        most=count(len(found.therapy_usd), "session"),
    )
    if is_claimed_back(comparison.scenario) and unknown(comparison.scenario).terms:
        yield say("break_even.tries.oon")
    yield from nothing_paid_in_short(comparison.scenario)


def _with_these_terms(comparison: Comparison, found: BreakEven) -> str:
    """How many sessions cost as much with the terms on the page, and whose terms these are."""
    told = _crossing(comparison, found)
    taken = example_taken(comparison.scenario)
    if taken:
        return f"{taken} {told}"
    # That it costs nothing is told without an amount, which could be about so much.
    may_cost = not (found.iop_usd or comparison.options["iop"].is_cost_known)
    return say("break_even.tries.here", told=told) if found.in_tries or may_cost else told


def _crossing(comparison: Comparison, found: BreakEven) -> str:
    if not found.iop_usd:
        return say(
            "break_even.free", program=say(f"level.alt.{comparison.options['iop'].words_key}")
        )
    told = {
        "iop": cost_here(comparison.options["iop"]),
        "this_program": this_program(comparison),
    }
    if found.sessions is None:
        return say(
            "break_even.never",
            sessions=count(len(found.therapy_usd), "session"),
            therapy=_cost_of_the_longest(comparison, found),
            **told,
        )
    if found.sessions == 1:
        return say("break_even.always", **told)
    return say("break_even.found", sessions=count(found.sessions, "session"), **told)


def _cost_of_the_longest(comparison: Comparison, found: BreakEven) -> str:
    """What the most sessions cost; about so much where what is not known may change that."""
    is_open = may_be_otherwise(longest_therapy(comparison.scenario), "therapy")
    return approximate_money(found.therapy_usd[-1], is_known=not is_open)


def this_program(comparison: Comparison) -> str:
    """The program that therapy is set beside, within a sentence."""
    return say(f"break_even.this.{comparison.options['iop'].words_key}")
