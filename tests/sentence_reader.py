"""Reads what pages say as a stranger would, and checks it against the comparison's JSON.

It knows none of our sentences and shares no helper with the words: it looks for amounts, shares,
hours, days and names of terms in plain text, and asks ledger and inputs whether they are so.
"""

import calendar
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from facts import Facts

from carechoice.comparison.compare import Comparison

DOLLARS = r"\$(\d[\d,]*(?:\.\d\d)?)"
HOURS = r"(?:(\d+) hours? ?)?(?:(\d+) minutes?)?"
DAY = r"([A-Z][a-z]+) (\d{1,2}), (\d{4})"
MONTHS = list(calendar.month_name)
WAKING_HOURS_A_WEEK = 112
WORK_HOURS_A_WEEK = 40
NAMES = {"therapy": r"therapy", "iop": r"(?:the )?(?:IOP|program)"}


Complaints = Iterator[str]
SENTENCES: list[Callable[[str, Facts], Complaints]] = []
PLACES: list[Callable[[Mapping[str, Sequence[str]], Facts], Complaints]] = []


def of_a_sentence(check: Callable[[str, Facts], Complaints]) -> Callable[[str, Facts], Complaints]:
    SENTENCES.append(check)
    return check


def of_all(check: Callable[[Mapping[str, Sequence[str]], Facts], Complaints]) -> object:
    PLACES.append(check)
    return check


def false_sentences(
    told: Mapping[str, Sequence[str]], comparison: Comparison
) -> list[tuple[str, str, str]]:
    """(place, sentence, why it is false) for every false sentence, and for what is not said."""
    facts = Facts(comparison)
    read = {place: list(map(plain, texts)) for place, texts in told.items()}
    found = [
        (place, text, why)
        for place, texts in read.items()
        for text in texts
        for why in _complaints(text, facts)
    ]
    return found + [("", "", why) for check in PLACES for why in check(read, facts)]


def why_false(text: str, comparison: Comparison) -> list[str]:
    """What is false in one sentence about a comparison."""
    return list(_complaints(plain(text), Facts(comparison)))


def _complaints(text: str, facts: Facts) -> Complaints:
    checks = () if OF_ANOTHER.search(text) else SENTENCES
    return (why for check in checks for why in check(text, facts))


def plain(text: str) -> str:
    """The text without marks and without the addresses of links."""
    return re.sub(r"\]\([^)]*\)", "]", text.replace("*", "").replace("\\$", "$"))


def usd(text: str) -> float:
    return float(text.replace(",", ""))


def hours(whole: str | None, minutes: str | None) -> float:
    return int(whole or 0) + int(minutes or 0) / 60


def days(text: str) -> set[date]:
    found = re.findall(DAY, text)
    return {date(int(year), MONTHS.index(month), int(of_month)) for month, of_month, year in found}


OF_A_PLAN = re.compile(
    r"deductible|copay|coinsurance|out-of-pocket|maximum|plan year|your plan|the plan\b|plan pays|"
    r"your share|in network|out of network|superbill|insurance card|approval|MassHealth",
    re.I,
)
# A timetable; and what says itself that there is none.
NO_PLAN = re.compile(r"the plan of a week|No plan pays a part")
# A word that is explained is no claim about this plan.
EXPLAINED = re.compile(
    r"^(?:- )?(Deductible|Copayment|Out-of-pocket maximum|Plan year|Your share|Out of network|"
    r"Superbill|Step-down|Intensive outpatient program)( \(\w+\))?: "
)
# What another plan would have, or none, is not what this one has.
OF_ANOTHER = re.compile(r"the other plan|^Its copayment|now, .* without insurance")
# A number with its value: there is none.
SAID_TO_BE_NOTHING = re.compile(r"(Copayment|Deductible)[^:;]*: \$0(?!\d|[,.]\d)")
# The name of an example plan, also where the terms are no longer its own.
NAME_OF_A_PLAN = re.compile("High-deductible plan")
# An input whose answer is not known, with what depends on it.
WORTH_OF_AN_ANSWER = re.compile(r"My plan has an out-of-pocket maximum: \$")
# An input with its answer: there is none.
ANSWERED_NO = re.compile(r"[:;,] ?No\b")


@of_a_sentence
def without_insurance_no_term_of_a_plan_is_named(text: str, facts: Facts) -> Complaints:
    if not facts.has_plan and (found := OF_A_PLAN.search(NO_PLAN.sub("", text))):
        yield f"there is no plan, and no {found[0]!r}"


@of_a_sentence
def with_a_plan_nobody_is_told_there_is_none(text: str, facts: Facts) -> Complaints:
    if facts.has_plan and re.search(r"[Ww]ithout (a plan|insurance)\b|good faith|uninsured", text):
        yield "there is a plan"


@of_a_sentence
def only_terms_the_plan_has_are_named(text: str, facts: Facts) -> Complaints:
    if not facts.has_plan or EXPLAINED.match(text) or ANSWERED_NO.search(text):
        return
    there = {
        r"deductible": facts.inputs["deductible_usd"] > 0,
        r"maximum|out-of-pocket": facts.has_maximum,
        r"\bcopay": facts.has_copay,
        r"plan year": facts.has_deductible or facts.has_maximum,
        r"superbill|out of network": facts.network == "oon",
        r"coinsurance|your share": facts.inputs["plan_pays_percent"] < 100,
    }
    # A plan whose terms are not known may have more of them; those of Medicare are known.
    if not facts.is_medicare and ("?" in text or WORTH_OF_AN_ANSWER.match(text)):
        return
    told = SAID_TO_BE_NOTHING.sub("", NAME_OF_A_PLAN.sub("", text))
    for name, is_there in there.items():
        if not is_there and (found := re.search(name, told, re.I)):
            yield f"the plan has no {found[0]!r}"


@of_a_sentence
def what_medicare_has_fixed_is_not_asked(text: str, facts: Facts) -> Complaints:
    if not facts.is_medicare or "?" not in text or "toward" in text:
        return
    asked = re.search(r"(deductible|maximum|copayment|share|plan year|my network).*\?", text)
    if asked and not text.startswith("Ask back"):
        yield f"Medicare has fixed the {asked[1]}"


@of_a_sentence
def shares_are_those_of_the_plan(text: str, facts: Facts) -> Complaints:
    share = facts.inputs["plan_pays_percent"]
    for who, of_it in (("plan pays", share), ("you pay", 100 - share)):
        for found in re.findall(rf"{who} (\d+)%", text):
            if float(found) != of_it:
                yield f"{who} {of_it}%"
    if re.search(r"you pay 0%|pays 100% of", text):
        yield "a share of nothing is none"


@of_a_sentence
def a_copayment_is_the_plans_and_all_a_visit_costs(text: str, facts: Facts) -> Complaints:
    for care, visit, field in (
        ("therapy", "therapy visit", "therapy_copay_usd"),
        ("iop", "program day", "iop_copay_per_day_usd"),
    ):
        found = re.search(rf"A {visit}: .*you pay a {DOLLARS} copayment", text)
        if found and usd(found[1]) != facts.inputs[field]:
            yield f"the copayment is {facts.inputs[field]}"
        if found and care in facts.charged_above and "above the price" not in text:
            yield "each visit costs more than the copayment"


@of_a_sentence
def the_full_price_is_all_that_is_billed(text: str, facts: Facts) -> Complaints:
    if "full price" not in text:
        return
    care = "iop" if re.search(r"program|Day|IOP", text) else "therapy"
    if care in facts.charged_above:
        yield "the charge is more than the price it names"
    billed = {round(entry["price_usd"], 2) for entry in facts.ledger}
    for found in re.findall(rf"full price, {DOLLARS}", text):
        if usd(found) not in billed:
            yield f"what is billed is {sorted(billed)}"


@of_a_sentence
def totals_are_those_of_the_bill(text: str, facts: Facts) -> Complaints:
    if " takes " in text and " and costs you " in text:
        found = re.search(rf"costs you (?:about )?{DOLLARS}", text)
        name = text.split(" takes ", maxsplit=1)[0].lower()
        one = "therapy" if "therapy" in name else "iop"
        path = list(facts.options)[-1] if ", then" in name else one
        if not found or usd(found[1]) != facts.paid[path]:
            yield f"the bill says {facts.paid[path]}"
    for path, name in NAMES.items():
        said = r"(?:about )?" + DOLLARS
        for pattern, amount in (
            (rf"^For {name} you pay {said}|\. For {name} you pay {said}", facts.paid[path]),
            (rf"For {name} you pay [^.]*? and your plan pays {said}", facts.by_plan[path]),
            (rf"(?:^|\. |: ){name} comes to {said}", facts.paid[path]),
            (rf"(?:^|\. ){name}: you pay {said}", facts.paid[path]),
        ):
            for found in re.finditer(pattern, text, re.I):
                if usd(next(filter(None, found.groups()))) != amount:
                    yield f"the ledger says {amount}"


@of_a_sentence
def the_hours_a_week_are_those_of_the_course(text: str, facts: Facts) -> Complaints:
    if " a week" not in text or "then" in text:
        return
    by_week = facts.options["therapy"]["hours_by_week"]
    for found in re.finditer(rf"^Therapy\W+(?:takes |at )?{HOURS} ?a week", text):
        said = hours(found[1], found[2])
        if said > max(by_week) + 0.01 or (len(by_week) == 1 and said != round(sum(by_week), 4)):
            yield f"the weeks have {by_week} hours"


@of_a_sentence
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


@of_a_sentence
def what_is_mostly_so_is_no_claim_about_this_course(text: str, facts: Facts) -> Complaints:
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
        if "ostly" not in line:
            yield f"here it is {therapy} and {iop} hours"
        elif line.startswith("- ") and "Here it is" not in line:
            yield "the hours of this course are not said"


@of_a_sentence
def the_dearer_option_is_called_so(text: str, facts: Facts) -> Complaints:
    is_higher = facts.billed["iop"] > facts.billed["therapy"]
    for line in text.splitlines():
        if "osts more than" in line and facts.paid["iop"] <= facts.paid["therapy"]:
            yield "here it costs no more"
        if "is mostly higher" in line and ("Here it is not" in line) == is_higher:
            yield f"whether it is higher here: {is_higher}"


@of_a_sentence
def where_nothing_is_owed_there_is_nothing_to_try(text: str, facts: Facts) -> Complaints:
    if re.search(r"\$0 to \$0(?![\d,.])", text):
        yield "a range of nothing"
    if facts.is_free and re.search(
        r"combination|of 100 tries|low and high prices|any of these prices|full price", text
    ):
        yield "nothing is owed"


@of_a_sentence
def ties_are_counted_right(text: str, facts: Facts) -> Complaints:
    if re.search(
        r"(?<!most )\b10 (lie below|of 100)|(?<!least )\b80 of 100 tries|\(50 of 100", text
    ):
        yield "many tries can come to one amount"


@of_a_sentence
def a_new_plan_year_takes_what_it_is_said_to_take(text: str, facts: Facts) -> Complaints:
    for note in re.findall(r"Your plan year starts again on [^.]*\. You then [^.]* again\.", text):
        named = [name for name in ("deductible", "maximum") if name in note]
        during = note.split("during ")[1].split(".")[0]
        for path, name in (("therapy", "therapy"), ("iop", "the IOP")):
            if not re.search(rf"\b{name}\b", during):
                continue
            lost = set().union(*(facts.restarts[path][each] for each in named))
            if days(note) != lost or not all(facts.restarts[path][each] for each in named):
                yield f"in {name} {facts.restarts[path]} is lost"


@of_a_sentence
def one_is_not_told_as_many(text: str, facts: Facts) -> Complaints:
    if re.search(r"\b1 session (run|cost)\b|\b1 session\. They", text):
        yield "one is not many"
    if re.match(r"(Session|Day) \d+,", text) and "ach time" in text:
        yield "one visit is no each time"


@of_a_sentence
def what_a_visit_costs_is_what_the_first_one_costs(text: str, facts: Facts) -> Complaints:
    for care, visit in (("therapy", "therapy visit"), ("iop", "program day")):
        first = facts.visits(care)[0]
        if not text.startswith(f"A {visit}: ") or not first["price_usd"]:
            continue
        if ("until your deductible" in text) and not first["deductible_usd"]:
            yield "nothing goes to a deductible"
        if first["patient_usd"] - first["balance_usd"] < 0.005 and "plan pays all" not in text:
            yield "the first visit costs nothing"
        said = re.search(rf": you pay a {DOLLARS} copayment", text)
        is_cut = first["oop_left_usd"] is not None and first["oop_left_usd"] < 0.005
        if said and not is_cut and usd(said[1]) != round(first["copay_usd"], 2):
            yield f"the first visit costs {first['copay_usd']}"


@of_a_sentence
def a_fixed_hour_is_not_free(text: str, facts: Facts) -> Complaints:
    if not text.startswith("Left free") or facts.inputs["fixed_hours"] != "mon-fri:09-17":
        return
    away = facts.inputs["travel_minutes_per_visit"] / 60
    for path, cell in zip(("therapy", "iop"), text.split("; ")[1:3], strict=True):
        visits = facts.visits(path)
        weeks = {entry["week"] for entry in visits}
        busiest = max(sum(e["hours"] + away for e in visits if e["week"] == w) for w in weeks)
        left = WAKING_HOURS_A_WEEK - WORK_HOURS_A_WEEK - busiest
        found = re.search(HOURS, cell)
        if found and abs(hours(found[1], found[2]) - max(0, left)) > 0.02:
            yield f"{left} hours are left"


@of_all
def a_new_plan_year_that_takes_something_is_told(
    told: Mapping[str, Sequence[str]], facts: Facts
) -> Complaints:
    notes = " ".join(text for text in told["compare_page"] if "plan year starts again" in text)
    for path, name in (("therapy", "therapy"), ("iop", "the IOP")):
        lost = set().union(*facts.restarts[path].values())
        if lost and not re.search(rf"during [a-zA-Z ,]*\b{name}\b", notes):
            yield f"in {name} something is lost on {lost}, and nothing is said of it"


@of_all
def out_of_network_the_superbill_is_named(
    told: Mapping[str, Sequence[str]], facts: Facts
) -> Complaints:
    for place in ("frame", "share_page", "bill_page"):
        said = [text for text in told[place] if "superbill" in text and not EXPLAINED.match(text)]
        if bool(said) != (facts.network == "oon"):
            yield f"{place}: a superbill is named: {bool(said)}"


@of_all
def what_to_ask_fits_who_is_asked(told: Mapping[str, Sequence[str]], facts: Facts) -> Complaints:
    asked = " ".join(told["bill_page"])
    for word in ("approval", "limit on visits"):
        if (word in asked) != facts.has_plan:
            yield f"{word} is asked of a plan: {not facts.has_plan}"
    if ("good faith estimate" in asked) == facts.has_plan:
        yield "a good faith estimate is for people without insurance"


@of_all
def that_nothing_is_owed_is_said_once_on_the_bill(
    told: Mapping[str, Sequence[str]], facts: Facts
) -> Complaints:
    said = [text for text in told["bill_page"] if re.search(r"pays all of each|pay nothing", text)]
    if facts.is_free and len(said) != 1:
        yield f"it is said in {said}"
