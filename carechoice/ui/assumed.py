"""What the answer rests on: its main assumption, and doubts about inputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.comparison.doubts.doubt import Doubt
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan_year import first_day
from carechoice.comparison.weeks import fit
from carechoice.language.sentences import say
from carechoice.ui import notes, state
from carechoice.ui.inputs.example_week import example_week
from carechoice.ui.text import may_go, plain, text


def assumption(
    comparison: Comparison, more: Sequence[str] = (), *, picks_week: bool = False
) -> None:
    """What the answer rests on, whether care fits the week, and what the link brought along.

    ``more`` says which inputs to look at. ``picks_week``: an example week can be picked there.
    """
    rests_on = [main_assumption(comparison.scenario), *more, say("answer.estimate")]
    text(" ".join(rests_on))
    _whether_it_fits(comparison, picks_week=picks_week)
    notes.of_link()


def fit_below_charts(comparison: Comparison) -> None:
    """Whether care fits the week, where that is too long to stand beside the choice of one."""
    if fit.is_long(comparison):
        may_go(fit.fit_sentence(comparison), key="fit")


def later_start(comparison: Comparison) -> None:
    """What a first day in the next plan year would change, where it would change anything.

    It comes and goes with a slider, so it stands below what is looked at while one is moved.
    """
    may_go(first_day.sentence(comparison), key="later_start")


def _whether_it_fits(comparison: Comparison, *, picks_week: bool) -> None:
    sentence = "" if picks_week and fit.is_long(comparison) else fit.fit_sentence(comparison)
    if not (sentence or picks_week):
        return
    with st.container(horizontal=True, key="fits"):
        if picks_week:
            example_week(comparison.scenario)
        if sentence:
            text(sentence)


def show_doubts(doubts: Iterable[Doubt]) -> None:
    """What is doubtful about inputs that do not stand on the same screen."""
    for doubt in doubts:
        st.warning(plain(doubt.sentence))


def doubts_on_paper(doubts: Sequence[Doubt]) -> None:
    """The doubts for paper, which shows no inputs; on the screen they stand at these (paper.css).

    With our own sliders the answer says it (``answer``): a doubt that comes and goes with a slider
    brings no part of the page of its own.
    """
    if doubts and st.session_state[state.PLAIN_SLIDERS]:
        with st.container(key="doubts_on_paper"):
            text("\n\n".join(doubt.sentence for doubt in doubts))
