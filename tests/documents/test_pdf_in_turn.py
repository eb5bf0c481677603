"""PDFs are read in turn, by who brought them, and the page that waits for one lets others run."""

import pytest
from scenarios import TODAY

from carechoice.documents.paper import RefusedError
from carechoice.documents.summary import pdf
from carechoice.turns.queue import ASKED_BY, Turn, Turns

BOT, PERSON = "198.51.100.7", "192.0.2.1"


@pytest.fixture
def reading(monkeypatch):
    """Begins to read a PDF that an address brings; what happens meanwhile is handed in."""
    turns = Turns(2, longest_seconds=60)
    monkeypatch.setattr(pdf, "_TURNS", turns)

    def reading(address, meanwhile):
        def answer(_self, _content):
            meanwhile(turns)
            raise RefusedError("broken")

        monkeypatch.setattr(pdf.PdfReading, "_answer", answer)
        before = ASKED_BY.set(address)
        begun = pdf.PdfReading(b"", today=TODAY)
        ASKED_BY.reset(before)
        return begun

    return reading


def test_it_is_read_in_a_turn_of_who_brought_it_and_that_is_given_back(reading):
    seen = []
    begun = reading(BOT, lambda turns: seen.append([each.who for each in turns._held]))
    assert begun.wait().paper.refused == "broken"
    assert seen == [[BOT]]
    assert not pdf._TURNS._held


def test_while_a_page_waits_for_it_another_page_runs(reading):
    pages, person = Turns(1, longest_seconds=60), []

    def comes(_turns):
        turn = Turn(pages, PERSON)
        pages.wait_for(turn)
        person.append(turn)
        pages.give_back(turn)

    with pages.turn_of(BOT):
        reading(BOT, comes).wait()
        assert [turn.who for turn in person] == [PERSON]
        assert [turn.who for turn in pages._held] == [BOT]
