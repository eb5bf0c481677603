"""No line of a log holds what a person entered, whichever server writes it.

Inputs stand in the query of an address, which servers write into their logs: requests, and
connections that are opened.
"""

from __future__ import annotations

import logging
import re
from typing import Any

# From the question mark on to the next space; and where a server writes down all of a request.
QUERY = re.compile(r"""(/[^\s?]*)\?\S*|('query_string': b)(?:'[^']*'|"[^"]*")""")


class WithoutQueries(logging.LogRecord):
    """A line for a log from which the queries of addresses are gone."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        # Some servers put the line together from these by themselves.
        if isinstance(self.args, tuple):
            self.args = tuple(map(without_query, self.args))

    def getMessage(self) -> str:  # noqa: N802, the name of the method it takes the place of
        """The line as it is written."""
        return str(without_query(super().getMessage()))


def without_query(text: Any) -> Any:
    """A text without the queries of the addresses in it; anything else as it is."""
    return QUERY.sub(_kept, text) if isinstance(text, str) else text


def _kept(found: re.Match[str]) -> str:
    return found[1] or f"{found[2]}''"


def keep_queries_out() -> None:
    """For every line that any part of this process writes from now on."""
    logging.setLogRecordFactory(WithoutQueries)
