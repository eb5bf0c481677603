"""Numbers for whoever runs the server, in the form Prometheus reads; off unless they are asked for.

How many and how long, by kind of answer and status: never who, nor what was entered.
"""

from __future__ import annotations

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from carechoice.web.operating.observed import SentAnswer

# Seconds: around what an answer takes, and around what nobody should wait.
BOUNDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)


class Metrics:
    """A watcher that counts."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._answers = Counter(
            "carechoice_answers",
            "Answers by kind and status.",
            ["kind", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "carechoice_answer_seconds",
            "Seconds until an answer had gone out, by kind.",
            ["kind"],
            buckets=BOUNDS,
            registry=self._registry,
        )
        self._visits = Gauge(
            "carechoice_visits", "Live connections that are open.", registry=self._registry
        )
        self._messages = Counter(
            "carechoice_messages",
            "What browsers said on live connections: nearly each is a run of a page.",
            registry=self._registry,
        )

        self._runs = Histogram(
            "carechoice_run_seconds",
            "Seconds of a run of a page, with the wait for its turn; those of /readyz too.",
            buckets=BOUNDS,
            registry=self._registry,
        )

    def ran(self, seconds: float) -> None:
        """Count a run of a page."""
        self._runs.observe(seconds)

    def answered(self, answer: SentAnswer) -> None:
        """Count an answer; that of a live connection lasts as long as a visit and has no time."""
        self._answers.labels(answer.kind, str(answer.status)).inc()
        if answer.was_a_visit:
            self._visits.dec()
        else:
            self._seconds.labels(answer.kind).observe(answer.seconds)

    def opened(self) -> None:
        """Count an open live connection."""
        self._visits.inc()

    def said(self) -> None:
        """Count what a browser said."""
        self._messages.inc()

    def as_text(self) -> bytes:
        """All numbers as they are now."""
        return generate_latest(self._registry)
