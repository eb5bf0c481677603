"""A browser's side of Streamlit's websocket, without a browser.

It says what the browser says: the same handshake, at every change the value of every widget, and
which large messages it still holds (the server then sends only their hash).
"""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from ssl import SSLContext
from time import perf_counter
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from benchmarks.widget_states import STATES, is_blank, moved_live_slider, moved_slider

PATIENCE_SECONDS = 60
CHARTS = 3
LIVE_SLIDER = "slider"
# Now, and in builds before December 2026, which may be measured beside ours.
OUR_CHART = ("plot", "chart")


@dataclass(frozen=True, slots=True)
class Answer:
    """Seconds from sending a change to its last chart and to the end of the page's run.

    ``size`` is the bytes of its messages, ``on_the_line`` what came in meanwhile as it was sent:
    compressed, and with what the connection itself needs.
    """

    last_chart: float
    finished: float
    messages: int
    size: int
    on_the_line: int


class CountingSocket(socket.socket):
    """Counts the bytes that come in."""

    received = 0

    def recv(self, *given: Any) -> bytes:
        """Receive as always."""
        data = super().recv(*given)
        self.received += len(data)
        return data


def _connected(
    counted: CountingSocket,
    origin: str,
    below: str,
    headers: Mapping[str, str],
    tls: SSLContext | None,
) -> ClientConnection:
    """A live connection over this socket, opened as by a page of ``origin`` in a browser."""
    return connect(
        f"{origin.replace('http', 'ws', 1)}{below}/_stcore/stream",
        origin=Origin(origin),
        ssl=tls,
        subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],
        # As a browser offers it.
        compression="deflate",
        additional_headers=headers,
        max_size=None,
        sock=counted,
        open_timeout=PATIENCE_SECONDS,
        # Open from here to `close`, past any block.
        legacy=True,
    )


class Session:
    """One visit to a page, by default the one a server shows first.

    ``charts`` is how many charts the first answer must bring, and each later one at least one of
    them; None where that does not matter. ``below`` is the base path, with a slash in front, and
    ``query`` what the page's address holds when it is opened. ``tls`` is given where the server
    has TLS; what is on the line is not counted then.
    """

    def __init__(
        self,
        port: int,
        page: str = "",
        charts: int | None = CHARTS,
        *,
        below: str = "",
        query: str = "",
        cookie: str = "",
        headers: Mapping[str, str] | None = None,
        tls: SSLContext | None = None,
    ) -> None:
        origin = f"http{'s' if tls else ''}://localhost:{port}"
        self._counted = CountingSocket()
        sent = {**({"Cookie": cookie} if cookie else {}), **(headers or {})}
        self._counted.connect(("localhost", port))
        self._socket = _connected(self._counted, origin, below, sent, tls)
        self._url = f"{origin}{below}/{page}"
        self._page_name = page
        self._charts = charts
        self._least_charts = charts or 0
        self._page = ""
        self._query = query
        self._widgets: dict[str, WidgetState] = {}
        self._sliders: dict[str, Callable[[float], WidgetState]] = {}
        self._held: dict[str, ForwardMsg] = {}
        # The value of each live slider, as the page last told it.
        self.shown: dict[str, float] = {}
        # What the server calls this visit.
        self.name = ""
        # What a press on each button for a file asks for, by the button's label.
        self.files: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the page."""
        self._socket.close()

    def hang_up(self) -> None:
        """Cut the line, as a phone does that goes out of reach, whatever is being said on it."""
        with suppress(OSError):
            self._counted.shutdown(socket.SHUT_RDWR)

    @property
    def new_cookie(self) -> str:
        """What the answer that opened the line told the browser to keep."""
        response = self._socket.response
        return response.headers.get("Set-Cookie", "").split(";")[0] if response else ""

    def is_cut(self, within_seconds: float) -> bool:
        """Whether the line is cut while nothing is asked."""
        try:
            self._socket.recv(within_seconds)
        except TimeoutError:
            return False
        except ConnectionClosed:
            return True
        return False

    def closed_with(self) -> int | None:
        """Wait until the server closes the page; the code it says."""
        with suppress(ConnectionClosed):
            while True:
                self._socket.recv(PATIENCE_SECONDS)
        return self._socket.close_code

    def run(self) -> Answer:
        """Have the page run as it stands."""
        start, received = perf_counter(), self._counted.received
        self._ask()
        return self._answer(start, received)

    def _ask(self, fragment: str = "") -> None:
        """Have the page run, or only the part of it that the framework has by this name."""
        state = ClientState(
            fragment_id=fragment,
            query_string=self._query,
            page_script_hash=self._page,
            page_name="" if self._page else self._page_name,
            widget_states=WidgetStates(widgets=self._widgets.values()),
            cached_message_hashes=self._held,
        )
        state.context_info.url = self._url
        self._socket.send(BackMsg(rerun_script=state).SerializeToString())

    def move(self, key: str, value: float) -> Answer:
        """Set the slider with this key (in our app its URL parameter as well) and run."""
        start, received = perf_counter(), self._counted.received
        self._say_moved(key, value)
        answer = self._answer(start, received)
        self._query = f"{key}={value:g}"
        return answer

    def move_at_once(self, moves: Mapping[str, float]) -> None:
        """Set these live sliders, one right after the other, and wait until the page shows it.

        Raises TimeoutError where it never does.
        """
        for key, value in moves.items():
            self._say_moved(key, value)
        while any(self.shown[key] != value for key, value in moves.items()):
            self._take_in([message for _, message in self._until_finished()])

    def _say_moved(self, key: str, value: float) -> None:
        moved = self._sliders[key](value)
        self._widgets[moved.id] = moved
        self._ask()
        if moved.json_trigger_value:
            del self._widgets[moved.id]

    def wait_to_say(self, held_bytes: int) -> None:
        """Let the system hold so many bytes at most of what is said and not yet taken in."""
        self._socket.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, held_bytes)

    def say(self, state: ClientState) -> None:
        """Have the page run with all that is said here, whatever it is; nothing is waited for."""
        self._socket.send(BackMsg(rerun_script=state).SerializeToString())

    def file_address(self, label: str) -> str:
        """Press the button with this label; the address of the file that is made for it."""
        wanted = BackMsg()
        wanted.backend_operation_request.session_id = self.name
        wanted.backend_operation_request.deferred_file.file_id = self.files[label]
        self._socket.send(wanted.SerializeToString())
        while True:
            message = ForwardMsg.FromString(self._socket.recv(PATIENCE_SECONDS))
            if message.WhichOneof("type") == "backend_operation_response":
                return str(message.backend_operation_response.deferred_file.url)

    def _answer(self, start: float, received: int) -> Answer:
        arrivals = [
            (perf_counter() - start, size, message) for size, message in self._until_finished()
        ]
        charts = [seconds for seconds, _, message in arrivals if _is_chart(_element(message))]
        if self._charts is not None and not self._least_charts <= len(charts) <= self._charts:
            raise RuntimeError(
                f"The page sent {len(charts)} charts, not {self._charts}: did it fail?"
            )
        # A chart that a move leaves as it is does not come again.
        self._least_charts = 1
        messages = [message for _, _, message in arrivals]
        self._take_in(messages)
        size = sum(size for _, size, _ in arrivals)
        finished = arrivals[-1][0]
        last_chart = charts[-1] if charts else finished
        on_the_line = self._counted.received - received
        return Answer(last_chart, finished, len(messages), size, on_the_line)

    def _until_finished(self) -> Iterator[tuple[int, ForwardMsg]]:
        """Each message with its size; of one that is held only the hash comes."""
        finished = False
        while not finished:
            received = self._socket.recv(PATIENCE_SECONDS)
            message = ForwardMsg.FromString(received)
            finished = message.WhichOneof("type") == "script_finished"
            yield len(received), self._held[message.ref_hash] if message.ref_hash else message

    def _take_in(self, messages: list[ForwardMsg]) -> None:
        # The browser holds a message for two runs more; one is enough to be asked for the hash.
        self._held = {each.hash: each for each in messages if each.metadata.cacheable}
        for message in messages:
            if message.WhichOneof("type") == "navigation":
                self._page = message.navigation.page_script_hash
            if message.WhichOneof("type") == "new_session":
                self.name = message.new_session.initialize.session_id
            self._take_in_widget(_element(message))

    def _take_in_widget(self, element: Element) -> None:
        kind = element.WhichOneof("type") or ""
        if kind == "bidi_component" and element.bidi_component.component_name == LIVE_SLIDER:
            slider = element.bidi_component
            told = json.loads(slider.json)
            # A build from before may tell it outside of a list.
            told = told[0] if isinstance(told, list) else told
            self._sliders[told["field"]] = partial(moved_live_slider, slider.id)
            self.shown[told["field"]] = told["value"]
        if kind == "download_button" and element.download_button.deferred_file_id:
            self.files[element.download_button.label] = element.download_button.deferred_file_id
        if kind not in STATES:
            return
        widget = getattr(element, kind)
        if is_blank(widget):
            return
        if widget.set_value or widget.id not in self._widgets:
            self._widgets[widget.id] = STATES[kind](widget)
        if kind == "slider":
            key = widget.id.rpartition("-")[2]
            self._sliders[key] = partial(moved_slider, widget.id)


def _element(message: ForwardMsg) -> Element:
    return message.delta.new_element


def _is_chart(element: Element) -> bool:
    """Whether it is one of Streamlit's own charts (the bare app) or our component (our page)."""
    kind = element.WhichOneof("type")
    own = kind == "bidi_component" and element.bidi_component.component_name in OUR_CHART
    return own or kind == "plotly_chart"
