"""Terms in lines of their own below the name of a service -> one line of that service.

"Therapy", and below it "Copay: $30" and "Deductible applies: No". A table that was copied column by
column has names below each other, or amounts above names: which are whose is not known there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from carechoice.documents.around.heading import is_known, names_therapy
from carechoice.documents.around.stated import stated
from carechoice.documents.limits.line import limit_named
from carechoice.documents.terms.tidy import tidy
from carechoice.documents.terms.words import label_of, names_program, tokens, whole_label

_LONGEST = 120
# More than a form asks of one service.
_MOST_LINES = 8
_NETWORK = r"(?:in[- ]network|inn|out[- ]of[- ]network|oon)(?: providers?)?"
_IN_A_NAME = re.compile(_NETWORK, re.IGNORECASE)
_BELOW_NETWORK = re.compile(rf"{_NETWORK} ?: ?", re.IGNORECASE)
_AT_NETWORK = re.compile(rf"{_NETWORK}(?: ?: ?| (?=[$0-9]))", re.IGNORECASE)
# What says itself which of the terms it is cannot be of another column.
_NAMED = re.compile(
    rf"(?:co-?pay(?:ment)?|co-?ins(?:urance)?|(?:you|member|patient|plan) pays?|{_NETWORK})"
    r"(?: ?:| (?=[$0-9]))",
    re.IGNORECASE,
)
_AMOUNTS = {"money", "percent", "both_shares", "no_charge", "pays_nothing", "not_covered"}
# What holds for the terms above it, whatever they are.
_BESIDE = {"after", "waived", "no_condition", "approval_needed", "covered"}
# What stands alone above the amount that it is of.
_NAME_OF_TERM = re.compile(
    rf"(?:what )?(?:you|member|patient|plan) pays?(?: {_NETWORK})?|co-?pay(?:ment)?"
    rf"|co-?ins(?:urance)?|{_NETWORK}",
    re.IGNORECASE,
)
# "Copay: none" beside the share that is owed.
_NONE_OWED = {"copay", "coinsurance", "not_applicable"}

_AFTER_NAME = (": ", " ")
_JOINTS = ":;| "

_Kind = Literal["rest", "beside", "named", "amount"]


def with_service_names(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line with its number, from 1; those below the name of a service stand in its line.

    The name of a program stands above that line, too, as the heading that it is.
    """
    above, at = "", 0
    while at < len(lines):
        parts, taken = [lines[at]], 1
        while joined := _next_of(above, parts, lines[at + taken : at + _MOST_LINES]):
            parts.append(joined.text)
            taken += joined.lines
        above = "".join(parts)
        if len(parts) > 1 and names_program(parts[0]) and names_service_alone(parts[0]):
            yield at + 1, parts[0]
        yield at + 1, above
        at += taken


class _Next(NamedTuple):
    """What goes on the line of a service, and how many lines it stands in."""

    text: str
    lines: int


def _next_of(above: str, parts: Sequence[str], below: Sequence[str]) -> _Next | None:
    """The next line if it is of their service, with the amount below it if it names a term only."""
    if not below:
        return None
    said, lines = below[0], 1
    is_name = len(said) <= _LONGEST and _NAME_OF_TERM.fullmatch(said.rstrip(" :"))
    if is_name and len(below) > 1 and names_service_alone(parts[0]):
        said, lines = f"{_term(said)}: {below[1]}", 2
    joint = _joint(above, parts, said, after=below[lines : lines + 1])
    return _Next(f"{joint}{said}", lines) if joint else None


def _term(name: str) -> str:
    """The name of a term; of one that names a network that network alone."""
    network = _IN_A_NAME.search(name)
    return network[0] if network else name.rstrip(" :")


def _joint(above: str, parts: Sequence[str], line: str, *, after: Sequence[str]) -> str:
    """What stands between a line and those before it, if it is of their service; else nothing.

    ``after``: the line after it, if there is one.
    """
    is_alone, is_first = names_service_alone(parts[0]), len(parts) == 1
    kind = _kind(line) if is_alone or label_of(parts[0][:_LONGEST]).service else None
    if is_alone and is_first:
        is_named = kind == "named" and (
            not names_service_alone(above) or (_heads_part(above) and _is_other(line, after))
        )
        is_its = is_named or kind == "beside"
        if kind == "amount":
            is_its = _is_of_something_else(above) or _is_of_part(above, after)
        return _AFTER_NAME[parts[0].endswith(":")] if is_its else ""
    if kind == "beside":
        return "; "
    if kind is None or not is_alone:
        return ""
    if kind == "rest":
        return " "
    # Two amounts without their names can be those of two networks.
    is_first_amount = all(_kind(part.lstrip(_JOINTS)) == "beside" for part in parts[1:])
    is_form = is_first_amount or (kind == "named" and all(map(_says_which, parts[1:])))
    return "; " if is_form else " | "


def _says_which(part: str) -> bool:
    """Whether what stands below a name says which of the terms it is."""
    return bool(_NAMED.search(part)) or _kind(part.lstrip(_JOINTS)) == "beside"


def names_service_alone(line: str) -> bool:
    """Whether a line has the name of a service and nothing else."""
    label = whole_label(line[:_LONGEST].rstrip(" :"))
    return bool(label and (label.service or names_therapy(line)))


def says_terms_alone(line: str) -> bool:
    """Whether a line has terms and nothing else, but for the network they are for."""
    return _kind(_AT_NETWORK.sub("", line, count=1)) is not None


def _kind(line: str) -> _Kind | None:
    """What a line without a service of its own says of the one above it. None: we do not know."""
    said = _BELOW_NETWORK.sub("", line, count=1) if len(line) <= _LONGEST else ""
    kinds = {token.kind for token in tokens(tidy(said))}
    if not kinds or "unknown" in kinds or label_of(said).end:
        return None
    if line[0].islower():
        return "rest"
    if kinds <= _BESIDE:
        return "beside"
    if not kinds & _AMOUNTS and not kinds <= _NONE_OWED:
        return None
    return "named" if _NAMED.match(line) else "amount"


def _is_of_part(above: str, after: Sequence[str]) -> bool:
    """Whether what stands above a name heads a part of a paper, as "Mental health" does.

    It would be a name of its own if another amount followed the first.
    """
    return _heads_part(above) and not any(map(_kind, after))


def _heads_part(line: str) -> bool:
    """Whether a line names care in mental health in general, and nothing else."""
    label = whole_label(line[:_LONGEST].rstrip(" :"))
    return bool(label and not label.service and names_therapy(line))


def _is_other(line: str, after: Sequence[str]) -> bool:
    """Whether what stands below a term is no second amount for the same name."""
    names = [found and found[0].casefold() for found in map(_NAMED.match, (line, *after))]
    return len({*names}) == len(names)


def _is_of_something_else(above: str) -> bool:
    """Whether what stands above a name is no other name, and no amount that can be its own."""
    if not above or limit_named(above[: _LONGEST + 1]):
        return True
    if stated(above) == "terms":
        return bool(label_of(above).service)
    label = label_of(f"{above}: ")
    return is_known(above) and not names_therapy(above) and (label.in_network or not label.end)
