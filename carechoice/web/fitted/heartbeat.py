"""The answer to a heartbeat arrives, also where an action begins a run at the same moment.

The page asks the server for a sign of life with a person's action (``ui/components/line``) and
drops the line where none comes. The framework empties what it has not sent yet when a run begins,
the answer with it, and most actions begin one: the line was dropped for nothing.
"""

from __future__ import annotations

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import app_session
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue


class AnsweringQueue(ForwardMsgQueue):
    """What a session has not sent yet. A run that begins does not take the answers out of it."""

    def clear(
        self, retain_lifecycle_msgs: bool = False, fragment_ids_this_run: list[str] | None = None
    ) -> None:
        """Empty it as the framework does, but for the answers to heartbeats where a run begins."""
        kept = [message for message in self._queue if retain_lifecycle_msgs and _answers(message)]
        super().clear(retain_lifecycle_msgs, fragment_ids_this_run)
        self._queue = kept + [message for message in self._queue if not _answers(message)]


def keep_answers() -> None:
    """For every session that this process begins from now on."""
    setattr(app_session, ForwardMsgQueue.__name__, AnsweringQueue)


def _answers(message: ForwardMsg) -> bool:
    return message.WhichOneof("type") == "heartbeat_ack"
