"""What is said of the course of care: its hours, its weeks and its visits."""

import re

from facts import Facts

from sentence_rules.rule import EXPLAINED, HOURS, Complaints, hours, of_a_sentence

WAKING_HOURS_A_WEEK = 112
WORK_HOURS_A_WEEK = 40
# Hours after midnight.
WORK_ENDS = 17
MIDNIGHT = 24
VISIT_STARTS = {"in the morning": 9, "in the afternoon": 13, "in the evening": 17.5}


@of_a_sentence("^Therapy")
def the_hours_a_week_are_those_of_the_course(text: str, facts: Facts) -> Complaints:
    if "then" in text:
        return
    by_week = facts.options["therapy"]["hours_by_week"]
    for found in re.finditer(rf"^Therapy\W+(?:takes |at )?{HOURS} ?a week", text):
        said = hours(found[1], found[2])
        if said > max(by_week) + 0.01 or (len(by_week) == 1 and said != round(sum(by_week), 4)):
            yield f"the weeks have {by_week} hours"


@of_a_sentence(r"takes \d|of IOP|which is \d|◆ IOP")
def an_iop_is_called_so_only_within_its_hours(text: str, facts: Facts) -> Complaints:
    weekly = facts.inputs["iop_hours_per_week"]
    called = r"(intensive outpatient program|IOP)\W.{0,20}takes \d|\d \w+ of IOP\b"
    is_named = re.search(r"(below|above) the hours of an IOP", text)
    if not 9 <= weekly < 20 and re.search(called, text) and not is_named:
        yield f"{weekly} hours are no IOP"
    for low, high in re.findall(r"which is (\d+) to (\d+) hours", text):
        if not float(low) <= weekly <= float(high):
            yield f"{weekly} hours are not within"
    if re.match(r"[^◆]*: \d+ to \d+ hours.*◆ IOP", text) and weekly > 19:
        yield f"{weekly} hours stand on a rung that ends before"


@of_a_sentence("two hours|hours a week|nce a week|everal days")
def what_is_usually_so_is_no_claim_about_this_course(text: str, facts: Facts) -> Complaints:
    therapy = facts.options["therapy"]["hours_per_week"]
    iop = facts.inputs["iop_hours_per_week"]
    claims = {
        r"[Oo]ne (to|or) two hours": 1 <= therapy <= 2,
        r"[Nn]ine hours a week or more": iop >= 9,
        r"[Oo]nce a week": therapy <= 2,
        r"[Ss]everal days": iop >= 9,
    }
    lines = [] if EXPLAINED.match(text) else text.splitlines()
    for line in lines:
        if all(holds for claim, holds in claims.items() if re.search(claim, line)):
            continue
        if "sually" not in line:
            yield f"here it is {therapy} and {iop} hours"
        elif line.startswith("- ") and "Here it is" not in line:
            yield "the hours of this course are not said"


@of_a_sentence(r"\b1 session|^(Session|Day) \d+,")
def one_is_not_told_as_many(text: str, facts: Facts) -> Complaints:
    if re.search(r"\b1 session (run|cost)\b|\b1 session\. They", text):
        yield "one is not many"
    if re.match(r"(Session|Day) \d+,", text) and "ach time" in text:
        yield "one visit is no each time"


@of_a_sentence("^Left free")
def a_fixed_hour_is_not_free(text: str, facts: Facts) -> Complaints:
    if facts.inputs["fixed_hours"] != "mon-fri:09-17":
        return
    is_online = facts.inputs["visits_online"]
    away = 0 if is_online else facts.inputs["travel_minutes_per_visit"] / 60
    for path, cell in zip(("therapy", "iop"), text.split("; ")[1:3], strict=True):
        visits = facts.visits(path)
        weeks = {entry["week"] for entry in visits}
        busiest = max(sum(e["hours"] + away for e in visits if e["week"] == w) for w in weeks)
        left = WAKING_HOURS_A_WEEK - WORK_HOURS_A_WEEK - busiest
        found = re.search(HOURS, cell)
        if found and abs(hours(found[1], found[2]) - max(0, left)) > 0.02:
            yield f"{left} hours are left"


@of_a_sentence("beside “Nine to five”|with “Nine to five”")
def beside_day_work_a_visit_fits_from_after_five_until_midnight(
    text: str, facts: Facts
) -> Complaints:
    if facts.inputs["fixed_hours"] != "mon-fri:09-17":
        yield "these hours are other ones"
    way = 0 if facts.inputs["visits_online"] else facts.inputs["travel_minutes_per_visit"] / 60
    for name, path in (("therapy", "therapy"), ("the IOP", "iop")):
        longest = max(entry["hours"] for entry in facts.visits(path))
        (said,) = re.findall(rf"Visits for [^.]*?\b{name}\b[^.]*", text)
        for time_of_day, start in VISIT_STARTS.items():
            fits = start - way / 2 >= WORK_ENDS and start + longest <= MIDNIGHT
            if fits != ("fit beside" in said and time_of_day in said):
                yield f"{name}, {time_of_day}: it fits: {fits}"
