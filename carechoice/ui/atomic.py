"""A change of several session values is atomic: it happens completely or not at all.

When the browser sends something new, the framework stops the current run at its next access to the
session, even in the middle of a callback, which is not called again. The session could then have
half of one plan's terms and half of another's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.runtime.scriptrunner import get_script_run_ctx

from carechoice.catalog.in_use import using
from carechoice.ui.session_catalog import of_session


@contextmanager
def atomic() -> Iterator[None]:
    """A part of a run that is not stopped; as a decorator, a callback that is not stopped.

    The next run waits until it is over. Draw nothing within it.
    """
    context = get_script_run_ctx()
    if context is None:
        # Outside of a run nothing stops it.
        yield
        return
    session = context.session_state
    with session._lock:
        stop_if_asked = session._yield_callback
        # An ordinary assignment would make an entry in the session.
        object.__setattr__(session, "_yield_callback", lambda: None)
        try:
            # Callbacks run before main.py has set the catalog for this run.
            with using(of_session()):
                yield
        finally:
            object.__setattr__(session, "_yield_callback", stop_if_asked)
