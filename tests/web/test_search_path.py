"""While a page runs or ends, everything else finds its packages."""

import sys

from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.scriptrunner.exec_code import modified_sys_path

from carechoice.web.patches.search_path import keep_search_path


def test_who_looks_for_a_package_while_a_page_ends_misses_no_folder(monkeypatch):
    monkeypatch.setattr(script_runner, modified_sys_path.__name__, modified_sys_path)
    keep_search_path()
    with script_runner.modified_sys_path("pages/main.py"):
        looks = iter(sys.path)
        seen = [next(looks)]
    assert [*seen, *looks] == sys.path
