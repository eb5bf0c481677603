"""Several processes behind nginx on this machine, as `deploy/nginx.conf` has it: `make fleet`.

Nothing of it is for others to reach: nginx listens on this machine alone.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
SITE = ROOT / "deploy" / "nginx.conf"
PORT = 8080
PROCESSES = 2
STARTED = re.compile(r"URL: http://[^:]+:(\d+)")
LOOKS, SECONDS_BETWEEN_LOOKS, PATIENCE_SECONDS = 300, 0.2, 20

NO_NGINX = (
    "The fleet needs nginx and none was found: install it (Debian and Ubuntu: sudo apt-get install "
    "nginx-light; macOS: brew install nginx), or set CARECHOICE_NGINX to the path of one."
)
# What stands around the site; its files are where anyone may write.
AROUND = """daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log crit;
events {{ worker_connections 4096; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass
class Process:
    """One of those that answer."""

    running: subprocess.Popen[bytes]
    port: int


@dataclass
class Fleet:
    """The address of all, below which the pages stand, and each process."""

    address: str
    processes: list[Process]
    log: Path


def nginx_path() -> str | None:
    """The nginx of this machine, or None."""
    return os.environ.get("CARECHOICE_NGINX") or shutil.which(
        "nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    )


@contextmanager
def fleet(port: int = PORT, processes: int = PROCESSES) -> Iterator[Fleet]:
    """The fleet for as long as it is needed. Port 0 lets the system pick one."""
    nginx = nginx_path()
    if nginx is None:
        raise SystemExit(NO_NGINX)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        logs = [folder / f"{n}.log" for n in range(processes)]
        running = [stack.enter_context(_process(log)) for log in logs]
        # All have begun before the first is waited for.
        ready = [Process(each, _port(each, log)) for each, log in zip(running, logs, strict=True)]
        listening = stack.enter_context(socket.create_server(("127.0.0.1", port)))
        port = listening.getsockname()[1]
        site = _site(folder, port, [each.port for each in ready])
        (folder / "site.conf").write_text(site, encoding="utf-8")
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder), encoding="utf-8")
        stack.enter_context(_nginx(nginx, folder, listening))
        yield Fleet(f"http://127.0.0.1:{port}/care", ready, folder / "care.log")


def _site(folder: Path, port: int, ports: list[int]) -> str:
    """The site as it is, but for where it listens, whom it asks and where it writes."""
    text = SITE.read_text(encoding="utf-8")
    first, *_ = asked = re.findall(r"^ +server 127\.0\.0\.1:\d+ .*\n", text, re.M)
    for line in asked[1:]:
        text = text.replace(line, "")
    servers = "".join(re.sub(r":\d+", f":{each}", first, count=1) for each in ports)
    text = text.replace(first, servers).replace("listen 80;", f"listen 127.0.0.1:{port};")
    return text.replace("/var/log/nginx/", f"{folder}/")


@contextmanager
def _nginx(nginx: str, folder: Path, listening: socket.socket) -> Iterator[None]:
    """It takes the socket over, as it does from itself when it is upgraded."""
    handed = os.dup(listening.fileno())
    running = subprocess.Popen(
        [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"],
        env={**os.environ, "NGINX": f"{handed};"},
        pass_fds=[handed],
        stderr=subprocess.DEVNULL,
    )
    os.close(handed)
    try:
        yield
    finally:
        running.terminate()
        running.wait(PATIENCE_SECONDS)


@contextmanager
def _process(log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as lines:
        running = subprocess.Popen(
            [sys.executable, "app.py", "--server.port", "0", "--server.headless", "true"],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=lines,
            stderr=subprocess.STDOUT,
        )
    try:
        yield running
    finally:
        running.terminate()
        running.wait(PATIENCE_SECONDS)


def _port(running: subprocess.Popen[bytes], log: Path) -> int:
    for _ in range(LOOKS):
        if found := STARTED.search(log.read_text(encoding="utf-8")):
            return int(found[1])
        try:
            # Waiting for its end also notices one that does not start.
            running.wait(SECONDS_BETWEEN_LOOKS)
            break
        except subprocess.TimeoutExpired:
            continue
    raise SystemExit(f"A process of the fleet did not start:\n{log.read_text(encoding='utf-8')}")


def main() -> None:
    """Run until Ctrl+C."""
    with fleet(int(os.environ.get("PORT") or PORT)) as started:
        ports = ", ".join(str(each.port) for each in started.processes)
        print(f"{started.address}/ is answered by processes at {ports}. Ctrl+C ends all.")
        try:
            for each in started.processes:
                each.running.wait()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
