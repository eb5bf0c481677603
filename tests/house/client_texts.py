"""What a client reads, page by page, and what staff read beside it, as lists of texts."""

from itertools import chain

from papers_read import read_pasted
from scenarios import TODAY, comparison

from carechoice.catalog.in_use import catalog
from carechoice.comparison import staff as staff_words
from carechoice.comparison import words
from carechoice.comparison.plan import words as plan_words
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan.recourses import text_of
from carechoice.comparison.side_by_side import picked_topics as topic_words
from carechoice.comparison.side_by_side.features import trial, week_in
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.comparison.weeks import fit
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.files import content
from carechoice.files.call.sheet import sheet
from carechoice.files.estimate.content import estimate
from carechoice.files.estimate.facts import facts
from carechoice.files.handout.cost_drawing import cost_drawing
from carechoice.files.kept import words as kept_words
from carechoice.files.scenario import words as scenario_words
from carechoice.inputs.answer_words import left_open
from carechoice.inputs.handed_on.kept import KeptScenario
from carechoice.inputs.handed_on.link import freeze, open_link
from carechoice.inputs.handed_on.opened_words import opened_notes
from carechoice.language import everywhere
from carechoice.language.everywhere import crisis_line, made_on
from carechoice.language.pieces import without_marks
from carechoice.language.sentences import say
from carechoice.present import screens as presentation
from carechoice.present import sources as presented_sources
from carechoice.topics.bill.bad_case.dearest_month import dearest_months
from carechoice.topics.bill.bad_case.months_chart import months_chart
from carechoice.topics.bill.bad_case.stopping_chart import stopping_chart
from carechoice.topics.bill.bad_case.words import stopping_caption
from carechoice.topics.bill.captions import break_even_caption
from carechoice.topics.bill.facts import break_even
from carechoice.topics.care import words as care_words
from carechoice.topics.care.studies import studies
from carechoice.topics.dashboard import captions
from carechoice.topics.decide import words as decision_words
from carechoice.topics.sources import audit, bills, method
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.swings import swings
from carechoice.topics.week import words as week_words
from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.leave import leave
from carechoice.topics.week.week_chart import week_charts


def compare_page():
    result = comparison(start_date="2026-11-30")
    return [
        say("title"),
        crisis_line(),
        *words.answer(result).values(),
        main_assumption(result.scenario),
        say("answer.estimate"),
        *plan_words.plan_share(result.scenario),
        captions.time_caption(result),
        captions.cost_caption(result),
        level_caption(result),
        *(row.text for row in catalog().features.values()),
        *(week_in(option) for option in result.options.values()),
        trial(),
        *(f"{line.name}. {line.action}." for line in catalog().crisis.values()),
    ]


def decide_page():
    result = comparison(topics="money|time|leave")
    return [
        *(say(f"{part}.lead") for part in ("topics", "sure", "assess")),
        topic_words.picks(comparison()),
        topic_words.picks(result),
        *(
            text
            for topic in catalog().topics.values()
            for text in topic_words.meanings(topic, result)
        ),
        *decision_words.sure_questions().values(),
        *(decision_words.after_no(name) for name in decision_words.SURE),
        *decision_words.assessment(result).values(),
        say("assess.safe_now"),
        say("assess.worried"),
        *decision_words.next_steps(result),
    ]


def audited():
    return [audit.lead(), *(f"{row.item}. {row.how}" for row in catalog().audit.values())]


def care_page():
    result = comparison(iop_hours_per_week=12, third_path="step_down")
    rungs = care_words.ladder(result)
    return [
        *(f"{text}." for rung in rungs for text in (rung.name, rung.setting, rung.who_for)),
        level_caption(result),
        care_words.included_caption(result),
        care_words.filling_caption(result),
        *care_words.neither(),
        *(care_words.third_like(result, each) for each in result.beside),
        *(text for row in care_words.aspects() for text in row),
        *(say(f"care.{key}") for key in ("wait.lead", "research.lead", "research.gaps")),
        care_words.waiting_end(),
        *(
            f"{line.strip('*')}\n"
            for topic in ("options", "stopping", "waiting")
            for study in studies(topic)
            for line in study
        ),
    ]


def bad_case():
    """What a bill comes to at worst, whichever plan it is."""
    results = [comparison(), comparison(therapy_not_covered="yes", network="oon")]
    return [
        *(told(result) for result in results for told in (dearest_months, stopping_caption)),
        months_chart(results[0]).alt,
        stopping_chart(results[0]).alt,
        break_even_caption(results[0], break_even(results[0])),
        *(text_of(row).replace("**", "") for row in catalog().recourses.values()),
    ]


def week_page():
    inputs = {"fixed_hours": "mon-fri:09-17", "travel_minutes_per_visit": 60}
    result = comparison(**inputs, third_path="step_up")
    weeks = planned_weeks(result)
    return [
        say("week.lead"),
        say("week.edit.lead"),
        *week_words.set_up(result.scenario),
        fit.fit_sentence(result),
        fit.fit_sentence(comparison(fixed_hours="mon-fri:09-20")),
        week_words.how_counted(),
        *(chart.caption for shown in week_charts(weeks).values() for chart in shown),
        *(
            line
            for week in chain(*weeks.values())
            for line in week_words.about_clashes(result, week)
        ),
        *leave(),
        course_chart(result).caption,
        week_words.calendar_lead(result.scenario),
        say("clash.night"),
        say("course.holidays.none"),
        *(row.note for row in catalog().weeks.values()),
    ]


def files():
    """What handout and slides say beyond the pages."""
    result = comparison(third_path="step_down")
    asked = questions.questions(result.scenario, swings(result.scenario))
    return [
        say("export.answer"),
        cost_drawing(comparison(therapy_copay_usd=27))["key"],
        say("export.qr.alt"),
        say("export.link"),
        made_on(TODAY),
        *(without_marks(questions.question_text(question)) for question in asked),
        *questions.general(result.scenario),
        *(f"{label}: {value}.\n" for label, value, _ in content.rests_on(result.scenario)),
    ]


def share_page():
    now, then = comparison(topics="money"), comparison(iop_weeks=4, therapy_hours_per_week=2)
    rows = kept_words.compared(
        (KeptScenario("Now", now.scenario), KeptScenario("Then", then.scenario))
    )
    frozen = freeze(now.scenario, TODAY)
    old = {**frozen.to_query(), "data": "2020.01", "iop_weeks": "99"}
    cut = list(frozen.to_query().items())[:5]
    leads = ("link", "qr", "file", "numbers", "note")
    return [
        *(f"{say(f'share.{part}.lead')}\n" for part in leads),
        *scenario_words.contents_in_short(frozen),
        kept_words.chart_caption(rows),
        *(f"{kept_words.apart(rows[1], rows[0], path)}." for path in now.options),
        *opened_notes(open_link(old.items(), today=TODAY), is_file=False),
        *opened_notes(open_link(cut, today=TODAY), is_file=True),
        say("pins.lead", most=4),
        say("pins.full"),
        say("pins.name.help"),
        say("share.file.load"),
        *(
            say(f"share.refused.{why}", kilobytes=100, most=200, fields="x", save="y")
            for why in REFUSALS
        ),
    ]


REFUSALS = ("large", "long", "many", "foreign", "unknown")


def papers():
    """The place for papers of the plan, what is said of one, and the sheet for a call."""
    result = comparison(network="oon", plan="own")
    paper = read_pasted("Outpatient services: $35 copay\n20% to the fifth", is_from_form=False)
    said = ("lead", "private", "nothing", "likely", "in_network", "out_of_network", "left_open")
    return [
        *(say(f"papers.{name}") for name in said),
        *left_open(paper, ()),
        say("call.offer"),
        say("call.not_a_promise"),
        say("call.record.lead"),
        *(line.asked.question for line in sheet(result).lines),
    ]


def sources_page():
    return [
        say("sources.lead"),
        say("sources.basis"),
        *method.steps(comparison()),
        *method.limits(comparison().scenario),
        bills.lead(),
        *(f"{row.title}. {row.terms}" for row in catalog().worked_bills.values()),
    ]


def controls():
    rows = catalog().parameters.values()
    return [f"{row.label}. {row.help}" for row in rows] + [
        plan.note for plan in catalog().plans.values()
    ]


def glossary():
    return everywhere.glossary(with_plan=True)


def footer():
    plain = [say(f"footer.{key}") for key in ("estimate", "privacy", "interest")]
    return [*plain, say("footer.shown_by", name="The house")]


def lost():
    """What is said while the line or the session is lost, and after it."""
    keys = (
        "connection.lost",
        "connection.back",
        "connection.gone",
        "visit.lost_pins",
        "visit.lost_answers",
    )
    return [say(key) for key in (*keys, "share.file.not_taken")]


def presented():
    """What the presentation says that no page says."""
    result = comparison()
    asked = presentation.plan_questions(result)
    return [
        say("present.decision.lead"),
        say("present.decision.end"),
        say("present.questions.none"),
        *presentation.weeks(result).values(),
        asked.lead,
        *(question.replace("**", "") for question in asked.questions),
        *questions.general(result.scenario),
        *presented_sources.last_words(),
    ]


def staff_help():
    pages = {
        key.split(".")[1]
        for key in catalog().words
        if key.startswith("together.") and key.endswith(".say")
    }
    return [
        sentence
        for page in sorted(pages)
        for sentence in staff_words.help_for(page, comparison().scenario)
    ]


def estimates():
    result = comparison(plan="none", therapy_sessions=104, third_path="step_down")
    papers = [estimate(result, facts(result, pathway), today=TODAY) for pathway in result.options]
    said = [
        part
        for paper in papers
        for section in paper.sections
        for part in section.body
        if isinstance(part, str)
    ]
    return list(dict.fromkeys([papers[0].lead, *said]))


PAGES = (
    compare_page,
    bad_case,
    week_page,
    care_page,
    decide_page,
    share_page,
    papers,
    audited,
    files,
    sources_page,
    controls,
    footer,
    lost,
    glossary,
    presented,
    estimates,
)
