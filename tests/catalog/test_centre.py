"""A centre's name and colours: what loads, and what is refused with the place and the way out."""

from dataclasses import replace

import pytest

from carechoice.catalog.centre.centre import LONGEST_NAME, Centre, contrast
from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load, served
from carechoice.language.everywhere import footer, shown_by
from carechoice.language.markup import for_markdown
from carechoice.language.sentences import say

HEADER = "name,color,text_color\n"


def loaded(folder, line, header=HEADER):
    (folder / "centre.csv").write_text(header + line, encoding="utf-8")
    return load([folder, DEFAULT_FOLDER]).centre


def problems_of(folder, line, header=HEADER):
    with pytest.raises(BadDataError) as caught:
        loaded(folder, line, header)
    return caught.value.problems


def test_as_shipped_there_is_no_name_and_no_colour():
    assert load([DEFAULT_FOLDER]).centre == Centre()
    assert shown_by() == []
    assert "Shown by" not in "".join(footer())


def test_a_name_and_a_colour_load(tmp_path):
    centre = loaded(tmp_path, "Our house,#5b2a86,\n")
    assert centre == Centre(name="Our house", color="#5B2A86", text_color="#FFFFFF")


def test_a_light_colour_takes_dark_words(tmp_path):
    assert loaded(tmp_path, ",#F2C14E,#222222\n").text_color == "#222222"


def test_black_on_white_is_21_to_1_and_a_mid_grey_just_enough():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize(
    ("line", "place", "said"),
    [
        ("x,teal,\n", "centre.csv, row 2, column color:", "'teal' is not a color. Write # and six"),
        ("x,#12345,\n", "centre.csv, row 2, column color:", "such as #1F5558"),
        ("x,#1F5558,#GGGGGG\n", "centre.csv, row 2, column text_color:", "is not a color"),
        ("x,#777777,\n", "centre.csv, row 2, columns color, text_color:", "a contrast of 4.48:1"),
        ("x,#F2C14E,\n", "centre.csv, row 2, columns color, text_color:", "Choose a darker color"),
        (
            "x" * 61 + ",,\n",
            "centre.csv, row 2, column name:",
            "has 61 characters. Shorten it to 60",
        ),
        ('"two\nlines",,\n', "centre.csv, row 2, column name:", "a line break"),
        ("x,,\ny,,\n", "centre.csv, row 3:", "there is one centre. Remove the row."),
    ],
)
def test_what_cannot_be_used_is_named_with_file_row_and_column(tmp_path, line, place, said):
    problem = problems_of(tmp_path, line)[0]
    assert problem.startswith(place)
    assert said in problem


def test_a_column_we_do_not_know_is_named(tmp_path):
    (problem,) = problems_of(tmp_path, "x,y\n", "name,colour\n")
    assert problem.startswith("centre.csv, row 2, column colour:")


@pytest.mark.parametrize(
    "name", ["=1+1", "**b** $5 <i>x</i> :smile: {x}", "日本 🎉 👩‍⚕️", "x" * LONGEST_NAME]
)
def test_the_foot_of_a_page_shows_any_name_as_typed(name):
    with using(replace(catalog(), centre=Centre(name=name))):
        line = footer()[2]
    assert line == f"Shown by {for_markdown(name)}. {say('footer.interest')}"


def test_a_folder_of_the_centre_may_hold_this_file_alone(monkeypatch, tmp_path):
    (tmp_path / "centre.csv").write_text(f"{HEADER}Our house,,\n", encoding="utf-8")
    monkeypatch.setenv("CARECHOICE_DATA", str(tmp_path))
    own = served()
    assert own.centre.name == "Our house"
    assert own.plans.keys() == catalog().plans.keys()
