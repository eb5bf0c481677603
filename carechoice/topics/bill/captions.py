"""The captions of the charts of the bill."""

from __future__ import annotations

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import Comparison
from carechoice.comparison.not_known import is_nothing_known
from carechoice.comparison.plan_words import plan_year_note
from carechoice.comparison.words import cost_here, without_other
from carechoice.inputs.counting import example_behind
from carechoice.language.formats import count, day, money
from carechoice.language.sentences import say
from carechoice.topics.bill.facts import BreakEven, milestones


def _example_taken(comparison: Comparison) -> str:
    """Whose terms a bill has while nothing is known of the plan; "" once something is."""
    scenario = comparison.scenario
    if not is_nothing_known(scenario):
        return ""
    return say("bill.example", plan=catalog().plans[example_behind(scenario)].label)


def running_caption(comparison: Comparison) -> str:
    """What is paid by when, and when limits are reached."""
    sentences = [_example_taken(comparison)]
    sentences += [
        say(f"running.caption.{pathway}", cost=cost_here(option), end=day(option.last_day))
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
    iop = cost_here(comparison.options["iop"])
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
    here = say(
        "break_even.here", sessions=count(therapy.visits, "session"), therapy=cost_here(therapy)
    )
    taken = _example_taken(comparison)
    return " ".join(filter(None, [taken, told, here, *without_other(comparison)]))
