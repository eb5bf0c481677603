"""What is said with several amounts: they add up as they stand there."""

import re

from facts import Facts

from sentence_rules.rule import DOLLARS, Complaints, of_a_sentence, usd

A_CENT = 0.005
AMOUNT = rf"(?:about )?{DOLLARS}"


@of_a_sentence(rf"{DOLLARS} = ")
def what_stands_left_of_an_equals_sign_is_the_sum_of_the_right(
    text: str, facts: Facts
) -> Complaints:
    for whole, parts in re.findall(rf"(?<!x ){DOLLARS} = (.*?)(?:\.(?!\d)|$)", text):
        amounts = [usd(each) for each in re.findall(DOLLARS, parts)]
        if abs(sum(amounts) - usd(whole)) > A_CENT:
            yield f"{parts} is {sum(amounts):.2f}"


@of_a_sentence(rf"\d x {DOLLARS} = |\w x {DOLLARS} = ")
def so_many_visits_at_a_price_are_their_product(text: str, facts: Facts) -> Complaints:
    for number, price, whole in re.findall(rf"(\d+) \w+ x {DOLLARS} = {DOLLARS}", text):
        if abs(int(number) * usd(price) - usd(whole)) > A_CENT:
            yield f"the product is {int(number) * usd(price):.2f}"


@of_a_sentence(r"[Pp]atient pays|your part\.")
def what_patient_and_plan_pay_is_all_that_is_billed(text: str, facts: Facts) -> Complaints:
    for mine, plan in re.findall(rf"Patient pays {AMOUNT}, plan pays {AMOUNT}", text):
        if not any(
            (facts.paid[path], facts.by_plan[path]) == (usd(mine), usd(plan))
            for path in facts.options
        ):
            yield f"the ledger says {facts.paid} and {facts.by_plan}"
    for mine, plan in re.findall(rf"part\. {DOLLARS} = .*? pays the rest, {DOLLARS}", text):
        billed = [round(each, 2) for each in facts.billed.values()]
        if round(usd(mine) + usd(plan), 2) not in billed:
            yield f"both are {usd(mine) + usd(plan):.2f}, and {billed} is billed"


@of_a_sentence(r"^(?:Session|Day)s? \d")
def a_visit_of_a_step_costs_what_its_parts_do(text: str, facts: Facts) -> Complaints:
    care = "therapy" if text.startswith("Session") else "iop"
    allowed = {
        round(e["price_usd"] - e["balance_usd"], 2) for e in facts.ledger if e["care"] == care
    }
    left = rf"pay the {DOLLARS} that is left of"
    rest = re.search(rf"{left} .*? you pay {DOLLARS} and your plan pays {DOLLARS}", text)
    share = re.search(rf"your share, {DOLLARS} of ({DOLLARS}).*?Your plan pays {DOLLARS}", text)
    # What the plan pays less for missing approval comes on top of the person's part.
    more = re.search(rf"pay {DOLLARS} more, because", text)
    on_top = usd(more[1]) if more else 0
    if rest and round(sum(map(usd, rest.groups())) + on_top, 2) not in allowed:
        yield f"the price is {allowed}"
    if share:
        mine, _, price, plan = share.groups()
        if abs(usd(mine) + usd(plan) + on_top - usd(price)) > A_CENT:
            yield f"{mine} and {plan} are not {price}"


@of_a_sentence(rf"{DOLLARS} to {DOLLARS}")
def a_range_goes_from_less_to_more(text: str, facts: Facts) -> Complaints:
    for low, high in re.findall(rf"(?<!from ){DOLLARS} to {DOLLARS}", text):
        if usd(low) >= usd(high):
            yield f"{low} is not below {high}"
