"""What is held by nothing but itself is freed once more is held by a quarter, and not before."""

import gc
import sys
import weakref

import pytest

from carechoice.web.lifetime.garbage import Tidying


@pytest.fixture
def held(monkeypatch):
    """How many blocks of memory are held: ``held[0]``."""
    held = [1_000]
    monkeypatch.setattr(sys, "getallocatedblocks", lambda: held[0])
    before = gc.get_threshold()
    yield held
    gc.set_threshold(*before)
    gc.unfreeze()


class Visit:
    """What holds itself, as a visit that has ended does."""

    def __init__(self):
        self.of = self


def ended_visit():
    return weakref.ref(Visit())


def test_an_ended_visit_is_freed_at_the_first_look_after_memory_has_grown_by_a_quarter(held):
    tidying = Tidying()
    visit = ended_visit()
    held[0] = 1_250
    tidying.look()
    assert visit()
    held[0] = 1_251
    tidying.look()
    assert not visit()


def test_the_next_quarter_counts_from_what_is_held_then(held):
    tidying = Tidying()
    held[0] = 2_000
    tidying.look()
    visit = ended_visit()
    held[0] = 2_500
    tidying.look()
    assert visit()
    held[0] = 2_501
    tidying.look()
    assert not visit()


def test_python_does_not_look_at_everything_by_itself_while_pages_run(held):
    Tidying()
    looks = gc.get_stats()[2]["collections"]
    kept = [[number] for number in range(1_000_000)]
    assert len(kept) == 1_000_000
    assert gc.get_stats()[2]["collections"] == looks
