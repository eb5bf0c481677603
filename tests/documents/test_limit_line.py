"""What is said on a deductible or a maximum is read as a biller would, or asked about."""

import pytest
from lines_read import sure, values

from carechoice.documents.limits.line import limit_named, read_limit
from carechoice.documents.limits.values import Unsaid, said_of_limit
from carechoice.documents.paper import Found
from carechoice.documents.terms.owed import NotUnderstoodError


def amounts(text):
    return [(each.amount_usd, each.level, each.network, each.state) for each in read_limit(text)]


# As a summary of benefits tells the deductible of the plan.
ONE_NETWORK = Unsaid(network=True, service=True, limit=True)


def said(text, limit="deductible", unsaid=ONE_NETWORK):
    found = said_of_limit(read_limit(text), limit, words=text, place="", unsaid=unsaid)
    return [
        (each.field, each.value, each.sure) if isinstance(each, Found) else (each.why, each.field)
        for each in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "$500 / individual or $1,000 / family",
        "$500 Individual/$1,000 Family",
        "Individual $500 / Family $1,000.",
        "$500 per participant / $1,000 per family",
        "Yes. $500 person, $1000 family per calendar year",
        "$500/self-only; $1,000/family",
        "Ind/Fam: $500/$1,000",
        "Embedded individual deductible $500, family $1,000",
    ],
)
def test_an_amount_for_one_person_stands_before_or_after_that_of_the_family(text):
    assert amounts(text) == [
        (500, "individual", None, "total"),
        (1000, "family", None, "total"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Network: $500 Individual/$900 Family Out-of-Network: $700 Individual/Unlimited Family",
        "For network providers $500 individual / $900 family; for out-of-network providers $700"
        " individual / unlimited family",
        "$500 single / $900 family for Participating Provider $700 single / no limit family for"
        " Non-Participating Provider",
    ],
)
def test_each_network_has_its_amounts_whether_it_stands_before_or_after_them(text):
    assert amounts(text) == [
        (500, "individual", "in", "total"),
        (900, "family", "in", "total"),
        (700, "individual", "oon", "total"),
        (None, "family", "oon", "total"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Individual deductible: $2,000 In-Network / $4,000 Out-of-Network",
        "Individual: in-network $2,000, out-of-network $4,000",
    ],
)
def test_who_heads_an_amount_of_each_network_has_both(text):
    assert amounts(text) == [
        (2000, "individual", "in", "total"),
        (4000, "individual", "oon", "total"),
    ]
    assert said(text) == [("deductible_usd", 2000, True)]


def test_an_amount_can_be_for_both_networks():
    both = "Participating Provider/Nonparticipating Provider: $1,000 person"
    assert amounts(both) == [(1000, "individual", "in_and_oon", "total")]


@pytest.mark.parametrize(
    "text",
    [
        "$500 individual / $1,000",
        "In-Network Out-of-Network $4,000 $6,000",
        "In-network: $500, $900 out-of-network",
        "Tier 1: $500 individual",
        "$500 * individual",
        "$500 individual, or $300 with the health check",
        "Deductible 2026",
        "2026 deductible $1,500",
        "500/1000",
        "$1,500 $400 met",
        "individual",
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_about(text):
    with pytest.raises(NotUnderstoodError):
        read_limit(text)


@pytest.mark.parametrize(
    "text",
    [
        "Individual deductible $1,500, met $400",
        "Individual deductible: $1,500 (met: $400)",
        "Individual deductible: $1,500; $400 met to date",
        "Deductible $1,500 individual, $400 used",
        "Individual deductible 1500, met 400",
    ],
)
def test_what_is_met_of_a_limit_stands_behind_it_set_apart(text):
    """Of $1,500 for one person $400 are met, whichever of the two words comes first."""
    assert amounts(text) == [
        (1500, "individual", None, "total"),
        (400, "individual", None, "met"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Individual deductible: $2,000.00 (fully met)", "Individual deductible $2,000 met in full"],
)
def test_of_a_limit_that_is_fully_met_its_whole_amount_is(text):
    assert said(text) == [("deductible_usd", 2000, True), ("deductible_met_usd", 2000, True)]


def test_the_day_of_what_is_met_is_no_amount_of_it():
    text = "As of 11/20/2026 individual in-network deductible met: $412.18"
    assert said(text) == [("deductible_met_usd", 412.18, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Deductible $1,500, individual met $400",
        "Deductible $1,500 met $400 remaining",
        "Deductible $1,500, $3,000, met $400",
        "Individual $1,500, family $3,000, met $400",
        "Deductible: none, $400 met",
        "Deductible unlimited, met $400",
    ],
)
def test_what_is_met_of_one_of_two_limits_or_of_none_is_asked_about(text):
    with pytest.raises(NotUnderstoodError):
        read_limit(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Deductible: none", [(0, None, None, "total")]),
        ("Individual deductible, in network: None", [(0, "individual", "in", "total")]),
        ("Deductible: none met", [(0, None, None, "met")]),
        ("OOP max: none met", [(0, None, None, "met")]),
        ("Deductible 1500, none met", [(1500, None, None, "total"), (0, None, None, "met")]),
        ("None of $1,500 deductible met", [(0, None, None, "met"), (1500, None, None, "total")]),
        ("Out-of-pocket maximum: none", [(None, None, None, "total")]),
    ],
)
def test_no_deductible_is_one_of_nothing_and_no_maximum_has_no_amount(text, told):
    assert amounts(text) == told


@pytest.mark.parametrize(
    ("line", "limit"),
    [
        ("Deductible $1,500 individual / $3,000 family", "deductible"),
        ("OOP max 4000", "oop_max"),
        ("Individual out-of-pocket limit: $4,000", "oop_max"),
        ("$400 of $1,500 deductible met", "deductible"),
        ("Deductible $500 then 20%", None),
        ("Deductible and OOP max $4,000", None),
        ("Deductible applies", None),
        ("Deductible: none", "deductible"),
        ("Therapy deductible: none", None),
        ("Office visit: $30 copay", None),
    ],
)
def test_a_line_is_about_the_one_limit_that_it_names(line, limit):
    assert limit_named(line) == limit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$500 individual", [("deductible_usd", 500, True)]),
        (
            "$400 of $1,500 individual met",
            [("deductible_usd", 1500, True), ("deductible_met_usd", 400, True)],
        ),
        (
            "$1,100 of $1,500 individual left",
            [("deductible_usd", 1500, True), ("deductible_met_usd", 400, True)],
        ),
        (
            "$1,500 individual, met $400, remaining $1,100",
            [("deductible_usd", 1500, True), ("deductible_met_usd", 400, True)],
        ),
        (
            "$1,500 individual, met $400, remaining $1,000",
            [("not_understood", "deductible_usd")],
        ),
        (
            "$1,500 individual, none remaining",
            [("deductible_usd", 1500, True), ("deductible_met_usd", 1500, True)],
        ),
        ("$400 individual met", [("deductible_met_usd", 400, True)]),
        ("$400 individual remaining", [("remaining", "deductible_met_usd")]),
        ("$1,600 of $1,500 individual met", [("not_understood", "deductible_usd")]),
        ("$3,000 family", [("family", "deductible_usd")]),
        ("$500 individual out-of-network", [("out_of_network", "deductible_usd")]),
        ("$500", [("whose", "deductible_usd"), ("deductible_usd", 500, False)]),
        ("$500 / $1,000", [("whose", "deductible_usd"), ("whose", "deductible_usd")]),
        ("$0", [("deductible_usd", 0, True)]),
        ("None", [("deductible_usd", 0, True)]),
        ("unlimited individual", [("unlimited", "deductible_usd")]),
    ],
)
def test_the_amount_of_one_person_in_network_is_taken(text, found):
    assert said(text) == found


def test_a_maximum_of_nothing_is_asked_about():
    assert said("$0 individual", "oop_max") == [("zero_limit", "oop_max_usd")]


def test_where_networks_may_differ_an_amount_without_one_is_not_sure():
    assert said("$500 individual", unsaid=Unsaid(limit=True)) == [
        ("network", "deductible_usd"),
        ("deductible_usd", 500, False),
    ]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Deductible (individual, in-network): $1,500/$400 met", 400),
        ("In-network individual deductible: $1,500 / $400 met", 400),
        ("INN individual deductible $1,500/$1,100 remaining", 400),
        ("In-network individual deductible $1,500/$0 met", 0),
        ("In-network individual deductible $1,500/$1,500 met", 1500),
    ],
)
def test_behind_a_slash_stands_what_is_met_of_the_limit_before_it(text, met):
    assert values(text) == {"deductible_usd": 1500, "deductible_met_usd": met}
    assert sure(text) == {"deductible_usd", "deductible_met_usd"}


@pytest.mark.parametrize(
    "text",
    [
        # What is met is no more than the limit, so this is neither.
        "Individual in-network deductible: $400/$1,500 met",
        "Individual in-network deductible: $400/$1,500",
        # One of a family, or of the other network, may be meant.
        "In-network individual/family deductible: $1,500/$400 met",
        "Individual deductible in-network/out-of-network: $1,500/$400 met",
    ],
)
def test_two_amounts_that_a_slash_may_set_apart_otherwise_are_asked(text):
    assert not values(text)
