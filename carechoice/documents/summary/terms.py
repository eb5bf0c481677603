"""A cell on outpatient care -> what it says of office visits and of other services."""

from __future__ import annotations

import re
from collections.abc import Sequence

from carechoice.documents.terms.line import read_services
from carechoice.documents.terms.owed import LineTerms, NotUnderstoodError

# Headings inside a cell, each with its terms after it; those of a facility are no office visits.
_HEALTH = r"(?:(?:mental ?/ ?behavioral|mental|behavioral) health )?"
_OFFICE = rf"{_HEALTH}(?:outpatient )?office visits?"
_BOTH = rf"{_HEALTH}office(?: visits?)? ?(?:&|and|/) ?other outpatient services"
_OTHER = (
    r"(?:all )?other outpatient(?: (?:services|items and services))?|all other services"
    rf"|{_HEALTH}(?:outpatient )?facility visits?(?: ?[-–] ?facility charges)?"
)
_TERMS_BEGIN = r"(?=\$|[0-9]|no charge|not covered|deductible)"
_HEADING = re.compile(
    rf"(?:^|(?<=[.;,a-z%] )|(?<=[.;]))(?<!/ )(?<!per )(?<!for )(?<!each )"
    rf"(?:(?P<both>{_BOTH})|(?P<office>{_OFFICE}|office(?= ?:))|(?P<other>{_OTHER}))"
    rf" ?[:–-]? ?{_TERMS_BEGIN}",
    re.IGNORECASE,
)
# "20% coinsurance all other outpatient services", of which a line has "for" in between.
_SERVICES_BEHIND = re.compile(
    r"(?:(?<=charge)|(?<=coinsurance)|(?<=copay)|(?<=copayment)|(?<=%)) "
    r"(?=(?:all )?other (?:outpatient )?services(?:$|[.;,]))",
    re.IGNORECASE,
)


def terms_of(cells: Sequence[str]) -> list[LineTerms]:
    """What the cells of one column say, once for each service. Raises NotUnderstoodError."""
    lines = [_SERVICES_BEHIND.sub(" for ", cell) for cell in cells]
    said = [
        terms for cell in lines for part in _under_headings(cell) for terms in read_services(part)
    ]
    services = [terms.service for terms in said]
    if len(set(services)) < len(services) or (None in services and len(services) > 1):
        raise NotUnderstoodError("; ".join(cells))
    return said


def _under_headings(cell: str) -> list[str]:
    """The parts of a cell below each heading in it, with the heading as lines have it."""
    headings = list(_HEADING.finditer(cell))
    if not headings or headings[0].start():
        return [cell]
    ends = [*(heading.start() for heading in headings[1:]), len(cell)]
    return [
        _as_line(heading, cell[heading.end() : end].strip(" ;,"))
        for heading, end in zip(headings, ends, strict=True)
    ]


def _as_line(heading: re.Match[str], terms: str) -> str:
    if heading["both"]:
        return f"{terms} (office visit/other outpatient services)"
    return f"{'Office visit' if heading['office'] else 'Other outpatient services'}: {terms}"
