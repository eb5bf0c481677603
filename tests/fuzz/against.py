"""A server, with requests that no page of ours makes, and what it did with them."""

from __future__ import annotations

import json
import re
import socket
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import IO, Any, Self
from urllib.parse import urlsplit
from urllib.request import urlopen

from running_server import ANY_PORT, PATIENCE_SECONDS, SAID, START, server_process, wait_for
from running_server import said as written
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect

from benchmarks.session import Session
from carechoice.inputs.scenario import FIELDS
from fuzz import asked, said, texts

# As short as it can be for what is whole to come in time.
WAITS_SECONDS = 0.3
# All that can be told is told.
SETTINGS = {"CARECHOICE_ACCESS_LOG": "on", "CARECHOICE_METRICS": "on"}
WAITS = ("CARECHOICE_HEAD_SECONDS", "CARECHOICE_BODY_SECONDS")
# Both processors have something to do.
AT_A_TIME = 6
# Of a hundred requests so many are visits that say things.
VISITS_PERCENT = 15
MOST_SAID = 6
MOVED, MOVES = "therapy_sessions", (31, 32)
STATUS = re.compile(rb"HTTP/1\.1 (\d{3}) ")
# A trace of the language's own, and the places of an error as we write them.
TRACE = re.compile(r'Traceback|File "[^"]+", line \d+|, raised by$', re.M)
INPUT = re.compile(
    "|".join((texts.MARK, *(rf"\b{name}\b" for name in FIELDS if "_" in name))), re.I
)


class Beside(Session):
    """A visit of somebody who does nothing odd, and the answer that each of their moves shows."""

    def __init__(self, port: int) -> None:
        super().__init__(port, charts=None)
        self._answer_shown = ""
        self._first: dict[int, str] = {}
        self.components: set[str] = set()
        self.run()

    @property
    def inputs(self) -> list[str]:
        """What a browser has values for: inputs, our components, and what happens in these."""
        happens = (f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{each}__events" for each in self.components)
        return sorted({*self._widgets, *self.components, *happens})

    def keeps_its_answers(self) -> bool:
        """Whether each move shows what it showed when nobody else was there."""
        for value in MOVES:
            self.move(MOVED, value)
            if self._first.setdefault(value, self._answer_shown) != self._answer_shown:
                return False
            if self.shown[MOVED] != value:
                return False
        return len({*self._first.values()}) == len(MOVES)

    def _take_in(self, messages: list[ForwardMsg]) -> None:
        super()._take_in(messages)
        for each in messages:
            part = each.delta.new_element.bidi_component
            self.components |= {part.id} - {""}
            if part.component_name == "address":
                (told,) = json.loads(part.json)
                self._answer_shown = json.dumps([told["told"], told["query"]])


@dataclass(slots=True)
class Found:
    """What was found: how many answers of each status, and what must not be."""

    statuses: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, number: int, statuses: Sequence[str], told: bytes) -> None:
        """Take in the answers to the request with this number, and all they tell."""
        self.statuses.update(statuses)
        if "500" in statuses:
            self.faults.append(f"{number}: answered 500")
        if TRACE.search(told.decode("utf-8", "replace")):
            self.faults.append(f"{number}: a trace in the answer")


class UnderFuzz:
    """A server that is asked odd things, with a visit open beside."""

    def __init__(self, seed: int, process: subprocess.Popen[bytes], log: IO[str]) -> None:
        self.seed = seed
        self.found = Found()
        self._process = process
        self._log = log
        self.port = urlsplit(wait_for(SAID, process, log)).port or 0
        self._beside = Beside(self.port)
        self._beside.keeps_its_answers()
        self.inputs = self._beside.inputs
        with urlopen(f"http://localhost:{self.port}/_stcore/health") as answer:
            token = re.search(r"_streamlit_xsrf=([^;]+)", str(answer.headers))
        self._uploads = asked.Neighbour(self._a_session(), token[1] if token else "")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._beside.__exit__()
        self._giving.close()

    def ask(self, numbers: range) -> None:
        """Make the requests with these numbers, then look at the visit beside, log and metrics."""
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            answers = zip(numbers, pool.map(self._one, numbers), strict=True)
            for number, (statuses, told) in answers:
                self.found.add(number, statuses, told)
        self._look(f"{numbers.start} to {numbers.stop - 1}")

    def resident_mb(self) -> float:
        """The memory that the server has: none once it has ended."""
        if self._process.poll() is not None:
            return 0
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        (kilobytes,) = re.findall(r"^VmRSS:\s+(\d+) kB", status, re.M)
        return int(kilobytes) / 1000

    def _look(self, where: str) -> None:
        if self._process.poll() is not None:
            self.found.faults.append(f"{where}: the server ended")
            return
        if not self._beside.keeps_its_answers():
            self.found.faults.append(f"{where}: the visit beside shows something else")
        with urlopen(f"http://localhost:{self.port}/metrics", timeout=PATIENCE_SECONDS) as answer:
            metrics = answer.read().decode()
        for name, text in (("log", written(self._log)), ("metrics", metrics)):
            for what, pattern in (("an input", INPUT), ("a trace", TRACE)):
                if hit := pattern.search(text):
                    near = text[max(hit.start() - 300, 0) : hit.end() + 6000]
                    self.found.faults.append(f"{where}: {what} in the {name}: {near!r}")
        # What was found is told once.
        self._log.seek(0)
        self._log.truncate()

    def _one(self, number: int) -> tuple[Sequence[str], bytes]:
        chance = Random(f"{self.seed}:{number}")
        try:
            if chance.random() < VISITS_PERCENT / 100:
                return self._visit(chance)
            return self._request(asked.request(chance, self._uploads))
        except TimeoutError:
            self.found.faults.append(f"{number}: no answer in {PATIENCE_SECONDS} seconds")
            return ["none"], b""

    def _request(self, content: bytes) -> tuple[Sequence[str], bytes]:
        told = b""
        # It may be closed before all of it was read, which resets the connection; and a server that
        # has ended takes none, which `_look` says.
        with (
            suppress(ConnectionError),
            socket.create_connection(("localhost", self.port), timeout=PATIENCE_SECONDS) as line,
        ):
            line.sendall(content)
            while part := line.recv(65536):
                told += part
                if told.startswith(b"HTTP/1.1 101"):
                    break
        status = STATUS.match(told)
        return [status[1].decode() if status else "closed"], told

    def _visit(self, chance: Random) -> tuple[Sequence[str], bytes]:
        told = b""
        try:
            with connect(
                f"ws://localhost:{self.port}/_stcore/stream",
                subprotocols=_protocols(chance),
                max_size=None,
                open_timeout=PATIENCE_SECONDS,
                # Leaving noise behind is no reason to wait for a farewell.
                close_timeout=1,
                ping_interval=None,
            ) as line:
                for _ in range(chance.randrange(1, MOST_SAID)):
                    if chance.random() < 0.02:
                        # No frame of a live connection; the rest of it may never come.
                        line.socket.sendall(chance.randbytes(40))
                        return ["noise"], told
                    _say(chance, line, self.inputs)
                line.send(BackMsg(app_heartbeat=True).SerializeToString())
                for part in _until_beat(line):
                    told += part
                return ["101"], told
        except ConnectionClosed as closed:
            return [f"closed {closed.rcvd.code if closed.rcvd else 'unsaid'}"], told
        except TimeoutError:
            raise
        except (InvalidHandshake, OSError):
            return ["no live connection"], told

    def _a_session(self) -> str:
        """The name of a visit that stays open, to which files can be given."""
        self._giving = connect(
            f"ws://localhost:{self.port}/_stcore/stream",
            subprotocols=["streamlit"],
            open_timeout=PATIENCE_SECONDS,
            # Nobody listens to it, also not to a farewell.
            ping_interval=None,
            close_timeout=0.1,
            # It stays open past any block.
            legacy=True,
        )
        self._giving.send(BackMsg(rerun_script={}).SerializeToString())
        message: Any = None
        while message is None or message.WhichOneof("type") != "new_session":
            message = ForwardMsg.FromString(self._giving.recv(PATIENCE_SECONDS))
        return str(message.new_session.initialize.session_id)


@contextmanager
def under_fuzz(seed: int, *, waits_seconds: float = WAITS_SECONDS) -> Iterator[UnderFuzz]:
    """A server for requests of this seed, which ends afterwards.

    It waits so long for what of a request does not come.
    """
    settings = SETTINGS | dict.fromkeys(WAITS, str(waits_seconds))
    with (
        server_process([*START, *ANY_PORT], settings) as (process, log),
        UnderFuzz(seed, process, log) as server,
    ):
        yield server


def _protocols(chance: Random) -> list[Any]:
    more = (["x"], ["x", texts.MARK], ["x", "y", "z" * 500])
    return ["streamlit", *(chance.choice(more) if chance.random() < 0.3 else [])]


def _say(chance: Random, line: ClientConnection, widgets: Sequence[str]) -> None:
    line.send(texts.MARK if chance.random() < 0.02 else said.message(chance, widgets))


def _until_beat(line: ClientConnection) -> Iterator[bytes]:
    for received in iter(partial(line.recv, PATIENCE_SECONDS), None):
        content = received if isinstance(received, bytes) else received.encode()
        if ForwardMsg.FromString(content).WhichOneof("type") == "heartbeat_ack":
            return
        yield content
