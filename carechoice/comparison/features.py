"""What each option is like, and what is known of which works better."""

from __future__ import annotations

from carechoice.catalog.decision_rows import Feature
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Care, Pathway
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.course import hours_by_service
from carechoice.language.formats import hours, in_a_row
from carechoice.language.sentences import option_name, say


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


def third_way(option: Option) -> str:
    """What a third way is like: as both options in turn, or as the one whose care it has."""
    cares = {phase.care for phase in option.phases}
    if len(cares) == 1:
        like = option_name(option.phases[0].care)
        return say("features.third.one", option=option_name(option.pathway), like=like)
    return say("features.third", option=option_name(option.pathway))


def trial() -> str:
    """What is known of which option works better: no difference was found."""
    return say("features.trial", people=f"{catalog().figures['trial_people'].value:g}")
