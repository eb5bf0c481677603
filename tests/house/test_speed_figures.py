"""The speed figures of the README are rows of the measured table, unchanged."""

from pathlib import Path

ROOT = Path(__file__).parents[2]


def rows(text):
    return [line for line in text.splitlines() if line.startswith("|")]


def test_each_figure_of_the_readme_is_a_row_of_the_measured_table():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.split("## How fast\n")[1].split("\n## ")[0]
    measured = rows((ROOT / "benchmarks/RESULTS.md").read_text(encoding="utf-8"))
    assert len(rows(section)) > 2
    assert set(rows(section)) <= set(measured)
