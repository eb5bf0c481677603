"""A page that came in parts, as numbers were changed, reads like one that came whole."""

from functools import partial

from visitor import START, scenario_of

# The first page alone has more than a hundred messages.
MOST_MESSAGES = 25


def test_after_moves_and_another_plan_pages_read_like_those_that_are_opened(tab):
    visitor = tab()
    sizes = []
    visitor.page.on("websocket", partial(note_sizes, sizes))
    visitor.open("/", START)
    sizes.clear()
    moved(visitor, {**START, "iop_hours_per_week": 12})
    assert 0 < len(sizes) < MOST_MESSAGES
    # Medicare has terms of its own, and no box for others.
    visitor.choose_plan("medicare")
    visitor.sees_answer(scenario_of({**START, "iop_hours_per_week": 12, "plan": "medicare"}))
    moved(visitor, {**START, "plan": "medicare", "iop_hours_per_week": 15})
    reads_like_one_that_is_opened(visitor)
    visitor.go_to("page.week")
    moved(visitor, {**START, "plan": "medicare", "iop_hours_per_week": 9})
    reads_like_one_that_is_opened(visitor)


def note_sizes(sizes, line):
    line.on("framereceived", lambda message: sizes.append(len(message)))


def moved(visitor, values):
    visitor.type_value("iop_hours_per_week", values["iop_hours_per_week"])
    visitor.sees_answer(scenario_of(values))
    visitor.at_rest()


def reads_like_one_that_is_opened(visitor):
    came_in_parts = visitor.settled().main.inner_text()
    assert visitor.reload().main.inner_text() == came_in_parts
