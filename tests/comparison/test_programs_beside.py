"""Up to three programs of a centre beside therapy: each with its own days, price and first day.

Worked by hand for a plan with a deductible of $1,500 that pays 70% after it, at $310 a day: the 24
days of the evening program are $7,440, of which $1,500 and 30% of $5,940 are owed, $3,282; the 30
days of the afternoon program are $9,300, of which $1,500 and 30% of $7,800 are owed, $3,840.
"""

import re
from datetime import date

import centre_tables
import pytest
from centre_tables import loaded
from three_programs import AFTERNOON, ALSO, EVENING, TODAY, centre_of_three, scenario

from carechoice.catalog.in_use import catalog, using
from carechoice.catalog.load import shipped
from carechoice.comparison import words
from carechoice.comparison.changes_since import Earlier, changes_since
from carechoice.comparison.compare import compare
from carechoice.comparison.side_by_side.features import about, third_pathways_in_words
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.comparison.side_by_side.picked_topics import rows
from carechoice.comparison.weeks.fit import fit_sentence
from carechoice.comparison.weeks.planned_week import appointments_of, planned_weeks
from carechoice.drawing.style import COLOR, DASH, PATTERN, SYMBOL
from carechoice.files.estimate.content import estimate
from carechoice.files.estimate.facts import facts
from carechoice.files.kept.side_by_side import beside_now, results
from carechoice.files.kept.words import KeptComparison
from carechoice.inputs.pathways import begins_on, scenario_for
from carechoice.inputs.scenario import Scenario
from carechoice.language.sentences import as_text, say
from carechoice.topics.bill.break_even import break_even_chart
from carechoice.topics.bill.captions import running_caption
from carechoice.topics.care.words import filling_caption, ladder
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.time import time_chart
from carechoice.topics.unknown.charts import swing_charts
from carechoice.topics.unknown.swings import swings
from carechoice.topics.week.course_words import course_caption, holidays_of
from carechoice.topics.week.week_chart import week_charts
from carechoice.web.checks.needs import unmet


@pytest.fixture(autouse=True)
def _centre(tmp_path):
    own = centre_of_three(tmp_path / "own")
    assert unmet(own, shipped()) == []
    with using(own):
        yield


def options(**query):
    return compare(scenario(**query)).options


def test_three_programs_stand_beside_therapy_in_the_order_they_were_picked():
    assert [*options()] == ["therapy", "iop", EVENING, ALSO]


def test_each_costs_what_it_would_as_the_only_one():
    found = options()
    assert found[EVENING].patient_total_usd == 3282
    assert found[ALSO].patient_total_usd == 3840
    for way, program in ((EVENING, "evening_program"), (ALSO, "afternoon_program")):
        alone = options(program=program, third_path="off", fourth_path="off")["iop"]
        assert found[way].patient_usd == alone.patient_usd
        assert found[way].total_hours == alone.total_hours
        assert found[way].level == alone.level


def test_who_pays_without_a_plan_pays_what_each_program_charges():
    found = options(network="self_pay")
    assert found["iop"].patient_total_usd == 24 * 400
    assert found[EVENING].patient_total_usd == 24 * 350
    assert found[ALSO].patient_total_usd == 30 * 300


def test_what_the_person_typed_of_the_picked_program_moves_no_other():
    found = options(iop_weeks="3", iop_hours_per_week="12")
    assert (found["iop"].visits, found["iop"].hours_per_week) == (12, 12)
    assert (found[EVENING].weeks, found[EVENING].hours_per_week) == (8, 9)


def test_a_program_begins_on_its_next_start_date_and_waits_until_then():
    later = scenario(start_date="2027-01-05")
    option = compare(later).options[EVENING]
    assert begins_on(later, EVENING) == option.first_day == date(2027, 2, 1)
    assert option.hours_by_week == (0,) * 4 + (9,) * 8
    assert option.weeks == 8


def test_what_was_paid_before_counts_for_the_year_of_the_first_day_alone(tmp_path):
    """The evening program waits for July 5, when the plan year of June is over."""
    programs = centre_tables.PROGRAMS.replace("2027-01-04|2027-02-01", "2027-07-05") + AFTERNOON
    with using(loaded(tmp_path / "july", programs=programs)):
        found = options(start_date="2027-06-28", deductible_met_usd="1500")
        assert found[EVENING].patient_total_usd == 3282
        # Two days in June at 30%, then $1,500 and 30% of the other 28 days but that.
        assert found[ALSO].patient_total_usd == 2 * 93 + 1500 + 0.3 * (28 * 310 - 1500)
        assert found[EVENING].patient_usd.is_known


def test_a_program_that_stands_there_already_does_not_stand_there_again():
    assert [*options(program="evening_program")] == ["therapy", "iop", ALSO]
    twice = options(fourth_path="also_evening_program")
    assert [*twice] == ["therapy", "iop", EVENING]


def test_a_third_pathway_takes_one_of_the_places():
    assert [*options(third_path="step_down")] == ["therapy", "iop", "step_down", ALSO]
    assert [*options(third_path="off")] == ["therapy", "iop", ALSO]


def test_link_and_file_bring_the_programs_back():
    asked = scenario()
    for query in (asked.to_query(), asked.to_short_query()):
        assert Scenario.from_query(query, today=TODAY).scenario == asked


def test_each_visit_has_the_time_of_its_own_program():
    comparison = compare(scenario())
    starts = {
        way: {visit.start.strftime("%H:%M") for visit in appointments_of(comparison, way)}
        for way in ("iop", EVENING, ALSO)
    }
    assert starts == {"iop": {"09:00"}, EVENING: {"17:30"}, ALSO: {"13:00"}}


def test_each_is_told_by_its_name_in_a_sentence_of_the_same_form():
    told = [as_text(sentence) for sentence in words.answer(compare(scenario())).values()][1:]
    assert told == [
        "Day program takes 16 hours a week from January 4, 2027 to February 16, 2027 and "
        "costs you $3,282.",
        "Evening program takes 9 hours a week from January 4, 2027 to February 25, 2027 and "
        "costs you $3,282.",
        "Afternoon program takes 9 hours a week from January 4, 2027 to March 12, 2027 and "
        "costs you $3,840.",
    ]


def test_the_picked_program_has_its_name_wherever_the_others_have_theirs():
    comparison = compare(scenario())
    names = ["Therapy", "Day program", "Evening program", "Afternoon program"]
    assert words.column_names(comparison.options.values()) == names
    assert captions.time_caption(comparison) == (
        "Therapy: 18 hours in all, over 18 weeks. Day program: 96 hours in all, over 7 weeks. "
        "Evening program: 72 hours in all, over 8 weeks. Afternoon program: 90 hours in all, over "
        "10 weeks. What lies under a line is the total time. "
        "Closed days make “Day program” 1 week longer."
    )
    (calendar,) = week_charts(planned_weeks(comparison))["iop"]
    assert (calendar.title, calendar.figure["data"][1]["name"]) == (
        "A week with “Day program”",
        "Day program",
    )
    equal = break_even_chart(comparison)
    assert "<b>Day program</b>: $3,282" in [line["name"] for line in equal.figure["data"]]
    assert "would cost you less than “Day program”" in equal.caption
    marks = [mark for rung in ladder(comparison) for mark in rung.marks.values()]
    assert marks == [
        "● **Therapy**, 1 hour a week",
        "◆ **Day program**, 16 hours a week",
        "□ **Evening program**, 9 hours a week",
        "⬡ **Afternoon program**, 9 hours a week",
    ]


def test_no_area_is_filled_where_programs_stand_side_by_side():
    lines = time_chart(compare(scenario())).figure["data"]
    assert [line["fill"] for line in lines] == ["none"] * 4
    alone = time_chart(compare(scenario(third_path="step_down", fourth_path="off"))).figure["data"]
    assert [line["fill"] for line in alone] == ["tozeroy", "tozeroy", "none"]


def test_good_points_are_told_once_for_all_programs_and_what_is_otherwise_by_name():
    comparison = compare(scenario())
    assert third_pathways_in_words(comparison) == []
    told = "\n".join(about(comparison, "iop"))
    assert told.count("You usually get both group therapy and one-to-one sessions.") == 1
    assert "Here it is" not in told


def test_a_program_beyond_the_hours_of_an_iop_is_told_as_one(tmp_path):
    programs = (
        centre_tables.PROGRAMS
        + 'Short program,South,in person,"Mon, Wed",13:00,3,10,300,,no,,\n'
        + 'Long program,South,in person,"Mon, Tue, Wed, Thu, Fri",09:00,5,3,300,,no,,\n'
    )
    with using(loaded(tmp_path / "beyond", programs=programs)):
        asked = {"third_path": "program_short_program", "fourth_path": "also_long_program"}
        told = words.answer(compare(scenario(**asked)))
        assert "**, below the hours of an IOP, takes" in told["program_short_program"]
        assert "**, above the hours of an IOP, takes" in told["also_long_program"]
        below = {"third_path": "program_long_program", "program": "short_program"}
        told = words.answer(compare(scenario(**{**asked, **below, "fourth_path": "off"})))
        otherwise = " ".join(about(compare(scenario(**{**asked, **below})), "iop"))
        assert "on several days. **Short program.** Here it is 6 hours." in otherwise
        assert told["iop"].startswith("**Short program**, below the hours of an IOP, takes")
        alone = words.answer(compare(scenario(**asked, program="long_program")))
        assert alone["iop"].startswith("**Long program**, above the hours of an IOP, takes")


def test_captions_name_each_program():
    comparison = compare(scenario(topics="group"))
    told = [
        running_caption(comparison),
        captions.cost_caption(compare(scenario(payer="no_payer", iop_copay_per_day_usd="50"))),
        level_caption(comparison),
        course_caption(comparison, appointments_of(comparison, EVENING), []),
        fit_sentence(compare(scenario(fixed_hours="mon-fri:09-17"))),
        " ".join(about(comparison, "iop")),
        filling_caption(comparison),
        week_charts(planned_weeks(comparison))[EVENING][0].caption,
        " ".join(cell for row in rows(comparison) for cell in row),
    ]
    assert "“Evening program” comes to $3,282 by February 25, 2027." in told[0]
    assert "In “Evening program” and “Afternoon program” your deductible is met on" in told[0]
    assert "for “Evening program”" in told[1]
    assert "“Evening program”, 9 hours a week, is" in told[2]
    assert "“Evening program” is" in told[3]
    assert "Visits for “Evening program” fit beside" in told[4]
    assert "**Day program.** A week of 16 hours, as the center states it: 12 hours" in told[5]
    assert "**Evening program.** A week of 9 hours could be:" in told[5]
    assert "**Evening program**, 9 hours a week: 6 hours of group therapy" in told[6]
    assert "Evening program: Monday, Wednesday and Thursday, 5:30 pm to 8:30 pm." in told[7]
    (group,) = (row for row in rows(comparison) if row[0] == "**Group or one-to-one**")
    assert group[2:] == [catalog().topics["group"].iop] * 3
    assert say(f"ics.download.{EVENING}") == "Download dates: Evening program"


NAMES = ("the evening program", "Intensiv-Tagesprogramm am Vormittag")


@pytest.mark.parametrize("name", NAMES)
def test_any_name_reads_well_within_a_sentence_as_it_stands_in_quotation_marks(tmp_path, name):
    """$9,600 is 24 days of $400; therapy is 18 sessions of $180, $3,240."""
    programs = centre_tables.PROGRAMS.replace("Day program", name)
    key = name.lower().replace(" ", "_").replace("-", "_")
    with using(loaded(tmp_path / "named", programs=programs)):
        asked = scenario(program=key, payer="no_payer", network="self_pay", fourth_path="off")
        told = captions.cost_caption(compare(asked))
    assert told.startswith(
        f"For therapy you pay $3,240. For “{name}” you pay $9,600. No plan pays a part. "
        "Evening program: you pay $8,400."
    )


def test_within_a_sentence_a_programs_name_is_bold_or_stands_in_quotation_marks():
    """As a label, before a colon or after one, it stands as it is, and as an option's name."""
    label = re.compile(r"(\w+ \w+: .*)?\{name\}(: .*|, then therapy)?", re.DOTALL)
    marked = re.compile(r"“\{name\}”|\*\*[^*]*\{name\}[^*]*\*\*|<b>\{name\}</b>")
    for key, (text, _) in catalog().words.items():
        is_said = "a_program" in key.split(".") and not key.startswith("option.")
        if is_said and not label.fullmatch(text):
            assert "{name}" not in marked.sub("", text), key


def test_where_the_most_is_reached_and_what_falls_on_a_holiday_is_told_of_each():
    """After $4,000 of $5,000 three days are $930, and the fourth has the last $70 to pay."""
    comparison = compare(scenario(oop_met_usd="4000"))
    told = running_caption(comparison)
    both = "“Evening program” and “Afternoon program”"
    assert f"In {both} you reach your out-of-pocket maximum around January 11, 2027." in told
    visits = [visit for way in comparison.options for visit in appointments_of(comparison, way)]
    told = course_caption(comparison, visits, holidays_of(comparison))
    assert "In “Day program” 2 planned days are closed:" in told
    # The day program is closed on holidays, and the evening program is not.
    assert "In “Evening program” 2 visits fall on a public holiday: January 18, 2027" in told
    assert told.endswith(
        "“Evening program” is open on public holidays. “Afternoon program” is open on public "
        "holidays."
    )


def test_a_brace_in_a_name_is_a_brace(tmp_path):
    programs = centre_tables.PROGRAMS.replace("Evening program", "Evening {A}")
    with using(loaded(tmp_path / "brace", programs=programs)):
        assert say("option.program_evening_a") == "Evening {A}"


def test_marks_tell_four_options_apart_without_colour():
    ways = ("therapy", "iop", EVENING, ALSO)
    for by_pathway in (COLOR, SYMBOL, DASH, PATTERN):
        assert len({by_pathway[way] for way in ways}) == len(ways)


def test_inputs_of_a_pathway_are_those_with_its_program_picked():
    asked = scenario()
    own = scenario_for(asked, EVENING)
    assert own.centre.program == "evening_program"
    assert scenario_for(own, EVENING) is own
    assert scenario_for(asked, "iop") is scenario_for(asked, "step_down") is asked


def test_a_free_program_beside_others_is_told_by_its_name():
    result = compare(scenario(payer="no_payer", network="self_pay", iop_price_per_day_usd="0"))
    chart = break_even_chart(result)
    assert "“Day program” costs you nothing" in chart.caption
    assert "beside the cost of “Day program”." in chart.alt


def test_an_estimate_beside_other_programs_begins_with_the_name_of_the_picked_one():
    result = compare(scenario(payer="no_payer", network="self_pay"))
    paper = estimate(result, facts(result, "iop"), today=TODAY)
    assert paper.lead.startswith("**Day program, paid without a plan.**")


def test_kept_scenarios_side_by_side_have_the_name_of_the_program_that_all_of_them_have():
    columns = beside_now(
        [KeptComparison("First", compare(scenario()))], compare(scenario(iop_weeks="5"))
    )
    assert "Day program: you pay" in [row[0] for row in results(columns)]
    others = beside_now(
        [KeptComparison("First", compare(scenario()))],
        compare(scenario(program="no_program", third_path="off", fourth_path="off")),
    )
    assert "IOP: you pay" in [row[0] for row in results(others)]


def test_the_table_of_what_moves_the_answer_has_the_name_of_the_picked_program():
    result = compare(scenario())
    (chart,) = swing_charts(result, swings(result.scenario))
    assert chart.table.header()[1:3] == ["Moves therapy by", "Moves “Day program” by"]


def test_what_has_changed_since_a_link_is_told_of_each_program_by_its_name():
    """24 days of $310 are $7,440; without a deductible 30% of it is owed, $2,232."""
    told = changes_since(Earlier(TODAY, scenario()), compare(scenario(deductible_usd="0")))
    assert "Day program, what the patient pays: $3,282, now $2,232" in told
    assert not any(line.startswith("IOP") for line in told)
