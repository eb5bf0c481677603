"""How long the server takes to answer a moved slider, without a browser."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from statistics import median

from benchmarks.report import Row, judged, p95
from benchmarks.session import Answer, Session
from carechoice.ui.pages import PAGES

# This slider changes the charts of time and level at every step, and of cost at most steps.
SLIDER = "iop_hours_per_week"
HOURS = (*range(10, 20), *range(18, 10, -1))
BLOCK = 10
# On the other pages every main slider moves, never twice to one value: what was worked out for a
# value before may be remembered.
MOVES = (
    *(("therapy_sessions", sessions) for sessions in range(4, 30)),
    *(("iop_weeks", weeks) for weeks in range(3, 13)),
    *(("plan_pays_percent", percent) for percent in range(5, 100, 5)),
    *((SLIDER, hours) for hours in range(10, 25)),
)
MAKES_THE_PLAN_ONES_OWN = ("plan_pays_percent", 50)
PAGE_BAR_MS = 40
MESSAGES_BAR = 15
LINE_BAR_KB = 8
# A person's pace; without a pause the end of one run would count for the next.
PAUSE_SECONDS = 0.06


def rows(app_port: int, bare_port: int, moves: int) -> Iterator[Row]:
    """Rows for a slider move: our compare page, then the bare app."""
    with Session(app_port) as app, Session(bare_port) as bare:
        answers = _take_turns({"app": app, "bare": bare}, moves)
    charts = [answer.last_chart * 1000 for answer in answers["app"]]
    bare_charts = [answer.last_chart * 1000 for answer in answers["bare"]]
    finished = [answer.finished * 1000 for answer in answers["app"]]
    yield judged("Slider move to last chart sent, p50", median(charts), 25, " ms")
    yield judged("Slider move to last chart sent, p95", p95(charts), 40, " ms")
    yield Row(
        "Slider move to end of the page's run, p50 / p95",
        f"{median(finished):.0f} / {p95(finished):.0f} ms",
    )
    yield _messages("Most that a slider move sends: messages, on the line", answers["app"])
    yield Row(
        "Bare Streamlit app: slider move to last chart sent, p50 / p95",
        f"{median(bare_charts):.0f} / {p95(bare_charts):.0f} ms",
    )
    yield _messages(
        "Bare Streamlit app: most that a slider move sends: messages, on the line", answers["bare"]
    )


def _messages(what: str, answers: Sequence[Answer]) -> Row:
    """How much goes over the line, which hardly depends on the value."""
    return Row(what, _told(answers))


def _told(answers: Sequence[Answer]) -> str:
    most = max(answer.messages for answer in answers)
    line, said = (max(sizes) / 1000 for sizes in _sizes(answers))
    return f"{most}, {line:.1f} kB ({said:.0f} kB before compression)"


def _sizes(answers: Sequence[Answer]) -> tuple[list[int], list[int]]:
    """On the line, and before that was compressed."""
    return [each.on_the_line for each in answers], [each.size for each in answers]


def page_rows(app_port: int, moves: int) -> Iterator[Row]:
    """Rows for a slider move on each other page: to the end of its run, and what it sends."""
    for page in PAGES[1:]:
        with Session(app_port, page, charts=None) as session:
            session.run()
            # The first term of a plan that moves makes the plan one's own, in words too, once.
            _move(session, *MAKES_THE_PLAN_ONES_OWN)
            some = MOVES[:: max(1, len(MOVES) // moves)]
            answers = [_move(session, *move) for move in some]
        times = [answer.finished * 1000 for answer in answers]
        name = f"Slider move on the page /{page}, p50 / p95"
        yield Row(
            name,
            f"{median(times):.0f} / {p95(times):.0f} ms",
            f"p95 ≤ {PAGE_BAR_MS} ms",
            p95(times) <= PAGE_BAR_MS,
        )
        yield Row(
            f"Most that a slider move on the page /{page} sends: messages, on the line",
            _told(answers),
            f"≤ {MESSAGES_BAR}, {LINE_BAR_KB} kB",
            all(
                answer.messages <= MESSAGES_BAR and answer.on_the_line <= LINE_BAR_KB * 1000
                for answer in answers
            ),
        )


def _take_turns(sessions: Mapping[str, Session], moves: int) -> dict[str, list[Answer]]:
    """The answers to this many moves in each session, in turns of one block each."""
    answers: dict[str, list[Answer]] = {name: [] for name in sessions}
    hours = {name: cycle(HOURS) for name in sessions}
    for session in sessions.values():
        session.run()
    # The first block warms the servers up.
    for start in range(-BLOCK, moves, BLOCK):
        for name, session in sessions.items():
            block = [_move(session, SLIDER, next(hours[name])) for _ in range(BLOCK)]
            answers[name] += block if start >= 0 else []
    return answers


def _move(session: Session, slider: str, value: float) -> Answer:
    time.sleep(PAUSE_SECONDS)
    return session.move(slider, value)
