"""The browser has nothing to complain about, and talks to no one but the server."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from visitor import PAGES, START, Visitor, scenario_of

# On a link to an inner page the framework looks for its server below that page first.
PROBES = tuple(f"{page}/_stcore/{name}" for page in PAGES[1:] for name in ("health", "host-config"))
OTHER_PAGE = {
    "/": "page.bill",
    "/bill": "page.week",
    "/week": "page.care",
    "/care": "page.decide",
    "/decide": "page.share",
    "/share": "page.sources",
    "/sources": "page.compare",
}


class Watch:
    """What the browser reports about a tab: errors, and who it talks to."""

    def __init__(self, visitor: Visitor) -> None:
        self.errors: list[str] = []
        self.requests: list[str] = []
        self._probes = [f"{visitor.address}{probe}" for probe in PROBES]
        self._host = urlsplit(visitor.address).netloc
        visitor.page.on("console", self._take_console)
        visitor.page.on("pageerror", lambda error: self.errors.append(str(error)))
        visitor.page.on("request", lambda request: self.requests.append(request.url))
        visitor.page.on("websocket", lambda socket: self.requests.append(socket.url))

    def _take_console(self, message) -> None:
        is_probe = "404" in message.text and message.location.get("url") in self._probes
        if message.type == "error" and not is_probe:
            self.errors.append(f"{message.text} ({message.location.get('url')})")

    @property
    def strangers(self) -> Iterator[str]:
        """Requests to anyone else. Data and blobs never leave the browser."""
        for url in self.requests:
            parts = urlsplit(url)
            if parts.scheme not in ("data", "blob") and parts.netloc != self._host:
                yield url


def _walk_around(visitor, path):
    """A visit that loads all there is to load: charts, what shows on them, folds, the next page."""
    visitor.open(path, START).unfold_all()
    for picture in visitor.page.locator("[class*=st-key-chart_] [role=img]").all():
        picture.hover()
    visitor.slider("iop_weeks").press("ArrowRight")
    visitor.sees_answer(scenario_of({**START, "iop_weeks": 9}))
    visitor.go_to(OTHER_PAGE[path])


@pytest.mark.parametrize("path", PAGES)
def test_a_visit_brings_no_error_and_no_request_to_anyone_else(tab, path):
    visitor = tab()
    watch = Watch(visitor)
    _walk_around(visitor, path)
    assert watch.errors == []
    assert list(watch.strangers) == []
    assert watch.requests


def test_the_content_policy_stands_in_the_browser(tab):
    visitor = tab().open()
    watch = Watch(visitor)
    fetched = visitor.page.evaluate("fetch('https://example.org').then(() => 1, () => 0)")
    assert fetched == 0
    assert any("Content Security Policy" in error for error in watch.errors)
