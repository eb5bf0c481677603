"""What is said of days of the week, of holidays and of when a course begins and ends."""

import re
from collections.abc import Iterator
from datetime import date
from math import ceil

from facts import Facts
from holidays_by_law import is_holiday
from scenarios import TODAY

from sentence_rules.rule import DAY, MONTHS, Complaints, days, of_a_sentence

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
A_WEEKDAY = rf"({'|'.join(WEEKDAYS)})"
CARE = {"Therapy": "therapy", "The IOP": "iop", "A session": "therapy", "A program day": "iop"}
WAY = {
    "Therapy": "therapy",
    "The IOP": "iop",
    "IOP, then therapy": "step_down",
    "Therapy, then IOP": "step_up",
    "In therapy": "therapy",
    "In the IOP": "iop",
    "In IOP, then therapy": "step_down",
    "In therapy, then IOP": "step_up",
}
WHEN_CLOSED = {
    "moves to the next open day": "next_day",
    "comes at the end": "at_end",
    "is left out": "left_out",
}


def weekdays(text: str) -> set[int]:
    """Monday, Tuesday to Thursday: the days of a list, 0 for Monday."""
    found = set()
    for first, last in re.findall(rf"{A_WEEKDAY}(?: to {A_WEEKDAY})?", text):
        begins = WEEKDAYS.index(first)
        found |= set(range(begins, WEEKDAYS.index(last or first) + 1))
    return found


def in_weeks(facts: Facts, care: str) -> Iterator[set[int]]:
    """The weekdays of each week of each way, of its visits of one kind of care."""
    weeks: dict[tuple[str, int], set[int]] = {}
    for entry in facts.ledger:
        if entry["care"] == care:
            of_week = weeks.setdefault((entry["pathway"], entry["week"]), set())
            of_week.add(date.fromisoformat(entry["date"]).weekday())
    return iter(weeks.values())


def sessions_a_week(facts: Facts) -> int:
    """Those of the week with the most, in a course that is long enough."""
    minutes = 60 * facts.inputs["therapy_hours_per_week"]
    return ceil(minutes / facts.inputs["therapy_session_minutes"] - 1e-9)


def named(facts: Facts, care: str) -> set[int]:
    text = facts.inputs[f"{care}_weekdays"]
    short = [day[:3].lower() for day in WEEKDAYS]
    return set() if text == "any" else {short.index(day) for day in text.split("_")}


@of_a_sentence(rf"^(?:Therapy|The IOP): {A_WEEKDAY}")
def a_week_has_the_days_of_the_course(text: str, facts: Facts) -> Complaints:
    (name, told), *_ = re.findall(r"^(Therapy|The IOP): (.*? (?:am|pm|noon|midnight))\.", text)
    # What begins at midnight is the end of a visit of the evening before.
    told = "; ".join(part for part in told.split("; ") if ", midnight to" not in part)
    care, said = CARE[name], weekdays(told)
    if said not in in_weeks(facts, care):
        yield f"no week has these days, but {list(in_weeks(facts, care))}"
    picked, is_open = named(facts, care), not facts.inputs["closed_on_holidays"]
    if care == "therapy" and len(picked) != sessions_a_week(facts):
        return
    if is_open and len(picked) == len(said) and picked != said:
        yield f"the days are {picked}"


@of_a_sentence(r"^Your first day, .* has passed")
def a_first_day_has_passed_where_it_was_before_today(text: str, facts: Facts) -> Complaints:
    first = date.fromisoformat(facts.inputs["start_date"])
    if days(text) != {first} or first >= TODAY:
        yield f"the first day is {first}"


@of_a_sentence(r"it is \d days?, not \d")
def days_that_were_picked_are_not_those_that_are_counted(text: str, facts: Facts) -> Complaints:
    ((number, picked, counted),) = re.findall(
        r"it is (\d) days?, not (\d)\. We count ([^.]*)\.", text
    )
    said = weekdays(counted)
    if len(said) != int(number) or number == picked:
        yield f"{counted} are {len(said)} days"
    cares = [care for care in ("therapy", "iop") if len(named(facts, care)) == int(picked)]
    used = {care: set().union(*in_weeks(facts, care)) for care in cares}
    few = {care for care in cares if len(facts.visits(care)) < int(number)}
    if not facts.inputs["closed_on_holidays"] and not few and said not in used.values():
        yield f"visits are on {used}"


@of_a_sentence(r" is \d+ visits? from ")
def a_course_is_told_by_its_first_and_last_visit(text: str, facts: Facts) -> Complaints:
    told = rf"({'|'.join(WAY)}) is (\d+) visits? from {DAY} to {DAY}"
    for way, number, *ends in re.findall(told, text):
        visits = facts.visits(WAY[way])
        first, last = (
            date(int(year), MONTHS.index(month), int(day))
            for month, day, year in (ends[:3], ends[3:])
        )
        right = [visits[0]["date"], visits[-1]["date"]]
        if int(number) != len(visits) or [first.isoformat(), last.isoformat()] != right:
            yield f"it is {len(visits)} visits from {right[0]} to {right[1]}"


@of_a_sentence("public holiday|planned days? (?:is|are) closed")
def holidays_are_those_of_the_law(text: str, facts: Facts) -> Complaints:
    on_holidays = {
        path: [e["date"] for e in facts.visits(path) if is_holiday(date.fromisoformat(e["date"]))]
        for path in facts.options
    }
    is_closed = facts.inputs["closed_on_holidays"]
    if is_closed and any(on_holidays.values()):
        yield f"visits on closed days: {on_holidays}"
    falls = "visits? falls? on a public holiday|planned days? (?:is|are) closed"
    told = rf"({'|'.join(WAY)}) (\d+) (?:{falls}): (.*?)(?:\.(?= )|\.$)"
    for way, number, which in re.findall(told, text.replace("Jr. ", "Jr ")):
        found = days(which)
        if len(found) > int(number):
            yield f"{len(found)} days are named"
        if found and not is_closed and found != set(map(date.fromisoformat, on_holidays[WAY[way]])):
            yield f"visits on holidays are {on_holidays[WAY[way]]}"
        if wrong := [day for day in found if not is_holiday(day)]:
            yield f"no holidays: {wrong}"
        if not is_closed and int(number) != len(on_holidays[WAY[way]]):
            yield f"visits on holidays are {on_holidays[WAY[way]]}"
    if "No visit falls" in text and any(on_holidays.values()):
        yield f"visits on holidays: {on_holidays}"


@of_a_sentence(r"A (?:session|program day) on a closed day ")
def what_becomes_of_a_closed_day_is_what_was_picked(text: str, facts: Facts) -> Complaints:
    for what, becomes in re.findall(r"(A session|A program day) on a closed day ([^.]*)", text):
        picked = facts.inputs[f"{CARE[what]}_when_closed"]
        if not facts.inputs["closed_on_holidays"] or WHEN_CLOSED[becomes] != picked:
            yield f"closed: {facts.inputs['closed_on_holidays']}, and then {picked}"


@of_a_sentence("Closed days make ")
def closed_days_make_a_course_longer_than_was_asked_for(text: str, facts: Facts) -> Complaints:
    if not facts.inputs["closed_on_holidays"]:
        yield "no day is closed"
    visits = facts.visits("iop")
    asked, lasts = facts.inputs["iop_weeks"], visits[-1]["week"] - visits[0]["week"] + 1
    told = re.search(r"the IOP (\d+) weeks? (longer|shorter)", text)
    said = int(told[1]) * (1 if told[2] == "longer" else -1) if told else 0
    if said != lasts - asked:
        yield f"the IOP lasts {lasts} weeks, and {asked} were asked for"


@of_a_sentence(r"a week at .* make \d days? a week|That is \d+ sessions in all")
def the_method_counts_the_days_of_the_course(text: str, facts: Facts) -> Complaints:
    care = "iop" if "IOP" in text else "therapy"
    visits = facts.visits(care)
    ((number, unit),) = re.findall(r"[Tt]hat is (\d+) (day|session)s?", text)
    fallen = re.search(r"(\d+) planned days? (?:is|are) closed", text)
    left_out = int(fallen[1]) if fallen and "is left out" in text else 0
    if int(number) - left_out != len(visits) and len(visits) > 1:
        yield f"there are {len(visits)} {unit}s"
    if days(text) != {date.fromisoformat(visits[end]["date"]) for end in (0, -1)}:
        yield f"the course is from {visits[0]['date']} to {visits[-1]['date']}"
