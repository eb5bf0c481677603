"""Bars of costs: solid what you pay, paler what you may pay, and hatched what the plan pays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carechoice.comparison.compare import Option
from carechoice.comparison.cost_parts import cost_parts, estimate_usd, rest_named
from carechoice.comparison.words import between, plan_whole_usd
from carechoice.drawing.style import CLEAR, COLOR, EDGE, FAINT, PALE, TEXT, Figure
from carechoice.language.formats import money
from carechoice.language.sentences import say, short_name

# The parts of a bar in their order, by what their names stand under.
PARTS = ("you", "may", "plan")
# The least of the longest bar that is seen as a part of it.
SEEN = 0.01
# No higher than the bars are where many stand below each other.
ESTIMATE_PX = 10
HATCH: Figure = {"shape": "/", "size": 7, "solidity": 0.12}


def cost_bar(option: Option, row: float, *, with_plan: bool = True) -> list[Figure]:
    """The parts of an option's bar, which are stacked, and a line at the amount that is told.

    There are as many for every option, so that a change of the inputs moves them.
    """
    color, paler = COLOR[option.pathway], PALE[option.pathway]
    amounts = _amounts(option)
    bars = [
        {
            **_part(part, color, paler),
            "x": [usd],
            "y": [row],
            "showlegend": False,
            "hovertemplate": say(
                "cost.hover",
                option=short_name(option.words_key),
                part=part_name(part),
                amount=amounts[part],
            ),
        }
        for part, usd in zip(PARTS, cost_parts(option), strict=True)
        if part != "plan" or with_plan
    ]
    return [*bars, estimate_mark(option, row)]


def cost_key(options: Iterable[Option], *, with_plan: bool = True) -> list[Figure]:
    """The key of the parts, in gray, above the bars; only of parts that some bar has."""
    options = list(options)
    drawn = PARTS if with_plan else PARTS[:-1]
    bars = [cost_parts(option)[: len(drawn)] for option in options]
    least_usd = SEEN * max(map(sum, bars))
    most_usd = dict(zip(drawn, map(max, zip(*bars, strict=True)), strict=True))
    names = {**dict(zip(PARTS, PARTS, strict=True)), "plan": rest_named(options)}
    parts = [
        _part(part, EDGE, FAINT) | {"name": part_name(names[part])}
        for part, usd in most_usd.items()
        if usd > least_usd
    ]
    return [*map(in_key, parts), *estimate_key(options)]


def estimate_mark(option: Option, row: float) -> Figure:
    """A line at the amount that is told with its range; none if there is no such amount."""
    usd = estimate_usd(option)
    hover = say(
        "cost.hover",
        option=short_name(option.words_key),
        part=part_name("estimate"),
        amount="" if usd is None else money(usd),
    )
    return _mark() | {"x": [usd], "y": [row], "showlegend": False, "hovertemplate": hover}


def estimate_key(options: Iterable[Option]) -> list[Figure]:
    """What such a line stands for, where there is one."""
    is_told = any(estimate_usd(option) is not None for option in options)
    return [in_key(_mark())] if is_told else []


def in_key(trace: Figure) -> Figure:
    """A trace that is drawn nowhere, and named in the key."""
    return trace | {"x": [None], "y": [None], "hoverinfo": "skip"}


def part_name(part: str) -> str:
    """What a part of a bar is called: You pay, You may pay, Your plan pays, Rest of the price."""
    return say(f"cost.part.{part}")


def _amounts(option: Option) -> Mapping[str, str]:
    """The amount of each part, as it is told where someone points at it."""
    spread = option.patient_usd
    if spread.is_known and option.plan_likely_usd.is_known:
        return {"you": money(spread.likely), "may": "", "plan": money(plan_whole_usd(option))}
    return {
        "you": between(spread),
        "may": say("up_to", amount=money(spread.high)),
        "plan": between(option.plan_likely_usd),
    }


def _part(part: str, color: str, paler: str) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "name": part_name(part),
        "marker": {
            "color": {"you": color, "may": paler, "plan": CLEAR}[part],
            "line": {"color": color, "width": 1},
            **({"pattern": {**HATCH, "fgcolor": color}} if part == "plan" else {}),
        },
    }


def _mark() -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": part_name("estimate"),
        "marker": {
            "symbol": "line-ns",
            "size": ESTIMATE_PX,
            "line": {"color": TEXT, "width": 2},
        },
    }
