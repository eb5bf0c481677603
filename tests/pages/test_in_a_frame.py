"""A page that another site shows in a frame (without a browser)."""

import pytest
from page_reader import PAGES, components, opened, read, told

from carechoice.language.everywhere import crisis_line, footer
from carechoice.language.sentences import say
from carechoice.ui import pages


def links(app):
    """The links of the page to other pages of ours."""
    return [link.proto.label for link in app.get("page_link")]


@pytest.mark.parametrize("page", PAGES)
def test_it_has_the_crisis_line_and_who_may_sell_and_no_list_of_pages(page):
    app = opened(page, shown="framed")
    texts, _ = told(app)
    assert crisis_line() in texts
    assert footer()[2] in "\n".join(texts)
    assert say("footer.interest") in "\n".join(texts)
    assert "#pages" not in "\n".join(texts)
    names = [pages.name(key) for key in pages.PAGES]
    assert names == [label for label in links(read(page)) if label in names][: len(names)]
    assert links(app) == links(read(page))[len(names) :]


def test_its_address_stays_that_of_a_frame_and_the_link_out_is_not():
    app = opened(shown="framed", iop_weeks="6", plain_sliders=False)
    (address,) = components(app, "address")
    assert ["shown", "framed"] in address["query"]
    (out,) = [text for text in told(app)[0] if say("framed.whole") in text]
    assert "iop_weeks=6" in out
    assert "framed" not in out.replace(say("framed.whole"), "")


def test_for_the_next_person_it_stays_in_its_frame():
    app = opened(shown="framed", plain_sliders=False)
    (new,) = [each for each in app.button if each.label == say("fresh.new.explore")]
    new.click().run()
    (address,) = components(app, "address")
    assert ["shown", "framed"] in address["query"]
