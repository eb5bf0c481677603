"""Amounts and travel on the pages (without a browser)."""

from page_reader import opened, told


def test_an_answer_with_parts_of_a_cent_is_taken_to_the_cent():
    app = opened("bill.py", start_date="2027-01-04")
    app.session_state["fold_answers"] = True
    app.run()
    blanks = {each.key: each for each in app.text_input}
    blanks["answer_therapy_copay_usd"].set_value("27.5051").run()
    assert app.session_state["therapy_copay_usd"] == 27.51


def test_out_of_network_another_plan_is_shown_out_of_network_as_well():
    """Now 2,732.80 + 24 x 145; under the other plan 2,624 + 24 x 145."""
    query = {"network": "oon", "iop_charge_per_day_usd": "400", "other_plan": "high_deductible"}
    texts = told(opened("bill.py", start_date="2027-01-04", **query))[0]
    assert any(text.startswith("The same care out of network under another plan") for text in texts)
    change = "now, about \\$6,104 under the other plan."
    assert any(change in text for text in texts)


def test_where_visits_are_online_the_dashboard_counts_no_travel():
    query = {"topics": "travel", "travel_minutes_per_visit": "60"}
    assert any("Travel in all" in text for text in told(opened("compare.py", **query))[0])
    online = told(opened("compare.py", **query, visits_online="yes"))[0]
    assert not any("Travel in all" in text for text in online)
