"""A browser that takes in what comes of a page, and the pages that are sent to it.

It does what the framework's page does: it takes parts in, and at the end of a run that it has heard
begin drops what did not come, but for the run of a fragment.
"""

from dataclasses import dataclass, field
from itertools import count

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.runtime.scriptrunner_utils.run_descriptor import RunDescriptor

from carechoice.web.patches.only_news import BEGINS, DRAWS, ENDS, Event, News
from carechoice.web.patches.shown_run import BrowserLine

SAID = ("9 hours a week", "12 hours a week", "a sentence long enough to be held by a browser")
LONG = SAID[-1]


def paragraph(says):
    return {"markdown": {"body": says}}


def card(*parts, kind="flex_container"):
    return kind, parts


@dataclass
class Browser:
    """What one shows, by place, as pairs of what is said there and the run that said it."""

    news: News = field(default_factory=News)
    seconds: float = 0
    line: BrowserLine = field(init=False)
    shows: dict = field(default_factory=dict)
    holds: dict = field(default_factory=dict)
    page: str = ""
    run: str = ""
    came: list = field(default_factory=list)

    def __post_init__(self):
        self.comes_back()

    def claims(self):
        asked = BackMsg.FromString(self.line.asks(QUESTION))
        return frozenset(asked.rerun_script.cached_message_hashes)

    def is_behind(self):
        """Whether what it says now may be of somebody who has not seen the last page yet."""
        return self.news.is_behind(self.claims())

    def is_sent(self, messages):
        """Ask for a run, take in what its session and the line make of it; return their kinds."""
        self.came = []
        claims = self.claims()
        for event in map(told_of, messages):
            for news in self.news.of(event, claims):
                payload = said_of(news).SerializeToString()
                if self.line.passes(payload):
                    self.take(ForwardMsg.FromString(payload))
        return self.came

    def comes_back(self):
        """On a new line, as after a lost one."""
        self.line = BrowserLine(lambda: self.seconds)

    def take(self, message):
        kind = message.WhichOneof("type")
        self.came.append(kind)
        if kind == "new_session":
            self.begin(message)
        elif kind == "script_finished":
            self.end(message)
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
        else:
            self.put(tuple(message.metadata.delta_path), message)

    def begin(self, message):
        if message.new_session.page_script_hash != self.page:
            self.shows.clear()
        self.page = message.new_session.page_script_hash
        self.run = message.metadata.run.script_run_id

    def put(self, place, message):
        if message.ref_hash:
            says = self.holds[message.ref_hash]
        else:
            says = message.delta.SerializeToString()
            if message.metadata.cacheable:
                self.holds[message.hash] = says
        self.shows[place] = (says, self.run)
        for length in range(1, len(place)):
            self.shows[place[:length]] = (self.shows[place[:length]][0], self.run)

    def end(self, message):
        run = message.metadata.run
        if message.script_finished or run.fragment_ids or run.script_run_id != self.run:
            return
        self.shows = {place: part for place, part in self.shows.items() if part[1] == self.run}

    @property
    def reads(self):
        return {place: says for place, (says, _) in self.shows.items()}


QUESTION = BackMsg(rerun_script={"query_string": "iop_weeks=6"}).SerializeToString()
# How the framework tells its session that a run has ended.
ENDED = {
    ForwardMsg.FINISHED_SUCCESSFULLY: ENDS,
    ForwardMsg.FINISHED_EARLY_FOR_RERUN: ScriptRunnerEvent.SCRIPT_STOPPED_FOR_RERUN,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY: ScriptRunnerEvent.FRAGMENT_STOPPED_WITH_SUCCESS,
}


def told_of(message):
    """The event of the framework's that a message is made of."""
    identity = message.metadata.run
    told = {"run_descriptor": RunDescriptor(identity.script_run_id, tuple(identity.fragment_ids))}
    match message.WhichOneof("type"):
        case "new_session":
            page = message.new_session.page_script_hash
            fragments = list(identity.fragment_ids)
            return Event(
                BEGINS, None, {**told, "page_script_hash": page, "fragment_ids_this_run": fragments}
            )
        case "script_finished":
            return Event(ENDED[message.script_finished], None, told)
    return Event(DRAWS, message, {})


def said_of(event):
    """The message that the framework makes of an event."""
    if event.message is not None:
        return event.message
    identity = event.told["run_descriptor"]
    run = {"script_run_id": identity.script_run_id, "fragment_ids": identity.fragment_ids}
    if event.kind == BEGINS:
        begun = {"page_script_hash": event.told["page_script_hash"]}
        return ForwardMsg(new_session=begun, metadata={"run": run})
    (status,) = (status for status, kind in ENDED.items() if kind == event.kind)
    return ForwardMsg(script_finished=status, metadata={"run": run})


RUNS = count()


def run(cards, *, page="compare", holds=(), ends=ForwardMsg.FINISHED_SUCCESSFULLY, until=None):
    """The messages of a run of this page; ``until``: so many parts, then it is broken off."""
    identity = {"script_run_id": f"run {next(RUNS)}"}
    begun = ForwardMsg(
        new_session={"page_script_hash": page, "config": {}, "custom_theme": {}},
        metadata={"run": identity},
    )
    parts = [sent(*each, holds) for each in placed(cards)][:until]
    status = ends if until is None else ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return [begun, *parts, ForwardMsg(script_finished=status, metadata={"run": identity})]


def placed(cards):
    for index, (kind, parts) in enumerate(cards):
        yield (index,), {"add_block": {kind: {}}}
        for place, part in enumerate(parts):
            yield (index, place), {"new_element": part}


def sent(place, delta, holds):
    message = ForwardMsg(delta=delta)
    message.hash = f"hash of {message.delta}"
    message.metadata.delta_path.extend(place)
    message.metadata.cacheable = LONG in str(delta)
    if message.hash in holds:
        return ForwardMsg(ref_hash=message.hash, metadata=message.metadata)
    return message
