"""A price that equals one of ours, typed on the page or given in its address, stays a person's."""

import pytest
from page_reader import scenario_of, unfolded, widget

from carechoice.comparison.compare import compare
from carechoice.language.formats import approximate_money
from carechoice.language.sentences import say

START = {"start_date": "2027-01-04"}


def given(app):
    """What the person gave beside the first day in the address."""
    return tuple(field for field in scenario_of(app).origins.said if field != "start_date")


def answer(app):
    option = compare(scenario_of(app)).options["iop"]
    return approximate_money(option.patient_total_usd, is_known=option.price_usd.is_known)


@pytest.mark.parametrize("way", ["typed", "link"])
def test_a_program_day_of_350_dollars_is_350_dollars_whatever_follows(way):
    """24 days of $350 are 8,400: the deductible of 1,886 and a fifth of 6,514."""
    given = {"iop_price_per_day_usd": "350"} if way == "link" else {}
    app = unfolded(**START, **given)
    if way == "typed":
        widget(app, "iop_price_per_day_usd").set_value(350.0).run()
    assert answer(app) == "$3,189"
    widget(app, "network").set_value("oon").run()
    assert widget(app, "iop_price_per_day_usd").value == 350
    widget(app, "therapy_session_minutes").set_value(45).run()
    assert scenario_of(app).therapy.price_usd == 98.81
    # A weekly session stays weekly.
    assert widget(app, "therapy_hours_per_week").value == 0.75
    assert answer(app) == "$3,189"
    assert "iop_price_per_day_usd" in scenario_of(app).origins.said
    assert "therapy_price_usd" not in scenario_of(app).origins.said


def test_picking_a_plan_and_resetting_bring_our_prices_again():
    app = unfolded(**START, iop_price_per_day_usd="350")
    widget(app, "plan").set_value("medicare").run()
    assert (scenario_of(app).iop.price_per_day_usd, given(app)) == (319.38, ("plan",))
    app = unfolded(**START, iop_price_per_day_usd="350")
    reset = say("controls.reset")
    next(button for button in app.button if button.label == reset).click().run()
    assert (scenario_of(app).iop.price_per_day_usd, given(app)) == (255, ())
    assert answer(app).startswith("about ")
