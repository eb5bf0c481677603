"""What a line names that is not the person's own care in network: networks, care, people."""

from __future__ import annotations

import re
from functools import lru_cache

_IN = r"(?:in[- ]network|inn|par|participat(?:e|es|ing)|contracted|credentialed)"
_OTHER_NETWORK = re.compile(
    r"out[- ]of[- ](?:network|plan|area)|out[- ]?(?:network|ntwk)|\boon\b|\bnetwork ?: ?out"
    r"|\bnon(?:[- ]|network|par|preferred|participating)|\btier"
    rf"|\bnot {_IN}\b|\b{_IN}\b[^?:]*[?:] ?no?\b",
    re.IGNORECASE,
)
# What is named after an intake and is no care: the paper on it, or whoever does it.
PAPERS = r"(?:forms?|notes?|sheets?|packets?|paperwork|coordinators?|staff|teams?|dates?)"
# Below "Outpatient therapy" it says which therapy that is.
_OF_BODY = re.compile(
    r"\b(?:pt|ot|st)(?:(?: ?[/,&] ?| and | or )(?:pt|ot|st))+\b"
    r"|(?:physical|occupational|speech)\b.*\b(?:physical|occupational|speech|therap)",
    re.IGNORECASE,
)
_OTHER_CARE = re.compile(
    r"inpatient|emergency|\ber\b|ambulan|hospital|residential|\brtc\b|detox|skilled|hospice"
    r"|home care"
    r"|dental|dentist|orthodon|\bvision|\beye|glasses|\bhearing|audiolog"
    r"|pharmac|drug|\brx|prescri|medicine|medication|formular|generic"
    r"|surg|urgent|walk-?in|retail|diagnos|\blabs?\b|laborator|x-?ray|imaging|radiolog|\btest"
    rf"|rehab|{_OF_BODY.pattern}|physical|occupational|speech|chiropract|acupunct|massage|dermatolog|\bcardi|podiatr"
    r"|\bmri\b|\bmra\b|\b(?:ct|cat|pet|bone) scans?\b|colonoscop|biops|sleep stud"
    r"|matern|pregnan|newborn|fertil|allerg|dialysis|chemo|transplant|nutrition|equipment|suppl"
    r"|prevent|wellness|immuni|vaccin|primary care|\bpcp\b|specialist|\bspc\b"
    r"|\beap\b|employee assistance|tele(?:health|med|doc)|teladoc|virtual|online|video"
    r"|group(?: (?:session|therap|visit|counsel)|(?: ?[:=–-])? ?\$)|\bmeds? m(?:gmt|anag)"
    rf"|\bintake(?! {PAPERS}\b(?! fee))|initial (?:eval|assess|consult)"
    r"|\b(?:9079[12]|908(?:53|4[67])|992[01][1-5])\b"
    r"|couple|marri|partial hosp|\bphp\b|\bect\b|\btms\b|\baba\b"
    r"|exclu|(?:not|non|un)[- ]?covered|\bclaims?\b|\beobs?\b",
    re.IGNORECASE,
)
# A family's amounts stand beside one person's; terms of services are the same for all of them.
_FAMILY = re.compile(r"famil", re.IGNORECASE)
# Another person, another plan, or another year of this one.
_OTHER_PERSON = re.compile(
    r"dependent|child|\bkids?\b|\bminor|spouse|husband|\bwife|\bpartner|daughter|\bsons?\b"
    r"|\bmother|\bfather|\bparents?\b|\bbab(?:y|ies)|secondary|tertiary"
    r"|other (?:\w+ )?(?:insurance|coverage|plan|carrier|payer)|\bold\b|\bprior\b(?! auth)"
    r"|previous|\bformer"
    r"|\b(?:last|past|next) (?:\w+ )?(?:year|quarter|month|plan)"
    r"|\b(?:active|eligible|primary)\b[^?:]*[?:] ?no?\b"
    r"|\bended\b|expired|terminat|inactive|\bstatus ?: ?term|upcoming|future"
    r"|\bcobra\b|workers|supplement|medigap|\bpart [acd]\b",
    re.IGNORECASE,
)
_OTHERS = {
    "network": _OTHER_NETWORK,
    "care": _OTHER_CARE,
    "family": _FAMILY,
    "person": _OTHER_PERSON,
}


@lru_cache(maxsize=8)
def others_named(line: str) -> frozenset[str]:
    """What a line names that is not the person's own care in network: by kind."""
    return frozenset(kind for kind, words in _OTHERS.items() if words.search(line))


def is_of_body(line: str) -> bool:
    """Whether a line names physical, occupational or speech therapy."""
    return bool(_OF_BODY.search(line))


def names_other_network(line: str) -> bool:
    """Whether a line names a network other than the plan's own."""
    return "network" in others_named(line)


def is_for_other_care(line: str) -> bool:
    """Whether a line names care other than therapy and a program."""
    return "care" in others_named(line)
