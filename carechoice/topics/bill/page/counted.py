"""What the bill is worked out from, on the page "Your bill"."""

from __future__ import annotations

import streamlit as st

from carechoice.comparison.compare import Comparison
from carechoice.language.sentences import say
from carechoice.topics.bill.counted import inputs
from carechoice.ui.chart import table


def counted_with(comparison: Comparison) -> None:
    """Every input with its badge; drawn only when it is open."""
    fold = st.expander(say("bill.inputs.title"), key="fold_inputs", on_change="rerun")
    if fold.open:
        header = [say(f"bill.inputs.{name}") for name in ("input", "value", "standing")]
        with fold:
            table(header, inputs(comparison.scenario), name=say("bill.inputs.title"))
