"""What has changed since the day a link or a file was made: inputs, and what options cost."""

from __future__ import annotations

from collections.abc import Iterator

from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.words import cost_or_range
from carechoice.inputs.apart import differing
from carechoice.inputs.earlier import Earlier
from carechoice.inputs.shown import shown
from carechoice.language.sentences import say, short_name


def told_since(earlier: Earlier, now: Comparison) -> list[str]:
    """Each input that has changed, then each option's cost then and now; nothing where none is.

    Both costs are worked out from the data of today.
    """
    apart = list(differing([earlier.scenario, now.scenario]))
    if not apart:
        return []
    inputs = [
        say(
            "since.input",
            label=row.label,
            then=shown(row, earlier.scenario.value(row.key)),
            now=shown(row, now.scenario.value(row.key)),
        )
        for row in apart
    ]
    return [*inputs, *_costs(compare(earlier.scenario), now)]


def _costs(then: Comparison, now: Comparison) -> Iterator[str]:
    for pathway, option in now.options.items():
        name, cost = short_name(option.told_as), cost_or_range(option)
        if pathway in then.options:
            was = cost_or_range(then.options[pathway])
            key = "since.cost.same" if was == cost else "since.cost"
            yield say(key, option=name, then=was, now=cost)
