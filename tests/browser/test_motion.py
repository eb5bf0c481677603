"""Nothing moves without end, and nothing fades or blinks while a slider moves (2.2.2, 2.3.1)."""

import pytest
from visitor import START

# From five seconds on a person has to be able to stop it (WCAG 2.2, 2.2.2).
LONGEST_MS = 5000
# Notes what moves or fades at each frame, by itself or as an answer, where it is seen.
NOTES_MOTION = """
(() => {
  window.motion = [];
  const name = (animation) => animation.animationName ?? animation.transitionProperty ?? "glide";
  const note = () => {
    for (const animation of document.getAnimations()) {
      const { target } = animation.effect;
      if (!target.checkVisibility({ visibilityProperty: true })) continue;
      const { endTime } = animation.effect.getComputedTiming();
      // What a page is asked for holds no number without an end.
      const endsInMs = Number.isFinite(endTime) ? endTime : null;
      const [change] = animation.effect.getKeyframes();
      const fades = "opacity" in change;
      window.motion.push({ what: `${name(animation)} of ${target.dataset.testid ?? target.tagName}`,
        endsInMs, fades });
    }
    requestAnimationFrame(note);
  };
  note();
})()
"""
FORGETS_MOTION = "() => { window.motion = []; }"


def endless(motion):
    ends = ((each["what"], each["endsInMs"]) for each in motion)
    return {what for what, ms in ends if ms is None or ms > LONGEST_MS}


@pytest.mark.by_night
def test_what_moves_has_an_end_from_the_first_sight_of_a_page_to_the_next_page(tab):
    """For people who have not asked for less motion."""
    visitor = tab()
    visitor.page.emulate_media(reduced_motion="no-preference")
    visitor.page.add_init_script(NOTES_MOTION)
    visitor.open("/", START)
    opened = visitor.page.evaluate("motion")
    visitor.page.evaluate(FORGETS_MOTION)
    slider = visitor.slider("iop_weeks")
    slider.focus()
    for key in 6 * ("ArrowRight", "ArrowLeft"):
        visitor.press_and_see(key)
    visitor.settled()
    moved = visitor.page.evaluate("motion")
    assert moved
    assert {each["what"] for each in moved if each["fades"]} == set()
    visitor.go_to("page.bill").go_to("page.week")
    assert endless(opened + moved + visitor.page.evaluate("motion")) == set()
    visitor.still().page.evaluate(FORGETS_MOTION)
    visitor.press_and_see("Shift")
    assert visitor.page.evaluate("motion") == []
