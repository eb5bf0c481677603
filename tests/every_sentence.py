"""What every page, the files and the presentation say of one comparison, without drawing them."""

from collections.abc import Iterator
from itertools import chain

from scenarios import TODAY, warnings

from carechoice.catalog.in_use import catalog
from carechoice.comparison import staff as staff_words
from carechoice.comparison import words
from carechoice.comparison.compare import Comparison, compare
from carechoice.comparison.plan import words as plan_words
from carechoice.comparison.plan.main_assumption import main_assumption
from carechoice.comparison.plan.recourses import recourses_by_part
from carechoice.comparison.plan_year import first_day
from carechoice.comparison.side_by_side import picked_topics as topic_words
from carechoice.comparison.side_by_side.features import about
from carechoice.comparison.side_by_side.key_figures import key_figures
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.comparison.weeks import fit
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.files import content
from carechoice.files.estimate.content import Table, estimate
from carechoice.files.estimate.facts import estimated, facts
from carechoice.files.numbers import record_note
from carechoice.files.scenario import words as scenario_words
from carechoice.inputs import evidence
from carechoice.inputs.changes import under_other_plan
from carechoice.inputs.coverage import has_plan, owes_nothing
from carechoice.inputs.handed_on.link import freeze
from carechoice.language.everywhere import footer, glossary
from carechoice.language.sentences import say
from carechoice.present import screens as presentation
from carechoice.present import sources as presented_sources
from carechoice.topics.bill import words as bill_words
from carechoice.topics.bill.bad_case.months_chart import months_chart
from carechoice.topics.bill.bad_case.stopping import stopping_applies
from carechoice.topics.bill.bad_case.stopping_chart import stopping_chart
from carechoice.topics.bill.break_even import break_even_chart
from carechoice.topics.bill.inputs_used import inputs
from carechoice.topics.bill.other_plan import under_another_plan
from carechoice.topics.bill.running import running_chart
from carechoice.topics.bill.steps import step_sentences
from carechoice.topics.care import words as care_words
from carechoice.topics.dashboard.charts import charts
from carechoice.topics.decide import words as decision_words
from carechoice.topics.sources import method
from carechoice.topics.unknown import questions
from carechoice.topics.unknown.charts import unknown_chart
from carechoice.topics.unknown.spreads import spreads
from carechoice.topics.unknown.swing_chart import swing_chart
from carechoice.topics.unknown.swings import swings
from carechoice.topics.week import words as week_words
from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.week_chart import week_charts


def rows(table) -> Iterator[str]:
    return ("; ".join(map(str, row)) for row in table)


def chart_texts(chart) -> Iterator[str]:
    yield chart.caption
    yield chart.alt
    yield "; ".join(chart.table.header())
    yield from rows(chart.table.shown())
    layout = chart.figure["layout"]
    yield from (note["text"] for note in layout.get("annotations", ()))


def frame(result: Comparison) -> Iterator[str]:
    """What stands on every page."""
    yield from words.answer(result).values()
    yield main_assumption(result.scenario)
    yield from filter(None, [first_day.sentence(result), fit.fit_sentence(result)])
    yield from warnings(result, TODAY)
    yield from plan_words.plan_share(result.scenario)
    yield from glossary(with_plan=has_plan(result.scenario))
    yield from footer()


def compare_page(result: Comparison) -> Iterator[str]:
    yield from rows(key_figures(result))
    yield from rows(topic_words.rows(result))
    for chart in charts(result):
        yield from chart_texts(chart)
    for pathway in result.both:
        yield from about(result, pathway)


def bill_page(result: Comparison) -> Iterator[str]:
    moves = swings(result.scenario)
    yield from rows(bill_words.totals(result))
    if owes_nothing(result.scenario):
        yield say("bill.nothing")
    else:
        yield from chart_texts(running_chart(result))
        yield from chart_texts(break_even_chart(result))
        yield from chart_texts(unknown_chart(result, spreads(result)))
        yield from chart_texts(swing_chart(moves, result.scenario))
        for pathway in result.options:
            yield from step_sentences(result, pathway)
        yield from chart_texts(months_chart(result))
    if stopping_applies(result):
        yield from chart_texts(stopping_chart(result))
    yield from rows(inputs(result.scenario))
    asked = questions.questions(result.scenario, moves)
    yield from (questions.question_text(question) for question in asked)
    yield questions.title(result.scenario)
    yield questions.lead(result.scenario, asked)
    yield from questions.general(result.scenario)
    for told in recourses_by_part(result.scenario).values():
        yield from told
    other = under_other_plan(result.scenario)
    if other:
        yield from under_another_plan(result, compare(other))


def week_page(result: Comparison) -> Iterator[str]:
    weeks = planned_weeks(result)
    yield from week_words.set_up(result.scenario)
    yield from rows(week_words.figures(weeks))
    for week in chain(*weeks.values()):
        yield from week_words.about_clashes(result, week)
    for shown in week_charts(weeks).values():
        yield from (chart.caption for chart in shown)
    yield course_chart(result).caption


def care_page(result: Comparison) -> Iterator[str]:
    yield level_caption(result)
    for rung in care_words.ladder(result):
        yield " ".join([rung.name, *rung.marks.values()])
    yield care_words.included_caption(result)
    yield care_words.filling_caption(result)


def decide_page(result: Comparison) -> Iterator[str]:
    yield from chain.from_iterable(
        topic_words.meanings(topic, result) for topic in catalog().topics.values()
    )
    yield from decision_words.assessment(result).values()
    yield from decision_words.next_steps(result)
    yield from decision_words.next_steps(result, is_printed=True)
    yield decision_words.phone_list_label(result.scenario)


def share_page(result: Comparison) -> Iterator[str]:
    frozen = freeze(result.scenario, TODAY)
    yield from scenario_words.contents_in_short(frozen)
    yield from record_note.note(result, frozen).splitlines()


def sources_page(result: Comparison) -> Iterator[str]:
    yield from method.steps(result)
    yield from method.limits(result.scenario)
    yield from (f"{line.label}: {line.value}" for line in evidence.inputs(result.scenario))


def files(result: Comparison) -> Iterator[str]:
    yield from rows(content.rests_on(result.scenario))


def estimates(result: Comparison) -> Iterator[str]:
    for pathway in estimated(result):
        paper = estimate(result, facts(result, pathway), today=TODAY)
        yield paper.lead
        for section in (*paper.sections, paper.for_staff):
            for part in section.body:
                if isinstance(part, str):
                    yield part
                elif isinstance(part, Table):
                    yield from rows(part.rows)


def presented(result: Comparison) -> Iterator[str]:
    asked = presentation.plan_questions(result)
    yield from (asked.lead, *asked.questions)
    yield from rows(presented_sources.numbers(result))
    yield from presentation.weeks(result).values()


def staff(result: Comparison) -> Iterator[str]:
    for page in ("compare", "bill", "week", "care", "decide", "share", "sources"):
        yield from staff_words.help_for(page, result.scenario)
    yield from staff_words.confirmed_lines(result.scenario)


PLACES = (
    frame, compare_page, bill_page, week_page, care_page, decide_page, share_page, sources_page,
    files, estimates, presented, staff,
)  # fmt: skip


def every_sentence(result: Comparison) -> dict[str, list[str]]:
    """All that is said of a comparison, by place."""
    return {place.__name__: list(place(result)) for place in PLACES}
