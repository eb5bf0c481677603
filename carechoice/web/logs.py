"""No line of a log holds what a person entered, whoever writes it.

Inputs stand in the query of an address, which servers write into their logs: requests, and
connections that are opened. What an error says may hold one, too.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from carechoice.web.errors import where

# From the question mark on to the next space; and where a server writes down all of a request.
QUERY = re.compile(r"""(/[^\s?]*)\?\S*|('query_string': b)(?:'[^']*'|"[^"]*")""")

# Shorter words of an error are in any text.
FEWEST_LETTERS = 4


class WithoutInputs(logging.LogRecord):
    """A line for a log from which queries of addresses are gone, and what errors say."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        # Some servers put the line together from these by themselves.
        if isinstance(self.args, tuple):
            self.args = tuple(map(without_query, self.args))
        self._error = self.exc_info[1] if self.exc_info else None
        if self._error is not None:
            # What stands here is written instead of the trace with its words.
            self.exc_text = where(self._error)

    def getMessage(self) -> str:  # noqa: N802, the name of the method it takes the place of
        """The line as it is written."""
        return str(without_query(without_words(super().getMessage(), self._error)))


def without_words(text: str, error: BaseException | None) -> str:
    """A text without what the error says, which some write into the line beside its trace."""
    for words in (repr(error), str(error)) if error is not None else ():
        if len(words) >= FEWEST_LETTERS:
            text = text.replace(words, type(error).__name__)
    return text


def without_query(text: Any) -> Any:
    """A text without the queries of the addresses in it; anything else as it is."""
    return QUERY.sub(_kept, text) if isinstance(text, str) else text


def _kept(found: re.Match[str]) -> str:
    return found[1] or f"{found[2]}''"


def keep_inputs_out() -> None:
    """For every line that any part of this process writes from now on."""
    logging.setLogRecordFactory(WithoutInputs)
