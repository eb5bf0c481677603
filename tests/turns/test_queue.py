"""Turns: who asks for much waits behind themselves. Each piece of work here takes a second."""

import asyncio
from functools import partial
from itertools import count
from threading import Thread

import pytest
from awaited import awaited, ended

from carechoice.turns.queue import Turn, Turns, aside, make_way

CLINIC, BOT, PERSON = "203.0.113.9", "198.51.100.7", "192.0.2.1"


class Clock:
    """A second passes whenever somebody has worked."""

    def __init__(self):
        self.seconds = 0.0

    def now(self):
        return self.seconds


class Line:
    """People in a line, who work one after the other until nobody is left."""

    def __init__(self, at_a_time=1):
        self.clock = Clock()
        self.turns = Turns(at_a_time, longest_seconds=60, now=self.clock.now)
        self._open = []
        self.order = []

    def comes(self, who, times=1):
        for _ in range(times):
            turn = Turn(self.turns, who)
            self.turns._ask_for(turn)
            self._open.append(turn)
        return turn

    def at_work(self):
        return [turn for turn in self._open if turn.coming.done()]

    def works(self, times=1):
        """So often, the one who has been at work for longest comes to an end."""
        for _ in range(times):
            turn = min(self.at_work(), key=lambda each: each.since)
            self.clock.seconds += 1
            self.order.append(turn.who)
            self._open.remove(turn)
            self.turns.give_back(turn)


def test_behind_64_pages_of_one_address_another_waits_for_the_one_at_work_alone():
    line = Line()
    line.comes(BOT, 64)
    line.comes(PERSON)
    line.works(4)
    assert line.order == [BOT, PERSON, BOT, BOT]


def test_another_waits_for_the_one_at_work_alone_whenever_they_come_back():
    line = Line()
    line.comes(BOT, 64)
    for _ in range(3):
        line.works(3)
        line.comes(PERSON)
    line.works(2)
    assert line.order == [BOT, BOT, BOT, *([BOT, PERSON, BOT] * 2), BOT, PERSON]


def test_two_who_want_much_share_the_time():
    line = Line()
    line.comes(BOT, 9)
    line.comes(CLINIC, 9)
    for shared in range(1, 10):
        line.works(2)
        assert line.order.count(BOT) == line.order.count(CLINIC) == shared


def test_who_wants_much_gets_a_thirtieth_however_many_come_anew():
    """A clinic has 20 runs at once, and then every second somebody comes with one."""
    line = Line()
    line.comes(CLINIC, 20)
    for number in range(620):
        line.comes(str(number))
        line.works()
    assert line.order.count(CLINIC) == 20


def test_who_was_away_has_saved_nothing_up():
    """The bot has worked for 20 seconds; the clinic that comes then gets every other second."""
    line = Line()
    line.comes(BOT, 40)
    line.works(20)
    line.comes(CLINIC, 10)
    line.works(12)
    assert line.order[20:].count(BOT) == 6


def test_so_many_at_a_time_are_of_different_addresses_while_others_wait():
    line = Line(at_a_time=2)
    line.comes(BOT, 5)
    assert [each.who for each in line.at_work()] == [BOT, BOT]
    line.comes(PERSON)
    line.works()
    assert [each.who for each in line.at_work()] == [BOT, PERSON]


def test_who_comes_where_nobody_is_at_work_waits_for_nothing():
    line = Line()
    assert line.comes(PERSON).coming.done()


def test_who_goes_while_they_wait_leaves_their_turn_to_the_next():
    line = Line()
    line.comes("a")
    gone, next_one = line.comes("b"), line.comes("c")
    line.turns.give_back(gone)
    line.works()
    assert next_one.coming.done()
    assert not gone.coming.done()


def test_the_turn_of_work_that_ends_in_an_error_goes_on_to_the_next():
    turns = Turns(1, longest_seconds=60)
    with pytest.raises(ValueError, match="broken"), turns.turn_of(BOT):
        raise ValueError("broken")
    assert has_a_turn(turns, PERSON)


def has_a_turn(turns, who):
    """Whether the turn of somebody comes: a test in which it never does fails."""

    def waits():
        with turns.turn_of(who):
            return True

    return ended(waits)


def test_work_that_never_ends_keeps_nobody_waiting():
    """Where a turn is over at once, the next comes though the first has not given it back."""
    turns = Turns(1, longest_seconds=0)
    with turns.turn_of(BOT):
        assert has_a_turn(turns, PERSON)


def test_a_coroutine_does_not_wait_for_work_that_never_ends():
    async def beside(turns):
        async with turns.awaited_turn_of(PERSON):
            return True

    turns = Turns(1, longest_seconds=0)
    with turns.turn_of(BOT):
        assert awaited(beside(turns))


def test_who_waits_for_something_else_lets_others_work_meanwhile():
    turns = Turns(1, longest_seconds=60)
    with turns.turn_of(BOT):
        with aside():
            assert has_a_turn(turns, PERSON)
        after = Turn(turns, PERSON)
        turns._ask_for(after)
        assert not after.coming.done()


def test_outside_of_a_turn_nothing_is_set_aside():
    line = Line()
    line.comes(BOT)
    with aside():
        line.comes(PERSON)
    make_way()
    assert [each.who for each in line.at_work()] == [BOT]


def order_with_way_made(*waiting, after_seconds):
    """The bot makes way in the middle of its turn, while these wait: who works until all have."""
    return ended(partial(_order_with_way_made, waiting, after_seconds))


def _order_with_way_made(waiting, after_seconds):
    clock = Clock()
    turns, order = Turns(1, longest_seconds=60, now=clock.now), []

    def works(turn):
        turns.wait_until_it_comes(turn)
        order.append(turn.who)
        turns.give_back(turn)

    with turns.turn_of(BOT):
        asked = [Turn(turns, who) for who in waiting]
        threads = [Thread(target=works, args=(turn,), daemon=True) for turn in asked]
        for turn, thread in zip(asked, threads, strict=True):
            turns._ask_for(turn)
            thread.start()
        clock.seconds += after_seconds
        make_way()
        order.append("the rest")
    for thread in threads:
        thread.join()
    return order


def test_who_waits_for_more_makes_way_in_the_middle_of_a_turn_and_then_goes_on_first():
    order = order_with_way_made(BOT, PERSON, after_seconds=1)
    assert order == [PERSON, "the rest", BOT]


def test_who_does_not_wait_for_more_comes_to_an_end_first():
    assert order_with_way_made(PERSON, after_seconds=1) == ["the rest", PERSON]


def test_nobody_makes_way_for_their_own():
    assert order_with_way_made(BOT, after_seconds=1) == ["the rest", BOT]


def test_nobody_makes_way_as_soon_as_they_have_begun():
    """Two who want much would else do little but take turns."""
    order = order_with_way_made(BOT, PERSON, after_seconds=0.001)
    assert order == ["the rest", PERSON, BOT]


def test_threads_and_coroutines_share_one_line():
    turns, order = Turns(1, longest_seconds=60), []

    def in_a_thread():
        with turns.turn_of(CLINIC):
            order.append("thread")

    async def in_a_loop():
        async with turns.awaited_turn_of(PERSON):
            order.append("coroutine")

    with turns.turn_of(BOT):
        thread = Thread(target=in_a_thread, daemon=True)
        thread.start()
    awaited(in_a_loop())
    ended(thread.join)
    assert sorted(order) == ["coroutine", "thread"]


def test_a_request_that_is_broken_off_while_it_waits_leaves_the_line():
    turns, is_there = Turns(1, longest_seconds=60), asyncio.Event()

    async def waits():
        is_there.set()
        async with turns.awaited_turn_of(PERSON):
            raise AssertionError("It was not their turn.")

    async def is_broken_off():
        task = asyncio.ensure_future(waits())
        await is_there.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    with turns.turn_of(BOT):
        awaited(is_broken_off())
    assert has_a_turn(turns, CLINIC)


def test_what_addresses_have_used_is_forgotten_once_nobody_is_at_work():
    line = Line()
    for number in range(3):
        line.comes(str(number))
    line.works(3)
    assert line.turns._used == {}


def test_of_thousands_that_come_one_after_the_other_only_the_latest_are_remembered(monkeypatch):
    monkeypatch.setattr("carechoice.turns.queue.MOST_REMEMBERED", 10)
    line, numbers = Line(), count()
    line.comes(BOT)
    for _ in range(100):
        line.comes(str(next(numbers)))
        line.works()
    assert len(line.turns._used) <= 11
