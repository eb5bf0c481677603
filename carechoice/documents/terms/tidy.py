"""A line on a plan's terms -> the same in the words and the order that most people write it in."""

from __future__ import annotations

import re
from functools import lru_cache

from carechoice.documents.terms.codes import OF_SESSION
from carechoice.documents.terms.currency import with_signs
from carechoice.documents.terms.phrases import (
    APPROVAL,
    DEDUCTIBLE,
    IN_FULL,
    OF_ALLOWED,
    PHRASES,
    PLAN,
    REQUIRED,
    VISITS,
    WHO_PAYS,
)
from carechoice.documents.terms.services import IOP, THERAPY

# "Coinsurance: 20%", "coinsurance of 20%" and "Ded: No" are what others say without the colon.
_SAID_WITH_COLON = re.compile(
    rf"((?:subject to )?{DEDUCTIBLE}(?: applies)?)(?: ?[:=?] ?| - )"
    r"(?=(?:yes|y|no|n|n/a|waived|applies|does(?:n['’]t| not) apply)\b)"
    rf"|({PHRASES['copay']}|{PHRASES['coinsurance']}|{PHRASES['you_pay']}|{PHRASES['plan_pays']}"
    rf"|{PHRASES['covered_at']})(?: ?[:=] ?| of | is )(?=[$0-9]|n/a\b|none\b)"
    rf"|(?<![0-9%] )({PHRASES['copay']}|{PHRASES['coinsurance']}) - (?=[$0-9])",
    re.IGNORECASE | re.ASCII,
)
_COVERED_AS_ASKED = re.compile(
    r"\bcovered(?: benefit| service)? ?[:?=]+ ?(?:(?P<yes>y(?:es)?)|no?)(?=$|[,;.])", re.IGNORECASE
)
# Nobody says of a copayment that it is 30 without meaning dollars; of visits they say how many.
_COPAY_WITHOUT_SIGN = re.compile(
    rf"(?:(?<=^)|(?<=[:;,] ))([0-9]{{1,3}}(?:\.[0-9]{{2}})?) "
    rf"(?={PHRASES['copay']})(?!co[- ]?pay\w*s\b)"
    rf"|(?<=pay |ent )(?<=[a-z] )([0-9]{{1,3}}(?:\.[0-9]{{2}})?)"
    rf"(?= ?(?:$|[;,.(]|per (?:visit|session|day)\b|/"
    rf"|after\b|ded|a/?d\b|waived\b|no ded))",
    re.IGNORECASE | re.ASCII,
)
# What is paid after a copayment is what others say behind it. Nobody owes the whole after a part.
_AFTER_COPAY = re.compile(
    rf"(?P<rest>{IN_FULL}|(?P<whole>100 ?%)(?: (?:{OF_ALLOWED}))?"
    rf"|{PLAN} pays [0-9]{{1,2}} ?%),?"
    r" after (?:a |an |the |your )?"
    rf"(?P<copay>{PHRASES['money']}(?: {PHRASES['per_visit']}|/day)?(?: {PHRASES['copay']})"
    rf"(?: ?(?:{PHRASES['per_visit']}|{PHRASES['per_day']}))?)",
    re.IGNORECASE | re.ASCII,
)


# "Plan 90%, member 10%" is what others write as 90/10.
_OF_PLAN = rf"(?:{PLAN}(?: pays?)?(?: co-?ins(?:urance)?)?:?)"
_OF_MEMBER = rf"(?:{WHO_PAYS}(?: pays?)?(?: co-?ins(?:urance)?)?:?)"
_SHARES_OF_BOTH = re.compile(
    rf"\b{_OF_PLAN} (?P<plan>\d{{1,3}}) ?%[,;/ ]+(?:and )?{_OF_MEMBER} (?P<member>\d{{1,3}}) ?%"
    rf"|\b{_OF_MEMBER} (?P<members>\d{{1,3}}) ?%[,;/ ]+(?:and )?{_OF_PLAN} (?P<plans>\d{{1,3}}) ?%",
    re.IGNORECASE | re.ASCII,
)
# The term before the service: "copay for therapy is $30".
_TERM_FIRST = re.compile(
    rf"\A(?:the |your )?(?P<term>{PHRASES['copay']}|{PHRASES['coinsurance']}|{PHRASES['you_pay']})"
    rf"(?: for (?:the |an? )?| - | \()(?P<label>{THERAPY}(?: (?:visits?|sessions?))?"
    rf"|{IOP}(?: days?)?)\)?(?: is|:|=)? (?=[$0-9])",
    re.IGNORECASE | re.ASCII,
)
# What a form or a letter says in its own way -> what others say.
_OON = r"(?:oon|out[- ]of[- ]network)"
_TICKED = r"(?:\[ ?[xX] ?\]|[☑☒✓✔])"
_REWRITTEN = (
    # A form has both answers, and one of them is ticked.
    (rf"{_TICKED} ?(yes|no)\b,? *(?:\[ *\]|☐) ?(?:yes|no)\b", r"\1"),
    (rf"(?:\[ *\]|☐) ?(?:yes|no)\b,? *{_TICKED} ?(yes|no)\b", r"\1"),
    # Fields of a form that stand in one line begin where their labels do.
    (
        r"(\$ ?[0-9](?:[0-9,.]*[0-9])?|[0-9]{1,3} ?%|\b(?:yes|no|[yn])) +"
        r"(?=(?:co-?pay(?:ment)?|co-?ins(?:urance)?\.?|(?:subject to )?ded(?:uctible)?"
        rf"(?: applies)?|{APPROVAL}(?: {REQUIRED})?) ?[:?] ?(?:[$0-9]|yes|no|[yn]\b))",
        r"\1, ",
    ),
    # That there is nothing out of network says nothing of what is owed in it.
    (
        rf"[,;/.] *(?:no {_OON}(?: benefits?| coverage)?"
        rf"|{_OON}:? (?:nc|n/c|n/a|none|no benefits?))\.?\Z",
        "",
    ),
    (r" \((no (?:(?:visit|day|session|annual) )?(?:limits?|max(?:imum)?))\)", r", \1"),
    (
        rf" \(((?:(?:limited|up) to |limit |max(?:imum)? )?[0-9]{{1,3}} {VISITS}\b[^()]*)\)",
        r", \1",
    ),
    (rf" \(({APPROVAL}(?: is)? {REQUIRED})\)", r", \1"),
    # A person writes of what they owe as a plan does of what "you" owe.
    (rf"\A(?:my|your) (?=(?:{THERAPY}|{IOP})\b)", ""),
    (r"\Amy (?=\w)", "your "),
    (r"\bI (?:owe|pay) (?=[0-9]{1,2}(?:\.[0-9]+)? ?%)", "you pay "),
    (r"\A(?:I|you) have an? (?=\$ ?[0-9.]+ co-?pay)", ""),
    # What stands in brackets behind a label, or behind an amount, is said of it.
    (r"\((per (?:visit|session|day|diem)|/ ?(?:visit|day))\)", r"\1"),
    (rf"\A((?:{THERAPY}|{IOP}) ?)[(\[]([^()\[\]]+)[)\]]\Z", r"\1: \2"),
    # Nobody says of a copayment of 30 without meaning dollars, behind the name of a service either.
    (
        rf"\A((?:{THERAPY}|{IOP}|{OF_SESSION}):? ?)([0-9]{{1,3}}(?:\.[0-9]{{2}})?) ?"
        r"(?=(?:co-?pay|cp)\b(?!s))",
        r"\1$\2 ",
    ),
    # All of the price before the deductible is met is what "after deductible" says.
    (
        rf"(?:{WHO_PAYS} pays? )?(?:100 ?%|(?:the )?full (?:cost|price))(?: of the cost)? until"
        rf" {DEDUCTIBLE}(?: is (?:met|reached))?,? then ([^;,.]+)",
        r"\1 after deductible",
    ),
)
_REWRITES = [(re.compile(said, re.IGNORECASE), plain) for said, plain in _REWRITTEN]


def tidy(text: str) -> str:
    """One space between words, no full stop at the end, no colon between a word and its amount.

    What stands behind a bullet is a part of its own.
    """
    line = _TERM_FIRST.sub(r"\g<label>: \g<term> ", with_signs(_rewritten(text)))
    line = _AFTER_COPAY.sub(_copay_first, line)
    line = _SHARES_OF_BOTH.sub(_plans_share_first, line)
    line = _COVERED_AS_ASKED.sub(lambda said: "covered" if said["yes"] else "not covered", line)
    return _COPAY_WITHOUT_SIGN.sub(r"$\1\2 ", _SAID_WITH_COLON.sub(r"\1\2\3 ", line)).rstrip()


# A line is looked at several times in a row.
@lru_cache(maxsize=8)
def _rewritten(text: str) -> str:
    line = " ".join(text.replace("•", ";").strip("; ").split()).removesuffix(".").rstrip()
    for said, plain in _REWRITES:
        line = said.sub(plain, line)
    return line


def _copay_first(said: re.Match[str]) -> str:
    rest = "100% covered" if said["whole"] else said["rest"]
    return f"{said['copay']}, then {rest}"


def _plans_share_first(said: re.Match[str]) -> str:
    of_plan, of_member = said["plan"] or said["plans"], said["member"] or said["members"]
    return f"{of_plan}/{of_member}"
