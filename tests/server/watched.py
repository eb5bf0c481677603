"""Start a server and say what it does with the network: `python watched.py app.py --server.port 0`.

Each line that it adds begins with one of the three words below.
"""

import ipaddress
import runpy
import socket
import sys
from pathlib import Path

ASKED, BOUND, DELAYED = "ASKED-OUTSIDE", "BOUND-TO", "CONNECTION-WITH-NO-DELAY"


def is_here(place):
    """Whether a place to connect to, or a name to look up, is this machine itself."""
    host = place[0] if isinstance(place, tuple) else place
    try:
        return host in (None, "localhost") or ipaddress.ip_address(host).is_loopback
    except ValueError:
        # A path: a socket of this machine.
        return isinstance(host, (str, bytes)) and "/" in str(host)


def watch(event, given):
    if event == "socket.bind" and isinstance(given[1], tuple):
        print(BOUND, given[1][0], flush=True)
    if event == "socket.connect" and not is_here(given[1]):
        print(ASKED, given[1], flush=True)
    if event in ("socket.getaddrinfo", "socket.gethostbyname") and not is_here(given[0]):
        # A server looks up the address that it listens at itself; that asks nobody.
        print(ASKED, given[0], flush=True)


def tell_delay(protocol):
    """Say of each connection that the server takes whether small answers leave at once."""
    made = protocol.connection_made

    def connection_made(self, transport):
        made(self, transport)
        taken = transport.get_extra_info("socket")
        print(DELAYED, taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), flush=True)

    protocol.connection_made = connection_made


def run(command):
    sys.argv = command
    sys.path.insert(0, str(Path.cwd()))
    if command[0].endswith(".py"):
        runpy.run_path(command[0], run_name="__main__")
    else:
        runpy.run_module(command[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    sys.addaudithook(watch)
    from uvicorn.protocols.http.auto import AutoHTTPProtocol

    tell_delay(AutoHTTPProtocol)
    run(sys.argv[1:])
