"""The server: CareChoice under security headers, with a JSON route and a check at the start.

`streamlit run app.py` and `python app.py` both start it.
"""

import streamlit as st

from carechoice.server import api, assets
from carechoice.server.headers import EXCEPTION_HANDLERS, MIDDLEWARE
from carechoice.server.startup import refuse_bad_data, settle_in

refuse_bad_data()

app = st.App(
    "pages/main.py",
    routes=[*api.ROUTES, *assets.ROUTES],
    middleware=MIDDLEWARE,
    exception_handlers=EXCEPTION_HANDLERS,
    lifespan=settle_in,
)

if __name__ == "__main__":
    app.run()
