"""The benchmark: what its pages draw, and what it makes of what it saw."""

import json
import subprocess
import sys
from random import Random

import pytest

from benchmarks import centre
from benchmarks.bare_figures import figures
from benchmarks.drags import read
from benchmarks.imports import IMPORT
from benchmarks.model import any_scenario
from benchmarks.sites import ROOT
from carechoice.catalog.in_use import using
from carechoice.catalog.load import shipped
from carechoice.comparison.compare import compare
from carechoice.inputs.scenario import Scenario


@pytest.mark.parametrize("hours", [3, 9, 30])
def test_every_label_of_the_bare_pages_has_the_hours_of_the_slider(hours):
    """Eight weeks of $255 for each three hours."""
    time, cost, level = (figure.layout.annotations[0].text for figure in figures(hours))
    assert time == f"{8 * hours} hours in all"
    assert cost == f"${8 * hours / 3 * 255:,.0f} in all"
    assert level == f"{hours} hours a week"


def test_a_large_centre_and_the_same_inputs_typed_in_have_the_same_bills(tmp_path):
    """18 copayments of $27; 24 days of $318 over New Year: $1,500 twice, and 20% of the rest."""
    of_centre = centre.large_centre(tmp_path)
    assert len(of_centre.own.programs) == centre.PROGRAMS
    assert len(of_centre.own.payers) == centre.PAYERS
    for data, query in ((of_centre, centre.PICKED), (shipped(), centre.typed_in(of_centre))):
        with using(data):
            options = compare(Scenario.from_query(query, today=centre.TODAY).scenario).options
        assert options["therapy"].patient_total_usd == 18 * 27
        assert options["iop"].patient_total_usd == pytest.approx(3000 + 0.2 * (24 * 318 - 3000))
        assert options.keys() == {"therapy", "iop"}


def record(shown, *, moved, released):
    """A frame every 10 ms; in each the chart of levels names this many hours."""
    frames = [
        {
            "at": 10 * index,
            "value": 0,
            "texts": ["", "", f"0102030Hours a week{hours} hours a week"],
        }
        for index, hours in enumerate(shown)
    ]
    return {"frames": frames, "moved": moved, "released": released}


def test_a_live_page_lags_from_the_last_move():
    drag = read(record([9, 9, 11, 11, 14, 14, 14], moved=35, released=65), seconds=0.1, value=14)
    assert (drag.is_live, drag.lag_ms, drag.has_last_value) == (True, 5, True)
    # Only 9 to 11 came while the pointer moved.
    assert drag.updates_a_second == pytest.approx(10)


def test_a_page_that_waits_for_the_release_lags_from_there():
    drag = read(record([9, 9, 9, 9, 9, 9, 14], moved=15, released=35), seconds=0.1, value=14)
    assert (drag.is_live, drag.lag_ms, drag.updates_a_second) == (False, 25, 0)


def test_a_page_that_stays_at_an_earlier_value_is_told():
    drag = read(record([9, 11, 11], moved=5, released=25), seconds=0.1, value=14)
    assert not drag.has_last_value


def test_a_chart_that_is_being_redrawn_is_no_update():
    frames = record([9, 9, 9], moved=25, released=30)
    frames["frames"][1]["texts"] = []
    assert read(frames, seconds=0.1, value=9).updates_a_second == 0


def test_the_model_is_measured_with_any_scenario_that_a_page_can_hold():
    random = Random(1)
    drawn = {any_scenario(random) for _ in range(50)}
    assert len(drawn) == 50
    assert len({scenario.plan.network for scenario in drawn}) == 3


def test_the_import_that_is_measured_is_that_of_the_whole_model():
    told = subprocess.run(
        [sys.executable, "-c", IMPORT], cwd=ROOT, capture_output=True, check=True, text=True
    )
    _, modules = json.loads(told.stdout)
    assert {"carechoice.comparison.compare", "carechoice.insurance.engine"} <= set(modules)
