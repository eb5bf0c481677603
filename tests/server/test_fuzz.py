"""The requests of `make fuzz` are the same each time, and the first of them find nothing."""

from collections import Counter
from random import Random

from fuzz import asked, said
from fuzz.__main__ import SEED
from fuzz.against import MOVED, under_fuzz
from fuzz.texts import MARK

from carechoice.catalog.in_use import catalog

FEW = 100
# Other requests with every release, and the same ones until the next.
SEED_OF_RELEASE = int(catalog().release["version"].value.replace(".", ""))
# As long as the slowest machine takes to send what is whole.
WAITS_SECONDS = 2
VISIT = asked.Neighbour("visit", "token")


def request(number):
    return asked.request(Random(f"{SEED}:{number}"), VISIT)


def test_a_request_follows_from_seed_and_number_alone():
    messages = [said.message(Random(f"{SEED}:{n}"), ["slider"]) for n in (7, 7, 8)]
    assert messages[0] == messages[1]
    assert request(7) == request(7) != request(8)


def test_they_ask_for_all_that_answers():
    targets = Counter(request(n).partition(b"?")[0].split(b" ", 2)[:2][-1] for n in range(2000))
    for target in (b"/", b"/share", b"/api/compare", b"/api/form", b"/healthz"):
        assert targets[target], target
    assert any(each.startswith(b"/_stcore/upload_file/visit/") for each in targets)


def test_most_hold_a_mark_by_which_they_would_be_found_in_a_log():
    assert sum(MARK.encode() in request(n) for n in range(500)) > 400


def test_the_first_find_no_error_no_trace_no_input_in_a_log_and_disturb_nobody_beside():
    with under_fuzz(SEED, waits_seconds=WAITS_SECONDS) as server:
        assert any(f"-{MOVED}" in name and name.endswith("__events") for name in server.inputs)
        for seed in (SEED, SEED_OF_RELEASE):
            server.seed = seed
            server.ask(range(FEW))
            assert server.found.faults == [], f"SEED={seed} COUNT={FEW} make fuzz"
    # Of each kind some have come through.
    assert {"200", "404", "422", "101", "closed 1002"} <= server.found.statuses.keys()
