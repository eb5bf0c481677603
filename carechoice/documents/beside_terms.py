"""A line beside those with terms: a limit on visits, an approval, the day the plan year starts.

As of terms, each word must be one it knows, so that a line on other care, or one that says that
there is no such thing, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from carechoice.documents.paper import Ask, Found
from carechoice.documents.plan_year_line import plan_year_start
from carechoice.documents.summary.limitations import limitations_of

_WORD = (
    r"(?:in[- ]network|inn|outpatient|op|mental|behavioral|mh|bh|health|individual|office"
    r"|(?:psycho)?therapy|intensive|iop|programs?|services?|care|treatment|visits?|sessions?|days?"
    r"|limit(?:ed|s)?|max(?:imum)?|up|at most|no more than|allowed|[0-9]{1,3}"
    r"|prior|pre-?auth(?:orization)?|pre-?cert(?:ification)?|auth(?:orization)?|approval|referral"
    r"|(?:not )?required|needed|needs?|must|be|unless|more than|calendar|plan|benefit|policy"
    r"|contract|year|yr|annual|yearly|period"
    r"|for|of|is|are|an?|the|each|every|per|to|yes|and|or|all)(?!\w)"
)
_NOTE = re.compile(rf"(?:(?:{_WORD}|[-–:;,./()&=]) ?)+", re.IGNORECASE | re.ASCII)


def said_beside(line: str, *, words: str, place: str) -> Iterator[Found | Ask]:
    """When the plan year starts, and what has to be asked; nothing of a line on something else."""
    starts = plan_year_start(line)
    if starts is not None:
        if starts:
            yield Found("plan_year_start", starts, words=words, place=place, sure=False)
        yield Ask("plan_year", "plan_year_start", words, place)
    elif _NOTE.fullmatch(line):
        asks = limitations_of(line).asks
        yield from (Ask(why, words=words, place=place) for why in asks if why != "iop_hint")
