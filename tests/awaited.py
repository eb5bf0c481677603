"""What work comes to in a thread of its own. Where it never ends its test fails, and goes on."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextvars import copy_context
from threading import Thread
from typing import Any, TypeVar

from running_server import PATIENCE_SECONDS

T = TypeVar("T")


def ended(work: Callable[[], T]) -> T:
    """What the work comes to. Raises TimeoutError for work that hangs."""
    came_to = Future[T]()

    def do() -> None:
        try:
            came_to.set_result(work())
        except BaseException as error:
            came_to.set_exception(error)

    Thread(target=copy_context().run, args=(do,), daemon=True).start()
    return came_to.result(PATIENCE_SECONDS)


def awaited(work: Coroutine[Any, Any, T]) -> T:
    """What a coroutine comes to.

    Where tests of pages ran before, the browser's driver keeps a loop of its own in this thread.
    """
    return ended(lambda: asyncio.run(work))
