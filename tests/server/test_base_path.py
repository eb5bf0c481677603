"""The server below a path of its own: everything of ours stands below it too."""

import json
import re
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from running_server import PATIENCE_SECONDS, running_server

from carechoice.ui.assets import AT_ONCE, SCRIPTS, address, script


@pytest.fixture(scope="module")
def root():
    with running_server("--server.baseUrlPath", "our/care") as address:
        assert address.endswith("/our/care")
        yield address


def answer(url, **headers):
    """Status, headers and content of an answer."""
    try:
        with urlopen(Request(url, headers=headers), timeout=PATIENCE_SECONDS) as found:
            return found.status, found.headers, found.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


def test_the_route_answers_below_the_path_and_is_not_to_be_stored(root):
    status, headers, content = answer(f"{root}/api/compare?plan=medicare")
    assert status == 200
    assert json.loads(content)["scenario"]["plan"] == "medicare"
    assert headers["Cache-Control"] == "no-store"


def test_an_unknown_address_of_the_route_is_answered_as_such(root):
    status, headers, content = answer(f"{root}/api/nothing")
    assert status == 404
    assert headers["Content-Type"] == "application/json"
    assert json.loads(content)["errors"]


@pytest.mark.parametrize("file", SCRIPTS)
def test_scripts_come_from_below_the_path(root, file):
    status, headers, content = answer(f"{root}/{address(file)}")
    assert status == 200
    assert content == script(file)
    assert "immutable" in headers["Cache-Control"]


@pytest.mark.parametrize("page", ["/", "/bill", "/share"])
def test_a_page_names_scripts_that_are_there(root, page):
    """An address without a slash in front counts from the page's own, without its last part."""
    _, headers, _ = answer(f"{root}{page}")
    named = re.findall(r"<([^>]+)>; rel=modulepreload", headers["Link"])
    assert named == [address(file) for file in AT_ONCE]
    assert answer(f"{root}/{named[0]}")[0] == 200


def test_a_missing_script_is_no_page(root):
    for path in ("assets/none.js", "static/js/none.js", "none.js"):
        assert answer(f"{root}/{path}")[0] == 404


def test_nothing_of_ours_stands_outside_the_path(root):
    outside = root.removesuffix("/our/care")
    for path in ("api/compare", address(SCRIPTS[0])):
        assert answer(f"{outside}/{path}")[0] == 404
