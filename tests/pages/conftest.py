"""What holds for every page that is opened without a browser."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.state.session_state import SessionState

from carechoice.web.patches.own_value import HELD, look_up_one_key


@pytest.fixture(scope="session", autouse=True)
def packages_are_searched_once() -> Iterator[None]:
    """For each page that is opened the framework searches all packages for components anew.

    That takes longer than most pages, and no test installs a package.
    """
    search = manifest_scanner.scan_component_manifests
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, search.__name__, cache(search))
        yield


@pytest.fixture(scope="session", autouse=True)
def inputs_look_up_their_own_value() -> Iterator[None]:
    """As the server has it, where a page takes less time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SessionState, HELD, vars(SessionState)[HELD])
        look_up_one_key()
        yield
