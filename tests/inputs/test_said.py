"""Where a value comes from is held with it, and not found out by comparing it with ours."""

from datetime import date
from urllib.parse import urlencode

import pytest
from giving import changed, given_by, opened, typed
from scenarios import TODAY, scenario

from carechoice.catalog.in_use import catalog
from carechoice.comparison.draws.not_known import unknown
from carechoice.inputs import evidence
from carechoice.inputs.changes import (
    after_answer,
    after_change,
    own_numbers,
    replaced,
    under_other_plan,
    with_own_numbers,
    without_answer,
)
from carechoice.inputs.handed_on.link import freeze, open_file, open_link, query_pairs
from carechoice.inputs.scenario import FIELDS, Scenario
from carechoice.inputs.standing import standing, usual_range
from carechoice.inputs.stated_values import stated


@pytest.mark.parametrize("field", catalog().options("confirmed"))
def test_whatever_was_confirmed_is_known(field):
    given = opened(f"confirmed={field}:2026-11-20")
    assert standing(field, given) == "confirmed"
    assert usual_range(field, given) is None
    assert field not in unknown(given).fields


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("deductible_usd", "1886"),
        ("plan_pays_percent", "80"),
        ("therapy_copay_usd", "27"),
        ("oop_max_usd", "4000"),
        ("therapy_sessions", "18"),
        ("iop_weeks", "8"),
    ],
)
def test_any_number_a_person_gave_is_known_also_where_it_is_the_one_we_start_with(field, text):
    assert usual_range(field, scenario())
    for given in (typed(field, text), opened(f"{field}={text}")):
        assert standing(field, given) == "yours"
        assert usual_range(field, given) is None
        again = opened(urlencode(given.to_short_query()))
        assert given_by(again) == (field,)
    told = {line.label: line for line in evidence.inputs(typed(field, text))}
    assert told[catalog().parameters[field].label].basis == "yours"


@pytest.mark.parametrize("plan", ["high_deductible", "medicare", "masshealth", "none"])
def test_what_was_paid_to_a_plan_of_ones_own_is_not_paid_to_an_example_that_replaces_it(plan):
    """$600 of a deductible of $1,234 were paid; of the one of the example plan nothing was."""
    own = scenario(deductible_usd=1234, deductible_met_usd=600, oop_met_usd=700, iop_days_used=3)
    held = own.to_values()
    chosen = after_change({**held, "plan": plan}, "plan")
    paid = [chosen[each] for each in ("deductible_met_usd", "oop_met_usd", "iop_days_used")]
    assert paid == [0, 0, 0]
    assert "deductible_met_usd" in replaced(held, chosen)
    back = with_own_numbers(chosen, own_numbers(held))
    assert {**back, "said": ()} == {**held, "said": ()}


@pytest.mark.parametrize("given", [{}, {"therapy_price_usd": 90}, {"plan": "medicare"}])
def test_what_was_paid_stays_where_only_an_example_gives_way_to_another(given):
    held = scenario(**given, deductible_met_usd=150).to_values()
    assert after_change({**held, "plan": "high_deductible"}, "plan")["deductible_met_usd"] == 150


@pytest.mark.parametrize("plan", ["high_deductible", "medicare", "masshealth", "none", "own"])
def test_what_an_example_plan_fills_in_is_the_examples_also_in_the_address(plan):
    start = scenario().to_values()
    chosen = Scenario.holding(after_change({**start, "plan": plan}, "plan"))
    assert given_by(chosen) == ("plan",)
    again = opened(urlencode(chosen.to_short_query()))
    assert again == chosen
    assert [standing(field, again) for field in FIELDS] == [
        standing(field, chosen) for field in FIELDS
    ]


def test_a_term_of_an_example_plan_that_a_person_gave_is_theirs():
    medicare = scenario(plan="medicare")
    given = typed("deductible_usd", "283", medicare)
    assert (given.plan.key, standing("deductible_usd", given)) == ("medicare", "yours")
    assert standing("plan_pays_percent", given) == "example"
    assert opened(urlencode(given.to_short_query())) == given


def test_a_term_in_a_link_is_its_writers_also_where_the_plan_in_the_link_has_it():
    given = opened("plan=medicare&deductible_usd=283&other_plan=none&other_oop_max_usd=4000")
    assert given.plan.key == "medicare"
    assert standing("deductible_usd", given) == standing("other_oop_max_usd", given) == "yours"
    assert standing("plan_pays_percent", given) == "example"


def test_picking_a_plan_brings_our_numbers_again():
    given = typed("deductible_usd", "1886", typed("iop_price_per_day_usd", "350"))
    picked = changed(given, "plan", "employer")
    assert given_by(picked) == ("plan",)
    assert (picked.iop.price_per_day_usd, picked.plan.deductible_usd) == (255, 1886)


@pytest.mark.parametrize("before", [scenario(), typed("deductible_usd", "1886")])
def test_an_answer_taken_back_leaves_the_value_and_whose_it_was(before):
    answered = after_answer(before.to_values(), "deductible_usd", TODAY)
    # What the plan confirmed is known by itself.
    assert answered["said"] == ("start_date",)
    assert standing("deductible_usd", Scenario.holding(answered)) == "confirmed"
    taken_back = without_answer(
        answered,
        "deductible_usd",
        before=before.plan.deductible_usd,
        said_before=before.origins.said,
        plan=before.plan.key,
    )
    assert taken_back == before.to_values()


@pytest.mark.parametrize(
    ("plan", "field", "answer"),
    [
        ("medicare", "iop_price_per_day_usd", 300.0),
        ("medicare", "deductible_met_usd", 100.0),
        ("high_deductible", "deductible_usd", 3000.0),
        ("employer", "iop_copay_per_day_usd", 40.0),
        ("employer", "plan_pays_percent", 70.0),
    ],
)
def test_the_example_plan_is_there_again_once_the_answer_that_left_it_is_taken_back(
    plan, field, answer
):
    before = scenario(plan=plan)
    answered = after_answer({**before.to_values(), field: answer}, field, TODAY)
    told = {"before": before.value(field), "said_before": before.origins.said, "plan": plan}
    assert without_answer(answered, field, **told) == before.to_values()


@pytest.mark.parametrize(
    ("field", "answer"),
    [("deductible_usd", 500.0), ("iop_price_per_day_usd", 349.0), ("oop_max_applies", False)],
)
def test_nobody_has_picked_the_plan_we_start_from_once_an_answer_is_taken_back(field, answer):
    """It was told among what they set: “Start from an example plan: Typical employer plan”."""
    before = scenario()
    assert before.origins.said == ("start_date",)
    answered = after_answer({**before.to_values(), field: answer}, field, TODAY)
    told = {"before": before.value(field), "said_before": ("start_date",), "plan": "employer"}
    assert without_answer(answered, field, **told) == before.to_values()


@pytest.mark.parametrize("plan", [{}, {"plan": "medicare"}])
@pytest.mark.parametrize("is_first_back_first", [True, False])
def test_two_answers_that_are_taken_back_leave_no_plan_of_ones_own(plan, is_first_back_first):
    """In whichever order: nothing is left of either."""
    start = scenario(**plan).to_values()
    then, values = {}, start
    for field, answer in (("deductible_usd", 500.0), ("plan_pays_percent", 70.0)):
        then[field] = {
            "before": values[field],
            "said_before": values["said"],
            "plan": values["plan"],
        }
        values = after_answer({**values, field: answer}, field, TODAY)
    for field in then if is_first_back_first else reversed(then):
        values = without_answer(values, field, **then[field])
    assert values == start


def test_a_plan_of_ones_own_stays_so_when_an_answer_about_it_is_taken_back():
    """They typed a deductible, and then the one of the example again."""
    typed = scenario().to_values()
    for usd in (500.0, 1886.0):
        typed = after_change({**typed, "deductible_usd": usd}, "deductible_usd")
    assert (typed["plan"], typed["said"]) == ("own", ("start_date", "plan", "deductible_usd"))
    answered = after_answer({**typed, "plan_pays_percent": 70.0}, "plan_pays_percent", TODAY)
    told = {"before": 80.0, "said_before": typed["said"], "plan": typed["plan"]}
    assert without_answer(answered, "plan_pays_percent", **told) == typed


def test_the_example_plan_stays_left_while_another_answer_stands():
    """The price is Medicare's again, and what it charges a session is not."""
    values = scenario(plan="medicare").to_values()
    for field, answer in (("iop_price_per_day_usd", 300.0), ("therapy_price_usd", 150.0)):
        values = after_answer({**values, field: answer}, field, TODAY)
    told = {"before": 319.38, "said_before": (), "plan": "medicare"}
    assert without_answer(values, "iop_price_per_day_usd", **told)["plan"] == "own"


def test_an_example_plan_picked_since_the_answer_stays():
    values = after_answer(
        {**scenario(plan="medicare").to_values(), "deductible_met_usd": 100.0},
        "deductible_met_usd",
        TODAY,
    )
    picked = after_change({**values, "plan": "high_deductible"}, "plan")
    told = {"before": 0.0, "said_before": (), "plan": "medicare"}
    assert without_answer(picked, "deductible_met_usd", **told)["plan"] == "high_deductible"


def test_a_link_made_before_tells_by_its_values_what_is_not_ours():
    """In network the list of the plan it starts from has a program day for $255, not for $350."""
    query = freeze(scenario(plan="own", iop_price_per_day_usd=350), TODAY).to_query()
    del query["said"], query["filled_by"]
    found = open_link(query.items(), today=TODAY)
    assert (found.problems, found.missing) == ((), ())
    assert found.scenario.origins.said == ("iop_price_per_day_usd", "plan")
    assert standing("therapy_price_usd", found.scenario) == "start"


@pytest.mark.parametrize("text", ["mode", "topics", "deductible", "said", "deductible_usd:1"])
def test_a_list_with_a_name_that_is_none_is_named(text):
    day = ("start_date", "2027-01-04")
    (problem,) = open_link([("said", text), day], today=TODAY).problems
    assert problem.field == "said"


def test_nothing_is_said_of_a_value_that_could_not_be_used():
    assert opened("said=iop_weeks&iop_weeks=99").origins.said == ()


def test_a_number_given_beside_an_example_plan_survives_once_another_makes_the_plan_ones_own():
    """MassHealth's copayment is $0. Beside a price of one's own the plan is one's own, and $0 is
    no longer a number of ours."""
    link = "plan=masshealth&therapy_copay_usd=0&said=plan|therapy_copay_usd"
    given = opened(f"{link}&iop_weeks=8")
    assert (given.plan.key, given.origins.said) == ("masshealth", ("plan", "therapy_copay_usd"))
    own = opened(f"{link}&therapy_price_usd=151")
    assert (own.plan.key, own.origins.filled_by) == ("own", "masshealth")
    assert own.plan.therapy.copay_usd == 0
    assert own.origins.said == ("therapy_price_usd", "plan", "therapy_copay_usd")
    assert standing("therapy_copay_usd", own) == "yours"
    assert opened(urlencode(own.to_query())) == opened(urlencode(own.to_short_query())) == own


# A series of changes as a person makes them: (field, value).
CHANGES = [
    ("deductible_usd", 700.0),
    ("plan", "high_deductible"),
    ("therapy_session_minutes", 45),
    ("other_plan", "medicare"),
    ("oop_max_usd", 8500.0),
    ("network", "oon"),
    ("therapy_price_usd", 150.0),
    ("network", "self_pay"),
    ("iop_weeks", 8),
    ("other_deductible_usd", 283.0),
    ("plan", "medicare"),
    ("therapy_copay_usd", 10.0),
    ("start_date", date(2027, 2, 1)),
    ("network", "in"),
    ("plan", "own"),
    ("travel_usd_per_visit", 0.0),
    ("plan", "none"),
    ("plan", "masshealth"),
]


def after_each_change():
    """The scenario after each of the changes, and what the person has given by then."""
    now = scenario()
    for field, value in CHANGES:
        now = changed(now, field, value)
        yield field, now


def test_what_nobody_gave_has_the_value_its_row_states_through_any_changes():
    for last, now in after_each_change():
        values = now.to_values()
        ours = [field for field in catalog().options("said") if field not in now.given]
        assert {field: values[field] for field in ours} == {
            field: stated(field, values) for field in ours
        }, last
        assert standing(last, now) == "yours", last


def test_where_each_value_comes_from_is_the_same_in_every_form():
    for last, now in after_each_change():
        origins = {field: standing(field, now) for field in FIELDS}
        frozen = freeze(now, TODAY)
        for again in (
            opened(urlencode(now.to_short_query())),
            opened(urlencode(frozen.to_query())),
            open_file(frozen.to_json().encode(), today=TODAY).scenario,
            Scenario.from_values(now.to_values(), today=TODAY),
        ):
            assert again == now, last
            assert {field: standing(field, again) for field in FIELDS} == origins, last


def test_terms_of_an_example_plan_stay_the_examples_once_one_of_them_is_changed():
    """A high-deductible plan with a copayment of $30: its deductible of $1,750 is the example's."""
    chosen = changed(scenario(), "plan", "high_deductible")
    own = changed(chosen, "therapy_copay_usd", 30.0)
    assert own.plan.key == "own"
    assert standing("deductible_usd", own) == "example"
    assert standing("therapy_copay_usd", own) == "yours"
    (line,) = evidence.inputs_named(["deductible_usd"], own)
    assert (line.basis, line.sources) == ("quoted", ("irs_hdhp_2027",))


def test_numbers_of_the_plan_to_compare_with_are_the_examples_until_they_are_changed():
    there = changed(scenario(), "other_plan", "high_deductible")
    assert standing("other_deductible_usd", there) == "example"
    typed_over = changed(there, "other_deductible_usd", 1700.0)
    assert standing("other_deductible_usd", typed_over) == "yours"
    under = under_other_plan(typed_over)
    assert standing("deductible_usd", under) == "yours"
    assert standing("oop_max_usd", under) == "example"


def test_the_first_day_is_ours_until_a_person_picks_it_or_a_link_gives_it():
    start = opened("")
    assert (start.start_date, standing("start_date", start)) == (date(2026, 11, 30), "start")
    picked = changed(start, "start_date", date(2026, 11, 30))
    assert standing("start_date", picked) == "yours"
    assert standing("start_date", opened(urlencode(picked.to_short_query()))) == "yours"
    assert standing("start_date", opened("start_date=2027-01-04")) == "yours"
    assert standing("start_date", opened(urlencode(start.to_short_query()))) == "start"


def test_a_link_holds_it_also_where_the_person_said_all_there_is():
    """The list of all names is the longest value of a link, and none of it is lost."""
    everything = scenario().but(said=catalog().options("said"), plan="own")
    frozen = freeze(everything, TODAY)
    for link in (frozen.to_link(""), frozen.to_short_link("")):
        read = open_link(query_pairs(link.partition("?")[2]), today=TODAY)
        assert read.problems == ()
        assert read.scenario.origins.said == everything.origins.said
