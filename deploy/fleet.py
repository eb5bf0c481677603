"""Two processes behind a proxy on this machine, as the files here have it: `make fleet`.

`PROXY=haproxy make fleet` takes the other one. Nothing of it is for others to reach: all listen on
this machine alone.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from carechoice.web.lifetime.listening import platform_port
from deploy.proxies import NGINX, PORTS, PROXIES, Proxy
from deploy.servers import HERE, Server, reserved

PORT = 8080
BELOW = "/care"


@dataclass
class Fleet:
    """The processes that answer and the proxy before them.

    The pages stand below ``address``; ``log`` is the proxy's.
    """

    processes: Sequence[Server]
    proxy: Server

    @property
    def address(self) -> str:
        """Where the first page is, without a slash at its end."""
        scheme = "https" if self.proxy.has_tls else "http"
        return f"{scheme}://{HERE}:{self.proxy.port}{BELOW}"

    @property
    def log(self) -> Path:
        """The file in which the proxy writes a line an answer."""
        return self.proxy.log


def one_process(port: int, log: Path) -> Server:
    """A process of CareChoice, to be started at a port."""
    command = [sys.executable, "app.py", "--server.port", str(port), "--server.headless", "true"]
    return Server(command, port, log, ready="/readyz", environment={"PYTHONUNBUFFERED": "1"})


@contextmanager
def processes() -> Iterator[list[Server]]:
    """As many as the files of the proxies name, all ready to answer."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        ports = [stack.enter_context(reserved()) for _ in PORTS]
        started = [one_process(port, folder / f"{port}.log") for port in ports]
        for each in started:
            each.begin()
            stack.callback(each.end)
        # All have begun before the first is waited for.
        for each in started:
            each.until_ready()
        yield started


@contextmanager
def before(
    answering: Sequence[Server],
    proxy: Proxy,
    *,
    port: int = 0,
    certificate: Path | None = None,
    on: Sequence[str] = (),
) -> Iterator[Fleet]:
    """These processes and a proxy before them. Port 0 lets the system pick one.

    ``on`` stands before the proxy's command, as `taskset` does.
    """
    with TemporaryDirectory() as folder, reserved(port) as picked:
        ports = [each.port for each in answering]
        server = proxy.server(Path(folder), picked, ports, certificate)
        server.command = [*on, *server.command]
        server.start()
        try:
            yield Fleet(answering, server)
        finally:
            server.end()


@contextmanager
def told_to_end() -> Iterator[None]:
    """What runs within is left in order by Ctrl+C and by SIGTERM; a second one changes nothing."""
    both = (signal.SIGINT, signal.SIGTERM)

    def leave(_signal: int, _frame: object) -> None:
        for each in both:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    for each in both:
        signal.signal(each, leave)
    with suppress(KeyboardInterrupt):
        yield


def main() -> None:
    """Run until told to end."""
    proxy = PROXIES.get(os.environ.get("PROXY") or NGINX.name)
    if proxy is None:
        raise SystemExit(f"PROXY must be one of: {', '.join(PROXIES)}.")
    if proxy.path is None:
        raise SystemExit(proxy.missing)
    with told_to_end(), processes() as answering:
        port = int(platform_port(os.environ) or PORT)
        with before(answering, proxy, port=port) as fleet:
            ports = ", ".join(str(each.port) for each in answering)
            print(f"{fleet.address}/ is answered by processes at {ports}. Ctrl+C ends all.")
            fleet.proxy.wait()


if __name__ == "__main__":
    main()
