"""A live connection compresses with a memory as long as one page.

A move of a slider sends most of what the last one sent: the same charts with a few other numbers.
Compression finds that where it remembers 32 kB, the most there can be. The server keeps to 4 kB,
less than one move sends, and has no setting for it.
"""

from __future__ import annotations

from functools import partial

from uvicorn.protocols.websockets import websockets_sansio_impl
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

# As powers of two: what goes out to a browser, and what comes from it, which is short.
SAID_BITS = 15
HEARD_BITS = 12
# Half of the memory that the library takes by itself, for the same number of bytes on the line.
MEMORY_LEVEL = 5


def remember_more() -> None:
    """Install the change for every connection that this process takes from now on."""
    setattr(
        websockets_sansio_impl,
        ServerPerMessageDeflateFactory.__name__,
        partial(_with_a_long_memory, ServerPerMessageDeflateFactory),
    )


def _with_a_long_memory(
    make: type[ServerPerMessageDeflateFactory], **_short: object
) -> ServerPerMessageDeflateFactory:
    return make(
        server_max_window_bits=SAID_BITS,
        client_max_window_bits=HEARD_BITS,
        compress_settings={"memLevel": MEMORY_LEVEL},
    )
