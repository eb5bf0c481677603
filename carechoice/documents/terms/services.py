"""How lines of text name therapy, a program, and care in general, as patterns."""

from __future__ import annotations

OUTPATIENT = r"(?:out[- ]?patient|op\b)"
HEALTH = (
    r"(?:(?:(?:mental|behavioral)(?:(?:/| ?, | and | or )(?:mental|behavioral))* health"
    r"|(?:mh|bh)\b)"
    r"(?:(?: ?/ ?| and | or )(?:(?:sud?|sa)\b|substance (?:use|abuse)(?: disorder)?))?)"
)
THERAPY = (
    rf"(?:(?:(?:ind(?:iv(?:idual)?)?\.?|{OUTPATIENT}|{HEALTH}|talk) )*"
    rf"(?:(?:psycho)?therapy|counseling|(?<=ind )tx\b|(?<=indiv )tx\b|(?<=individual )tx\b))"
)
_INTENSIVE = (
    rf"intensive out[- ]?patient(?: (?:{HEALTH}|psychiatric))?"
    r"(?: (?:programs?|services?|treatment|therapy|care)){0,2}"
)
IOP = rf"(?:(?:{HEALTH} )?(?:{_INTENSIVE}(?: \(iop\))?|iop\b))"
# How much of it there is in a week stands beside its name.
_HOURS = r"[0-9]{1,2}(?:-[0-9]{1,2})? ?(?:hours?|hrs?\.?)"
IOP_SO_OFTEN = rf"(?: \(?(?:{_HOURS}|[1-7] ?(?:x|days?|times)) ?(?:/|per|a) ?(?:week|wk)\b\)?)?"
# A row for both has the terms of each.
PHP = r"(?:partial hospitalization(?: programs?)?(?: \(php\))?|php\b)"
# Care of other levels, whose terms are said with those of a program.
OTHER_LEVEL = rf"(?:{PHP}|rtc\b|residential(?: treatment)?|detox(?:ification)?|inpatient|ip\b)"
SUBSTANCE = (
    r"(?:substance (?:use|abuse)(?: disorder)?|sud\b|sa\b|cd\b|chemical dependency|addiction"
    r"|alcohol(?: and |/)drug|drug(?: and |/)alcohol)"
)
WITH = r" ?(?:/|&|,|and|or) ?"
CARE_IN_GENERAL = (
    rf"(?:{OUTPATIENT} )?{HEALTH}(?: {OUTPATIENT})?(?: (?:care|services?|visits?|tx))?"
    r"|(?:mhop|opmh|bhop|opbh)\b"
    rf"|{OUTPATIENT}(?: (?:care|services?|tx))?"
)
OTHER_SERVICES = r"(?:all )?other (?:outpatient )?(?:services?|items and services)"
