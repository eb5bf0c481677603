"""Lines that say of those above them for which case these are: what they hold for is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from carechoice.documents.around.heading import is_known
from carechoice.documents.around.others_named import is_of_body, others_named
from carechoice.documents.around.passed_over import is_passed_over
from carechoice.documents.paper import Ask, Found, unsure
from carechoice.documents.terms.words import label_of
from carechoice.documents.text.placed_line import PlacedLine, limit_begun

# A mark, or what a condition begins or ends with.
_NOTE = re.compile(
    r"[*†‡]|(?:then|thereafter|first|up to|unless|except|but|if|with|without|after|before|until"
    r"|once|when|only|plus|and|or|max(?:imum)?|min(?:imum)?|waived|not|does(?:n['’]t| not)"
    r"|exclud(?:es|ing)|limited|pending|denied|per|quarterly|lifetime|approx(?:imately)?|estimated?"
    r"|see|call|tbd|balance|for|in [0-9]{4}"
    r"|(?:more|fewer|less) than|over|beyond|additional|subsequent|further|each additional"
    r"|(?:next|remaining|visits?|days?|sessions?|weeks?|months?) [0-9]+|follow-?up"
    r"|(?:hospital|facility|office)[- ]based|hopd|free-?standing"
    r"|reduced|increase[sd]?|rises|drops|goes (?:up|down)"
    r"|co-?(?:pay|ins(?:urance)?) (?:is |does not |only )?(?:appl(?:y|ies)|waived))\b"
    r"|\?|.*\bonly\W*\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w$/.-])(?:19|20)[0-9]{2}(?![\w%])", re.ASCII)
# A heading is no sentence.
_SENTENCE = re.compile(r".*\b[a-z]+ [a-z]+\b")


def is_note(line: str, *, is_right_below: bool) -> bool:
    """Whether a line can say of the one above it for which case that is.

    ``is_right_below``: it has no amount and nothing stands between it and the one above, of which
    any sentence can be that we do not know.
    """
    if is_right_below and is_of_body(line):
        return True
    is_unknown = is_right_below and not others_named(line) and bool(_SENTENCE.match(line))
    is_said = is_unknown or bool(_NOTE.match(line))
    return is_said and says_more(line) and not limit_begun(line)


def says_more(line: str) -> bool:
    """Whether a line says more than words that we know to say nothing of the lines above it."""
    if is_known(line) or is_passed_over(line):
        return line in ("?", "??")
    is_for_others = others_named(line) & {"network", "person"}
    return bool(is_for_others) or not label_of(line).service


def is_for_others(line: str, today: date) -> bool:
    """Whether it can say, where nothing stands below it, that all above it is for others.

    So can a line that names a year other than that of ``today``.
    """
    return names_other_year(line, today) or bool(others_named(line) & {"network", "person"})


def names_other_year(line: str, today: date) -> bool:
    """Whether a line names a year not long before or after that of ``today``, and not that one."""
    years = {int(year) for year in _YEAR.findall(line)}
    return bool(years & {*range(today.year - 3, today.year + 3)}) and today.year not in years


def below_note(said: Sequence[Found | Ask], note: PlacedLine) -> list[Found | Ask]:
    """What stands above a note, which may hold in some cases only."""
    found = [each for each in said if isinstance(each, Found)]
    return [
        *map(unsure, said),
        *(Ask("note", each.field, note.words, note.place) for each in found[:1]),
    ]
