"""What is said of the plan: only terms that it has, as they are, and who is asked for them."""

import re
from collections.abc import Mapping, Sequence

from facts import CARES, Facts

from sentence_rules.rule import DOLLARS, EXPLAINED, Complaints, days, of_a_sentence, of_all, usd

OF_A_PLAN = re.compile(
    r"deductible|copay|coinsurance|out-of-pocket|maximum|plan year|your plan|the plan\b|plan pays|"
    r"terms of a plan|your share|in network|out of network|superbill|insurance card|approval|"
    r"MassHealth",
    re.I,
)
A_TERM_OF_A_PLAN = re.compile(
    r"deductible|copay|coinsurance|out-of-pocket|maximum|plan year|your share|superbill|"
    r"out of network",
    re.I,
)
# A timetable; and what says itself that there is none.
NO_PLAN = re.compile(r"the plan of a week|No plan pays a part")
# A number with its value: there is none.
SAID_TO_BE_NOTHING = re.compile(r"(Copayment|Deductible)[^:;]*[:;] \$0(?!\d|[,.]\d)")
# In a list of inputs, what stands there of the plan to compare with.
OF_THE_OTHER = re.compile(r"(Another plan|Its copayment[^:;]*|[^:;]*the other plan): [^;]*")
# The name of an example plan, also where the terms are no longer its own.
NAME_OF_A_PLAN = re.compile("High-deductible plan")
# An input whose answer is not known, with what depends on it.
WORTH_OF_AN_ANSWER = re.compile(
    r"“?(An out-of-pocket maximum|The other network has an out-of-pocket maximum|Deductible|"
    r"Copayment for [a-zA-Z ]*|For (?:therapy|the IOP), a share of what the copayment leaves)"
    r"(: \$|”? matters most|, \$0 to)"
    r"|“?The start of the plan year(: \$|”? matters most|, )"
)
# What would be so if the person meant the other share: of the plan to compare with, too.
MEANT_THE_OTHER = re.compile(r"If (\S+)% is your own share, [^.]*\.")
# Inputs whose answers are not known.
NOT_KNOWN = re.compile(r"Not known yet: [^.]*\.")
# What hangs on terms that are not known; a maximum there is or is not.
MAY_START_AGAIN = re.compile(
    r"Your plan year starts again on [^.]*\. Depending on your plan, you then start "
    r"(?:a deductible|(?:a deductible or )?a (?P<maximum>maximum)) again\."
)
# The two options as a sentence names what happens during them.
OPTION_NAMES = (("therapy", "therapy"), ("iop", "the IOP"))
# An input with its answer: there is none.
ANSWERED_NO = re.compile(r"[:;,] ?No\b")


@of_a_sentence(OF_A_PLAN)
def without_insurance_no_term_of_a_plan_is_named(text: str, facts: Facts) -> Complaints:
    told = OF_THE_OTHER.sub("", NAME_OF_A_PLAN.sub("", NO_PLAN.sub("", text)))
    share = MEANT_THE_OTHER.search(told)
    if share and float(share[1]) == facts.inputs["other_plan_pays_percent"]:
        told = MEANT_THE_OTHER.sub("", told)
    if not facts.has_plan and (found := OF_A_PLAN.search(told)):
        yield f"there is no plan, and no {found[0]!r}"


@of_a_sentence(r"[Ww]ithout (a plan|insurance)\b|good faith|uninsured")
def with_a_plan_nobody_is_told_there_is_none(text: str, facts: Facts) -> Complaints:
    is_not_covered = len(facts.covered) < len(CARES) and "and not your plan" in text
    if "self_pay" not in facts.ways and not is_not_covered:
        yield "there is a plan"


@of_a_sentence(A_TERM_OF_A_PLAN)
def only_terms_the_plan_has_are_named(text: str, facts: Facts) -> Complaints:
    if not facts.has_plan or EXPLAINED.match(text) or ANSWERED_NO.search(text):
        return
    there = {
        r"deductible": facts.inputs["family_deductible_usd"] > 0
        or any(facts.limit(care, "deductible_usd") > 0 for care in facts.covered),
        r"maximum|out-of-pocket": facts.has_maximum,
        r"\bcopay": facts.has_copay,
        r"plan year": facts.has_deductible or facts.has_maximum or facts.counts_visits,
        r"superbill|out of network": "oon" in facts.ways,
        r"coinsurance|your share": any(map(facts.share_left, facts.covered)),
    }
    # A plan whose terms are not known may have more of them; those of Medicare are known.
    if not facts.is_medicare and ("?" in text or WORTH_OF_AN_ANSWER.match(text)):
        return
    text = MAY_START_AGAIN.sub(lambda said: said["maximum"] or "", NOT_KNOWN.sub("", text))
    told = SAID_TO_BE_NOTHING.sub("", NAME_OF_A_PLAN.sub("", OF_THE_OTHER.sub("", text)))
    # A plan without limits has a plan year, too.
    told = re.sub(r"^(- )?Plan year: |, with the new plan year, ", "", told)
    for name, is_there in there.items():
        if not is_there and (found := re.search(name, told, re.I)):
            yield f"the plan has no {found[0]!r}"


@of_a_sentence(r"\?")
def what_medicare_has_fixed_is_not_asked(text: str, facts: Facts) -> Complaints:
    if not facts.is_medicare or "toward" in text:
        return
    asked = re.search(r"(deductible|maximum|copayment|share|plan year|my network).*\?", text)
    if asked and not text.startswith("Ask back"):
        yield f"Medicare has fixed the {asked[1]}"


@of_a_sentence(r"(plan pays|you pay) \d+%|pays 100% of")
def shares_are_those_of_the_plan(text: str, facts: Facts) -> Complaints:
    text = MEANT_THE_OTHER.sub("", text)
    cares = {"A therapy visit": ["therapy"], "A program day": ["iop"]}
    of_care = next((cares[name] for name in cares if text.startswith(name)), ["therapy", "iop"])
    yours = {facts.share_left(care) for care in of_care}
    for who, of_it in (("plan pays", {100 - share for share in yours}), ("you pay", yours)):
        for found in re.findall(rf"{who} (\d+)%", text):
            if float(found) not in of_it:
                yield f"{who} {of_it}%"
    if re.search(r"you pay 0%|pays 100% of", text):
        yield "a share of nothing is none"


@of_a_sentence("you pay a .* copayment")
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


PAYS_FOR = re.compile(
    r"[Yy]our plan pays for (\d+) (?:session|day)s? of (therapy|the program) in "
    r"(this course at most|a plan year, (?:and none is left|with (\d+) left))"
)


@of_a_sentence("our plan pays for ")
def past_what_a_plan_pays_for_all_is_owed(text: str, facts: Facts) -> Complaints:
    for number, of, until, left in PAYS_FOR.findall(text):
        visits = facts.visits("therapy" if of == "therapy" else "iop")
        if until.startswith("this course"):
            past = visits[int(number) :]
        else:
            year = facts.plan_year(visits[0])
            past = [each for each in visits if facts.plan_year(each) == year][int(left or 0) :]
        if any(each["not_covered_usd"] != each["price_usd"] for each in past):
            yield f"the plan pays past {number} of {of}"


PAYS_A_PART_OF = re.compile(
    r"our plan pays a part of (\d+) (?:session|day)s? of (therapy|the program) in a plan year, "
    r"with (\d+) left\. Those it pays nothing of do not count"
)


@of_a_sentence("our plan pays a part of ")
def past_what_a_plan_pays_a_part_of_all_is_owed(text: str, facts: Facts) -> Complaints:
    for number, of, left in PAYS_A_PART_OF.findall(text):
        care = "therapy" if of == "therapy" else "iop"
        visits, paid = facts.visits(care), 0
        for each in visits:
            if facts.plan_year(each) != facts.plan_year(visits[0]):
                break
            is_past = paid >= int(left)
            if is_past and each["not_covered_usd"] != each["price_usd"]:
                yield f"the plan pays past {number} of {of}"
            paid += each["plan_usd"] > 0
        is_stopped = facts.inputs[f"{care}_stops_after"] > 0
        if paid < int(left) and not is_stopped and any(e["not_covered_usd"] for e in visits[:1]):
            yield f"none of {left} is paid for"


BEGINS_WITH = re.compile(
    rf"A plan year begins with (\d+) (?:session|day)s? of (therapy|the program) at "
    rf"(?:no charge|{DOLLARS}(?: each)?)"
)


@of_a_sentence("A plan year begins with")
def the_first_visits_of_a_plan_year_cost_what_is_said(text: str, facts: Facts) -> Complaints:
    for number, of, copay in BEGINS_WITH.findall(text):
        visits = facts.visits("therapy" if of == "therapy" else "iop")
        last = facts.plan_year(visits[-1])
        is_later_year = last != facts.plan_year({"date": facts.inputs["start_date"]})
        first = [each for each in visits if facts.plan_year(each) == last][: int(number)]
        most = usd(copay) if copay else 0
        beside = ("balance_usd", "penalty_usd")
        paid = (each["patient_usd"] - sum(each[part] for part in beside) for each in first)
        covered = all(each["not_covered_usd"] == 0 for each in first)
        if is_later_year and covered and any(each > most + 0.005 for each in paid):
            yield f"a new plan year does not begin with {number} at {most}"


@of_a_sentence("Your plan year starts again")
def a_new_plan_year_takes_what_it_is_said_to_take(text: str, facts: Facts) -> Complaints:
    for note in re.findall(r"Your plan year starts again on [^.]*\. You then [^.]* again\.", text):
        named = [name for name in ("deductible", "maximum") if name in note]
        during = note.split("during ")[1].split(".")[0]
        for path, name in OPTION_NAMES:
            if not re.search(rf"\b{name}\b", during):
                continue
            lost = facts.restarts[path]
            just = {
                start
                for start in set().union(*lost.values())
                if [each for each in ("deductible", "maximum") if start in lost[each]] == named
            }
            if days(note) != just:
                yield f"in {name} {lost} is lost"


@of_a_sentence("Depending on your plan, you then start")
def where_it_hangs_on_the_plan_all_plan_years_within_an_option_are_named(
    text: str, facts: Facts
) -> Complaints:
    notes = re.findall(r"Your plan year starts again on [^.]*\. Depending on your plan", text)
    for path, name in OPTION_NAMES:
        _, *begun = sorted({facts.plan_year(visit) for visit in facts.visits(path)})
        told = [note for note in notes if re.search(rf"during [a-zA-Z ,]*\b{name}\b", note)]
        is_counted, cost = path in facts.covered, facts.options[path]["patient_usd"]
        is_any_plan = "Your plan is not known" in text
        if begun and is_any_plan and is_counted and not told and cost["low"] < cost["high"]:
            yield f"{name} is not named"
        if told and not is_counted:
            yield f"{name} counts toward no limit of the plan"
        for note in told:
            if days(note) != set(begun):
                yield f"in {name} plan years begin on {begun}"


@of_all
def what_is_cheaper_within_one_plan_year_is_said_to_be_in_two(
    told: Mapping[str, Sequence[str]], facts: Facts
) -> Complaints:
    if facts.counts_visits:
        # With the new plan year visits are counted anew, which is another thing.
        return
    later = " ".join(text for text in told["frame"] if "with the new plan year" in text)
    notes = " ".join(text for text in told["compare_page"] if "plan year starts again" in text)
    for path, name in OPTION_NAMES:
        if facts.inputs[f"{path}_when_closed"] == "left_out":
            # On other days other visits are left out, in whatever plan year they are.
            continue
        is_in_two = len({facts.plan_year(visit) for visit in facts.visits(path)}) > 1
        is_named = re.search(rf"during [a-zA-Z ,]*\b{name}\b", notes)
        if is_in_two and f"less for {name}" in later and not is_named:
            yield f"{name} is cheaper with the new plan year, which is not said to lie within it"


@of_a_sentence("^A new plan year starts on")
def a_step_of_the_bill_names_what_is_paid_again(text: str, facts: Facts) -> Complaints:
    named = {name for name in ("deductible", "maximum", "visits") if f"{name} " in text}
    (start,) = days(text)
    taken = [
        {name for name, lost in limits.items() if start in lost}
        | ({"visits"} if facts.counts_anew(path, start) else set())
        for path, limits in facts.restarts.items()
    ]
    if named not in taken:
        yield f"in none of the ways just {named} starts again: {taken}"


@of_all
def a_new_plan_year_that_takes_something_is_told(
    told: Mapping[str, Sequence[str]], facts: Facts
) -> Complaints:
    notes = " ".join(text for text in told["compare_page"] if "plan year starts again" in text)
    for path, name in OPTION_NAMES:
        lost = set().union(*facts.restarts[path].values())
        if lost and not re.search(rf"during [a-zA-Z ,]*\b{name}\b", notes):
            yield f"in {name} something is lost on {lost}, and nothing is said of it"


@of_all
def out_of_network_the_superbill_is_named(
    told: Mapping[str, Sequence[str]], facts: Facts
) -> Complaints:
    """Of a plan that the law sets nobody knows whether anything comes back for one."""
    for place in ("frame", "share_page", "bill_page"):
        said = [text for text in told[place] if "superbill" in text and not EXPLAINED.match(text)]
        if bool(said) != (_is_out(facts) and not facts.has_terms_by_law):
            yield f"{place}: a superbill is named: {bool(said)}"


@of_all
def of_the_two_plans_that_the_law_sets_no_source_is_named_out_of_network(
    told: Mapping[str, Sequence[str]], facts: Facts
) -> Complaints:
    """Once a term is the person's own, it is another plan, and what it pays is theirs to say."""
    is_said = any("We found no source for what" in text for text in told["frame"])
    if is_said != (_is_out(facts) and facts.has_terms_by_law):
        yield f"it is said that what such a plan pays out of network has no source: {is_said}"


def _is_out(facts: Facts) -> bool:
    return any(facts.way(care) == "oon" for care in facts.covered)


@of_all
def what_to_ask_fits_who_is_asked(told: Mapping[str, Sequence[str]], facts: Facts) -> Complaints:
    asked = " ".join(told["bill_page"])
    known = {*facts.inputs["said"], *(field for field, _ in facts.inputs["confirmed"])}
    is_open = {
        "approval before": "iop" in facts.covered,
        "Is there a limit on": any(
            care in facts.covered and limit not in known
            for care, limit in (("therapy", "therapy_visit_limit"), ("iop", "iop_day_limit"))
        ),
        "in my network": any(facts.way(care) == "in" for care in facts.covered)
        and facts.inputs["filled_by"] not in ("medicare", "masshealth"),
    }
    for word, is_asked in is_open.items():
        if (word in asked) != is_asked:
            yield f"{word} is asked of a plan: {not is_asked}"
    if ("good faith estimate" in asked) != (len(facts.covered) < len(CARES)):
        yield "a good faith estimate is for care that no plan pays for"
    for care, price in (("therapy", "a therapy visit"), ("iop", "a program day")):
        if care not in facts.covered and f"price do you allow for {price}" in asked:
            yield f"no plan allows a price for {price}"
