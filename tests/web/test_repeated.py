"""What is looked at every few seconds is looked at again after a look that failed."""

import asyncio
import logging

import pytest
from anyio.from_thread import start_blocking_portal

from carechoice.web.periodic import repeated


async def looks_again_after(error):
    looked, again = [], asyncio.Event()

    async def look():
        looked.append(len(looked))
        if len(looked) == 1:
            raise error
        again.set()

    async with repeated(look, every_seconds=0):
        await again.wait()


@pytest.mark.parametrize("error", [OSError("/srv/centre: stale handle"), ValueError("1886")])
def test_a_look_that_failed_is_told_without_its_words_and_the_next_one_is_made(error, caplog):
    # In a thread of its own: a browser of other tests may have a loop in this one.
    with caplog.at_level(logging.ERROR), start_blocking_portal() as portal:
        portal.call(looks_again_after, error)
    assert type(error).__name__ in caplog.text
    assert str(error) not in caplog.text
