"""The lines of a text that was copied, as they were before they were broken, or set in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from carechoice.documents.around.passed_over import without_ending
from carechoice.documents.around.stated import stated
from carechoice.documents.limits.each import lines_of_each_limit
from carechoice.documents.limits.line import limit_begun_with, limit_named
from carechoice.documents.limits.phrases import NAMES_LIMIT, PHRASES
from carechoice.documents.limits.words import LEVELS, NETWORKS, STATES, is_limit_label, tokens
from carechoice.documents.pasted.below_service import names_service_alone, with_service_names
from carechoice.documents.pasted.column_heads import with_column_heads
from carechoice.documents.pasted.form_words import with_labels, without_why
from carechoice.documents.pasted.label_pairs import joined_pairs
from carechoice.documents.pasted.progress_bars import bars_among
from carechoice.documents.pasted.questions import with_answers
from carechoice.documents.summary.limitations import is_not_needed
from carechoice.documents.terms.codes import OF_PROGRAM, OF_SESSION
from carechoice.documents.terms.line import read_services
from carechoice.documents.terms.owed import NotUnderstoodError
from carechoice.documents.terms.tidy import tidy
from carechoice.documents.terms.words import approvals_needed, label_of
from carechoice.documents.terms.words import tokens as tokens_of_terms

# What is longer is asked about as a whole, so that nobody looks through it here.
_LONGEST = 200
# A box that is ticked is one; of an empty one nothing is known.
_BULLET = re.compile(
    r"\A(?:[-–—•▪◦·☑☒✓✔] *|\[[xX]\] *|[0-9]{1,2}[.)] +|[a-z]\) +)(?=[A-Za-z])", re.ASCII
)
_IN_BOLD = re.compile(r"\A\*\*([^*]+)\*\*")
# What begins with one, and is nothing of ours, can be a note to what stands above.
_STAR = re.compile(r"\A(?:\*|#+|(?:> ?)+) *")
# Between a label and what it is of: an arrow, or a row of dots as in a table of contents.
_ARROW = re.compile(r" ?(?:→|[-=]+>|>{1,2}|\.{3,}|…|_{3,}|(?: \.){3,}) ?(?=[$0-9])")
_IN_COLUMNS = re.compile(r" *[\t|] *")
_AMOUNT = re.compile(r"[$%0-9]")
# A form has the name of a service in a field of its own.
_FIELD_OF_SERVICE = re.compile(
    r"\A(?:(?:service|benefit)(?: type| name)?|type of (?:service|care)|level of care|loc) ?: *",
    re.IGNORECASE,
)
_CODE_ALONE = re.compile(
    r"(?:(?:cpt|hcpcs|procedure|billing)(?: codes?)?|codes?) ?[:#]? ?"
    rf"(?P<codes>{OF_SESSION}|{OF_PROGRAM})",
    re.IGNORECASE,
)
# A short form such as "e.g." ends none.
_SENTENCE_END = re.compile(r"(?<=\.)(?<![. ]\w\.)(?<!^\w\.) (?=[A-Z])")
_NAMES_LIMIT = re.compile(NAMES_LIMIT, re.IGNORECASE | re.ASCII)
_AMOUNTS = {"money", "none", "unlimited"}
_OF_WHOM = {*LEVELS, *NETWORKS}
_ENDS_WITH_PART = re.compile(
    rf", (?:{PHRASES['met']}|{PHRASES['remaining']}):?(?P<amount> (?:{PHRASES['money']}))?\Z",
    re.IGNORECASE,
)


def unfolded(split: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line with its number, from 1; one that was broken off goes on where it was broken.

    What begins small below what does not, and names nothing, is the rest of a cell. Amounts below
    the name of a limit are that limit's, and so is what is met of it. A label in a column of its
    own heads the one cell beside it. What is below a question is its answer. Sentences that each
    begin with what they are about stand apart, and so does what a line says of each of two limits.
    """
    begun, whole = 0, ""
    lines = _with_codes([_service_alone(_without_marks(line.strip())) for line in split])
    rows = with_column_heads(with_answers([*with_labels(lines)]))
    bars = bars_among(lines)
    for at, said in with_service_names([*map(joined_pairs, rows)]):
        if at in bars:
            continue
        line = _beside_label(said)
        if joint := _joint(whole, line):
            whole = f"{whole}{joint}{line}"
            continue
        if begun:
            yield from ((begun, part) for part in _lines_of_each_subject(whole))
        begun, whole = at, line
    if begun:
        yield from ((begun, part) for part in _lines_of_each_subject(whole))


def _without_marks(line: str) -> str:
    """The line without the marks of a list, and with a colon for an arrow behind a label."""
    if len(line) > _LONGEST:
        return line
    said = _BULLET.sub("", _IN_BOLD.sub(r"\1", line))
    unstarred = _STAR.sub("", said)
    said = unstarred if _begins_with_subject(unstarred) else said
    label, arrow, rest = _parted(said)
    return f"{label}: {rest}" if arrow and _begins_with_subject(f"{label}: ") else said


def _parted(line: str) -> tuple[str, str, str]:
    arrow = _ARROW.search(line)
    return (line[: arrow.start()], arrow[0], line[arrow.end() :]) if arrow else (line, "", "")


def _begins_with_subject(line: str) -> bool:
    """Whether a line begins with the name of a service, or with that of a limit."""
    return bool(label_of(line).service or limit_begun_with(line))


def _with_codes(lines: Sequence[str]) -> list[str]:
    """The lines, with the name of a service beside its billing code where that stands below it."""
    told = list(lines)
    for at, (name, line) in enumerate(pairwise(lines)):
        code = _CODE_ALONE.fullmatch(line[:_LONGEST])
        named = f"{name.rstrip(' :')} ({code['codes']})" if code else ""
        if named and names_service_alone(name) and names_service_alone(named):
            told[at : at + 2] = ["", named]
    return told


def _service_alone(line: str) -> str:
    """The service where a field names one, as "Service: Therapy" does; any other line as it is."""
    named = _FIELD_OF_SERVICE.sub("", line) if len(line) <= _LONGEST else line
    return named if named != line and names_service_alone(named) else line


def _joint(above: str, line: str) -> str:
    """What stands between two lines that are one; nothing where they are two."""
    if not above or not line or len(above) > _LONGEST or len(line) > _LONGEST:
        return " " if _is_rest_of_cell(above, line) else ""
    if _is_rest_of_cell(above, line):
        return " "
    return _joint_of_limit(above, line)


def _is_rest_of_cell(above: str, line: str) -> bool:
    begins_small = line[:1].islower() or line[:1] in tuple("(;,")
    if not (above and begins_small) or above[0].islower():
        return False
    return not (label_of(line).service or limit_named(line[: _LONGEST + 1]))


def _joint_of_limit(above: str, line: str) -> str:
    """Of a limit and what stands below it: whose it is, its amounts, what is met of it."""
    if not _NAMES_LIMIT.search(above):
        return ""
    is_open = is_limit_label(above, may_have_part=True)
    if not (is_open or limit_named(above)):
        return ""
    said = {token.kind for token in tokens(line)} - {"break"}
    if not said <= {*_AMOUNTS, *STATES, *_OF_WHOM, "of"}:
        return ""
    if is_open:
        colon = " " if above.endswith(":") else ": "
        return colon if said & {*_AMOUNTS, *_OF_WHOM} else ""
    if said & {*_OF_WHOM}:
        return "; " if said & _AMOUNTS else ""
    return _joint_of_part(above, said)


def _joint_of_part(above: str, said: Set[str]) -> str:
    """Below the amount of a limit: what is met of it, or remains, with its amount or before it."""
    if said & {*STATES}:
        return ", "
    part = _ENDS_WITH_PART.search(above) if said and said <= _AMOUNTS else None
    if not part:
        return ""
    # Two amounts below one word can be those of two limits; together they are not understood.
    return ", " if part["amount"] else " "


def _beside_label(line: str) -> str:
    """A label and the only cell beside it, as a line."""
    label, *cells = _IN_COLUMNS.split(line[: _LONGEST + 1])
    if all(map(_is_beside_terms, cells[1:])):
        cells = ["; ".join(cells)] if cells else []
    if len(cells) != 1 or not label or _AMOUNT.search(label):
        return line
    is_label = bool(label_of(f"{label}: ").service) or is_limit_label(label, may_have_part=True)
    return f"{label.rstrip(' :')}: {cells[0]}{line[_LONGEST + 1 :]}" if is_label else line


def _is_beside_terms(cell: str) -> bool:
    """Whether a cell says nothing but what holds for the terms in the cell before it."""
    said = {token.kind for token in tokens_of_terms(tidy(cell))}
    return bool(said) and said <= {"after", "waived", "no_condition", "approval_needed"}


def _lines_of_each_subject(line: str) -> Iterator[str]:
    """What a line says of each thing that it is about, if anything hangs on that."""
    for sentence in _sentences(without_ending(without_why(line))):
        parts = lines_of_each_limit(sentence) if len(sentence) <= _LONGEST else [sentence]
        yield from (part for part in parts if not is_not_needed(part))


def _sentences(line: str) -> list[str]:
    """The sentences of a line where each begins with what it is about.

    What a letter begins with can head them. What follows, but for an approval that is needed, can
    be said of all of them, and such a line stays whole.
    """
    said = _SENTENCE_END.split(line) if len(line) <= 2 * _LONGEST else [line]
    if len(said) == 1:
        return said
    limits = [limit_begun_with(sentence) for sentence in said]
    labels = [label_of(tidy(sentence)) for sentence in said]
    subjects = [
        limit or label.service or label.end for limit, label in zip(limits, labels, strict=True)
    ]
    if any(limits):
        return said if all(subjects) else [line]
    named = [at for at, label in enumerate(labels) if label.service]
    is_letter = bool(named) and all(
        stated(each) == "nothing" and (at < named[0] or approvals_needed(each))
        for at, each in enumerate(said)
        if at not in named
    )
    return said if is_letter and not _is_understood(line) else [line]


def _is_understood(line: str) -> bool:
    try:
        return bool(read_services(line))
    except NotUnderstoodError:
        return False
