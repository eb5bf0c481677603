"""The catalog in use: set for one page run, one request or one file, and never global.

Whoever begins such a piece of work says which catalog it speaks from (``using``); below that, any
function may ask (``catalog``). Two pieces of work at once may have two catalogs and two languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Generic, ParamSpec, TypeVar

from carechoice.catalog.tables import Catalog

Given = ParamSpec("Given")
Told = TypeVar("Told")

_IN_USE: ContextVar[Catalog] = ContextVar("the catalog in use")


class NoCatalogError(LookupError):
    """Something asked for the catalog where nobody had handed one in."""


def catalog() -> Catalog:
    """The catalog in use. Raises NoCatalogError if there is none."""
    try:
        return _IN_USE.get()
    except LookupError:
        raise NoCatalogError(
            "No catalog was handed in here. Begin with carechoice.catalog.in_use.using(...), in "
            "the thread that does the work: threads do not take a catalog over."
        ) from None


def hand_in(data: Catalog) -> None:
    """Use this catalog from here on in this thread or task."""
    _IN_USE.set(data)


@contextmanager
def using(data: Catalog) -> Iterator[None]:
    """Use this catalog within the context; afterwards the one before is in use again."""
    before = _IN_USE.set(data)
    try:
        yield
    finally:
        _IN_USE.reset(before)


def with_this_catalog(function: Callable[Given, Told]) -> Callable[Given, Told]:
    """The function as it works with the catalog in use now, whenever and wherever it is called."""
    data = catalog()

    @wraps(function)
    def bound(*args: Given.args, **kwargs: Given.kwargs) -> Told:
        with using(data):
            return function(*args, **kwargs)

    return bound


@dataclass(frozen=True, slots=True)
class Work(Generic[Told]):
    """Something to be done later with this catalog, in whatever thread or process."""

    do: Callable[[], Told]
    data: Catalog

    def __call__(self) -> Told:
        """Do it here."""
        with using(self.data):
            return self.do()


def remembered(
    most: int | None = None,
) -> Callable[[Callable[Given, Told]], Callable[Given, Told]]:
    """Remember the last ``most`` answers, or all, of a function of its arguments and the catalog.

    They are kept with the catalog they come from, so no other catalog gives them and they go when
    it goes.
    """

    def decorate(function: Callable[Given, Told]) -> Callable[Given, Told]:
        @wraps(function)
        def recall(*args: Given.args, **kwargs: Given.kwargs) -> Told:
            return catalog().memory_of(function, most)(*args, **kwargs)

        return recall

    return decorate
