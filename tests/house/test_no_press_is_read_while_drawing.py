"""What a page reads of a press while it draws is lost with the run that another message stops."""

import ast

from sources import PACKAGE, PAGES, Source

PRESSED = {"button", "form_submit_button", "download_button", "menu_button", "chat_input"}

READS = """
import streamlit as st
from carechoice.ui.component import component
_visit = component("visit", script="visit.js")
if st.button("Open"):
    st.write("open")
row = st.container()
is_pressed = row.form_submit_button("Use", on_click=print)
st.button("Calls nobody")
sent = _visit(key="visit", on_other_change=print).back
st.button("Fine", on_click=print)
st.download_button("Fine", on_click="ignore")
_visit(key="visit", on_back_change=print)
kept = _visit(key="visit", on_back_change=print).back
"""


def presses_read(source):
    """The lines with a press that nobody is called for, or whose button is asked for it."""
    stands_alone = {id(each.value) for each in source.every(ast.Expr)}
    for call in source.every(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in PRESSED:
            is_heard = "on_click" in {each.arg for each in call.keywords}
            if not is_heard or id(call) not in stands_alone:
                yield call.lineno


def reports_read(source):
    """The lines where what a component of ours reports is read, and no callback keeps it."""
    parts = {
        each.targets[0].id
        for each in source.every(ast.Assign)
        if isinstance(each.value, ast.Call) and ast.unparse(each.value.func) == "component"
    }
    for read in source.every(ast.Attribute):
        call = read.value
        if isinstance(call, ast.Call) and ast.unparse(call.func) in parts:
            heard = {each.arg: each.value for each in call.keywords}
            kept_by = heard.get(f"on_{read.attr}_change")
            if kept_by is None or isinstance(kept_by, ast.Lambda):
                yield read.lineno


def test_no_page_reads_a_press_while_it_draws():
    read = {each.name: [*presses_read(each), *reports_read(each)] for each in (*PACKAGE, *PAGES)}
    assert not {name: lines for name, lines in read.items() if lines}


def test_a_press_that_is_read_so_is_found(tmp_path):
    page = tmp_path / "page.py"
    page.write_text(READS)
    lines = READS.splitlines()
    found = [
        lines[line - 1].strip()
        for read in (presses_read, reports_read)
        for line in read(Source(page))
    ]
    assert found == [
        'if st.button("Open"):',
        'is_pressed = row.form_submit_button("Use", on_click=print)',
        'st.button("Calls nobody")',
        'sent = _visit(key="visit", on_other_change=print).back',
    ]
