"""What a link or a file of a scenario holds, in words."""

from __future__ import annotations

from collections.abc import Sequence

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.catalog.tables import OWN_PLAN
from carechoice.inputs.answer_words import answers_text
from carechoice.inputs.handed_on.link import Frozen
from carechoice.inputs.scenario import Scenario
from carechoice.inputs.value_text import value_text
from carechoice.inputs.what_counts import counts, is_in_use
from carechoice.language.formats import day, in_a_row
from carechoice.language.sentences import say


def value_of(field: str, scenario: Scenario) -> str:
    """Any input's value in words, also those that belong to a page of their own."""
    row, value = catalog().parameters[field], scenario.value(field)
    if row.kind == "example" or not row.is_on_one_page_only:
        return value_text(row, value)
    if row.kind == "answers":
        text = answers_text(value)
    else:
        text = _topics(value) if row.kind == "topics" else _labels(value)
    return text or say("share.nothing")


def _topics(keys: Sequence[str]) -> str:
    return in_a_row(catalog().topics[key].label for key in keys)


def _labels(fields: Sequence[str]) -> str:
    return in_a_row(catalog().parameters[field].label for field in fields)


def contents(frozen: Frozen) -> list[list[str]]:
    """Rows of everything a link or a file holds: what it is, its value, and if that counts."""
    inputs = [[row.label, held(row, frozen.scenario)] for row in catalog().parameters.values()]
    return [
        *inputs,
        [say("share.contents.data"), frozen.data],
        [say("share.contents.made"), day(frozen.made)],
    ]


def held(row: Parameter, scenario: Scenario) -> str:
    """An input's value in words, and whether it does not count in what is shown."""
    value = value_of(row.key, scenario)
    return value if counts(row.key, scenario) else say("share.contents.not_counted", value=value)


def contents_in_short(frozen: Frozen) -> list[str]:
    """What a link or a file holds, in a few sentences; the person's own values one by one."""
    scenario = frozen.scenario
    own = [row for row in catalog().parameters.values() if _is_own(row, scenario)]
    listed = "; ".join(
        say("share.pair", label=row.label, value=value_of(row.key, scenario)) for row in own
    )
    return [
        say("share.holds", version=frozen.data, day=day(frozen.made)),
        say("share.holds.own", list=listed) if own else say("share.holds.start"),
        say("share.holds.private"),
    ]


def _is_own(row: Parameter, scenario: Scenario) -> bool:
    if row.kind == "fields":
        # Each of them stands there with its value.
        return False
    if row.kind == "example":
        # A plan that holds as it is stands there itself.
        return scenario.plan.key == OWN_PLAN and is_in_use(row.key, scenario)
    if row.is_on_one_page_only:
        return bool(scenario.value(row.key))
    if row.key == "plan" and scenario.plan.key == OWN_PLAN:
        # The terms that make it a plan of the person's own are listed there.
        return False
    return row.key in scenario.given and is_in_use(row.key, scenario)
