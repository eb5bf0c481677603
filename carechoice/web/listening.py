"""Where the server is told to listen: what the environment says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

DEFAULT_PORT = "8501"
HIGHEST_PORT = 65535
# Addresses that mean every one of the machine, its own among them.
EVERY = ("", "0.0.0.0", "::")  # noqa: S104, nothing is bound here


def hosts_port(environment: Mapping[str, str]) -> str | None:
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


@contextmanager
def told_where_nobody_can_listen() -> Iterator[None]:
    """Whatever listens within; SystemExit with a sentence where this machine has no such place."""
    try:
        yield
    # A number beyond the highest port overflows.
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SystemExit(
            f"CareChoice cannot listen where it was told to ({reason}). --server.address"
            " (STREAMLIT_SERVER_ADDRESS) must be an address of this machine, and --server.port"
            f" (STREAMLIT_SERVER_PORT) a number up to {HIGHEST_PORT}."
        ) from None


def address(environment: Mapping[str, str]) -> str:
    """The address of the first page for whoever asks from the same machine."""
    host = environment.get("STREAMLIT_SERVER_ADDRESS", "")
    near = "localhost" if host in EVERY else f"[{host}]" if ":" in host else host
    port = environment.get("STREAMLIT_SERVER_PORT") or hosts_port(environment) or DEFAULT_PORT
    base = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    return f"http://{near}:{port}/{base}".rstrip("/")
