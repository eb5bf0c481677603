"""What an input means, and the value it starts from with its source."""

from __future__ import annotations

from datetime import date

from carechoice.catalog.in_use import catalog
from carechoice.catalog.rows import Parameter
from carechoice.inputs.citations import Run, sources_in_short
from carechoice.inputs.read_value import read_value
from carechoice.inputs.shown import shown
from carechoice.language.sentences import say


def help_runs(row: Parameter) -> list[list[Run]]:
    """What an input means, and the value it starts from with where that comes from.

    A list of paragraphs, each a list of pieces of text of which some are links.
    """
    told = say("help.start", value=_start(row), basis=say(f"basis.{row.basis}"))
    before, after = say("help.source", sources="|").split("|")
    return [[Run(row.help)], [Run(f"{told} {before}"), *sources_in_short(row.source), Run(after)]]


def _start(row: Parameter) -> str:
    if row.follows:
        return say("help.as_much_as", label=catalog().parameters[row.follows].label)
    if row.kind == "date":
        return say("help.next_monday")
    return shown(row, read_value(row.key, row.default, today=date.min))


def help_text(row: Parameter) -> str:
    """The same as markdown."""
    return "\n\n".join("".join(map(str, paragraph)) for paragraph in help_runs(row))
