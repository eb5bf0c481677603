"""The numbers of each chart as a table and as a file."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect
from visitor import START, cells, charts_of, scenario_of

from carechoice.comparison.compare import compare
from carechoice.language.formats import hours
from carechoice.language.sentences import say, short_name


def _unfolded(visitor, key):
    fold = visitor.page.locator(f".st-key-table_{key}").locator("details")
    expect(fold.locator("summary")).to_contain_text(say("chart.table", title=say(f"{key}.title")))
    visitor.unfold(fold)
    expect(fold.get_by_role("table")).to_be_visible()
    return fold


def _see_cost_agree(caption, rows):
    shown = {cell for row in rows for cell in row}
    amounts = {word.strip(".,") for word in caption.split() if word.startswith("$")}
    assert len(amounts) >= 4
    assert amounts <= shown


def _see_time_agree(caption, rows):
    for column in (2, 3):
        assert hours(sum(float(row[column].split()[0]) for row in rows)) in caption


def _see_level_agree(caption, rows):
    here = {row[0]: row[2] for row in rows}
    for pathway, option in compare(scenario_of(START)).options.items():
        assert short_name(pathway) in here[option.level.label]
        assert hours(option.hours_per_week) in caption
    assert len([cell for cell in here.values() if cell]) == 2


AGREE = {"time": _see_time_agree, "cost": _see_cost_agree, "level": _see_level_agree}


def test_the_table_holds_the_numbers_of_the_chart_and_of_its_caption(tab):
    visitor = tab().open("/", START)
    for key, agree in AGREE.items():
        chart = charts_of(scenario_of(START))[key]
        header, *rows = cells(_unfolded(visitor, key))
        assert header == [column.label for column in chart.table.columns]
        assert rows == chart.table.shown()
        agree(visitor.text(chart.caption).inner_text(), rows)


def _download(visitor, fold):
    """The name of the file, and its rows as a spreadsheet reads them."""
    found = visitor.download(fold.get_by_role("button", name=say("chart.download")))
    with Path(found.path()).open(encoding="utf-8-sig", newline="") as file:
        return found.suggested_filename, list(csv.reader(file))


@pytest.mark.by_night
def test_the_download_is_the_table_and_leaves_the_page_as_it_was(tab):
    link = {**START, "therapy_sessions": 10}
    visitor = tab().open("/", link)
    before = visitor.page.url
    for sessions, key in enumerate(AGREE, start=10):
        link["therapy_sessions"] = sessions
        fold = _unfolded(visitor, key)
        name, (header, *rows) = _download(visitor, fold)
        table = charts_of(scenario_of(link))[key].table
        assert name == f"carechoice-{key}.csv"
        assert header == [column.label for column in table.columns]
        assert rows == [[str(value) for value in row] for row in table.rows]
        expect(fold.get_by_role("table")).to_be_visible()
        expect(visitor.page).to_have_url(before)
        visitor.slider("therapy_sessions").press("ArrowRight")
        link["therapy_sessions"] = sessions + 1
        visitor.sees_charts(scenario_of(link))
        visitor.address_hands_on(scenario_of(link))
        before = visitor.page.url
