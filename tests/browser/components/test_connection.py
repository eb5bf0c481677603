"""What is said of the line to the server, and of what went with it."""

from playwright.sync_api import expect

from carechoice.language.sentences import say
from carechoice.ui.component import STATUS

CONNECTED = '<div data-testid="stApp" data-test-connection-state="CONNECTED"></div>'
SENTENCES = {name: say(f"connection.{name}") for name in ("lost", "back", "gone")}
IS_TOLD = "() => document.dispatchEvent(new CustomEvent('press-is-gone'))"
LONG_ENOUGH_TO_READ_MS = 20_000


def test_that_a_press_could_not_be_done_is_said_until_something_else_is_done(
    at_desk,
):
    """However long that takes (WCAG 2.2, 2.2.1); not by the press of who has not read it yet."""
    at_desk.page.clock.install()
    page = at_desk.open_part("connection", STATUS, SENTENCES, CONNECTED).page
    page.evaluate(IS_TOLD)
    status = page.get_by_role("status")
    expect(status).to_have_text(say("connection.gone"))
    page.clock.fast_forward(LONG_ENOUGH_TO_READ_MS // 2)
    expect(status).to_have_text(say("connection.gone"))
    page.mouse.click(1, 1)
    expect(status).to_have_text(say("connection.gone"))
    page.clock.fast_forward(1000 * LONG_ENOUGH_TO_READ_MS)
    expect(status).to_have_text(say("connection.gone"))
    page.mouse.click(1, 1)
    expect(status).to_be_empty()
