"""Lines of text on a plan's terms, from a portal or a verification of benefits -> a paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from carechoice.documents.around.heading import Above, Fit
from carechoice.documents.around.stated import stated
from carechoice.documents.contradictions import paper_of
from carechoice.documents.days.plan import PlanDays, as_of_day, days_of_plan
from carechoice.documents.limits.met_by_now import as_of_now
from carechoice.documents.limits.values import FIELDS
from carechoice.documents.paper import Ask, Field, Found, Paper, RefusedError
from carechoice.documents.pasted.lines import unfolded
from carechoice.documents.terms.values import IOP_INPUTS, THERAPY_INPUTS
from carechoice.documents.terms.words import is_of_substance_use
from carechoice.documents.text.on_claims import fit_of
from carechoice.documents.text.placed_line import PlacedLine
from carechoice.documents.text.reading import Reading

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
    reading = Reading(Above(paper=fit_of(text), time=_time_of(days, today)))
    for (place, line), of_plan in zip(lines, days, strict=True):
        above = reading.above
        each = PlacedLine(
            line, place, above, is_alone=is_alone, is_from_form=is_from_form, today=today
        )
        reading.take(each, of_plan)
    said = list(_of_mental_health(reading.in_all()))
    told_on = _told_on(lines, days)
    said = list(as_of_now(said, lambda found: told_on.get(found.place, today), today=today))
    return paper_of("lines", [*_once(_without_others(said)), *_left_open(said)])


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


def _time_of(days: Sequence[PlanDays | None], today: date) -> Fit:
    """Whether lines above those on the plan's days are of a time that has today in it."""
    is_now = {each.holds(today) for each in days if each}
    if False not in is_now:
        return "own"
    return "doubtful" if True in is_now else "other"


def _of_mental_health(said: Sequence[Found | Ask]) -> Iterator[Found | Ask]:
    """What is said, without a program for substance use where the one that is meant has terms."""
    of_program = [each for each in said if each.field in IOP_INPUTS.fields]
    has_own = any(isinstance(each, Found) and each.sure for each in of_program)
    for each in said:
        is_of_program = each.field in IOP_INPUTS.fields
        if not (has_own and is_of_program and is_of_substance_use(each.words)):
            yield each


def _without_others(said: Sequence[Found | Ask]) -> Iterator[Found | Ask]:
    """What is said, where an amount for others only is asked about if there is none for us."""
    found = {each.field for each in said if isinstance(each, Found)}
    for each in said:
        is_of_others = isinstance(each, Ask) and each.why in ("family", "out_of_network")
        if not (is_of_others and each.field in found):
            yield each


def _once(said: Iterable[Found | Ask]) -> list[Found | Ask]:
    """What is said, where each input is asked about once for all headings that we do not know."""
    asked: set[Field | None] = set()
    kept: list[Found | Ask] = []
    for each in said:
        is_of_heading = isinstance(each, Ask) and each.why == "heading"
        if not (is_of_heading and each.field in asked):
            kept.append(each)
        if is_of_heading:
            asked.add(each.field)
    return kept


def _left_open(said: Sequence[Found | Ask]) -> Iterator[Ask]:
    """What nothing of it says of limits, of therapy and of a program."""
    fields = {each.field for each in said}
    for total, met in FIELDS.values():
        # "$1,500 met" can be all of a limit, and what is met so far of a higher one.
        if met in fields and total not in fields:
            yield Ask("missing", total)
    for inputs in (THERAPY_INPUTS, IOP_INPUTS):
        if not {inputs.copay, inputs.not_covered} & fields:
            yield Ask("missing", inputs.copay)
            yield Ask("missing", inputs.pays)
