"""What changes several things of the session changes all of them or none.

The framework stops a run as soon as the browser sends something new, at the run's next look into
the session: in the middle of a callback too, which nobody calls again. Half of a plan's terms would
then stand beside half of another's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.runtime.scriptrunner import get_script_run_ctx

from carechoice.catalog.in_use import using
from carechoice.ui.edition import of_session


@contextmanager
def whole() -> Iterator[None]:
    """A part of a run that nothing stops; as a decorator, a callback that nothing stops.

    The next run waits until it is over. Nothing is to be drawn within.
    """
    context = get_script_run_ctx()
    if context is None:
        # Outside a run nothing asks for a stop.
        yield
        return
    session = context.session_state
    with session._lock:
        stop_if_asked = session._yield_callback
        # Its attributes are otherwise entries of the session.
        object.__setattr__(session, "_yield_callback", lambda: None)
        try:
            # The framework calls back before the page that hands the catalog in.
            with using(of_session()):
                yield
        finally:
            object.__setattr__(session, "_yield_callback", stop_if_asked)
