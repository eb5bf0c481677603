"""What is said of the bill: totals, prices and ranges are those of the ledger."""

import re
from collections.abc import Mapping, Sequence

from facts import Facts

from sentence_rules.rule import DOLLARS, MONTHS, Complaints, of_a_sentence, of_all, usd

NAMES = {
    "therapy": r"therapy",
    "iop": r"(?:the )?(?:IOP|program)",
    "step_down": r"IOP, then therapy",
    "step_up": r"therapy, then IOP",
}
WAYS = {
    "Therapy": "therapy",
    "IOP": "iop",
    "IOP, then therapy": "step_down",
    "Therapy, then IOP": "step_up",
}
NO_LOW_END = r"(?![\d,.]* to \$)"
NO_RANGE = r"\$0 to \$0(?![\d,.])"
# What nobody is told who owes nothing.
OF_WHAT_IS_OWED = "combination|of 100 tries|low and high prices|any of these prices|full price"
# Of visits that a plan does not pay for all that is charged is owed.
NOT_PAID_FOR = re.compile(
    r"full price (?:of those past that|until the next plan year)|"
    rf"full price, {DOLLARS}(?: each time)?\. Your plan does not pay for it"
)


@of_a_sentence("full price")
def the_full_price_is_all_that_is_billed(text: str, facts: Facts) -> Complaints:
    care = "iop" if re.search(r"program|Day|IOP", text) else "therapy"
    if care in facts.charged_above and "full price" in NOT_PAID_FOR.sub("", text):
        yield "the charge is more than the price it names"
    billed = {round(entry["price_usd"], 2) for entry in facts.ledger}
    for found in re.findall(rf"full price, {DOLLARS}", text):
        if usd(found) not in billed:
            yield f"what is billed is {sorted(billed)}"


@of_a_sentence(" takes .* and costs you ")
def the_answer_says_what_the_bill_does(text: str, facts: Facts) -> Complaints:
    found = re.search(rf"costs you (?:about )?{DOLLARS}", text)
    likely = re.search(rf"likely {DOLLARS} to {DOLLARS}", text)
    name = text.split(" takes ", maxsplit=1)[0].lower()
    one = "therapy" if "therapy" in name else "iop"
    path = list(facts.options)[-1] if ", then" in name else one
    if likely and not usd(likely[1]) <= facts.paid[path] <= usd(likely[2]):
        yield f"the bill says {facts.paid[path]}"
    if not (found or likely) or (found and usd(found[1]) != facts.paid[path]):
        yield f"the bill says {facts.paid[path]}"


def named(facts: Facts) -> Sequence[tuple[str, str]]:
    """The options by their keys, each with the names that sentences have for it."""
    return [(path, name) for path, name in NAMES.items() if path in facts.paid]


@of_a_sentence("(?i)you pay |comes to ")
def totals_are_those_of_the_bill(text: str, facts: Facts) -> Complaints:
    for path, name in named(facts):
        said = rf"(?:about )?{DOLLARS}(?![\d,.]* to \$)"
        for pattern, amount in (
            (rf"^For {name} you pay {said}|\. For {name} you pay {said}", facts.paid[path]),
            (rf"For {name} you pay [^.]*? and your plan pays {said}", facts.by_plan[path]),
            (rf"(?:^|\. ){name}: you pay [^.]*? your plan pays {said}", facts.by_plan[path]),
            (rf"(?:^|\. |: ){name} comes to {said}", facts.paid[path]),
            (rf"(?:^|\. ){name}: you pay {said}{NO_LOW_END}", facts.paid[path]),
        ):
            for found in re.finditer(pattern, text, re.I):
                if usd(next(filter(None, found.groups()))) != amount:
                    yield f"the ledger says {amount}"


@of_a_sentence("(?i)you pay ")
def ranges_of_totals_hold_the_bill(text: str, facts: Facts) -> Complaints:
    ends = rf"{DOLLARS} to {DOLLARS}"
    for path, name in named(facts):
        by_plan = sum(entry["plan_usd"] or 0 for entry in facts.visits(path))
        for amount, pattern in (
            (facts.paid[path], rf"(?:^|\. )(?:For )?{name}:? you pay {ends}"),
            (by_plan, rf"For {name} you pay [^.]*? and your plan pays {ends}"),
            (by_plan, rf"(?:^|\. ){name}: you pay [^.]*? your plan pays {ends}"),
        ):
            for low, high in re.findall(pattern, text, re.I):
                # Each end stands in whole dollars.
                if not usd(low) - 0.5 <= amount <= usd(high) + 0.5:
                    yield f"the ledger says {amount}"


@of_a_sentence("osts more than|is usually higher")
def the_dearer_option_is_called_so(text: str, facts: Facts) -> Complaints:
    program, therapy = (facts.options[each]["total_likely_usd"] for each in ("iop", "therapy"))
    is_lower = program["high"] <= therapy["low"]
    is_higher = program["low"] > therapy["high"]
    for line in text.splitlines():
        if "osts more than" in line and facts.paid["iop"] <= facts.paid["therapy"]:
            yield "here it costs no more"
        if "is usually higher" not in line:
            continue
        if ("Here it is not." in line) != is_lower:
            yield f"whether it is lower here: {is_lower}"
        if ("Here it may not be." in line) != (not is_lower and not is_higher):
            yield f"whether it is higher here: {is_higher}"


@of_a_sentence(rf"{NO_RANGE}|{OF_WHAT_IS_OWED}")
def where_nothing_is_owed_there_is_nothing_to_try(text: str, facts: Facts) -> Complaints:
    if re.search(NO_RANGE, text):
        yield "a range of nothing"
    if facts.is_free and re.search(OF_WHAT_IS_OWED, text):
        yield "nothing is owed"


@of_a_sentence(r"(?<!most )\b10 (lie below|of 100)|(?<!least )\b80 of 100 tries|\(50 of 100")
def ties_are_counted_right(text: str, facts: Facts) -> Complaints:
    yield "many tries can come to one amount"


@of_a_sentence("^A (therapy visit|program day): ")
def what_a_visit_costs_is_what_the_first_one_costs(text: str, facts: Facts) -> Complaints:
    for care, visit in (("therapy", "therapy visit"), ("iop", "program day")):
        first = facts.visits(care)[0]
        if not text.startswith(f"A {visit}: "):
            continue
        is_free = first["price_usd"] - first["balance_usd"] < 0.005
        is_told = care in facts.covered and "none is left" not in text
        if is_told and is_free != (" is $0." in text):
            yield f"the plan allows nothing for it: {is_free}"
        if is_free:
            continue
        if ("until your deductible" in text) and not first["deductible_usd"]:
            yield "nothing goes to a deductible"
        if first["patient_usd"] - first["balance_usd"] < 0.005 and "plan pays all" not in text:
            yield "the first visit costs nothing"
        said = re.search(rf": you pay a {DOLLARS} copayment", text)
        is_cut = first["oop_left_usd"] is not None and first["oop_left_usd"] < 0.005
        if said and not is_cut and usd(said[1]) != round(first["copay_usd"], 2):
            yield f"the first visit costs {first['copay_usd']}"


@of_all
def that_nothing_is_owed_is_said_once_on_the_bill(
    told: Mapping[str, Sequence[str]], facts: Facts
) -> Complaints:
    said = [text for text in told["bill_page"] if re.search(r"pays all of each|pay nothing", text)]
    if facts.is_free and len(said) != 1:
        yield f"it is said in {said}"


@of_a_sentence("you pay most, |in each month")
def the_dearest_month_is_the_first_of_those_in_which_most_is_paid(
    text: str, facts: Facts
) -> Complaints:
    told = rf"({'|'.join(WAYS)})\W+in (\w+) (\d{{4}}) you pay most, (?:about )?{DOLLARS}"
    for way, month, year, amount in re.findall(told, text):
        by_month: dict[str, float] = {}
        for entry in facts.visits(WAYS[way]):
            by_month[entry["date"][:7]] = by_month.get(entry["date"][:7], 0) + entry["patient_usd"]
        named = f"{year}-{MONTHS.index(month):02}"
        # Months are whole dollars that add up to the bill, so one may be off by less than one.
        if by_month[named] < max(by_month.values()) - 1 or abs(usd(amount) - by_month[named]) >= 1:
            yield f"the months are {by_month}"
    for way in re.findall(rf"({'|'.join(WAYS)})\W+you pay (?:about )?\$0 in each month", text):
        if facts.paid[WAYS[way]] >= 1:
            yield f"the bill says {facts.paid[WAYS[way]]}"


@of_a_sentence("with the numbers on this page, your plan covers ")
def a_plan_that_is_known_to_stop_is_told_with_the_bill(text: str, facts: Facts) -> Complaints:
    told = (
        rf"({'|'.join(WAYS)})\W+with the numbers on this page, your plan covers (\d+) visits? of "
        rf"(\d+), and you pay (?:about )?{DOLLARS} in all. If it covers all of them, "
        rf"you pay (?:about )?{DOLLARS}"
    )
    alike = (
        rf"({'|'.join(WAYS)})\W+with the numbers on this page, your plan covers (\d+) visits? of "
        rf"(\d+). You pay (?:about )?{DOLLARS} in all, as much as if"
    )
    for way, covered, of_all_visits, owed, in_all in re.findall(told, text) + [
        (*each[:4], each[3]) for each in re.findall(alike, text)
    ]:
        visits = [e for e in facts.visits(WAYS[way]) if e["care"] in facts.covered]
        right = sum(not each["not_covered_usd"] for each in visits)
        if (int(covered), int(of_all_visits)) != (right, len(visits)):
            yield f"{right} of {len(visits)} visits are covered"
        paid = facts.paid[WAYS[way]], facts.if_all_is_covered.paid[WAYS[way]]
        if (usd(owed), usd(in_all)) != paid:
            yield f"the bills say {paid}"


@of_a_sentence("if your plan covers only ")
def what_a_plan_does_not_cover_is_owed_as_billed(text: str, facts: Facts) -> Complaints:
    told = (
        rf"({'|'.join(WAYS)})\W+if your plan covers only (\d+) visits? of (\d+), "
        rf"you pay (?:about )?{DOLLARS} in all. If it covers all of them, "
        rf"you pay (?:about )?{DOLLARS}"
    )
    facts = facts.if_all_is_covered
    for way, covered, of_all_visits, owed, in_all in re.findall(told, text):
        visits = [e for e in facts.visits(WAYS[way]) if e["care"] in facts.covered]
        others = [e for e in facts.visits(WAYS[way]) if e["care"] not in facts.covered]
        first, rest = visits[: int(covered)], visits[int(covered) :]
        right = sum(e["patient_usd"] for e in first) + sum(e["price_usd"] for e in rest + others)
        if int(of_all_visits) != len(visits) or abs(usd(owed) - right) > 0.51:
            yield f"it is {right} for {len(visits)} visits"
        if usd(in_all) != facts.paid[WAYS[way]]:
            yield f"the bill says {facts.paid[WAYS[way]]}"
