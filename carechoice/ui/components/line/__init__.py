"""The state of the line to the server: a sentence that is seen and heard while it is lost."""

from __future__ import annotations

import streamlit as st

from carechoice.language.sentences import say
from carechoice.ui.assets import loaded

HTML = '<p role="status"></p>'
# Empty it has no size, but stays where screen readers look for changes.
CSS = """
p {
  position: fixed; z-index: 100; inset: auto 1rem 1rem;
  width: fit-content; max-width: 36rem; margin: 0 auto; padding: 0.75rem 1rem;
  border: 1px solid var(--st-primary-color); border-radius: var(--st-base-radius);
  background: var(--st-secondary-background-color);
  color: var(--st-text-color);
  font: 1rem / 1.5 var(--st-font);
}
p:empty { padding: 0; border: 0; }
@media print { p { display: none; } }
"""

_line = st.components.v2.component("line", html=HTML, css=CSS, js=loaded("line.js"))


def line() -> None:
    """Say it when the line to the server is lost, and when it is back."""
    _line(key="line", data={name: say(f"line.{name}") for name in ("lost", "back")})
