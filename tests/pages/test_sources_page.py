"""The page of sources (without a browser)."""

from page_reader import opened, told

from carechoice.catalog.in_use import catalog
from carechoice.inputs import citations
from carechoice.language.sentences import say


def test_the_sources_page_shows_the_sum_with_the_persons_numbers():
    app = opened("sources.py", therapy_sessions="10", start_date="2027-01-04")
    texts, _ = told(app)
    assert any("10 sessions x \\$130.23 = \\$1,302.30" in text for text in texts)


def test_the_sum_says_whose_terms_it_has_while_no_plan_is_known():
    """Elsewhere costs are ranges then; these would look like the person's own."""
    taken = "As your plan is not known, this takes the terms of the example"
    assert any(taken in text for text in told(opened("sources.py"))[0])
    known = opened("sources.py", plan="medicare")
    assert not any(taken in text for text in told(known)[0])
    assert any("so some of them are estimates" in text for text in told(known)[0])


def test_the_sources_page_lists_every_source_and_every_limit():
    texts = "\n".join(told(opened("sources.py"))[0])
    for source in catalog().sources.values():
        assert source.title in texts
    assert texts.count("\n- ") >= len(catalog().sources)
    assert "Holidays" in texts


def test_each_source_is_listed_once_below_the_kind_of_number_that_rests_on_it():
    listed = next(
        text for text in told(opened("sources.py"))[0] if say("sources.list.lead") in text
    )
    groups = listed.split("### ")[1:]
    for source in catalog().sources.values():
        assert listed.splitlines().count(f"- {citations.source(source)}") == 1
    below = {group.splitlines()[0]: group for group in groups}
    assert "988" in below["Where to turn in a crisis"]
    assert "KFF" in below["The inputs and their usual range"]
    assert "RVU26A" in below["Price lists"]


def test_how_the_bill_works_is_shown_by_bills_in_a_fold():
    app = opened("sources.py")
    assert any("24 bills, each worked out by hand" in text for text in told(app)[0])
    assert not any("24 x \\$350" in text for text in told(app)[0])
    app.session_state["fold_bills"] = True
    app.run()
    assert any("24 x \\$350 = \\$8,400" in text for text in told(app)[0])
