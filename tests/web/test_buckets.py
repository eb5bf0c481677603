"""How much an address may do, worked by hand; and what an operator may set."""

import pytest

from carechoice.web.buckets import Buckets, counted_as
from carechoice.web.limits.settings import Limits

CLINIC, BOT = "203.0.113.9", "198.51.100.7"


def test_so_much_at_once_and_then_so_much_a_second():
    bucket = Buckets(per_second=2, at_once=3)
    assert [bucket.take(CLINIC, now=0) for _ in range(4)] == [0, 0, 0, 0.5]
    assert bucket.take(CLINIC, now=0.25) == 0.25
    assert [bucket.take(CLINIC, now=1) for _ in range(3)] == [0, 0, 0.5]


def test_an_hour_of_quiet_gives_no_more_than_at_the_beginning():
    bucket = Buckets(per_second=2, at_once=3)
    bucket.take(CLINIC, now=0)
    assert [bucket.take(CLINIC, now=3600) for _ in range(4)] == [0, 0, 0, 0.5]


def test_each_address_has_its_own():
    bucket = Buckets(per_second=1, at_once=1)
    assert bucket.take(BOT, now=0) == 0
    assert bucket.take(BOT, now=0) == 1
    assert bucket.take(CLINIC, now=0) == 0


def test_five_files_count_as_one_request():
    bucket = Buckets(per_second=1, at_once=1)
    taken = [bucket.take(CLINIC, now=0, count=0.2) for _ in range(5)]
    assert taken == [0] * 5
    assert bucket.take(CLINIC, now=0, count=0.2) == pytest.approx(0.2)


def test_of_very_many_addresses_the_quiet_ones_are_forgotten(monkeypatch):
    monkeypatch.setattr("carechoice.web.buckets.MOST_ADDRESSES", 2)
    bucket = Buckets(per_second=0.001, at_once=1)
    for address in ("192.0.2.1", "192.0.2.2", "192.0.2.3"):
        assert bucket.take(address, now=0) == 0
    assert bucket.take("192.0.2.3", now=0) > 0
    assert bucket.take("192.0.2.1", now=0) == 0


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        ("127.0.0.1", ""),
        ("127.8.9.1", ""),
        ("::1", ""),
        ("::ffff:127.0.0.1", ""),
        ("testclient", "testclient"),
    ],
)
def test_a_customers_addresses_are_one_and_this_machine_is_not_counted(host, counted):
    assert counted_as(host) == counted


def test_what_is_set_counts_and_all_else_is_ours():
    limits = Limits.from_environment({"CARECHOICE_VISITS": "50", "CARECHOICE_REQUESTS_AT_ONCE": ""})
    assert limits == Limits(visits=50)


@pytest.mark.parametrize("text", ["many", "0", "-1", "inf", "nan", "1,000", "1_0", "1e3", "٣"])
def test_a_limit_that_is_no_number_above_zero_ends_the_start_with_a_sentence(text):
    with pytest.raises(SystemExit) as ended:
        Limits.from_environment({"CARECHOICE_HEAD_SECONDS": text})
    assert str(ended.value) == (
        "CareChoice did not start. CARECHOICE_HEAD_SECONDS must be a number above zero, "
        f"not {text!r}."
    )
