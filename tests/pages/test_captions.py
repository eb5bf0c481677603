"""The caption of a chart stands below it, and says what a person typed as it was typed."""

from page_reader import components, opened

from carechoice.language.sentences import say
from carechoice.ui.session.keeping import NAME

CARE = "care.py"


def captions(app):
    """What stands below each chart that is told its caption."""
    paragraphs = [part for chart in components(app, "plot") for part in chart["caption"]]
    return ["".join(parts) for parts in paragraphs]


def texts(app):
    return [part.value for part in app.markdown]


def test_a_caption_comes_with_its_chart_and_is_not_said_twice():
    app = opened(CARE, plain_sliders=False)
    ending = say("filling.caption.end")
    assert [ending in caption for caption in captions(app)].count(True) == 1
    assert not [text for text in texts(app) if ending in text]


def test_with_the_frameworks_own_sliders_it_is_the_pages_own_text():
    app = opened(CARE)
    assert not captions(app)
    assert [text for text in texts(app) if say("filling.caption.end") in text]


def test_the_names_of_options_are_bold_and_nothing_else_is():
    app = opened(CARE, plain_sliders=False)
    (filling,) = (chart for chart in components(app, "plot") if chart["key"] == "filling")
    ((_, therapy, _, iop, _),) = filling["caption"]
    assert (therapy, iop) == ("Therapy", "IOP")


def test_a_name_that_a_person_typed_stands_as_it_was_typed():
    app = opened("share.py", plain_sliders=False)
    app.text_input(NAME).input("**A** [plan](x) for $5")
    next(each for each in app.button if each.label == say("pins.keep")).click().run()
    assert not app.exception
    (caption,) = captions(app)
    assert "**A** [plan](x) for $5" in caption
