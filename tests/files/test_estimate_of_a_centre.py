"""What a good faith estimate takes of a centre: its name, the numbers of a site, its charges."""

from dataclasses import replace

import pypdfium2
import pytest
from centre_tables import SITES, loaded
from read_back import text_of_docx
from scenarios import TODAY, comparison

from carechoice.catalog.centre.centre import Centre
from carechoice.catalog.in_use import catalog, using
from carechoice.files.estimate.estimate_files import on_paper, to_fill_in


def test_a_centres_name_stands_where_the_provider_is_named():
    with using(replace(catalog(), centre=Centre(name="Our house"))):
        text = text_of_docx(to_fill_in(comparison(network="self_pay"), "therapy", TODAY))
    assert "Name of the provider or facility: Our house" in text


def test_on_paper_the_centres_name_stands_above_the_title_and_clear_of_it():
    with using(replace(catalog(), centre=Centre(name="Harbor"))):
        paper = on_paper(comparison(network="self_pay"), "iop", TODAY)
    page = pypdfium2.PdfDocument(paper)[0].get_textpage()
    text = page.get_text_range()
    name, title = (text.index(beginning) for beginning in ("Harbor", "Good faith"))
    _, foot_of_name, _, _ = page.get_charbox(name)
    _, _, _, head_of_title = page.get_charbox(title)
    assert foot_of_name > head_of_title + 2


def test_the_numbers_of_a_centres_only_site_are_filled_in_and_of_several_none(tmp_path):
    of_two = loaded(tmp_path / "two")
    of_one = replace(of_two, own=replace(of_two.own, sites={"north": of_two.own.sites["north"]}))
    with using(of_one):
        text = text_of_docx(to_fill_in(comparison(network="self_pay"), "therapy", TODAY))
    for part in (
        "Name of the provider or facility: North",
        "National Provider Identifier (NPI): 1234567893",
        "Taxpayer Identification Number (TIN): 12-3456789",
        "Place and state where the care is given: 1 First St, MA",
    ):
        assert part in text
    with using(of_two):
        assert "1234567893" not in text_of_docx(
            to_fill_in(comparison(network="self_pay"), "iop", TODAY)
        )


def test_of_several_sites_that_of_the_picked_program_is_filled_in_for_it_alone(tmp_path):
    """The day program is at North, which has numbers; where therapy is nobody has said."""
    with using(loaded(tmp_path / "two")):
        day, evening = (
            comparison(program=f"{each}_program", network="self_pay") for each in ("day", "evening")
        )
        of_program = text_of_docx(to_fill_in(day, "iop", TODAY))
        of_therapy = text_of_docx(to_fill_in(day, "therapy", TODAY))
        elsewhere = text_of_docx(to_fill_in(evening, "iop", TODAY))
    for part in (
        "National Provider Identifier (NPI): 1234567893",
        "Place and state where the care is given: 1 First St, MA",
    ):
        assert part in of_program
        assert part not in of_therapy
        assert part not in elsewhere
    assert "Name of the provider or facility: South" in elsewhere


@pytest.mark.parametrize(
    ("state", "place"), [("MA", "Online, 2 Second St, MA"), ("", "Online, 2 Second St")]
)
def test_the_place_of_a_program_that_is_online_is_said_to_be(tmp_path, state, place):
    """The evening program is online from South; the day program is at North."""
    sites = SITES.replace("South,,,,", f"South,2 Second St,{state},,")
    with using(loaded(tmp_path / "own", sites=sites)):
        day, evening = (
            text_of_docx(to_fill_in(comparison(program=key, network="self_pay"), "iop", TODAY))
            for key in ("day_program", "evening_program")
        )
    assert f"Place and state where the care is given: {place}" in evening
    assert "Online" not in day


@pytest.mark.parametrize("beside", [{"third_path": "program_{}"}, {"fourth_path": "also_{}"}])
def test_a_program_beside_the_picked_one_has_the_numbers_of_its_own_site(tmp_path, beside):
    """The day program is at North, the evening program at South, which has no numbers."""
    with using(loaded(tmp_path / "two")):
        for picked, other, number in (("day", "evening", False), ("evening", "day", True)):
            ways = {field: way.format(f"{other}_program") for field, way in beside.items()}
            result = comparison(program=f"{picked}_program", network="self_pay", **ways)
            text = text_of_docx(to_fill_in(result, list(result.options)[-1], TODAY))
            assert text.startswith(f"Good faith estimate {other.title()} program, paid")
            assert ("(NPI): 1234567893" in text) is number
            picked_one = text_of_docx(to_fill_in(result, "iop", TODAY))
            assert picked_one.startswith(f"Good faith estimate {picked.title()} program, paid")
            assert ("(NPI): 1234567893" in picked_one) is not number


def test_a_charge_that_the_centre_states_is_not_said_to_be_a_usual_fee(tmp_path):
    """The centre asks $400 a day and $180 a session of an hour; of 30 minutes it says nothing."""
    with using(loaded(tmp_path / "two")):
        stated = comparison(program="day_program", network="self_pay", third_path="step_down")
        text = text_of_docx(to_fill_in(stated, "step_down", TODAY))
        assert "$400 $9,600" in text
        assert "90837 8 $180 $1,440" in text
        assert "usual fee" not in text
        short = comparison(network="self_pay", therapy_session_minutes=30)
        assert "usual fee" in text_of_docx(to_fill_in(short, "therapy", TODAY))
