"""Whatever is chosen, the numbers that stand beside each other add up as they are shown.

The tests read what is shown, as a person would, and add it up.
"""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from scenarios import ALL_KNOWN, TODAY
from test_comparison_laws import queries

from carechoice.comparison import words
from carechoice.comparison.compare import compare
from carechoice.comparison.side_by_side import picked_topics as topic_words
from carechoice.comparison.side_by_side.features import week_parts
from carechoice.comparison.side_by_side.key_figures import key_figure
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.inputs.changes import under_other_plan
from carechoice.inputs.coverage import has_plan
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import say
from carechoice.topics.bill import facts as bill
from carechoice.topics.bill import words as bill_words
from carechoice.topics.bill.other_plan import under_another_plan
from carechoice.topics.bill.running import visits_table
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.cost import cost_chart
from carechoice.topics.unknown.swing_chart import swing_chart
from carechoice.topics.unknown.swings import swings
from carechoice.topics.week import words as week_words

TOPICS = {"topics": "time|travel|group"}
ALL_KNOWN_AS_TEXT = {field: str(value) for field, value in ALL_KNOWN.items()}
comparisons = queries.map(
    lambda query: compare(Scenario.from_query(query | TOPICS, today=TODAY).scenario)
)
CENTS = 100


def cents(told):
    """Every amount of dollars in a text, in cents."""
    found = re.findall(r"\$([\d,]+)(?:\.(\d\d))?", told)
    return [CENTS * int(whole.replace(",", "")) + int(part or 0) for whole, part in found]


def minutes(told):
    """Hours and minutes as they are written, in minutes."""
    parts = re.findall(r"([\d,]+) (hour|minute)", told)
    return sum(int(n.replace(",", "")) * (60 if unit == "hour" else 1) for n, unit in parts)


def only(told):
    (amount,) = cents(told)
    return amount


@given(comparisons)
@settings(max_examples=60)
def test_what_you_and_the_plan_pay_is_the_total_price(result):
    if any(option.is_range_alone for option in result.options.values()):
        assert_ranges_alone_are_told(result)
        return
    rows = {row[0]: row for row in cost_chart(result).table.shown()}
    you, total = (rows[say(f"cost.column.{name}")] for name in ("you", "total"))
    plan = [rows[say("cost.column.plan")]] if has_plan(result.scenario) else []
    price = key_figure("total_price", result)
    for column, option in enumerate(result.options.values(), start=1):
        of_plan = sum(only(row[column]) for row in plan)
        assert only(you[column]) + of_plan == only(total[column]) == cents(price[column])[0]
        assert only(you[column]) == only(words.cost_here(option))
        assert of_plan == only(words.plan_cost(option))
        label = cents(words.cost_label(option, result.scenario))
        assert label in ([only(you[column])], [only(you[column]), of_plan])
    alt = captions.cost_alt(result)
    # Where a plan pays all, that is said once and not as an amount.
    told = 0 if "You pay nothing" in alt else cents(alt)[0]
    assert only(you[1]) == told


def assert_ranges_alone_are_told(result):
    """Of a plan that may be any: no amount beside the two ends, in the table and on the bars."""
    low, high, *_ = shown = cost_chart(result).table.shown()
    total = [row for row in shown if row[0].startswith(say("cost.column.total"))]
    price = key_figure("total_price", result)
    for column, option in enumerate(result.options.values(), start=1):
        ends = dict.fromkeys(only(row[column]) for row in total)
        # Of an option that is known, or whose price alone is open, an amount stands before them.
        assert [*ends] == cents(price[column])[-len(ends) :]
        assert only(low[column]) <= only(words.cost_here(option)) <= only(high[column])
        # Of an option that is known beside one that is not both parts are told.
        label = cents(words.cost_label(option, result.scenario))
        ends = [only(low[column]), only(high[column])]
        assert label == ends or not option.is_range_alone


@given(comparisons)
@settings(max_examples=60)
def test_the_months_of_a_bill_are_the_bill(result):
    rows = bill_words.months(result, bill.months(result))
    for column, option in enumerate(result.options.values(), start=1):
        cells = [cents(row[column]) for row in rows]
        assert all("-" not in row[column] for row in rows)
        assert sum(you for you, *_ in cells) == only(words.cost_here(option))
        # What a plan pays is told in the months of its visits.
        assert sum(sum(plan) for _, *plan in cells) == only(words.plan_cost(option))


@given(comparisons)
@settings(max_examples=40)
def test_the_visits_of_a_bill_are_what_has_been_paid(result):
    paid, option = 0, None
    for row in visits_table(result).shown():
        paid = paid if row[0] == option else 0
        option = row[0]
        paid += only(row[2])
        assert only(row[3]) == paid


@given(comparisons)
@settings(max_examples=60)
def test_the_bill_and_the_other_costs_are_their_sum(result):
    rows = bill_words.totals(result)
    spread_over = {say(f"bill.{name}") for name in bill_words.SPREAD_OVER}
    beside = [row for row in rows[1:] if row[0] not in spread_over]
    if not beside:
        return
    for column in range(1, len(result.options) + 1):
        *parts, in_all = (only(row[column]) for row in [rows[0], *beside])
        assert sum(parts) == in_all


@given(comparisons, st.sampled_from(["employer", "high_deductible", "medicare", "none"]))
@settings(max_examples=40)
def test_the_difference_to_another_plan_is_that_of_both_amounts(result, plan):
    values = result.scenario.to_query() | {"other_plan": plan}
    now = compare(Scenario.from_query(values, today=TODAY).scenario)
    for told in under_another_plan(now, compare(under_other_plan(now.scenario))):
        amounts = cents(told)
        if len(amounts) > 1 and "That is" in told:
            before, after, apart = amounts
            assert abs(after - before) == apart > 0


@given(queries)
@settings(max_examples=20)
def test_the_gap_moves_by_what_both_options_move(query):
    """Where all other numbers are known; over many mixes of them each has a range of its own."""
    known = Scenario.from_query(ALL_KNOWN_AS_TEXT | query, today=TODAY).scenario
    for row in swing_chart(swings(known), known).table.shown():
        therapy, iop, gap = map(cents, row[1:])
        if len(therapy) == len(iop) == len(gap) == 1:
            assert gap[0] in (abs(iop[0] - therapy[0]), iop[0] + therapy[0])


@given(comparisons)
@settings(max_examples=60)
def test_the_hours_of_a_week_by_kind_of_care_are_the_week(result):
    *kinds, in_all = filling_chart(result).table.shown()
    for column, option in ((1, "therapy"), (2, "iop")):
        week = minutes(words.hours_by_phase(result.options[option]))
        assert sum(minutes(row[column]) for row in kinds) == minutes(in_all[column]) == week
        assert sum(map(minutes, week_parts(result.options[option]).split(", "))) == week


@given(comparisons)
@settings(max_examples=60)
def test_the_days_of_a_program_week_are_the_week_and_the_weeks_the_course(result):
    iop = result.options["iop"]
    week = minutes(words.hours_by_phase(iop))
    shown = week_words.figures(planned_weeks(result))
    rows = {row[0]: row[2] for row in shown}
    if result.scenario.beside.travel_minutes_per_visit == 0 or result.scenario.beside.visits_online:
        assert minutes(rows["Travel"]) == 0
    assert minutes(rows["Care"]) + minutes(rows["Travel"]) == minutes(rows["Care and travel"])
    if result.scenario.week.closed_on_holidays:
        # Some weeks are shorter then, in a short course all of them, and there may be one more.
        assert minutes(rows["Care"]) <= week
        return
    assert minutes(rows["Care"]) == week
    assert minutes(key_figure("total_hours", result)[2]) == week * iop.weeks
    travel = [row for row in topic_words.rows(result) if row[0] == "Travel in all"]
    assert all(minutes(row[2]) == minutes(rows["Travel"]) * iop.weeks for row in travel)
