"""The words of a line on a plan's terms as patterns, each by the kind of thing it says."""

from __future__ import annotations

from carechoice.documents.terms.services import (
    CARE_IN_GENERAL,
    IOP,
    OTHER_SERVICES,
    THERAPY,
)

DEDUCTIBLE = (
    r"(?:(?:the |your |my |plan |annual |calendar[- ]year |individual |in[- ]network )*"
    r"(?:deductible\b|deduct\b\.?|ded\b\.?)"
    r"|cyd\b)"
)
WHO_PAYS = r"(?:you|(?:the |your )?(?:member|patient|mbr|pt))"
PLAN = r"(?:(?:the |your )?(?:plan|insurance|insurer|ins\.?)|we(?= (?:pay|cover)\b))"
_ONE = r"(?:per |/ ?|an? |each |every |for each |for every )"
APPROVAL = r"(?:(?:prior )?auth(?:orization)?|pre-?auth(?:orization)?|pa|referral)"
REQUIRED = r"(?:required|needed|req(?:['’]?d)?\b\.?)"
VISITS = r"(?:visits?|sessions?|days?)"
_A_YEAR = r"(?:/|per|an?|each|every) ?(?:(?:calendar|plan|benefit|policy) )?(?:year|yr\b\.?)"
# "Deductible applies: Yes" and "No" are answers of a form.
_NO_MORE = r"(?: ?[,;.)]|$)"
_IF_YES = rf"(?: y(?:es)?(?={_NO_MORE}))?(?! no?{_NO_MORE})"

OF_ALLOWED = (
    r"of (?:the )?(?:plan['’]s )?(?:allowed|allowable|negotiated|contracted)"
    r"(?: amounts?| rates?| charges?| costs?)?\b|of (?:the )?costs?\b"
)
REST = r"(?:all (?:of )?)?(?:the )?(?:remaining (?:balance|amount)|balance|rest|remainder)"
IN_FULL = (
    rf"(?:no charge|(?:covered|paid)(?: (?:by {PLAN} ?)?in full|(?: at)? 100 ?%)"
    rf"|100 ?% (?:covered|coverage|paid)|{PLAN} (?:pays|covers) (?:in full|100 ?%|{REST})"
    rf"|{WHO_PAYS} pays? nothing(?: more| else)?)(?:(?<=%) (?:{OF_ALLOWED}))?"
)
# By kind; of two that fit, the first one counts. Where a copayment comes before the deductible,
# what is left of the price goes to the deductible (HL7, US Drug Formulary, copay options).
PHRASES = {
    "nothing_more": (
        rf"(?:[,;.] ?)?(?:and )?(?:then|thereafter)(?: it(?:['’]s| is)| is)? {IN_FULL}(?!\w)"
        rf"|(?:[,;.+] ?)?(?:and )?(?:{PLAN} (?:pays|covers) {REST}"
        rf"|{REST}(?: is)? (?:covered|paid)(?: by {PLAN})?(?: in full|(?: at)? 100 ?%))(?!\w)"
        rf"|[,;.] ?(?:{IN_FULL}|100 ?%) thereafter\b"
    ),
    "deductible_then": (
        rf"(?:\A(?:subject to|after) )?{DEDUCTIBLE}"
        r"(?:,? then\b| first,?(?: then\b)?| ?(?:\+|&|→|[-=]+>)| ?[/,] ?(?=[0-9]{1,2} ?%)"
        r"| plus\b| and(?: then)?\b)"
    ),
    "before": rf"(?:[,;.(] ?)?before {DEDUCTIBLE}(?! (?:is )?waived)(?!\w)\)?",
    "after": (
        r"(?:[,;.(] ?|[-–] )?"
        rf"(?:(?:after|aft\.?|once|when|post) {DEDUCTIBLE}"
        r"(?: (?:is|are|has been|have been) (?:met|satisfied)| met)?"
        rf"|(?:after|once|when) you(?:['’]ve| have)? (?:meet|met|satisfy|satisfied|reach|reached)"
        rf" {DEDUCTIBLE}"
        rf"|a/?d\b|{DEDUCTIBLE} (?:applies|does apply)(?: first)?{_IF_YES}|{DEDUCTIBLE} first"
        rf"|(?:subject|subj?\.?|s/t) (?:to )?{DEDUCTIBLE}{_IF_YES}|(?:\+|plus|and) {DEDUCTIBLE}"
        rf"|{DEDUCTIBLE} y(?:es)?)"
        r"(?!\w)(?! ?(?:is )?(?:waived|does|doesn|n/a|not))\)?"
    ),
    "waived": (
        r"(?:[,;.(] ?|[-–] |and |with (?=no\b))?"
        rf"(?:{DEDUCTIBLE} (?:does not|doesn['’]t|does n['’]t) apply"
        rf"|{DEDUCTIBLE}(?: is| has been)? (?:waived|bypassed)|{DEDUCTIBLE} dna|d/?w\b"
        rf"|waived {DEDUCTIBLE}"
        rf"|{DEDUCTIBLE}:? (?:is )?(?:not applicable|n/a)"
        rf"|(?:subject to )?{DEDUCTIBLE}(?: applies)? no?(?={_NO_MORE})"
        rf"|(?:is )?not subject to {DEDUCTIBLE}"
        rf"|(?:no|without|w/o) {DEDUCTIBLE}(?: applies)?)(?!\w)\)?"
    ),
    "money": (
        r"\$ ?(?!0[0-9])(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,6})(?:\.[0-9]{2})?"
        r"(?!\.?[0-9])"  # else the first digits of a number like $35.005 would pass for it
    ),
    "both_shares": r"(?<![$\d.%])[0-9]{1,3} ?/ ?[0-9]{1,3}(?![\d.]| ?%)",
    "percent": r"(?:100(?:\.0{1,4})?|[0-9]{1,2}(?:\.[0-9]{1,4})?) ?(?:%|per ?cent\b)",
    "no_copay": r"no co[- ]?pay(?:ment)?s?\b(?! (?:max|limit))",
    "copay": r"(?:co[- ]?pay(?:ment)?s?\b|cp(?= ?:? ?\$ ?[0-9])|(?:(?<=[0-9])|(?<=[0-9] ))cp\b)",
    "no_coinsurance": r"no co[- ]?ins(?:urance|\b\.?)(?! (?:max|limit))",
    "coinsurance": r"co[- ]?ins(?:urance|\b\.?)",
    "per_office_visit": rf"(?:{_ONE})(?:office visits?|ov)\b|ov\b",
    "per_visit": rf"{_ONE}(?:(?:45|50|60)[- ]?min(?:ute)?s?\.? )?"
    r"(?:visit|session|appointment|appt\b\.?|encounter)(?!\w)",
    "per_day": rf"(?:{_ONE}(?:program |treatment )?day|per diem)\b",
    "per_stay": rf"{_ONE}(?:stay|admission|admit)\b",
    "for_both_services": r"\(office visits? ?/ ?other outpatient services?\)",
    "for_other_services": (
        rf"(?:(?:for (?:an )?|/ ?|(?=other outpatient))(?:{OTHER_SERVICES}|{IOP})"
        rf"|{_ONE}{IOP} (?:day|visit)|\({IOP}\))(?!\w)"
    ),
    "for_office_visits": rf"(?:for (?:an )?(?:office visits?|{THERAPY}(?: visits?)?)"
    rf"|(?:for |{_ONE}){THERAPY} (?:visit|session)s?|\({THERAPY}\)"
    r"|\(office visits?\))(?!\w)",
    "for_care": rf"for (?:{CARE_IN_GENERAL})(?!\w)",
    "in_network": r"\(?in[- ]network\b\)?|\binn\b",
    "pays_nothing": rf"{WHO_PAYS} pays? (?:nothing|no(?:thing)? cost)\b",
    "you_pay": (
        rf"(?:{WHO_PAYS} (?:pays?|owes?(?! 100 ?%))(?: an?| only)?"
        rf"|{WHO_PAYS}(?:['’]s)? (?:responsibility|resp\b\.?|share|cost)"
        r"|(?:your|(?:the )?(?:member|patient|mbr|pt)(?:['’]s)?)(?= co-?(?:pay|ins))"
        r"|your (?:share|cost)|(?:paid )?by (?:you|the (?:member|patient)|(?:member|patient)))\b"
    ),
    "no_charge": (
        r"(?:covered (?:at|with) )?no (?:(?:member|patient) )?"
        r"(?:charge|cost(?:[- ]shar(?:e|ing))?)\b(?: to (?:you|the (?:member|patient)))?"
        r"|(?:covered|paid) in full\b|free(?: of charge)?(?= ?(?:[,;]|\Z))"
    ),
    "plan_pays": rf"(?:{PLAN} (?:pays?|covers?)(?: at)?|pays at|plan(?= [0-9]{{1,3}} ?%))\b",
    "covered_at": (
        r"(?:covers|pays(?= [0-9]))\b"
        r"|(?:is )?(?:covered|paid|payable|reimbursed)(?: at\b| ?@)?(?= ?[0-9])"
    ),
    "by_plan": rf"(?:covered|paid|covered by|paid by|by) {PLAN}(?!\w)",
    "covered": r"(?:is )?covered\b",
    "not_covered": (
        r"(?:is )?not (?:a )?covered(?: (?:benefit|service))?\b|no (?:coverage|benefits?)\b"
        r"|(?:is )?(?:a )?non[- ]?covered(?: (?:benefit|service))?\b|(?:is )?not a benefit\b"
        r"|(?:is )?excluded\b(?: from (?:coverage|the plan)\b)?"
    ),
    "no_condition": (
        r"(?:\(?no (?:(?:visit|day|session|annual) )?(?:limits?|max(?:imum)?)\b\)?|no vl\b"
        r"|\(?unlimited (?:visits|days|sessions)\b\)?|(?:visits|days|sessions)(?: are)?:? unlimited"
        r"|(?:(?:visits|days|sessions)(?: are)? )?based on med(?:ical)?\.? nec(?:essity|\b\.?)"
        r"|bomn\b"
        rf"|no {APPROVAL}(?: {REQUIRED})?"
        rf"|{APPROVAL} (?:is )?not {REQUIRED}|{APPROVAL}(?: {REQUIRED})? ?[:?] ?no?)(?!\w)"
    ),
    "limit_of_visits": (
        rf"(?:(?:(?:limited to|limit(?: of)?|max(?:imum)?(?: of)?|up to) )?[0-9]{{1,3}} {VISITS}"
        rf"(?: (?:max(?:imum)?|limit|allowed))? ?{_A_YEAR}"
        r"|[0-9]{1,3} ?(?:v ?/ ?y(?:r|ear)?|vpc?y|v (?:max|limit))(?: ?/ ?yr?)?\b"
        rf"|[0-9]{{1,3}}[- ]{VISITS} (?:limit|max(?:imum)?)(?: ?{_A_YEAR})?"
        rf"|{VISITS} (?:limit|max(?:imum)?)(?: of)? [0-9]{{1,3}}(?: ?{_A_YEAR})?"
        rf"|[0-9]{{1,3}}(?: {VISITS})? (?:used|remaining|left))(?!\w)"
    ),
    "approval_needed": (
        rf"(?:{APPROVAL}(?: {REQUIRED})? ?[:?] ?(?:y(?:es)?|{REQUIRED})"
        rf"|(?:{APPROVAL}|pre-?cert(?:ification)?)(?: is)? {REQUIRED}"
        r"(?: (?:thru|through|from|by|via|w/|with) (?:the )?[a-z]+)?"
        rf"|(?:requires|needs|with|subject to) {APPROVAL})(?!\w)"
    ),
    "not_applicable": r"(?:not applicable|n/a|none)\b",
    "of_rest": (
        r"of (?:the |what(?: is|['’]s) )(?:rest|left|remainder"
        r"|remaining (?:allowed )?(?:balance|amount|charges?|costs?))\b(?: of the bill\b)?"
    ),
    "of_allowed": OF_ALLOWED,
    "separator": (
        r"(?:[,;/.+&] ?)?(?:and|plus|then|with(?! deductible))\b|[,;/+&]|\.(?= )|[-–—](?= )"
    ),
    "unknown": r"[^ ,;/]+|[^ ]",
}
