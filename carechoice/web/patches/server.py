"""The changes to the server below (uvicorn): a line for each, and its module says why."""

from __future__ import annotations

from carechoice.web.limits import half_open, long_heads, one_coding, small_parts
from carechoice.web.limits.settings import Limits
from carechoice.web.operating import logs
from carechoice.web.patches import (
    banner,
    compression,
    ending,
    freed_connections,
    own_refusals,
    short_messages,
    uploads_in_memory,
)


def patch_server(limits: Limits) -> None:
    """Change the server for every connection, log line and form of this process from now on."""
    logs.keep_inputs_out()
    half_open.allow_many_connections()
    half_open.close_half_open(limits)
    small_parts.refuse_small_parts()
    long_heads.refuse_long_heads()
    compression.remember_more()
    short_messages.hear_short_messages()
    freed_connections.free_ended_connections()
    banner.say_no_name()
    own_refusals.refuse_with_our_headers()
    own_refusals.answer_unreadable_handshakes()
    own_refusals.take_an_answer_for_the_end_of_a_handshake()
    uploads_in_memory.keep_files_in_memory()
    one_coding.read_forms_as_utf8()
    ending.end_within(limits.end_seconds)
