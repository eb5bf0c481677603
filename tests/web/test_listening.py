"""Where the server is told to listen, and what is said where it cannot."""

from socket import socket

import pytest

from carechoice.web.lifetime.listening import (
    address_errors_explained,
    name_platform_port,
    platform_port,
)


@pytest.mark.parametrize("unset", [{}, {"PORT": ""}, {"PORT": " "}])
def test_without_a_port_of_the_host_the_setting_counts(unset):
    assert platform_port(unset) is None


@pytest.mark.parametrize(
    ("environment", "framework_reads"),
    [
        ({"PORT": "8725"}, "8725"),
        ({"PORT": "8725", "STREAMLIT_SERVER_PORT": ""}, "8725"),
        ({"PORT": "8725", "STREAMLIT_SERVER_PORT": "8600"}, "8600"),
        ({}, None),
    ],
)
def test_the_frameworks_own_setting_overrides_the_port_of_the_host(environment, framework_reads):
    name_platform_port(environment)
    assert environment.get("STREAMLIT_SERVER_PORT") == framework_reads


@pytest.mark.parametrize("port", ["abc", "80a", "-1", "8.5", "٨", "65536", "9" * 5000])
def test_a_port_that_is_no_number_ends_the_start_with_a_sentence(port):
    with pytest.raises(SystemExit) as ended:
        platform_port({"PORT": port})
    assert str(ended.value) == (
        f"CareChoice did not start. PORT must be a number up to 65535, not {port!r}."
    )


def test_the_highest_port_is_one():
    assert platform_port({"PORT": "65535"}) == "65535"


@pytest.mark.parametrize(
    ("host", "port"),
    [("203.0.113.9", 0), ("999.1.1.1", 0), (" ", 0), ("localhost", 65536), ("localhost", -1)],
)
def test_where_this_machine_cannot_listen_a_sentence_says_what_to_set(host, port):
    with (
        pytest.raises(SystemExit) as ended,
        socket() as server,
        address_errors_explained(lambda: host),
    ):
        server.bind((host, port))
    assert str(ended.value).startswith("CareChoice cannot listen where it was told to (")
    assert "must be an address of this machine" in str(ended.value)


UNLIKE_ADDRESSES = [
    ("unix:///run/care.sock", RuntimeError("Unix sockets are not supported with st.App")),
    ("127.0.0.\udcff", TypeError("encoding of hostname failed")),
]


@pytest.mark.parametrize(("told", "error"), UNLIKE_ADDRESSES)
def test_so_it_does_where_the_address_is_none_of_a_machine(told, error):
    with pytest.raises(SystemExit, match=rf"\({error}\)"), address_errors_explained(lambda: told):
        raise error


@pytest.mark.parametrize(("_", "error"), UNLIKE_ADDRESSES)
def test_the_same_errors_are_said_as_they_are_where_the_address_is_one(_, error):
    with pytest.raises(type(error)), address_errors_explained(lambda: "127.0.0.1"):
        raise error
