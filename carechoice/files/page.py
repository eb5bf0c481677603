"""The parts of the page "Take it with you"."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.files import words as share_words
from carechoice.files.handout import Paper, handout
from carechoice.files.kept_chart import pins_chart
from carechoice.files.qr import qr_svg
from carechoice.files.sheets import ledger_csv, sheets
from carechoice.files.slides import slides
from carechoice.files.words import Kept
from carechoice.files.workbook import workbook
from carechoice.inputs.kept import MOST_CHARACTERS, MOST_PINS, Pins, pinned, without
from carechoice.inputs.link import Frozen, RefusedError, open_file
from carechoice.inputs.opened import opened_notes, refused
from carechoice.inputs.scenario import Scenario
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say
from carechoice.ui import controls, notes, state
from carechoice.ui.chart import show, table
from carechoice.ui.frame import bullets, card, named, plain, text
from carechoice.ui.notes import Note
from carechoice.ui.page_address import page_address
from carechoice.ui.today import today
from carechoice.ui.whole import whole

PDF = "application/pdf"
POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
UPLOAD, NAME = "share_upload", "pin_name"


def link(frozen: Frozen) -> None:
    """What the link holds, then the link, then the same as a QR code."""
    st.header(say("share.link.title"), anchor=False)
    text(say("share.link.lead"))
    st.markdown(f"### {say('share.contents.title')}", anchors=False)
    bullets(share_words.contents_in_short(frozen))
    _contents(frozen)
    st.markdown(f"### {say('share.link.copy')}", anchors=False)
    address = frozen.to_link(page_address())
    st.code(address, language=None, wrap_lines=True)
    fold = st.expander(say("share.qr"), key="fold_qr", on_change="rerun")
    if fold.open:
        with fold:
            text(say("share.qr.lead"))
            st.image(qr_svg(address), alt=say("share.qr.alt"))


def _contents(frozen: Frozen) -> None:
    fold = st.expander(say("share.contents.all"), key="fold_contents", on_change="rerun")
    if fold.open:
        with fold:
            header = [say(f"bill.inputs.{name}") for name in ("input", "value")]
            table(header, share_words.contents(frozen))


def files(frozen: Frozen) -> None:
    """The scenario as a file to keep, and a kept file to load again."""
    st.header(say("share.file.title"), anchor=False)
    text(say("share.file.lead"))
    _download("share.file.save", frozen.to_json, "scenario.json", "application/json", frozen)
    uploaded = st.file_uploader(
        say("share.file.load"), type="json", key=UPLOAD, on_change=_take_file
    )
    notes.of_file()
    # A file that was given to a session which ended meanwhile stands there and counts for nothing.
    if uploaded and st.session_state.get(state.READ_FILE) != uploaded.file_id:
        st.warning(say("share.file.not_taken"))


@whole()
def _take_file() -> None:
    """Take over what a file just given holds, and note what of it was not used."""
    uploaded = st.session_state[UPLOAD]
    if uploaded is None:
        notes.say_of_file([])
        return
    st.session_state[state.READ_FILE] = uploaded.file_id
    try:
        opened = open_file(uploaded.getvalue(), today=today())
    except RefusedError as error:
        notes.say_of_file([Note("error", refused(error))])
        return
    controls.take_numbers(opened.scenario)
    told = opened_notes(opened, is_file=True)
    taken = Note("success", say("share.file.taken"))
    notes.say_of_file([taken, *(Note("info", sentence) for sentence in told)])


def kept(scenario: Scenario) -> None:
    """Scenarios kept by name: keep, compare, load back, remove."""
    pins = _pins()
    st.header(say("pins.title"), anchor=False)
    text(say("pins.lead", most=MOST_PINS))
    _keep(scenario, is_full=len(pins) >= MOST_PINS)
    if not pins:
        return
    rows = share_words.kept(pins)
    with st.container(horizontal=True, key="cards"):
        for row in rows:
            with card():
                _kept(row, first=rows[0])
    show(pins_chart(rows))


def _kept(row: Kept, first: Kept) -> None:
    st.markdown(plain(f"### {for_markdown(row.name)}"), anchors=False)
    header = [say("figures.question"), *map(named, row.comparison.options)]
    table(header, share_words.beside(row, first))
    _buttons(row.name, row.comparison.scenario)


def _keep(scenario: Scenario, *, is_full: bool) -> None:
    if is_full:
        text(say("pins.full"))
    with st.form("keep", clear_on_submit=True, border=False):
        st.text_input(
            say("pins.name"),
            max_chars=MOST_CHARACTERS,
            key=NAME,
            help=say("pins.name.help"),
        )
        st.form_submit_button(say("pins.keep"), on_click=_pin, args=(scenario,))


def _buttons(name: str, scenario: Scenario) -> None:
    row = st.container(horizontal=True, vertical_alignment="center")
    for kind, act, given in (("load", controls.take_numbers, scenario), ("remove", _unpin, name)):
        row.button(
            plain(say(f"pins.{kind}", name=for_markdown(name))),
            key=f"pin_{kind}_{name}",
            on_click=act,
            args=(given,),
            wrap=True,
        )


def _pins() -> Pins:
    pins: Pins = st.session_state.get(state.PINS, ())
    return pins


@whole()
def _pin(scenario: Scenario) -> None:
    st.session_state[state.PINS] = pinned(_pins(), st.session_state[NAME], scenario)


@whole()
def _unpin(name: str) -> None:
    st.session_state[state.PINS] = without(_pins(), name)


def documents(comparison: Comparison, frozen: Frozen) -> None:
    """The handout on either paper, and the slides; made when asked for."""
    st.header(say("share.documents.title"), anchor=False)
    text(say("share.documents.lead"))
    address = frozen.to_link(page_address())

    def on(paper: Paper) -> Callable[[], bytes]:
        return lambda: handout(comparison, link=address, today=frozen.made, paper=paper)

    def deck() -> bytes:
        return slides(comparison, link=address, today=frozen.made)

    with st.container(horizontal=True):
        _download("share.documents.letter", on("letter"), "handout.pdf", PDF, frozen)
        _download("share.documents.a4", on("a4"), "handout-a4.pdf", PDF, frozen)
        _download("share.documents.slides", deck, "slides.pptx", POWERPOINT, frozen)


def numbers(comparison: Comparison, frozen: Frozen) -> None:
    """The numbers as a workbook and as CSV, and a note for a record; made when asked for."""
    st.header(say("share.numbers.title"), anchor=False)
    text(say("share.numbers.lead"))
    pins = _pins()

    def book() -> bytes:
        rows: list[Kept] = share_words.kept(pins)
        return workbook(sheets(comparison, frozen, rows))

    with st.container(horizontal=True):
        _download("share.numbers.excel", book, "numbers.xlsx", EXCEL, frozen)
        _download(
            "share.numbers.csv", lambda: ledger_csv(comparison), "visits.csv", "text/csv", frozen
        )
    st.header(say("share.note.title"), anchor=False)
    text(say("share.note.lead"))
    st.code(share_words.note(comparison, frozen), language=None, wrap_lines=True)


def _download(
    label: str, make: Callable[[], bytes | str], file: str, mime: str, frozen: Frozen
) -> None:
    """A button for a file that is made once it is asked for."""
    st.download_button(
        say(label),
        data=make,
        file_name=f"carechoice-{frozen.made}-{file}",
        mime=mime,
        key=label,
        on_click="ignore",
    )
