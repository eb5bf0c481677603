"""What an operator can turn on: access log, metrics and counts. All are off by default."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from starlette.middleware import Middleware
from starlette.routing import Route

from carechoice.catalog.tables import Catalog
from carechoice.web.operating.counts import Counts
from carechoice.web.operating.observed import LOGGER, AccessLog, Observed, Watcher

if TYPE_CHECKING:
    from carechoice.web.operating.metrics import Metrics

ACCESS_LOG, METRICS = "CARECHOICE_ACCESS_LOG", "CARECHOICE_METRICS"
COUNT = "CARECHOICE_COUNT"
ON, OFF = ("1", "on", "true", "yes"), ("", "0", "off", "false", "no")


def is_on(environment: Mapping[str, str], name: str) -> bool:
    """Whether a switch is on. Raises SystemExit where it is neither on nor off."""
    text = environment.get(name, "").strip().lower()
    if text not in (*ON, *OFF):
        raise SystemExit(f"CareChoice did not start. {name} must be on or off, not {text!r}.")
    return text in ON


def metrics_if_on(environment: Mapping[str, str]) -> Metrics | None:
    """The metrics, where they are switched on."""
    if not is_on(environment, METRICS):
        return None
    from carechoice.web.operating.metrics import Metrics  # noqa: PLC0415, who counts nothing loads nothing

    return Metrics()


def counts_if_on(environment: Mapping[str, str], data: Catalog) -> Counts | None:
    """The counts, where they have an address. Raises SystemExit where that could be guessed."""
    address = environment.get(COUNT, "")
    try:
        return Counts(address, language=data.locale.replace("_", "-")) if address else None
    except ValueError as error:
        raise SystemExit(f"CareChoice did not start. {COUNT} {error}") from None


def observed(
    environment: Mapping[str, str],
    counting: Iterable[Watcher | None],
    routes: Iterable[Route],
    *,
    base_path: str,
) -> list[Middleware]:
    """The layer that feeds the access log and the counts; none if all are off."""
    watchers = [*access_log_if_on(environment, routes), *(each for each in counting if each)]
    return [Middleware(Observed, base_path=base_path, watchers=watchers)] if watchers else []


def access_log_if_on(environment: Mapping[str, str], routes: Iterable[Route]) -> list[Watcher]:
    """The access log, where it is switched on; its lines go to standard output."""
    if not is_on(environment, ACCESS_LOG):
        return []
    lines = logging.StreamHandler(sys.stdout)
    lines.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    LOGGER.handlers = [lines]
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    return [AccessLog((route.path for route in routes), kept=[environment.get(COUNT, "")])]
