"""A session sends its browser only what the browser does not show yet.

What is new in a run is found where the page is drawn, in its own thread. The rest, which is most of
a run, costs no message. With each question a browser tells which run it shows (``shown_run.py``).
If that is the last run of the session, and of the same page, its parts need not be sent again: then
the run goes out as the run of a fragment that holds the new parts only, and the framework's page
keeps the others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import Any, NamedTuple
from weakref import ref

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import websocket_session_manager
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent, get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.run_descriptor import RunDescriptor

from carechoice.web.patches.difference import Parts, Run
from carechoice.web.patches.one_run_at_a_time import HeldByOneRun
from carechoice.web.patches.shown_run import NO_FRAGMENT, claim_of, seen_claim_of

BEGINS = ScriptRunnerEvent.SCRIPT_STARTED
DRAWS = ScriptRunnerEvent.ENQUEUE_FORWARD_MSG
ENDS = ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS


class Event(NamedTuple):
    """What the framework tells its session of a run: a message of it, or what comes along."""

    kind: ScriptRunnerEvent
    message: ForwardMsg | None
    told: dict[str, Any]


class News:
    """The news of a session's runs, one after the other."""

    def __init__(self) -> None:
        # The run under way, and the event it began with, which stays.
        self._run: Run | None = None
        self._begun: Event | None = None
        # The page and the parts of the last run, if that came to its end.
        self._page = ""
        self._shown: Parts = {}
        # What the browser may have.
        self._last_whole: Parts = {}
        # Whether any run has drawn a page.
        self.is_drawn = False

    def is_behind(self, claims: Collection[str]) -> bool:
        """Whether who ``claims`` to have this may not have seen yet what the last run has drawn."""
        return self.is_drawn and seen_claim_of(self._last_begun) not in claims

    def of(self, event: Event, claims: Collection[str]) -> Iterator[Event]:
        """What is to be said of an event, where the browser ``claims`` to have this."""
        if event.kind == BEGINS:
            yield self._begin(event, claims)
        elif self._run and event.kind == DRAWS and event.message is not None:
            yield from self._say(self._run, event.message)
        elif self._run and event.kind == ENDS:
            yield from self._end(self._run, event)
        else:
            # However else a run ends, what of it has arrived is not known.
            self._run = None
            yield event

    def _begin(self, event: Event, claims: Collection[str]) -> Event:
        before = self._shown if self._is_shown(event, claims) else {}
        self._shown, self._page = {}, event.told["page_script_hash"]
        self._run, self._begun = Run(before, self._last_whole), event
        return _of_run(self._run, event)

    def _is_shown(self, event: Event, claims: Collection[str]) -> bool:
        """Whether the browser shows the last run, and the one that begins is of the same page."""
        is_same = event.told["page_script_hash"] == self._page
        is_of_all = not event.told.get("fragment_ids_this_run")
        return is_same and is_of_all and claim_of(self._last_begun) in claims

    @property
    def _last_begun(self) -> str:
        """The run that began last; no browser claims to have what is not there."""
        return self._begun.told["run_descriptor"].script_run_id if self._begun else ""

    def _say(self, run: Run, message: ForwardMsg) -> Iterator[Event]:
        if message.WhichOneof("type") == "navigation":
            self._page = message.navigation.page_script_hash
        was_whole = run.is_whole
        said = run.takes(message)
        if said:
            yield Event(DRAWS, said, {})
        elif run.is_whole and not was_whole:
            yield from self._again(run)

    def _end(self, run: Run, event: Event) -> Iterator[Event]:
        was_whole = run.is_whole
        run.ends()
        if run.is_whole and not was_whole:
            yield from self._again(run)
        self._run, self._shown = None, run.parts
        self.is_drawn = self.is_drawn or bool(run.parts)
        if run.is_whole:
            self._last_whole = run.parts
        yield _of_run(run, event)

    def _again(self, run: Run) -> Iterator[Event]:
        """The run so far as a whole one, with what has gone out of it."""
        if self._begun:
            yield self._begun
        for message in run.drawn:
            yield Event(DRAWS, message, {})


def _of_run(run: Run, event: Event) -> Event:
    """The beginning or the end of a run; of one that leaves the rest alone, as of no fragment."""
    identity: RunDescriptor | None = event.told.get("run_descriptor")
    if run.is_whole or identity is None:
        return event
    of_none = replace(identity, fragment_ids=(NO_FRAGMENT,))
    return event._replace(told={**event.told, "run_descriptor": of_none})


class Session(AppSession):
    """The framework's session, which says only what its browser does not show yet."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._news = News()
        # The run whose messages count; one that has ended is not held.
        self._drawing: Callable[[], Any] = lambda: None

    def _on_scriptrunner_event(
        self,
        sender: Any,
        event: ScriptRunnerEvent,
        forward_msg: ForwardMsg | None = None,
        *rest: Any,
        **told: Any,
    ) -> None:
        """Do what the framework does, with what is news."""
        # One may begin late that another has taken the place of already.
        if event == BEGINS and sender and sender is self._scriptrunner:
            self._drawing = ref(sender)
        if sender is not self._drawing():
            # What is late of a run that another has taken the place of: the framework drops it.
            super()._on_scriptrunner_event(sender, event, forward_msg, *rest, **told)
            return
        context = get_script_run_ctx(suppress_warning=True)
        claims = context.cached_message_hashes if context else ()
        if event == BEGINS and context and isinstance(context.session_state, HeldByOneRun):
            is_drawn, is_behind = self._news.is_drawn, self._news.is_behind(claims)
            context.session_state.hears_from(is_drawn=is_drawn, is_behind=is_behind)
        for kind, message, comes_along in self._news.of(Event(event, forward_msg, told), claims):
            super()._on_scriptrunner_event(sender, kind, message, **comes_along)

    def _create_new_session_message(
        self, page_script_hash: str, run_descriptor: RunDescriptor, pages: Any = None
    ) -> ForwardMsg:
        """The beginning of a run; of one that leaves the rest alone, only which run it is."""
        if NO_FRAGMENT not in run_descriptor.fragment_ids:
            return super()._create_new_session_message(page_script_hash, run_descriptor, pages)
        message = ForwardMsg()
        message.new_session.page_script_hash = page_script_hash
        message.metadata.run.script_run_id = run_descriptor.script_run_id
        message.metadata.run.fragment_ids.extend(run_descriptor.fragment_ids)
        return message


def say_only_news() -> None:
    """Install the change for every session that this process begins from now on."""
    setattr(websocket_session_manager, AppSession.__name__, Session)
