"""Take it with you: the link, scenarios kept side by side, and the numbers as files."""

import streamlit as st

from carechoice.files.estimate.page import estimates
from carechoice.files.handout import page as documents_page
from carechoice.files.handout.page import slides_of_kept
from carechoice.files.kept import page as kept_page
from carechoice.files.numbers import page as numbers_page
from carechoice.files.scenario import page as scenario_page
from carechoice.inputs.handed_on.link import freeze
from carechoice.ui import state
from carechoice.ui.today import today

comparison = st.session_state[state.COMPARISON]
frozen = freeze(comparison.scenario, today())

scenario_page.link(frozen)
scenario_page.link_with_what_is_kept(frozen)
scenario_page.contents(frozen)
documents_page.documents(comparison, frozen)
estimates(comparison, frozen)
scenario_page.files(frozen)
scenario_page.on_your_site(comparison.scenario)
kept_page.kept(comparison.scenario)
slides_of_kept(frozen)
numbers_page.numbers(comparison, frozen)
numbers_page.note(comparison, frozen)
