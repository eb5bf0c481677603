"""A live connection is opened in a turn of its address, which is over once its page is heard."""

import pytest
from awaited import awaited

from carechoice.turns.queue import ASKED_BY, Turn, Turns
from carechoice.web.patches.opens_in_turn import OpensInTurn

BOT, PERSON = "198.51.100.7", "192.0.2.1"


@pytest.fixture
def turns():
    before = ASKED_BY.set(BOT)
    yield Turns(1, longest_seconds=60)
    ASKED_BY.reset(before)


def is_free(turns):
    """Whether somebody else who comes now has their turn at once."""
    turn = Turn(turns, PERSON)
    turns._ask_for(turn)
    turns.give_back(turn)
    return turn.coming.done()


async def nothing(*_given):
    return {}


def opened(turns, app, kind="websocket"):
    awaited(OpensInTurn(app, turns)({"type": kind}, nothing, nothing))


def test_others_wait_while_it_is_opened_and_not_once_its_page_is_heard(turns):
    seen = []

    async def app(_scope, hear, _send):
        await hear()
        seen.append((is_free(turns), [each.who for each in turns._held]))
        await hear()
        seen.append((is_free(turns), []))

    opened(turns, app)
    assert seen == [(False, [BOT]), (True, [])]


def test_one_that_fails_to_open_gives_its_turn_back(turns):
    async def fails(*_given):
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        opened(turns, fails)
    assert is_free(turns)


def test_what_is_no_live_connection_waits_for_no_turn_here(turns):
    seen = []

    async def app(*_given):
        seen.append(is_free(turns))

    opened(turns, app, kind="http")
    assert seen == [True]
