"""Lines of text on a plan's terms, from a portal or a verification of benefits -> a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from carechoice.documents.beside_terms import said_beside
from carechoice.documents.heading import (
    Above,
    Fit,
    below,
    below_day,
    below_days,
    heads_others,
    is_condition,
    is_known,
    is_passed_over,
)
from carechoice.documents.left_open import left_open, once
from carechoice.documents.met_by_now import as_of_now
from carechoice.documents.paper import Ask, Found, Paper, RefusedError, paper_of
from carechoice.documents.pasted_lines import unfolded
from carechoice.documents.placed_line import PlacedLine, limit_begun, said_of_line
from carechoice.documents.plan_days_line import PlanDays, as_of_day, days_of_plan
from carechoice.documents.stated import Stated, fit_of, names_a_day, stated
from carechoice.documents.summary.limitations import is_not_needed

# What stands behind so much of a heading is not looked at; one as long has words we do not know.
_LONGEST_HEADING = 120
# More with terms than a screen or a form has: nobody could look over what is asked of each.
_MOST_LINES = 500
# More than any screen has, those without terms among them.
_MOST_LINES_IN_ALL = 5_000


def read_lines(text: str, *, today: date, is_from_form: bool = False) -> Paper:
    """What the lines say of therapy and of a program, for care in network.

    A single line that names no service is most likely meant for therapy visits; it never fills what
    a program day costs. Of several lines, one that names none is asked about, and so is every line
    below a heading for other care. Below a heading with a word that we do not know nothing is sure,
    until one follows that we know. In the federal form "Summary of Benefits and Coverage"
    (``is_from_form``) what a line leaves unsaid is after the deductible, as the form says above its
    table; lines from elsewhere are asked about. A deductible or a maximum that names no network is
    not sure, but below a heading that does. What is of a plan, or of a year of it, that has not
    ``today`` in it is asked about. Raises RefusedError for more lines than a person can
    look over.
    """
    lines = _lines(text)
    kinds = [stated(line) for _, line in lines]
    is_alone = sum(bool(line) for _, line in lines) == 1
    days = [days_of_plan(line) for _, line in lines]
    above, is_first = Above(paper=fit_of(text), time=_time_of(days, today)), True
    said: list[Found | Ask] = []
    for (place, line), kind, of_plan in zip(lines, kinds, days, strict=True):
        each = PlacedLine(
            line, place, above, is_alone=is_alone, is_from_form=is_from_form, today=today
        )
        begun = line[:_LONGEST_HEADING]
        found = _beside(each, begun, kind)
        if found and replace(above, time="own").of_service != "other":
            said += found
        if of_plan:
            is_now = of_plan.holds(today)
            said += _unless_now(each, is_now=is_now)
            above = below_days(above, is_now=is_now, begins_part=of_plan.begins_part)
        elif found:
            above = below_day(above, begun)
        elif kind == "terms" and not (is_condition(begun) or heads_others(begun)):
            said += said_of_line(each)
            is_first = False
        elif line:
            said += _of_heading(each, begun, kind)
            above = below(above, begun, is_first=is_first)
    told_on = _told_on(lines, days)
    said = list(as_of_now(said, lambda found: told_on.get(found.place, today), today=today))
    return paper_of("lines", [*once(said), *left_open(said)])


def _lines(text: str) -> list[tuple[str, str]]:
    """Each line with its place, without those that nothing hangs on."""
    split = text.splitlines()
    if len(split) > _MOST_LINES_IN_ALL:
        raise RefusedError("much_text")
    if sum(stated(line) == "terms" for line in split) > _MOST_LINES:
        raise RefusedError("many_lines")
    return [(f"line {at}", line) for at, line in unfolded(split) if not is_not_needed(line)]


def _told_on(lines: Sequence[tuple[str, str]], days: Sequence[PlanDays | None]) -> dict[str, date]:
    """The day of each line by its place, as it says itself, or as the paper does of all of them."""
    of_all = min((each.span.told_on for each in days if each and each.span.told_on), default=None)
    named = {place: as_of_day(line) or of_all for place, line in lines}
    return {place: day for place, day in named.items() if day}


def _unless_now(line: PlacedLine, *, is_now: bool) -> Iterator[Ask]:
    if not is_now:
        yield Ask("time", words=line.words, place=line.place)


def _time_of(days: Sequence[PlanDays | None], today: date) -> Fit:
    """Whether lines above those on the plan's days are of a time that has today in it."""
    is_now = {each.holds(today) for each in days if each}
    if False not in is_now:
        return "own"
    return "doubtful" if True in is_now else "other"


def _beside(line: PlacedLine, begun: str, kind: Stated) -> list[Found | Ask]:
    has_terms = kind == "terms"
    return list(said_beside(begun, words=line.words, place=line.place, has_terms=has_terms))


def _of_heading(line: PlacedLine, begun: str, kind: Stated) -> Iterator[Ask]:
    """What is to be asked of a line that may be a heading, too."""
    is_named = kind != "nothing" and not is_known(begun) and not is_condition(begun)
    if is_named or (names_a_day(begun) and not is_passed_over(begun)):
        yield Ask("not_understood", limit_begun(begun), line.words, line.place)
