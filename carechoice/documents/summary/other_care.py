"""Care that a form names and that is neither therapy nor a program: a closed list."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NETWORK = r"in[- ]network|(?:network|participating|preferred)"
# What may stand around the names of care, and names none.
_BESIDE_CARE = (
    rf"{_NETWORK}|providers?|certain|some|most|all|any|other|covered|routine|annual|adult|pediatric"
    r"|(?:child(?:ren)?|wom[ae]n|m[ae]n)(?:['’]?s)?['’]?|health|care|services?|benefits?|coverage"
    r"|exams?|tests?|supplies|items?|expenses?|programs?|from|by|of|at|with|when|received|using|physicians?"
    r"|doctors?|specialists?|tier|retail|mail|order|specialty|non"
)
_OTHER_CARE = (
    r"preventi(?:ve|on)|preventative|primary care|urgent care|emergency|ambulance|prenatal"
    r"|postnatal|maternity|newborn|well[- ](?:child|baby|wom[ae]n)|prescriptions?|pharmacy|rx"
    r"|drugs?|medications?|generics?|brand(?:[- ]name)?|formulary|insulin|vaccin(?:es?|ations?)"
    r"|immunizations?|screenings?|mammograms?|colonoscop(?:y|ies)|dental|vision|eye|eyewear"
    r"|hearing|(?:occupational|physical|speech)(?: therapy)?|chiropractic|acupuncture|hospice"
    r"|skilled nursing|home health|durable medical equipment|dme|lab(?:s|oratory)?|x-?rays?"
    r"|imaging|radiology|diagnostic(?= (?:tests?|imaging|lab))|premiums?"
    r"|balance[- ]bill(?:s|ing|ed)?(?: charges)?"
)
_OTHER_VISITS = r"rooms?|visits?|transportation|department"
_OWN_CARE = (
    r"office|visits?|outpatient|mental|behavioral|psychiatric|substance|use|abuse|disorders?"
    r"|therapy|psychotherapy|counseling|telehealth|telemedicine|virtual|online|inpatient|surgery"
    r"|pcp|primary|evaluations?"
)
_COPAYS = re.compile(
    rf"(?:(?:{_BESIDE_CARE}|visits?) )*(?:(?:that|which) )?"
    r"(?:(?:with|requiring|requires?|subject to|have|has|having) )?(?:an? |fixed |flat )*"
    r"co-?pay(?:ment)?s?(?: (?:services|visits|benefits))?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:(?:does not|doesn['’]t) apply(?: to)?|yes|no|none|there|are|is|covered|paid(?: by)?"
    r"|before|you|meet|your|the|this|plan|deductibles?|only|for)\b|\b(?:e\.g|i\.e)\b\.?,?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[.,;:/&()•]|\b(?:and|or|plus|including|such as)\b", re.IGNORECASE)


def _names(*care: str) -> re.Pattern[str]:
    """Names of this care, with what may stand around them."""
    names, beside = "|".join(care), _BESIDE_CARE
    rest = rf"{names}|{beside}|{_OTHER_VISITS}"
    return re.compile(
        rf"(?:(?>(?:{beside}) ))*+(?>(?:{names})(?= |$))(?: (?>(?:{rest})(?= |$)))*+",
        re.IGNORECASE,
    )


_OTHER = _names(_OTHER_CARE)
_KNOWN = _names(_OTHER_CARE, _OTHER_VISITS, _OWN_CARE)
# A plain no, and how it is said once more.
_NO = re.compile(
    r"(?:(?:no|none|not applicable|n/a"
    r"|(?:there (?:are|is) )?(?:none|no (?:other )?(?:specific )?"
    r"(?:deductibles?|services covered before you meet your deductible)"
    r"(?: for (?:specific services|this plan))?)"
    r"|you (?:don['’]t|do not) have to meet deductibles for specific services)[.,;]? *)*",
    re.IGNORECASE,
)
# An amount for a family goes on with the one for a person.
_SENTENCE = re.compile(
    r"[.;](?= |$)|\band\b|,(?= )(?! \$[0-9,]+[ /]*(?:per )?famil)", re.IGNORECASE
)
_AMOUNT = re.compile(r"\$ ?[0-9][0-9,]*(?:\.[0-9]{2})?")
_OF_AN_AMOUNT = re.compile(
    r"\b(?:individuals?|persons?|child|members?|famil(?:y|ies)|per|each|calendar|year|to|applies|a"
    r"|out[- ]of[- ]network|tiers? [0-9])\b",
    re.IGNORECASE,
)


def is_no(text: str) -> bool:
    """Whether an answer of the form is a plain no."""
    return bool(text.strip() and _NO.fullmatch(text.strip()))


def names_other_care_only(text: str, *, is_copay: bool = True) -> bool:
    """Whether a text says no, or all that it names is care on the closed list.

    Services with a copayment are named too; without ``is_copay`` they are none of ours.
    """
    named = list(_named(text))
    is_other = all(
        _OTHER.fullmatch(each) or (not is_copay and _COPAYS.fullmatch(each)) for each in named
    )
    return is_no(text) or bool(named and is_other)


def names_known_care_only(text: str) -> bool:
    """Whether all that a text names is care, ours or other, and so no network or condition."""
    return all(_KNOWN.fullmatch(each) or _COPAYS.fullmatch(each) for each in _named(text))


def has_other_deductibles_only(text: str) -> bool:
    """Whether the form says of other deductibles that there are none, or names whose they are.

    Each amount must stand with care on the closed list.
    """
    if is_no(text):
        return True
    told = [each for each in _SENTENCE.split(text) if not is_no(each)]
    named = ["".join(_named(_OF_AN_AMOUNT.sub(" ", _AMOUNT.sub(" ", each)))) for each in told]
    stated = [each for each, sentence in zip(named, told, strict=True) if each or "$" in sentence]
    return bool(stated) and all(_OTHER.fullmatch(each) for each in stated)


def _named(text: str) -> Iterator[str]:
    """The names in a text, one by one, without the words around them."""
    for part in _BETWEEN.split(_AROUND.sub(" ", text)):
        if name := " ".join(part.split()).strip(" -–—"):
            yield name
