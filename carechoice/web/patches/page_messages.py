"""A message on a live connection is accepted only if a page of ours could have sent it.

The framework's messages can do more than our pages ask for: have it put files on the server's
disk, tell of the repository, forget what all visits share, ask for addresses for a million files.
And a message that it cannot read, or that names what a visit does not have, goes into the log in
the client's own words.
"""

from __future__ import annotations

from contextlib import suppress
from functools import wraps

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnected
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime_util import get_max_widget_state_size_bytes
from streamlit.runtime.state.common import GENERATED_ELEMENT_ID_PREFIX
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX

from carechoice.web.patches.lasting_downloads import LastingDownloads
from carechoice.web.patches.message_size import brought_to_size
from carechoice.web.patches.opens_in_turn import OpensInTurn
from carechoice.web.patches.shown_run import TellsWhatIsShown

# A page runs, stops, asks whether the server is there, where to send files, and for a file.
KINDS = {
    "rerun_script",
    "stop_script",
    "app_heartbeat",
    "file_urls_request",
    "backend_operation_request",
}
FILE = "deferred_file"
# Far more than a person picks at once.
MOST_FILES = 50
# So begin the framework's names of what a page draws, and of what a component reports.
INPUTS = (GENERATED_ELEMENT_ID_PREFIX, STREAMLIT_INTERNAL_KEY_PREFIX)
PROTOCOL_ERROR = 1002


class OnlyPageMessages:
    """Passes on messages that a page can send; an unreadable one closes the connection."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but what no page says."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        line = _Line(receive, send)
        try:
            await self._app(scope, line.hear, line.say)
        except WebSocketDisconnected:
            # The framework listens once more where it could not say something, and then hangs up
            # on who has hung up.
            if not line.is_cut:
                raise


class _Line:
    """One live connection, until something comes in that cannot be read."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._is_ended = False
        self.is_cut = False

    async def hear(self) -> Message:
        """What comes next that a page says."""
        while True:
            event = await self._receive()
            if event["type"] != "websocket.receive":
                return event
            content = event.get("bytes") or b""
            if len(content) > get_max_widget_state_size_bytes():
                # The framework ends the line of whoever says so much, and says why.
                return event
            said = _read(content)
            if said is None:
                return await self._end()
            if is_page_message(said):
                return event

    async def say(self, event: Message) -> None:
        """Pass a message on while the connection is open. Raises OSError if it has been cut."""
        if self._is_ended:
            return
        try:
            await self._send(event)
        except OSError:
            self.is_cut = True
            raise
        except RuntimeError as error:
            if event["type"] != "websocket.send":
                raise
            self.is_cut = True
            # The server raises this for a message to a browser that has just closed the connection.
            raise OSError("The browser has hung up.") from error

    async def _end(self) -> Message:
        self._is_ended = True
        # A browser that has gone meanwhile need not be told.
        with suppress(OSError):
            await self._send({"type": "websocket.close", "code": PROTOCOL_ERROR})
        return {"type": "websocket.disconnect", "code": PROTOCOL_ERROR}


# The layers on each live connection, from the outside in.
ON_THE_LINE = (
    Middleware(OpensInTurn),
    Middleware(OnlyPageMessages),
    Middleware(TellsWhatIsShown),
)


def _read(content: bytes) -> BackMsg | None:
    """The message; None if it cannot be read, or is empty."""
    try:
        said = BackMsg.FromString(content)
    except DecodeError:
        return None
    return said if said.WhichOneof("type") else None


def is_page_message(said: BackMsg) -> bool:
    """Whether a page of ours says something like it."""
    kind = said.WhichOneof("type")
    if kind == "file_urls_request":
        return len(said.file_urls_request.file_names) <= MOST_FILES
    if kind == "backend_operation_request":
        return said.backend_operation_request.WhichOneof("payload") == FILE
    return kind in KINDS


def drop_foreign_messages() -> None:
    """Drop messages that name what their visit does not have, in this whole process."""
    hear = AppSession.handle_backmsg

    @wraps(hear)
    def handle_backmsg(self: AppSession, msg: BackMsg) -> None:
        if _is_ones_own(self, msg):
            hear(self, msg)

    setattr(AppSession, hear.__name__, handle_backmsg)


def _is_ones_own(session: AppSession, said: BackMsg) -> bool:
    kind = said.WhichOneof("type")
    if kind == "rerun_script":
        _keep_inputs_only(said)
        fragment = said.rerun_script.fragment_id
        has_part = not fragment or session.has_fragment(fragment)
        return has_part and brought_to_size(said.rerun_script)
    if kind != "backend_operation_request":
        return True
    asked = said.backend_operation_request
    if asked.session_id != session.id:
        return False
    if not _has_file(asked.deferred_file.file_id):
        session._enqueue_forward_msg(_no_such_file(asked.request_id))
        return False
    return True


def _keep_inputs_only(said: BackMsg) -> None:
    """Remove values that belong to no input, which the framework would put into the session."""
    told = said.rerun_script.widget_states.widgets
    kept = [each for each in told if each.id.startswith(INPUTS)]
    if len(kept) < len(told):
        del told[:]
        told.extend(kept)


def _has_file(name: str) -> bool:
    files = Runtime.instance().media_file_mgr
    return isinstance(files, LastingDownloads) and files.has(name)


def _no_such_file(request: str) -> ForwardMsg:
    """The framework's answer to a page that asks for an unknown file."""
    message = ForwardMsg()
    message.backend_operation_response.request_id = request
    message.backend_operation_response.error_msg = "There is no such file"
    return message
