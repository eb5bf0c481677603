"""Requests over HTTP, as the bytes that go out: pages, answers, forms, files, and what is none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random

from carechoice.ui import pages
from fuzz import texts
from fuzz.texts import MARK

METHODS = ("GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "Get")
PAGES = ("", *(page for page in pages.PAGES if page != pages.FIRST))
PATHS = (
    *("_stcore/health", "_stcore/host-config", "_stcore/stream", "_stcore/upload_file/a/b"),
    *(
        "_stcore/metrics",
        "_stcore/bidi-components/x/../..",
        "media/",
        "component/a/b",
        "static/js/",
    ),
    *(
        "healthz",
        "readyz",
        "metrics",
        "api/",
        "api/compare/",
        "API/compare",
        "assets/",
        "auth/login",
    ),
    *("..%2f..%2fetc/passwd", "static/..%2f..%2fapp.py", "%00", "%ff", "a" * 3000, "/" * 200),
    *("bill/", "./bill", "bill%3F", "bill;x=y", ".env", "~", "*", "%E2%80%AE", "media/..%5c..%5cx"),
)
TYPES = ("application/json", "application/json; charset=utf-16", "text/plain", "", "a" * 500)
# What proxies and browsers say of a request, and what of it may be wrong.
HEADERS = (
    *("Range: bytes=0-", "Range: bytes=5-1", "Range: bytes=-9999999999", "Range: x"),
    *("Accept-Encoding: br;q=nan", "Accept-Encoding: gzip, br, *", "Accept-Encoding: \xff"),
    *("X-Forwarded-Proto: https", "X-Forwarded-Proto: ,,,", "X-Forwarded-For: " + "1.1.1.1," * 500),
    *("Cookie: _streamlit_xsrf=2|x|y|z", "Cookie: a=b; =; ;;", "Cookie: session=" + "e" * 3000),
    *("If-Modified-Since: never", "If-None-Match: *", "Expect: 100-continue", "Upgrade: websocket"),
    *("Host: elsewhere.example", "Host: ", "Origin: null", "Origin: http://[", "TE: trailers"),
    *("Content-Encoding: gzip", "Transfer-Encoding: chunked", "Content-Length: 7"),
    *("Accept-Language: " + "x" * 4000, "X" * 4000 + ": y", ": no name", "no colon", "A : b"),
)
LINES = (
    *("GET  / HTTP/1.1", "GET / HTTP/9.9", "GET /", "/ GET HTTP/1.1", "\x16\x03\x01\x02", ""),
    *("GET http://elsewhere.example/ HTTP/1.1", "GET elsewhere HTTP/1.1", "CONNECT a:1 HTTP/1.1"),
    *("GET /\x00 HTTP/1.1", "GET /\xe9 HTTP/1.1", "GET /" + "a" * 70_000 + " HTTP/1.1"),
)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a visit has that files can be given to, as its own browser knows it."""

    session: str
    token: str


def request(chance: Random, visit: Neighbour) -> bytes:
    """One request, whole or not."""
    make = chance.choices(
        (page, compare, ahead, form, upload, path, broken), (6, 5, 5, 2, 3, 3, 2)
    )[0]
    return make(chance, visit)


def page(chance: Random, _visit: Neighbour) -> bytes:
    """A page with the parameters of an address."""
    return _get(chance, f"/{chance.choice(PAGES)}?{texts.query(chance)}")


def compare(chance: Random, _visit: Neighbour) -> bytes:
    """The comparison for parameters."""
    return _get(chance, f"/api/compare?{texts.query(chance)}")


def form(chance: Random, _visit: Neighbour) -> bytes:
    """The plain form, sent."""
    return _get(chance, f"/api/form?page={chance.choice(PAGES)}&{texts.query(chance)}")


def ahead(chance: Random, _visit: Neighbour) -> bytes:
    """What a slider asks for while it is moved."""
    body = json.dumps(_asked(chance)).encode()
    kind = chance.random()
    if kind < 0.1:
        body = body[: chance.randrange(len(body))]
    elif kind < 0.2:
        body = chance.choice(
            (b"[" * 5000, b'{"a":' * 3000, b"\xff\xfe", b"null", b"1e999", b"x" * 9000)
        )
    return _sent(chance, "POST", "/api/ahead", chance.choice((TYPES[0],) * 4 + TYPES), body)


def _asked(chance: Random) -> object:
    moves = [
        {
            name: texts.value(chance, name)
            for name in (texts.name(chance) for _ in range(chance.randrange(4)))
        }
        for _ in range(chance.choice((0, 1, 1, 3, 8, 9)))
    ]
    asked = {
        "page": chance.choice(PAGES),
        "inputs": [list(pair) for pair in texts.pairs(chance)],
        "moves": moves,
    }
    if chance.random() < 0.25:
        asked[chance.choice([*asked])] = strange(chance)
    if chance.random() < 0.05:
        del asked[chance.choice([*asked])]
    return asked


def strange(chance: Random, depth: int = 0) -> object:
    """Something that JSON can say, of any kind."""
    if depth < 4 and chance.random() < 0.4:
        parts = [strange(chance, depth + 1) for _ in range(chance.randrange(4))]
        return parts if chance.random() < 0.5 else {texts.marked(chance): part for part in parts}
    return chance.choice(
        (None, True, 0, -1.5, 10**30, texts.name(chance), texts.marked(chance), "")
    )


def upload(chance: Random, visit: Neighbour) -> bytes:
    """A file for a visit, as a browser sends it or nearly so."""
    session = visit.session if chance.random() < 0.7 else texts.MARK
    edge = f"{MARK}edge"
    body = _multipart(chance, edge)
    if chance.random() < 0.3:
        body = body[: chance.randrange(len(body) + 1)] + chance.randbytes(chance.randrange(20))
    kind = chance.choice(
        (f"multipart/form-data; boundary={edge}",) * 4 + ("multipart/form-data", *TYPES)
    )
    token = visit.token if chance.random() < 0.8 else texts.MARK
    headers = (f"X-Xsrftoken: {token}", f"Cookie: _streamlit_xsrf={token}")
    method = chance.choice(("PUT", "PUT", "PUT", "POST", "DELETE"))
    target = f"/_stcore/upload_file/{session}/{MARK}{chance.randrange(5)}"
    return _sent(chance, method, target, kind, body, headers)


def _multipart(chance: Random, edge: str) -> bytes:
    parts = b""
    for _ in range(chance.choice((1, 1, 1, 0, 2, 30))):
        called = chance.choice(
            (f"{MARK}.pdf", f"{MARK}.json", "", "../../x", '"', "é\x00", "x" * 3000)
        )
        shown = chance.choice(
            (f'form-data; name="file"; filename="{called}"', "form-data", "", '"')
        )
        content = chance.choice(
            (
                b"",
                b"%PDF-1.7\n",
                b"PK\x03\x04",
                b"ISA*00*",
                b"{" * 2000,
                chance.randbytes(3000),
                bytes(100_000),
            )
        )
        told = f"Content-Disposition: {shown}\r\nContent-Type: {chance.choice(TYPES)}"
        head = f"--{edge}\r\n{told}\r\n\r\n"
        parts += head.encode() + MARK.encode() + content + b"\r\n"
    return parts + f"--{edge}--\r\n".encode()


def path(chance: Random, _visit: Neighbour) -> bytes:
    """An address that is a machine's, a file's, or nobody's, by any method."""
    target = chance.choice(
        (*PATHS, f"{MARK}/{chance.randrange(99)}", f"media/{MARK}.pdf", f"{MARK}.js", f"{MARK}/")
    )
    method = chance.choice(METHODS)
    if method in ("GET", "HEAD"):
        return _get(chance, f"/{target}?{MARK}={MARK}", method)
    return _sent(
        chance, method, f"/{target}", chance.choice(TYPES), MARK.encode() * chance.randrange(9)
    )


def broken(chance: Random, _visit: Neighbour) -> bytes:
    """What is no request, or not a whole one."""
    kind = chance.random()
    if kind < 0.4:
        return _head(chance.choice(LINES), (MARK,))
    if kind < 0.6:
        return chance.randbytes(chance.choice((1, 30, 3000)))
    whole = _get(chance, f"/bill?{texts.query(chance)}")
    if kind < 0.8:
        return whole[: chance.randrange(len(whole))]
    head, _, _ = whole.partition(b"\r\n\r\n")
    chunked = chance.choice(
        (b"5\r\nhe", b"zz\r\n", b"-1\r\n\r\n", b"ffffffffffffffff\r\n", b"0\r\n\r\n")
    )
    return head + b"\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked


def _get(chance: Random, target: str, method: str = "GET") -> bytes:
    return _head(f"{method} {target} HTTP/1.1", _more(chance))


def _sent(
    chance: Random, method: str, target: str, kind: str, body: bytes, headers: tuple[str, ...] = ()
) -> bytes:
    length = (
        len(body) if chance.random() < 0.95 else chance.choice((0, 1, len(body) + 9, -1, 10**12))
    )
    told = (f"Content-Type: {kind}", f"Content-Length: {length}", *headers)
    return _head(f"{method} {target} HTTP/1.1", (*told, *_more(chance))) + body


def _more(chance: Random) -> tuple[str, ...]:
    more = chance.sample(HEADERS, chance.choice((0, 0, 0, 1, 2)))
    return (*more, f"X-{chance.randrange(9)}: {MARK}")


def _head(line: str, headers: tuple[str, ...]) -> bytes:
    # The connection ends with the answer, so that its end is known.
    lines = (line, "Host: localhost", "Connection: close", *headers, "", "")
    return "\r\n".join(lines).encode("latin-1", "replace")
