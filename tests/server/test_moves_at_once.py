"""Three sliders that are moved in the same instant: each move arrives, whoever else is there.

The browser says of each move in a message of its own, once. The server stops a run for the next
message, also one that has not begun.
"""

from itertools import count
from threading import Event, Thread
from urllib.parse import urlsplit

import pytest
from awaited import ended
from running_server import PATIENCE_SECONDS, running_server

from benchmarks.session import Session

# On and back, each once more than the page shows already.
MOVES = (
    {"therapy_sessions": 20, "iop_weeks": 9, "iop_hours_per_week": 12},
    {"therapy_sessions": 11, "iop_weeks": 12, "iop_hours_per_week": 9},
)
ROUNDS = 3
PERSON, OTHER = ({"X-Forwarded-For": address} for address in ("192.0.2.1", "198.51.100.7"))
OTHER_PAGES = 4


@pytest.fixture(scope="module")
def port():
    with running_server(FORWARDED_ALLOW_IPS="127.0.0.1,::1") as address:
        yield urlsplit(address).port


@pytest.fixture
def busy(port):
    """Another address has pages open, which are moved again and again."""
    over = Event()
    are_moving = [Event() for _ in range(OTHER_PAGES)]

    def keep_moving(is_moving):
        with Session(port, charts=None, headers=OTHER) as visit:
            visit.run()
            for number in count():
                visit.move("therapy_sessions", 10 + number % 2)
                is_moving.set()
                if over.is_set():
                    return

    threads = [Thread(target=keep_moving, args=(each,), daemon=True) for each in are_moving]
    for thread, is_moving in zip(threads, are_moving, strict=True):
        thread.start()
        assert is_moving.wait(PATIENCE_SECONDS)
    yield
    over.set()
    for thread in threads:
        ended(thread.join)


def moves_three_sliders_at_once(port):
    with Session(port, charts=None, headers=PERSON) as visit:
        visit.run()
        for _ in range(ROUNDS):
            for moves in MOVES:
                visit.move_at_once(moves)
                assert visit.shown.items() >= moves.items()


def test_moves_of_three_sliders_at_once_all_arrive(port):
    moves_three_sliders_at_once(port)


@pytest.mark.usefixtures("busy")
def test_moves_of_three_sliders_at_once_all_arrive_beside_another_address_that_is_busy(port):
    moves_three_sliders_at_once(port)
