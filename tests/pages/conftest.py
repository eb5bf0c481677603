"""What holds for every page that is opened without a browser."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner


@pytest.fixture(scope="session", autouse=True)
def packages_are_searched_once() -> Iterator[None]:
    """For each page that is opened the framework searches all packages for components anew.

    That takes longer than most pages, and no test installs a package.
    """
    search = manifest_scanner.scan_component_manifests
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, search.__name__, cache(search))
        yield
