"""What every page has, and the comparison by itself (without a browser)."""

from urllib.parse import urlencode

import pytest
from page_reader import PAGES, asked, components, drawn, opened, session, shows, told, unfolded
from scenarios import TODAY

from carechoice.catalog.in_use import catalog
from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.kept_as_text import write_scenarios
from carechoice.inputs.scenario import Scenario
from carechoice.language.everywhere import crisis_line
from carechoice.language.sentences import say
from carechoice.ui.text import plain


@pytest.mark.parametrize("page", PAGES)
def test_the_page_opens_with_the_decision_the_answer_and_the_crisis_line(page):
    app = opened(page)
    texts, _ = told(app)
    assert [title.value for title in app.title] == [say(f"page.{page.removesuffix('.py')}")]
    assert f"**{say('title')}**" in texts
    assert crisis_line() in texts
    for sentence in words.answer(compare(Scenario.default(TODAY))).values():
        parts = plain(sentence).split("**")
        assert any(all(part in text for part in parts) for text in texts)


def test_with_live_sliders_the_answer_is_a_component_that_can_go_ahead_of_the_page():
    (shown,) = components(opened(plain_sliders=False), "address")
    assert shown["told"]["answer"] == words.answer_parts(compare(Scenario.default(TODAY)))


@pytest.mark.parametrize("page", PAGES)
def test_no_page_has_the_frameworks_block_for_code(page):
    """To colour it a first visit would fetch 600 kB more, half of what all else takes."""
    assert not opened(page).code


def test_the_compare_page_shows_the_default_scenario():
    assert shows(opened(), Scenario.default(TODAY))


@pytest.mark.parametrize("path", ["step_down", "step_up"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_a_third_way_and_says_its_answer(page, path):
    app = opened(page, third_path=path, start_date="2026-11-30", topics="time|travel")
    answer_text = words.answer(compare(asked(third_path=path, start_date="2026-11-30")))[path]
    first_words = plain(answer_text).split("**")[2]
    assert any(first_words in text for text in told(app)[0])


@pytest.mark.parametrize("page", PAGES)
def test_the_words_are_explained_beside_the_inputs_on_every_page(page):
    app = opened(page)
    assert not any("**Deductible**" in text for text in told(app)[0])
    app.session_state["fold_glossary"] = True
    quoted_text = "\n".join(told(app.run())[0])
    for row in catalog().glossary.values():
        assert f"**{row.term}**: {row.meaning}" in quoted_text


def test_a_contradiction_is_said_and_blocks_nothing():
    app = unfolded(deductible_usd="5000")
    assert "above your out-of-pocket maximum" in app.warning[0].value
    assert len(drawn(app)) == 3


@pytest.mark.parametrize("page", ["compare.py", "bill.py", "week.py", "care.py", "share.py"])
def test_each_table_has_a_name_of_its_own_also_in_folds_and_for_what_is_kept(page):
    kept = write_scenarios(
        (KeptScenario("First", asked(iop_weeks="6")), KeptScenario("Second", asked(iop_weeks="7")))
    )
    app = opened(page, topics="time|travel", kept=urlencode(kept))
    for key in session(app):
        if key.startswith(("fold_", "table_")):
            app.session_state[key] = True
    names = [table.proto.alt for table in app.run().table]
    assert names
    assert all(names)
    assert len(set(names)) == len(names)
