"""Log lines without anything that a person entered, whoever writes them.

Inputs stand in the query of an address, which servers write into their logs: requests, and
connections that are opened. What an error says may hold one, too.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
from typing import Any

from carechoice.web.operating.errors import chain, where

# From the question mark on to the next space; and where a server writes down all of a request.
QUERY = re.compile(r"""(/[^\s?]*)\?\S*|('query_string': b)(?:'[^']*'|"[^"]*")""")

LOGGER = logging.getLogger(__name__)

# The server writes under names that begin with this.
SERVER = "uvicorn"
# It says what sign stands where in a form that it cannot read.
FORMS = "python_multipart"
# Shorter words of an error are in any text.
FEWEST_LETTERS = 4


class WithoutInputs(logging.LogRecord):
    """A log line without queries of addresses and without the texts of errors."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        # Some servers put the line together from these by themselves.
        if isinstance(self.args, tuple):
            self.args = tuple(map(without_query, self.args))
        self._error = self.exc_info[1] if self.exc_info else _said_in(self.msg, self.args)
        if isinstance(self._error, UnicodeDecodeError) and self.name.startswith(SERVER):
            # A client sent what is no text: the line says so, and no place in the code is to blame.
            self.exc_info = None
        elif self._error is not None:
            # Written instead of the trace with its words.
            self.exc_text = where(self._error)

    def getMessage(self) -> str:  # noqa: N802, the name of the method it takes the place of
        """The line as it is written."""
        return str(without_query(without_words(super().getMessage(), self._error)))


def without_words(text: str, error: BaseException | None) -> str:
    """A text without what the error says, and what it came from: some write it beside the trace."""
    for each in chain(error):
        for words in (repr(each), str(each)):
            if len(words) >= FEWEST_LETTERS:
                text = text.replace(words, type(each).__name__)
    return text


def _said_in(*parts: Any) -> BaseException | None:
    """The first error that a line is put together from, where it has no trace of one."""
    found = (each for part in parts for each in (part if isinstance(part, tuple) else (part,)))
    return next((each for each in found if isinstance(each, BaseException)), None)


def without_query(text: Any) -> Any:
    """A text without the queries of the addresses in it; anything else as it is."""
    return QUERY.sub(_kept, text) if isinstance(text, str) else text


def _kept(found: re.Match[str]) -> str:
    return found[1] or f"{found[2]}''"


def keep_inputs_out() -> None:
    """Install the change for every line that any part of this process writes from now on.

    The language writes errors that nobody caught past all logs, of a thread and of what it tidies
    away too; here they go into one.
    """
    logging.setLogRecordFactory(WithoutInputs)
    logging.getLogger(FORMS).setLevel(logging.ERROR)
    sys.excepthook = _write_error
    threading.excepthook = lambda raised: _write(raised.exc_value)
    sys.unraisablehook = lambda raised: _write(raised.exc_value)


def _write_error(_kind: type[BaseException], error: BaseException, _trace: Any) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    _write(error)


def _write(error: BaseException | None) -> None:
    if error is not None:
        LOGGER.error("Nobody caught an error", exc_info=error)
