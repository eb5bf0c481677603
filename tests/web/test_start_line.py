"""The first lines of a log: what is set, and what is not, as far as the server knows the names."""

import re
from dataclasses import fields

import pytest

from carechoice.catalog.in_use import catalog
from carechoice.web.lifetime.endpoint import Endpoint
from carechoice.web.lifetime.start_line import start_lines
from carechoice.web.limits.settings import Limits

HERE = Endpoint(address="localhost", port=8501, base="")
CARE = Endpoint(address="0.0.0.0", port=8600, base="care")


def lines(environment, endpoint=HERE):
    return start_lines(catalog(), environment, endpoint)


def test_the_first_line_says_version_data_where_it_listens_and_settings():
    (line,) = lines({"CARECHOICE_VISITS": "77", "PATH": "/bin", "FORWARDED_ALLOW_IPS": "::1"})
    assert re.fullmatch(
        r"CareChoice \d{4}\.\d\d(\.\d+)?, data of \d{4}-\d\d-\d\d from the folder it comes with, "
        r"at port 8501 of localhost, settings: CARECHOICE_VISITS=77, FORWARDED_ALLOW_IPS=::1",
        line,
    )


def test_below_a_path_the_line_says_it_and_without_settings_that_there_are_none():
    (line,) = lines({"CARECHOICE_VISITS": " "}, CARE)
    assert line.endswith(", at port 8600 of 0.0.0.0 below /care, settings: none")


@pytest.mark.parametrize(
    "name",
    [
        # The beginnings of these are names of settings.
        "PORTAL_DB_PASSWORD",
        "PORT_KEY",
        "FORWARDED_ALLOW_IPS_TOKEN",
        "STREAMLIT_SERVER_PORT_TOKEN",
        "STREAMLIT_SERVER_COOKIE_SECRET",
    ],
)
def test_what_is_no_setting_of_ours_is_not_told_of(name):
    (line,) = lines({name: "hunter2"})
    assert line.endswith("settings: none")


@pytest.mark.parametrize(
    "name",
    [
        "CARECHOICE_STAFF_SECRETS",
        "CARECHOICE_VISIT",
        "carechoice_visits",
        "CARECHOICE_PORT",
        "CAREChoice_DATA",
        "CARE_CHOICE_VISITS",
    ],
)
def test_a_name_that_only_looks_like_one_of_ours_is_said_to_change_nothing_without_its_value(name):
    first, second = lines({name: "hunter2"})
    assert first.endswith("settings: none")
    assert second == (
        f"Not settings of CareChoice, so they have no effect: {name}. docs/operating.md has the "
        "names that there are."
    )


def test_a_name_of_other_signs_cannot_write_lines_of_its_own():
    _, second = lines({"CARECHOICE_\nX": "1", "CARECHOICE_\x1b[31m": "1"})
    assert second.startswith(r"Not settings of CareChoice, so they have no effect: CARECHOICE_\n")
    assert "\x1b" not in second


def test_every_limit_is_a_setting():
    for field in fields(Limits):
        (line,) = lines({f"CARECHOICE_{field.name.upper()}": "9"})
        assert line.endswith(f"settings: CARECHOICE_{field.name.upper()}=9")


@pytest.mark.parametrize("name", ["CARECHOICE_STAFF_SECRET", "CARECHOICE_COUNT"])
def test_what_is_for_some_alone_is_said_to_be_set_and_not_to_what(name):
    (line,) = lines({name: "hunter2"})
    assert line.endswith(f"settings: {name}=(not shown)")


@pytest.mark.parametrize(
    ("environment", "endpoint", "unheeded"),
    [
        ({"PORT": "8501", "STREAMLIT_SERVER_ADDRESS": "localhost"}, HERE, []),
        # The system was asked for any port.
        ({"PORT": "0"}, HERE, []),
        ({"PORT": "08501"}, HERE, []),
        ({"PORT": "8790"}, HERE, ["PORT"]),
        ({"PORT": "8790", "STREAMLIT_SERVER_PORT": "8600"}, CARE, ["PORT"]),
        ({"STREAMLIT_SERVER_BASE_URL_PATH": "/care/"}, CARE, []),
        ({"STREAMLIT_SERVER_BASE_URL_PATH": "care"}, HERE, ["STREAMLIT_SERVER_BASE_URL_PATH"]),
        # Whoever starts the app by a server of their own says it there.
        (
            {"PORT": "8790", "STREAMLIT_SERVER_ADDRESS": "0.0.0.0", "STREAMLIT_SERVER_PORT": "8"},
            None,
            ["PORT", "STREAMLIT_SERVER_ADDRESS", "STREAMLIT_SERVER_PORT"],
        ),
    ],
)
def test_what_says_where_to_listen_and_is_not_heeded_is_named(environment, endpoint, unheeded):
    first, *others = lines(environment, endpoint)
    assert first.endswith("settings: none")
    told = (
        f"Not heeded by this way to start: {', '.join(unheeded)}. docs/operating.md says what is."
    )
    assert others == ([told] if unheeded else [])


def test_started_by_another_server_the_line_leaves_to_that_one_where_it_listens():
    (line,) = lines({}, None)
    assert ", where the server says that it runs, settings: none" in line


def test_that_it_is_at_another_port_than_the_usual_one_is_said_with_the_reason():
    moved = Endpoint(address="localhost", port=8502, base="", is_moved=True)
    first, second = lines({}, moved)
    assert ", at port 8502 of localhost, " in first
    assert second == (
        "Port 8501 is taken, so it is at port 8502. A port that is set is always used as it is."
    )


@pytest.mark.parametrize(
    "proxies",
    ["*", "10.0.0.5", "10.0.0.5, ::1", "10.0.0.0/8", "fd00::/8", "127.0.0.1,10.1.0.0/16,"],
)
def test_addresses_and_networks_of_proxies_are_taken(proxies):
    assert len(lines({"FORWARDED_ALLOW_IPS": proxies})) == 1


@pytest.mark.parametrize("proxy", ["proxy.internal", "10.0.0.0/33", "10.0.0.5/8", "10.0.0", "all"])
def test_who_is_trusted_for_nothing_is_said(proxy):
    _, second = lines({"FORWARDED_ALLOW_IPS": f"127.0.0.1, {proxy}"})
    assert second == (
        "FORWARDED_ALLOW_IPS has what is no address and no network, so no proxy is trusted for "
        f"it: {proxy}. Write such as 10.0.0.5 or 10.0.0.0/8."
    )
