"""The changes to the framework: a line for each, and its module says why."""

from __future__ import annotations

from carechoice.web.fitted import (
    heard,
    heartbeat,
    lasting_downloads,
    lasting_path,
    looked_up,
    only_news,
    presented,
    run_by_run,
    runs,
    usable,
)
from carechoice.web.fitted.runs import Ran


def fit_framework(*, runs_at_once: int, ran: Ran | None = None) -> None:
    """For every visit of this process from now on; so many runs of pages go on at a time.

    ``ran`` is told of each, with the seconds that it took.
    """
    # What a browser says.
    heard.hear_of_ones_own_only()
    usable.take_usable_values_only()
    presented.present_plain_values()
    # The run of a page that follows.
    runs.take_turns(runs_at_once, ran)
    run_by_run.hold_by_one_run()
    lasting_path.keep_path()
    looked_up.look_up_one_key()
    # What the browser is told.
    only_news.say_only_news()
    heartbeat.keep_answers()
    lasting_downloads.keep_names()
