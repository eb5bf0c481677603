"""Where the server is told to listen: what the environment says."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager

DEFAULT_PORT = "8501"
HIGHEST_PORT = 65535
# Where the framework looks for a port.
ITS_PORT, ITS_FLAG = "STREAMLIT_SERVER_PORT", "--server.port"
# What a process has open beside its input, its output and its errors begins with this number.
FIRST_FILE = 3
# A socket that is a file, which the framework lets no app like ours have.
IN_A_FILE = "unix:"
# Addresses that mean every one of the machine, its own among them.
EVERY = ("", "0.0.0.0", "::")  # noqa: S104, nothing is bound here


def platform_port(environment: Mapping[str, str]) -> str | None:
    """The port that a host of containers sets as PORT, if it does.

    Raises SystemExit where it is no port's number.
    """
    port = environment.get("PORT", "").strip()
    is_number = port.isascii() and port.isdigit() and len(port) <= len(str(HIGHEST_PORT))
    if port and not (is_number and int(port) <= HIGHEST_PORT):
        raise SystemExit(
            f"CareChoice did not start. PORT must be a number up to {HIGHEST_PORT}, not {port!r}."
        )
    return port or None


def name_platform_port(environment: MutableMapping[str, str]) -> None:
    """Name that port where the framework looks for one, unless another stands there."""
    if (port := platform_port(environment)) and not environment.get(ITS_PORT):
        environment[ITS_PORT] = port


def restart_at_platform_port(environment: MutableMapping[str, str]) -> None:
    """Start this process anew at that port, unless the framework was told of one.

    ``streamlit run`` binds its port before it reads a line of ours, and does not know PORT.
    """
    is_named = environment.get(ITS_PORT) or any(word.startswith(ITS_FLAG) for word in sys.orig_argv)
    if is_named or not (port := platform_port(environment)):
        return
    sys.stdout.write(f"PORT is {port}: the server starts again, at that port.\n")
    sys.stdout.flush()
    name_platform_port(environment)
    # Else the first port would stay bound.
    os.closerange(FIRST_FILE, os.sysconf("SC_OPEN_MAX"))
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606


@contextmanager
def address_errors_explained(told: Callable[[], str]) -> Iterator[None]:
    """Run what listens; SystemExit with a sentence where this machine has no such address.

    ``told`` says where it was to listen, once flags have been read.
    """
    try:
        yield
    # A number beyond the highest port overflows.
    except (OSError, OverflowError) as error:
        raise _cannot_listen(error.strerror if isinstance(error, OSError) else error) from None
    # Of anything else, too, so it is said only where the address is no name or number of a machine.
    except (RuntimeError, TypeError) as error:
        if (where := told()).isascii() and not where.startswith(IN_A_FILE):
            raise
        raise _cannot_listen(error) from None


def _cannot_listen(reason: object) -> SystemExit:
    return SystemExit(
        f"CareChoice cannot listen where it was told to ({reason}). --server.address"
        " (STREAMLIT_SERVER_ADDRESS) must be an address of this machine, and --server.port"
        f" (STREAMLIT_SERVER_PORT) a number up to {HIGHEST_PORT}."
    )


def address(environment: Mapping[str, str]) -> str:
    """The address of the first page for whoever asks from the same machine."""
    host = environment.get("STREAMLIT_SERVER_ADDRESS", "")
    near = "localhost" if host in EVERY else f"[{host}]" if ":" in host else host
    port = environment.get(ITS_PORT) or platform_port(environment) or DEFAULT_PORT
    base = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    return f"http://{near}:{port}/{base}".rstrip("/")
