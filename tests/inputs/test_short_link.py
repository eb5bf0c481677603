"""The short form of a link: what differs from the start, by two letters an input."""

from datetime import date

import pytest
from scenarios import TODAY, scenario

from carechoice.files.scenario.qr import QUIET_ZONE, qr_on_paper
from carechoice.inputs.changes import after_answer, after_change
from carechoice.inputs.handed_on.link import freeze, open_link, query_pairs, version
from carechoice.inputs.scenario import Scenario

HERE = "https://carechoice.example.org/share"
LATER = date(2027, 6, 1)
# Two inputs of one's own, and the Monday that the page begins with on the tests' day.
SHORT = f"v={version()}&m=2026-11-23&ts=10&iw=6&fd=2026-11-30"


def link(now):
    return freeze(now, TODAY).to_short_link(HERE)


def opened(query, today=LATER):
    return open_link(query_pairs(query), today=today)


def with_a_card_and_a_week():
    """What somebody enters who has the card at hand, works nine to five and drives half an hour."""
    values = scenario(therapy_sessions=10, iop_weeks=6).to_values()
    entered = {
        "deductible_usd": 500.0,
        "oop_max_usd": 6000.0,
        "plan_pays_percent": 70.0,
        "therapy_copay_usd": 40.0,
        "iop_copay_per_day_usd": 75.0,
        "deductible_met_usd": 200.0,
        "start_date": date(2027, 1, 4),
        "topics": ("money", "time"),
        "fixed_hours": "mon-fri:09-17",
        "travel_minutes_per_visit": 30.0,
        "travel_usd_per_visit": 8.0,
    }
    for field, value in entered.items():
        values = after_change({**values, field: value}, field)
    return Scenario.holding(values)


def test_it_holds_the_version_the_day_and_what_differs():
    now = scenario(therapy_sessions=10, iop_weeks=6, start_date="2026-11-30")
    assert link(now) == f"https://carechoice.example.org/?{SHORT}"


def test_a_first_day_of_ours_stays_ours_however_late_it_is_opened():
    assert "start_date" not in opened(SHORT).scenario.given
    assert opened(SHORT).scenario.start_date == date(2026, 11, 30)


def test_what_was_paid_toward_the_other_networks_maximum_says_not_that_there_is_one():
    """A plan without a maximum; it said that nothing was paid toward the other network's."""
    now = scenario(
        oop_max_applies="no",
        other_net_oop_max_applies="no",
        other_net_oop_met_usd=0,
        confirmed="other_net_oop_met_usd:2026-11-23",
        said="oop_max_applies",
    )
    read = opened(link(now).partition("?")[2]).scenario
    assert read.given == now.given
    assert not read.plan.other_network.oop_max_applies


def test_what_the_plan_confirmed_is_named_by_two_letters_with_its_day():
    values = after_answer(
        {**scenario().to_values(), "deductible_usd": 500.0}, "deductible_usd", TODAY
    )
    now = Scenario.holding(values)
    assert "cf=dd:2026-11-23" in link(now)
    assert opened(link(now).partition("?")[2]).scenario == now


def squares(now):
    """How many squares a side of the code has."""
    _, _, box = qr_on_paper(link(now)).svg.partition('viewBox="0 0 ')
    return int(box.split()[0]) - 2 * QUIET_ZONE


def test_a_camera_reads_the_code_from_three_centimetres_of_paper():
    """Version 5 has 37 squares a side, 9 has 53, 10 has 57: a square is above half a millimetre."""
    assert squares(Scenario.default(TODAY)) == 37
    assert squares(with_a_card_and_a_week()) == 53
    assert 30 / 57 > 0.5


def test_a_short_link_that_breaks_off_never_shows_half_a_value():
    whole = opened(SHORT).scenario
    for length in range(SHORT.index("&ts"), len(SHORT)):
        read = opened(SHORT[:length])
        assert read.scenario.therapy.sessions in (whole.therapy.sessions, 18)
        assert read.scenario.iop.weeks in (whole.iop.weeks, 8)
        assert read.missing[-1:] == ("start_date",) or [each.field for each in read.problems] == [
            "start_date"
        ]


@pytest.mark.parametrize("more", ["utm_source=mail", "fbclid=1", "amp;gclid=2"])
def test_what_others_add_on_the_way_is_no_part_of_it(more):
    read = opened(f"{more}&{SHORT}&{more}1")
    assert (read.problems, read.missing) == ((), ())
    assert read.scenario == opened(SHORT).scenario


def test_in_a_long_link_two_letters_stand_for_nothing():
    read = opened("therapy_sessions=10&iw=6&v=1")
    assert [problem.field for problem in read.problems] == ["iw", "v"]
    assert read.scenario.iop.weeks == 8


@pytest.mark.parametrize(
    ("query", "named"),
    [
        (f"{SHORT}&zz=1", ["zz"]),
        (f"{SHORT}&iw=7", ["iop_weeks", "iop_weeks"]),
        (SHORT.replace("iw=6", "iw=99"), ["iop_weeks"]),
        (SHORT.replace("m=2026-11-23", "m=soon"), ["made"]),
        (SHORT.replace("m=2026-11-23", "m=1900-01-01"), []),
        (f"sd=ts%7Czz&{SHORT}", ["said"]),
        (f"cf=zz:2026-11-20&{SHORT}", ["confirmed"]),
    ],
)
def test_what_cannot_be_used_is_named_and_the_rest_counts(query, named):
    read = opened(query)
    assert sorted({problem.field for problem in read.problems}) == sorted(set(named))
    assert read.scenario.therapy.sessions == 10


def test_a_link_made_with_other_data_says_that_the_data_has_changed():
    assert not opened(SHORT).data_changed
    assert opened(SHORT.replace(version(), "2025.01")).data_changed
