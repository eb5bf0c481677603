"""Lines of a portal, a letter or a form that say nothing of the lines around them."""

from __future__ import annotations

import re

from carechoice.documents.around.others_named import PAPERS, others_named

# Buttons and menus of a portal, greetings, questions of the federal form with their answers, and
# who spoke with whom: nothing stands below them.
_MENU = (
    r"home|dashboard|menu|search|messages?|inbox|profile|my account|account|settings|help|support"
    r"|contact(?: us)?|sign (?:in|out)|log ?(?:in|out|off)|print|download|share|back|close|edit"
    r"|(?:view|see|show|learn|read) (?:more|all|details?)|id cards?|my (?:plan|coverage)|benefits"
    r"|find (?:care|a doctor|a provider)|documents?|forms?|faqs?|spending accounts?|coverage"
)
_MORE_MENU = r"claims(?: (?:&|and) eobs)?|pharmacy|prescriptions|wellness|dental|vision|telehealth"
_IN_MENU = r"(?: ?[|•·>\t/] ?| {2,})"
_NO_LIMIT = (
    r"[^:]*\b(?:carve-?outs?|vendors?|spend-?\s?down|limits?|max(?:imum)?|referrals?|auth\w*|pre-?cert\w*"
    r"|approvals?)\b[^:]*[:=] ?"
    r"(?:none|no?|n/a|not (?:required|needed|applicable)|unlimited)"
    r"|(?:no|unlimited) (?:(?:visit|day|session)s? ?)?(?:limits?)?"
    r"|no (?:separate|carve-?outs?|spend-?\s?down|(?:\w+ )?denials?)\b[^$%;,.]*"
)
# Questions whose answers are asked about where they stand, or say that all is as it should be.
_WITH_ANSWER = (
    r"(?:will you pay less if you use a network provider|do you need a referral to see a specialist"
    r"|are there services covered before you meet your deductible"
    r"|are there other deductibles for specific services"
    r"|what is not included in the out-of-pocket limit"
    r"|(?:is|are|do|does)\b[^?]*\b(?:(?:pre-?)?auth\w*|pre-?cert\w*|approvals?|referrals?)\b[^?]*)"
    r" ?\?.*"
    r"|(?:is|are|do|does)\b[^?]*\b(?:in[- ]network|par|participat(?:e|es|ing)|contracted|active"
    r"|eligible|covered?|primary)\b[^?]*\? ?y(?:es)?\.?"
)
# What such papers end with, whatever the plan: nothing is promised, and where more is said.
_DISCLAIMER = (
    r"\*?(?:(?:this|these|the|all|any|quoted?|stated|above|information|summary|verification|eligibility"
    r"|benefits?|quotes?|coverage|of|and|or|is|are|does|do|provided|given|listed|shown|here|only"
    r"|please|note|that|disclaimer|constitute|imply|a|an)[ :,.*]+)*+"
    r"(?:not (?:a )?)guarantees? (?:of )?(?:payments?|coverage|benefits?)\b[^$%0-9]*"
    r"|(?:all )?(?:benefits?|payments?|coverage|services?)(?: (?:is|are))? subject to"
    r" (?:(?:all|plan|policy|contract|member|medical|eligibility|terms|conditions|limitations"
    r"|provisions|exclusions|necessity|benefits?|of|and|or|at|the|time|service|services|are|rendered|provided"
    r"|is|on|date)[ ,;&.]*)++"
    r"|(?:please )?(?:see|refer to|consult|check) (?:the |your )?(?:(?:plan|benefits?|policy|member"
    r"|summary|full) )*(?:documents?|booklet|brochure|certificate|handbook|contract|policy|spd)"
    r"(?: (?:of coverage|description))?(?: for (?:more |full |complete |further )?"
    r"(?:details?|information|terms))?"
    r"|©.*|copyright .*|all rights reserved.*"
)
# What a paper is called that staff fill in with what a plan says.
_TITLE = (
    rf"(?:(?:new |insurance )?(?:client|patient|member) )?intake {PAPERS}"
    r"(?: ?[:#–-]? ?[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4})?"
)
_AMOUNT = re.compile(r"[$%]")
_PASSED_OVER = re.compile(
    rf"(?:{_MENU})|{_TITLE}|(?:{_DISCLAIMER})[.*]?|{_NO_LIMIT}|(?:{_MENU}|{_MORE_MENU})(?:{_IN_MENU}(?:{_MENU}|{_MORE_MENU})){{2,}}"
    r"|(?:view|see|show|learn|read|find|check|submit|file|track|compare|download|print)"
    r"(?: [a-z&-]+){1,5}"
    r"|(?:if you )?(?:have |need )?(?:any )?(?:questions|help)\b[^$%]*|(?:last )?updated\b[^$%]*"
    r"|[^$%:]*\b1?[-. ]?\(?[0-9]{3}\)?[-. ][0-9]{3}[-.][0-9]{4}"
    r"|spoke (?:with|to|w/) [^$%:]*|(?:welcome|hello|hi|good (?:morning|afternoon|evening))\b[^:]*"
    rf"|(?:are|is|do|does|will|what|why|how)\b[^?]*\?|{_WITH_ANSWER}|(?:yes|no)[.,;][^$%]*"
    r"|(?:call(?:ed)?|date|time|phone|fax|tel|rep(?:resentative)?|spoke (?:with|to)|agent"
    r"|ref(?:erence)?|npi|tax id|payer id|website|address"
    r"|claims? (?:address|phone|fax|payer id|mailing address))\b[^:]{0,20}[:#].*",
    re.IGNORECASE,
)
_DISCLAIMER_ALONE = re.compile(rf"(?:{_DISCLAIMER})[.*]?", re.IGNORECASE)
_PHONE_AT_END = re.compile(
    r"(?:[ ,;.(]+(?:ph(?:one)?|tel|call|at))?[ ,;:.(#]+(?:1[-. ])?"
    r"\(?[0-9]{3}\)?[-. ][0-9]{3}[-.][0-9]{4}\)?\.?\Z",
    re.IGNORECASE | re.ASCII,
)
_SENTENCE_END = re.compile(r"(?<=[.;]) +| [-–—] ")
_LONGEST = 400


def without_ending(line: str) -> str:
    """The line without a disclaimer, or the number to call, that it ends with."""
    if len(line) > _LONGEST:
        return line
    *said, last = _SENTENCE_END.split(line)
    if said and _DISCLAIMER_ALONE.fullmatch(last):
        return line[: -len(last)].rstrip(" -–—;")
    return _PHONE_AT_END.sub("", line) if _AMOUNT.search(line) else line


def is_passed_over(line: str) -> bool:
    """Whether nothing that stands below a line is said to be for anything by it.

    What names another network or another person says so, whatever else it is.
    """
    is_for_others = others_named(line) & {"network", "person"}
    return bool(_PASSED_OVER.fullmatch(line)) and not is_for_others
