"""A button that cannot be pressed yet still says what it is for."""

import pytest
from playwright.sync_api import expect
from visitor import START

from carechoice.catalog.centre.centre import contrast
from carechoice.language.sentences import say

# The words of each button that cannot be pressed, with their colour and that of the page.
WORDS = """
() => {
  const page = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
  return Array.from(document.querySelectorAll("button:disabled p"))
    .filter((part) => part.checkVisibility())
    .map((part) => [part.textContent, getComputedStyle(part).color, page]);
}
"""
PALEST = 4.5


def hexadecimal(color):
    """A colour as the browser computes it, rgb(108, 111, 115), in the form of the centre's."""
    return "#" + "".join(f"{int(part):02X}" for part in color[4:-1].split(","))


def papers_read(visitor):
    visitor.unfold(visitor.fold(say("papers.fold")))
    visitor.main.get_by_label(say("papers.paste")).fill("Therapy: $35 copay")
    visitor.main.get_by_text(say("papers.place.elsewhere"), exact=True).click()
    visitor.main.get_by_role("button", name=say("papers.read")).press("Enter")
    expect(visitor.main.get_by_role("button", name=say("papers.use"))).to_be_disabled()


def hours_unfolded(visitor):
    visitor.unfold(visitor.fold(say("week.edit")))
    expect(visitor.main.get_by_role("button", name=say("week.edit.mark"))).to_be_disabled()


@pytest.mark.by_night
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("path", "do", "label"),
    [("/bill", papers_read, "papers.use"), ("/week", hours_unfolded, "week.edit.mark")],
)
def test_the_words_of_a_button_that_cannot_be_pressed_are_read(tab, scheme, path, do, label):
    visitor = tab(scheme=scheme).open(path, START)
    do(visitor)
    visitor.settled().still()
    words = {text: (ink, page) for text, ink, page in visitor.page.evaluate(WORDS)}
    assert say(label) in words
    for text, (ink, page) in words.items():
        assert contrast(hexadecimal(ink), hexadecimal(page)) >= PALEST, text


@pytest.mark.by_night
def test_with_forced_colours_they_have_the_colour_of_what_cannot_be_pressed(tab):
    visitor = tab()
    visitor.page.emulate_media(forced_colors="active")
    visitor.open("/bill", START)
    papers_read(visitor)
    grey = visitor.page.evaluate(
        """() => {
          const part = document.body.appendChild(document.createElement("i"));
          part.style.color = "GrayText";
          return getComputedStyle(part).color;
        }"""
    )
    words = visitor.main.get_by_role("button", name=say("papers.use")).locator("p")
    expect(words).to_have_css("color", grey)
