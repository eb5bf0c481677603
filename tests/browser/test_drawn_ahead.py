"""While a slider rests, the next moves are asked for and drawn, so that a move only shows them."""

import pytest
from playwright.sync_api import expect
from test_ahead import SHORT_WAY, hangs, holds_back_answers
from visitor import DESK, PHONE, START, scenario_of

from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.web.page_charts import page_charts

# How many pictures of each chart have been drawn out of sight from now on.
WATCH = """
() => {
  window.ready = {};
  const note = ({ target, addedNodes }) => {
    if (!Array.from(addedNodes).some((each) => each.matches?.(".unseen"))) return;
    const [, key] = target.closest("[class*=st-key-chart_]").className.match(/st-key-(chart_\\w+)/);
    window.ready[key] = (window.ready[key] ?? 0) + 1;
  };
  const watcher = new MutationObserver((changes) => changes.forEach(note));
  watcher.observe(document.body, { childList: true, subtree: true });
}
"""
DRAWN = "(counts) => Object.entries(counts).every(([key, count]) => window.ready[key] === count)"
# Whatever else the machine does, there is time to draw.
IDLE = """
window.requestIdleCallback = (use) =>
  setTimeout(() => use({ didTimeout: false, timeRemaining: () => 50 }));
"""
# A table above that follows later may have another height by a part of a pixel.
ON_WHOLE_PIXELS = """
(picture) => {
  picture.style.marginTop = 0;
  picture.style.marginTop = `${1 - (picture.getBoundingClientRect().top % 1)}px`;
}
"""
FIELD = "iop_hours_per_week"
# The value that a slider rests at, and the two next ones on each side, the next move first.
HOURS = (12, 13, 11, 14, 10)


def charts_at(path, hours):
    comparison = compare(scenario_of({**START, FIELD: hours}))
    return {
        chart.key: chart
        for chart in page_charts(path.strip("/") or "compare", comparison, screen=0)
    }


def expected(path):
    """How many pictures of each chart there are to be drawn: those unlike what was drawn before."""
    counts = {}
    for key in charts_at(path, HOURS[0]):
        figures = [charts_at(path, hours)[key].figure for hours in HOURS]
        others = [figure for place, figure in enumerate(figures) if figure not in figures[:place]]
        counts[f"chart_{key}"] = len(others) - 1
    return {key: count for key, count in counts.items() if count}


def pictures(visitor, keys):
    visitor.still()
    return {key: _taken(visitor.picture(key)) for key in keys}


def _taken(picture):
    picture.evaluate(ON_WHOLE_PIXELS)
    return picture.screenshot()


@pytest.mark.by_night
@pytest.mark.parametrize(
    ("path", "size", "scheme"),
    [("/", DESK, "dark"), ("/bill", PHONE, "light")],
)
def test_a_move_that_is_ready_is_shown_without_a_request_pixel_for_pixel(tab, path, size, scheme):
    """What the page draws of it later, or whoever opens its link, has no other pixel."""
    visitor = tab(size=size, scheme=scheme)
    hold, let_through = holds_back_answers(visitor)
    visitor.page.add_init_script(IDLE)
    visitor.open(path, {**START, FIELD: HOURS[0]})
    visitor.page.evaluate(WATCH)
    visitor.bring(FIELD).focus()
    visitor.page.wait_for_function(DRAWN, arg=expected(path))
    hold()
    visitor.page.route(SHORT_WAY, hangs)
    visitor.page.keyboard.press("ArrowRight")
    moved = scenario_of({**START, FIELD: HOURS[1]})
    keys = sees(visitor, path, HOURS[1])
    ahead = pictures(visitor, keys)
    let_through()
    visitor.sees_answer(moved)
    visitor.settled()
    assert pictures(visitor, keys) == ahead
    fresh = tab(size=size, scheme=scheme).open(path, {**START, FIELD: HOURS[1]})
    assert pictures(fresh, keys) == ahead
    expect(visitor.page.locator(".js-plotly-plot")).to_have_count(len(keys))


def sees(visitor, path, hours):
    """The answer and all charts of the page are those of these hours; gives the charts' keys."""
    for sentence in words.answer(compare(scenario_of({**START, FIELD: hours}))).values():
        expect(visitor.text(sentence)).to_be_visible()
    charts = charts_at(path, hours)
    for key, chart in charts.items():
        expect(visitor.picture(key)).to_have_attribute("aria-label", chart.alt)
    return list(charts)
