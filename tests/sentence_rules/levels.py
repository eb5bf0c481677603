"""What is said of levels of care: the name goes with the hours that stand beside it."""

import re

from facts import Facts

from sentence_rules.rule import HOURS, Complaints, hours, of_a_sentence

NAMES = {
    "outpatient": r"^outpatient",
    "iop": r"^(?:the )?intensive outpatient",
    "php": r"^partial hospitalization",
}


def level_of(hours_a_week: float) -> str:
    """By Medicare's rule an IOP has nine hours a week or more, and under twenty."""
    if hours_a_week >= 20:
        return "php"
    return "iop" if hours_a_week >= 9 else "outpatient"


@of_a_sentence(
    r"a week is (?:outpatient|the intensive|partial)|is on the rung|stands on the level|"
    r"Level of care at the start: "
)
def a_level_is_named_by_its_hours(text: str, facts: Facts) -> Complaints:
    for pattern in (
        rf"{HOURS} (?:of therapy )?a week is ((?:outpatient|the intensive|partial)[^,.]*)",
        rf"at {HOURS} a week is on the rung ([^.(]*)",
        rf"at {HOURS} a week, stands on the level “([^”]*)”",
        rf": {HOURS} a week for .*?Level of care at the start: ([^.(]*)",
    ):
        for whole, minutes, named in re.findall(pattern, text):
            if not whole and not minutes:
                continue
            right = level_of(hours(whole, minutes))
            if not re.search(NAMES[right], named, re.I):
                yield f"{hours(whole, minutes)} hours are {right}, not {named}"


@of_a_sentence(r"^(?:Outpatient|Intensive outpatient|Partial hospitalization)[^.]*; ")
def an_option_stands_in_the_row_of_its_level(text: str, facts: Facts) -> Complaints:
    name, _, here = text.split("; ")[:3] if text.count("; ") == 2 else (text, "", "")
    for whole, minutes in re.findall(rf", {HOURS} a week", here):
        right = level_of(hours(whole, minutes))
        if not re.search(NAMES[right], name, re.I):
            yield f"{hours(whole, minutes)} hours are {right}"
