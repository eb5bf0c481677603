"""Lines of text on a plan's terms, from a portal or a verification of benefits -> a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
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
from carechoice.documents.note_below import below_note, is_for_others, is_note, says_more
from carechoice.documents.paper import Ask, Found, Paper, RefusedError, paper_of
from carechoice.documents.pasted_lines import unfolded
from carechoice.documents.placed_line import PlacedLine, limit_begun, said_of_line
from carechoice.documents.plan_days_line import PlanDays, as_of_day, days_of_plan
from carechoice.documents.stated import Stated, fit_of, names_a_day, stated

# What stands behind so much of a heading is not looked at; one as long has words we do not know.
_LONGEST_HEADING = 120
_AMOUNT = re.compile(r"[$%0-9]")
# More with terms than a screen or a form has: nobody could look over what is asked of each.
_MOST_LINES = 500
# More than any screen has, those without terms among them.
_MOST_LINES_IN_ALL = 5_000


def read_lines(text: str, *, today: date, is_from_form: bool = False) -> Paper:
    """What the lines say of therapy and of a program, for care in network.

    A single line that names no service is most likely meant for therapy visits; it never fills what
    a program day costs. Of several lines, one that names none is asked about, and so is every line
    below a heading for other care. Below a heading with a word that we do not know nothing is sure,
    until one follows that we know; of a line that may say for which case the one above it is, that
    one is not sure. In the federal form "Summary of Benefits and Coverage"
    (``is_from_form``) what a line leaves unsaid is after the deductible, as the form says above its
    table; lines from elsewhere are asked about. A deductible or a maximum that names no network is
    not sure, but below a heading that does. What is of a plan, or of a year of it, that has not
    ``today`` in it is asked about. Raises RefusedError for more lines than a person can
    look over.
    """
    lines = _lines(text)
    is_alone = sum(bool(line) for _, line in lines) == 1
    days = [days_of_plan(line) for _, line in lines]
    reading = _Reading(Above(paper=fit_of(text), time=_time_of(days, today)))
    for (place, line), of_plan in zip(lines, days, strict=True):
        above = reading.above
        each = PlacedLine(
            line, place, above, is_alone=is_alone, is_from_form=is_from_form, today=today
        )
        reading.take(each, of_plan)
    said = reading.in_all()
    told_on = _told_on(lines, days)
    said = list(as_of_now(said, lambda found: told_on.get(found.place, today), today=today))
    return paper_of("lines", [*once(said), *left_open(said)])


@dataclass(slots=True)
class _Reading:
    """What the lines so far say, and what stands above the next one.

    ``of_line``: where in ``said`` the last line with terms begins, which ``is_right_above`` if no
    other stands between. ``heading``: the last line, if it may head others; ``of_heading``: where
    in ``said`` begins what it is on if it heads none.
    """

    above: Above
    said: list[Found | Ask] = field(default_factory=list)
    of_line: int = 0
    heading: PlacedLine | None = None
    of_heading: int = 0
    has_terms: bool = False
    is_right_above: bool = False

    def take(self, line: PlacedLine, of_plan: PlanDays | None) -> None:
        """Read the next line; ``of_plan``: the days that it names as those of the plan."""
        begun, kind = line.text[:_LONGEST_HEADING], stated(line.text)
        found = _beside(line, begun, kind)
        if found and replace(self.above, time="own").of_service != "other":
            self.said += found
        if of_plan:
            is_now = of_plan.holds(line.today)
            self.said += _unless_now(line, is_now=is_now)
            self.above = below_days(self.above, is_now=is_now, begins_part=of_plan.begins_part)
        elif found:
            self.above = below_day(self.above, begun)
        elif line.text:
            self._take_other(line, begun, kind)
        else:
            self.is_right_above = False

    def _take_other(self, line: PlacedLine, begun: str, kind: Stated) -> None:
        """Read a line with terms, a note on the one above it, or one that heads others."""
        has_terms, is_right_below = kind == "terms", self.is_right_above
        has_amount = has_terms and _AMOUNT.search(begun)
        if is_note(begun, is_right_below=is_right_below and not has_amount):
            self._doubt(line, self.of_line)
        if has_terms and not (is_condition(begun) or heads_others(begun)):
            self.of_line, self.heading = len(self.said), None
            self.has_terms, self.is_right_above = True, True
            self.said += said_of_line(line)
        else:
            self.of_heading = self.of_line if is_right_below else len(self.said)
            self.of_line, self.heading, self.is_right_above = len(self.said), line, False
            self.said += _of_heading(line, begun, kind)
            self.above = below(self.above, begun, is_first=not self.has_terms)

    def _doubt(self, note: PlacedLine, start: int) -> None:
        self.said[start:] = below_note(self.said[start:], note)

    def in_all(self) -> list[Found | Ask]:
        """What all lines say; a heading that nothing stands below can be on those above it."""
        if self.heading and says_more(begun := self.heading.text[:_LONGEST_HEADING]):
            self._doubt(self.heading, 0 if is_for_others(begun) else self.of_heading)
        return self.said


def _lines(text: str) -> list[tuple[str, str]]:
    """Each line with its place."""
    split = text.splitlines()
    if len(split) > _MOST_LINES_IN_ALL:
        raise RefusedError("much_text")
    if sum(stated(line) == "terms" for line in split) > _MOST_LINES:
        raise RefusedError("many_lines")
    return [(f"line {at}", line) for at, line in unfolded(split)]


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
