"""A rule about what pages say, and how a rule reads amounts, hours and days in plain text."""

import calendar
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from facts import Facts

DOLLARS = r"\$(\d[\d,]*(?:\.\d\d)?)"
HOURS = r"(?:(\d+) hours? ?)?(?:(\d+) minutes?)?"
DAY = r"([A-Z][a-z]+) (\d{1,2}), (\d{4})"
MONTHS = list(calendar.month_name)
# What another plan would have, or none, is not what this one has.
OF_ANOTHER = re.compile(r"the other plan|^Its copayment|now, .* without insurance")
# A word that is explained is no claim about this plan.
EXPLAINED = re.compile(
    r"^(?:- )?(Deductible|Copayment|Out-of-pocket maximum|Your share|Out of network|"
    r"Superbill|Step-down|Intensive outpatient program)( \(\w+\))?: "
)

Complaints = Iterator[str]
OfSentence = Callable[[str, Facts], Complaints]
OfAll = Callable[[Mapping[str, Sequence[str]], Facts], Complaints]
_OF_SENTENCES: list[tuple[re.Pattern[str], OfSentence]] = []
OF_ALL: list[OfAll] = []


def of_a_sentence(about: str | re.Pattern[str]) -> Callable[[OfSentence], OfSentence]:
    """A rule for sentences in which ``about`` is found; of all others it has nothing to say."""

    def take(rule: OfSentence) -> OfSentence:
        _OF_SENTENCES.append((re.compile(about), rule))
        return rule

    return take


def of_all(rule: OfAll) -> OfAll:
    """A rule for everything that is said, by place."""
    OF_ALL.append(rule)
    return rule


@cache
def rules_for(text: str) -> tuple[OfSentence, ...]:
    """The rules that a sentence is held to. The same one is said in hundreds of states."""
    if OF_ANOTHER.search(text):
        return ()
    return tuple(rule for about, rule in _OF_SENTENCES if about.search(text))


def usd(text: str) -> float:
    return float(text.replace(",", ""))


def hours(whole: str | None, minutes: str | None) -> float:
    return int(whole or 0) + int(minutes or 0) / 60


def days(text: str) -> set[date]:
    # One day of some years: January 1 of 2027, 2028 and 2029.
    of_years = re.findall(r"([A-Z][a-z]+) (\d{1,2}) of ((?:\d{4}(?:, | and )?)+)", text)
    found = re.findall(DAY, text)
    for month, of_month, years in of_years:
        found += [(month, of_month, year) for year in re.findall(r"\d{4}", years)]
    return {date(int(year), MONTHS.index(month), int(of_month)) for month, of_month, year in found}
