"""Lines of text on a plan's terms, from a portal or a verification of benefits -> a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carechoice.documents.beside_terms import said_beside
from carechoice.documents.heading import (
    Above,
    below,
    below_day,
    heads_others,
    is_condition,
    is_known,
    is_passed_over,
)
from carechoice.documents.limit_values import FIELDS
from carechoice.documents.paper import Ask, Field, Found, Paper, RefusedError, paper_of
from carechoice.documents.pasted_lines import unfolded
from carechoice.documents.placed_line import PlacedLine, limit_begun, said_of_line
from carechoice.documents.service_terms import IOP_INPUTS, THERAPY_INPUTS
from carechoice.documents.stated import Stated, fit_of, names_a_day, stated
from carechoice.documents.summary.limitations import is_not_needed

# What stands behind so much of a heading is not looked at; one as long has words we do not know.
_LONGEST_HEADING = 120
# More with terms than a screen or a form has: nobody could look over what is asked of each.
_MOST_LINES = 500
# More than any screen has, those without terms among them.
_MOST_LINES_IN_ALL = 5_000


def read_lines(text: str, *, is_from_form: bool = False) -> Paper:
    """What the lines say of therapy and of a program, for care in network.

    A single line that names no service is most likely meant for therapy visits; it never fills what
    a program day costs. Of several lines, one that names none is asked about, and so is every line
    below a heading for other care. Below a heading with a word that we do not know nothing is sure,
    until one follows that we know. In the federal form "Summary of Benefits and Coverage"
    (``is_from_form``) what a line leaves unsaid is after the deductible, as the form says above its
    table; lines from elsewhere are asked about. A deductible or a maximum that names no network is
    not sure, but below a heading that does. Raises RefusedError for more lines than a person can
    look over.
    """
    split = text.splitlines()
    if len(split) > _MOST_LINES_IN_ALL:
        raise RefusedError("much_text")
    lines = [(f"line {at}", line) for at, line in unfolded(split) if not is_not_needed(line)]
    kinds = [stated(line) for _, line in lines]
    if kinds.count("terms") > _MOST_LINES:
        raise RefusedError("many_lines")
    is_alone = sum(bool(line) for _, line in lines) == 1
    above, is_first = Above(paper=fit_of(text)), True
    said: list[Found | Ask] = []
    for (place, line), kind in zip(lines, kinds, strict=True):
        each = PlacedLine(line, place, above, is_alone=is_alone, is_from_form=is_from_form)
        begun = line[:_LONGEST_HEADING]
        if found := _beside(each, begun, kind):
            said += found if above.of_service != "other" else ()
            above = below_day(above, begun)
        elif kind == "terms" and not (is_condition(begun) or heads_others(begun)):
            said += said_of_line(each)
            is_first = False
        elif line:
            said += _of_heading(each, begun, kind)
            above = below(above, begun, is_first=is_first)
    return paper_of("lines", [*_once(said), *_left_open(said)])


def _beside(line: PlacedLine, begun: str, kind: Stated) -> list[Found | Ask]:
    has_terms = kind == "terms"
    return list(said_beside(begun, words=line.words, place=line.place, has_terms=has_terms))


def _of_heading(line: PlacedLine, begun: str, kind: Stated) -> Iterator[Ask]:
    """What is to be asked of a line that may be a heading, too."""
    is_named = kind != "nothing" and not is_known(begun) and not is_condition(begun)
    if is_named or (names_a_day(begun) and not is_passed_over(begun)):
        yield Ask("not_understood", limit_begun(begun), line.words, line.place)


def _once(said: Sequence[Found | Ask]) -> list[Found | Ask]:
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


def _left_open(said: list[Found | Ask]) -> Iterator[Ask]:
    fields = {each.field for each in said}
    for total, met in FIELDS.values():
        # "$1,500 met" can be all of a limit, and what is met so far of a higher one.
        if met in fields and total not in fields:
            yield Ask("missing", total)
    for inputs in (THERAPY_INPUTS, IOP_INPUTS):
        if not {inputs.copay, inputs.not_covered} & fields:
            yield Ask("missing", inputs.copay)
            yield Ask("missing", inputs.pays)
