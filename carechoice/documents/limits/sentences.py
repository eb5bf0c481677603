"""Sentences on what is met of a deductible or a maximum -> the short form that they stand for.

Of a limit that is met as a whole, what is met is the limit: "deductible $2,000 has been met". Where
a colon stands between its name and the amount, the amount is as likely a part of it.
"""

from __future__ import annotations

import re

from carechoice.documents.limits.phrases import DATE, NAMES_LIMIT, PHRASES, THOUSANDS
from carechoice.documents.terms.currency import with_signs

_MONEY = rf"(?:{PHRASES['money']})"
_OF_WHOM = "|".join(PHRASES[kind] for kind in ("in_and_oon", "oon", "in", "individual", "family"))
_SAYING_NOTHING = (
    r"annual|yearly|overall|medical|calendar[- ]year|plan[- ]year|the|your|full|entire"
)
_BESIDE = rf"(?:[ ,(]{{1,2}}(?:{_OF_WHOM}|(?:{_SAYING_NOTHING})\b)\)?)*"
_LIMIT = rf"{NAMES_LIMIT}{_BESIDE}"
# What is met so far or in part is not the whole.
_MET = (
    r"(?:met|satisfied|reached)(?! (?:so far|to date|ytd|this year|year to date|in part)\b)(?!\w)"
)
_IS = r"(?:(?:has|have)(?: now)?(?: already)? been|is|was)(?: now)?(?: already)?(?: fully)?"
_IN_FULL = rf"(?:fully {_MET}|100% {_MET}|{_MET} 100%|{_MET} in full|paid in full)"
_YOU_MET = r"you(?:['’]ve| have)(?: already)?(?: fully)? (?:met|satisfied|reached)"
_PAID = r"(?:met|paid|applied|credited|satisfied|accumulated|spent|used)"
_LEFT = r"(?:remaining|left)"
_PART = rf"(?:(?:{_MONEY}|none) ?(?:{_PAID}|{_LEFT})|(?:{_PAID}|{_LEFT}) ?:? ?{_MONEY})"
_A_YEAR = (
    r"(?:(?:(?: ?/ ?| per | an? | each | every |, | [-–—] )(?:calendar |plan |benefit |policy )?"
    r"(?:year|yr\b\.?))(?!\w))"
)
_SO_FAR = r"(?:ytd|year[- ]to[- ]date|so far|to date|this year)"
_WITH_DEDUCTIBLE = re.compile(
    r"[ ,(]{1,2}incl(?:udes|uding|usive of|\.)? (?:the )?ded(?:uctible)?\b\)?(?! (?:of )?\$)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9]")
_THOUSANDS = re.compile(THOUSANDS, re.IGNORECASE | re.ASCII)
# Each of them has an amount or a day in it.
_SHORT = [
    (re.compile(sentence, re.IGNORECASE | re.ASCII), short)
    for sentence, short in (
        (rf"\b(met|reached|satisfied)((?: in full)?) on (?={DATE})", r"\1\2 as of "),
        (rf"({_MONEY})({_BESIDE})[ ,(–-]{{1,3}}{_IN_FULL}(?!\w)", r"\1\2, met \1"),
        (rf"({_LIMIT}) (?:of )?({_MONEY}),? {_IS} {_MET}", r"\1 \2, met \2"),
        (rf"({_LIMIT}) of ({_MONEY}),? {_MET}", r"\1 \2, met \2"),
        (rf"({_MONEY})({_BESIDE} {_LIMIT}) {_IS} {_MET}", r"\1\2, met \1"),
        (rf"{_YOU_MET}{_BESIDE} ({_MONEY})({_BESIDE} {_LIMIT})", r"\1\2, met \1"),
        (rf"{_YOU_MET}({_BESIDE} {_LIMIT}) of ({_MONEY})", r"\1 \2, met \2"),
        (rf"({_LIMIT}) of (?={_MONEY})", r"\1 "),
        (rf"\b({_PAID}) (?:to|towards?|of)(?={_BESIDE} {_LIMIT})", r"\1"),
        (rf"({_LIMIT}:?) ({_MONEY})\. (?:this|it) {_IS} {_MET}", r"\1 \2, met \2"),
        (rf"({_MONEY} {_LEFT}) to (?:meet|reach)(?= )", r"\1 of"),
        (rf"({_MONEY} (?:{_PAID}|{_LEFT})) ?/ ?({_MONEY}) total\b", r"\1 of \2"),
        (rf"(?<![\w$.,])0 ?({_PAID}|{_LEFT})\b", r"$0 \1"),
        (rf"\b({_PAID}|{_LEFT}) ?:? ?0(?![0-9.,])", r"\1 $0"),
        (rf"({_PAID} ?:? ?{_MONEY}) {_SO_FAR}(?!\w)", r"\1"),
        (
            rf"({_MONEY}),? of which you(?:['’]ve| have)?(?: already)? ({_PAID}) ({_MONEY})",
            r"\1, \2 \3",
        ),
        (
            r"\b(ind(?:\.|ividual)? ?/ ?fam(?:\.|ily)?:? )([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{3,6})"
            r"(?= ?/ ?\$? ?[0-9])",
            r"\1$\2",
        ),
        (rf"({_MONEY}) ?/ ?([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{3,6}})(?![0-9%/.,-])", r"\1/$\2"),
        (rf"({_MONEY}),? of which (?={_MONEY} (?:has|have|is|are|was|were)\b)", r"\1, "),
        (rf"({_MONEY}){_A_YEAR}(?=[;,]| [-–—]|$)", r"\1"),
        (rf"({_MONEY})(?: (?:total|max(?:imum)?|limit))?(?:, | [-–—] )(?={_PART})", r"\1, "),
        (rf",? (?:not to exceed|up to a max(?:imum)? of) (?={_MONEY} per family\b)", "; "),
        (rf"({_MONEY})[ /]{{1,3}}(?=(?:{_PAID}|{_LEFT}) ?: ?{_MONEY})", r"\1, "),
        # What a form leaves blank says nothing.
        (rf"[ ,;|/]*\b(?:{_PAID}|{_LEFT}) ?: ?[-–—_]*$", ""),
        (
            rf"({_MONEY}) (?=(?:{PHRASES['individual']}|{PHRASES['family']}) {NAMES_LIMIT}$)",
            r"\1, ",
        ),
        (rf"({_PART}) ?(?:/|and\b|&|[-–—]) ?(?={_PART})", r"\1, "),
    )
]


def in_short(text: str) -> str:
    """The text, with each such sentence as amounts and what they are."""
    text = _THOUSANDS.sub(lambda said: f"${said[1]},{said[2] or 0}00", with_signs(text))
    for sentence, short in _SHORT if _DIGIT.search(text) else ():
        text = sentence.sub(short, text)
    return _WITH_DEDUCTIBLE.sub("", text)
