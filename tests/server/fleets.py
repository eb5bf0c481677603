"""Two processes behind each proxy, and people who visit them."""

import re
from contextlib import contextmanager
from urllib.request import urlopen

import pytest
from by_night import by_night
from running_server import PATIENCE_SECONDS

from benchmarks.person import Person
from deploy.proxies import HAPROXY, NGINX
from deploy.servers import trusting_any

FLEETS = {
    "nginx": (NGINX, False),
    "nginx over TLS": (NGINX, True),
    "haproxy": (HAPROXY, False),
    "haproxy over TLS": (HAPROXY, True),
}
# Where their counts stand, which nobody guesses.
COUNTS = "/our-counts-7f3kq9wz2m"
# What costs a start of a process is tried with each proxy once.
EACH_PROXY = pytest.mark.parametrize(
    "fleet", ["nginx", by_night("haproxy over TLS")], indirect=True
)


def person(fleet, *, page="", **inputs):
    """Somebody who opens a page with these inputs in its address."""
    tls = trusting_any() if fleet.proxy.has_tls else None
    return Person(fleet.address, inputs, page=page, tls=tls)


@contextmanager
def people(fleet, count, page="share"):
    """So many, each with other inputs."""
    opened = [
        person(fleet, page=page, therapy_sessions=20 + number, iop_weeks=6).open()
        for number in range(count)
    ]
    try:
        yield opened
    finally:
        for each in opened:
            each.close()


def visits_at(process):
    """How many live connections a process has."""
    metrics = urlopen(f"http://localhost:{process.port}/metrics", timeout=PATIENCE_SECONDS)
    return float(re.search(r"^carechoice_visits (\S+)$", metrics.read().decode(), re.M)[1])
