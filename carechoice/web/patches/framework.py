"""The changes to the framework: a line for each, and its module says why."""

from __future__ import annotations

from carechoice.web.patches import (
    component_values,
    heartbeat,
    lasting_downloads,
    one_run_at_a_time,
    only_news,
    own_value,
    page_messages,
    runs,
    search_path,
    usable_values,
)
from carechoice.web.patches.runs import Ran


def patch_framework(*, runs_at_once: int, ran: Ran | None = None) -> None:
    """Change the framework for every visit of this process; so many runs of pages at a time.

    ``ran`` is told of each, with the seconds that it took.
    """
    # What a browser sends.
    page_messages.drop_foreign_messages()
    usable_values.take_usable_values_only()
    component_values.read_plain_values()
    # The run of a page that follows.
    runs.take_turns(runs_at_once, ran)
    one_run_at_a_time.run_one_at_a_time()
    search_path.keep_search_path()
    own_value.look_up_one_key()
    # What the browser is sent.
    only_news.say_only_news()
    heartbeat.keep_answers()
    lasting_downloads.keep_names()
