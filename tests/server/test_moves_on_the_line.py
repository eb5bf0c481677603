"""What a step of a slider sends to a browser: few messages, and few bytes as they are compressed.

The browser here is one that has none of the figures yet, so what it gets is the most there is.
"""

import pytest
from by_night import mostly_by_night

from benchmarks.moves import LINE_BAR_KB, MAKES_THE_PLAN_ONES_OWN, MESSAGES_BAR
from benchmarks.session import Session
from carechoice.ui.pages import PAGES

EACH_PAGE = pytest.mark.parametrize("page", mostly_by_night(PAGES, by_day=["bill", "share"]))
# Each main slider, on and back.
STEPS = (
    ("therapy_sessions", 20),
    ("iop_weeks", 9),
    ("iop_hours_per_week", 12),
    ("plan_pays_percent", 60),
    ("therapy_sessions", 11),
    ("iop_weeks", 12),
    ("iop_hours_per_week", 9),
    ("plan_pays_percent", 75),
)
# 25 hours a week make no days of three to four, and 2% looks like the other part of 100%: that
# something is doubtful is said, and is said no more.
DOUBTFUL = (
    ("iop_hours_per_week", 25),
    ("iop_hours_per_week", 9),
    ("plan_pays_percent", 2),
    ("plan_pays_percent", 70),
)

# From November 30 four sessions and three weeks end before January 1, and 40 sessions after it: a
# sentence on a later start, with the new plan year, goes and comes.
FROM_NOVEMBER_30 = "start_date=2026-11-30"
PAST_NEW_YEAR = (
    ("therapy_sessions", 4),
    ("iop_weeks", 3),
    ("therapy_sessions", 40),
    ("therapy_sessions", 4),
)


@EACH_PAGE
def test_a_step_of_a_slider_sends_few_messages_and_few_bytes(port, page):
    with Session(port, page, charts=None) as visit:
        visit.run()
        # With the first of a plan's terms the plan becomes one's own: its choice is another, and
        # no bill says any more that it is of an example, nor what narrows costs most.
        assert visit.move(*MAKES_THE_PLAN_ONES_OWN).messages <= MESSAGES_BAR + 4
        for step in STEPS:
            answer = visit.move(*step)
            assert answer.messages <= MESSAGES_BAR, step
            assert answer.on_the_line <= LINE_BAR_KB * 1000, step


@EACH_PAGE
def test_a_doubt_that_comes_and_goes_does_not_bring_the_page_anew(port, page):
    with Session(port, page, charts=None) as visit:
        visit.run()
        visit.move(*MAKES_THE_PLAN_ONES_OWN)
        for step in DOUBTFUL:
            answer = visit.move(*step)
            assert answer.messages <= MESSAGES_BAR, step
            assert answer.on_the_line <= LINE_BAR_KB * 1000, step


@EACH_PAGE
def test_a_later_start_that_comes_and_goes_does_not_bring_the_page_anew(port, page):
    with Session(port, page, charts=None, query=FROM_NOVEMBER_30) as visit:
        visit.run()
        for step in PAST_NEW_YEAR:
            answer = visit.move(*step)
            assert answer.messages <= MESSAGES_BAR, step
            assert answer.on_the_line <= LINE_BAR_KB * 1000, step


@pytest.mark.parametrize("page", mostly_by_night(PAGES, by_day=["week"]))
def test_the_parts_of_a_third_way_keep_their_tables_while_their_weeks_change(port, page):
    """The heading of a part names its weeks, "weeks 1 to 6"; its table is that of part 1."""
    with Session(
        port, page, charts=None, query=f"{FROM_NOVEMBER_30}&third_path=step_down"
    ) as visit:
        visit.run()
        for step in (("iop_weeks", 3), ("iop_weeks", 12)):
            assert visit.move(*step).messages <= MESSAGES_BAR, step
