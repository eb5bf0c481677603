"""The names that clearinghouses write beside the codes of a benefit, or in place of them.

They are those of X12 005010X279A1, whose codes they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from carechoice.documents.eligibility.benefit import UNKNOWN

_CODES: Mapping[str, Mapping[str, str]] = {
    "code": {
        "activecoverage": "1",
        "active": "1",
        "activefullriskcapitation": "2",
        "activeservicescapitated": "3",
        "activeservicescapitatedtoprimarycareprovider": "4",
        "activependinginvestigation": "5",
        "inactive": "6",
        "inactivependingeligibilityupdate": "7",
        "inactivependinginvestigation": "8",
        "coinsurance": "A",
        "copayment": "B",
        "copay": "B",
        "deductible": "C",
        "exclusions": "E",
        "limitations": "F",
        "outofpocketstoploss": "G",
        "outofpocket": "G",
        "unlimited": "H",
        "noncovered": "I",
        "primarycareprovider": "L",
        "managedcarecoordinator": "MC",
        "benefitdisclaimer": "P",
        "otheroradditionalpayor": "R",
        "contactfollowingentityforeligibilityorbenefitinformation": "U",
        "spenddown": "Y",
    },
    "level": {"individual": "IND", "family": "FAM", "employeeonly": "EMP"},
    "services": {
        "healthbenefitplancoverage": "30",
        "professionalphysicianvisitoffice": "98",
        "psychiatric": "A4",
        "psychotherapy": "A6",
        "psychiatricoutpatient": "A8",
        "partialhospitalizationpsychiatric": "BB",
        "daycarepsychiatric": "BC",
        "mentalhealthprovideroutpatient": "CF",
        "mentalhealthfacilityoutpatient": "CH",
        "substanceabusefacilityoutpatient": "CJ",
        "substanceabuse": "AI",
        "mentalhealth": "MH",
    },
    "insurance": {
        "commercial": "C1",
        "exclusiveproviderorganization": "EP",
        "grouppolicy": "GP",
        "healthmaintenanceorganization": "HM",
        "healthmaintenanceorganizationhmo": "HM",
        "indemnity": "IN",
        "individualpolicy": "IP",
        "preferredproviderorganization": "PR",
        "preferredproviderorganizationppo": "PR",
        "pointofservice": "PS",
        "pointofservicepos": "PS",
    },
    "period": {
        "day": "7",
        "years": "21",
        "serviceyear": "22",
        "calendaryear": "23",
        "yeartodate": "24",
        "contract": "25",
        "visit": "27",
        "remaining": "29",
    },
    "network": {
        "yes": "Y",
        "innetwork": "Y",
        "no": "N",
        "outofnetwork": "N",
        "notapplicable": "W",
        "inandoutofnetwork": "W",
    },
}
_NO_LETTER = re.compile(r"[^a-z]+")


def code_of(fact: str, name: str) -> str:
    """The code for a name of this fact; "" for none, and UNKNOWN for one that is not known here."""
    if not name.strip():
        return ""
    return _CODES[fact].get(_NO_LETTER.sub("", name.lower()), UNKNOWN)
