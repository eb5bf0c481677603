"""The page "Level of care" (without a browser)."""

import pytest
from page_reader import opened, told, widget
from scenarios import TODAY

from carechoice.comparison.compare import compare
from carechoice.drawing.style import with_text_below
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import crisis_entries
from carechoice.language.sentences import say
from carechoice.topics.care import words as care_words
from carechoice.topics.care.studies import studies
from carechoice.ui.text import plain


def rungs_told(app):
    """The first column of the ladder of care."""
    return list(app.table[0].value.index)


@pytest.mark.parametrize(("hours", "rung"), [(8.5, 1), (9.0, 2), (19.5, 2), (20.0, 3)])
def test_a_slider_moves_the_options_along_the_ladder_of_care(hours, rung):
    app = opened("care.py", start_date="2027-01-04")
    widget(app, "iop_hours_per_week").set_value(hours).run()
    assert not app.exception
    marked = [place for place, cell in enumerate(rungs_told(app)) if "**IOP**" in cell]
    assert marked == [rung]
    assert "**Therapy**" in rungs_told(app)[1]


def test_the_care_page_tells_what_its_charts_show_and_what_is_known():
    app = opened("care.py", start_date="2027-01-04")
    texts, pictures = told(app)
    result = compare(Scenario.from_query({"start_date": "2027-01-04"}, today=TODAY).scenario)
    assert plain(care_words.included_caption(result)) in texts
    assert plain(care_words.filling_caption(result)) in texts
    assert [part["alt"] for part in pictures] == [
        care_words.included_alt(),
        with_text_below(say("filling.alt")),
    ]
    everything = "\n".join(texts)
    for topic in ("options", "stopping", "waiting"):
        for study in studies(topic):
            assert all(plain(line) in everything for line in study)
    for line in (*care_words.neither(), *crisis_entries()):
        assert line in everything
