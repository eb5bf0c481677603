"""Fair by test: neither option gets more points, more words, more colour or better words."""

import re
import tomllib
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from scenarios import comparison

from carechoice.catalog.centre.centre import contrast
from carechoice.catalog.in_use import catalog
from carechoice.comparison import words
from carechoice.comparison.compare import PATHWAYS
from carechoice.comparison.side_by_side.features import features, trial
from carechoice.comparison.side_by_side.ladder import level_caption
from carechoice.comparison.weeks.planned_week import planned_weeks
from carechoice.drawing.style import COLOR
from carechoice.language.sentences import say
from carechoice.present import screens as presentation
from carechoice.topics.care import words as care_words
from carechoice.topics.care.filling import filling_chart
from carechoice.topics.care.included import included_chart
from carechoice.topics.dashboard import captions
from carechoice.topics.dashboard.charts import charts
from carechoice.topics.decide import words as decision_words
from carechoice.topics.week import words as week_words
from carechoice.topics.week.course_chart import course_chart
from carechoice.topics.week.leave import leave
from carechoice.topics.week.week_chart import week_charts

ROOT = Path(__file__).parents[2]
PRAISE = re.compile(
    r"\b(best|better|recommend\w*|should|ideal|superior|effective|success\w*|proven)\b", re.I
)


def texts(option, kind):
    return [feature.text for feature in features(option, kind)]


@pytest.mark.parametrize("kind", ["positive", "negative"])
def test_both_options_have_the_same_number_of_points(kind):
    therapy, iop = (texts(option, kind) for option in PATHWAYS)
    assert len(therapy) == len(iop) >= 4


def test_each_option_has_as_many_good_as_hard_points():
    for option in PATHWAYS:
        assert len(texts(option, "positive")) == len(texts(option, "negative"))


@pytest.mark.parametrize("kind", ["positive", "negative"])
def test_both_options_get_about_the_same_number_of_words(kind):
    lengths = [sum(len(text.split()) for text in texts(option, kind)) for option in PATHWAYS]
    assert max(lengths) <= 1.2 * min(lengths)


@pytest.mark.parametrize("topic", catalog().topics.values(), ids=lambda topic: topic.key)
def test_topics_mean_as_much_for_both_options(topic):
    """As many words and as many sentences, so that neither looks richer."""
    lengths = [len(text.split()) for text in (topic.therapy, topic.iop)]
    assert max(lengths) - min(lengths) <= 2
    assert topic.therapy.count(".") == topic.iop.count(".")


def test_both_options_get_about_the_same_number_of_words_in_the_table_of_questions():
    lengths = [
        sum(len(getattr(row, option).split()) for row in catalog().aspects.values())
        for option in PATHWAYS
    ]
    assert max(lengths) <= 1.2 * min(lengths)


def test_no_answer_about_one_option_is_much_longer_than_that_about_the_other():
    for row in catalog().aspects.values():
        lengths = sorted(len(getattr(row, option).split()) for option in PATHWAYS)
        assert lengths[1] <= lengths[0] + 3, row.question


def theme(mode):
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    return config["theme"][mode]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_bars_stand_out_equally_in_both_themes(mode):
    ratios = [contrast(COLOR[option], theme(mode)["backgroundColor"]) for option in PATHWAYS]
    assert min(ratios) >= 3
    assert max(ratios) <= 1.1 * min(ratios)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    "color", ["textColor", "linkColor", "primaryColor", "blueTextColor", "orangeTextColor"]
)
@pytest.mark.parametrize("background", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_is_readable_in_both_themes(mode, color, background):
    assert contrast(theme(mode)[color], theme(mode)[background]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_names_of_the_options_stand_out_equally(mode):
    ratios = [
        contrast(theme(mode)[color], theme(mode)["backgroundColor"])
        for color in ("blueTextColor", "orangeTextColor")
    ]
    assert max(ratios) <= 1.1 * min(ratios)


def test_on_paper_a_name_has_the_colour_of_the_light_theme_whatever_the_screen_has():
    style = (ROOT / "carechoice/ui/style/paper.css").read_text(encoding="utf-8")
    for color in ("blueTextColor", "orangeTextColor", "violetTextColor", "greenTextColor"):
        dark = theme("dark")[color]
        screen = ", ".join(str(int(dark[start : start + 2], 16)) for start in (1, 3, 5))
        paper = theme("light")[color].lower()
        assert f'[style*="{screen}"] {{\n    color: {paper} !important' in style


def test_what_lies_over_a_page_has_the_colour_of_the_page():
    style = (ROOT / "carechoice/ui/style/page.css").read_text(encoding="utf-8")
    light, dark = (theme(mode)["backgroundColor"].lower() for mode in ("light", "dark"))
    assert f"--page: light-dark({light}, {dark});" in style


def test_the_charts_draw_both_options_with_the_same_means():
    for chart in charts(comparison()):
        text = chart.alt
        assert "herapy" in text
        assert "IOP" in text
    for chart in (included_chart(comparison()), filling_chart(comparison())):
        marks = chart.figure["data"][-2:]
        assert len({trace["marker"].get("size") for trace in marks}) == 1
    marks = included_chart(comparison(third_path="step_down")).figure["data"][-3:]
    assert {trace["marker"]["size"] for trace in marks} == {15}
    time, cost, _ = charts(comparison())
    assert len({trace["line"]["width"] for trace in time.figure["data"]}) == 1
    assert {len(bar["x"]) for bar in cost.figure["data"]} == {1}


def test_sentences_about_an_option_have_the_same_form():
    therapy, iop = words.answer(comparison()).values()
    facts = re.compile(r"takes \*\*.*\*\* until .* and costs you \*\*.*\*\*\.$")
    assert facts.search(therapy)
    assert facts.search(iop)


@pytest.mark.parametrize("third", ["step_down", "step_up"])
def test_a_third_way_has_a_bar_as_high_as_the_others_under_each_kind_of_care(third):
    height = Counter()
    for bars in filling_chart(comparison(third_path=third)).figure["data"]:
        height[bars["name"]] += bars["width"]
    assert len(height) == 3
    assert len(set(height.values())) == 1


def clashes(result):
    """What is told of each phase of each option."""
    phases = chain(*planned_weeks(result).values())
    return [week_words.about_clashes(result, week) for week in phases]


@pytest.mark.parametrize("third", ["off", "step_down", "step_up"])
def test_clashes_of_all_options_are_told_with_as_many_points_and_about_as_many_words(third):
    for inputs in ({}, {"fixed_hours": "mon-fri:09-17", "travel_minutes_per_visit": 60}):
        told = clashes(comparison(**inputs, third_path=third))
        assert len({len(points) for points in told}) == 1
        lengths = [len(" ".join(points).split()) for points in told]
        assert max(lengths) <= 1.2 * min(lengths)


def calendars(result):
    return [chart for shown in week_charts(planned_weeks(result)).values() for chart in shown]


@pytest.mark.parametrize("third", ["off", "step_down", "step_up"])
def test_all_calendars_and_the_timeline_draw_the_options_with_the_same_means(third):
    result = comparison(third_path=third)
    figures = [chart.figure for chart in calendars(result)]
    assert len({figure["layout"]["height"] for figure in figures}) == 1
    assert len({tuple(figure["layout"]["yaxis"]["range"]) for figure in figures}) == 1
    assert len({len(figure["data"]) for figure in figures}) == 1
    course = course_chart(result).figure["data"]
    assert len({trace["marker"]["size"] for trace in course[: len(result.options)]}) == 1
    bars = [trace for trace in course if trace["type"] == "bar"]
    assert len({(bar["width"], *set(bar["y"])) for bar in bars}) == 1


def test_nothing_a_client_reads_recommends_or_ranks():
    result = comparison(third_path="step_down")
    at_work = comparison(third_path="step_down", fixed_hours="mon-fri:09-17")
    told = [
        *words.answer(result).values(),
        captions.time_caption(result),
        captions.cost_caption(result),
        level_caption(result),
        *leave(),
        *(chart.caption for chart in calendars(at_work)),
        *(line for told in clashes(at_work) for line in told),
        *(row.text for row in catalog().features.values()),
        *(row.text for row in catalog().recourses.values()),
        *(row.help for row in catalog().parameters.values()),
        *(f"{row.question} {row.therapy} {row.iop}" for row in catalog().topics.values()),
        *(decision_words.after_no(name) for name in decision_words.SURE),
        *decision_words.assessment(result).values(),
        *decision_words.next_steps(result),
        *(row.meaning for row in catalog().levels.values()),
        *(row.who_for for row in catalog().levels.values()),
        *(answer for row in care_words.aspects() for answer in row),
        *care_words.neither(),
        care_words.waiting_end(),
        care_words.included_caption(result),
        care_words.filling_caption(result),
        *(care_words.third_like(result, each) for each in result.beside),
        *(text for row in catalog().research.values() for text in (row.found, row.compared)),
        *presentation.weeks(result).values(),
        say("present.decision.lead"),
        *(say(f"care.{key}") for key in ("wait.lead", "research.lead", "research.gaps")),
    ]
    for text in told:
        assert not PRAISE.search(text), text


def test_no_study_of_the_two_options_is_told_as_a_win_of_one():
    for row in catalog().research.values():
        assert not re.search(r"\b(worked|superior|win\w*|outperform\w*)\b", row.found, re.I)


def test_no_claim_that_one_option_works_better():
    assert "found no clear difference" in trial()
    assert "cocaine dependence" in trial()
