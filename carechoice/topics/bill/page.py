"""The parts of the page "Your bill"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from carechoice.catalog.load import catalog
from carechoice.catalog.rows import Parameter
from carechoice.comparison import words
from carechoice.comparison.compare import Comparison
from carechoice.inputs.coverage import owes_nothing
from carechoice.inputs.evidence import shown
from carechoice.topics.bill import facts as bill
from carechoice.topics.bill import words as bill_words
from carechoice.topics.bill.break_even import break_even_chart
from carechoice.topics.bill.running import running_chart
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.charts import swing_chart, unknown_chart
from carechoice.topics.unknown.facts import Outlook
from carechoice.topics.unknown.questions import Question
from carechoice.ui import controls
from carechoice.ui.chart import show, table
from carechoice.ui.frame import bullets, card, named, plain, text
from carechoice.ui.number_field import number_field
from carechoice.ui.whole import whole

BLANK_WIDTH_PX = 320


def totals(comparison: Comparison) -> None:
    """What each option costs in all, a week and an hour, with the person's other costs."""
    st.header(words.say("bill.figures.title"), anchor=False)
    header = (words.say("bill.figures.question"), *map(named, comparison.options))
    table(header, bill_words.totals(comparison))
    if owes_nothing(comparison.scenario):
        text(words.say("bill.nothing"))


def charts(comparison: Comparison, outlook: Outlook) -> None:
    """What is paid by when, when the costs would be the same, how sure it is; where any is owed."""
    if owes_nothing(comparison.scenario):
        return
    for chart in (
        running_chart(comparison),
        break_even_chart(comparison),
        unknown_chart(comparison, outlook.spreads),
    ):
        with card():
            show(chart)


def what_moves_it(comparison: Comparison, outlook: Outlook) -> None:
    """What moves the answer, where any is owed."""
    if not owes_nothing(comparison.scenario):
        with card():
            show(swing_chart(outlook.swings))


def steps(comparison: Comparison) -> None:
    """The bill of each option in words, in equal space; where any is owed."""
    if owes_nothing(comparison.scenario):
        return
    st.header(words.say("bill.steps.title"), anchor=False)
    row = st.container(horizontal=True, key="steps")
    for pathway in comparison.options:
        with row, card():
            told = bill_words.told_steps(comparison, pathway)
            text("\n\n".join([f"### {named(pathway)}", *(f"- {line}" for line in told)]))


def months(comparison: Comparison) -> None:
    """Both bills by calendar month, where any is owed; drawn only when it is open."""
    if owes_nothing(comparison.scenario):
        return
    fold = st.expander(words.say("bill.months.title"), key="fold_months", on_change="rerun")
    if not fold.open:
        return
    header = [words.say("bill.months.month"), *map(named, comparison.options)]
    with fold:
        table(header, bill_words.months(bill.months(comparison)))


def counted_with(comparison: Comparison) -> None:
    """Every input with its badge; drawn only when it is open."""
    fold = st.expander(words.say("bill.inputs.title"), key="fold_inputs", on_change="rerun")
    if fold.open:
        header = [words.say(f"bill.inputs.{name}") for name in ("input", "value", "standing")]
        with fold:
            table(header, bill_words.inputs(comparison))


def phone_list(comparison: Comparison, outlook: Outlook, today: date) -> None:
    """What to ask the plan, with a blank for each answer."""
    scenario = comparison.scenario
    asked = questions.questions(scenario, outlook.swings)
    st.header(questions.title(scenario), anchor=False)
    text(questions.lead(scenario, asked))
    if asked:
        bullets(questions.told(question, scenario) for question in asked)
        text(words.say("ask.also"))
    bullets(questions.general(scenario))
    _answers(asked, questions.to_mark(scenario, asked), today)


def _answers(asked: Sequence[Question], to_mark: Mapping[str, str], today: date) -> None:
    """Where the plan's answers go in; drawn only when it is open."""
    fold = st.expander(words.say("ask.fold"), key="fold_answers", on_change="rerun")
    if not fold.open:
        return
    for question in asked:
        with fold.container(key=f"ask_{question.field}", gap="small"):
            if question.confirmed:
                _undo(question)
            else:
                _blank(question, today)
    if to_mark:
        with fold:
            _marks(to_mark, today)


def _marks(to_mark: Mapping[str, str], today: date) -> None:
    """A button for each number that stands in the inputs already, for the plan to confirm."""
    text(words.say("ask.mark.lead"))
    for field, label in to_mark.items():
        st.button(
            plain(label),
            key=f"mark_{field}",
            on_click=controls.confirm,
            args=(field, today),
            wrap=True,
        )


def _undo(question: Question) -> None:
    text(question.text)
    st.button(
        words.say("ask.undo"),
        key=f"undo_{question.field}",
        on_click=controls.take_back_answer,
        args=(question.field,),
    )


def blank_key(field: str) -> str:
    """The key of the blank where the plan's answer about a field goes in."""
    return f"answer_{field}"


def answers_to(row: Parameter) -> Sequence[object]:
    """What a plan can answer about an input that is no number."""
    return (True, False) if row.kind == "yes_no" else catalog().options(row.key)


def _blank(question: Question, today: date) -> None:
    """Where the answer to a question goes in."""
    row = catalog().parameters[question.field]
    key = blank_key(question.field)
    look: dict[str, Any] = {"placeholder": words.say("ask.blank"), "width": BLANK_WIDTH_PX}
    if row.is_number:
        take = partial(controls.take_answer, today=today)
        number_field(row, question.text, key=key, take=take, **look)
    else:
        st.selectbox(
            question.text,
            answers_to(row),
            index=None,
            format_func=lambda value: shown(row, value),
            key=key,
            on_change=_take_choice,
            args=(question.field, key, today),
            **look,
        )


@whole()
def _take_choice(field: str, key: str, today: date) -> None:
    value = st.session_state[key]
    if value is not None:
        controls.take_answer(field, value, today)
