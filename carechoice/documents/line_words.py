"""The words a line on a plan's terms is made of, each with the kind of thing it says."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from carechoice.documents.code_words import OF_PROGRAM, OF_SESSION
from carechoice.documents.currency import with_signs
from carechoice.documents.service_names import (
    CARE_IN_GENERAL,
    HEALTH,
    IOP,
    IOP_SO_OFTEN,
    OTHER_SERVICES,
    OUTPATIENT,
    PHP,
    THERAPY,
    WITH,
)

# The two services a summary of benefits tells apart; a program day is one of the other services.
Service = Literal["office_visit", "other_outpatient"]

_DEDUCTIBLE = (
    r"(?:(?:the |your |plan |annual |calendar[- ]year )*(?:deductible\b|deduct\b\.?|ded\b\.?)"
    r"|cyd\b)"
)
_WHO_PAYS = r"(?:you|(?:the |your )?(?:member|patient|mbr|pt))"
_PLAN = r"(?:(?:the |your )?(?:plan|insurance|insurer|ins\.?))"
_ONE = r"(?:per |/ ?|an? |each |every |for each |for every )"
_APPROVAL = r"(?:(?:prior )?auth(?:orization)?|pre-?auth(?:orization)?|pa|referral)"
_REQUIRED = r"(?:required|needed|req(?:['’]?d)?\b\.?)"
_VISITS = r"(?:visits?|sessions?|days?)"
_A_YEAR = r"(?:/|per|an?|each|every) ?(?:(?:calendar|plan|benefit|policy) )?(?:year|yr\b\.?)"
# "Deductible applies: Yes" and "No" are answers of a form.
_NO_MORE = r"(?: ?[,;.)]|$)"
_IF_YES = rf"(?: y(?:es)?(?={_NO_MORE}))?(?! no?{_NO_MORE})"

_OF_ALLOWED = (
    r"of (?:the )?(?:plan['’]s )?(?:allowed|allowable|negotiated|contracted)"
    r"(?: amounts?| rates?| charges?| costs?)?\b|of (?:the )?costs?\b"
)
_REST = r"(?:all (?:of )?)?(?:the )?(?:remaining (?:balance|amount)|balance|rest|remainder)"
_IN_FULL = (
    rf"(?:no charge|(?:covered|paid)(?: (?:by {_PLAN} ?)?in full|(?: at)? 100 ?%)"
    rf"|100 ?% (?:covered|coverage|paid)|{_PLAN} (?:pays|covers) (?:in full|100 ?%|{_REST})"
    rf"|{_WHO_PAYS} pays? nothing(?: more| else)?)(?:(?<=%) (?:{_OF_ALLOWED}))?"
)
# By kind; of two that fit, the first one counts. Where a copayment comes before the deductible,
# what is left of the price goes to the deductible (HL7, US Drug Formulary, copay options).
_PHRASES = {
    "nothing_more": (
        rf"(?:[,;.] ?)?(?:and )?(?:then|thereafter)(?: it(?:['’]s| is)| is)? {_IN_FULL}(?!\w)"
        rf"|(?:[,;.+] ?)?(?:and )?(?:{_PLAN} (?:pays|covers) {_REST}"
        rf"|{_REST}(?: is)? (?:covered|paid)(?: by {_PLAN})?(?: in full|(?: at)? 100 ?%))(?!\w)"
        rf"|[,;.] ?(?:{_IN_FULL}|100 ?%) thereafter\b"
    ),
    "deductible_then": (
        rf"(?:\A(?:subject to|after) )?{_DEDUCTIBLE}"
        r"(?:,? then\b| first,?(?: then\b)?| ?\+| ?&| plus\b| and\b)"
    ),
    "before": rf"(?:[,;.(] ?)?before {_DEDUCTIBLE}(?! (?:is )?waived)(?!\w)\)?",
    "after": (
        r"(?:[,;.(] ?|[-–] )?"
        rf"(?:(?:after|once|when|post) {_DEDUCTIBLE}"
        r"(?: (?:is|are|has been|have been) (?:met|satisfied)| met)?"
        rf"|(?:after|once|when) you(?:['’]ve| have)? (?:meet|met|satisfy|satisfied|reach|reached)"
        rf" {_DEDUCTIBLE}"
        rf"|a/?d\b|{_DEDUCTIBLE} applies(?: first)?{_IF_YES}|{_DEDUCTIBLE} first"
        rf"|subject to {_DEDUCTIBLE}{_IF_YES}|(?:\+|plus|and) {_DEDUCTIBLE}"
        rf"|{_DEDUCTIBLE} y(?:es)?)"
        r"(?!\w)(?! ?(?:is )?(?:waived|does|doesn|n/a|not))\)?"
    ),
    "waived": (
        r"(?:[,;.(] ?|[-–] |and )?"
        rf"(?:{_DEDUCTIBLE} (?:does not|doesn['’]t|does n['’]t) apply"
        rf"|{_DEDUCTIBLE}(?: is| has been)? (?:waived|bypassed)|{_DEDUCTIBLE} dna"
        rf"|waived {_DEDUCTIBLE}"
        rf"|{_DEDUCTIBLE}:? (?:is )?(?:not applicable|n/a)"
        rf"|(?:subject to )?{_DEDUCTIBLE}(?: applies)? no?(?={_NO_MORE})"
        rf"|(?:is )?not subject to {_DEDUCTIBLE}"
        rf"|(?:no|without|w/o) {_DEDUCTIBLE}(?: applies)?)(?!\w)\)?"
    ),
    "money": (
        r"\$ ?(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,6})(?:\.[0-9]{2})?"
        r"(?!\.?[0-9])"  # else the first digits of a number like $35.005 would pass for it
    ),
    "both_shares": r"(?<![$\d.%])[0-9]{1,3} ?/ ?[0-9]{1,3}(?![\d.]| ?%)",
    "percent": r"(?:100(?:\.0{1,4})?|[0-9]{1,2}(?:\.[0-9]{1,4})?) ?(?:%|per ?cent\b)",
    "copay": r"co[- ]?pay(?:ment)?s?\b",
    "no_coinsurance": r"no co[- ]?ins(?:urance|\b\.?)(?! (?:max|limit))",
    "coinsurance": r"co[- ]?ins(?:urance|\b\.?)",
    "per_office_visit": rf"(?:{_ONE})(?:office visits?|ov)\b|ov\b",
    "per_visit": rf"{_ONE}(?:visit|session|appointment|appt\b\.?|encounter)(?!\w)",
    "per_day": rf"(?:{_ONE}(?:program |treatment )?day|per diem)\b",
    "per_stay": rf"{_ONE}(?:stay|admission|admit)\b",
    "for_both_services": r"\(office visits? ?/ ?other outpatient services?\)",
    "for_other_services": rf"(?:(?:for (?:an )?|/ ?)(?:{OTHER_SERVICES}|{IOP})|\({IOP}\))(?!\w)",
    "for_office_visits": rf"(?:for (?:an )?(?:office visits?|{THERAPY}(?: visits?)?)"
    r"|\(office visits?\))(?!\w)",
    "for_care": rf"for (?:{CARE_IN_GENERAL})(?!\w)",
    "in_network": r"\(?in[- ]network\b\)?|\binn\b",
    "pays_nothing": rf"{_WHO_PAYS} pays? (?:nothing|no(?:thing)? cost)\b",
    "you_pay": (
        rf"(?:{_WHO_PAYS} pays?(?: an?| only)?"
        rf"|{_WHO_PAYS}(?:['’]s)? (?:responsibility|resp\b\.?|share|cost)"
        r"|(?:your|(?:the )?(?:member|patient|mbr|pt)(?:['’]s)?)(?= co-?(?:pay|ins))"
        r"|your (?:share|cost)|(?:paid )?by (?:you|the (?:member|patient)|(?:member|patient)))\b"
    ),
    "no_charge": (
        r"no (?:charge|cost(?: shar(?:e|ing))?)\b(?: to (?:you|the (?:member|patient)))?"
        r"|(?:covered|paid) in full\b"
    ),
    "plan_pays": rf"(?:{_PLAN} (?:pays|covers)(?: at)?|pays at|plan(?= [0-9]{{1,3}} ?%))\b",
    "covered_at": r"(?:covers|(?:is )?(?:covered|paid|payable|reimbursed)(?: at)?(?= ?[0-9]))\b",
    "by_plan": rf"(?:covered|paid|covered by|paid by|by) {_PLAN}(?!\w)",
    "covered": r"(?:is )?covered\b",
    "not_covered": (
        r"(?:is )?not (?:a )?covered(?: (?:benefit|service))?\b|no coverage\b|non-covered\b"
    ),
    "no_condition": (
        r"(?:no (?:(?:visit|day|session|annual) )?(?:limits?|max(?:imum)?)"
        r"|unlimited (?:visits|days|sessions)"
        rf"|no {_APPROVAL}(?: {_REQUIRED})?"
        rf"|{_APPROVAL} (?:is )?not {_REQUIRED})(?!\w)"
    ),
    "limit_of_visits": (
        rf"(?:(?:(?:limited to|limit(?: of)?|max(?:imum)?(?: of)?|up to) )?[0-9]{{1,3}} {_VISITS}"
        rf"(?: (?:max(?:imum)?|limit|allowed))? ?{_A_YEAR}"
        rf"|[0-9]{{1,3}}[- ]{_VISITS} (?:limit|max(?:imum)?)(?: ?{_A_YEAR})?"
        rf"|{_VISITS} (?:limit|max(?:imum)?)(?: of)? [0-9]{{1,3}}(?: ?{_A_YEAR})?"
        rf"|[0-9]{{1,3}}(?: {_VISITS})? (?:used|remaining|left))(?!\w)"
    ),
    "approval_needed": (
        rf"(?:(?:{_APPROVAL}|pre-?cert(?:ification)?)(?: is)? {_REQUIRED}"
        rf"|(?:requires|needs|with|subject to) {_APPROVAL})(?!\w)"
    ),
    "not_applicable": r"(?:not applicable|n/a|none)\b",
    "of_rest": (
        r"of (?:the |what(?: is|['’]s) )(?:rest|left|remainder"
        r"|remaining (?:allowed )?(?:balance|amount|charges?|costs?))\b(?: of the bill\b)?"
    ),
    "of_allowed": _OF_ALLOWED,
    "separator": (
        r"(?:[,;/.+&] ?)?(?:and|plus|then|with(?! deductible))\b|[,;/+&]|\.(?= )|[-–—](?= )"
    ),
    "unknown": r"[^ ,;/]+|[^ ]",
}
_TOKEN = re.compile(
    "|".join(f"(?P<{kind}>{phrase})" for kind, phrase in _PHRASES.items()),
    re.IGNORECASE | re.ASCII,
)
# How a line names what is owed for a service, whatever else it says.
NAMES_TERMS = rf"\b(?:{_PHRASES['copay']}|{_PHRASES['coinsurance']}|{_DEDUCTIBLE}|covered|charge)"

# The labels that may stand before the terms: they name the row, and no condition. Whatever else
# stands there, a place, a network, a provision, may change who owes what.
_LABELS: dict[Service | None, str] = {
    None: CARE_IN_GENERAL,
    "office_visit": (
        rf"(?:(?:{OUTPATIENT} )?{HEALTH} )?office visits?|ov"
        rf"|{THERAPY}(?: (?:visits?|sessions?))?(?: \({OF_SESSION}\))?|{OF_SESSION}"
    ),
    "other_outpatient": (
        rf"{OTHER_SERVICES}|{PHP}{WITH}{IOP}|{IOP}{WITH}{PHP}"
        rf"|(?:{IOP}|program)(?: days?| services)?{IOP_SO_OFTEN}(?: \((?:{OF_PROGRAM}|{HEALTH})\))?"
        rf"|{OF_PROGRAM}(?: \({OF_PROGRAM}\))?"
    ),
}
_NAMES_SESSION = re.compile(rf"\b{OF_SESSION}", re.IGNORECASE)
_NAMES_PROGRAM = re.compile(rf"\biop\b|intensive out-?patient|\b{OF_PROGRAM}", re.IGNORECASE)
_AFTER_LABEL = r"(?: ?[:=] ?| [-–—] | (?:is|are)(?: an?)? (?=[$0-9])| (?=[$0-9a-z]))"
_IN_NETWORK = re.compile(rf"(?:in[- ]network(?: providers?)?|inn){_AFTER_LABEL}", re.I | re.A)
# Where a line begins with one of the two services.
OF_SERVICE = (
    rf"(?:{_LABELS['office_visit']}|{_LABELS['other_outpatient']})"
    rf"(?: \(in[- ]network\))?{_AFTER_LABEL}"
)
_LABEL = {
    service: re.compile(rf"(?:{label})(?: \(in[- ]network\))?{_AFTER_LABEL}", re.I | re.A)
    for service, label in _LABELS.items()
}
# "Coinsurance: 20%", "coinsurance of 20%" and "Ded: No" are what others say without the colon.
_SAID_WITH_COLON = re.compile(
    rf"((?:subject to )?{_DEDUCTIBLE}(?: applies)?)(?: ?[:=?] ?| - )"
    r"(?=(?:yes|y|no|n|n/a|waived|applies|does not apply)\b)"
    rf"|({_PHRASES['copay']}|{_PHRASES['coinsurance']}|{_PHRASES['you_pay']}|{_PHRASES['plan_pays']}"
    rf"|{_PHRASES['covered_at']})(?: ?[:=] ?| of | is )(?=[$0-9]|n/a\b|none\b)"
    rf"|(?<![0-9%] )({_PHRASES['copay']}|{_PHRASES['coinsurance']}) - (?=[$0-9])",
    re.IGNORECASE | re.ASCII,
)
_COVERED_AS_ASKED = re.compile(
    r"\bcovered(?: benefit| service)? ?[:?=]+ ?(?:(?P<yes>y(?:es)?)|no?)(?=$|[,;.])", re.IGNORECASE
)
# Nobody says of a copayment that it is 30 without meaning dollars; of visits they say how many.
_COPAY_WITHOUT_SIGN = re.compile(
    rf"(?:(?<=^)|(?<=[:;,] ))([0-9]{{1,3}}(?:\.[0-9]{{2}})?) (?={_PHRASES['copay']})"
    rf"|(?<=pay |ent )(?<=[a-z] )([0-9]{{1,3}}(?:\.[0-9]{{2}})?)"
    rf"(?= ?(?:$|[;,.(]|per (?:visit|session|day)\b|/"
    rf"|after\b|ded|a/?d\b|waived\b|no ded))",
    re.IGNORECASE | re.ASCII,
)
# What is paid after a copayment is what others say behind it. Nobody owes the whole after a part.
_AFTER_COPAY = re.compile(
    rf"(?P<rest>{_IN_FULL}|(?P<whole>100 ?%)(?: (?:{_OF_ALLOWED}))?"
    rf"|{_PLAN} pays [0-9]{{1,2}} ?%),?"
    r" after (?:a |an |the |your )?"
    rf"(?P<copay>{_PHRASES['money']}(?: {_PHRASES['per_visit']}|/day)?(?: {_PHRASES['copay']})"
    rf"(?: ?(?:{_PHRASES['per_visit']}|{_PHRASES['per_day']}))?)",
    re.IGNORECASE | re.ASCII,
)


# "Plan 90%, member 10%" is what others write as 90/10.
_OF_PLAN = rf"(?:{_PLAN}(?: pays)?(?: co-?ins(?:urance)?)?:?)"
_OF_MEMBER = rf"(?:{_WHO_PAYS}(?: pays?)?(?: co-?ins(?:urance)?)?:?)"
_SHARES_OF_BOTH = re.compile(
    rf"\b{_OF_PLAN} (?P<plan>\d{{1,3}}) ?%[,;/ ]+(?:and )?{_OF_MEMBER} (?P<member>\d{{1,3}}) ?%"
    rf"|\b{_OF_MEMBER} (?P<members>\d{{1,3}}) ?%[,;/ ]+(?:and )?{_OF_PLAN} (?P<plans>\d{{1,3}}) ?%",
    re.IGNORECASE | re.ASCII,
)
# The term before the service: "copay for therapy is $30".
_TERM_FIRST = re.compile(
    rf"\A(?:the |your )?(?P<term>{_PHRASES['copay']}|{_PHRASES['coinsurance']})"
    rf"(?: for (?:the |an? )?| - | \()(?P<label>{THERAPY}(?: (?:visits?|sessions?))?"
    rf"|{IOP}(?: days?)?)\)?(?: is|:|=)? (?=[$0-9])",
    re.IGNORECASE | re.ASCII,
)
# A label that names both services: what stands behind it is said of each.
_LABEL_OF_BOTH = re.compile(
    rf"(?:{THERAPY}{WITH}{IOP}|{IOP}{WITH}{THERAPY})(?: \(in[- ]network\))?{_AFTER_LABEL}",
    re.IGNORECASE | re.ASCII,
)


class Token(NamedTuple):
    """A piece of a line: what kind of thing it says, and where it stands."""

    kind: str
    text: str
    start: int
    end: int


class Label(NamedTuple):
    """What stands before the terms: the service it names, and whether it says in network."""

    service: Service | None
    in_network: bool
    end: int


def tidy(text: str) -> str:
    """One space between words, no full stop at the end, no colon between a word and its amount.

    What stands behind a bullet is a part of its own.
    """
    line = " ".join(text.replace("•", ";").strip("; ").split()).removesuffix(".").rstrip()
    line = _TERM_FIRST.sub(r"\g<label>: \g<term> ", with_signs(line))
    line = _AFTER_COPAY.sub(_copay_first, line)
    line = _SHARES_OF_BOTH.sub(_plans_share_first, line)
    line = _COVERED_AS_ASKED.sub(lambda said: "covered" if said["yes"] else "not covered", line)
    return _COPAY_WITHOUT_SIGN.sub(r"$\1\2 ", _SAID_WITH_COLON.sub(r"\1\2\3 ", line)).rstrip()


def _copay_first(said: re.Match[str]) -> str:
    rest = "100% covered" if said["whole"] else said["rest"]
    return f"{said['copay']}, then {rest}"


def _plans_share_first(said: re.Match[str]) -> str:
    of_plan, of_member = said["plan"] or said["plans"], said["member"] or said["members"]
    return f"{of_plan}/{of_member}"


def tokens(line: str) -> list[Token]:
    """The pieces of a line, in order; what nobody knows is a piece of the kind ``unknown``."""
    found = _TOKEN.finditer(line)
    return [Token(each.lastgroup or "unknown", each[0], *each.span()) for each in found]


def approvals_needed(line: str) -> list[str]:
    """What a line says that the plan wants first, such as "auth required", in its words."""
    return [token.text for token in tokens(tidy(line)) if token.kind == "approval_needed"]


def names_session(line: str) -> bool:
    """Whether a line has the billing code of a therapy session."""
    return bool(_NAMES_SESSION.search(line))


def names_program(line: str) -> bool:
    """Whether a line names an intensive outpatient program, in words or by its billing code."""
    return bool(_NAMES_PROGRAM.search(line))


def limits_visits(line: str) -> bool:
    """Whether a line says how many visits a year the plan pays for."""
    return any(token.kind == "limit_of_visits" for token in tokens(tidy(line)))


def label_of(line: str) -> Label:
    """The labels at the beginning of ``line``, as far as they are of the closed list."""
    service: Service | None = None
    in_network = False
    end = 0
    while found := _one_label(line, end):
        if found.service and service and found.service != service:
            break
        service = found.service or service
        in_network = in_network or found.in_network
        end = found.end
    return Label(service, in_network, end)


def whole_label(name: str) -> Label | None:
    """The label that a name is, without anything else; None where it is none of the closed list."""
    label = label_of(f"{name}: ")
    return label if label.end == len(f"{name}: ") else None


def end_of_label_of_both(line: str) -> int:
    """Where the label ends that names therapy and a program; 0 where there is none."""
    both = _LABEL_OF_BOTH.match(line)
    return both.end() if both else 0


def _one_label(line: str, start: int) -> Label | None:
    if found := _IN_NETWORK.match(line, start):
        return Label(None, True, found.end())
    matches = ((service, pattern.match(line, start)) for service, pattern in _LABEL.items())
    longest = max(
        ((found.end(), service, found) for service, found in matches if found),
        key=lambda each: each[0],
        default=None,
    )
    if longest is None:
        return None
    end, service, found = longest
    return Label(service, "network" in found[0].lower(), end)
