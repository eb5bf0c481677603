"""The slides of kept scenarios read back: their names, what differs, what follows, each of them."""

import pytest
from files.read_back import cells, deck, words_on
from scenarios import TODAY, scenario

from carechoice.comparison import words
from carechoice.files.kept.words import compared
from carechoice.files.slides.kept import slides_of
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.link import freeze
from carechoice.language.everywhere import crisis_line
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say

HOSTILE = '=1+1 **b** $5 <i>x</i> :smile: "q"'
SIX_WEEKS = KeptScenario("Six weeks", scenario(iop_weeks=6))
EIGHT_WEEKS = KeptScenario(HOSTILE, scenario(iop_weeks=8))
OWN_MONEY = KeptScenario("Without insurance", scenario(plan="none", therapy_sessions=40))
MEDICARE = KeptScenario("Medicare", scenario(plan="medicare", third_path="step_down"))
ALL = (SIX_WEEKS, EIGHT_WEEKS, OWN_MONEY, MEDICARE)
# Answer, time, cost, months, level, and how sure it is.
OF_EACH = 6


def links(kept):
    return {
        each.name: freeze(each.scenario, TODAY).to_short_link("https://care.example.org/")
        for each in kept
    }


def made(*kept):
    return [*deck(slides_of(kept, page_address="https://care.example.org/", today=TODAY)).slides]


def titled(slides, title):
    return [slide for slide in slides if slide.shapes.title.text.startswith(title)]


def table_on(slide):
    (table,) = (cells(shape) for shape in slide.shapes if shape.has_table)
    return table


def test_two_scenarios_that_differ_in_one_input_are_told_by_it_and_by_what_follows():
    slides = made(SIX_WEEKS, EIGHT_WEEKS)
    assert f"Six weeks {HOSTILE}" in " ".join(words_on(slides[0]).split())
    assert table_on(slides[1]) == [
        ["What differs", "Six weeks", HOSTILE],
        ["How many weeks", "6 weeks", "8 weeks"],
    ]
    (follows,) = titled(slides, say("deck.kept.results"))
    rows = {first: told for first, *told in table_on(follows)}
    assert rows["IOP: last day"] == ["February 11, 2027", "February 25, 2027"]
    assert rows["IOP: hours a week"] == ["9 hours", "9 hours"]
    options = [row.comparison.options["iop"] for row in compared((SIX_WEEKS, EIGHT_WEEKS))]
    assert rows["IOP: you pay"] == [without_marks(words.cost(option)) for option in options]


def test_each_has_its_slides_with_its_name_above_their_titles():
    slides = made(*ALL)
    for each in ALL:
        own = titled(slides, each.name)
        assert len(own) == OF_EACH
        assert own[0].shapes.title.text.splitlines() == [each.name, say("export.answer")]
        (row,) = compared([each])
        for option in row.comparison.options.values():
            assert without_marks(words.cost(option)) in words_on(own[0])
    titles = [slide.shapes.title.text for slide in slides]
    assert len(titles) == len(set(titles))


def test_many_differences_go_on_over_slides_that_each_begin_with_the_names():
    parts = titled(made(*ALL), say("deck.kept.inputs"))
    assert len(parts) == 2
    for slide in parts:
        assert table_on(slide)[0] == [say("pins.what"), *(each.name for each in ALL)]
    # Neither part is a row or two that did not fit on the other.
    long, short = sorted((len(table_on(slide)) for slide in parts), reverse=True)
    assert short > long // 2
    told = [row[0] for slide in parts for row in table_on(slide)[1:]]
    assert len(told) == len(set(told))
    assert {"How many weeks", "How many sessions", "How the bill is paid"} <= set(told)


def test_the_link_of_each_stands_below_its_name_and_as_a_code():
    (slide,) = titled(made(*ALL), say("deck.kept.links"))
    found = {
        run.text: run.hyperlink.address
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    }
    assert found == links(ALL)
    codes = [shape._element.xpath(".//p:cNvPr/@descr") for shape in slide.shapes]
    assert [text for (text,) in filter(None, codes)] == [
        say("deck.kept.qr.alt", name=each.name) for each in ALL
    ]


def test_scenarios_with_the_same_inputs_are_said_to_have_the_same():
    again = KeptScenario("Again", SIX_WEEKS.scenario)
    (slide,) = titled(made(SIX_WEEKS, again), say("deck.kept.inputs"))
    assert say("deck.kept.same") in words_on(slide)


@pytest.mark.parametrize("kept", [ALL[:2], ALL], ids=["two", "four"])
def test_every_slide_has_the_crisis_line(kept):
    for slide in made(*kept):
        assert without_marks(crisis_line()) in words_on(slide)
        assert say("footer.estimate") in slide.notes_slide.notes_text_frame.text


def sources_on(slide):
    return [
        paragraph.text
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        if paragraph._p.pPr is not None and paragraph._p.pPr.get("marL")
    ]


def test_a_source_of_several_scenarios_stands_once():
    slides = titled(made(*ALL), say("sources.list"))
    told = [source for slide in slides for source in sources_on(slide)]
    assert len(told) > 18
    assert all(len(sources_on(slide)) > len(told) // 3 for slide in slides)
    assert len(told) == len(set(told))
