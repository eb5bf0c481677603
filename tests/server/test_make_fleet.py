"""`make fleet`, told to end: nothing of it is left behind."""

import os
import signal
import subprocess
import sys

import pytest
from by_night import by_night

from deploy.servers import HERE, ROOT, reserved


def told(line):
    """The ports of the processes that it says answer, at its end in front of a full stop."""
    return [int(port) for port in line.partition(" processes at ")[2].partition(".")[0].split(", ")]


@pytest.fixture
def fleet():
    with reserved() as port:
        process = subprocess.Popen(
            [sys.executable, "-m", "deploy.fleet"],
            cwd=ROOT,
            env={**os.environ, "PORT": str(port), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        with process:
            yield process, port
            process.kill()


@pytest.mark.parametrize(
    "signal_",
    [pytest.param(signal.SIGTERM, id="SIGTERM"), by_night(signal.SIGINT)],
)
def test_its_processes_and_its_proxy_end_with_it(fleet, signal_):
    process, port = fleet
    line = process.stdout.readline()
    assert line.startswith(f"http://{HERE}:{port}/care/ is answered by processes at ")
    process.send_signal(signal_)
    assert process.wait() == 0
    # Who still listens there has it, and nobody else can.
    for each in told(line):
        with reserved(each) as free:
            assert free == each
