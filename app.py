"""The server: CareChoice under security headers, with a JSON route and a check at the start.

`python app.py` takes what `streamlit run app.py` takes.
"""

import os
import sys

import carechoice.web.checks.installed  # noqa: F401, first, as it says which package is missing

# isort: split
import streamlit as st

from carechoice.catalog.load import served
from carechoice.setup.hand_in_route import hand_in_route
from carechoice.web.checks.start import checked_catalog
from carechoice.web.headers import exception_handlers, on_script_error
from carechoice.web.lifetime import listening
from carechoice.web.lifetime.endpoint import listens_at_unnamed_port
from carechoice.web.lifetime.lifespan import lifespan
from carechoice.web.lifetime.no_dumps import leave_no_dumps
from carechoice.web.lifetime.one_heap import use_one_heap
from carechoice.web.limits.settings import Limits
from carechoice.web.middleware import middleware
from carechoice.web.operating.operation import counts_if_on, metrics_if_on, observed
from carechoice.web.operating.probes import probes
from carechoice.web.patches.framework import patch_framework
from carechoice.web.patches.server import patch_server
from carechoice.web.paths import below, plain
from carechoice.web.routes import api
from carechoice.web.routes import pages as page_routes
from carechoice.web.static import assets

if __name__ == "__main__":
    from streamlit.web.cli import main

    # The framework's own way to start: it imports this file under its name, and ends the process.
    listening.name_platform_port(os.environ)
    with listening.address_errors_explained(lambda: str(st.get_option("server.address"))):
        main(["run", __file__, *sys.argv[1:]])

if listens_at_unnamed_port():
    listening.restart_at_platform_port(os.environ)
leave_no_dumps()
use_one_heap()
limits = Limits.from_environment(os.environ)
patch_server(limits)
metrics = metrics_if_on(os.environ)
patch_framework(runs_at_once=int(limits.runs_at_once), ran=metrics.ran if metrics else None)
catalog = checked_catalog()
counts = counts_if_on(os.environ, catalog)

ours = [*page_routes.ROUTES, *api.ROUTES, *assets.ROUTES, hand_in_route(os.environ)]
routes = [*ours, *probes(metrics, counts)]
base_path = plain(st.get_option("server.baseUrlPath"))
app = st.App(
    "pages/main.py",
    routes=below(base_path, routes),
    middleware=middleware(
        base_path=base_path,
        allowed_origins=st.get_option("server.corsAllowedOrigins"),
        catalog=served,
        limits=limits,
        outermost=observed(os.environ, [metrics, counts], routes, base_path=base_path),
    ),
    exception_handlers=exception_handlers(served),
    on_script_error=on_script_error,
    lifespan=lifespan(catalog),
)
