"""Scenarios kept by name: up to four, side by side, names as typed."""

import pytest
from outside_text import HOSTILE, as_read
from scenarios import scenario

from carechoice.comparison.compare import compare
from carechoice.files.kept import side_by_side
from carechoice.files.kept import words as kept_words
from carechoice.files.kept.chart import kept_chart, kept_table
from carechoice.inputs.handed_on.kept import (
    MOST_CHARACTERS,
    KeptScenario,
    joined,
    joined_or_replaced,
    name_by_difference,
    renamed,
    with_kept,
    without,
    without_step,
)
from carechoice.language.markup import for_chart, for_csv, for_markdown
from carechoice.language.sentences import as_text


def kept(*queries):
    kept = tuple(
        KeptScenario(f"No {n}", scenario(**query)) for n, query in enumerate(queries, start=1)
    )
    return kept_words.compared(kept)


def differences(*queries):
    first, *_, last = kept(*queries)
    return {path: kept_words.apart(last, first, path) for path in last.comparison.options}


def test_four_are_kept_and_no_more():
    kept = ()
    for name in "abcde":
        kept = with_kept(kept, name, scenario())
    assert [each.name for each in kept] == list("abcd")


def test_the_same_name_takes_the_place_of_the_first():
    kept = with_kept(
        with_kept(with_kept((), "a", scenario()), "b", scenario()), "a", scenario(iop_weeks=6)
    )
    assert [(each.name, each.scenario.iop.weeks) for each in kept] == [("a", 6), ("b", 8)]


def test_without_a_name_it_gets_the_next_free_number():
    kept = with_kept(with_kept((), " ", scenario()), "", scenario())
    assert [each.name for each in kept] == ["Scenario 1", "Scenario 2"]
    kept = with_kept(without(kept, "Scenario 1"), "", scenario())
    assert [each.name for each in kept] == ["Scenario 2", "Scenario 1"]


def test_a_name_is_cut_to_what_the_field_takes():
    assert len(with_kept((), "x" * 99, scenario())[0].name) == MOST_CHARACTERS


@pytest.mark.parametrize("end", [" and more", "\u200d\U0001f469", "\n\nmore"])
def test_a_name_that_is_cut_ends_with_a_sign_that_is_seen(end):
    """A name that ends with a blank looks like another and is none."""
    assert with_kept((), "x" * (MOST_CHARACTERS - 1) + end, scenario())[0].name == "x" * 39


def names(*queries):
    """The names of scenarios that are kept one after the other without typing one."""
    kept = ()
    for query in queries:
        name = name_by_difference(kept, scenario(**query), scenario())
        kept = with_kept(kept, name, scenario(**query))
    return [each.name for each in kept]


def test_the_first_is_named_by_what_differs_from_our_starting_values():
    assert names({"therapy_sessions": 10, "iop_weeks": 6}) == ["10 sessions, 6 weeks"]
    assert names({}) == ["Scenario 1"]


def test_the_next_are_named_by_what_differs_from_the_first():
    assert names(
        {"therapy_sessions": 10},
        {"therapy_sessions": 10, "iop_hours_per_week": 12},
        {"therapy_sessions": 18},
    ) == ["10 sessions", "IOP 12 hours", "18 sessions"]


def test_where_no_main_input_differs_the_name_is_a_number():
    assert names({}, {"travel_usd_per_visit": 12}) == ["Scenario 1", "Scenario 2"]
    assert names({}, {"iop_weeks": 6}, {"iop_weeks": 6, "travel_usd_per_visit": 12})[1:] == [
        "6 weeks",
        "Scenario 2",
    ]


def test_a_name_made_of_what_differs_has_as_many_parts_as_there_is_room_for():
    (name,) = names(
        {
            "therapy_hours_per_week": 1.5,
            "therapy_sessions": 100,
            "iop_hours_per_week": 12.5,
            "iop_weeks": 12,
        }
    )
    assert name == "Therapy 1 hour 30 minutes, 100 sessions"
    assert len(name) <= MOST_CHARACTERS


def test_the_same_inputs_are_kept_once():
    assert names({"iop_weeks": 6}, {"iop_weeks": 6}) == ["6 weeks"]
    assert names({"iop_weeks": 6}, {"iop_weeks": 6, "mode": "together"}) == ["6 weeks"]


def test_a_kept_scenario_gets_another_name_and_keeps_its_place():
    kept = with_kept(with_kept((), "a", scenario()), "b", scenario(iop_weeks=6))
    after = renamed(kept, "a", "  Before   work ")
    assert [(each.name, each.scenario.iop.weeks) for each in after] == [
        ("Before work", 8),
        ("b", 6),
    ]


@pytest.mark.parametrize("new", ["", "  ", "b", " b"])
def test_an_empty_name_or_that_of_another_is_not_taken(new):
    kept = with_kept(with_kept((), "a", scenario()), "b", scenario())
    assert renamed(kept, "a", new) == kept


def told_beside(*queries, now):
    columns = side_by_side.beside_now(kept(*queries), compare(scenario(**now)))
    return {label: cells for label, *cells in side_by_side.rows(columns)}


def test_beside_what_is_shown_now_stand_the_inputs_that_differ_and_no_others():
    told = told_beside({}, {"therapy_sessions": 10}, now={"iop_weeks": 6})
    results = [label for label in told if ": " in label]
    assert [label for label in told if label not in results] == [
        "How many sessions",
        "How many weeks",
    ]
    assert told["How many sessions"] == ["18 sessions", "10 sessions", "18 sessions"]
    assert told["How many weeks"] == ["8 weeks", "8 weeks", "6 weeks"]


def test_beside_what_is_shown_now_stand_cost_hours_and_end_of_each_option():
    """18 or 10 copayments of $27; the IOP ends on its last day of week 8."""
    told = told_beside({}, now={"therapy_sessions": 10})
    assert told["Therapy: you pay"] == ["likely $486 to $2,393", "likely $270 to $1,377"]
    assert told["IOP: hours a week"] == ["9 hours", "9 hours"]
    assert told["Therapy: last day"] == ["May 3, 2027", "March 8, 2027"]
    assert list(told)[1:] == [
        "Therapy: you pay",
        "IOP: you pay",
        "Therapy: hours a week",
        "IOP: hours a week",
        "Therapy: last day",
        "IOP: last day",
    ]


def test_a_third_way_that_only_one_of_them_has_is_not_chosen_in_the_others():
    told = told_beside({"third_path": "step_down"}, now={})
    third = next(cells for label, cells in told.items() if label.startswith("IOP, then therapy"))
    assert third[1] == "Not chosen"


def test_an_input_that_does_not_count_in_one_of_them_says_so_there():
    """Without a plan nobody pays a deductible."""
    told = told_beside({"deductible_usd": 500}, now={"plan": "none"})
    row = next(cells for label, cells in told.items() if "eductible" in label)
    assert row[0] == "$500"
    assert "not counted" in row[1]


def test_the_difference_to_the_first_is_told_in_words():
    """Two days at $255 more a week, of which 20% are the patient's: $816 in 8 weeks."""
    limits = {"deductible_usd": 0, "oop_max_usd": 30000}
    terms = {"iop_copay_per_day_usd": 0, "plan_pays_percent": 80, "iop_price_per_day_usd": 255}
    one = limits | terms
    told = differences(one, {**one, "iop_hours_per_week": 20})
    assert told == {
        "therapy": "The same",
        "iop": "$816 more, 11 hours a week more, ends 1 day later",
    }


def test_less_and_sooner_are_told_too():
    """Each of 8 sessions less spares a copayment of $27 and a week."""
    known = {"therapy_copay_usd": 27, "therapy_deductible_applies": "no"}
    told = differences(known, known | {"therapy_sessions": 10})
    assert told["therapy"] == "$216 less, ends 8 weeks sooner"


def test_under_any_plan_a_difference_is_that_of_each_plan_from_itself():
    """Each of 8 sessions less spares a copayment of $27 at least, and at most its price."""
    told = differences({}, {"therapy_sessions": 10})["therapy"]
    assert told == "likely $216 to $1,057 less, ends 8 weeks sooner"


def test_what_each_costs_is_not_subtracted_where_other_plans_are_drawn_for_it():
    told = differences({}, {"plan": "high_deductible", "therapy_sessions": 10})
    assert told["therapy"] == "$486 to $2,393 in the first, ends 8 weeks sooner"


@pytest.mark.parametrize("plan", ["medicare", "high_deductible", "none"])
def test_two_plans_are_never_called_the_same_where_their_costs_are_not(plan):
    told = differences({}, {"plan": plan})["iop"]
    assert told == "$1,460 to $4,666 in the first"


def test_a_difference_is_that_of_the_amounts_beside_it():
    first, last = kept(
        {"therapy_copay_usd": 26.5}, {"therapy_copay_usd": 27.4, "therapy_sessions": 17}
    )
    told = kept_words.apart(last, first, "therapy")
    costs = [row.comparison.options["therapy"].patient_usd.likely for row in (first, last)]
    assert costs == pytest.approx([477, 465.8])
    assert told.startswith("about $11 less")


def test_a_third_way_the_first_does_not_have_is_said():
    assert differences({}, {"third_path": "step_down"})["step_down"] == "Not in the first"


def test_all_bars_stand_on_one_axis_from_zero():
    chart = kept_chart(kept({}, {"iop_weeks": 12}, {"third_path": "step_up"}))
    assert chart.figure["layout"]["xaxis"]["range"][0] == 0
    bars = [each for each in chart.figure["data"] if each["type"] == "bar" and each["y"] != [None]]
    assert len({bar["width"] for bar in bars}) == 1
    places = list(dict.fromkeys(bar["y"][0] for bar in bars))
    assert len(places) == 2 + 2 + 3
    assert places == sorted(places, reverse=True)
    bottom, top = chart.figure["layout"]["yaxis"]["range"]
    assert all(bottom < place < top for place in places)


def test_where_nothing_is_paid_the_axis_ends_where_that_of_other_charts_does():
    """An axis that is a dollar long would have marks that are the same in whole dollars."""
    chart = kept_chart(kept({"plan": "masshealth"}))
    assert chart.figure["layout"]["xaxis"]["range"] == [0, 100]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_told_as_typed_in_the_chart_and_its_text(name):
    rows = kept_words.compared((KeptScenario(name, scenario()),))
    chart = kept_chart(rows)
    labels = [each["text"] for each in chart.figure["layout"]["annotations"]]
    assert f"<b>{for_chart(name)}</b>" in labels
    assert name in chart.alt
    assert for_markdown(name) in chart.caption


@pytest.mark.parametrize("name", HOSTILE)
def test_markdown_of_a_name_has_no_mark_that_is_not_escaped(name):
    shown = for_markdown(name)
    read = as_read(shown).replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")
    assert read == name
    for mark in "*_`<>[]#|~:":
        assert all(shown[at - 1] == "\\" for at, sign in enumerate(shown) if sign == mark)


@pytest.mark.parametrize("name", HOSTILE)
def test_markdown_read_as_text_has_a_name_as_it_was_typed_and_no_mark_of_ours(name):
    assert as_read(as_text(f"**Kept:** {for_markdown(name)}.")) == f"Kept: {name}."


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_csv_file_starts_as_a_formula(start):
    assert for_csv(f"{start}1") == f"'{start}1"
    rows = kept_words.compared((KeptScenario(f"{start}1", scenario()),))
    text = kept_table(rows).to_csv().decode("utf-8-sig")
    assert f"\r\n{start}" not in text
    assert f"'{start}1" in text


def test_ordinary_text_and_numbers_stay_as_they_are():
    assert for_csv("Therapy") == "Therapy"
    assert for_csv("") == ""


AS_IT_IS, SHORTER, LONGER = (
    KeptScenario(name, scenario(iop_weeks=weeks)) for name, weeks in (("A", 8), ("B", 6), ("C", 10))
)


def test_kept_scenarios_joined_to_others_stand_behind_them_and_none_twice():
    assert joined((AS_IT_IS, SHORTER), (SHORTER, LONGER)) == (AS_IT_IS, SHORTER, LONGER)


def test_one_whose_name_another_has_gets_a_number_behind_it():
    long = "x" * MOST_CHARACTERS
    kept = tuple(KeptScenario(long, scenario(iop_weeks=weeks)) for weeks in (5, 6, 7))
    names = [each.name for each in joined(kept[:1], kept[1:])]
    assert names == [long, f"{long[:-4]} (2)", f"{long[:-4]} (3)"]


def test_of_more_than_there_are_places_for_the_first_ones_are_joined():
    many = tuple(KeptScenario(f"No {weeks}", scenario(iop_weeks=weeks)) for weeks in range(2, 8))
    assert joined((AS_IT_IS,), many) == (AS_IT_IS, *many[:3])


def test_those_of_a_link_stand_beside_those_of_a_tab_where_all_have_a_place():
    assert joined_or_replaced((AS_IT_IS, SHORTER), (SHORTER, LONGER)) == (AS_IT_IS, SHORTER, LONGER)
    assert joined_or_replaced((AS_IT_IS,), ()) == (AS_IT_IS,)
    assert joined_or_replaced((), (LONGER,)) == (LONGER,)


def test_those_of_a_link_stand_alone_where_not_all_have_a_place_beside_the_others():
    sent = tuple(KeptScenario(f"No {weeks}", scenario(iop_weeks=weeks)) for weeks in range(2, 6))
    assert joined_or_replaced((AS_IT_IS,), sent) == sent


@pytest.mark.parametrize(
    ("before", "after", "now", "back"),
    [
        # One was let go; since then nothing, another one kept, or the rest let go.
        ((AS_IT_IS, SHORTER), (SHORTER,), (SHORTER,), (AS_IT_IS, SHORTER)),
        ((AS_IT_IS, SHORTER), (SHORTER,), (SHORTER, LONGER), (AS_IT_IS, SHORTER, LONGER)),
        ((AS_IT_IS, SHORTER), (SHORTER,), (), (AS_IT_IS,)),
        # One came; since then it has another name.
        ((AS_IT_IS,), (AS_IT_IS, SHORTER), (AS_IT_IS, SHORTER), (AS_IT_IS,)),
        (
            (AS_IT_IS,),
            (AS_IT_IS, SHORTER),
            (AS_IT_IS, KeptScenario("Mine", SHORTER.scenario)),
            (AS_IT_IS, KeptScenario("Mine", SHORTER.scenario)),
        ),
    ],
)
def test_without_a_step_what_was_kept_or_let_go_since_stays_so(before, after, now, back):
    assert without_step(before, after, now) == back
