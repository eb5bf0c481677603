"""What is said of a plan's limits and of days: those of the ledger."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from facts import Facts

from sentence_rules.rule import DAY, DOLLARS, Complaints, days, of_a_sentence, of_all, usd

NAMES = {"therapy": "therapy", "iop": "the IOP"}
LIMITS = {
    "deductible": "your deductible is met (?:on|around)",
    "oop": "you reach your out-of-pocket maximum (?:on|around)",
}
# The most an individual's maximum may be, by the year in which the plan year begins.
LEGAL_USD = {2026: 10_600, 2027: 12_000}


@of_a_sentence("deductible is met (on|around)|reach your out-of-pocket maximum (on|around)")
def a_limit_is_filled_on_the_day_the_ledger_fills_it(text: str, facts: Facts) -> Complaints:
    for path, name in NAMES.items():
        for limit in LIMITS:
            for told in days_text(text, name, limit):
                if told != {facts.reached(path, limit)}:
                    yield f"in {name} it is {facts.reached(path, limit)}"


def days_text(text: str, name: str, limit: str) -> Iterator[set[date]]:
    """The days that sentences give for an option, alone or in a list of those that share one."""
    for found in re.finditer(rf"In ([^.]*?) {LIMITS[limit]} ({DAY})", text):
        # Not within the name of a way: therapy and then the program.
        if name in re.split(r", | and (?!then )", found[1]):
            yield days(found[2])


@of_all
def a_limit_that_is_filled_is_told(told: Mapping[str, Sequence[str]], facts: Facts) -> Complaints:
    bill = " ".join(told["bill_page"])
    for path, name in NAMES.items():
        for limit in LIMITS:
            is_told = any(days_text(bill, name, limit))
            if facts.has_plan and facts.reached(path, limit) and not is_told:
                yield f"in {name} the {limit} is filled on {facts.reached(path, limit)}"


@of_a_sentence(" takes .* (?:until|on) .* and costs you|comes to .* by ")
def a_course_ends_on_its_last_visit(text: str, facts: Facts) -> Complaints:
    ends = {path: max(days_of(facts, path)) for path in facts.options}
    if " takes " in text and " and costs you" in text:
        said = max(days(text.split(" and costs you", maxsplit=1)[0]), default=None)
        if said not in ends.values():
            yield f"the courses end on {ends}"
    for path, name in NAMES.items():
        for found in re.finditer(rf"(?:^|\. ){name} comes to [^.]*? by ({DAY})", text, re.I):
            if days(found[1]) != {ends[path]}:
                yield f"{name} ends on {ends[path]}"


def days_of(facts: Facts, path: str) -> set[date]:
    return {date.fromisoformat(entry["date"]) for entry in facts.visits(path)}


@of_a_sentence("the law allows")
def the_law_binds_a_maximum_in_network_only(text: str, facts: Facts) -> Complaints:
    is_other = facts.inputs["network"] != "in"
    if is_other and "in" not in facts.ways:
        yield "no law binds a maximum out of network"
    is_familys = text.startswith("The family’s")
    whose = "family" if is_familys else "other_net" if is_other else ""
    maximum = facts.inputs[f"{whose}_oop_max_usd".lstrip("_")]
    year = facts.plan_year({"date": facts.inputs["start_date"]}).year
    said = re.search(rf"\({DOLLARS}\) is above {DOLLARS}.* in (\d+)", text)
    if not said:
        return
    held = usd(said[1]), usd(said[2]), int(said[3])
    # The law's limit for a family is twice that for one person.
    legal_usd = LEGAL_USD.get(year, 0) * (2 if is_familys else 1)
    if held != (maximum, legal_usd, year) or held[0] <= held[1]:
        yield f"the plan year begins in {year}"


@of_a_sentence("With a maximum of ")
def a_maximum_of_nothing_leaves_no_share_of_a_visit(text: str, facts: Facts) -> Complaints:
    capped = [f"{whose}oop_max" for whose in ("", "other_net_")]
    if all(facts.inputs[f"{each}_usd"] or not facts.inputs[f"{each}_applies"] for each in capped):
        yield "no maximum is nothing"
