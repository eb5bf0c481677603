"""What a page says when an error keeps it from being drawn."""

from __future__ import annotations

import streamlit as st

from carechoice.language.everywhere import crisis_line
from carechoice.language.sentences import say
from carechoice.ui import session_catalog


def tell(number: str) -> bool:
    """Say it with the error's number; True, so that the framework says nothing of its own."""
    # The error may have come before the page had a catalog.
    session_catalog.use()
    st.error(say("failed.page", number=number))
    st.markdown(crisis_line())
    return True
