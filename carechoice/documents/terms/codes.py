"""Billing codes of a therapy session and of a program day, and how lines of text write them.

They are those of billing_codes.csv that a plan is asked about; a test holds them to it.
"""

from __future__ import annotations

# A session (CPT), a program day (HCPCS), and the revenue codes of a program.
SESSIONS = ("90832", "90834", "90837")
PROGRAM = ("S9480", "H0015")
PROGRAM_FOR_SUBSTANCE_USE = "H0015"
PROGRAM_REVENUE = ("0905", "0906")

_NEXT = r"(?: ?[/,&] ?| or | and )"
_SESSION = rf"(?:{'|'.join(SESSIONS)})"
_REVENUE = rf"(?:{'|'.join(code.lstrip('0') for code in PROGRAM_REVENUE)})"
_REVENUE_WITH_KIND = rf"rev(?:enue)?(?: codes?)? 0?{_REVENUE}(?:{_NEXT}0?{_REVENUE})*"
_PROGRAM_DAY = rf"(?:(?:hcpcs )?(?:{'|'.join(PROGRAM)})|0{_REVENUE}|{_REVENUE_WITH_KIND})"
# Codes of a program for mental health, and of one for substance use (billing_codes.csv).
OF_MENTAL_HEALTH = r"(?:S9480|0?905)(?!\w)"
OF_SUBSTANCE_USE = r"(?:H0015|0?906)(?!\w)"
# One or several of them, in small letters or in capitals.
OF_SESSION = rf"(?:cpt(?: codes?)? )?{_SESSION}(?:{_NEXT}{_SESSION})*(?!\w)"
OF_PROGRAM = rf"{_PROGRAM_DAY}(?:{_NEXT}{_PROGRAM_DAY})*(?!\w)"
