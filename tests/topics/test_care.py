"""The level of care in words and charts, with figures worked by hand."""

import csv
import io

import pytest
from scenarios import comparison

from carechoice.catalog.in_use import catalog
from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.levels import inclusion, services_of, treatment_levels
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.language.formats import of_100, rest_of_100
from carechoice.topics.care import words as care_words
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.included import included_chart
from carechoice.topics.care.studies import finding, studies


def standing(**inputs):
    """The rung of each option on the ladder, counted from prevention = 0."""
    rungs = care_words.ladder(comparison(**inputs))
    return {pathway: place for place, rung in enumerate(rungs) for pathway in rung.marks}


@pytest.mark.parametrize(
    ("hours", "rung"), [(8, 1), (8.5, 1), (9, 2), (19, 2), (19.5, 2), (20, 3), (30, 3)]
)
def test_the_iop_stands_on_the_rung_of_its_hours(hours, rung):
    assert standing(iop_hours_per_week=hours) == {"therapy": 1, "iop": rung}


def test_the_ladder_goes_from_prevention_to_inpatient_care():
    names = [rung.name for rung in care_words.ladder(comparison())]
    assert names[0] == "Prevention and early help: no set hours"
    assert names[1] == "Outpatient care: less than 9 hours a week"
    assert names[3] == "Partial hospitalization: 20 hours a week or more"
    assert names[-1] == "Inpatient care: day and night"
    assert len(names) == 6


def test_outpatient_care_is_told_as_the_treatment_with_the_fewest_hours():
    """It stands second of six rungs: prevention, the first, is no treatment."""
    told = level_caption(comparison())
    assert "outpatient care, the level of treatment with the fewest hours." in told
    outpatient, *others = treatment_levels()
    assert outpatient.key == "outpatient"
    least = [level.minimum_hours_per_week for level in others if not level.around_the_clock]
    assert min(least) == outpatient.below_hours_per_week == 9


def test_every_rung_says_where_it_is_and_who_it_is_for():
    assert all(rung.setting and rung.who_for for rung in care_words.ladder(comparison()))


def test_prevention_is_no_treatment_and_no_level_by_hours():
    assert [level.key for level in treatment_levels()] == [
        "outpatient",
        "iop",
        "php",
        "residential",
        "inpatient",
    ]


def test_a_service_is_a_part_in_some_places_or_not_named():
    iop = catalog().levels["iop"]
    assert inclusion(iop, "group") == "part"
    assert inclusion(iop, "family") == "some"
    assert inclusion(iop, "around_the_clock") == "none"


def test_only_residential_and_inpatient_care_are_there_around_the_clock():
    there = [
        level.key
        for level in catalog().levels.values()
        if inclusion(level, "around_the_clock") == "part"
    ]
    assert there == ["residential", "inpatient"]
    assert all(catalog().levels[key].around_the_clock for key in there)


def test_no_service_is_a_part_of_a_level_and_in_some_places_only():
    for level in catalog().levels.values():
        assert not set(level.includes) & set(level.may_include)


def squares(chart):
    """(level, service) of each full and each open square, by their place in the files."""
    levels, services = list(catalog().levels), list(catalog().services)
    found = {}
    for trace in chart.figure["data"][:2]:
        places = zip(trace["x"], trace["y"], strict=True)
        found[trace["marker"]["symbol"]] = {
            (levels[x], services[round(-y - 0.27)]) for x, y in places
        }
    return found


def test_the_chart_has_a_full_square_for_a_part_and_an_open_one_for_some_places():
    found = squares(included_chart(comparison()))
    for level in catalog().levels.values():
        for service in catalog().services:
            how = inclusion(level, service)
            assert ((level.key, service) in found["square"]) == (how == "part")
            assert ((level.key, service) in found["square-open"]) == (how == "some")


def frames(**inputs):
    """From where to where each option's column is coloured, the same in each row."""
    shapes = included_chart(comparison(**inputs)).figure["layout"]["shapes"]
    return dict.fromkeys((each["x0"], each["x1"]) for each in shapes if each["type"] == "rect")


@pytest.mark.parametrize(("hours", "column"), [(9, 2), (20, 3)])
def test_the_frames_stand_around_the_options_columns(hours, column):
    therapy, iop = frames(iop_hours_per_week=hours)
    assert therapy[0] < 1 < therapy[1]
    assert iop[0] < column < iop[1]


def test_names_of_levels_stand_upright_before_they_touch():
    """They are turned where they would overlap, and the gap around each line counts as its part."""
    names = included_chart(comparison()).figure["layout"]["xaxis"]["ticktext"]
    assert "\xa0\xa0Partial\xa0\xa0<br>\xa0\xa0hospital\xa0\xa0" in names
    lines = [line for name in names for line in name.split("<br>")]
    assert all(line == f"\xa0\xa0{line.strip()}\xa0\xa0" for line in lines)


@pytest.mark.parametrize("hours", [8, 9, 20])
def test_both_frames_have_the_same_size_and_do_not_overlap(hours):
    (left, middle), (start, right) = frames(iop_hours_per_week=hours)
    assert middle - left == pytest.approx(right - start)
    assert middle <= start


def test_the_file_of_the_chart_has_a_column_for_each_kind_of_care():
    table = included_chart(comparison()).table
    assert table.header() == ["Level", "Part of it", "In some places"]
    rows = list(csv.DictReader(io.StringIO(table.to_csv().decode("utf-8-sig"))))
    iop = rows[2]
    assert iop["Group therapy"] == "part of it"
    assert iop["Family sessions"] == "in some places"
    assert iop["Care around the clock"] == "not named"


def test_the_words_follow_the_hours_over_the_thresholds():
    assert "stands on the level “Outpatient”" in care_words.included_caption(
        comparison(iop_hours_per_week=8)
    )
    assert "The **IOP**, at 20 hours a week, stands on the level “Partial hospitalization”" in (
        care_words.included_caption(comparison(iop_hours_per_week=20))
    )


def test_both_options_on_one_level_are_said_to_be():
    same = "same level"
    assert same in care_words.included_caption(comparison(iop_hours_per_week=8))
    assert same not in care_words.included_caption(comparison())


def test_twelve_hours_of_iop_are_split_one_to_six_to_two():
    """9 parts: 8 h group, 2 h 40 min skills, 1 h 20 min one-to-one, to a quarter of an hour."""
    table = filling_chart(comparison(iop_hours_per_week=12)).table
    split = {row[0]: row[2] for row in table.rows}
    assert split == {
        "One-to-one therapy": 1.25,
        "Group therapy": 8,
        "Skills and education": 2.75,
        "In all": 12,
    }
    # Shown to the quarter of an hour.
    assert [row[2] for row in table.shown()] == [
        "1 hour 15 minutes",
        "8 hours",
        "2 hours 45 minutes",
        "12 hours",
    ]


def test_all_hours_of_therapy_are_one_to_one():
    table = filling_chart(comparison(therapy_hours_per_week=1.5)).table
    assert [row[1] for row in table.rows] == [1.5, 0, 0, 1.5]


def test_the_bars_of_the_hours_are_the_tables_numbers_on_one_axis_from_zero():
    chart = filling_chart(comparison(iop_hours_per_week=12))
    for column, bars in enumerate(chart.figure["data"], start=1):
        assert bars["x"] == [row[column] for row in chart.table.rows[:-1]]
    low, high = chart.figure["layout"]["xaxis"]["range"]
    assert low == 0
    assert high > 8


def test_bars_of_both_options_are_told_apart_by_colour_and_by_pattern():
    markers = [bars["marker"] for bars in filling_chart(comparison()).figure["data"]]
    assert len({marker["color"] for marker in markers}) == 2
    assert len({marker["pattern"]["shape"] for marker in markers}) == 2
    assert len({marker["pattern"]["solidity"] for marker in markers}) == 1


@pytest.mark.parametrize("make", [included_chart, filling_chart])
def test_the_charts_have_all_that_stands_around_them(make):
    chart = make(comparison())
    assert all((chart.title, chart.caption, chart.alt, chart.table))
    told = f"{chart.alt} {chart.caption}"
    assert "herapy" in told
    assert "IOP" in told
    assert not set("*\n") & set(chart.alt)
    assert {len(row) for row in chart.table.rows} == {len(chart.table.columns)}


@pytest.mark.parametrize(
    ("percent", "people", "rest"), [(19.7, 20, 80), (23, 23, 77), (0.5, 1, 99), (53, 53, 47)]
)
def test_a_share_is_told_as_people_of_100(percent, people, rest):
    assert of_100(percent) == f"about {people} of 100 people"
    assert rest_of_100(percent) == f"{rest} of 100"


def test_the_studies_shares_are_told_in_both_ways():
    assert "about 20 of 100 people stopped before the end; the other 80 of 100 did not" in (
        finding(catalog().research["swift_2012"])
    )
    untreated = finding(catalog().research["whiteford_2013"])
    assert "After 3 months about 23 of 100 people" in untreated
    assert "77 of 100 still did" in untreated
    assert "After 12 months it was about 53 of 100 people" in untreated


def test_every_study_says_who_what_how_long_how_and_where_it_stands():
    told = [study for topic in ("options", "stopping", "waiting") for study in studies(topic)]
    assert len(told) == len(catalog().research)
    for title, people, found, kind in told:
        assert title.startswith("**")
        assert "Who: " in people
        assert "Compared: " in people
        assert found.startswith("Found: ")
        assert "How long: " in kind
        assert "Kind of study: " in kind
        assert "](http" in kind


def test_the_trial_of_447_people_is_told_with_who_they_were():
    (trial,) = (study for study in studies("options") if "447" in study[1])
    assert "Cocaine dependence" in trial[0]
    assert "no significant difference" in trial[2]


def test_who_neither_option_is_right_for_names_the_next_step():
    told = " ".join(care_words.neither())
    assert "residential or inpatient care" in told
    assert "[988](tel:988)" in care_words.waiting_end()
    assert "[911](tel:911)" in care_words.waiting_end()


def test_each_question_about_the_options_is_answered_for_both():
    assert len(care_words.aspects()) >= 6
    assert all(len(row) == 1 + len(PATHWAYS) and all(row) for row in care_words.aspects())


def test_services_are_told_in_the_order_of_their_file():
    assert services_of(catalog().levels["outpatient"], "some")[:2] == ["group", "family"]


def test_of_a_level_that_names_no_service_it_is_said():
    """A centre may add a level without saying what it has."""
    bare = catalog().levels["iop"].model_copy(update={"includes": (), "may_include": ()})
    assert care_words.included_text(bare) == "Part of it: nothing is named."


@pytest.mark.parametrize("iop_hours", [9, 5])
def test_no_name_of_a_kind_of_care_lies_on_an_options_colour(iop_hours):
    """At 5 hours both options stand on one level, and each has half of its column."""
    shape = included_chart(comparison(iop_hours_per_week=iop_hours)).figure["layout"]
    filled = [each for each in shape["shapes"] if each["type"] == "rect"]
    # A row of squares is coloured for each option, and the name begins where the colour ends.
    assert len(filled) == len(PATHWAYS) * len(catalog().services)
    for name in shape["annotations"]:
        assert name["yanchor"] == "bottom"
        assert all(each["y1"] <= name["y"] or each["y0"] >= name["y"] + 0.45 for each in filled)
