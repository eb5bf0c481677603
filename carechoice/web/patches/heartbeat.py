"""The answer to a heartbeat arrives, even if a run of the page begins at the same moment.

The page asks the server for a sign of life when a person acts (``ui/components/connection``), and
drops the connection if none comes. When a run begins, the framework throws away what it has not
sent yet, that answer too, and most actions begin a run: so connections were dropped for nothing.
"""

from __future__ import annotations

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import app_session
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue


class AnsweringQueue(ForwardMsgQueue):
    """The messages a session has not sent yet. A run that begins does not remove answers."""

    def clear(
        self, retain_lifecycle_msgs: bool = False, fragment_ids_this_run: list[str] | None = None
    ) -> None:
        """Empty it as the framework does, but for the answers to heartbeats where a run begins."""
        kept = [message for message in self._queue if retain_lifecycle_msgs and _answers(message)]
        super().clear(retain_lifecycle_msgs, fragment_ids_this_run)
        self._queue = kept + [message for message in self._queue if not _answers(message)]


def keep_answers() -> None:
    """Install the change for every session that this process begins from now on."""
    setattr(app_session, ForwardMsgQueue.__name__, AnsweringQueue)


def _answers(message: ForwardMsg) -> bool:
    return message.WhichOneof("type") == "heartbeat_ack"
