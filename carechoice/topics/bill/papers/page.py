"""Where a paper of the plan is added, and what was read in it, on the page "Your bill"."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from carechoice.catalog.in_use import with_this_catalog
from carechoice.documents.told import told_contradiction, told_refused
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.bill.papers.offers import Offer, not_offered, offers
from carechoice.topics.bill.papers.words import kind_text, values_text
from carechoice.ui import paper_intake
from carechoice.ui.components.file_place import file_place
from carechoice.ui.components.status_line import status_line
from carechoice.ui.paper_intake import ReadPaper
from carechoice.ui.text import bullets, card, fold, on_screen_alone, plain, text

PASTE_HEIGHT_PX = 140
SECONDS_BETWEEN_LOOKS = 0.5


def papers(scenario: Scenario) -> None:
    """One place for papers of the plan, and below it what was read in the last one."""
    with on_screen_alone("papers"):
        st.header(say("papers.title"), anchor=False)
        text(say("papers.lead"))
    fold(say("papers.fold"), key="fold_papers", draw=_places)
    paper_intake.take_what_is_read()
    held = paper_intake.held_paper()
    status_line("papers", _state(held))
    if paper_intake.is_being_read():
        st.button(say("papers.stop"), key="papers_stop", on_click=paper_intake.stop)
        _look_again()
    if held:
        with card():
            _read(held, scenario)


def _places() -> None:
    """Where a file goes in, and where a text does."""
    _file()
    _pasted()
    text(say("papers.private"))


def _file() -> None:
    file_place(
        say("papers.file"),
        key=paper_intake.file_key(),
        on_change=paper_intake.take_file,
        most_mb=paper_intake.MOST_MB,
    )


def _pasted() -> None:
    with st.form("papers_form", border=False):
        st.text_area(
            say("papers.paste"),
            key=paper_intake.PASTED,
            placeholder=say("papers.example"),
            height=PASTE_HEIGHT_PX,
        )
        st.radio(
            say("papers.place"),
            paper_intake.PLACES,
            index=None,
            format_func=with_this_catalog(lambda place: say(f"papers.place.{place}")),
            key=paper_intake.PLACE,
        )
        st.form_submit_button(say("papers.read"), on_click=paper_intake.take_pasted)


def _state(held: ReadPaper | None) -> str:
    """Whether a file is being read, or what was read stands here; why one is refused stands so."""
    if paper_intake.is_being_read():
        return say("papers.being_read")
    if paper_intake.is_lost():
        return say("papers.is_lost")
    return say("papers.is_read") if held and not held.paper.refused else ""


@st.fragment(run_every=SECONDS_BETWEEN_LOOKS)
def _look_again() -> None:
    if paper_intake.take_what_is_read():
        st.rerun()


def _read(held: ReadPaper, scenario: Scenario) -> None:
    """What the paper is, what can be used of it, what it says twice, and where the rest stands."""
    paper = held.paper
    if paper.refused:
        st.error(plain(told_refused(paper.refused)))
    elif paper.document:
        text(f"### {kind_text(paper.document)}")
        offered = offers(paper, scenario, read_on=held.day)
        if not paper.read:
            text(say("papers.nothing"))
        for sentence in not_offered(paper, scenario):
            st.warning(plain(sentence))
        _offered(offered, held)
        for values in paper.contradictory:
            st.warning(plain(told_contradiction(values)))
            bullets(values_text(values, paper.document))
        if paper.ask or paper.contradictory:
            text(say("papers.left_open"))
    st.button(say("papers.away"), key="papers_away", on_click=paper_intake.put_away)


def _offered(offered: Sequence[Offer], held: ReadPaper) -> None:
    """A box for each value with the words it was read from, and one button that uses the ticked."""
    open_ones = [offer for offer in offered if not offer.is_used]
    sure = [offer.field for offer in open_ones if offer.is_sure]
    if sure:
        st.button(
            say("papers.tick_sure"),
            key="papers_tick_sure",
            on_click=paper_intake.tick,
            args=(sure,),
        )
    ticked = [offer for offer in offered if _offer(offer, held)]
    if open_ones:
        values = {
            field: (value, offer.answer)
            for offer in ticked
            for field, value in offer.values.items()
        }
        st.button(
            say("papers.use"),
            key="papers_use",
            type="primary",
            on_click=paper_intake.use,
            args=(values, [offer.field for offer in ticked]),
            disabled=not ticked,
        )


def _offer(offer: Offer, held: ReadPaper) -> bool:
    """One value, with a box as long as it is not used; whether it is ticked."""
    is_ticked = False
    with st.container(key=f"offer_{offer.field}", gap=None):
        if offer.is_used:
            text(say("papers.used", told=offer.text))
        else:
            key = paper_intake.tick_key(offer.field)
            is_ticked = st.checkbox(
                plain(offer.text), value=st.session_state.get(key, False), key=key, wrap=True
            )
        likely = "" if offer.is_sure else say("papers.likely")
        text(" ".join(filter(None, [offer.words, likely, "" if offer.is_used else offer.now])))
        if offer.field in held.pictures:
            st.image(held.pictures[offer.field], alt=say("papers.picture", told=offer.text))
    return is_ticked
