"""What each option is like, and what is known of which works better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.catalog.decision_rows import Feature
from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Care, Pathway
from carechoice.comparison.compare import Comparison, Option
from carechoice.comparison.weeks.filled_hours import hours_filled, is_stated
from carechoice.inputs.pathways import is_program
from carechoice.language.formats import hours, in_a_row, listed
from carechoice.language.sentences import option_name, say, short_name


def alike_options(comparison: Comparison, care: Care) -> list[Option]:
    """The options that have the same good points and drawbacks: programs of a centre have."""
    return comparison.programs if care == "iop" else [comparison.options[care]]


def week_in(option: Option) -> str:
    """What could fill a week of the option, as its centre states it or services.csv splits it."""
    asked = hours(option.hours_per_week)
    if is_stated(option, option.phases[0]):
        return say("features.week.stated", hours=asked, parts=week_parts(option))
    first, *others = hours_filled(option, option.phases[0])
    if not others:
        return say("features.week.one", hours=asked, service=say(f"features.service.{first}"))
    return say("features.week", hours=asked, parts=week_parts(option))


def week_parts(option: Option) -> str:
    """The hours of a week by kind of care, as a list in a sentence."""
    return in_a_row(
        say(
            "features.week.part",
            service=say(f"features.service.{key}"),
            hours=hours(share),
        )
        for key, share in hours_filled(option, option.phases[0]).items()
    )


def whose_split(comparison: Comparison) -> Iterator[str]:
    """Which programs have their hours split as the centre states it; any other as we assume."""
    stated = [each for each in comparison.programs if is_stated(each, each.phases[0])]
    if stated:
        names = listed([say(f"note.during.{option.words_key}") for option in stated])
        yield say("filling.caption.stated", programs=names)
    if len(stated) < len(comparison.programs):
        yield say("filling.caption.end")


def about(comparison: Comparison, care: Care) -> list[str]:
    """What an option is like: a week in it, its good points and its drawbacks.

    Programs of a centre are told together, each with its own week.
    """
    alike = alike_options(comparison, care)
    parts = [_named(option, week_in(option), alike) for option in alike]
    for kind in ("positive", "negative"):
        sentences = (_as_it_is_here(feature, comparison) for feature in features(care, kind))
        points = "\n".join(f"- {point}" for point in sentences)
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
    alike = alike_options(comparison, feature.option)
    otherwise = ((option, _otherwise(feature, option, comparison)) for option in alike)
    return " ".join([feature.text, *(_named(*each, alike) for each in otherwise if each[1])])


def _otherwise(feature: Feature, option: Option, comparison: Comparison) -> str:
    """In what an option is not as is mostly so; "" where it is."""
    hours_here = option.hours_per_week
    is_fewer = feature.from_hours is not None and hours_here < feature.from_hours
    is_more = feature.to_hours is not None and hours_here > feature.to_hours
    sentences = [say("features.here", hours=hours(hours_here))] if is_fewer or is_more else []
    if feature.is_dearer:
        (other,) = (each for care, each in comparison.both.items() if care != feature.option)
        sentences += _no_dearer(option, other)
    without = _without(feature, option)
    if without:
        sentences.append(say("features.here_without", services=listed(without)))
    return " ".join(sentences)


def _no_dearer(option: Option, other: Option) -> list[str]:
    """That the option's price is not the higher one, or may not be where prices are not known."""
    price_usd, others_usd = option.total_likely_usd, other.total_likely_usd
    if price_usd.high <= others_usd.low:
        return [say("features.here_not")]
    return [say("features.here_maybe_not")] if price_usd.low <= others_usd.high else []


def _without(feature: Feature, option: Option) -> list[str]:
    """The kinds of care that the sentence names and the centre states no hours of."""
    phase = option.phases[0]
    if not is_stated(option, phase):
        return []
    filled = hours_filled(option, phase)
    return [say(f"features.service.{key}") for key in feature.services if not filled.get(key)]


def _named(option: Option, text: str, alike: Sequence[Option]) -> str:
    """A text on one option, with its name where others stand beside it."""
    if len(alike) == 1:
        return text
    return say("features.named", option=short_name(option.words_key), told=text)


def third_pathways_in_words(comparison: Comparison) -> list[str]:
    """What each pathway is like that is no program of its own, a sentence each."""
    beside = (each for each in comparison.beside if not is_program(each.pathway))
    return [third_pathway_in_words(option) for option in beside]


def third_pathway_in_words(option: Option) -> str:
    """What a third pathway is like: as both options in turn, or as the one whose care it has."""
    cares = {phase.care for phase in option.phases}
    if len(cares) == 1:
        like = option_name(option.phases[0].care)
        return say("features.third.one", option=option_name(option.words_key), like=like)
    return say("features.third", option=option_name(option.words_key))


def trial() -> str:
    """What is known of which option works better: no difference was found."""
    return say("features.trial", people=f"{catalog().figures['trial_people'].value:g}")
