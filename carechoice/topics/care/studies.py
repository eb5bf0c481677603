"""What studies found: who took part, what was compared, and the source."""

from __future__ import annotations

from carechoice.catalog.decision_rows import Study, Subject
from carechoice.catalog.in_use import catalog
from carechoice.inputs.citations import source_link
from carechoice.language.formats import in_a_row, of_100, rest_of_100
from carechoice.language.sentences import say


def studies(topic: Subject) -> list[list[str]]:
    """The studies on a topic, each as lines: title, who and what, finding, how and source."""
    return [_study(row) for row in catalog().research.values() if row.topic == topic]


def _study(row: Study) -> list[str]:
    links = in_a_row(source_link(catalog().sources[key]) for key in row.source)
    kind = f"{row.kind} {row.note}".strip()
    return [
        say("care.study", title=row.title),
        say("care.study.people", people=row.people, compared=row.compared),
        say("care.study.found", found=finding(row)),
        say("care.study.kind", period=row.period, kind=kind, sources=links),
    ]


def finding(row: Study) -> str:
    """What a study found, its shares as people of 100."""
    values = {key: catalog().figures[key].value or 0 for key in row.figures}
    people = {key: of_100(value) for key, value in values.items()}
    rest = {f"{key}_rest": rest_of_100(value) for key, value in values.items()}
    return row.found.format_map(people | rest)
