"""What goes on in a part of a page is seen, and spoken once, however often the page is drawn."""

from playwright.sync_api import expect
from test_undo_line import COUNTS_WHAT_IS_SPOKEN

from carechoice.language.sentences import say
from carechoice.ui.component import STATUS


def test_what_goes_on_is_spoken_once_and_nothing_where_there_is_nothing(at_desk):
    page = at_desk.open_part("status_line", STATUS, {"sentence": ""}, "").page
    page.evaluate(COUNTS_WHAT_IS_SPOKEN)
    being_read, is_read = say("papers.being_read"), say("papers.is_read")
    for sentence in ("", being_read, being_read, is_read, is_read):
        page.evaluate("(sentence) => draw({ sentence })", sentence)
        expect(page.get_by_role("status")).to_have_text(sentence)
    assert page.evaluate("spoken") == [being_read, is_read]
