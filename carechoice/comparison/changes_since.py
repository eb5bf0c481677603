"""What has changed since the day a link or a file was made: inputs, and what options cost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from carechoice.catalog.rows import Parameter
from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.words import cost_or_range
from carechoice.inputs.answer_words import with_standing
from carechoice.inputs.differing import differing, is_one_value
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import value_text
from carechoice.language.formats import day
from carechoice.language.sentences import say, short_name


class Earlier(NamedTuple):
    """The inputs that a link or a file of an earlier day holds, and the day it was made on."""

    made: date
    scenario: Scenario


def changes_since(earlier: Earlier, now: Comparison) -> list[str]:
    """Each input that has changed, then each option's cost then and now; nothing where none is.

    Both costs are worked out from the data of today.
    """
    apart = list(differing([earlier.scenario, now.scenario]))
    if not apart:
        return []
    inputs = [_input(row, earlier.scenario, now.scenario) for row in apart]
    return [*inputs, *_costs(compare(earlier.scenario), now)]


def _input(row: Parameter, earlier: Scenario, now: Scenario) -> str:
    """What an input was and is; of the same value, where it was from and is."""
    then_text, now_text = (value_text(row, each.value(row.key)) for each in (earlier, now))
    if is_one_value(row, (earlier, now)):
        then_text = with_standing(then_text, row.key, earlier)
        now_text = with_standing(now_text, row.key, now)
    return say("since.input", label=row.label, then=then_text, now=now_text)


def since_lines(earlier: Earlier | None, comparison: Comparison, today: date) -> list[str]:
    """For a note: a line with both days and what differs between them, if anything does."""
    changes = changes_since(earlier, comparison) if earlier else []
    if not (earlier and changes):
        return []
    days = {"then": day(earlier.made), "now": day(today)}
    return [say("note.record.since", list="; ".join(changes), **days)]


def _costs(then: Comparison, now: Comparison) -> Iterator[str]:
    for pathway, option in now.options.items():
        name, cost = short_name(option.words_key), cost_or_range(option)
        if pathway in then.options:
            was = cost_or_range(then.options[pathway])
            key = "since.cost.same" if was == cost else "since.cost"
            yield say(key, option=name, then=was, now=cost)
