"""The requests that `make fuzz` makes are the same each time, and reach all kinds of answers."""

from collections import Counter
from random import Random

from fuzz import asked, said
from fuzz.__main__ import SEED
from fuzz.texts import MARK

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
