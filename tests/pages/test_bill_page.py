"""The page "Your bill" and the plan's answers (without a browser)."""

import pytest
from page_reader import drawn, opened, told, unfolded, widget
from scenarios import TODAY

from carechoice.comparison.compare import compare
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.bill.steps import step_sentences
from carechoice.ui.text import plain


def test_the_bill_page_tells_both_bills_and_draws_its_four_charts():
    app = opened("bill.py", start_date="2027-01-04")
    texts, pictures = told(app)
    scenario = Scenario.from_query({"start_date": "2027-01-04"}, today=TODAY).scenario
    for pathway in ("therapy", "iop"):
        for line in step_sentences(compare(scenario), pathway):
            assert any(plain(line) in text for text in texts)
    keys = [part["alt"].split(" ")[0:2] for part in pictures]
    assert keys == [["Line", "chart"], ["Line", "chart"], ["Chart", "of"], ["Bar", "chart"]]


OF_AN_EXAMPLE = "As your plan is not known, this takes the terms of the example"


def test_while_no_plan_is_known_the_steps_of_the_bill_say_whose_terms_they_have():
    """At the start "You pay the copayment, $27 each time" is the example's."""
    texts, _ = told(opened("bill.py"))
    steps = next(place for place, text in enumerate(texts) if "You pay the copayment" in text)
    assert texts[steps - 1].startswith(f"{OF_AN_EXAMPLE} “Typical employer plan”.")
    known, _ = told(opened("bill.py", deductible_usd=1500))
    assert not any(OF_AN_EXAMPLE in text for text in known)


def test_above_the_steps_of_a_bill_is_said_where_a_price_alone_is_open():
    """The answer is "about $2,700"; "You pay the full price, $150 each time" looked sure."""
    about = "Not all numbers behind these amounts are known yet, so some of them are estimates"
    texts, _ = told(opened("bill.py", plan="none"))
    steps = next(place for place, text in enumerate(texts) if "You pay the full price" in text)
    assert texts[steps - 1].startswith(about)
    prices = {"therapy_price_usd": 150, "iop_price_per_day_usd": 350}
    assert not any(about in text for text in told(opened("bill.py", plan="none", **prices))[0])


@pytest.mark.parametrize("inputs", [{}, {"deductible_usd": 1500}])
def test_what_a_visit_costs_is_said_of_the_terms_beside_it(inputs):
    """In the same words at the start and with one's own numbers, so that no input moves."""
    texts, _ = told(opened("bill.py", **inputs))
    (a_visit,) = [text for text in texts if "A therapy visit: you pay" in text]
    assert a_visit.startswith("With the plan terms shown here:")


def with_answers(**query):
    app = opened("bill.py", **query)
    app.session_state["fold_answers"] = True
    return app.run()


def question_blank(app, field):
    return next(each for each in (*app.text_input, *app.selectbox) if each.key == f"answer_{field}")


def range_told(app):
    return next(text for text in told(app)[0] if text.startswith("We tried"))


def not_known(range_told):
    """The names of what is not known yet."""
    names = range_told.partition("Not known yet: ")[2].partition(".")[0]
    return [name.strip("“”") for name in names.split(", ")]


def test_an_answer_of_the_plan_narrows_the_range_and_stays_in_the_link():
    app = with_answers(start_date="2027-01-04")
    before = range_told(app)
    assert not_known(before)[-1] == "the terms of your plan"
    question_blank(app, "deductible_usd").set_value("1500").run()
    assert not app.exception
    assert app.session_state["deductible_usd"] == 1500
    assert app.session_state["confirmed"] == (("deductible_usd", TODAY),)
    assert "Deductible" not in not_known(range_told(app))
    assert "Out-of-pocket maximum" in not_known(range_told(app))
    assert range_told(app) != before
    assert any("Your plan said: \\$1,500" in text for text in told(app)[0])
    undo = next(button for button in app.button if button.key == "undo_deductible_usd")
    undo.click().run()
    assert app.session_state["confirmed"] == ()
    assert app.session_state["deductible_usd"] == 1886
    assert not question_blank(app, "deductible_usd").value
    assert range_told(app) == before


def test_a_yes_or_no_answer_is_taken_too():
    app = with_answers(start_date="2027-01-04")
    question_blank(app, "iop_deductible_applies").set_value(False).run()
    assert app.session_state["iop_deductible_applies"] is False
    assert dict(app.session_state["confirmed"])["iop_deductible_applies"] == TODAY


def test_moving_a_confirmed_input_takes_the_answer_back():
    app = unfolded("bill.py", start_date="2027-01-04", confirmed="deductible_usd:2026-11-20")
    assert any("Your plan said" in text for text in told(app)[0])
    widget(app, "deductible_usd").set_value(500.0).run()
    assert app.session_state["confirmed"] == ()


def test_another_plan_fills_its_numbers_and_is_compared():
    app = unfolded("bill.py", start_date="2027-01-04")
    widget(app, "other_plan").set_value("medicare").run()
    assert widget(app, "other_deductible_usd").value == 283
    assert any("under the other plan" in text for text in told(app)[0])


def test_the_months_and_the_inputs_stand_in_folds():
    app = opened("bill.py", start_date="2027-01-04")
    assert not any("March 2027" in table.value.to_csv() for table in app.table)
    app.session_state["fold_months"] = True
    app.session_state["fold_inputs"] = True
    app.run()
    tables = "\n".join(table.value.to_csv() for table in app.table)
    assert "March 2027" in tables
    assert "starting value" in tables
    assert [chart["key"] for chart in drawn(app)].count("months") == 1


def test_what_is_owed_if_the_plan_stops_paying_stands_in_a_fold():
    app = opened("bill.py", start_date="2027-01-04")
    assert "stopping" not in [chart["key"] for chart in drawn(app)]
    app.session_state["fold_stopping"] = True
    app.run()
    assert "stopping" in [chart["key"] for chart in drawn(app)]
    assert any("$1,415 (9 visits)" in table.value.to_csv() for table in app.table)


def test_the_month_that_costs_most_is_told_without_opening_anything():
    texts, _ = told(opened("bill.py", start_date="2027-01-04"))
    assert any("in January 2027 you pay most, about \\$2,121" in text for text in texts)


def test_what_to_do_about_a_no_and_about_a_bill_stands_in_two_folds():
    app = opened("bill.py", start_date="2027-01-04")
    assert not any("within 180 days" in text for text in told(app)[0])
    app.session_state["fold_denied"] = True
    app.session_state["fold_dear"] = True
    app.run()
    texts, _ = told(app)
    assert any("within 180 days" in text for text in texts)
    assert any("Charity care" in text for text in texts)


def test_where_nothing_is_owed_there_is_no_fold_on_a_bill_that_is_too_much():
    labels = [fold.label for fold in opened("bill.py", plan="masshealth").expander]
    assert say("recourse.denied") in labels
    assert say("recourse.dear") not in labels


@pytest.mark.parametrize(
    ("plan", "title"), [("employer", "If you change plans"), ("none", "If you get insurance")]
)
def test_who_has_no_plan_is_not_asked_to_change_it(plan, title):
    headings = [each.value for each in opened("bill.py", plan=plan).header]
    assert [each for each in headings if each.startswith("If you")] == [title]
