"""One scenario has one link: numbers and days in our own form, and what others add is no part."""

import pytest
from scenarios import TODAY, scenario

from carechoice.catalog.in_use import catalog
from carechoice.catalog.values import write
from carechoice.inputs.handed_on.link import NAMES, freeze, open_file, open_link, query_pairs
from carechoice.inputs.scenario import Scenario

MISTYPED = ("iop_week", "source", "utm", "ref", "id")


def opened(query):
    return open_link(query_pairs(query), today=TODAY)


def reasons(query):
    return [(problem.field, problem.reason) for problem in opened(query).problems]


def refused(text):
    """Why three inputs of numbers do not take a text; none of them may."""
    readings = [
        Scenario.from_query({field: text}, today=TODAY)
        for field in ("iop_weeks", "therapy_price_usd", "deductible_usd")
    ]
    assert all(reading.scenario == Scenario.default(TODAY) for reading in readings)
    (reason,) = {problem.reason for reading in readings for problem in reading.problems}
    return reason


@pytest.mark.parametrize(
    "text",
    ["1,000", "0x10", "1e400", "nan", "NaN", "inf", "-inf", "Infinity", "²", "1.5.2", "--5", "1/2",
     "$5", "-0x", ""],
)  # fmt: skip
def test_what_is_no_number_is_none(text):
    assert refused(text) == "it is not a number"


@pytest.mark.parametrize(
    ("text", "meant"),
    [("1_0", "10"), ("1e1", "10"), ("1E1", "10"), ("+5", "5"), (".5", "0.5"), ("5.", "5"),
     ("007", "7"), ("00", "0"), ("06.5", "6.5"), ("٣", "3"), ("１０", "10"), ("१०", "10")],
)  # fmt: skip
def test_a_number_in_another_form_than_ours_is_asked(text, meant):
    """A tool that sends 007 reads how to write it, and not that it is no number."""
    assert refused(text) == f"write it as {meant}"


@pytest.mark.parametrize("text", [" 10", "10 ", "\t10", " +5", "10\n"])
def test_a_space_around_a_value_is_what_is_named(text):
    """An address writes a space as a plus, so ?iop_weeks=+10 is one: cut off, it looks right."""
    assert refused(text) == "a space or a plus sign stands before or after it"
    for field, value in (("plan", " medicare"), ("start_date", "2027-01-04 ")):
        (problem,) = Scenario.from_query({field: value}, today=TODAY).problems
        assert problem.reason == "a space or a plus sign stands before or after it"


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        ("iop_weeks", "10.0", "10"),
        ("therapy_sessions", "30.00", "30"),
        ("iop_weeks", "8.00000000000000000000000001", "8"),
        ("therapy_hours_per_week", "1.50", "1.5"),
        ("plan_pays_percent", "80.0", "80"),
        ("plan_pays_percent", "70.000000000000000000000001", "70"),
    ],
)
def test_a_number_with_more_digits_than_it_needs_is_told_how_to_be_written(field, text, kept):
    assert reasons(f"{field}={text}") == [(field, f"write it as {kept}")]
    assert reasons(f"{field}={kept}") == []


@pytest.mark.parametrize("text", ["1886.00000000000000000001", f"1886.{'0' * 400}1", "1886.005"])
def test_parts_of_a_cent_are_seen_however_small(text):
    assert reasons(f"deductible_usd={text}") == [("deductible_usd", "it has parts of a cent")]


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("topics", "money|money"),
        ("topics", "money|"),
        ("topics", "|"),
        ("said", "iop_weeks|iop_weeks"),
        ("said", "|iop_weeks"),
        ("confirmed", "deductible_usd:2026-11-20|"),
        ("confirmed", "deductible_usd:2026-11-20||oop_max_usd:2026-11-20"),
        ("fixed_hours", "MON-FRI:09-17"),
        ("fixed_hours", "mon-fri:9-17"),
        ("fixed_hours", "mon:09-17|"),
    ],
)
def test_a_list_with_an_empty_part_or_a_part_twice_is_named(field, given):
    assert [name for name, _ in reasons(f"{field}={given}&iop_weeks=6")] == [field]


def test_a_number_below_zero_is_out_of_bounds():
    assert reasons("iop_weeks=-5") == [("iop_weeks", "it must lie between 1 and 26")]
    assert reasons("deductible_met_usd=-0") == [
        ("deductible_met_usd", "it must lie between 0 and 20000")
    ]


def test_cents_are_taken_as_prices_are_written():
    assert opened("therapy_price_usd=130.50").scenario.therapy.price_usd == 130.5


@pytest.mark.parametrize(
    "text",
    ["2027-W01-1", "20270104", "2027-004", "2027-1-4", "27-01-04", "2027-01-04T00:00",
     "٢٠٢٧-01-04", "2027/01/04", "01/04/2027", "2027-02-30", "next-monday", ""],
)  # fmt: skip
def test_a_day_is_written_year_month_day_and_in_no_other_way(text):
    for name in ("start_date", "made"):
        pairs = [("data", "2026.11"), *freeze(scenario(), TODAY).to_query().items()]
        query = dict(pairs) | {name: text}
        problems = open_link(query.items(), today=TODAY).problems
        assert [(each.field, each.reason) for each in problems] == [
            (name, "it is not a date written year-month-day")
        ]
    (problem,) = open_link([("confirmed", f"deductible_usd:{text}")], today=TODAY).problems
    assert problem.field == "confirmed"


def test_an_answer_given_twice_is_named():
    given = "deductible_usd:2026-11-20|deductible_usd:2026-11-25"
    assert reasons(f"confirmed={given}") == [("confirmed", "it is given more than once")]


@pytest.mark.parametrize("value", [0.00001, 0.1 + 0.2, 1e-7, 130.23, 1e15, 3.0])
def test_a_number_we_write_has_no_exponent_and_is_read_as_it_was(value):
    assert set(write(value)) <= set("0123456789.")
    assert float(write(value)) == value
    assert write(float(write(value))) == write(value)


def test_a_tiny_share_survives_link_and_file():
    tiny = scenario(plan_pays_percent=write(0.00001))
    frozen = freeze(tiny, TODAY)
    assert open_link(frozen.to_query().items(), today=TODAY).scenario == tiny
    assert open_file(frozen.to_json().encode(), today=TODAY).scenario == tiny
    # A file that breaks off is read pair by pair.
    cut = frozen.to_json().rstrip("}\n") + ","
    assert open_file(cut.encode(), today=TODAY).scenario == tiny
    assert open_file(cut.encode(), today=TODAY).problems == ()


@pytest.mark.parametrize(
    "added",
    ["utm_source=news&utm_medium=email&utm_campaign=x", "fbclid=IwAR0", "gclid=Cj0K", "mc_cid=1",
     "mc_eid=2", "msclkid=3", "UTM_Source=News", "_hsenc=p2&_hsmi=9", "gad_source=1", "ttclid=7",
     "utm_id=1&utm_id=2", "wbraid=", "amp;utm_term=x", "__hstc=1.2&__hsfp=3",
     "s_kwcid=AL!1", "__s=x", "ml_subscriber=1&ml_subscriber_hash=2", "tblci=G1", "dicbo=v4",
     "_openstat=x", "FBCLID=1", "AMP;gclid=1", "ysclid=l", "_branch_match_id=1", "mibextid=Z",
     "_x_tr_sl=en&_x_tr_tl=es&_x_tr_hl=es&_x_tr_pto=wapp", "elqTrackId=1&elqTrack=true", "trk=mail",
     "vgo_ee=x", "irclickid=1", "at_recipient_id=1", "oft_id=1&oft_lk=2", "_ke=e", "dm_i=1",
     "wt_mc=a.b&wt.mc_id=c", "_bhlid=1", "guce_referrer=x&guce_referrer_sig=y", "ref_src=twsrc",
     "cm_mmc=m-_-l", "WT.nav=1", "ranSiteID=x", "irgwc=1", "iterableEmailCampaignId=7",
     "__cft__[0]=AZ&__tn__=H", "campaignid=1&adgroupid=2&loc_physical_ms=9", "pf_rd_p=x",
     "outbrainclickid=1", "spm=a2g0o.x", "mkwid=s1&pcrid=2"],
)  # fmt: skip
def test_what_others_add_to_a_link_to_follow_it_is_no_part_of_it(added):
    for query in (f"iop_weeks=6&{added}", f"{added}&iop_weeks=6"):
        found = opened(query)
        assert found.problems == ()
        assert found.scenario == opened("iop_weeks=6").scenario


def test_no_name_of_ours_and_no_mistyped_one_counts_as_added_by_others():
    assert not [name for name in NAMES if catalog().is_tracker(name)]
    assert not [name for name in MISTYPED if catalog().is_tracker(name)]
    assert all(key == key.lower() for key in catalog().trackers)


@pytest.mark.parametrize("sign", ["&amp;", "&amp;amp;", "&AMP;", "&Amp;amp;"])
def test_a_link_that_a_mail_has_spoiled_is_read_as_meant(sign):
    query = freeze(scenario(iop_weeks=6, plan="medicare"), TODAY).to_link("https://care.example/")
    spoiled = query.partition("?")[2].replace("&", sign)
    assert opened(spoiled).scenario == scenario(iop_weeks=6, plan="medicare")
    assert opened(spoiled).problems == ()
    assert opened(f"therapy_sessions=10{sign}iop_weeks=6").scenario.iop.weeks == 6


@pytest.mark.parametrize("sign", ["&", "&amp;"])
def test_a_link_of_a_mail_that_was_not_decoded_is_read_as_meant(sign):
    """There "=3D" stands for every "="; where it does for some, these are no values."""
    mine = scenario(iop_weeks=6, plan="medicare", topics="money|time")
    for link in (freeze(mine, TODAY).to_link, freeze(mine, TODAY).to_short_link):
        query = link("https://care.example/").partition("?")[2]
        found = opened(query.replace("=", "=3D").replace("&", sign) + sign)
        assert found.scenario == mine
        assert (found.problems, found.missing) == ((), ())
    assert reasons("iop_weeks=3D6&therapy_sessions=10") == [("iop_weeks", "it is not a number")]


@pytest.mark.parametrize("query", ["iop_weeks=6&amp;", "iop_weeks=6&amp;&amp;", "&amp;iop_weeks=6"])
def test_a_sign_between_parameters_with_none_beside_it_is_nothing(query):
    assert opened(query).problems == ()
    assert opened(query).scenario.iop.weeks == 6


def test_a_name_given_in_both_ways_is_given_twice():
    assert reasons("iop_weeks=5&amp;iop_weeks=6") == [("iop_weeks", "it is given more than once")]


@pytest.mark.parametrize(
    "sign", [".", ",", ")", ").", ">", "%3E", "]", "%22", "%E2%80%9D", "'", "?"]
)
def test_what_stands_behind_a_link_in_a_sentence_is_no_part_of_it(sign):
    mine = scenario(iop_weeks=6, topics="money|time")
    for link in (freeze(mine, TODAY).to_link, freeze(mine, TODAY).to_short_link):
        found = opened(link("https://care.example/").partition("?")[2] + sign)
        assert found.scenario == mine
        assert (found.problems, found.missing) == ((), ())
