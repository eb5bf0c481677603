"""Runs first at every interaction: inputs -> Scenario -> Comparison, then the chosen page."""

import streamlit as st

from carechoice.language.everywhere import page_title
from carechoice.ui import notes, pages, session_catalog, stage
from carechoice.ui.components import arrival, visit
from carechoice.ui.components.connection import connection_line
from carechoice.ui.components.spoken_answer import spoken_answer
from carechoice.ui.inputs import insurance_card
from carechoice.ui.session import fresh_start, new_data, undo
from carechoice.ui.today import today

session_catalog.use()
day = today()
visit.resume(day)
new_data.adopt(day)
page = st.navigation(stage.staged(pages.listed()), position="hidden")
st.set_page_config(page_title=page_title(page.title), layout="wide")
notes.drop_once_changed()
fresh_start.go_to_first_page_once_cleared(page.url_path)
undo.withdraw_once_changed(page.url_path)
insurance_card.close_on_another_page(page.url_path)
comparison = stage.show(page, day)
spoken_answer()
connection_line()
arrival.show(page=page.title, heading=stage.heading(page), begun=fresh_start.times_cleared())
visit.report(comparison, day, page=page.url_path)
