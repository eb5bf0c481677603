"""Files whose address changes with their content: cached by browsers, compressed only once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from gzip import compress

from pyarrow import Codec
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

# A copy in the browser is never out of date.
HEADERS = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
# From the next one on, a large file takes several hundred milliseconds instead of forty. Who asks
# first does not wait for that; who asks later gets it, 7% smaller.
SOON, SMALLEST = 9, 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """A file as the server hands it out, read when it is asked for.

    ``read_brotli`` reads what was made as small as it goes, which takes longer than a visitor
    waits, where somebody has done that. A file that is compressed in itself, such as a font, is
    handed out as it is.
    """

    media_type: str
    read: Callable[[], bytes]
    read_brotli: Callable[[], bytes] | None = None
    is_compressed: bool = False


# Whether each file that was asked for is as small as it goes; False while it is being made so.
_is_smallest: dict[Lasting, bool] = {}


async def answer(request: Request, file: Lasting) -> Response:
    """The file, in the smallest form that the browser takes."""
    encoding, read = _smallest(file, request.headers.get("accept-encoding", ""))
    headers = HEADERS | ({"Content-Encoding": encoding} if encoding else {})
    content = await run_in_threadpool(read)
    then = BackgroundTask(_made_smallest, file) if encoding == "br" else None
    return Response(content, headers=headers, media_type=file.media_type, background=then)


def _smallest(file: Lasting, accepted: str) -> tuple[str, Callable[[], bytes]]:
    """The smallest encoding that the browser accepts, by name, and what reads the file in it."""
    if file.is_compressed:
        return "", file.read
    if "br" in accepted:
        return "br", file.read_brotli or partial(_brotli, file)
    return ("gzip", partial(_gzipped, file)) if "gzip" in accepted else ("", file.read)


@cache
def _gzipped(file: Lasting) -> bytes:
    return compress(file.read(), compresslevel=9)


def _brotli(file: Lasting) -> bytes:
    """As small as it has been made so far, and smaller than with gzip.

    Arrow has brotli, without which no table is drawn.
    """
    return _at_level(file, SMALLEST if _is_smallest.get(file) else SOON)


def _made_smallest(file: Lasting) -> None:
    if file.read_brotli or file in _is_smallest:
        return
    _is_smallest[file] = False
    _at_level(file, SMALLEST)
    _is_smallest[file] = True


@cache
def _at_level(file: Lasting, level: int) -> bytes:
    made: bytes = Codec("brotli", compression_level=level).compress(file.read(), asbytes=True)
    return made
